#include "ui/panels/topbar.h"

#include "ui/actions.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/searchfield.h"
#include "ui/style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace gyre {

namespace {

/// Narrower bars name the filters without what they are set to.
constexpr int roomForWords = 1240;

QToolButton* buttonOf(QAction& action, bool withText, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(&action);
    button->setObjectName(withText ? QStringLiteral("control") : QStringLiteral("icon"));
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action.text().remove(u'&'));
    return button;
}

} // namespace

TopBar::TopBar(Document& document, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_search(new SearchField(document, this))
    , m_filters(new FilterBar(document, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 7, 12, 8);
    row->setSpacing(6);
    for (const Command command : {Command::Open, Command::Paste}) {
        auto* button = buttonOf(actions[command], true, this);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setText(command == Command::Open ? tr("Open…") : tr("Paste"));
        row->addWidget(button);
    }
    row->addSpacing(4);
    for (const Command command : {Command::Undo, Command::Redo, Command::Back, Command::Forward})
        row->addWidget(buttonOf(actions[command], false, this));
    row->addSpacing(4);
    m_search->setMinimumWidth(110);
    m_search->setMaximumWidth(460);
    row->addWidget(m_search, 1);
    row->addSpacing(4);
    row->addWidget(m_filters);
    row->addStretch(0);
    auto* exportButton = new QPushButton(tr("Export…"), this);
    exportButton->setObjectName(QStringLiteral("primary"));
    exportButton->setToolTip(actions[Command::Export].toolTip());
    connect(exportButton, &QPushButton::clicked, &actions[Command::Export], &QAction::trigger);
    connect(&actions[Command::Export], &QAction::changed, exportButton,
            [exportButton, action = &actions[Command::Export]] {
                exportButton->setEnabled(action->isEnabled());
            });
    row->addWidget(exportButton);
}

void TopBar::fitInto(int width)
{
    m_filters->setCompact(width < roomForWords * typeScale());
    // Whoever asks next is to hear how little it needs now, not after the next events.
    m_filters->layout()->invalidate();
    m_filters->layout()->activate();
    m_filters->updateGeometry();
    layout()->invalidate();
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

} // namespace gyre
