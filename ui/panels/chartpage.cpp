#include "ui/panels/chartpage.h"

#include "graph/model/networkofdate.h"
#include "ui/charts/chartview.h"
#include "ui/panels/choice.h"
#include "ui/picture/exporting.h"
#include "ui/style.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace gyre {

namespace {

/// Firms that have something to draw, by name.
std::vector<FirmId> chartedFirms(const Network& network, ChartKind kind)
{
    std::vector<FirmId> firms;
    const auto add = [&firms](FirmId firm) {
        if (std::find(firms.begin(), firms.end(), firm) == firms.end())
            firms.push_back(firm);
    };
    if (kind == ChartKind::Valuations) {
        for (const Valuation& valuation : network.valuations())
            if (valuation.review != Review::Rejected)
                add(valuation.org);
    } else {
        for (const Stake& stake : network.stakes())
            if (stake.review != Review::Rejected)
                add(stake.org);
    }
    std::sort(firms.begin(), firms.end(), [&network](FirmId a, FirmId b) {
        const int order = network.firm(a).name.compare(network.firm(b).name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a < b;
    });
    return firms;
}

} // namespace

ChartPage::ChartPage(Document& document, ChartKind kind, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_kind(kind)
    , m_firms(new Choice(this))
    , m_view(new ChartView(this))
{
    auto* label = new QLabel(tr("Firm"), this);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(m_firms);
    m_firms->setAccessibleName(tr("Firm of the chart"));
    m_firms->setMinimumWidth(200);
    setFocusProxy(m_view);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 10, 16, 6);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_firms);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connectAll();
}

void ChartPage::connectAll()
{
    Document* document = &m_document;
    const auto stale = [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    };
    connect(document, &Document::projectChanged, this, stale);
    connect(document, &Document::viewChanged, this, stale);
    connect(document, &Document::lensChanged, this, stale);
    connect(document, &Document::selectionChanged, this, &ChartPage::showSelection);
    connect(m_view, &ChartView::valuationClicked, document,
            [document](ValuationId id) { document->select(id); });
    connect(m_view, &ChartView::stakeClicked, document,
            [document](StakeId id) { document->select(id); });
    connect(m_view, &ChartView::firmClicked, document, [document](FirmId firm) {
        if (document->network().contains(firm))
            document->select(firm);
    });
    connect(m_view, &ChartView::nothingClicked, document, [document] { document->select({}); });
    connect(m_firms, &QComboBox::activated, document, [this, document](int row) {
        Lens lens = document->lens();
        const QVariant firm = m_firms->itemData(row);
        lens.chartFirm =
            firm.isValid() ? std::optional(FirmId{firm.value<std::uint32_t>()}) : std::nullopt;
        document->setLens(lens);
    });
}

void ChartPage::refresh()
{
    m_isStale = false;
    fillFirms();
    const Project& project = m_document.project();
    const Lens& lens = m_document.lens();
    ChartScene scene;
    scene.kind = m_kind;
    const Network& network = m_document.view().network();
    scene.network = claimsWithin(network, lens.filter);
    scene.unfiltered = network;
    scene.asOf = lens.filter.asOf;
    scene.firm = lens.chartFirm;
    scene.look.theme = themeOf(palette());
    scene.look.withBackground = lens.withBackground;
    scene.briefings = project.briefings;
    scene.networkFiles = project.networkFiles;
    if (lens.withBackground)
        scene.background = networkOfDate(m_document.background(), lens.filter.asOf);
    m_view->setScene(std::move(scene));
    showSelection();
}

void ChartPage::fillFirms()
{
    const Network& network = m_document.view().network();
    m_firms->clear();
    m_firms->addItem(tr("All firms"));
    std::vector<FirmId> firms = chartedFirms(network, m_kind);
    const auto wanted = m_document.lens().chartFirm;
    if (wanted && std::find(firms.begin(), firms.end(), *wanted) == firms.end())
        firms.push_back(*wanted);
    for (const FirmId firm : firms) {
        m_firms->addItem(network.firm(firm).name, firm.value);
        if (wanted == firm)
            m_firms->setCurrentIndex(m_firms->count() - 1);
    }
}

void ChartPage::showSelection()
{
    std::optional<ValuationId> valuation;
    std::optional<StakeId> stake;
    if (const auto* selected = std::get_if<ValuationId>(&m_document.selection()))
        valuation = *selected;
    if (const auto* selected = std::get_if<StakeId>(&m_document.selection()))
        stake = *selected;
    m_view->setSelected(valuation, stake);
}

void ChartPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_isStale = true;
    QWidget::changeEvent(event);
}

void ChartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

} // namespace gyre
