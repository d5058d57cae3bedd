#include "ui/panels/helpdialogs.h"

#include "ui/actions.h"
#include "ui/style.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace gyre {

namespace {

struct Help
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

/// Not modal: whoever asks for help goes on working beside it.
QDialog* newDialog(const QString& title, QWidget& parent)
{
    auto* dialog = new QDialog(&parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 22, 24, 18);
    column->setSpacing(14);
    return dialog;
}

void finish(QDialog* dialog)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    dialog->layout()->addWidget(buttons);
    dialog->show();
}

QLabel* label(const QString& text, const QFont& font, QWidget* parent)
{
    auto* result = new QLabel(text, parent);
    result->setFont(font);
    result->setWordWrap(true);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return result;
}

} // namespace

void showAbout(QWidget& parent)
{
    QDialog* dialog = newDialog(Help::tr("About Gyre"), parent);
    dialog->setFixedWidth(440);
    dialog->layout()->addWidget(
        label(Help::tr("Gyre %1").arg(QCoreApplication::applicationVersion()),
              windowFont(20, QFont::Bold), dialog));
    dialog->layout()->addWidget(
        label(Help::tr("Reads news about investments, draws the deals between firms as a network "
                       "and shows the sentence behind every number. It works without any "
                       "connection: what you open stays on this computer."),
              windowFont(), dialog));
    dialog->layout()->addWidget(
        label(Help::tr("Free software under the GNU General Public License, version 3. Written "
                       "with Qt and Boost."),
              windowFont(12), dialog));
    finish(dialog);
}

void showShortcuts(const Actions& actions, QWidget& parent)
{
    QDialog* dialog = newDialog(Help::tr("Keyboard shortcuts"), parent);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(7);
    QStringList lines = actions.shortcuts();
    lines << Help::tr("Network: from firm to firm\tTab, arrows")
          << Help::tr("Network: along a deal\tCtrl+arrows")
          << Help::tr("Network: through a firm’s deals\tPage Down, Page Up")
          << Help::tr("Text: from finding to finding\tLeft, Right")
          << Help::tr("Facts: next, previous\tJ, K")
          << Help::tr("Facts: accept the selected one\tEnter")
          << Help::tr("Facts: reject, or undo it\tDel");
    constexpr int rowsOfColumn = 14;
    for (int i = 0; i < lines.size(); ++i) {
        const int column = 2 * (i / rowsOfColumn);
        grid->addWidget(label(lines[i].section(u'\t', 0, 0), windowFont(), dialog),
                        i % rowsOfColumn, column);
        grid->addWidget(label(lines[i].section(u'\t', 1), windowFont(13, QFont::DemiBold), dialog),
                        i % rowsOfColumn, column + 1);
    }
    static_cast<QVBoxLayout*>(dialog->layout())->addLayout(grid);
    finish(dialog);
}

void showMessages(const Diagnostics& diagnostics, QWidget& parent)
{
    QDialog* dialog = newDialog(Help::tr("Messages"), parent);
    dialog->resize(680, 420);
    QStringList lines;
    for (const Diagnostic& diagnostic : diagnostics)
        lines << located(diagnostic);
    auto* text = new QPlainTextEdit(dialog);
    text->setReadOnly(true);
    text->setAccessibleName(Help::tr("Messages"));
    text->setPlainText(lines.isEmpty() ? Help::tr("No messages so far.") : lines.join(u'\n'));
    dialog->layout()->addWidget(text);
    finish(dialog);
}

} // namespace gyre
