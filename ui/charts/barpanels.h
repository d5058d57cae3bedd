// Rows of a bar chart of values, put into one panel a currency. No drawing.
#pragma once

#include "ui/charts/claims.h"

#include <QRectF>

namespace gyre {

/// One bar: the claim it shows and, in the chart of all firms, the firm's earlier ones.
struct BarRow
{
    FirmId firm;
    /// Of the firm, for read-outs.
    QString firmName;
    /// Left of the bar.
    QString name;
    /// Right of the bar, after the value: the first that fits.
    QStringList details;
    const ValueClaim* claim = nullptr;
    std::vector<const ValueClaim*> earlier;
};

/// Rows in one currency and of one ground, greatest first, and where they stand.
struct BarPanel
{
    Currency currency;
    /// Its rows are of the background facts, not of the briefings.
    bool isBackground = false;
    /// Over the panel; may be empty.
    QString heading;
    std::vector<BarRow> rows;
    QRectF area;
    double pitch = 0;
    /// Share of the pitch that a bar fills.
    double fill = 0.5;
    QRectF plot;
    std::vector<double> ticks;

    [[nodiscard]] double x(double amount) const
    {
        return plot.left() + amount / ticks.back() * plot.width();
    }

    [[nodiscard]] QRectF bar(std::size_t row, double from, double to) const
    {
        const double thickness = pitch * fill;
        const double middle = plot.top() + (static_cast<double>(row) + 0.5) * pitch;
        return {x(from), middle - thickness / 2, x(to) - x(from), thickness};
    }
};

/// One row a firm: its newest value, the earlier ones of the same currency beside it. What the
/// background says of it is a row of its own.
std::vector<BarRow> firmRows(const std::vector<ValuesOfFirm>& firms);
/// One row a claim, named by its date.
std::vector<BarRow> claimRows(const ValuesOfFirm& values);
/// The briefings' panels before the background's; of either the panel of most rows first.
std::vector<BarPanel> panelsOf(std::vector<BarRow> rows);

} // namespace gyre
