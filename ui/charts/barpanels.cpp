#include "ui/charts/barpanels.h"

#include "ui/charts/chartwords.h"
#include "ui/words/words.h"

#include <algorithm>

namespace gyre {

namespace {

BarRow firmRow(const ValuesOfFirm& values)
{
    // Newest by date; an undated value only where there is no dated one.
    const auto lastDated =
        std::find_if(values.claims.rbegin(), values.claims.rend(),
                     [](const ValueClaim& claim) { return claim.valuation.date.has_value(); });
    const ValueClaim* newest =
        lastDated == values.claims.rend() ? &values.claims.back() : &*lastDated;
    BarRow row{values.firm, values.name, values.name, detailOf(newest->valuation), newest, {}};
    for (const ValueClaim& claim : values.claims) {
        if (&claim != newest &&
            claim.valuation.amount.currency == newest->valuation.amount.currency)
            row.earlier.push_back(&claim);
    }
    return row;
}

} // namespace

std::vector<BarRow> firmRows(const std::vector<ValuesOfFirm>& firms)
{
    std::vector<BarRow> rows;
    std::transform(firms.begin(), firms.end(), std::back_inserter(rows), firmRow);
    return rows;
}

std::vector<BarRow> claimRows(const ValuesOfFirm& values)
{
    std::vector<BarRow> rows;
    for (const ValueClaim& claim : values.claims) {
        const QString date =
            claim.valuation.date ? words(*claim.valuation.date) : Charts::tr("undated");
        rows.push_back(
            BarRow{values.firm, values.name, date, detailOf(claim.valuation, false), &claim, {}});
    }
    return rows;
}

std::vector<BarPanel> panelsOf(std::vector<BarRow> rows)
{
    std::map<Currency, BarPanel> byCurrency;
    for (BarRow& row : rows) {
        BarPanel& panel = byCurrency[row.claim->valuation.amount.currency];
        panel.currency = row.claim->valuation.amount.currency;
        panel.rows.push_back(std::move(row));
    }
    std::vector<BarPanel> panels;
    for (auto& [currency, panel] : byCurrency) {
        std::stable_sort(panel.rows.begin(), panel.rows.end(),
                         [](const BarRow& a, const BarRow& b) {
                             return a.claim->extent.high > b.claim->extent.high;
                         });
        panels.push_back(std::move(panel));
    }
    std::stable_sort(panels.begin(), panels.end(), [](const BarPanel& a, const BarPanel& b) {
        return a.rows.size() > b.rows.size();
    });
    return panels;
}

} // namespace gyre
