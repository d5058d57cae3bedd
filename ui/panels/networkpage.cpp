#include "ui/panels/networkpage.h"

#include "ui/canvas/canvas.h"
#include "ui/document/guard.h"
#include "ui/style.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gyre {

namespace {

/// A picture of so many deals is composed before the next frame anyway.
constexpr std::size_t fewDeals = 250;

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
    if (const auto* loop = std::get_if<LoopSelection>(&selection)) {
        for (const DealId deal : loop->deals)
            if (view.contains(deal))
                include(emphasis, network, deal);
    } else if (const auto* valuation = std::get_if<ValuationId>(&selection)) {
        emphasis.firms.insert(network.valuations()[valuation->value].org);
    } else if (const auto* stake = std::get_if<StakeId>(&selection)) {
        emphasis.firms.insert(network.stakes()[stake->value].holder);
        emphasis.firms.insert(network.stakes()[stake->value].org);
    }
    return emphasis;
}

} // namespace

NetworkPage::NetworkPage(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_canvas(new Canvas(this))
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
}

NetworkPage::~NetworkPage() = default;

void NetworkPage::connectCanvas()
{
    Document* document = &m_document;
    connect(m_canvas, &Canvas::firmClicked, document,
            [document](FirmId firm) { document->select(firm); });
    connect(m_canvas, &Canvas::dealClicked, document,
            [document](DealId deal) { document->select(deal); });
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
        revealSelection();
    });
}

Placement NetworkPage::placesForExport() const
{
    return m_isFresh ? m_document.project().placement : m_kept.last();
}

void NetworkPage::arrangeAnew()
{
    m_kept.clear();
    schedule();
}

/// Composes at the end of this turn of the event loop: several changes make one picture.
void NetworkPage::schedule()
{
    m_isStale = true;
    if (isVisible())
        m_timer.start(0);
}

Scene NetworkPage::scene() const
{
    const Project& project = m_document.project();
    Scene scene;
    scene.view = m_document.view();
    scene.placement = m_kept.placesFor(scene.view, project.placement);
    scene.look.size = m_canvas->size();
    scene.look.theme = themeOf(palette());
    scene.look.withBackground = m_document.lens().withBackground;
    scene.briefings = project.briefings;
    scene.networkFiles = project.networkFiles;
    if (scene.look.withBackground)
        scene.background = m_document.background();
    return scene;
}

void NetworkPage::compose()
{
    if (!isVisible() || m_canvas->size().isEmpty())
        return;
    m_isStale = false;
    Scene next = scene();
    const Placement& pins = m_document.project().placement;
    const Composed state{next.view, pins,
                         next.placement == pins || m_kept.isFresh(next.view, pins)};
    if (next.view.dealCount() <= fewDeals) {
        m_work.cancel();
        Diagnostics problems;
        guarded({}, problems, [&] { take(state, gyre::compose(next)); });
        if (!problems.empty())
            m_document.report(problems);
        return;
    }
    m_work.add(
        [this, state, next = std::move(next)](const Progress& progress) {
            auto made = std::make_shared<Composition>(gyre::compose(next, progress));
            return Work::Finish([this, state, made] { take(state, std::move(*made)); });
        },
        QStringLiteral("picture"));
}

void NetworkPage::take(const Composed& state, Composition composition)
{
    m_isFresh = state.isFresh;
    m_kept.take(state.view, state.pins, composition.places, state.isFresh);
    m_hasComposed = !composition.picture.discs.empty();
    m_canvas->setPicture(std::move(composition.picture));
    updateEmphasis();
}

void NetworkPage::updateEmphasis()
{
    const View& view = m_document.view();
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
