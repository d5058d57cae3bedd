// The themes, measured: text is legible, hues are told apart by readers of any colour vision.
#include "ui/picture/look.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace gyre;

namespace {

constexpr std::array<ThemeName, 3> themes{ThemeName::Light, ThemeName::Dark, ThemeName::Print};

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple linear(const QColor& colour)
{
    const auto part = [](float value) {
        const double v = static_cast<double>(value);
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return {part(colour.redF()), part(colour.greenF()), part(colour.blueF())};
}

double dot(const Triple& a, const Triple& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// WCAG 2.1: contrast ratio by relative luminance.
double contrast(const QColor& a, const QColor& b)
{
    constexpr Triple luminance{0.2126, 0.7152, 0.0722};
    const double x = dot(luminance, linear(a)) + 0.05;
    const double y = dot(luminance, linear(b)) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

/// Normal, protan, deutan, tritan: Machado, Oliveira, Fernandes 2009, severity 1, linear RGB.
constexpr Matrix normal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protan{{{0.152286, 1.052583, -0.204868},
                         {0.114503, 0.786281, 0.099216},
                         {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{{{0.367322, 0.860646, -0.227968},
                         {0.280085, 0.672501, 0.047413},
                         {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{{{1.255528, -0.076749, -0.178779},
                         {-0.078411, 0.930809, 0.147602},
                         {0.004733, 0.691367, 0.303900}}};
constexpr std::array<Matrix, 4> visions{normal, protan, deutan, tritan};

Triple seen(const Triple& colour, const Matrix& vision)
{
    const auto part = [&colour](const Triple& row) {
        return std::clamp(dot(row, colour), 0.0, 1.0);
    };
    return {part(vision[0]), part(vision[1]), part(vision[2])};
}

/// CIE L*a*b* under D65.
Triple lab(const Triple& c)
{
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f(dot({0.4124, 0.3576, 0.1805}, c) / 0.95047);
    const double y = f(dot({0.2126, 0.7152, 0.0722}, c));
    const double z = f(dot({0.0193, 0.1192, 0.9505}, c) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Triple& a, const Triple& b)
{
    const Triple p = lab(a);
    const Triple q = lab(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

template<std::size_t count>
double closest(const std::array<QColor, count>& colours)
{
    double least = 1e9;
    for (const Matrix& vision : visions)
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                least = std::min(least, difference(seen(linear(colours.at(i)), vision),
                                                   seen(linear(colours.at(j)), vision)));
    return least;
}

} // namespace

class TestThemes : public QObject
{
    Q_OBJECT

private slots:

    void textIsLegible()
    {
        for (const ThemeName theme : themes) {
            const Palette colours = palette(theme);
            QVERIFY(contrast(colours.ink, colours.canvas) >= 7);
            QVERIFY(contrast(colours.muted, colours.canvas) >= 4.5);
            for (const QColor& text : colours.flowText)
                QVERIFY2(contrast(text, colours.canvas) >= 4.5, qPrintable(text.name()));
            for (const QColor& fill : colours.kindFill)
                QVERIFY2(contrast(colours.ink, fill) >= 7, qPrintable(fill.name()));
        }
    }

    void linesStandOutFromTheCanvas()
    {
        for (const ThemeName theme : themes) {
            const Palette colours = palette(theme);
            for (const QColor& line : colours.flow)
                QVERIFY2(contrast(line, colours.canvas) >= 2.8, qPrintable(line.name()));
            for (const QColor& ring : colours.kindRing)
                QVERIFY2(contrast(ring, colours.canvas) >= 2.2, qPrintable(ring.name()));
        }
    }

    /// A difference of 10 is seen at a glance between patches apart.
    void huesAreToldApartByEveryReader()
    {
        for (const ThemeName theme : themes) {
            const double flows = closest(palette(theme).flow);
            const double kinds = closest(palette(theme).kindRing);
            QVERIFY2(flows >= 12, qPrintable(QString::number(flows)));
            QVERIFY2(kinds >= 10, qPrintable(QString::number(kinds)));
        }
    }
};

QTEST_APPLESS_MAIN(TestThemes)
#include "tst_themes.moc"
