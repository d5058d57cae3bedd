#include "ui/document/document.h"

#include "graph/briefing/extract.h"
#include "graph/interchange/background.h"
#include "graph/model/edits.h"
#include "graph/model/largest.h"
#include "graph/model/networkofdate.h"
#include "ui/document/addition.h"
#include "ui/document/change.h"
#include "ui/document/closing.h"
#include "ui/document/guard.h"
#include "ui/document/history.h"
#include "ui/document/work.h"

#include <QFileInfo>

#include <map>

namespace gyre {

namespace {

struct Visit
{
    Lens lens;
    Selection selection;
    bool operator==(const Visit&) const = default;
};

QString openText(const QStringList& paths)
{
    return paths.size() == 1 ? Document::tr("Open %1").arg(QFileInfo(paths.front()).fileName())
                             : Document::tr("Open %1 files").arg(paths.size());
}

QString reviewText(Review review)
{
    switch (review) {
    case Review::Accepted:
        return Document::tr("Accept");
    case Review::Rejected:
        return Document::tr("Reject");
    default:
        return Document::tr("Change review");
    }
}

bool isThere(const Network& network, const Selection& selection)
{
    struct Check
    {
        const Network& network;

        bool operator()(std::monostate) const { return true; }

        bool operator()(FirmId id) const { return network.contains(id); }

        bool operator()(DealId id) const { return network.contains(id); }

        bool operator()(ValuationId id) const { return id.value < network.valuations().size(); }

        bool operator()(StakeId id) const { return id.value < network.stakes().size(); }

        bool operator()(const LoopSelection& loop) const
        {
            const auto isIn = [this](auto id) { return network.contains(id); };
            return std::all_of(loop.firms.begin(), loop.firms.end(), isIn) &&
                   std::all_of(loop.deals.begin(), loop.deals.end(), isIn);
        }

        bool operator()(const PairSelection& pair) const
        {
            return !pair.deals.empty() &&
                   std::all_of(pair.deals.begin(), pair.deals.end(),
                               [this](DealId id) { return network.contains(id); });
        }
    };

    return std::visit(Check{network}, selection);
}

/// Without what the network does not have (any more).
Lens fitting(Lens lens, const Network& network)
{
    std::erase_if(lens.filter.focus,
                  [&network](const Filter::Focus& focus) { return !network.contains(focus.firm); });
    if (const auto& route = lens.filter.route;
        route && (!network.contains(route->from) || !network.contains(route->to)))
        lens.filter.route.reset();
    if (lens.chartFirm && !network.contains(*lens.chartFirm))
        lens.chartFirm.reset();
    return lens;
}

} // namespace

struct Document::Private
{
    History<Visit> history;
    Work work;
    /// Grows with every change, undo and redo: tells a background result made from an older state.
    int revision = 0;
    /// Tells one drag of a firm from the next one.
    int drag = 0;
    std::shared_ptr<const Network> background;
    /// Dates of briefings whose facts are being read again, by the briefing's id.
    std::map<QString, std::optional<PartialDate>> wantedDates;
};

Document::Document(std::shared_ptr<const Lexicon> lexicon, QObject* parent)
    : QObject(parent)
    , m_lexicon(std::move(lexicon))
    , m_private(std::make_unique<Private>())
{
    connect(&m_private->work, &Work::busyChanged, this, &Document::busyChanged);
    connect(&m_private->work, &Work::progressed, this, &Document::progressed);
    connect(&m_private->work, &Work::failed, this, &Document::messages);
}

Document::~Document() = default;

bool Document::isEmpty() const
{
    return m_project.briefings.empty() && m_project.networkFiles.isEmpty() &&
           m_project.network.firmSlots() == 0;
}

void Document::setUsualEngine(const QString& engine)
{
    if (isEmpty())
        m_project.arranging.engine = engine;
}

void Document::setLearntNames(Shared<LearntNames> names)
{
    if (isEmpty())
        m_project.learnt = std::move(names);
}

bool Document::isBusy() const
{
    return m_private->work.isBusy();
}

std::shared_ptr<const Network> Document::background() const
{
    if (!m_private->background)
        m_private->background = std::make_shared<const Network>(backgroundFacts());
    return m_private->background;
}

std::optional<std::size_t> Document::findBriefing(const QString& id) const
{
    for (std::size_t i = 0; i < m_project.briefings.size(); ++i)
        if (m_project.briefings[i]->briefing.id == id)
            return i;
    return std::nullopt;
}

/// Called by the worker: hands the text over to the GUI thread.
std::function<void(const Briefing&)> Document::whenRead()
{
    return [this](const Briefing& briefing) {
        QMetaObject::invokeMethod(
            this, [this, briefing] { emit briefingRead(briefing); }, Qt::QueuedConnection);
    };
}

/// The words that a briefing asked for now is read with; made by the worker, off the GUI thread.
std::function<std::shared_ptr<const Lexicon>()> Document::wordsNow() const
{
    return [words = m_lexicon, learnt = m_project.learnt] {
        return learnt->empty() ? words : std::make_shared<const Lexicon>(*learnt);
    };
}

void Document::open(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    m_private->work.add(
        [this, paths, words = wordsNow(), whenRead = whenRead()](const Progress& progress) {
            auto addition =
                std::make_shared<const Addition>(readFiles(paths, *words(), whenRead, progress));
            return Work::Finish([this, addition, paths] { join(addition, openText(paths)); });
        });
}

void Document::paste(const QString& text, bool isHtml)
{
    m_private->work.add([this, text, isHtml, words = wordsNow(),
                         whenRead = whenRead()](const Progress& progress) {
        auto addition =
            std::make_shared<const Addition>(readPaste(text, isHtml, *words(), whenRead, progress));
        return Work::Finish([this, addition] { join(addition, tr("Paste briefing")); });
    });
}

void Document::cancel()
{
    m_private->wantedDates.clear();
    m_private->work.cancel();
}

void Document::join(const std::shared_ptr<const Addition>& addition, const QString& text)
{
    if (addition->isEmpty()) {
        emit messages(addition->diagnostics);
        return;
    }
    m_private->work.addNext([this, addition, text, project = m_project,
                             revision = m_private->revision](const Progress&) {
        auto result = std::make_shared<Joined>();
        guarded({}, result->diagnostics, [&] { *result = joined(project, *addition); });
        return Work::Finish([this, addition, text, result, revision] {
            if (revision != m_private->revision)
                join(addition, text);
            else
                take(*result, addition->diagnostics, text);
        });
    });
}

void Document::take(const Joined& result, Diagnostics diagnostics, const QString& text)
{
    diagnostics.insert(diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
    const bool bringsAnything = result.project.briefings.size() != m_project.briefings.size() ||
                                result.project.networkFiles != m_project.networkFiles;
    if (bringsAnything)
        apply(text, result.project);
    if (result.firstNewBriefing)
        emit briefingAdded(int(*result.firstNewBriefing));
    if (!diagnostics.empty())
        emit messages(diagnostics);
}

void Document::setProject(Project project)
{
    ++m_private->revision;
    const bool isSameNetwork = project.network == m_project.network;
    m_project = std::move(project);
    m_lens = fitting(std::move(m_lens), m_project.network);
    const bool keepsSelection = isThere(m_project.network, m_selection);
    if (!keepsSelection)
        m_selection = {};
    m_hovered = {};
    if (!isSameNetwork)
        updateView();
    emit projectChanged();
    if (!isSameNetwork)
        emit viewChanged();
    if (!keepsSelection)
        emit selectionChanged();
}

void Document::updateView()
{
    m_view = viewOf(networkOfDate(m_project.network, m_lens.filter.asOf), m_lens.filter);
    m_drawnView = drawnPart(m_view, m_lens.mergesPairs);
}

void Document::apply(const QString& text, Project next, int mergeKey)
{
    if (next == m_project)
        return;
    // Keys of the branch that is given up may be given anew: nothing may lead back to them.
    if (m_undo.canRedo()) {
        m_private->history.clear();
        emit historyChanged();
    }
    m_undo.push(new ProjectChange(*this, text, std::move(next), mergeKey));
}

void Document::review(DealId deal, Review review)
{
    Project next = m_project;
    next.network = reviewed(std::move(next.network), deal, review);
    apply(reviewText(review), std::move(next));
}

void Document::review(ValuationId valuation, Review review)
{
    Project next = m_project;
    next.network = reviewed(std::move(next.network), valuation, review);
    apply(reviewText(review), std::move(next));
}

void Document::review(StakeId stake, Review review)
{
    Project next = m_project;
    next.network = reviewed(std::move(next.network), stake, review);
    apply(reviewText(review), std::move(next));
}

void Document::moveFirm(FirmId firm, Point to)
{
    Project next = m_project;
    next.placement.set(firm, {to, true});
    apply(tr("Move %1").arg(network().firm(firm).name), std::move(next), m_private->drag);
}

void Document::endMove()
{
    ++m_private->drag;
}

void Document::unpin(FirmId firm)
{
    Project next = m_project;
    next.placement.forget(firm);
    apply(tr("Let %1 go").arg(network().firm(firm).name), std::move(next));
}

void Document::setBriefingDetails(std::size_t index, const QString& title, const QString& publisher,
                                  std::optional<PartialDate> date)
{
    const bool isOtherDate = briefingDate(index) != date;
    ReadBriefing read = *m_project.briefings.at(index);
    const QString id = read.briefing.id;
    read.briefing.title = title;
    read.briefing.publisher = publisher;
    Project next = m_project;
    next.briefings[index] = std::move(read);
    apply(tr("Change briefing details"), std::move(next));
    if (isOtherDate)
        setBriefingDate(id, date);
}

std::optional<PartialDate> Document::briefingDate(std::size_t index) const
{
    const Briefing& briefing = m_project.briefings.at(index)->briefing;
    const auto wanted = m_private->wantedDates.find(briefing.id);
    return wanted != m_private->wantedDates.end() ? wanted->second : briefing.date;
}

void Document::setBriefingDate(const QString& id, std::optional<PartialDate> date)
{
    // Each briefing has a key of its own: the newest date of each is read, none drops another's.
    const QString key = QStringLiteral("date ") + id;
    const auto index = findBriefing(id);
    if (!index)
        return;
    if (m_project.briefings[*index]->briefing.date == date) {
        m_private->wantedDates.erase(id);
        m_private->work.drop(key);
        return;
    }
    m_private->wantedDates[id] = date;
    Briefing briefing = m_project.briefings[*index]->briefing;
    briefing.date = date;
    m_private->work.add(
        [this, id, date, briefing = std::move(briefing),
         words = wordsNow()](const Progress& progress) {
            auto problems = std::make_shared<Diagnostics>();
            auto found = std::make_shared<Extraction>();
            guarded(briefing.path, *problems,
                    [&] { *found = extract(briefing, *words(), progress); });
            return Work::Finish([this, id, date, found, problems] {
                m_private->wantedDates.erase(id);
                if (problems->empty())
                    takeReading(id, date, *found);
                else
                    emit messages(*problems);
            });
        },
        key);
}

/// Into the briefing as it is by now: its title may have been changed meanwhile, its opening
/// undone.
void Document::takeReading(const QString& id, std::optional<PartialDate> date,
                           const Extraction& extraction)
{
    const auto index = findBriefing(id);
    if (!index)
        return;
    ReadBriefing read = *m_project.briefings[*index];
    read.briefing.date = date;
    read.extraction = extraction;
    apply(tr("Change briefing date"), reread(m_project, id, std::move(read)));
}

void Document::closeBriefing(std::size_t index)
{
    const Briefing& briefing = m_project.briefings.at(index)->briefing;
    const QString title = briefing.title.isEmpty() ? tr("briefing") : briefing.title;
    m_undo.push(new ProjectChange(*this, tr("Close %1").arg(title), closed(m_project, briefing.id),
                                  -1, ProjectChange::Keys::Anew));
}

void Document::forgetWhatWasSeen()
{
    m_private->history.clear();
    if (m_selection.index() != 0) {
        m_selection = {};
        emit selectionChanged();
    }
    emit historyChanged();
}

void Document::acceptCandidateDeal(std::size_t briefing, std::size_t candidate)
{
    const Extraction& extraction = m_project.briefings.at(briefing)->extraction;
    Extraction accepted;
    accepted.firms = extraction.firms;
    accepted.deals.push_back(extraction.candidateDeals.at(candidate));
    accepted.deals.back().review = Review::Accepted;
    Project next = m_project;
    next.network = assembled(std::move(next.network), accepted);
    apply(tr("Add to network"), std::move(next));
}

void Document::setLens(Lens lens)
{
    look(fitting(std::move(lens), m_project.network), m_selection);
}

void Document::setLens(Lens lens, Selection selection)
{
    if (isThere(m_project.network, selection))
        look(fitting(std::move(lens), m_project.network), std::move(selection));
}

void Document::select(Selection selection)
{
    if (isThere(m_project.network, selection))
        look(m_lens, std::move(selection));
}

void Document::hover(Selection hovered)
{
    if (m_hovered == hovered)
        return;
    m_hovered = std::move(hovered);
    emit hoverChanged();
}

void Document::look(Lens lens, Selection selection)
{
    if (lens == m_lens && selection == m_selection)
        return;
    m_private->history.leave(Visit{m_lens, m_selection});
    show(std::move(lens), std::move(selection));
}

void Document::show(Lens lens, Selection selection)
{
    const bool isSameFilter = lens.filter == m_lens.filter;
    const bool isSameLens = lens == m_lens;
    const bool isSameSelection = selection == m_selection;
    m_lens = std::move(lens);
    m_selection = std::move(selection);
    if (!isSameFilter)
        updateView();
    else if (!isSameLens)
        m_drawnView = drawnPart(m_view, m_lens.mergesPairs);
    if (!isSameFilter)
        emit viewChanged();
    if (!isSameLens)
        emit lensChanged();
    if (!isSameSelection)
        emit selectionChanged();
    emit historyChanged();
}

void Document::back()
{
    if (const auto visit = m_private->history.back({m_lens, m_selection}))
        revisit(visit->lens, visit->selection);
}

void Document::forward()
{
    if (const auto visit = m_private->history.forward({m_lens, m_selection}))
        revisit(visit->lens, visit->selection);
}

void Document::revisit(const Lens& lens, const Selection& selection)
{
    const bool canSelect = isThere(m_project.network, selection);
    show(fitting(lens, m_project.network), canSelect ? selection : Selection{});
}

bool Document::canGoBack() const
{
    return m_private->history.canGoBack();
}

bool Document::canGoForward() const
{
    return m_private->history.canGoForward();
}

void Document::report(const Diagnostics& diagnostics)
{
    emit messages(diagnostics);
}

} // namespace gyre
