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

struct Addition;
struct Joined;

/// The views in the middle of the window, in the order of their tabs.
enum class Page : std::uint8_t
{
    Network,
    Valuations,
    Ownership,
    Loops,
    Deals
};
constexpr int pageCount = 5;

/// What one looks at: goes to the back/forward history, never to undo.
struct Lens
{
    Filter filter;
    bool withBackground = false;
    /// One arc for deals of the same two firms (Look::mergesPairs).
    bool mergesPairs = false;
    Page page = Page::Network;
    /// The firm whose charts are shown; absent: all firms.
    std::optional<FirmId> chartFirm;
    bool operator==(const Lens&) const = default;
};

class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(std::shared_ptr<const Lexicon> lexicon, QObject* parent = nullptr);
    ~Document() override;

    [[nodiscard]] const Project& project() const { return m_project; }

    [[nodiscard]] const Network& network() const { return m_project.network; }

    [[nodiscard]] const View& view() const { return m_view; }

    /// What of it the network's picture can hold.
    [[nodiscard]] const View& drawnView() const { return m_drawnView; }

    [[nodiscard]] const Lens& lens() const { return m_lens; }

    [[nodiscard]] const Selection& selection() const { return m_selection; }

    /// What the pointer is on, in whichever view; stands out while it is there.
    [[nodiscard]] const Selection& hovered() const { return m_hovered; }

    /// What words are read with; names that the reader taught come on top of it when a briefing is
    /// read.
    [[nodiscard]] const Lexicon& lexicon() const { return *m_lexicon; }

    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    [[nodiscard]] bool isEmpty() const;
    /// Before anything is open: the layout engine of what will be. No step of undo.
    void setUsualEngine(const QString& engine);
    /// Before anything is open: what the reader said about names earlier. No step of undo.
    void setLearntNames(Shared<LearntNames> names);
    /// Valuations and stakes of the bundled facts; read at first use.
    [[nodiscard]] std::shared_ptr<const Network> background() const;
    [[nodiscard]] std::optional<std::size_t> findBriefing(const QString& id) const;

    /// Reads files off the GUI thread and adds them, as one undoable change. Problems are told by
    /// messages(); what could be read is kept.
    void open(const QStringList& paths);
    void paste(const QString& text, bool isHtml);
    [[nodiscard]] bool isBusy() const;
    /// Stops what is being read; what is open stays as it is.
    void cancel();

    /// One undoable change. Same merge key as the last one: one step (a drag).
    void apply(const QString& text, Project next, int mergeKey = -1);
    void review(DealId deal, Review review);
    void review(ValuationId valuation, Review review);
    void review(StakeId stake, Review review);
    /// One step of a drag; all steps until endMove() are one change.
    void moveFirm(FirmId firm, Point to);
    void endMove();
    void unpin(FirmId firm);
    /// A new date resolves the relative dates of its facts again, off the GUI thread and as a step
    /// of its own; reviews are kept.
    void setBriefingDetails(std::size_t index, const QString& title, const QString& publisher,
                            std::optional<PartialDate> date);
    /// As the reader wants it: also while its facts are being read again.
    [[nodiscard]] std::optional<PartialDate> briefingDate(std::size_t index) const;
    /// Takes a briefing out again, with what it alone says.
    void closeBriefing(std::size_t index);
    /// Takes a reading below the threshold into the network, as accepted by the reader.
    void acceptCandidateDeal(std::size_t briefing, std::size_t candidate);

    void setLens(Lens lens);
    /// Both at once: one step of the history.
    void setLens(Lens lens, Selection selection);
    void select(Selection selection);
    void hover(Selection hovered);
    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;

    /// For whoever meets a problem: told by messages().
    void report(const Diagnostics& diagnostics);

signals:
    void projectChanged();
    void viewChanged();
    /// Page, background or the charts' firm changed, or (with viewChanged) the filter.
    void lensChanged();
    void selectionChanged();
    void hoverChanged();
    void historyChanged();
    void busyChanged();
    void progressed(double fraction);
    /// A long text was read and can be shown; its facts are still being looked for.
    void briefingRead(const gyre::Briefing& briefing);
    /// The briefing that was added last, to be brought to the front.
    void briefingAdded(int index);
    /// To be shown without stopping the reader.
    void messages(const Diagnostics& diagnostics);

private:
    friend class ProjectChange;
    struct Private;

    void setProject(Project project);
    void updateView();
    /// Keys of valuations and stakes are given anew: nothing may lead back to the old ones.
    void forgetWhatWasSeen();
    [[nodiscard]] std::function<void(const Briefing&)> whenRead();
    [[nodiscard]] std::function<std::shared_ptr<const Lexicon>()> wordsNow() const;
    void join(const std::shared_ptr<const Addition>& addition, const QString& text);
    void take(const Joined& result, Diagnostics diagnostics, const QString& text);
    void setBriefingDate(const QString& id, std::optional<PartialDate> date);
    void takeReading(const QString& id, std::optional<PartialDate> date,
                     const Extraction& extraction);
    /// Somewhere new; what is left goes to the history.
    void look(Lens lens, Selection selection);
    void show(Lens lens, Selection selection);
    void revisit(const Lens& lens, const Selection& selection);

    std::shared_ptr<const Lexicon> m_lexicon;
    Project m_project;
    View m_view;
    View m_drawnView;
    Lens m_lens;
    Selection m_selection;
    Selection m_hovered;
    QUndoStack m_undo;
    std::unique_ptr<Private> m_private;
};

} // namespace gyre
