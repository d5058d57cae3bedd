#include "ui/panels/filterbar.h"

#include "ui/document/looking.h"
#include "ui/icons.h"
#include "ui/panels/asofbutton.h"
#include "ui/panels/undokeys.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace gyre {

namespace {

/// Stays open while boxes are ticked, so that several can be chosen.
class TickMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        QAction* action = actionAt(event->position().toPoint());
        if (action != nullptr && action->isCheckable() && action->isEnabled())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        QAction* action = activeAction();
        if (event->key() == Qt::Key_Space && action != nullptr && action->isCheckable())
            action->trigger();
        else
            QMenu::keyPressEvent(event);
    }
};

QToolButton* control(const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("control"));
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

QString withArrow(const QString& text)
{
    return text + QStringLiteral(" ▾");
}

/// "all", "all but X", "X", "3 of 9".
template<std::size_t count, typename WordsOf>
QString chosen(const std::bitset<count>& shown, WordsOf&& wordsOf)
{
    if (shown.all())
        return FilterBar::tr("all");
    for (std::size_t i = 0; i < count; ++i) {
        if (shown.count() == 1 && shown[i])
            return wordsOf(i);
        if (shown.count() == count - 1 && !shown[i])
            return FilterBar::tr("all but %1").arg(wordsOf(i));
    }
    return FilterBar::tr("%1 of %2").arg(shown.count()).arg(count);
}

QString stepsText(int hops)
{
    return hops == 1 ? FilterBar::tr("1 step") : FilterBar::tr("%1 steps").arg(hops);
}

QString typeWords(std::size_t i)
{
    return words(static_cast<DealType>(i));
}

QString statusWords(std::size_t i)
{
    return words(static_cast<Status>(i));
}

} // namespace

FilterBar::FilterBar(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_type(control(tr("Filter by type"), this))
    , m_status(control(tr("Filter by status"), this))
    , m_least(control(tr("Filter by amount"), this))
    , m_asOf(new AsOfButton(document, this))
    , m_background(control(tr("Background facts"), this))
    , m_focus(control(tr("Show all firms again"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QToolButton* button : std::initializer_list<QToolButton*>{m_focus, m_type, m_status,
                                                                   m_least, m_asOf, m_background})
        row->addWidget(button);
    addTypes();
    addStatuses();
    addLeast();
    addOthers();
    connect(&document, &Document::lensChanged, this, &FilterBar::refresh);
    connect(&document, &Document::projectChanged, this, &FilterBar::refresh);
    refresh();
}

void FilterBar::addTypes()
{
    auto* menu = new TickMenu(m_type);
    menu->addAction(tr("All"), this, [this] {
        Filter filter = m_document.lens().filter;
        filter.types.set();
        setFilter(filter);
    });
    menu->addSeparator();
    for (std::size_t i = 0; i < dealTypeCount; ++i) {
        QAction* action = menu->addAction(typeWords(i));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, i](bool isShown) {
            Filter filter = m_document.lens().filter;
            filter.types.set(i, isShown);
            setFilter(filter);
        });
        m_typeActions.push_back(action);
    }
    m_type->setMenu(menu);
}

void FilterBar::addStatuses()
{
    auto* menu = new TickMenu(m_status);
    menu->addAction(tr("All"), this, [this] {
        Filter filter = m_document.lens().filter;
        filter.statuses.set();
        setFilter(filter);
    });
    menu->addAction(tr("Without rumours and talks"), this, [this] {
        Filter filter = m_document.lens().filter;
        filter.statuses = Filter::defaultStatuses();
        filter.statuses.reset(std::size_t(Status::Rumoured)).reset(std::size_t(Status::InTalks));
        setFilter(filter);
    });
    menu->addSeparator();
    for (std::size_t i = 0; i < statusCount; ++i) {
        QAction* action = menu->addAction(statusWords(i));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, i](bool isShown) {
            Filter filter = m_document.lens().filter;
            filter.statuses.set(i, isShown);
            setFilter(filter);
        });
        m_statusActions.push_back(action);
    }
    m_status->setMenu(menu);
}

