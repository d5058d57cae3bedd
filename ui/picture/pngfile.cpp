// PNG (ISO/IEC 15948) straight on zlib. Drawings of flat colour compress best unfiltered: a quarter
// smaller than Qt's file and in a quarter of its time (3200 × 2000, 31 firms and 51 deals: 62 ms
// and 0.83 MB against 249 ms and 1.09 MB).
#include "graph/basics/diagnostic.h"
#include "ui/picture/picturefile.h"

#include <QtEndian>

#include <array>
#include <cmath>
#include <cstring>
#include <memory>

#include <zlib.h>

namespace gyre {

namespace {

constexpr int compressionLevel = 3;
constexpr char filterNone = 0;
constexpr double inchesPerMetre = 39.37007874015748;

void append(QByteArray& bytes, quint32 number)
{
    std::array<char, 4> big{};
    qToBigEndian(number, big.data());
    bytes.append(big.data(), big.size());
}

void appendChunk(QByteArray& file, const char* type, const QByteArray& data)
{
    append(file, static_cast<quint32>(data.size()));
    const qsizetype checked = file.size();
    file.append(type, 4);
    file.append(data);
    const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(file.constData() + checked),
                            static_cast<uInt>(file.size() - checked));
    append(file, static_cast<quint32>(sum));
}

QByteArray header(const QImage& image, bool hasAlpha)
{
    QByteArray data;
    append(data, static_cast<quint32>(image.width()));
    append(data, static_cast<quint32>(image.height()));
    data.append(char(8));
    data.append(hasAlpha ? char(6) : char(2));
    data.append(3, char(0));
    return data;
}

/// iTXt, uncompressed UTF-8.
void appendText(QByteArray& file, const char* keyword, const QString& text)
{
    if (text.isEmpty())
        return;
    QByteArray data(keyword);
    data.append(5, char(0));
    data.append(text.toUtf8());
    appendChunk(file, "iTXt", data);
}

void appendDensity(QByteArray& file, double dotsPerInch)
{
    if (dotsPerInch <= 0)
        return;
    const auto perMetre = static_cast<quint32>(std::lround(dotsPerInch * inchesPerMetre));
    QByteArray data;
    append(data, perMetre);
    append(data, perMetre);
    data.append(char(1));
    appendChunk(file, "pHYs", data);
}

[[noreturn]] void fail()
{
    throw Error(QStringLiteral("picture.not-encoded"), {});
}

/// A zlib stream over the rows.
class Deflater
{
public:
    explicit Deflater(qsizetype expected)
    {
        if (deflateInit2(&m_stream, compressionLevel, Z_DEFLATED, 15, 9, Z_DEFAULT_STRATEGY) !=
            Z_OK)
            fail();
        m_out.resize(static_cast<qsizetype>(deflateBound(&m_stream, static_cast<uLong>(expected))));
        m_stream.next_out = reinterpret_cast<Bytef*>(m_out.data());
        m_stream.avail_out = static_cast<uInt>(m_out.size());
    }

    ~Deflater() { deflateEnd(&m_stream); }

    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void add(QByteArray& row, int flush)
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(row.data());
        m_stream.avail_in = static_cast<uInt>(row.size());
        const int result = deflate(&m_stream, flush);
        if ((result != Z_OK && result != Z_STREAM_END) || m_stream.avail_in != 0)
            fail();
    }

    QByteArray done()
    {
        m_out.resize(m_out.size() - static_cast<qsizetype>(m_stream.avail_out));
        return std::move(m_out);
    }

private:
    z_stream m_stream{};
    QByteArray m_out;
};

QByteArray pixels(const QImage& image, int bytesPerPixel)
{
    const qsizetype width = static_cast<qsizetype>(image.width()) * bytesPerPixel;
    Deflater deflater((width + 1) * image.height());
    QByteArray row(width + 1, filterNone);
    for (int y = 0; y < image.height(); ++y) {
        std::memcpy(row.data() + 1, image.constScanLine(y), static_cast<std::size_t>(width));
        deflater.add(row, y + 1 == image.height() ? Z_FINISH : Z_NO_FLUSH);
    }
    return deflater.done();
}

bool hasTransparency(const QImage& image)
{
    if (!image.hasAlphaChannel())
        return false;
    const QImage argb = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < argb.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x)
            if (qAlpha(line[x]) != 255)
                return true;
    }
    return false;
}

} // namespace

QByteArray png(const QImage& image, const FileAbout& about, double dotsPerInch)
{
    if (image.isNull())
        fail();
    const bool hasAlpha = hasTransparency(image);
    const QImage plain =
        image.convertToFormat(hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    QByteArray file("\x89PNG\r\n\x1a\n", 8);
    appendChunk(file, "IHDR", header(plain, hasAlpha));
    appendDensity(file, dotsPerInch);
    appendText(file, "Title", about.title);
    appendText(file, "Description", about.description);
    appendText(file, "Source", about.source);
    appendText(file, "Software", QStringLiteral("Gyre"));
    appendChunk(file, "IDAT", pixels(plain, hasAlpha ? 4 : 3));
    appendChunk(file, "IEND", {});
    return file;
}

} // namespace gyre
