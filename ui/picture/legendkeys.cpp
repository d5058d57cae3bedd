#include "ui/picture/legendparts.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace gyre {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Legend", text);
}

struct Style
{
    const Metrics& metrics;
    const Palette& palette;
    double keyLine = 28;

    [[nodiscard]] PictureText text(const QString& words) const
    {
        return setText(words, {metrics.small, QFont::Normal, palette.ink});
    }

    /// Words without a key.
    [[nodiscard]] static Entry plain(PictureText words)
    {
        Entry entry;
        entry.keyWidth = -textGap;
        entry.text = std::move(words);
        return entry;
    }

    [[nodiscard]] Entry caption(const QString& words) const
    {
        return plain(setText(words, {metrics.small, QFont::DemiBold, palette.muted}));
    }

    [[nodiscard]] Entry discEntry(double radius, const QColor& ring, const QColor& fill,
                                  const QString& words) const
    {
        Entry entry;
        Disc disc;
        disc.radius = radius;
        disc.centre = QPointF(radius, 0);
        disc.ring = ring;
        disc.fill = fill;
        disc.ringWidth = radius < 7 ? 1.6 : 2;
        entry.keyWidth = entry.keyHeight = 2 * radius;
        entry.discs.push_back(disc);
        entry.text = text(words);
        return entry;
    }

    [[nodiscard]] Entry lineEntry(const Arc& like, const QString& words) const
    {
        Entry entry;
        Arc arc = like;
        arc.path = QPolygonF({QPointF(0, 0), QPointF(keyLine, 0)});
        entry.keyWidth = keyLine;
        entry.keyHeight = std::max(10.0, arc.width);
        entry.arcs.push_back(arc);
        entry.text = text(words);
        return entry;
    }
};

Group firmKinds(const LegendContent& content, const Style& style)
{
    Group group{style.caption(translated(QT_TRANSLATE_NOOP("Legend", "Firms"))), {}};
    for (std::size_t i = 0; i < firmKindCount; ++i)
        if (content.kinds.test(i))
            group.entries.push_back(style.discEntry(6, style.palette.kindRing.at(i),
                                                    style.palette.kindFill.at(i),
                                                    words(static_cast<FirmKind>(i))));
    if (content.hasSquares) {
        Entry square = style.discEntry(
            5.5, style.palette.kindRing.at(static_cast<std::size_t>(FirmKind::Investor)),
            style.palette.canvas,
            translated(QT_TRANSLATE_NOOP("Legend", "several or unnamed payers")));
        square.discs.front().isSquare = true;
        group.entries.push_back(square);
    }
    return group;
}

/// Round values between those drawn, of discs small enough for a legend and apart enough to tell.
std::vector<std::int64_t> sampleValues(const RadiusScale& radii)
{
    const auto valueOf = [&radii](double radius) {
        const double share = radius / radii.largest;
        return static_cast<double>(radii.greatest) * share * share;
    };
    std::vector<std::int64_t> samples;
    for (const double radius : {9.0, 15.0}) {
        const std::int64_t value = roundFigure(valueOf(radius));
        if (static_cast<double>(value) >= valueOf(RadiusScale::least) && value < radii.greatest &&
            value >= radii.smallest && (samples.empty() || value > samples.back()))
            samples.push_back(value);
    }
    return samples;
}

/// What the least disc stands for: this much, or less. Two digits are as exact as an area is read.
Amount clampedValues(const RadiusScale& radii)
{
    const double share = RadiusScale::least / radii.largest;
    const double units = static_cast<double>(radii.greatest) * share * share;
    const double step = std::pow(10.0, std::floor(std::log10(std::max(units, 1.0))) - 1);
    return Amount::of(std::llround(std::round(units / step) * step), radii.currencies.main(),
                      Qualifier::UpTo);
}

QString withOtherCurrencies(const CommonScale& scale)
{
    QStringList others;
    for (const auto& [currency, count] : scale.counts())
        if (currency != scale.main() && currency.isKnown() && scale.covers(currency))
            others << currency.sign().trimmed();
    if (others.isEmpty())
        return {};
    //: %1 currency signs that the scale shows one to one: "€ drawn as $".
    return translated(QT_TRANSLATE_NOOP("Legend", "%1 drawn as %2"))
        .arg(others.join(QStringLiteral(", ")), scale.main().sign().trimmed());
}

void addNote(Group& group, const Style& style, const QString& note)
{
    if (note.isEmpty())
        return;
    group.entries.push_back(
        Style::plain(setText(note, {style.metrics.small, QFont::Normal, style.palette.muted})));
}

