#include "ui/panels/pages.h"

#include "ui/panels/chartpage.h"
#include "ui/panels/dealspage.h"
#include "ui/panels/loopspage.h"
#include "ui/panels/networkpage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace gyre {

namespace {

/// Right of the row of tabs.
constexpr int tabMargin = 10;

} // namespace

Pages::Pages(Document& document, const Analyses& analyses, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_analyses(analyses)
    , m_tabs(new QTabBar(this))
    , m_signs(new QWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_network(new NetworkPage(document, m_stack))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    // Else it would never be told that it is too narrow.
    m_tabs->setMinimumWidth(60);
    m_tabs->setAccessibleName(tr("Views"));
    for (int i = 0; i < pageCount; ++i)
        m_tabs->addTab(QString());
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, tabMargin, 0);
    row->addWidget(m_tabs, 1);
    row->addWidget(m_signs);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    m_pages.front() = m_network;
    m_stack->addWidget(m_network);
    refreshTitles();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        Lens lens = m_document.lens();
        lens.page = static_cast<Page>(index);
        m_document.setLens(lens);
    });
    connect(&document, &Document::lensChanged, this, &Pages::showPage);
    connect(&document, &Document::projectChanged, this, &Pages::fitTabs);
    connect(&analyses, &Analyses::changed, this, &Pages::fitTabs);
}

void Pages::addSigns(const std::vector<QAction*>& actions)
{
    auto* row = new QHBoxLayout(m_signs);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QAction* action : actions) {
        auto* button = new QToolButton(m_signs);
        button->setObjectName(QStringLiteral("icon"));
        button->setDefaultAction(action);
        button->setAccessibleName(action->text().remove(u'&'));
        row->addWidget(button);
    }
}

QWidget* Pages::made(Page page)
{
    switch (page) {
    case Page::Network:
        return m_network;
    case Page::Valuations:
        return new ChartPage(m_document, ChartKind::Valuations, m_stack);
    case Page::Ownership:
        return new ChartPage(m_document, ChartKind::Ownership, m_stack);
    case Page::Loops:
        return new LoopsPage(m_document, m_analyses, m_stack);
    case Page::Deals: {
        auto* deals = new DealsPage(m_document, m_stack);
        connect(deals, &DealsPage::dealMenuRequested, this, &Pages::dealMenuRequested);
        return deals;
    }
    }
    return m_network;
}

QWidget& Pages::page(Page page)
{
    QWidget*& known = m_pages.at(static_cast<std::size_t>(page));
    if (known == nullptr) {
        known = made(page);
        m_stack->addWidget(known);
    }
    return *known;
}

void Pages::showPage()
{
    const Page page = m_document.lens().page;
    QWidget& next = this->page(page);
    m_tabs->setCurrentIndex(static_cast<int>(page));
    if (&next != m_stack->currentWidget()) {
        // A page that goes takes the focus with it; it is to stay in the middle of the window.
        const bool hadFocus = m_stack->isAncestorOf(window()->focusWidget());
        m_stack->setCurrentWidget(&next);
        if (hadFocus)
            next.setFocus(Qt::OtherFocusReason);
    }
    m_signs->setVisible(page == Page::Network);
    fitTabs();
}

void Pages::refreshTitles()
{
    const QLocale locale;
    const bool withCounts = m_room != Room::Little;
    const auto counted = [&locale, withCounts](const QString& title, std::size_t count) -> QString {
        return count == 0 || !withCounts ? title
                                         : title + u' ' + locale.toString(qulonglong(count));
    };
    const std::array titles{tr("Network"), tr("Valuations"), tr("Ownership"),
                            counted(tr("Loops"), m_analyses.circuits().found.size()),
                            counted(tr("Deals"), m_document.view().dealCount())};
    for (int i = 0; i < pageCount; ++i)
        m_tabs->setTabText(i, titles.at(std::size_t(i)));
}

/// No tab may hide: they stand closer first, then they go without their counts.
void Pages::fitTabs()
{
    m_signs->setVisible(m_document.lens().page == Page::Network);
    for (const Room room : {Room::Ample, Room::Close, Room::Little}) {
        m_room = room;
        const bool isCompact = room != Room::Ample;
        if (m_tabs->property("isCompact").toBool() != isCompact) {
            m_tabs->setProperty("isCompact", isCompact);
            m_tabs->style()->unpolish(m_tabs);
            m_tabs->style()->polish(m_tabs);
        }
        refreshTitles();
        const int signs = m_signs->isHidden() ? 0 : m_signs->sizeHint().width();
        m_tabs->setUsesScrollButtons(false);
        if (m_tabs->sizeHint().width() + signs + tabMargin <= width())
            return;
    }
    // Less than that only a window gives that was made so narrow by hand: what the menu has too
    // makes room.
    m_signs->setVisible(m_document.lens().page == Page::Network &&
                        m_signs->sizeHint().width() <= width() / 3);
    m_tabs->setUsesScrollButtons(true);
}

void Pages::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTabs();
}

} // namespace gyre
