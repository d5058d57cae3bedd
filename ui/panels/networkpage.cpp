#include "ui/panels/networkpage.h"

#include "graph/layout/layouts.h"
#include "ui/canvas/canvas.h"
#include "ui/document/arranging.h"
#include "ui/document/guard.h"
#include "ui/panels/layoutnotice.h"
#include "ui/panels/titleedit.h"
#include "ui/style.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gyre {

namespace {

/// A picture of so many deals is composed before the next frame anyway.
constexpr std::size_t fewDeals = 30;
/// Going on from another picture looks at more ways to stand.
constexpr std::size_t fewToGoOn = 12;
constexpr int patience = 100;

void include(Emphasis& emphasis, const Network& network, DealId id)
{
    const Deal& deal = network.deal(id);
    emphasis.deals.insert(id);
    emphasis.firms.insert(deal.to);
    if (!deal.hasCollectivePayer())
        emphasis.firms.insert(deal.from);
}

Emphasis emphasisOf(const View& view, FirmId firm)
{
    Emphasis emphasis;
    if (!view.contains(firm))
        return emphasis;
    const Network& network = view.network();
    emphasis.selectedFirm = firm;
    emphasis.firms.insert(firm);
    for (const auto deals : {network.out(firm), network.in(firm), network.fromCollective(firm)})
        for (const DealId deal : deals)
            if (view.contains(deal))
                include(emphasis, network, deal);
    return emphasis;
}

Emphasis emphasisOf(const View& view, DealId deal)
{
    Emphasis emphasis;
    if (!view.contains(deal))
        return emphasis;
    emphasis.selectedDeal = deal;
    include(emphasis, view.network(), deal);
    return emphasis;
}

/// What of the picture belongs to the selection; the rest is dimmed.
Emphasis emphasisOf(const View& view, const Selection& selection)
{
    if (const auto* firm = std::get_if<FirmId>(&selection))
        return emphasisOf(view, *firm);
    if (const auto* deal = std::get_if<DealId>(&selection))
        return emphasisOf(view, *deal);
    Emphasis emphasis;
    const Network& network = view.network();
    for (const DealId deal : dealsOf(selection))
        if (view.contains(deal))
            include(emphasis, network, deal);
    if (const auto* pair = std::get_if<PairSelection>(&selection))
        emphasis.selectedDeal = pair->deals.front();
    const auto add = [&view, &emphasis](FirmId firm) {
        if (view.contains(firm))
            emphasis.firms.insert(firm);
    };
    if (const auto* valuation = std::get_if<ValuationId>(&selection)) {
        add(network.valuations()[valuation->value].org);
    } else if (const auto* stake = std::get_if<StakeId>(&selection)) {
        add(network.stakes()[stake->value].holder);
        add(network.stakes()[stake->value].org);
    }
    return emphasis;
}

} // namespace