/// Samples, then the largest disc: itself where a legend has the room, else in words; and what the
/// least one stands for where some are not to scale.
void addSizes(Group& group, const Style& style, const RadiusScale& radii)
{
    constexpr double broadestKey = 20;
    const QColor ring = style.palette.muted;
    const QColor fill = style.palette.kindFill.at(static_cast<std::size_t>(FirmKind::Other));
    const Currency currency = radii.currencies.main();
    for (const std::int64_t value : sampleValues(radii))
        group.entries.push_back(
            style.discEntry(radii.radius(value), ring, fill, written(value, currency)));
    const QString greatest = written(radii.greatest, currency);
    if (radii.radius(radii.greatest) <= broadestKey)
        group.entries.push_back(
            style.discEntry(radii.radius(radii.greatest), ring, fill, greatest));
    else
        group.entries.push_back(Style::plain(
            style.text(translated(QT_TRANSLATE_NOOP("Legend", "largest: %1")).arg(greatest))));
    if (radii.hasClamped)
        group.entries.push_back(
            Style::plain(style.text(translated(QT_TRANSLATE_NOOP("Legend", "smallest: %1"))
                                        .arg(written(clampedValues(radii))))));
}

Group valueKeys(const LegendContent& content, const Style& style)
{
    Group group{
        style.caption(translated(QT_TRANSLATE_NOOP("Legend", "Circle area: value"))), {}, true};
    const RadiusScale& radii = content.radii;
    const QColor ring = style.palette.muted;
    const QColor fill = style.palette.kindFill.at(static_cast<std::size_t>(FirmKind::Other));
    if (radii.hasValues())
        addSizes(group, style, radii);
    if (content.hasUnknownValues) {
        Entry hollow =
            style.discEntry(8, ring, style.palette.canvas,
                            translated(QT_TRANSLATE_NOOP("Legend", "hollow: not known")));
        hollow.discs.front().isHollow = true;
        group.entries.push_back(hollow);
    }
    if (content.hasTalkValues) {
        Entry talk = style.discEntry(
            8, ring, fill, translated(QT_TRANSLATE_NOOP("Legend", "dotted: value in talks")));
        talk.discs.front().isTalk = true;
        group.entries.push_back(talk);
    }
    if (content.hasBackgroundValues) {
        Entry background = style.discEntry(
            8, ring, fill, translated(QT_TRANSLATE_NOOP("Legend", "from background facts")));
        background.discs.front().isBackground = true;
        group.entries.push_back(background);
    }
    // Said once, with the amounts, where they have the same note.
    const QString note = withOtherCurrencies(radii.currencies);
    if (radii.hasValues() && note != withOtherCurrencies(content.widths.currencies))
        addNote(group, style, note);
    return group;
}

QString hueWords(FlowHue hue, const std::bitset<dealTypeCount>& types)
{
    const auto has = [&types](DealType type) { return types.test(static_cast<std::size_t>(type)); };
    QStringList parts;
    switch (hue) {
    case FlowHue::Equity:
        if (has(DealType::EquityInvestment))
            parts << translated(QT_TRANSLATE_NOOP("Legend", "equity"));
        if (has(DealType::Acquisition))
            parts << translated(QT_TRANSLATE_NOOP("Legend", "acquisition"));
        if (has(DealType::StakeTransfer))
            parts << translated(QT_TRANSLATE_NOOP("Legend", "shares sold on"));
        break;
    case FlowHue::Purchase:
        if (has(DealType::PurchaseCommitment))
            parts << translated(QT_TRANSLATE_NOOP("Legend", "purchases"));
        if (has(DealType::RevenueShare))
            parts << translated(QT_TRANSLATE_NOOP("Legend", "revenue share"));
        break;
    case FlowHue::Debt:
        parts << translated(QT_TRANSLATE_NOOP("Legend", "debt"));
        break;
    case FlowHue::Warrant:
        parts << translated(QT_TRANSLATE_NOOP("Legend", "warrants"));
        break;
    case FlowHue::Partnership:
        if (has(DealType::Partnership))
            parts << translated(QT_TRANSLATE_NOOP("Legend", "partnership"));
        if (has(DealType::Other))
            parts << translated(QT_TRANSLATE_NOOP("Legend", "other deal"));
        break;
    }
    return parts.join(QStringLiteral(", "));
}

