// What stands in the fields of the fact dialog, read, and what is wrong with it.
#include "graph/briefing/readerwords.h"
#include "ui/dialogs/factdialog.h"
#include "ui/dialogs/firmbox.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gyre {

namespace {

enum class Tone
{
    Remark,
    Fault
};

void say(QLabel& note, const QString& text, Tone tone)
{
    note.setForegroundRole(tone == Tone::Fault ? QPalette::BrightText : QPalette::PlaceholderText);
    note.setText(text);
    if (auto* form = qobject_cast<QFormLayout*>(note.parentWidget()->layout()))
        form->setRowVisible(&note, !text.isEmpty());
}

template<typename Value>
Value chosenIn(const QComboBox& box)
{
    return static_cast<Value>(box.currentData().toInt());
}

template<typename Value>
void choose(QComboBox& box, Value value)
{
    const int index = box.findData(static_cast<int>(value));
    if (index >= 0)
        box.setCurrentIndex(index);
}

/// The same figures under another hedge; a range stays one where the hedge allows it.
Amount rehedged(const Amount& amount, Qualifier qualifier)
{
    if (qualifier == Qualifier::Undisclosed || !amount.isDisclosed())
        return {};
    const bool fromBelow = qualifier == Qualifier::AtLeast || qualifier == Qualifier::MoreThan;
    const bool isRange = amount.low && amount.high && *amount.low != *amount.high;
    if (isRange && !fromBelow && qualifier != Qualifier::UpTo)
        return {amount.low, amount.high, amount.currency, qualifier};
    const std::int64_t figure = fromBelow && amount.low ? *amount.low : *amount.figure();
    return Amount::of(figure, amount.currency, qualifier);
}

} // namespace

PartyField FactDialog::partyIn(const QComboBox& box) const
{
    const QString text = box.currentText().simplified();
    if (text.isEmpty())
        return {};
    if (const FirmId chosen = firmIn(box); chosen.isValid())
        return {chosen, {}};
    if (const auto known = m_network.findFirmNamed(text))
        return {*known, {}};
    return {{}, text};
}

void FactDialog::swapParties()
{
    const QString giver = m_giver->currentText();
    const int giverIndex = m_giver->currentIndex();
    const QString org = m_org->currentText();
    const int orgIndex = m_org->currentIndex();
    m_giver->setCurrentIndex(orgIndex);
    m_giver->setEditText(org);
    m_org->setCurrentIndex(giverIndex);
    m_org->setEditText(giver);
}

/// Chosen: the figures stay, their hedge is another one.
void FactDialog::hedge()
{
    const auto qualifier = chosenIn<Qualifier>(*m_qualifier);
    if (m_share.edit != nullptr) {
        m_fields.qualifier = qualifier;
        if (m_fields.percent > 0)
            m_share.edit->setText(writtenPercent(m_fields.percent, qualifier));
    } else {
        m_fields.amount = rehedged(m_fields.amount, qualifier);
        m_amount.edit->setText(m_fields.amount.isDisclosed() ? written(m_fields.amount)
                                                             : QString());
    }
    refresh();
}

bool FactDialog::readParties()
{
    m_fields.giver = m_giver != nullptr ? partyIn(*m_giver) : PartyField{};
    m_fields.org = partyIn(*m_org);
    const bool isDeal = isKind(FactFields::Kind::Deal);
    QString fault;
    if (!m_fields.org.isNamed())
        fault = isDeal ? tr("Name the receiver.") : tr("Name the firm.");
    else if (isKind(FactFields::Kind::Stake) && !m_fields.giver.isNamed())
        fault = tr("Name the holder.");
    else if (m_giver != nullptr && m_fields.giver == m_fields.org)
        fault = tr("Both are the same firm: name two different ones.");
    QStringList added;
    for (const PartyField& party : {m_fields.giver, m_fields.org})
        if (!party.newName.isEmpty())
            added << tr("“%1” is not known yet: it will be added.").arg(party.newName);
    say(*m_partyNote, fault.isEmpty() ? added.join(QLatin1Char('\n')) : fault,
        fault.isEmpty() ? Tone::Remark : Tone::Fault);
    return fault.isEmpty();
}

