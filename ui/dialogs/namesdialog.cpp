#include "ui/dialogs/namesdialog.h"

#include "graph/briefing/learning.h"
#include "ui/dialogs/learntnamedialog.h"
#include "ui/icons.h"
#include "ui/style.h"
#include "ui/words/words.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <array>
#include <numeric>

namespace gyre {

namespace {

QString kindOf(const LearntName& learnt)
{
    switch (learnt.kind) {
    case LearntName::Kind::Firm:
        return NamesDialog::tr("firm: %1").arg(words(learnt.firmKind));
    case LearntName::Kind::OtherName:
        return NamesDialog::tr("other name of a firm");
    case LearntName::Kind::NoFirm:
        return NamesDialog::tr("no firm");
    }
    return {};
}

/// All but the one that stands in the first column.
QString otherNamesOf(const LearntName& learnt)
{
    QStringList names;
    for (std::size_t i = learnt.kind == LearntName::Kind::OtherName ? 0 : 1;
         i < learnt.names.size(); ++i)
        names << learnt.names[i].text;
    return names.join(QStringLiteral(", "));
}

QString sourceOf(const LearntName& learnt)
{
    if (!learnt.saidOn.isValid())
        return NamesDialog::tr("written into the file");
    const QString day = words(*PartialDate::day(learnt.saidOn));
    return learnt.saidIn.isEmpty() ? NamesDialog::tr("%1, in this list").arg(day)
                                   : NamesDialog::tr("%1, in “%2”").arg(day, learnt.saidIn);
}

} // namespace

NamesDialog::NamesDialog(LearntNames names, const Lexicon& lexicon, bool hasBriefing,
                         QWidget* parent)
    : QDialog(parent)
    , m_names(std::move(names))
    , m_lexicon(lexicon)
{
    setWindowTitle(tr("Names Gyre has learnt"));
    resize(int(720 * typeScale()), int(460 * typeScale()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto* remark = new QLabel(this);
    remark->setText(
        hasBriefing ? tr("What you said about names. Briefings are read by it from the next "
                         "one on; what is open now stays as it is until you want it read again.")
                    : tr("What you said about names. Briefings are read by it from the next "
                         "one on."));
    remark->setWordWrap(true);
    remark->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(remark);
    addTools(*column);
    addTable(*column);
    addButtons(*column);
    show(std::nullopt);
}

std::vector<Column<std::size_t>> NamesDialog::columns() const
{
    const auto of = [this](auto text) {
        return [this, text](const std::size_t& row) { return text(m_names[row]); };
    };
    return {
        {tr("Name"),
         of([this](const LearntName& learnt) { return firmOf(learnt, m_names, m_lexicon); }),
         {}},
        {tr("Also called"), of([](const LearntName& learnt) { return otherNamesOf(learnt); }), {}},
        {tr("Kind"), of([](const LearntName& learnt) { return kindOf(learnt); }), {}},
        {tr("Where from"), of([](const LearntName& learnt) { return sourceOf(learnt); }), {}},
    };
}

void NamesDialog::addTable(QVBoxLayout& column)
{
    m_rows = new RowsModel<std::size_t>(columns(), this);
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("Learnt names"));
    m_table->setModel(m_rows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const std::array widths{130, 160, 150};
    for (std::size_t i = 0; i < widths.size(); ++i)
        m_table->setColumnWidth(int(i), int(widths.at(i) * typeScale()));
    // Under the words of the heading.
    m_table->setStyleSheet(QStringLiteral("QTableView::item { border: none; padding: 0 7px; }"));
    column.addWidget(m_table, 1);
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column.addWidget(m_hint);
    connect(m_table, &QTableView::doubleClicked, this, &NamesDialog::askForChange);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NamesDialog::refresh);
}

/// What works on the rows stands over them, beside the filter.
void NamesDialog::addTools(QVBoxLayout& column)
{
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Filter names"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->addAction(icon(Sign::Search), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_rows->setFilter(words);
        refresh();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_filter, 1);
    row->addSpacing(int(60 * typeScale()));
    const auto add = [&](const QString& text, void (NamesDialog::*call)()) {
        auto* button = new QPushButton(text, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, call);
        row->addWidget(button);
        return button;
    };
    add(tr("&Add…"), &NamesDialog::askForNew);
    m_edit = add(tr("&Edit…"), &NamesDialog::askForChange);
    m_remove = add(tr("&Remove"), &NamesDialog::remove);
    column.addLayout(row);
}

void NamesDialog::addButtons(QVBoxLayout& column)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* done = new QPushButton(tr("OK"), this);
    done->setProperty("isPrimary", true);
    buttons->addButton(done, QDialogButtonBox::AcceptRole);
    done->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setIcon(QIcon());
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column.addWidget(buttons);
}

std::optional<std::size_t> NamesDialog::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_rows->row(rows.front().row()));
}

void NamesDialog::show(std::optional<std::size_t> chosen)
{
    std::vector<std::size_t> rows(m_names.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    m_rows->setRows(std::move(rows));
    if (chosen)
        if (const auto row =
                m_rows->find([&chosen](const std::size_t& each) { return each == *chosen; }))
            m_table->selectRow(*row);
    refresh();
}

void NamesDialog::askForNew()
{
    auto* dialog = new LearntNameDialog(std::nullopt, m_names, m_lexicon, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_names.push_back(dialog->name());
        m_filter->clear();
        show(m_names.size() - 1);
    });
    dialog->open();
}

void NamesDialog::askForChange()
{
    const auto row = chosen();
    if (!row)
        return;
    auto* dialog = new LearntNameDialog(m_names[*row], m_names, m_lexicon, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row = *row] {
        m_names[row] = dialog->name();
        show(row);
    });
    dialog->open();
}

void NamesDialog::remove()
{
    const auto row = chosen();
    if (!row)
        return;
    m_names.erase(m_names.begin() + std::ptrdiff_t(*row));
    show(std::min(*row, m_names.empty() ? 0 : m_names.size() - 1));
}

void NamesDialog::refresh()
{
    const bool isChosen = chosen().has_value();
    m_edit->setEnabled(isChosen);
    m_remove->setEnabled(isChosen);
    QString hint;
    if (m_names.empty())
        hint = tr("Nothing yet. Mark a name in a briefing and say with the right button what it "
                  "is: “This is a firm”, “This is the same firm as…”, “This is no firm”.");
    else if (m_rows->rowCount() == 0)
        hint = tr("None of the %1 rows holds these words.").arg(m_names.size());
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

} // namespace gyre