Group dealTypes(const LegendContent& content, const Style& style)
{
    Group group{style.caption(translated(QT_TRANSLATE_NOOP("Legend", "Deals"))), {}};
    for (std::size_t hue = 0; hue < flowHueCount; ++hue) {
        bool isDrawn = false;
        for (std::size_t type = 0; type < dealTypeCount; ++type)
            isDrawn = isDrawn || (content.types.test(type) &&
                                  hueOf(static_cast<DealType>(type)) == static_cast<FlowHue>(hue));
        if (!isDrawn)
            continue;
        Arc arc;
        arc.colour = style.palette.flow.at(hue);
        arc.width = 3;
        arc.head = Head::None;
        group.entries.push_back(
            style.lineEntry(arc, hueWords(static_cast<FlowHue>(hue), content.types)));
    }
    if (content.hasSeveralTypes) {
        Arc arc;
        arc.colour = style.palette.ink;
        arc.width = 3;
        arc.head = Head::None;
        group.entries.push_back(
            style.lineEntry(arc, translated(QT_TRANSLATE_NOOP("Legend", "of several types"))));
    }
    if (content.hasMerged)
        addNote(group, style,
                translated(QT_TRANSLATE_NOOP("Legend", "an arrow may stand for several deals")));
    return group;
}

Group amountKeys(const LegendContent& content, const Style& style)
{
    Group group{
        style.caption(translated(QT_TRANSLATE_NOOP("Legend", "Line width: amount"))), {}, true};
    const WidthScale& widths = content.widths;
    Arc arc;
    arc.colour = style.palette.muted;
    arc.head = Head::None;
    if (widths.greatest > 0) {
        const std::int64_t large = roundFigure(static_cast<double>(widths.greatest));
        const std::int64_t small = roundFigure(static_cast<double>(large) / 10);
        std::vector<std::int64_t> samples{large};
        if (widths.width(small) < widths.width(large) - 0.5)
            samples.insert(samples.begin(), small);
        for (const std::int64_t sample : samples) {
            arc.width = widths.width(sample);
            group.entries.push_back(
                style.lineEntry(arc, written(sample, widths.currencies.main())));
        }
    }
    arc.width = WidthScale::hairline;
    if (widths.hasHairlines || widths.hasOthers)
        group.entries.push_back(style.lineEntry(
            arc, widths.hasOthers
                     ? translated(QT_TRANSLATE_NOOP("Legend", "not disclosed, or another currency"))
                     : translated(QT_TRANSLATE_NOOP("Legend", "not disclosed"))));
    if (widths.greatest > 0)
        addNote(group, style, withOtherCurrencies(widths.currencies));
    return group;
}

/// One key for all statuses that are drawn alike, in the order from talk to done.
Group statusKeys(const LegendContent& content, const Style& style)
{
    Group group{style.caption(translated(QT_TRANSLATE_NOOP("Legend", "Status"))), {}};
    std::vector<std::pair<Arc, QStringList>> keys;
    for (std::size_t i = 0; i < statusCount; ++i) {
        const auto status = static_cast<Status>(i);
        if (!content.statuses.test(i) || status == Status::Cancelled)
            continue;
        Arc arc;
        arc.colour = style.palette.muted;
        arc.width = 1.8;
        arc.dash = dashOf(status);
        arc.head = headOf(DealType::EquityInvestment, status);
        if (keys.empty() || keys.back().first.dash != arc.dash ||
            keys.back().first.head != arc.head)
            keys.emplace_back(arc, QStringList());
        keys.back().second << words(status);
    }
    for (const auto& [arc, names] : keys)
        group.entries.push_back(style.lineEntry(arc, names.join(QStringLiteral(", "))));
    if (content.hasStruck) {
        Arc arc;
        arc.colour = style.palette.muted;
        arc.width = 1.8;
        arc.head = Head::None;
        arc.isStruck = true;
        group.entries.push_back(
            style.lineEntry(arc, translated(QT_TRANSLATE_NOOP("Legend", "cancelled or denied"))));
    }
    if (content.hasInferred) {
        Arc arc;
        arc.colour = style.palette.muted;
        arc.width = 1.8;
        arc.head = Head::None;
        arc.inferredMark = QPointF(style.keyLine / 2, 0);
        group.entries.push_back(
            style.lineEntry(arc, translated(QT_TRANSLATE_NOOP("Legend", "partly inferred"))));
    }
    return group;
}

} // namespace

std::vector<Group> legendGroups(const LegendContent& content, const Metrics& metrics,
                                const Palette& palette)
{
    const Style style{metrics, palette};
    std::vector<Group> groups;
    for (Group group :
         {firmKinds(content, style), dealTypes(content, style), statusKeys(content, style),
          valueKeys(content, style), amountKeys(content, style)})
        if (!group.entries.empty())
            groups.push_back(std::move(group));
    return groups;
}

} // namespace gyre
