// The only undo command: the project before and after. What did not change is shared by both.
#pragma once

#include "graph/model/project.h"

#include <QUndoCommand>

namespace gyre {

class Document;

class ProjectChange : public QUndoCommand
{
public:
    /// What becomes of the keys of valuations and stakes.
    enum class Keys : std::uint8_t
    {
        Stay,
        Anew
    };

    /// `mergeKey` -1 never merges; equal keys in a row make one step.
    ProjectChange(Document& document, const QString& text, Project after, int mergeKey,
                  Keys keys = Keys::Stay);

    void undo() override;
    void redo() override;

    [[nodiscard]] int id() const override { return m_mergeKey; }

    bool mergeWith(const QUndoCommand* later) override;

private:
    void set(const Project& project);

    Document& m_document;
    Project m_before;
    Project m_after;
    int m_mergeKey;
    Keys m_keys;
};

} // namespace gyre
