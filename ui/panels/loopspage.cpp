#include "ui/panels/loopspage.h"

#include "ui/models/tables.h"
#include "ui/panels/inspectorparts.h"

#include <QTableView>

namespace gyre {

namespace {

constexpr int roundColumn = 1;

} // namespace

LoopsPage::LoopsPage(Document& document, const Analyses& analyses, QWidget* parent)
    : TablePage(tr("Loops"), tr("Filter loops"), parent)
    , m_document(document)
    , m_analyses(analyses)
    , m_model(loopColumns(document))
{
    refresh();
    setModel(&m_model, roundColumn, Qt::DescendingOrder);
    connect(&analyses, &Analyses::changed, this, &LoopsPage::refresh);
    connect(&document, &Document::selectionChanged, this, &LoopsPage::showSelection);
    connect(this, &TablePage::filterChanged, this,
            [this](const QString& words) { m_model.setFilter(words); });
    connect(this, &TablePage::rowChosen, this, &LoopsPage::choose);
    showSelection();
}

void LoopsPage::refresh()
{
    const Circuits& circuits = m_analyses.circuits();
    m_model.setRows(circuits.found);
    if (!m_analyses.isUpToDate())
        setHint(tr("Looking for loops …"));
    else if (circuits.found.empty())
        setHint(tr("No loop of up to four firms: no money leads back to where it came from in the "
                   "deals shown."));
    else if (circuits.isTruncated)
        setHint(tr("There are more loops than these %1; narrow the filters to see the others.")
                    .arg(circuits.found.size()));
    else
        setHint(tr("Money that leads back to the firm that paid it, over up to four firms. Click a "
                   "loop to see it in the network."));
    showSelection();
}

void LoopsPage::showSelection()
{
    const auto* loop = std::get_if<LoopSelection>(&m_document.selection());
    const auto row =
        loop != nullptr
            ? m_model.find([loop](const Circuit& circuit) { return circuit.firms == loop->firms; })
            : std::nullopt;
    if (table().selectionModel() == nullptr)
        return;
    if (row)
        table().selectRow(*row);
    else
        table().clearSelection();
}

void LoopsPage::choose(int row)
{
    Lens lens = m_document.lens();
    lens.page = Page::Network;
    m_document.setLens(lens, selectionOf(m_model.row(row)));
}

} // namespace gyre
