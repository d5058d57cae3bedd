// The bar chart of values, measured (valuebarframe.cpp), then drawn (valuebars.cpp).
#pragma once

#include "ui/charts/barpanels.h"
#include "ui/charts/chartparts.h"

namespace gyre {

class ValueBars
{
public:
    ValueBars(ChartPass& pass, std::vector<BarRow> rows, bool isOneFirm)
        : m_pass(pass)
        , m_chart(pass.chart)
        , m_panels(panelsOf(std::move(rows)))
        , m_isOneFirm(isOneFirm)
        , m_u(pass.chart.unit)
    {
    }

    void draw()
    {
        m_title = title();
        dropDotsWithoutRoom();
        keepWhatFits();
        share(furnishAll(m_chart));
        for (BarPanel& panel : m_panels) {
            scale(panel);
            drawAxis(panel);
            drawSeries(panel);
            for (std::size_t i = 0; i < panel.rows.size(); ++i)
                drawRow(panel, i);
        }
    }

private:
    QRectF furnishAll(DrawnChart& chart) const;
    [[nodiscard]] QRectF measured() const;
    void dropDotsWithoutRoom();
    void keepWhatFits();
    [[nodiscard]] std::vector<std::size_t> rowsWithin(double height) const;
    bool keep(const std::vector<std::size_t>& rows);
    [[nodiscard]] ChartNotes hiddenNote() const;
    [[nodiscard]] double headsHeight(std::size_t panels) const;
    [[nodiscard]] double headOf(const BarPanel& panel) const;
    void setHeadings();
    [[nodiscard]] double barsWidth(const BarPanel& panel, double room) const;
    [[nodiscard]] double valueWidth(const BarRow& row) const;
    [[nodiscard]] QString detailWithin(const BarRow& row, double room) const;
    void drawTicks(const BarPanel& panel, double captionEnd);
    [[nodiscard]] double pitchIn(const QRectF& area) const;
    QString title() const;
    std::vector<LegendEntry> legend() const;
    void share(const QRectF& area);
    void scale(BarPanel& panel) const;
    void drawAxis(const BarPanel& panel);
    void drawSeries(const BarPanel& panel);
    void drawOpenPart(const BarPanel& panel, std::size_t index);
    void drawRow(const BarPanel& panel, std::size_t index);
    double drawEarlier(const BarPanel& panel, std::size_t index);
    void addMark(const BarRow& row, const ValueClaim& claim, const QRectF& area);
    [[nodiscard]] double nameWidth() const;
    [[nodiscard]] double labelWidth(const BarRow& row, double atMost) const;
    [[nodiscard]] QColor colour(bool isBackground) const;

    template<typename Test>
    [[nodiscard]] bool any(const Test& test) const
    {
        return std::any_of(m_panels.begin(), m_panels.end(), [&test](const BarPanel& panel) {
            return std::any_of(panel.rows.begin(), panel.rows.end(), test);
        });
    }

    ChartPass& m_pass;
    DrawnChart& m_chart;
    /// Rows that have no room are taken out of them, and panels that have none left.
    std::vector<BarPanel> m_panels;
    std::vector<BarRow> m_hidden;
    QString m_title;
    bool m_hasAxis = true;
    bool m_hasLegend = true;
    bool m_isOneFirm;
    double m_u;
};

} // namespace gyre
