// Shows one ChartScene in the window: hover reads a mark out, a click or Enter selects its claim,
// arrows step through the marks. Follows the window's light or dark for the screen alone.
#pragma once

#include "ui/charts/charts.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace gyre {

struct DrawnChart;

class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    /// The look's size and theme are replaced by the widget's. Nothing is drawn before it is shown.
    void setScene(ChartScene scene);

    [[nodiscard]] const ChartScene& scene() const { return m_scene; }

    /// The claim that is selected elsewhere; both absent: none.
    void setSelected(std::optional<ValuationId> valuation, std::optional<StakeId> stake);

    /// The marks as they are on the widget, in reading order.
    [[nodiscard]] const std::vector<ChartMark>& marks() const;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void valuationClicked(gyre::ValuationId valuation);
    void stakeClicked(gyre::StakeId stake);
    /// A mark of the background facts, which no briefing states: only its firm can be selected.
    void firmClicked(gyre::FirmId firm);
    /// A click beside all marks, or Escape.
    void nothingClicked();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void invalidate();
    const DrawnChart& drawn() const;
    std::optional<std::size_t> markAt(QPointF at) const;
    void setCurrent(std::optional<std::size_t> mark);
    void step(int by);
    void announce();
    void choose(std::size_t mark);
    bool isSelected(const ChartMark& mark) const;

    ChartScene m_scene;
    std::optional<ValuationId> m_valuation;
    std::optional<StakeId> m_stake;
    /// Under the pointer or reached with the keyboard.
    std::optional<std::size_t> m_current;
    mutable std::unique_ptr<const DrawnChart> m_drawn;
    mutable QPixmap m_cache;
};

} // namespace gyre
