#include "ui/dialogs/learntnamedialog.h"

#include "graph/basics/kebab.h"
#include "graph/briefing/learning.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/lexicondata.h"
#include "ui/style.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <map>

namespace gyre {

using Kind = LearntName::Kind;

LearntNameDialog::LearntNameDialog(const std::optional<LearntName>& name, LearntNames names,
                                   const Lexicon& lexicon, QWidget* parent)
    : QDialog(parent)
    , m_before(name.value_or(LearntName{}))
    , m_names(std::move(names))
    , m_lexicon(lexicon)
    , m_isNew(!name)
{
    setWindowTitle(m_isNew ? tr("New name") : tr("Edit name"));
    setMinimumWidth(int(440 * typeScale()));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(20, 18, 20, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(9);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addFields(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = new QPushButton(m_isNew ? tr("Add") : tr("Save"), this);
    m_save->setProperty("isPrimary", true);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setIcon(QIcon());
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_spellings->setFocus();
    refresh();
}

void LearntNameDialog::addFields(QFormLayout& form)
{
    m_kind = new QComboBox(this);
    m_kind->setAccessibleName(tr("What it is"));
    m_kind->addItem(tr("a firm"), static_cast<int>(Kind::Firm));
    m_kind->addItem(tr("another name of a firm"), static_cast<int>(Kind::OtherName));
    m_kind->addItem(tr("no firm"), static_cast<int>(Kind::NoFirm));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_before.kind)));
    m_spellings = new QLineEdit(spellingsIn(m_before.names), this);
    m_spellings->setAccessibleName(tr("Names"));
    m_spellings->setPlaceholderText(tr("Lantern; Lantern Capital"));
    m_firm = new QComboBox(this);
    m_firm->setAccessibleName(tr("Of the firm"));
    fillFirms();
    m_firmKind = new QComboBox(this);
    m_firmKind->setAccessibleName(tr("Kind of firm"));
    for (int i = 0; i < firmKindCount; ++i)
        m_firmKind->addItem(words(static_cast<FirmKind>(i)), i);
    m_firmKind->setCurrentIndex(static_cast<int>(m_before.firmKind));
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(windowFont(12));
    form.addRow(tr("&Names"), m_spellings);
    form.addRow(QString(), m_note);
    form.addRow(tr("&What it is"), m_kind);
    form.addRow(tr("Of the &firm"), m_firm);
    form.addRow(tr("&Kind of firm"), m_firmKind);
    connect(m_spellings, &QLineEdit::textChanged, this, &LearntNameDialog::refresh);
    for (QComboBox* box : {m_kind, m_firm, m_firmKind}) {
        box->setMinimumHeight(m_spellings->sizeHint().height());
        connect(box, &QComboBox::currentTextChanged, this, &LearntNameDialog::refresh);
    }
}

/// The program's own and the reader's, by name; the data of each is its id.
void LearntNameDialog::fillFirms()
{
    m_firm->setEditable(true);
    m_firm->setInsertPolicy(QComboBox::NoInsert);
    m_firm->lineEdit()->setAccessibleName(m_firm->accessibleName());
    std::map<QString, QString> idOfName;
    for (const FirmRow& row : m_lexicon.data().firms)
        idOfName.emplace(row.name.toString(), row.id.toString());
    for (const LearntName& learnt : m_names)
        if (learnt.kind == Kind::Firm)
            idOfName.insert_or_assign(learnt.names.front().text, learnt.firm);
    for (const auto& [name, id] : idOfName)
        m_firm->addItem(name, id);
    m_firm->completer()->setFilterMode(Qt::MatchContains);
    m_firm->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_firm->setCurrentIndex(m_before.kind == Kind::OtherName ? m_firm->findData(m_before.firm)
                                                             : -1);
}

QString LearntNameDialog::firmChosen() const
{
    const int index = m_firm->findText(m_firm->currentText().simplified(), Qt::MatchFixedString);
    return index < 0 ? QString() : m_firm->itemData(index).toString();
}

LearntName LearntNameDialog::name() const
{
    LearntName made = m_before;
    if (m_isNew)
        made.saidOn = QDate::currentDate();
    made.kind = static_cast<Kind>(m_kind->currentData().toInt());
    made.names = spellingsOf(m_spellings->text());
    made.firmKind = made.kind == Kind::Firm ? static_cast<FirmKind>(m_firmKind->currentIndex())
                                            : FirmKind::Other;
    if (made.kind == Kind::OtherName) {
        made.firm = firmChosen();
    } else if (made.kind == Kind::NoFirm) {
        made.firm.clear();
    } else if (m_before.kind != Kind::Firm || m_before.firm.isEmpty()) {
        const QString name = made.names.empty() ? QString() : made.names.front().text;
        const QString known = idOfFirm(name, {}, m_lexicon);
        made.firm = known.isEmpty() ? kebab(name) : known;
    }
    if (made.kind != Kind::Firm) {
        made.ticker.clear();
        made.country.clear();
        made.founded.clear();
    }
    return made;
}

QString LearntNameDialog::faultIn(const LearntName& name) const
{
    if (name.names.empty())
        return tr("Write the name; several are parted by a semicolon.");
    if (name.kind == Kind::OtherName && name.firm.isEmpty())
        return tr("Choose the firm that it names too.");
    if (name.kind == Kind::NoFirm)
        return {};
    for (const LearntName::Spelling& spelling : name.names)
        if (useOf(spelling.text, m_lexicon.data()) == NameUse::None)
            return tr("“%1” is nothing but ordinary words, which every briefing has: name the firm "
                      "as it calls itself.")
                .arg(spelling.text);
    return {};
}

QString LearntNameDialog::remarkOn(const LearntName& name) const
{
    if (name.kind != Kind::NoFirm)
        for (const LearntName::Spelling& spelling : name.names)
            if (spelling.isAmbiguous || useOf(spelling.text, m_lexicon.data()) == NameUse::Guarded)
                return tr("“%1” is also an ordinary word: it is taken only where the text leaves "
                          "no doubt.")
                    .arg(spelling.text);
    return tr("Several are parted by a semicolon; ? before one: also an ordinary word.");
}

void LearntNameDialog::refresh()
{
    if (m_save == nullptr)
        return;
    const LearntName now = name();
    auto* form = qobject_cast<QFormLayout*>(layout());
    form->setRowVisible(m_firm, now.kind == Kind::OtherName);
    form->setRowVisible(m_firmKind, now.kind == Kind::Firm);
    const QString fault = faultIn(now);
    m_note->setForegroundRole(fault.isEmpty() ? QPalette::PlaceholderText : QPalette::BrightText);
    m_note->setText(fault.isEmpty() ? remarkOn(now) : fault);
    m_spellings->setAccessibleDescription(m_note->text());
    m_save->setEnabled(fault.isEmpty() && (m_isNew || now != m_before));
    const int needed = layout()->totalHeightForWidth(width());
    if (height() < needed)
        resize(width(), needed);
}

} // namespace gyre
