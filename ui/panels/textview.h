// Shows a text of any size with marks in it: only what is on screen is laid out. Offsets are
// UTF-16 units of the text, as everywhere.
//
// Keys: Left and Right step through the marks, Enter chooses the one stepped to, arrows up and
// down, Page, Home and End scroll, Ctrl+A and Ctrl+C copy.
#pragma once

#include "graph/basics/textspan.h"
#include "ui/panels/textblocks.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QColor>
#include <QPainterPath>
#include <QString>
#include <QTextLayout>

#include <optional>
#include <vector>

class QMenu;

namespace gyre {

/// What all marks of one fact share.
struct TextSubject
{
    QColor colour;
    QString toolTip;
};

struct TextMark
{
    enum class Shape : std::uint8_t
    {
        Underline,
        DottedUnderline,
        Plate,
        DashedPlate
    };

    TextSpan span;
    /// Index of its subject.
    std::uint32_t subject = 0;
    Shape shape = Shape::Plate;
    /// Of a plate, in (0,1]: sentences lie on a faint one, their figures on a strong one.
    float strength = 0.5F;
};

class TextView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TextView(QWidget* parent = nullptr);
    ~TextView() override;

    void setText(const QString& text);

    [[nodiscard]] const QString& text() const { return m_text; }

    /// Any order; where two overlap the shorter lies on top and is the one that is clicked.
    void setMarks(std::vector<TextMark> marks, std::vector<TextSubject> subjects);

    [[nodiscard]] const std::vector<TextMark>& marks() const { return m_marks; }

    /// Framed, and its words on a soft ground: what is selected elsewhere.
    void setChosen(std::vector<TextSpan> spans);

    [[nodiscard]] const std::vector<TextSpan>& chosen() const { return m_chosen; }

    /// On a soft ground without a frame: what the pointer is over elsewhere.
    void setLit(std::vector<TextSpan> spans);

    [[nodiscard]] const std::vector<TextSpan>& lit() const { return m_lit; }

    /// Scrolls so that the span's start is in sight, not at the very edge.
    void reveal(TextSpan span);

    /// The boxes of a span's lines that are on screen, in viewport pixels.
    [[nodiscard]] std::vector<QRectF> boxes(TextSpan span) const;
    [[nodiscard]] std::optional<int> offsetAt(QPointF at) const;
    [[nodiscard]] std::optional<std::size_t> markAt(QPointF at) const;

    [[nodiscard]] TextSpan selectedSpan() const;
    void selectSpan(TextSpan span);
    [[nodiscard]] QString selectedText() const;

    [[nodiscard]] QSize sizeHint() const override { return {320, 400}; }

    void copy() const;
    void selectAll();

signals:
    void markClicked(std::size_t index);
    /// Beside every mark.
    void blankClicked();
    /// Absent: the pointer left the marks.
    void markHovered(std::optional<std::size_t> index);
    /// Before the context menu shows: what stands in it first. The mark is the one it is on.
    void menuRequested(QMenu& menu, std::optional<std::size_t> mark);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] double textWidth() const;
    [[nodiscard]] double lineHeight() const;
    [[nodiscard]] double gapBefore(std::size_t block) const;
    [[nodiscard]] double estimatedHeight(std::size_t block) const;
    [[nodiscard]] const QTextLayout& layout(std::size_t block) const;
    [[nodiscard]] std::size_t blockAtHeight(double y) const;
    [[nodiscard]] std::optional<std::size_t> blockOf(int offset) const;
    [[nodiscard]] std::vector<std::size_t> marksIn(TextSpan span) const;
    [[nodiscard]] std::vector<QRectF> lineBoxes(std::size_t block, TextSpan span) const;
    void estimateAll();
    void settle();
    void updateScrollBar();
    void paintMark(QPainter& painter, const TextMark& mark, std::size_t block) const;
    void paintGround(QPainter& painter, std::size_t block,
                     const std::vector<TextSpan>& spans) const;
    void paintFrame(QPainter& painter, std::size_t block) const;
    [[nodiscard]] QPainterPath outlineOf(std::size_t block, TextSpan span) const;
    void paintBlock(QPainter& painter, std::size_t block) const;
    void stepMark(int by);

    QString m_text;
    std::vector<TextBlock> m_blocks;
    std::vector<TextMark> m_marks;
    std::vector<TextSubject> m_subjects;
    int m_longestMark = 0;
    std::vector<TextSpan> m_chosen;
    std::vector<TextSpan> m_lit;
    /// Of each block with the gap before it: as laid out where it was, else guessed.
    std::vector<double> m_heights;
    /// Sums of the heights: tops()[i] is where block i starts.
    std::vector<double> m_tops;
    mutable QCache<std::size_t, QTextLayout> m_layouts;
    int m_anchor = 0;
    int m_cursor = 0;
    bool m_isSelecting = false;
    QPointF m_pressedAt;
    std::optional<std::size_t> m_hoveredMark;
    std::optional<std::size_t> m_currentMark;
};

} // namespace gyre
