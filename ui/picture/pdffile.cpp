// ISO 32000-1:2008; the clauses are named where they decide something.
#include "ui/picture/pdffile.h"

#include "graph/basics/diagnostic.h"
#include "ui/picture/vectortext.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>
#include <map>

#include <zlib.h>

namespace gyre {

namespace {

constexpr double pointsPerPixel = 72.0 / 96;
constexpr double pointsPerMillimetre = 72 / 25.4;

QByteArray deflated(const QByteArray& bytes)
{
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                  reinterpret_cast<const Bytef*>(bytes.constData()),
                  static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION) != Z_OK)
        throw Error(QStringLiteral("picture.not-encoded"), {});
    out.resize(static_cast<qsizetype>(size));
    return out;
}

/// 7.9.2.2: UTF-16 with its mark, in hexadecimal digits, where it isn't plain ASCII.
QByteArray textString(const QString& text)
{
    const QString clean = printable(text);
    const bool isAscii = std::all_of(clean.begin(), clean.end(),
                                     [](QChar letter) { return letter.unicode() < 0x7F; });
    if (!isAscii) {
        QByteArray digits("<FEFF");
        for (const QChar letter : clean)
            digits += QByteArray::number(0x10000 + letter.unicode(), 16).sliced(1).toUpper();
        return digits + '>';
    }
    QByteArray escaped("(");
    for (const char letter : clean.toLatin1()) {
        if (letter == '(' || letter == ')' || letter == '\\')
            escaped += '\\';
        escaped += letter;
    }
    return escaped + ')';
}

QByteArray shareText(double share)
{
    return QByteArray::number(std::round(share * 1000) / 1000);
}

/// The operators that paint; says again only what has changed.
class ContentWriter
{
public:
    void add(const VectorShape& shape)
    {
        const bool isClipped = !shape.clip.isEmpty();
        if (isClipped) {
            m_text += "q\n";
            putPath(shape.clip);
            m_text += "W n\n";
        }
        const State before = m_state;
        const QColor& fill = shape.fill;
        const QColor& stroke = shape.stroke.colour;
        if (fill.isValid())
            setFill(fill);
        if (stroke.isValid())
            setStroke(shape.stroke);
        const bool isEven = shape.path.fillRule() == Qt::OddEvenFill;
        // Where one shows through, filling and stroking at once would not be as one on the other.
        const bool isTwice =
            fill.isValid() && stroke.isValid() && (fill.alpha() < 255 || stroke.alpha() < 255);
        if (fill.isValid() && (isTwice || !stroke.isValid())) {
            putPath(shape.path);
            m_text += isEven ? "f*\n" : "f\n";
        }
        if (stroke.isValid()) {
            putPath(shape.path);
            if (fill.isValid() && !isTwice)
                m_text += isEven ? "B*\n" : "B\n";
            else
                m_text += "S\n";
        }
        if (isClipped) {
            m_text += "Q\n";
            m_state = before;
        }
    }

    [[nodiscard]] const QByteArray& text() const { return m_text; }

    /// Resource names by opacity in 255ths, of filling and stroking.
    [[nodiscard]] const std::map<std::pair<int, int>, QByteArray>& opacities() const
    {
        return m_opacities;
    }

private:
    struct State
    {
        QColor fill{Qt::black};
        QColor stroke{Qt::black};
        std::pair<int, int> opacity{255, 255};
        double width = 1;
        QByteArray dashes{"[] 0 d"};
        int cap = 0;
        int join = 0;
        double miterLimit = 10;
    };

    void numbers(std::initializer_list<double> values)
    {
        for (const double value : values) {
            appendNumber(m_text, value);
            m_text += ' ';
        }
    }

    void putPath(const QPainterPath& path)
    {
        QPointF start;
        for (int i = 0; i < path.elementCount(); ++i) {
            const QPainterPath::Element at = path.elementAt(i);
            const bool isMove = at.isMoveTo();
            QPointF end = at;
            if (isMove) {
                start = at;
                numbers({at.x, at.y});
                m_text += "m\n";
            } else if (at.isCurveTo() && i + 2 < path.elementCount()) {
                const QPointF b = path.elementAt(i + 1);
                end = path.elementAt(i + 2);
                numbers({at.x, at.y, b.x(), b.y(), end.x(), end.y()});
                m_text += "c\n";
                i += 2;
            } else {
                numbers({at.x, at.y});
                m_text += "l\n";
            }
            const bool isLast = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
            if (isLast && !isMove && end == start)
                m_text += "h\n";
        }
    }

    void putColour(const QColor& colour, const char* operation)
    {
        for (const int part : {colour.red(), colour.green(), colour.blue()})
            m_text += shareText(part / 255.0) + ' ';
        m_text.append(operation).append('\n');
    }

    void setOpacity(std::pair<int, int> opacity)
    {
        if (m_state.opacity == opacity)
            return;
        m_state.opacity = opacity;
        auto& resource = m_opacities[opacity];
        if (resource.isEmpty())
            resource = "G" + QByteArray::number(m_opacities.size());
        m_text += '/' + resource + " gs\n";
    }

    void setFill(const QColor& colour)
    {
        setOpacity({colour.alpha(), m_state.opacity.second});
        const QColor opaque = colour.rgb();
        if (m_state.fill == opaque)
            return;
        m_state.fill = opaque;
        putColour(opaque, "rg");
    }