void FilterBar::addLeast()
{
    auto* menu = new QMenu(m_least);
    menu->addAction(tr("Any amount"), this, [this] { setLeast(0, {}); });
    for (const std::int64_t least : {100'000'000LL, 1'000'000'000LL, 10'000'000'000LL})
        menu->addAction(tr("%1 and more").arg(written(least, Currency::usd())), this,
                        [this, least] { setLeast(least, {}); });
    menu->addSeparator();
    m_typedLeast = new QLineEdit(menu);
    m_typedLeast->setPlaceholderText(tr("Another amount"));
    m_typedLeast->setAccessibleName(tr("Least amount"));
    passOnUndoKeys(*m_typedLeast);
    m_leastHint = new QLabel(menu);
    m_leastHint->setTextFormat(Qt::PlainText);
    m_leastHint->setWordWrap(true);
    m_leastHint->setMinimumHeight(2 * m_leastHint->fontMetrics().lineSpacing());
    m_leastHint->setAlignment(Qt::AlignTop);
    auto* both = new QWidget(menu);
    both->setFocusProxy(m_typedLeast);
    // A click beside the field is no choice that would close the menu.
    both->setAttribute(Qt::WA_NoMousePropagation);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(6, 4, 6, 4);
    column->addWidget(m_typedLeast);
    column->addWidget(m_leastHint);
    auto* typed = new QWidgetAction(menu);
    typed->setDefaultWidget(both);
    menu->addAction(typed);
    connect(m_typedLeast, &QLineEdit::returnPressed, this, &FilterBar::takeTypedLeast);
    connect(m_typedLeast, &QLineEdit::textEdited, this, [this] { hintAtLeast({}); });
    connect(menu, &QMenu::aboutToShow, m_typedLeast, &QLineEdit::clear);
    connect(menu, &QMenu::aboutToShow, this, [this] { hintAtLeast({}); });
    m_least->setMenu(menu);
}

void FilterBar::addOthers()
{
    m_background->setText(tr("Background"));
    m_background->setToolTip(
        tr("Background facts: known values and owners from public sources, drawn apart"));
    m_background->setCheckable(true);
    connect(m_background, &QToolButton::clicked, this, [this](bool isOn) {
        Lens lens = m_document.lens();
        lens.withBackground = isOn;
        m_document.setLens(lens);
    });
    m_focus->setToolTip(tr("Show all firms again"));
    m_focus->setPopupMode(QToolButton::MenuButtonPopup);
    connect(m_focus, &QToolButton::clicked, this, [this] { lookAtAll(m_document); });
    auto* menu = new QMenu(m_focus);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillFocusMenu(*menu); });
    m_focus->setMenu(menu);
}

/// How far round the firm, or which way between the two.
void FilterBar::fillFocusMenu(QMenu& menu)
{
    menu.clear();
    Document* document = &m_document;
    const Filter& filter = document->lens().filter;
    const auto add = [&menu, document](const QString& text, bool isOn, auto&& look) {
        QAction* action = menu.addAction(text, document, look);
        action->setCheckable(true);
        action->setChecked(isOn);
    };
    if (filter.route) {
        const Filter::Route route = *filter.route;
        const auto goes = [document, route](bool isDirected) {
            return [document, route, isDirected] {
                lookAtRoute(*document, {route.from, route.to, isDirected});
            };
        };
        add(tr("Deals in either direction"), !route.isDirected, goes(false));
        add(tr("Money from %1 to %2").arg(nameOf(route.from), nameOf(route.to)), route.isDirected,
            goes(true));
        menu.addAction(tr("The other way round"), document, [document, route] {
            lookAtRoute(*document, {route.to, route.from, route.isDirected});
        });
    } else if (!filter.focus.empty()) {
        const Filter::Focus focus = filter.focus.front();
        for (int hops = 1; hops <= mostHops; ++hops)
            add(stepsText(hops), focus.hops == hops,
                [document, focus, hops] { lookAround(*document, focus.firm, hops); });
    }
    menu.addSeparator();
    menu.addAction(tr("Show all firms again"), document, [document] { lookAtAll(*document); });
}

QString FilterBar::nameOf(FirmId firm) const
{
    constexpr qsizetype most = 22;
    const QString& name = m_document.view().network().firm(firm).name;
    return name.size() > most ? QString(name.left(most - 1).trimmed() + u'…') : name;
}

