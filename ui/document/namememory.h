// Keeps what the reader said about names: reads it from the settings folder at the start and writes
// it there whenever a change, an undo or a redo made it another.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/model/learntname.h"

#include <QObject>

namespace gyre {

class Document;

class NameMemory : public QObject
{
    Q_OBJECT

public:
    /// Gives the names in the file to `document`, which must outlive it.
    NameMemory(Document& document, QString path, QObject* parent = nullptr);

    /// What was wrong with the file at the start.
    [[nodiscard]] const Diagnostics& problems() const { return m_problems; }

private:
    void load();
    void save();

    Document& m_document;
    QString m_path;
    Diagnostics m_problems;
    /// As the file has them.
    LearntNames m_kept;
    /// Could not be written and has been told.
    std::optional<LearntNames> m_failed;
};

} // namespace gyre
