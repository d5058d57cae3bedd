#include "ui/panels/textview.h"

#include "ui/panels/textaccess.h"
#include "ui/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

namespace gyre {

namespace {

constexpr double margin = 16;
constexpr double lineSpacing = 1.5;
constexpr double paragraphGap = 10;
constexpr int cachedLayouts = 120;

QTextOption wrapped()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

TextSpan common(TextSpan a, TextSpan b)
{
    return {std::max(a.start, b.start), std::min(a.end, b.end)};
}

} // namespace

TextView::TextView(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_layouts(cachedLayouts)
{
    installTextAccess();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
}

TextView::~TextView() = default;

void TextView::setText(const QString& text)
{
    m_text = text;
    m_blocks = textBlocks(text);
    m_marks.clear();
    m_chosen.clear();
    m_lit.clear();
    m_longestMark = 0;
    m_anchor = m_cursor = 0;
    m_hoveredMark.reset();
    m_currentMark.reset();
    estimateAll();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void TextView::setMarks(std::vector<TextMark> marks, std::vector<TextSubject> subjects)
{
    const auto isBefore = [](const TextMark& a, const TextMark& b) { return a.span < b.span; };
    if (!std::is_sorted(marks.begin(), marks.end(), isBefore))
        std::stable_sort(marks.begin(), marks.end(), isBefore);
    m_longestMark = 0;
    for (const TextMark& mark : marks)
        m_longestMark = std::max(m_longestMark, mark.span.length());
    m_marks = std::move(marks);
    m_subjects = std::move(subjects);
    m_hoveredMark.reset();
    m_currentMark.reset();
    viewport()->update();
}

void TextView::setChosen(std::vector<TextSpan> spans)
{
    m_chosen = std::move(spans);
    viewport()->update();
}

void TextView::setLit(std::vector<TextSpan> spans)
{
    if (spans == m_lit)
        return;
    m_lit = std::move(spans);
    viewport()->update();
}

// --- Heights: guessed until a block is laid out --------------------------------------------------

double TextView::textWidth() const
{
    return std::max(40.0, viewport()->width() - 2 * margin);
}

double TextView::lineHeight() const
{
    return std::ceil(QFontMetricsF(font()).height() * lineSpacing / 1.2);
}

double TextView::gapBefore(std::size_t block) const
{
    return block > 0 && m_blocks[block].startsParagraph ? paragraphGap : 0;
}

double TextView::estimatedHeight(std::size_t block) const
{
    const double perLine = std::max(1.0, textWidth() / (QFontMetricsF(font()).averageCharWidth()));
    return gapBefore(block) +
           lineHeight() * std::ceil(std::max(1, m_blocks[block].span.length()) / perLine);
}

void TextView::estimateAll()
{
    m_layouts.clear();
    m_heights.resize(m_blocks.size());
    const QFontMetricsF metrics(font());
    const double perLine = std::max(1.0, textWidth() / metrics.averageCharWidth());
    const double height = lineHeight();
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
        m_heights[i] =
            gapBefore(i) + height * std::ceil(std::max(1, m_blocks[i].span.length()) / perLine);
    updateScrollBar();
}

void TextView::updateScrollBar()
{
    m_tops.resize(m_heights.size() + 1);
    double y = margin;
    for (std::size_t i = 0; i < m_heights.size(); ++i) {
        m_tops[i] = y;
        y += m_heights[i];
    }
    m_tops[m_heights.size()] = y;
    const int page = viewport()->height();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(int(lineHeight()));
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(y + margin)) - page));
}

const QTextLayout& TextView::layout(std::size_t block) const
{
    if (const QTextLayout* known = m_layouts.object(block))
        return *known;
    const TextSpan span = m_blocks[block].span;
    auto* layout = new QTextLayout(m_text.mid(span.start, span.length()), font());
    layout->setTextOption(wrapped());
    layout->beginLayout();
    double y = gapBefore(block);
    const double height = lineHeight();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(textWidth());
        line.setPosition({margin, y + (height - line.height()) / 2});
        y += height;
    }
    layout->endLayout();
    m_layouts.insert(block, layout);
    return *layout;
}

/// Lays out what is on screen, takes its true heights and keeps the first block where it is.
void TextView::settle()
{
    for (int round = 0; round < 4; ++round) {
        const int top = verticalScrollBar()->value();
        bool isSettled = true;
        for (std::size_t i = blockAtHeight(top);
             i < m_blocks.size() && m_tops[i] < top + viewport()->height(); ++i) {
            const double height = gapBefore(i) + lineHeight() * layout(i).lineCount();
            isSettled = isSettled && std::abs(height - m_heights[i]) < 0.5;
            m_heights[i] = height;
        }
        if (isSettled)
            return;
        updateScrollBar();
    }
}

std::size_t TextView::blockAtHeight(double y) const
{
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    const auto index = std::max<std::ptrdiff_t>(0, after - m_tops.begin() - 1);
    return std::min(std::size_t(index), m_blocks.empty() ? 0 : m_blocks.size() - 1);
}

