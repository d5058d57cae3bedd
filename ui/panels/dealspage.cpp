#include "ui/panels/dealspage.h"

#include "ui/models/tables.h"

#include <QHeaderView>
#include <QTableView>

namespace gyre {

namespace {

constexpr int amountColumn = 2;

} // namespace

DealsPage::DealsPage(Document& document, QWidget* parent)
    : TablePage(tr("Deals"), tr("Filter deals"), parent)
    , m_document(document)
    , m_model(dealColumns(document))
{
    refresh();
    setModel(&m_model, amountColumn, Qt::DescendingOrder);
    connect(&document, &Document::projectChanged, this, &DealsPage::refresh);
    connect(&document, &Document::viewChanged, this, &DealsPage::refresh);
    connect(&document, &Document::selectionChanged, this, &DealsPage::showSelection);
    connect(this, &TablePage::filterChanged, this, [this](const QString& words) {
        m_model.setFilter(words);
        setHint(m_model.rowCount() == 0 && m_model.allCount() > 0 ? tr("No deal has these words.")
                                                                  : QString());
        showSelection();
    });
    connect(this, &TablePage::rowChosen, this,
            [this](int row) { m_document.select(m_model.row(row)); });
    connect(this, &TablePage::rowMenuRequested, this, [this](int row, QPoint at) {
        const DealId deal = m_model.row(row);
        m_document.select(deal);
        emit dealMenuRequested(deal, at);
    });
    connect(this, &TablePage::rowHovered, this, [this](int row) {
        m_document.hover(row < 0 ? Selection{} : Selection{m_model.row(row)});
    });
    showSelection();
}

void DealsPage::refresh()
{
    m_model.setRows(m_document.view().deals());
    setHint(m_model.allCount() == 0 ? tr("No deal passes the filters.") : QString());
    showSelection();
}

void DealsPage::showSelection()
{
    const auto* deal = std::get_if<DealId>(&m_document.selection());
    const auto row =
        deal != nullptr ? m_model.find([deal](DealId id) { return id == *deal; }) : std::nullopt;
    if (table().selectionModel() == nullptr)
        return;
    if (!row) {
        table().clearSelection();
        return;
    }
    table().selectRow(*row);
    table().scrollTo(m_model.index(*row, 0));
}

} // namespace gyre
