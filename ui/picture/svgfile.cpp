#include "ui/picture/svgfile.h"

#include "ui/picture/vectortext.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double equalEnough = 0.005;

QByteArray escaped(const QString& text)
{
    return printable(text).toHtmlEscaped().toUtf8();
}

QByteArray quoted(const QString& text)
{
    QString line = printable(text);
    line.replace(u'\n', u' ').replace(u'\t', u' ');
    return '"' + line.toHtmlEscaped().toUtf8() + '"';
}

/// Writes path data: relative steps, the shorter letters where they say the same.
class PathData
{
public:
    QByteArray of(const QPainterPath& path)
    {
        for (int i = 0; i < path.elementCount(); ++i) {
            const QPainterPath::Element at = path.elementAt(i);
            if (at.isMoveTo()) {
                close();
                move(at);
            } else if (at.isCurveTo() && i + 2 < path.elementCount()) {
                curve(at, path.elementAt(i + 1), path.elementAt(i + 2));
                i += 2;
            } else {
                line(at, isLast(path, i));
            }
        }
        close();
        return m_text;
    }

private:
    static bool isLast(const QPainterPath& path, int element)
    {
        return element + 1 == path.elementCount() || path.elementAt(element + 1).isMoveTo();
    }

    void move(QPointF to)
    {
        m_exactStart = to;
        step(m_text.isEmpty() ? 'M' : 'm', {to});
        m_start = m_here;
    }

    void line(QPointF to, bool isLastOfContour)
    {
        const QPointF end = rounded(to);
        m_hasLine = true;
        // Closed by the 'z' that follows.
        m_isBack = isLastOfContour && to == m_exactStart;
        if (m_isBack || end == m_here)
            return;
        if (end.y() == m_here.y())
            single('h', end.x() - m_here.x());
        else if (end.x() == m_here.x())
            single('v', end.y() - m_here.y());
        else
            step('l', {to});
        m_here = end;
        m_exact = to;
    }

    /// Outlines of letters are mostly quadratic; Qt has raised them to cubics.
    void curve(QPointF a, QPointF b, QPointF to)
    {
        m_hasLine = true;
        const QPointF fromStart = (3 * a - m_exact) / 2;
        const QPointF fromEnd = (3 * b - to) / 2;
        const QPointF apart = fromStart - fromEnd;
        if (std::abs(apart.x()) < equalEnough && std::abs(apart.y()) < equalEnough)
            step('q', {(fromStart + fromEnd) / 2, to});
        else
            step('c', {a, b, to});
        m_isBack = to == m_exactStart;
    }

    void close()
    {
        if (m_hasLine && m_isBack) {
            m_text.append('z');
            m_here = m_start;
            m_exact = m_exactStart;
        }
        m_hasLine = false;
        m_isBack = false;
    }

    /// Each point of the step is relative to where it starts, as rounded.
    void step(char letter, std::initializer_list<QPointF> points)
    {
        const bool isAbsolute = letter == 'M';
        m_text.append(letter);
        m_isFirst = true;
        QPointF end;
        for (const QPointF point : points) {
            end = rounded(point);
            number(isAbsolute ? end.x() : end.x() - m_here.x());
            number(isAbsolute ? end.y() : end.y() - m_here.y());
            m_exact = point;
        }
        m_here = end;
    }

    void single(char letter, double by)
    {
        m_text.append(letter);
        m_isFirst = true;
        number(by);
    }

    /// A minus sign parts numbers as well as a blank does.
    void number(double value)
    {
        const QByteArray text = numberText(value);
        if (!m_isFirst && !text.startsWith('-'))
            m_text.append(' ');
        m_text.append(text);
        m_isFirst = false;
    }

    static QPointF rounded(QPointF point)
    {
        return {roundedToHundredths(point.x()), roundedToHundredths(point.y())};
    }

    QByteArray m_text;
    QPointF m_start;
    QPointF m_here;
    QPointF m_exact;
    QPointF m_exactStart;
    bool m_isFirst = true;
    bool m_hasLine = false;
    bool m_isBack = false;
};

void attribute(QByteArray& text, const char* name, const QByteArray& value)
{
    text.append(' ').append(name).append("=\"").append(value).append('"');
}

QByteArray hex(const QColor& colour)
{
    const QByteArray six = colour.name(QColor::HexRgb).toLatin1();
    const bool isShort = six[1] == six[2] && six[3] == six[4] && six[5] == six[6];
    return isShort ? QByteArray{"#"} + six[1] + six[3] + six[5] : six;
}

void paintAttribute(QByteArray& text, const QByteArray& name, const QColor& colour)
{
    attribute(text, name.constData(), colour.isValid() ? hex(colour) : QByteArray("none"));
    if (colour.isValid() && colour.alpha() < 255)
        attribute(text, QByteArray(name + "-opacity").constData(), numberText(colour.alphaF()));
}

