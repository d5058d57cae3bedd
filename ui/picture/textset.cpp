#include "ui/picture/textset.h"

#include <QFontMetricsF>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

/// The units of an em in the fonts asked for: outlines come as they were designed. At other sizes
/// their rounding depends on what was drawn before, and files would differ by shades.
constexpr double settingSize = 2048;
/// A name of thousands of letters is cut before it is shaped; nothing so long is ever shown whole.
constexpr qsizetype mostLetters = 400;
const QChar ellipsis(0x2026);

QString onOneLine(const QString& text)
{
    QString line = text.left(mostLetters);
    for (QChar& letter : line)
        if (letter.category() == QChar::Other_Control || letter == QChar::LineSeparator ||
            letter == QChar::ParagraphSeparator)
            letter = QLatin1Char(' ');
    return line;
}

/// `font` is of the setting size.
QPainterPath outline(const QString& line, const QFont& font, double pixels)
{
    QPainterPath path;
    path.addText(QPointF(0, 0), font, line);
    const double scale = pixels / settingSize;
    return QTransform::fromScale(scale, scale).map(path);
}

/// A path in pieces of some letters each: cut only between contours that lie apart, so that no
/// counter is parted from its letter.
std::vector<QPainterPath> inPieces(const QPainterPath& path)
{
    constexpr int enough = 80;
    std::vector<QPainterPath> pieces;
    QRectF bounds;
    int start = 0;
    const auto contour = [&path](int from, int to) {
        QPainterPath one;
        for (int i = from; i < to; ++i) {
            const QPainterPath::Element at = path.elementAt(i);
            if (at.isMoveTo()) {
                one.moveTo(at);
            } else if (at.isLineTo()) {
                one.lineTo(at);
            } else if (at.isCurveTo() && i + 2 < to) {
                one.cubicTo(at, path.elementAt(i + 1), path.elementAt(i + 2));
                i += 2;
            }
        }
        return one;
    };
    for (int i = 1; i <= path.elementCount(); ++i) {
        if (i < path.elementCount() && !path.elementAt(i).isMoveTo())
            continue;
        const QPainterPath one = contour(start, i);
        const QRectF box = one.boundingRect();
        const bool isApart = !box.intersects(bounds);
        if (pieces.empty() || (isApart && pieces.back().elementCount() > enough)) {
            pieces.emplace_back();
            pieces.back().setFillRule(Qt::WindingFill);
            bounds = QRectF();
        }
        pieces.back().addPath(one);
        bounds = bounds.united(box);
        start = i;
    }
    return pieces;
}

/// Widths of words for breaking lines: advances, far cheaper than outlines.
class Ruler
{
public:
    explicit Ruler(const TextStyle& style)
        : m_metrics(pictureFont(settingSize, style.weight))
        , m_scale(style.pixels / settingSize)
    {
    }

    [[nodiscard]] double width(const QString& text) const
    {
        return m_metrics.horizontalAdvance(text) * m_scale;
    }

private:
    QFontMetricsF m_metrics;
    double m_scale;
};

/// "$20…" of "$200B" would be another figure: a word with digits in it is kept whole or left out.
qsizetype wholeFigures(const QString& text, qsizetype end)
{
    if (end <= 0 || end >= text.size() || text[end].isSpace())
        return end;
    const qsizetype from = text.lastIndexOf(QLatin1Char(' '), end - 1) + 1;
    const qsizetype next = text.indexOf(QLatin1Char(' '), end);
    const QStringView word = QStringView(text).sliced(from, (next < 0 ? text.size() : next) - from);
    const bool isFigure =
        std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    return isFigure ? from : end;
}

/// The longest beginning that fits with an ellipsis behind it, by bisection.
QString elided(const QString& text, const TextStyle& style, double width)
{
    const Ruler ruler(style);
    qsizetype low = 0;
    qsizetype high = std::min(text.size(), mostLetters);
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (ruler.width(text.left(middle).trimmed() + ellipsis) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low > 0 && text[low - 1].isHighSurrogate())
        --low;
    return text.left(wholeFigures(text, low)).trimmed() + ellipsis;
}

/// Words put behind one another while they fit.
QStringList linesOf(const QString& text, const TextStyle& style, double width)
{
    const Ruler ruler(style);
    const double blank = ruler.width(QStringLiteral(" "));
    QStringList lines;
    double used = 0;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const double wide = ruler.width(word);
        if (lines.isEmpty() || used + blank + wide > width) {
            lines << word;
            used = wide;
        } else {
            lines.last() += QLatin1Char(' ') + word;
            used += blank + wide;
        }
    }
    return lines;
}

} // namespace

std::vector<QPainterPath> outlines(const QString& text, double pixels, int weight)
{
    return inPieces(outline(onOneLine(text), pictureFont(settingSize, weight), pixels));
}

PictureText setText(const QString& text, const TextStyle& style)
{
    PictureText set;
    set.text = onOneLine(text);
    set.pixels = style.pixels;
    set.weight = style.weight;
    set.colour = style.colour;
    if (set.text.trimmed().isEmpty())
        return set;
    const QFont font = pictureFont(settingSize, style.weight);
    const QFontMetricsF metrics(font);
    const QPainterPath path = outline(set.text, font, style.pixels);
    const double scale = style.pixels / settingSize;
    const double capitals = metrics.capHeight() * scale;
    const double foot = 0.21 * style.pixels;
    QRectF ink = path.boundingRect();
    if (ink.isEmpty())
        ink = QRectF(0, -capitals, metrics.horizontalAdvance(set.text) * scale, capitals);
    const QRectF box = ink.united(QRectF(ink.left(), -capitals, ink.width(), capitals + foot));
    set.glyphs = inPieces(path.translated(-box.topLeft()));
    set.ascent = -box.top();
    set.box = QRectF(QPointF(0, 0), box.size());
    return set;
}

PictureText setTextWithin(const QString& text, const TextStyle& style, double width)
{
    PictureText whole = setText(text, style);
    if (whole.box.width() <= width && text.size() <= mostLetters)
        return whole;
    return setText(elided(onOneLine(text), style, width), style);
}

std::vector<PictureText> setParagraph(const QString& text, const TextStyle& style, double width,
                                      int maxLines)
{
    QStringList lines = linesOf(text, style, width);
    if (lines.size() > maxLines) {
        const QString rest = lines.mid(maxLines - 1).join(QLatin1Char(' '));
        lines = lines.first(maxLines - 1) << elided(rest, style, width);
    }
    std::vector<PictureText> set;
    double baseline = 0;
    for (const QString& line : lines) {
        set.push_back(setTextWithin(line, style, width));
        if (set.size() == 1)
            baseline = set.front().ascent;
        moveBaseline(set.back(), QPointF(0, baseline));
        baseline += lineHeight(style.pixels);
    }
    return set;
}

double lineHeight(double pixels)
{
    return std::round(pixels * 1.35);
}

void moveBaseline(PictureText& text, QPointF baselineLeft)
{
    text.box.moveTo(baselineLeft.x(), baselineLeft.y() - text.ascent);
}

void moveCentre(PictureText& text, QPointF centre)
{
    text.box.moveCenter(centre);
}

} // namespace gyre
