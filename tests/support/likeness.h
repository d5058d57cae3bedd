// Whether two rasters of one picture, made by different programs, look the same.
#pragma once

#include <QImage>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace gyre::test {

/// Antialiasing of two programs differs in single pixels; means of 3 × 3 hardly. Of what is left,
/// `worstTile` counts the pixels that differ in the worst square of 32 × 32: a missing label fills
/// one, while thin edges of a large shape never do.
struct Likeness
{
    static constexpr int visible = 40;
    static constexpr int tile = 32;
    /// Measured between Qt, librsvg and poppler: 0; with a label moved by 1 px: 9 and more.
    static constexpr int allowed = 6;

    bool hasSameSize = false;
    int worstTile = 0;
    double mean = 0;

    [[nodiscard]] bool isAlike() const { return hasSameSize && worstTile <= allowed && mean < 2; }
};

/// Each pixel the mean of the `factor`² it was painted as.
inline QImage shrunk(const QImage& picture, int factor)
{
    const QImage large = picture.convertToFormat(QImage::Format_RGB32);
    QImage small(large.width() / factor, large.height() / factor, QImage::Format_RGB32);
    std::vector<std::array<int, 3>> sums(static_cast<std::size_t>(small.width()));
    const int n = factor * factor;
    for (int y = 0; y < small.height(); ++y) {
        sums.assign(sums.size(), {});
        for (int row = 0; row < factor; ++row) {
            const auto* line = reinterpret_cast<const QRgb*>(large.constScanLine(y * factor + row));
            for (int x = 0; x < small.width() * factor; ++x) {
                auto& sum = sums[static_cast<std::size_t>(x / factor)];
                sum[0] += qRed(line[x]);
                sum[1] += qGreen(line[x]);
                sum[2] += qBlue(line[x]);
            }
        }
        auto* out = reinterpret_cast<QRgb*>(small.scanLine(y));
        for (const auto& sum : sums)
            *out++ = qRgb(sum[0] / n, sum[1] / n, sum[2] / n);
    }
    return small;
}

/// Sums of 3 × 3 pixels, per channel; the border counts its own pixels again.
inline std::vector<std::array<int, 3>> smoothed(const QImage& image)
{
    const int w = image.width();
    const int h = image.height();
    std::vector<std::array<int, 3>> sums;
    sums.reserve(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
    for (int y = 0; y < h; ++y) {
        std::array<const QRgb*, 3> lines{};
        for (int i = 0; i < 3; ++i)
            lines.at(static_cast<std::size_t>(i)) =
                reinterpret_cast<const QRgb*>(image.constScanLine(std::clamp(y + i - 1, 0, h - 1)));
        for (int x = 0; x < w; ++x) {
            auto& sum = sums.emplace_back();
            for (const QRgb* line : lines)
                for (const int column : {std::max(x - 1, 0), x, std::min(x + 1, w - 1)}) {
                    sum[0] += qRed(line[column]);
                    sum[1] += qGreen(line[column]);
                    sum[2] += qBlue(line[column]);
                }
        }
    }
    return sums;
}

inline Likeness likeness(const QImage& a, const QImage& b)
{
    Likeness found;
    found.hasSameSize = a.size() == b.size() && !a.isNull();
    if (!found.hasSameSize)
        return found;
    const auto left = smoothed(a.convertToFormat(QImage::Format_RGB32));
    const auto right = smoothed(b.convertToFormat(QImage::Format_RGB32));
    const int across = a.width() / Likeness::tile + 1;
    std::vector<int> tiles(static_cast<std::size_t>(across * (a.height() / Likeness::tile + 1)));
    double sum = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        int apart = 0;
        for (std::size_t c = 0; c < 3; ++c)
            apart = std::max(apart, std::abs(left[i][c] - right[i][c]) / 9);
        sum += apart;
        if (apart <= Likeness::visible)
            continue;
        const int x = static_cast<int>(i) % a.width() / Likeness::tile;
        const int y = static_cast<int>(i) / a.width() / Likeness::tile;
        int& count = tiles[static_cast<std::size_t>(y * across + x)];
        found.worstTile = std::max(found.worstTile, ++count);
    }
    found.mean = sum / static_cast<double>(left.size());
    return found;
}

} // namespace gyre::test
