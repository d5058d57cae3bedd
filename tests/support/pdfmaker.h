// PDFs made by hand: lines of Helvetica at places, pages without text, broken ones.
#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <vector>

namespace gyre::test {

/// From the upper left corner of a page of 600 × 800 points.
struct SetLine
{
    double x = 0;
    double y = 0;
    double size = 10;
    QByteArray text;
};

using SetPage = std::vector<SetLine>;

/// Of a line of Helvetica at 10 points, near enough.
inline double widthOf(const QByteArray& text)
{
    double width = 0;
    for (const char c : text)
        width += QByteArray("fijlrt.,'| ").contains(c)            ? 2.7
                 : c == 'm' || c == 'w' || (c >= 'A' && c <= 'Z') ? 7.2
                                                                  : 5.4;
    return width;
}

/// `text` broken into lines of `width`, from `x` and `y` down, 12 points each. A "~" marks where a
/// word may be parted.
inline void setColumn(SetPage& page, const QByteArray& text, double x, double& y, double width)
{
    QByteArray line;
    const auto put = [&] {
        if (!line.isEmpty())
            page.push_back({x, y, 10, line});
        line.clear();
        y += 12;
    };
    for (QByteArray word : text.split(' ')) {
        const auto room = [&](const QByteArray& piece) {
            return widthOf(line + (line.isEmpty() ? "" : " ") + piece) <= width;
        };
        const QList<QByteArray> pieces = word.split('~');
        QByteArray bare = word;
        bare.replace("~", "");
        if (!room(bare)) {
            if (pieces.size() == 2 && room(pieces[0] + "-")) {
                line += (line.isEmpty() ? "" : " ") + pieces[0] + "-";
                bare = pieces[1];
            }
            put();
        }
        line += (line.isEmpty() ? "" : " ") + bare;
    }
    put();
}

inline QByteArray escaped(QByteArray text)
{
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
}

/// Objects to a file with its table of places.
inline QByteArray pdfOf(const std::vector<QByteArray>& objects, const QByteArray& trailer)
{
    QByteArray file = "%PDF-1.5\n";
    QByteArray places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file +=
            QByteArray::number(static_cast<int>(i) + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    const QByteArray size = QByteArray::number(static_cast<int>(objects.size()) + 1);
    return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + places + "trailer\n<</Size " +
           size + "/Root 1 0 R" + trailer + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

inline QByteArray contentOf(const SetPage& page)
{
    QByteArray content = "BT\n";
    for (const SetLine& line : page)
        content += "/F1 " + QByteArray::number(line.size) + " Tf 1 0 0 1 " +
                   QByteArray::number(line.x) + ' ' + QByteArray::number(800 - line.y) + " Tm (" +
                   escaped(line.text) + ") Tj\n";
    return content + "ET";
}

/// `info` for instance "/Title (Quelt buys Parvis)".
inline QByteArray madePdf(const std::vector<SetPage>& pages, const QByteArray& info = {},
                          const QByteArray& trailer = {},
                          const std::vector<QByteArray>& further = {})
{
    QByteArray kids;
    std::vector<QByteArray> objects(4);
    objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
    objects[2] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    objects[3] = "<<" + info + ">>";
    for (const QByteArray& object : further)
        objects.push_back(object);
    for (const SetPage& page : pages) {
        const QByteArray content = contentOf(page);
        objects.push_back("<</Length " + QByteArray::number(content.size()) + ">>\nstream\n" +
                          content + "\nendstream");
        const QByteArray number = QByteArray::number(static_cast<int>(objects.size()));
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 "
                          "0 R>>>>/Contents " +
                          number + " 0 R>>");
        kids += QByteArray::number(static_cast<int>(objects.size())) + " 0 R ";
    }
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(static_cast<int>(pages.size())) +
                 "/Kids[" + kids + "]>>";
    return pdfOf(objects, "/Info 4 0 R" + trailer);
}

} // namespace gyre::test
