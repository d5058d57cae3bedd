#include "ui/panels/factmenu.h"

#include <QCoreApplication>
#include <QMenu>

namespace gyre {

namespace {

struct FactMenu
{
    Q_DECLARE_TR_FUNCTIONS(FactMenu)
};

} // namespace

void addFactActions(QMenu& menu, Document& document, const FactId& fact, const EditFact& edit)
{
    const auto add = [&](const QString& text, Review next) {
        menu.addAction(text, &document, [&document, fact, next] { review(document, fact, next); });
    };
    const Review now = reviewOf(document.network(), fact);
    QAction* change =
        menu.addAction(FactMenu::tr("Edit…"), &document, [edit, fact] { edit(fact); });
    change->setShortcut(QKeySequence(Qt::Key_E));
    if (now == Review::Accepted)
        add(FactMenu::tr("Undo accept"), Review::Unreviewed);
    else if (now == Review::Unreviewed)
        add(FactMenu::tr("Accept"), Review::Accepted);
    if (now == Review::Rejected)
        add(FactMenu::tr("Undo reject"), Review::Unreviewed);
    else
        add(FactMenu::tr("Reject"), Review::Rejected);
}

} // namespace gyre
