// The fields of the fact dialog: made, named, filled and put in the order of the tab key.
#include "ui/dialogs/factdialog.h"

#include "ui/dialogs/firmbox.h"
#include "ui/style.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gyre {

namespace {

constexpr int leastWidth = 460;

/// Long sentences are read in the text itself.
QString quoted(const QString& quote)
{
    constexpr qsizetype most = 280;
    const QString plain = quote.simplified();
    const QString shown = plain.size() <= most ? plain : plain.left(most) + QStringLiteral(" …");
    return QStringLiteral("“") + shown + QStringLiteral("”");
}

/// A box of `values`, their words; the data of each is its number.
template<typename Value>
QComboBox* choiceOf(std::initializer_list<Value> values, Value chosen, const QString& name,
                    QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    for (const Value value : values)
        box->addItem(words(value), static_cast<int>(value));
    if (box->findData(static_cast<int>(chosen)) < 0)
        box->addItem(words(chosen), static_cast<int>(chosen));
    box->setCurrentIndex(box->findData(static_cast<int>(chosen)));
    return box;
}

} // namespace

FactDialog::FactDialog(Subject subject, Network network, const Lexicon& lexicon, QWidget* parent)
    : QDialog(parent)
    , m_before(subject.fields)
    , m_fields(std::move(subject.fields))
    , m_network(std::move(network))
    , m_lexicon(lexicon)
    , m_dateWords(std::move(subject.dateWords))
    , m_isNew(subject.isNew)
{
    setWindowTitle(subject.title);
    setMinimumWidth(int(leastWidth * typeScale()));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(20, 18, 20, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(9);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (!subject.quote.isEmpty()) {
        auto* quote = new QLabel(quoted(subject.quote), this);
        quote->setTextFormat(Qt::PlainText);
        quote->setWordWrap(true);
        quote->setForegroundRole(QPalette::PlaceholderText);
        quote->setContentsMargins(0, 0, 0, 6);
        form->addRow(quote);
    }
    addParties(*form);
    addFigures(*form);
    addStanding(*form);
    addButtons(*form);
    for (QComboBox* box : findChildren<QComboBox*>())
        box->setMinimumHeight(m_date.edit->sizeHint().height());
    refresh();
}

QComboBox* FactDialog::partyBox(const QString& name, const PartyField& party)
{
    QComboBox* box = firmBox(m_network, m_network.firms(), party.firm, name, this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(box, &QComboBox::currentTextChanged, this, &FactDialog::refresh);
    return box;
}

QLabel* FactDialog::addNote(QFormLayout& form)
{
    auto* note = new QLabel(this);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    note->setFont(windowFont(12));
    form.addRow(QString(), note);
    return note;
}

void FactDialog::addParties(QFormLayout& form)
{
    const bool isDeal = isKind(FactFields::Kind::Deal);
    if (!isKind(FactFields::Kind::Valuation)) {
        m_giver = partyBox(isDeal ? tr("Payer") : tr("Holder"), m_before.giver);
        form.addRow(isDeal ? tr("&Payer") : tr("&Holder"), m_giver);
    }
    if (isDeal)
        m_giver->lineEdit()->setPlaceholderText(tr("nobody is named"));
    m_org = partyBox(isDeal ? tr("Receiver") : tr("Firm"), m_before.org);
    form.addRow(isDeal ? tr("&Receiver") : tr("&Firm"), m_org);
    m_partyNote = addNote(form);
    if (m_giver == nullptr)
        return;
    auto* swap = new QPushButton(isDeal ? tr("Swap payer and receiver") : tr("Swap the two"), this);
    swap->setObjectName(QStringLiteral("link"));
    swap->setCursor(Qt::PointingHandCursor);
    swap->setAutoDefault(false);
    swap->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(swap, &QPushButton::clicked, this, &FactDialog::swapParties);
    form.addRow(QString(), swap);
}

FactDialog::Line FactDialog::addLine(QFormLayout& form, const QString& label, const QString& name,
                                     const QString& text)
{
    Line line;
    line.edit = new QLineEdit(text, this);
    line.edit->setAccessibleName(name);
    form.addRow(label, line.edit);
    line.note = addNote(form);
    connect(line.edit, &QLineEdit::textEdited, this, &FactDialog::refresh);
    return line;
}

void FactDialog::addFigures(QFormLayout& form)
{
    using enum Qualifier;
    if (isKind(FactFields::Kind::Deal)) {
        using enum DealType;
        m_type = choiceOf({EquityInvestment, Acquisition, PurchaseCommitment, Debt, Warrant,
                           RevenueShare, Partnership, StakeTransfer, DealType::Other},
                          m_before.type, tr("Type"), this);
        connect(m_type, &QComboBox::currentIndexChanged, this, &FactDialog::refresh);
        form.addRow(tr("&Type"), m_type);
    }
    if (isKind(FactFields::Kind::Stake)) {
        m_share =
            addLine(form, tr("&Share"), tr("Share in per cent"),
                    m_before.percent > 0 ? writtenPercent(m_before.percent, m_before.qualifier)
                                         : QString());
        m_qualifier = choiceOf({Exact, UpTo, AtLeast, MoreThan, About, LessThan},
                               m_before.qualifier, tr("How exact"), this);
    } else {
        m_amount = addLine(form, tr("&Amount"), tr("Amount"),
                           m_before.amount.isDisclosed() ? written(m_before.amount) : QString());
        m_amount.edit->setPlaceholderText(tr("not disclosed"));
        m_qualifier = choiceOf({Exact, UpTo, AtLeast, MoreThan, About, Undisclosed},
                               m_before.amount.qualifier, tr("How exact"), this);
    }
    form.addRow(tr("How e&xact"), m_qualifier);
    connect(m_qualifier, &QComboBox::activated, this, &FactDialog::hedge);
    if (!isKind(FactFields::Kind::Valuation))
        return;
    using enum Basis;
    m_basis = choiceOf({PreMoney, PostMoney, Secondary, MarketCap, Unspecified}, m_before.basis,
                       tr("Basis"), this);
    connect(m_basis, &QComboBox::currentIndexChanged, this, &FactDialog::refresh);
    form.addRow(tr("&Basis"), m_basis);
}

void FactDialog::addStanding(QFormLayout& form)
{
    using enum Status;
    m_status = choiceOf({Rumoured, InTalks, LetterOfIntent, Announced, Signed, Closed, Cancelled},
                        m_before.status, tr("Status"), this);
    // Of a stake that is what it is once the deal is done.
    if (isKind(FactFields::Kind::Stake))
        m_status->setItemText(m_status->findData(static_cast<int>(Closed)), tr("held"));
    connect(m_status, &QComboBox::currentIndexChanged, this, &FactDialog::refresh);
    form.addRow(tr("Stat&us"), m_status);
    m_date =
        addLine(form, tr("&Date"), tr("Date"), m_before.date ? words(*m_before.date) : QString());
    m_date.edit->setPlaceholderText(m_dateWords.isEmpty() ? tr("not known")
                                                          : tr("“%1”").arg(m_dateWords));
    if (isKind(FactFields::Kind::Stake))
        return;
    m_denied = new QCheckBox(tr("A party d&enies it"), this);
    m_denied->setChecked(m_before.denied);
    connect(m_denied, &QCheckBox::toggled, this, &FactDialog::refresh);
    form.addRow(QString(), m_denied);
}

void FactDialog::addButtons(QFormLayout& form)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    // The style asks for it once, when the button comes into its box.
    m_save = new QPushButton(m_isNew ? tr("Add") : tr("Save"), this);
    m_save->setProperty("isPrimary", true);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setIcon(QIcon());
    buttons->setContentsMargins(0, 8, 0, 0);
    form.addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace gyre