    void setStroke(const VectorStroke& stroke)
    {
        setOpacity({m_state.opacity.first, stroke.colour.alpha()});
        const QColor opaque = stroke.colour.rgb();
        if (m_state.stroke != opaque) {
            m_state.stroke = opaque;
            putColour(opaque, "RG");
        }
        setNumber(m_state.width, stroke.width, "w");
        QByteArray dashes("[");
        for (const double part : stroke.dashes)
            dashes += (dashes.size() > 1 ? " " : "") + numberText(part);
        dashes += "] 0 d";
        if (m_state.dashes != dashes) {
            m_state.dashes = dashes;
            m_text += dashes + '\n';
        }
        setNumber(m_state.cap,
                  stroke.cap == Qt::FlatCap    ? 0
                  : stroke.cap == Qt::RoundCap ? 1
                                               : 2,
                  "J");
        const bool isMitred = stroke.join != Qt::RoundJoin && stroke.join != Qt::BevelJoin;
        setNumber(m_state.join, isMitred ? 0 : stroke.join == Qt::RoundJoin ? 1 : 2, "j");
        // Qt measures the limit from the line's middle, PDF across the whole line (8.4.3.5).
        if (isMitred)
            setNumber(m_state.miterLimit, std::max(1.0, 2 * stroke.miterLimit), "M");
    }

    template<typename Number>
    void setNumber(Number& known, Number wanted, const char* operation)
    {
        if (known == wanted)
            return;
        known = wanted;
        m_text += numberText(wanted) + ' ' + operation + '\n';
    }

    QByteArray m_text;
    State m_state;
    std::map<std::pair<int, int>, QByteArray> m_opacities;
};

/// Objects one behind the other, then the table of where each begins (7.5.4).
class PdfFile
{
public:
    void add(const QByteArray& object)
    {
        m_starts.push_back(m_bytes.size());
        m_bytes += QByteArray::number(m_starts.size()) + " 0 obj\n" + object + "\nendobj\n";
    }

    void addStream(const QByteArray& bytes)
    {
        const QByteArray packed = deflated(bytes);
        add("<</Filter/FlateDecode/Length " + QByteArray::number(packed.size()) + ">>stream\n" +
            packed + "\nendstream");
    }

    /// The id is the digest of the rest (14.4 asks for no more than that it tells files apart).
    QByteArray done(int catalog, int info)
    {
        const QByteArray count = QByteArray::number(m_starts.size() + 1);
        const QByteArray id =
            QCryptographicHash::hash(m_bytes, QCryptographicHash::Md5).toHex().toUpper();
        const QByteArray start = QByteArray::number(m_bytes.size());
        m_bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
        for (const qsizetype at : m_starts)
            m_bytes += QByteArray::number(at).rightJustified(10, '0') + " 00000 n \n";
        m_bytes += "trailer\n<</Size " + count + "/Root " + QByteArray::number(catalog) +
                   " 0 R/Info " + QByteArray::number(info) + " 0 R/ID[<" + id + "><" + id +
                   ">]>>\nstartxref\n" + start + "\n%%EOF\n";
        return m_bytes;
    }

private:
    QByteArray m_bytes{"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"};
    std::vector<qsizetype> m_starts;
};

QByteArray pageObject(QSizeF points, const ContentWriter& content)
{
    QByteArray states;
    for (const auto& [opacity, resource] : content.opacities())
        states += '/' + resource + "<</ca " + shareText(opacity.first / 255.0) + "/CA " +
                  shareText(opacity.second / 255.0) + ">>";
    return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + numberText(points.width()) + ' ' +
           numberText(points.height()) + "]/Contents 4 0 R/Resources<</ExtGState<<" + states +
           ">>>>/Group<</S/Transparency/CS/DeviceRGB>>/StructParents 0>>";
}

QByteArray infoObject(const FileAbout& about)
{
    QByteArray info =
        "<</Title" + textString(about.title) + "/Subject" + textString(about.description);
    if (!about.source.isEmpty())
        info += "/Keywords" + textString(about.source);
    return info + "/Creator(Gyre)/Producer(Gyre)>>";
}

} // namespace

QByteArray pdf(const VectorPage& page, const FileAbout& about)
{
    const QSizeF points =
        about.millimetres ? *about.millimetres * pointsPerMillimetre : page.size * pointsPerPixel;
    ContentWriter content;
    for (const VectorShape& shape : page.shapes)
        content.add(shape);
    const auto factor = [](double to, double from) {
        return QByteArray::number(to / std::max(from, 1.0), 'f', 6);
    };
    // From pixels, downwards from the top, to points, upwards from the foot.
    const QByteArray map = factor(points.width(), page.size.width()) + " 0 0 -" +
                           factor(points.height(), page.size.height()) + " 0 " +
                           numberText(points.height()) + " cm\n";
    PdfFile file;
    file.add("<</Type/Catalog/Pages 2 0 R/Lang(en)/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R"
             "/ViewerPreferences<</DisplayDocTitle true>>>>");
    file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    file.add(pageObject(points, content));
    file.addStream(map + "/Figure<</MCID 0>>BDC\n" + content.text() + "EMC\n");
    file.add(infoObject(about));
    file.add("<</Type/StructTreeRoot/K 7 0 R/ParentTree 8 0 R>>");
    file.add("<</Type/StructElem/S/Figure/P 6 0 R/Pg 3 0 R/K 0/Alt" +
             textString(about.description) + ">>");
    file.add("<</Nums[0[7 0 R]]>>");
    return file.done(1, 5);
}

} // namespace gyre