QString FilterBar::focusText() const
{
    const Filter& filter = m_document.lens().filter;
    if (const auto& route = filter.route)
        return route->isDirected
                   ? tr("Money from %1 to %2").arg(nameOf(route->from), nameOf(route->to))
                   : tr("Between %1 and %2").arg(nameOf(route->from), nameOf(route->to));
    if (filter.focus.empty())
        return {};
    const Filter::Focus& focus = filter.focus.front();
    return tr("Around %1, %2").arg(nameOf(focus.firm), stepsText(focus.hops));
}

void FilterBar::setCompact(bool isCompact)
{
    if (m_isCompact == isCompact)
        return;
    m_isCompact = isCompact;
    m_asOf->setCompact(isCompact);
    refresh();
}

void FilterBar::setFilter(const Filter& filter)
{
    Lens lens = m_document.lens();
    lens.filter = filter;
    m_document.setLens(lens);
}

void FilterBar::setLeast(std::int64_t least, Currency currency)
{
    Filter filter = m_document.lens().filter;
    filter.least = least;
    filter.leastCurrency = currency;
    setFilter(filter);
}

/// How an amount is written; what was typed instead is said to be none.
void FilterBar::hintAtLeast(const QString& refused)
{
    QPalette colours = palette();
    if (refused.isEmpty()) {
        m_leastHint->setText(tr("as $250M, €1.3bn or 500 million"));
        colours.setColor(QPalette::WindowText, colours.color(QPalette::PlaceholderText));
    } else {
        const QString shown = refused.size() > 16 ? refused.left(15) + u'…' : refused;
        m_leastHint->setText(tr("“%1” is no amount; write $250M").arg(shown));
        colours.setColor(QPalette::WindowText, colours.color(QPalette::BrightText));
    }
    m_leastHint->setPalette(colours);
    m_typedLeast->setAccessibleDescription(m_leastHint->text());
}

void FilterBar::takeTypedLeast()
{
    const auto typed = typedMoney(m_typedLeast->text());
    if (!typed) {
        hintAtLeast(m_typedLeast->text().trimmed());
        m_typedLeast->selectAll();
        return;
    }
    m_least->menu()->close();
    setLeast(typed->units, typed->currency);
}

void FilterBar::refresh()
{
    const Lens& lens = m_document.lens();
    const Filter& filter = lens.filter;
    const bool isUsualType = filter.types == Filter::defaultTypes();
    const bool isUsualStatus = filter.statuses == Filter::defaultStatuses();
    const QString types = isUsualType ? tr("all flows") : chosen(filter.types, typeWords);
    const QString statuses =
        isUsualStatus ? tr("incl. rumours") : chosen(filter.statuses, statusWords);
    m_type->setText(withArrow(m_isCompact ? tr("Type") : tr("Type: %1").arg(types)));
    m_status->setText(withArrow(m_isCompact ? tr("Status") : tr("Status: %1").arg(statuses)));
    m_type->setToolTip(tr("Type: %1").arg(types));
    m_status->setToolTip(tr("Status: %1").arg(statuses));
    const Currency currency =
        filter.leastCurrency.isKnown() ? filter.leastCurrency : Currency::usd();
    m_least->setText(withArrow(filter.least > 0 ? tr("≥ %1").arg(written(filter.least, currency))
                               : m_isCompact    ? tr("Amount")
                                                : tr("Any amount")));
    for (std::size_t i = 0; i < m_typeActions.size(); ++i)
        m_typeActions[i]->setChecked(filter.types[i]);
    for (std::size_t i = 0; i < m_statusActions.size(); ++i)
        m_statusActions[i]->setChecked(filter.statuses[i]);
    m_background->setChecked(lens.withBackground);
    const QString focused = focusText();
    m_focus->setVisible(!focused.isEmpty());
    m_focus->setText(tr("%1  ×").arg(focused));
    m_focus->setAccessibleName(tr("%1: show all firms again").arg(focused));
    for (const auto& [button, isUsual] :
         {std::pair{m_type, isUsualType}, std::pair{m_status, isUsualStatus},
          std::pair{m_least, filter.least == 0}}) {
        QFont font = button->font();
        font.setWeight(isUsual ? QFont::Normal : QFont::DemiBold);
        button->setFont(font);
    }
}

} // namespace gyre
