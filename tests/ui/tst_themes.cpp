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

double radians(double degrees)
{
    return degrees * M_PI / 180;
}

/// In degrees, 0 to 360.
double hue(double a, double b)
{
    const double angle = a == 0 && b == 0 ? 0 : std::atan2(b, a) * 180 / M_PI;
    return angle < 0 ? angle + 360 : angle;
}

/// CIEDE2000 as Sharma, Wu, Dalal 2005 write it down; 2.3 can just be seen between patches side by
/// side.
double difference(const Triple& p, const Triple& q)
{
    const double chroma = (std::hypot(p[1], p[2]) + std::hypot(q[1], q[2])) / 2;
    const auto seventh = [](double c) {
        return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + 6103515625.0));
    };
    const double g = (1 - seventh(chroma)) / 2;
    const double c1 = std::hypot((1 + g) * p[1], p[2]);
    const double c2 = std::hypot((1 + g) * q[1], q[2]);
    const double h1 = hue((1 + g) * p[1], p[2]);
    const double h2 = hue((1 + g) * q[1], q[2]);
    const bool isGrey = c1 * c2 == 0;
    double turn = isGrey ? 0 : h2 - h1;
    double middle = isGrey ? h1 + h2 : (h1 + h2) / 2;
    if (turn > 180 || turn < -180) {
        turn += turn > 0 ? -360 : 360;
        middle += middle < 180 ? 180 : -180;
    }
    const double light = (p[0] + q[0]) / 2 - 50;
    const double c = (c1 + c2) / 2;
    const double t =
        1 - 0.17 * std::cos(radians(middle - 30)) + 0.24 * std::cos(radians(2 * middle)) +
        0.32 * std::cos(radians(3 * middle + 6)) - 0.20 * std::cos(radians(4 * middle - 63));
    const double byLight =
        (q[0] - p[0]) / (1 + 0.015 * light * light / std::sqrt(20 + light * light));
    const double byChroma = (c2 - c1) / (1 + 0.045 * c);
    const double byHue = 2 * std::sqrt(c1 * c2) * std::sin(radians(turn / 2)) / (1 + 0.015 * c * t);
    const double blue = 60 * std::exp(-std::pow((middle - 275) / 25, 2));
    const double rotation = -2 * seventh(c) * std::sin(radians(blue));
    return std::sqrt(byLight * byLight + byChroma * byChroma + byHue * byHue +
                     rotation * byChroma * byHue);
}

template<std::size_t count>
double closest(const std::array<QColor, count>& colours)
{
    double least = 1e9;
    for (const Matrix& vision : visions)
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                least = std::min(least, difference(lab(seen(linear(colours.at(i)), vision)),
                                                   lab(seen(linear(colours.at(j)), vision))));
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
                QVERIFY2(contrast(line, colours.canvas) >= 3, qPrintable(line.name()));
            for (const QColor& ring : colours.kindRing)
                QVERIFY2(contrast(ring, colours.canvas) >= 3, qPrintable(ring.name()));
            for (const QColor& mark : {colours.valuation, colours.stake, colours.accent})
                QVERIFY2(contrast(mark, colours.canvas) >= 3, qPrintable(mark.name()));
        }
    }

    /// Pairs 1, 7, 17, 24 and 34 of the test data of Sharma, Wu, Dalal 2005.
    void differenceIsThePublishedOne()
    {
        const auto is = [](double found, double published) {
            return std::abs(found - published) < 5e-5;
        };
        QVERIFY(is(difference({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425));
        QVERIFY(is(difference({50, 0, 0}, {50, -1, 2}), 2.3669));
        QVERIFY(is(difference({50, 2.5, 0}, {73, 25, -18}), 27.1492));
        QVERIFY(is(difference({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}), 1.2644));
        QVERIFY(is(difference({2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}), 0.9082));
    }

    void comparisonSeesHuesThatSomeReadersConfuse()
    {
        // Red and green of one lightness: apart for most, the same to a deuteranope.
        const std::array<QColor, 2> confused{QColor(0xb3, 0x60, 0x20), QColor(0x6c, 0x80, 0x1c)};
        QVERIFY(difference(lab(linear(confused[0])), lab(linear(confused[1]))) > 20);
        QVERIFY(closest(confused) < 10);
    }

    void huesAreToldApartByEveryReader()
    {
        for (const ThemeName theme : themes) {
            const double flows = closest(palette(theme).flow);
            const double texts = closest(palette(theme).flowText);
            const double kinds = closest(palette(theme).kindRing);
            QVERIFY2(flows >= 12, qPrintable(QString::number(flows)));
            QVERIFY2(kinds >= 11, qPrintable(QString::number(kinds)));
            QVERIFY2(texts >= 9, qPrintable(QString::number(texts)));
        }
    }
};

QTEST_APPLESS_MAIN(TestThemes)
#include "tst_themes.moc"
