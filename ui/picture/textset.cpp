#include "ui/picture/textset.h"

#include <QFontMetricsF>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

/// Large enough that whatever the shaping rounds is far below a pixel once scaled down.
constexpr double settingSize = 128;
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

double widthOf(const QString& text, const TextStyle& style)
{
    return setText(text, style).box.width();
}

/// The longest beginning that fits with an ellipsis behind it, by bisection.
QString elided(const QString& text, const TextStyle& style, double width)
{
    qsizetype low = 0;
    qsizetype high = std::min(text.size(), mostLetters);
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (widthOf(text.left(middle).trimmed() + ellipsis, style) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low > 0 && text[low - 1].isHighSurrogate())
        --low;
    return text.left(low).trimmed() + ellipsis;
}

/// Words put behind one another while they fit.
QStringList linesOf(const QString& text, const TextStyle& style, double width)
{
    QStringList lines;
    QString line;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : QString(line + QLatin1Char(' ') + word);
        if (line.isEmpty() || widthOf(longer, style) <= width) {
            line = longer;
        } else {
            lines << line;
            line = word;
        }
    }
    if (!line.isEmpty())
        lines << line;
    return lines;
}

} // namespace

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
    QPainterPath path;
    path.addText(QPointF(0, 0), font, set.text);
    const double scale = style.pixels / settingSize;
    path = QTransform::fromScale(scale, scale).map(path);
    const double capitals = metrics.capHeight() * scale;
    const double foot = 0.21 * style.pixels;
    QRectF ink = path.boundingRect();
    if (ink.isEmpty())
        ink = QRectF(0, -capitals, metrics.horizontalAdvance(set.text) * scale, capitals);
    const QRectF box = ink.united(QRectF(ink.left(), -capitals, ink.width(), capitals + foot));
    set.glyphs = path.translated(-box.topLeft());
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