std::optional<std::size_t> TextView::blockOf(int offset) const
{
    const auto after = std::upper_bound(
        m_blocks.begin(), m_blocks.end(), offset,
        [](int position, const TextBlock& block) { return position < block.span.start; });
    if (after == m_blocks.begin())
        return std::nullopt;
    return std::size_t(after - m_blocks.begin() - 1);
}

// --- Where things are ----------------------------------------------------------------------------

std::vector<std::size_t> TextView::marksIn(TextSpan span) const
{
    std::vector<std::size_t> found;
    const TextSpan earliest{span.start - m_longestMark, 0};
    auto mark = std::lower_bound(
        m_marks.begin(), m_marks.end(), earliest,
        [](const TextMark& m, TextSpan wanted) { return m.span.start < wanted.start; });
    for (; mark != m_marks.end() && mark->span.start < span.end; ++mark)
        if (mark->span.overlaps(span))
            found.push_back(std::size_t(mark - m_marks.begin()));
    // The longer first, so that the shorter lies on top.
    std::stable_sort(found.begin(), found.end(), [this](std::size_t a, std::size_t b) {
        return m_marks[a].span.length() > m_marks[b].span.length();
    });
    return found;
}

std::vector<QRectF> TextView::lineBoxes(std::size_t block, TextSpan span) const
{
    std::vector<QRectF> result;
    const TextSpan inBlock = common(span, m_blocks[block].span);
    if (inBlock.isEmpty())
        return result;
    const int base = m_blocks[block].span.start;
    const double top = m_tops[block] - verticalScrollBar()->value();
    const QTextLayout& text = layout(block);
    for (int i = 0; i < text.lineCount(); ++i) {
        const QTextLine line = text.lineAt(i);
        const TextSpan lineSpan{base + line.textStart(),
                                base + line.textStart() + line.textLength()};
        TextSpan part = common(inBlock, lineSpan);
        while (!part.isEmpty() && m_text[part.end - 1].isSpace())
            --part.end;
        if (part.isEmpty())
            continue;
        const double left = line.cursorToX(part.start - base);
        const double right = line.cursorToX(part.end - base);
        result.emplace_back(left, top + line.y(), right - left, line.height());
    }
    return result;
}

std::vector<QRectF> TextView::boxes(TextSpan span) const
{
    std::vector<QRectF> result;
    if (m_blocks.empty())
        return result;
    const int top = verticalScrollBar()->value();
    for (std::size_t i = blockAtHeight(top);
         i < m_blocks.size() && m_tops[i] < top + viewport()->height(); ++i)
        for (const QRectF& box : lineBoxes(i, span))
            result.push_back(box);
    return result;
}

std::optional<int> TextView::offsetAt(QPointF at) const
{
    if (m_blocks.empty())
        return std::nullopt;
    const double y = at.y() + verticalScrollBar()->value();
    const std::size_t block = blockAtHeight(y);
    const QTextLayout& text = layout(block);
    const double lines = std::floor((y - m_tops[block] - gapBefore(block)) / lineHeight());
    const int line = std::clamp(int(lines), 0, std::max(0, text.lineCount() - 1));
    if (text.lineCount() == 0)
        return m_blocks[block].span.start;
    return m_blocks[block].span.start + text.lineAt(line).xToCursor(at.x());
}

std::optional<std::size_t> TextView::markAt(QPointF at) const
{
    const auto offset = offsetAt(at);
    if (!offset)
        return std::nullopt;
    const auto around = marksIn({*offset - 1, *offset + 1});
    for (auto i = around.rbegin(); i != around.rend(); ++i)
        for (const QRectF& box : boxes(m_marks[*i].span))
            if (box.adjusted(-2, -2, 2, 2).contains(at))
                return *i;
    return std::nullopt;
}

void TextView::reveal(TextSpan span)
{
    const auto block = blockOf(span.start);
    if (!block)
        return;
    const auto placeOf = [&] {
        const QTextLine line =
            layout(*block).lineForTextPosition(span.start - m_blocks[*block].span.start);
        return m_tops[*block] + (line.isValid() ? line.y() : 0);
    };
    const int top = verticalScrollBar()->value();
    const double y = placeOf();
    if (y >= top + lineHeight() && y + 3 * lineHeight() <= top + viewport()->height())
        return;
    // Heights above are guesses: settling there may move it, so look again.
    for (int round = 0; round < 3; ++round) {
        verticalScrollBar()->setValue(int(placeOf() - viewport()->height() / 3.0));
        settle();
    }
    viewport()->update();
}

void TextView::resizeEvent(QResizeEvent* event)
{
    if (event->oldSize().width() != event->size().width()) {
        const std::size_t first =
            m_blocks.empty() ? 0 : blockAtHeight(verticalScrollBar()->value());
        estimateAll();
        if (first > 0)
            verticalScrollBar()->setValue(int(m_tops[first]));
    } else {
        updateScrollBar();
    }
}

void TextView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void TextView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        estimateAll();
    QAbstractScrollArea::changeEvent(event);
}

void TextView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TextView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace gyre
