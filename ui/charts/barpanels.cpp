#include "ui/charts/barpanels.h"

#include "ui/charts/chartwords.h"
#include "ui/words/words.h"

#include <algorithm>

namespace gyre {

namespace {

/// The newest value by date, an undated one only where there is no dated one; the others of its
/// currency as earlier ones.
std::optional<BarRow> firmRow(const ValuesOfFirm& values, bool isBackground)
{
    const ValueClaim* newest = nullptr;
    for (const ValueClaim& claim : values.claims)
        if (claim.isBackground == isBackground &&
            (!newest || claim.valuation.date || !newest->valuation.date))
            newest = &claim;
    if (!newest)
        return std::nullopt;
    BarRow row{values.firm, values.name, values.name, detailChoices(*newest), newest, {}};
    for (const ValueClaim& claim : values.claims) {
        if (&claim != newest && claim.isBackground == isBackground &&
            claim.valuation.amount.currency == newest->valuation.amount.currency)
            row.earlier.push_back(&claim);
    }
    return row;
}

} // namespace

std::vector<BarRow> firmRows(const std::vector<ValuesOfFirm>& firms)
{
    std::vector<BarRow> rows;
    for (const ValuesOfFirm& values : firms)
        for (const bool isBackground : {false, true})
            if (std::optional<BarRow> row = firmRow(values, isBackground))
                rows.push_back(std::move(*row));
    return rows;
}

std::vector<BarRow> claimRows(const ValuesOfFirm& values)
{
    std::vector<BarRow> rows;
    for (const ValueClaim& claim : values.claims) {
        const QString date =
            claim.valuation.date ? words(*claim.valuation.date) : Charts::tr("undated");
        rows.push_back(
            BarRow{values.firm, values.name, date, detailChoices(claim, false), &claim, {}});
    }
    return rows;
}

std::vector<BarPanel> panelsOf(std::vector<BarRow> rows)
{
    std::map<std::pair<bool, Currency>, BarPanel> byGround;
    for (BarRow& row : rows) {
        const Currency currency = row.claim->valuation.amount.currency;
        BarPanel& panel = byGround[{row.claim->isBackground, currency}];
        panel.currency = currency;
        panel.isBackground = row.claim->isBackground;
        panel.rows.push_back(std::move(row));
    }
    std::vector<BarPanel> panels;
    for (auto& [ground, panel] : byGround) {
        std::stable_sort(panel.rows.begin(), panel.rows.end(),
                         [](const BarRow& a, const BarRow& b) {
                             return a.claim->extent.high > b.claim->extent.high;
                         });
        panels.push_back(std::move(panel));
    }
    std::stable_sort(panels.begin(), panels.end(), [](const BarPanel& a, const BarPanel& b) {
        if (a.isBackground != b.isBackground)
            return b.isBackground;
        return a.rows.size() > b.rows.size();
    });
    return panels;
}

} // namespace gyre
