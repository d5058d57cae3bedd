#include "ui/dialogs/samefirmdialog.h"

#include "ui/dialogs/firmbox.h"
#include "ui/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace gyre {

SameFirmDialog::SameFirmDialog(const Network& network, const QString& name,
                               std::optional<FirmId> other, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("The same firm"));
    setMinimumWidth(int(400 * typeScale()));
    std::vector<FirmId> firms = network.firms();
    if (other)
        std::erase(firms, *other);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(20, 18, 20, 16);
    form->setVerticalSpacing(10);
    auto* question = new QLabel(tr("“%1” is another name of this firm:").arg(name), this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    form->addRow(question);
    m_firm = firmBox(network, firms, {}, tr("Firm"), this);
    form->addRow(tr("&Firm"), m_firm);
    auto* note =
        new QLabel(tr("Its deals, valuations and stakes become those of the firm chosen."), this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(note);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* join = new QPushButton(tr("Join"), this);
    join->setProperty("isPrimary", true);
    buttons->addButton(join, QDialogButtonBox::AcceptRole);
    join->setDefault(true);
    join->setEnabled(false);
    buttons->button(QDialogButtonBox::Cancel)->setIcon(QIcon());
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_firm, &QComboBox::currentTextChanged, this,
            [this, join] { join->setEnabled(firm().isValid()); });
}

FirmId SameFirmDialog::firm() const
{
    return firmIn(*m_firm);
}

} // namespace gyre
