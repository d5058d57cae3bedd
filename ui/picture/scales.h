// What sizes mean: the area of a disc is a value, the width of an arc an amount. One scale a
// picture, stated in its legend.
#pragma once

#include "graph/model/view.h"
#include "ui/picture/look.h"

#include <map>
#include <optional>

namespace gyre {

/// Sizes of type and margins for one picture, in its pixels: 1600 × 1000 gives the basic ones;
/// they grow and shrink with the fourth root of the area and with the room that each firm has,
/// never below what can be read.
struct Metrics
{
    double title = 22;
    double scope = 13.5;
    double name = 13.5;
    double amount = 12;
    double small = 11.5;
    double margin = 24;
    /// Of the largest disc: at most 60 in a picture of any size.
    double radiusCap = 60;
};

Metrics metricsFor(QSizeF size, std::size_t firmCount = 40);

/// The latest value of a firm as far as `asOf`: of those that are more than talk, of talk where
/// there is nothing else; absent where nothing is known. Rejected, denied and cancelled ones do not
/// count, nor those of a status that the filter leaves out.
struct FirmValue
{
    std::int64_t units = 0;
    Currency currency;
    Qualifier qualifier = Qualifier::Exact;
    std::optional<PartialDate> date;
    /// Where it stands: in the view's network, or in the background.
    ValuationId valuation;
    Status status = Status::Observed;
    bool isBackground = false;
};

class FirmValues
{
public:
    /// `background` may be null; its facts count as far as the view's date, else as `latest`, the
    /// date of the texts. O(valuations + firms).
    FirmValues(const View& view, const Network* background,
               const std::optional<PartialDate>& latest = {});

    [[nodiscard]] const std::optional<FirmValue>& of(FirmId firm) const
    {
        return m_values[firm.value];
    }

private:
    std::vector<std::optional<FirmValue>> m_values;
};

/// Currencies near enough to one another that one scale shows them all ("€ and £ as $"): sizes are
/// a rough reading, sums are never made of them. Others have no size on it.
class CommonScale
{
public:
    void add(Currency currency) { ++m_counts[currency]; }

    [[nodiscard]] bool covers(Currency currency) const;
    /// The commonest one; of equally common ones one near the dollar, then by code.
    [[nodiscard]] Currency main() const;

    [[nodiscard]] const std::map<Currency, int>& counts() const { return m_counts; }

private:
    std::map<Currency, int> m_counts;
};

/// value → radius, area in proportion, kept within [least, largest].
struct RadiusScale
{
    static constexpr double least = 8;
    double largest = 60;
    /// Of a firm whose value is not known: says nothing.
    double unknown = 24;
    double square = 7;
    /// Of the values drawn.
    std::int64_t smallest = 0;
    std::int64_t greatest = 0;
    CommonScale currencies;
    /// Some firm is worth less than the least disc says.
    bool hasClamped = false;

    [[nodiscard]] bool hasValues() const { return greatest > 0; }

    [[nodiscard]] double radius(std::int64_t units) const;
};

/// `plotArea` in square pixels.
RadiusScale radiusScale(const View& view, const FirmValues& values, const Metrics& metrics,
                        double plotArea);

/// Of the disclosed amounts of the view's deals.
CommonScale amountScale(const View& view);

struct Bundle;

/// amount → width, by square root, within [least, broadest].
struct WidthScale
{
    /// A little over one pixel: at one and below Qt strokes by another method, in another place.
    static constexpr double hairline = 1.1;
    static constexpr double least = 1.3;
    double broadest = 9;
    std::int64_t greatest = 0;
    CommonScale currencies;
    bool hasHairlines = false;
    bool hasOthers = false;

    [[nodiscard]] double width(std::int64_t units) const;
    /// Of a deal: the hairline where its amount is undisclosed or in a currency off the scale.
    [[nodiscard]] double width(const Amount& amount, Reading reading) const;
};

WidthScale widthScale(const View& view, const RadiusScale& radii,
                      const std::vector<Bundle>& bundles);

/// The greatest of 1, 2, 5 · 10^n that is at most `units`.
std::int64_t roundFigure(double units);

} // namespace gyre
