#include "ui/panels/asofbutton.h"

#include "ui/panels/undokeys.h"
#include "ui/words/firmnames.h"
#include "ui/words/words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <set>

namespace gyre {

namespace {

/// Further back one types.
constexpr std::size_t mostYears = 8;

/// In which something happens, the latest first.
std::vector<int> yearsOf(const Network& network)
{
    std::set<int, std::greater<>> years;
    for (const DealId id : network.deals())
        if (const auto& date = network.deal(id).date)
            years.insert(date->year());
    std::vector<int> found(years.begin(), years.end());
    found.resize(std::min(found.size(), mostYears));
    return found;
}

} // namespace

AsOfButton::AsOfButton(Document& document, QWidget* parent)
    : QToolButton(parent)
    , m_document(document)
{
    setObjectName(QStringLiteral("control"));
    setAccessibleName(tr("As of which date"));
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    m_any = menu->addAction(tr("All that is known today"), this, [this] { setDate({}); });
    m_any->setCheckable(true);
    menu->addSeparator();
    m_afterYears = menu->addSeparator();
    addTyped(*menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillYears(*menu); });
    setMenu(menu);
    connect(&document, &Document::lensChanged, this, &AsOfButton::refresh);
    connect(&document, &Document::projectChanged, this, &AsOfButton::refresh);
    refresh();
}

void AsOfButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    refresh();
}

void AsOfButton::addTyped(QMenu& menu)
{
    m_typed = new QLineEdit(&menu);
    m_typed->setPlaceholderText(tr("Another date"));
    m_typed->setAccessibleName(tr("As of the date"));
    passOnUndoKeys(*m_typed);
    m_hint = new QLabel(&menu);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing());
    m_hint->setAlignment(Qt::AlignTop);
    auto* both = new QWidget(&menu);
    both->setFocusProxy(m_typed);
    // A click beside the field is no choice that would close the menu.
    both->setAttribute(Qt::WA_NoMousePropagation);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(6, 4, 6, 4);
    column->addWidget(m_typed);
    column->addWidget(m_hint);
    auto* action = new QWidgetAction(&menu);
    action->setDefaultWidget(both);
    menu.addAction(action);
    m_typed->installEventFilter(this);
    connect(m_typed, &QLineEdit::textEdited, this, [this] { hint({}); });
}

/// Return in the field is no choice of the entry that the menu stands on.
bool AsOfButton::eventFilter(QObject* watched, QEvent* event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
    if (watched != m_typed || (key != Qt::Key_Return && key != Qt::Key_Enter))
        return QToolButton::eventFilter(watched, event);
    takeTyped();
    return true;
}

void AsOfButton::fillYears(QMenu& menu)
{
    m_typed->clear();
    hint({});
    for (QAction* year : m_years) {
        menu.removeAction(year);
        delete year;
    }
    m_years.clear();
    const auto& asOf = m_document.lens().filter.asOf;
    for (const int year : yearsOf(m_document.network())) {
        const auto date = PartialDate::year(year);
        auto* action = new QAction(tr("End of %1").arg(year), &menu);
        action->setCheckable(true);
        action->setChecked(asOf == date);
        connect(action, &QAction::triggered, this, [this, date] { setDate(date); });
        menu.insertAction(m_afterYears, action);
        m_years.push_back(action);
    }
}

void AsOfButton::setDate(const std::optional<PartialDate>& date)
{
    Lens lens = m_document.lens();
    lens.filter.asOf = date;
    m_document.setLens(lens);
    refresh();
}

void AsOfButton::hint(const QString& refused)
{
    QPalette colours = palette();
    if (refused.isEmpty()) {
        m_hint->setText(tr("as 2019 or 28 Oct 2021"));
        colours.setColor(QPalette::WindowText, colours.color(QPalette::PlaceholderText));
    } else {
        const QString shown = refused.size() > 16 ? refused.left(15) + u'…' : refused;
        m_hint->setText(tr("“%1” is no date; write 28 Oct 2021").arg(shown));
        colours.setColor(QPalette::WindowText, colours.color(QPalette::BrightText));
    }
    m_hint->setPalette(colours);
    m_typed->setAccessibleDescription(m_hint->text());
}

void AsOfButton::takeTyped()
{
    const auto date = typedDate(m_typed->text());
    if (!date) {
        hint(m_typed->text().trimmed());
        m_typed->selectAll();
        return;
    }
    menu()->close();
    setDate(date);
}

void AsOfButton::refresh()
{
    const auto& asOf = m_document.lens().filter.asOf;
    const QString date = asOf ? tr("As of %1").arg(words(*asOf)) : tr("Any date");
    const QString brief = asOf ? words(*asOf) : tr("Date");
    setText((m_isCompact ? brief : date) + QStringLiteral(" ▾"));
    m_any->setChecked(!asOf);
    QStringList tip{asOf ? tr("Deals known by %1, firms by their names of then").arg(words(*asOf))
                         : tr("Look at the network as it was at a date")};
    if (const QString names = namesLine(m_document.view()); !names.isEmpty())
        tip << names;
    setToolTip(tip.join(u'\n'));
    setAccessibleDescription(toolTip());
    QFont type = font();
    type.setWeight(asOf ? QFont::DemiBold : QFont::Normal);
    setFont(type);
}

} // namespace gyre