bool FactDialog::readAmount()
{
    if (m_amount.edit == nullptr)
        return true;
    if (m_amount.edit->isModified()) {
        const Currency usual =
            m_before.amount.currency.isKnown() ? m_before.amount.currency : Currency::usd();
        const auto amount = typedAmount(m_amount.edit->text(), usual, m_lexicon);
        if (!amount) {
            say(*m_amount.note,
                tr("This is no amount. Write it as $10 billion, up to $10bn or $1.2–1.5 billion; "
                   "nothing where it is not disclosed."),
                Tone::Fault);
            return false;
        }
        m_fields.amount = *amount;
    }
    choose(*m_qualifier, m_fields.amount.qualifier);
    say(*m_amount.note,
        m_fields.amount == m_before.amount ? QString()
                                           : tr("Written as %1").arg(written(m_fields.amount)),
        Tone::Remark);
    if (!isKind(FactFields::Kind::Valuation) || m_fields.amount.isDisclosed())
        return true;
    say(*m_amount.note, tr("A valuation needs its amount."), Tone::Fault);
    return false;
}

bool FactDialog::readShare()
{
    if (m_share.edit == nullptr)
        return true;
    if (m_share.edit->isModified()) {
        const auto share = typedShare(m_share.edit->text(), m_lexicon);
        m_fields.percent = share ? share->percent : 0;
        m_fields.qualifier = share ? share->qualifier : m_fields.qualifier;
    }
    const bool isShare = m_fields.percent > 0;
    choose(*m_qualifier, m_fields.qualifier);
    const bool isSame =
        m_fields.percent == m_before.percent && m_fields.qualifier == m_before.qualifier;
    const QString preview =
        isSame ? QString()
               : tr("Written as %1").arg(writtenPercent(m_fields.percent, m_fields.qualifier));
    say(*m_share.note, isShare ? preview : tr("Write the share in per cent, as 27% or about 11%."),
        isShare ? Tone::Remark : Tone::Fault);
    return isShare;
}

bool FactDialog::readDate()
{
    if (!m_date.edit->isModified()) {
        say(*m_date.note, QString(), Tone::Remark);
        return true;
    }
    const QString typed = m_date.edit->text().trimmed();
    const auto date = typedDate(typed);
    const bool isGood = date || typed.isEmpty();
    if (isGood)
        m_fields.date = date;
    const QString preview =
        date && words(*date) != typed ? tr("Written as %1").arg(words(*date)) : QString();
    say(*m_date.note,
        isGood ? preview
               : tr("This is no date. Write it as 4 Nov 2025, Nov 2025, Q3 2025, 2025 or "
                    "2025-11-04; nothing where it is not known."),
        isGood ? Tone::Remark : Tone::Fault);
    return isGood;
}

void FactDialog::refresh()
{
    if (m_save == nullptr)
        return;
    if (m_type != nullptr)
        m_fields.type = chosenIn<DealType>(*m_type);
    if (m_basis != nullptr)
        m_fields.basis = chosenIn<Basis>(*m_basis);
    if (m_status != nullptr)
        m_fields.status = chosenIn<Status>(*m_status);
    if (m_denied != nullptr)
        m_fields.denied = m_denied->isChecked();
    bool isGood = readParties();
    isGood = readAmount() && isGood;
    isGood = readShare() && isGood;
    isGood = readDate() && isGood;
    m_save->setEnabled(isGood && (m_isNew || m_fields != m_before));
    for (const Line& line : {m_amount, m_share, m_date})
        if (line.edit != nullptr)
            line.edit->setAccessibleDescription(line.note->text());
    makeRoom();
}

/// A remark that appears pushes nothing out of the dialog.
void FactDialog::makeRoom()
{
    const int needed = layout()->totalHeightForWidth(width());
    if (height() < needed)
        resize(width(), needed);
}

} // namespace gyre