void strokeAttributes(QByteArray& text, const VectorStroke& stroke)
{
    paintAttribute(text, "stroke", stroke.colour);
    attribute(text, "stroke-width", numberText(stroke.width));
    if (!stroke.dashes.empty()) {
        QByteArray dashes;
        for (const double part : stroke.dashes)
            // A dot is a stroke of no length with round ends, which some programs leave out.
            dashes += (dashes.isEmpty() ? "" : " ") + numberText(std::max(0.01, part));
        attribute(text, "stroke-dasharray", dashes);
    }
    if (stroke.cap != Qt::FlatCap)
        attribute(text, "stroke-linecap", stroke.cap == Qt::RoundCap ? "round" : "square");
    if (stroke.join == Qt::RoundJoin)
        attribute(text, "stroke-linejoin", "round");
    else if (stroke.join == Qt::BevelJoin)
        attribute(text, "stroke-linejoin", "bevel");
    else
        // Qt measures the limit from the line's middle, SVG across the whole line.
        attribute(text, "stroke-miterlimit", numberText(std::max(1.0, 2 * stroke.miterLimit)));
}

/// Without its attributes of painting and the end of the tag.
QByteArray element(const VectorShape& shape)
{
    QByteArray text;
    if (!shape.ellipse) {
        text = "<path";
        attribute(text, "d", PathData().of(shape.path));
        return text;
    }
    const QRectF box = *shape.ellipse;
    const bool isRound = std::abs(box.width() - box.height()) < equalEnough;
    text = isRound ? "<circle" : "<ellipse";
    attribute(text, "cx", numberText(box.center().x()));
    attribute(text, "cy", numberText(box.center().y()));
    attribute(text, isRound ? "r" : "rx", numberText(box.width() / 2));
    if (!isRound)
        attribute(text, "ry", numberText(box.height() / 2));
    return text;
}

class SvgWriter
{
public:
    explicit SvgWriter(const VectorPage& page)
        : m_page(page)
    {
    }

    void head(const FileAbout& about)
    {
        const auto side = [&about](double pixels, double millimetres) -> QByteArray {
            return about.millimetres ? numberText(millimetres) + "mm" : numberText(pixels);
        };
        const QSizeF size = m_page.size;
        const QSizeF paper = about.millimetres.value_or(QSizeF());
        m_text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<svg xmlns=\"http://www.w3.org/2000/svg\"";
        attribute(m_text, "width", side(size.width(), paper.width()));
        attribute(m_text, "height", side(size.height(), paper.height()));
        attribute(m_text, "viewBox",
                  "0 0 " + numberText(size.width()) + ' ' + numberText(size.height()));
        m_text += " role=\"img\" aria-labelledby=\"title desc\">\n";
        m_text += "<title id=\"title\">" + escaped(about.title) + "</title>\n";
        m_text += "<desc id=\"desc\">" + escaped(about.description) + "</desc>\n";
        if (!about.source.isEmpty())
            m_text += "<metadata><source xmlns=\"http://purl.org/dc/elements/1.1/\">" +
                      escaped(about.source) + "</source></metadata>\n";
    }

    void add(const VectorShape& shape)
    {
        if (shape.thing != m_thing)
            open(shape.thing);
        QByteArray text = element(shape);
        paintAttribute(text, "fill", shape.fill);
        if (shape.fill.isValid() && !shape.ellipse && shape.path.fillRule() == Qt::OddEvenFill &&
            isCompound(shape.path))
            attribute(text, "fill-rule", "evenodd");
        if (shape.stroke.colour.isValid())
            strokeAttributes(text, shape.stroke);
        if (!shape.clip.isEmpty())
            attribute(text, "clip-path", "url(#" + clip(shape.clip) + ')');
        m_text += text + "/>\n";
    }

    QByteArray done()
    {
        open(-1);
        return m_text + "</svg>\n";
    }

private:
    static bool isCompound(const QPainterPath& path)
    {
        for (int i = 1; i < path.elementCount(); ++i)
            if (path.elementAt(i).isMoveTo())
                return true;
        // A single contour may still cross itself.
        return path.elementCount() > 8;
    }

    void open(int thing)
    {
        if (m_thing >= 0)
            m_text += "</g>\n";
        m_thing = thing;
        if (thing < 0)
            return;
        const VectorThing& named = m_page.things.at(static_cast<std::size_t>(thing));
        m_text += "<g class=" + quoted(named.kind);
        if (!named.id.isEmpty())
            m_text += " data-id=" + quoted(named.id);
        m_text += ">\n";
        if (!named.words.isEmpty())
            m_text += "<title>" + escaped(named.words) + "</title>\n";
    }

    /// Defined where it is first used.
    QByteArray clip(const QPainterPath& path)
    {
        const auto known = std::find(m_clips.begin(), m_clips.end(), path);
        QByteArray id = "clip" + QByteArray::number(1 + (known - m_clips.begin()));
        if (known == m_clips.end()) {
            m_clips.push_back(path);
            m_text += "<clipPath id=\"" + id + "\"><path d=\"" + PathData().of(path) +
                      "\"/></clipPath>\n";
        }
        return id;
    }

    const VectorPage& m_page;
    QByteArray m_text;
    int m_thing = -1;
    std::vector<QPainterPath> m_clips;
};

} // namespace

QByteArray svg(const VectorPage& page, const FileAbout& about)
{
    SvgWriter writer(page);
    writer.head(about);
    for (const VectorShape& shape : page.shapes)
        writer.add(shape);
    return writer.done();
}

} // namespace gyre
