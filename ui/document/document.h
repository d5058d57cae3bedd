// What is open in a window: the project with its undo stack, the selection, the lens (filter) and
// the history of views. The only door for changes; every panel listens here and asks here.
#pragma once

#include "graph/briefing/lexicon.h"
#include "graph/model/project.h"
#include "graph/model/view.h"
#include "ui/document/selection.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace gyre {

/// What one looks at: goes to the back/forward history, never to undo.
struct Lens
{
    Filter filter;
    bool withBackground = false;
    bool operator==(const Lens&) const = default;
};

class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(std::shared_ptr<const Lexicon> lexicon, QObject* parent = nullptr);
    ~Document() override;

    [[nodiscard]] const Project& project() const { return m_project; }
    [[nodiscard]] const View& view() const { return m_view; }
    [[nodiscard]] const Lens& lens() const { return m_lens; }
    [[nodiscard]] const Selection& selection() const { return m_selection; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    /// Valuations and stakes of the bundled facts; read at first use.
    [[nodiscard]] std::shared_ptr<const Network> background() const;

    /// Reads files off the GUI thread and adds them, as one undoable change. Problems are told by
    /// messages(); what could be read is kept.
    void open(const QStringList& paths);
    void paste(const QString& text, bool isHtml);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// One undoable change. Same merge key as the last one: one step (a drag).
    void apply(const QString& text, Project next, int mergeKey = -1);
    void review(DealId deal, Review review);
    void review(ValuationId valuation, Review review);
    void review(StakeId stake, Review review);
    void moveFirm(FirmId firm, Point to);
    void unpin(FirmId firm);
    void setBriefingDetails(std::size_t briefing, const QString& title, const QString& publisher,
                            std::optional<PartialDate> date);

    void setLens(Lens lens);
    void select(Selection selection);
    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;

signals:
    void projectChanged();
    void viewChanged();
    void selectionChanged();
    void historyChanged();
    void busyChanged();
    void progressed(double fraction);
    /// To be shown without stopping the reader.
    void messages(const Diagnostics& diagnostics);

private:
    friend class ProjectChange;
    void setProject(Project project);

    std::shared_ptr<const Lexicon> m_lexicon;
    Project m_project;
    View m_view;
    Lens m_lens;
    Selection m_selection;
    QUndoStack m_undo;
    bool m_isBusy = false;
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace gyre