NetworkPage::NetworkPage(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_canvas(new Canvas(this))
    , m_notice(new LayoutNotice(this))
    , m_titleEdit(new TitleEdit(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    m_canvas->setAccessibleName(tr("Network"));
    setFocusProxy(m_canvas);
    m_canvas->installEventFilter(this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NetworkPage::compose);
    connect(&m_work, &Work::failed, &document, &Document::report);
    connectCanvas();
    connectNotice();
}

NetworkPage::~NetworkPage() = default;

void NetworkPage::connectCanvas()
{
    Document* document = &m_document;
    connect(m_canvas, &Canvas::firmClicked, document,
            [document](FirmId firm) { document->select(firm); });
    connect(m_canvas, &Canvas::dealClicked, document,
            [document](DealId deal) { document->select(deal); });
    connect(m_canvas, &Canvas::pairClicked, document, [document](const std::vector<DealId>& deals) {
        document->select(PairSelection{deals});
    });
    connect(m_canvas, &Canvas::hovered, this, [this](FirmId firm, DealId deal) {
        m_isHoveredHere = true;
        m_document.hover(firm.isValid()   ? Selection{firm}
                         : deal.isValid() ? Selection{deal}
                                          : Selection{});
        m_isHoveredHere = false;
    });
    const auto clear = [document] { document->select({}); };
    connect(m_canvas, &Canvas::emptyClicked, document, clear);
    connect(m_canvas, &Canvas::cleared, document, clear);
    connect(m_canvas, &Canvas::firmDragged, document, [document](FirmId firm, Point to) {
        document->moveFirm(firm, to);
        document->endMove();
    });
    connect(m_canvas, &Canvas::firmMenuRequested, this, &NetworkPage::firmMenuRequested);
    connect(m_canvas, &Canvas::dealMenuRequested, this, &NetworkPage::dealMenuRequested);
    connect(m_canvas, &Canvas::emptyMenuRequested, this, &NetworkPage::emptyMenuRequested);
    connect(m_canvas, &Canvas::titleActivated, this, &NetworkPage::editTitle);
    connect(m_titleEdit, &TitleEdit::changed, document,
            [document](const QString& title) { retitle(*document, title); });
    connect(m_canvas, &Canvas::resized, this, &NetworkPage::schedule);
    connect(document, &Document::projectChanged, this, &NetworkPage::schedule);
    connect(document, &Document::viewChanged, this, &NetworkPage::schedule);
    connect(document, &Document::lensChanged, this, &NetworkPage::schedule);
    // The canvas dims by itself what the pointer on it is not about.
    connect(document, &Document::hoverChanged, this, [this] {
        if (!m_isHoveredHere)
            updateEmphasis();
    });
    connect(document, &Document::selectionChanged, this, [this] {
        updateEmphasis();
        const auto* firm = std::get_if<FirmId>(&m_document.selection());
        const auto* deal = std::get_if<DealId>(&m_document.selection());
        const auto* pair = std::get_if<PairSelection>(&m_document.selection());
        m_canvas->setSelected({firm ? *firm : FirmId(), deal   ? *deal
                                                        : pair ? pair->deals.front()
                                                               : DealId()});
        revealSelection();
    });
}

Placement NetworkPage::placesForExport() const
{
    return m_isFresh ? m_document.project().placement : m_kept.last();
}

std::optional<Point> NetworkPage::placeOf(FirmId firm) const
{
    const auto place = m_kept.last().place(firm);
    return place ? std::optional(place->at) : std::nullopt;
}

void NetworkPage::editTitle()
{
    const Picture& picture = m_canvas->picture();
    const auto piece = std::find_if(picture.furniture.begin(), picture.furniture.end(),
                                    [](const Furniture& f) { return f.what == u"title"; });
    if (piece == picture.furniture.end() || piece->texts.empty())
        return;
    const QRectF box(m_canvas->toWidget(piece->box.topLeft()),
                     m_canvas->toWidget(piece->box.bottomRight()));
    const QString& own = m_document.project().title;
    m_titleEdit->start(box.toAlignedRect(), piece->texts.front().pixels * m_canvas->zoom(),
                       own.isEmpty() ? picture.title : own, tr("Empty: the title is proposed"));
}

void NetworkPage::connectNotice()
{
    m_noticeTimer.setSingleShot(true);
    m_noticeTimer.setInterval(patience);
    const auto deals = [this] { return m_document.drawnView().dealCount(); };
    connect(&m_noticeTimer, &QTimer::timeout, this, [this, deals] { m_notice->showWork(deals()); });
    connect(&m_work, &Work::busyChanged, this, [this] {
        if (m_work.isBusy())
            return;
        m_noticeTimer.stop();
        if (!m_isStopped)
            m_notice->hide();
    });
    connect(&m_work, &Work::progressed, m_notice, &LayoutNotice::setProgress);
    connect(m_notice, &LayoutNotice::stopAsked, this, &NetworkPage::stop);
    connect(m_notice, &LayoutNotice::goOnAsked, this, &NetworkPage::schedule);
    // What was an empty page because files were being read may stay one.
    connect(&m_document, &Document::busyChanged, this, [this] {
        if (!m_document.isBusy() && !m_hasComposed)
            schedule();
    });
}

/// What is to be seen stays; the next change begins anew.
void NetworkPage::stop()
{
    m_work.cancel();
    m_noticeTimer.stop();
    m_isStopped = true;
    m_notice->showStopped(m_document.drawnView().dealCount());
}

/// Composes at the end of this turn of the event loop: several changes make one picture.
void NetworkPage::schedule()
{
    m_isStale = true;
    if (isVisible())
        m_timer.start(0);
}

PlacesFrom NetworkPage::placesFrom() const
{
    const Project& project = m_document.project();
    return {m_document.drawnView(), project.placement, project.arranging,
            m_document.lens().mergesPairs};
}

Scene NetworkPage::sceneOf(const PlacesFrom& from) const
{
    const Project& project = m_document.project();
    Scene scene;
    scene.view = from.view;
    scene.placement = m_kept.placesFor(from);
    scene.isContinued = m_kept.goesOn(from);
    scene.engine =
        from.arranging.engine.isEmpty() ? nullptr : findLayoutEngine(from.arranging.engine);
    scene.look.size = pageSize();
    scene.look.theme = themeOf(palette());
    scene.look.title = project.title;
    scene.look.mergesPairs = from.mergesPairs;
    scene.look.withBackground = m_document.lens().withBackground;
    scene.briefings = project.briefings;
    scene.networkFiles = project.networkFiles;
    if (scene.look.withBackground)
        scene.background = m_document.background();
    return scene;
}

/// Larger type makes a smaller picture that is drawn larger, as far as a picture can be small.
QSizeF NetworkPage::pageSize() const
{
    constexpr double leastWidth = 320;
    constexpr double leastHeight = 240;
    const QSizeF room = m_canvas->size();
    const double scale =
        std::min({typeScale(), room.width() / leastWidth, room.height() / leastHeight});
    return room / std::max(1.0, scale);
}

/// Not "no deals": they are still being read or laid out.
Picture NetworkPage::emptyPage() const
{
    Picture page;
    page.size = pageSize();
    page.palette = gyre::palette(themeOf(palette()));
    page.background = page.palette.canvas;
    return page;
}

void NetworkPage::compose()
{
    if (!isVisible() || m_canvas->size().isEmpty())
        return;
    m_isStale = false;
    m_isStopped = false;
    const PlacesFrom from = placesFrom();
    const bool isReading = m_document.isBusy() && from.view.dealCount() == 0;
    if (isReading || (!m_hasComposed && from.view.dealCount() > fewDeals))
        m_canvas->setPicture(emptyPage());
    if (isReading)
        return;
    Scene next = sceneOf(from);
    const Composed state{from, next.placement == from.pins || m_kept.isFresh(from)};
    if (from.view.dealCount() > (next.isContinued ? fewToGoOn : fewDeals))
        return composeInBackground(state, std::move(next));
    m_work.cancel();
    m_notice->hide();
    Diagnostics problems;
    guarded({}, problems, [&] { take(state, gyre::compose(next)); });
    if (!problems.empty())
        m_document.report(problems);
}

void NetworkPage::composeInBackground(const Composed& state, Scene scene)
{
    if (m_canvas->picture().discs.empty())
        m_notice->showWork(state.from.view.dealCount());
    else if (!m_notice->isVisible() && !m_noticeTimer.isActive())
        m_noticeTimer.start();
    m_sinceAsked.start();
    m_work.add(
        [this, state, scene = std::move(scene)](const Progress& progress) {
            const auto draft = [this, &progress](Picture first) {
                auto picture = std::make_shared<Picture>(std::move(first));
                m_work.meanwhile(progress, [this, picture] { showDraft(std::move(*picture)); });
            };
            auto made = std::make_shared<Composition>(gyre::compose(scene, progress, draft));
            return Work::Finish([this, state, made] { take(state, std::move(*made)); });
        },
        QStringLiteral("picture"));
}

void NetworkPage::take(const Composed& state, Composition composition)
{
    m_isFresh = state.isFresh;
    m_kept.take(state.from, composition.places, state.isFresh);
    m_hasComposed = !composition.picture.discs.empty();
    m_canvas->setPicture(std::move(composition.picture));
    updateEmphasis();
}

/// The firms in their places, while arcs and labels still look for theirs.
void NetworkPage::showDraft(Picture picture)
{
    if (m_sinceAsked.elapsed() < patience)
        return;
    m_canvas->setPicture(std::move(picture));
    updateEmphasis();
}

void NetworkPage::updateEmphasis()
{
    const View& view = m_document.drawnView();
    Emphasis emphasis = emphasisOf(view, m_document.hovered());
    if (emphasis.isEmpty())
        emphasis = emphasisOf(view, m_document.selection());
    m_canvas->setEmphasis(std::move(emphasis));
}

void NetworkPage::revealSelection()
{
    if (const auto* firm = std::get_if<FirmId>(&m_document.selection()))
        m_canvas->reveal(*firm);
    else if (const auto* deal = std::get_if<DealId>(&m_document.selection()))
        m_canvas->reveal(*deal);
}

bool NetworkPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_canvas && event->type() == QEvent::Paint && m_hasComposed)
        QTimer::singleShot(0, this, &NetworkPage::painted);
    return QWidget::eventFilter(watched, event);
}

void NetworkPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        schedule();
    QWidget::changeEvent(event);
}

void NetworkPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        m_timer.start(0);
}

} // namespace gyre
