#include "ui/picture/legend.h"

#include "ui/picture/textset.h"
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

constexpr double textGap = 6;

/// A key with its words; the key's shapes lie round the middle of its left edge.
struct Entry
{
    double keyWidth = 0;
    double keyHeight = 0;
    std::vector<Arc> arcs;
    std::vector<Disc> discs;
    PictureText text;

    [[nodiscard]] double width() const { return keyWidth + textGap + text.box.width(); }

    [[nodiscard]] double height() const { return std::max(keyHeight, text.box.height()); }
};

struct Group
{
    Entry caption;
    std::vector<Entry> entries;
    bool isScale = false;
};

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

/// Values whose discs are small enough for a legend and large enough to tell apart.
std::vector<std::int64_t> sampleValues(const RadiusScale& radii)
{
    const auto valueOf = [&radii](double radius) {
        const double share = radius / radii.largest;
        return static_cast<double>(radii.greatest) * share * share;
    };
    std::vector<std::int64_t> samples;
    for (const double radius : {9.0, 15.0}) {
        const std::int64_t value = roundFigure(valueOf(radius));
        if (radii.radius(value) > RadiusScale::least - 0.01 && value <= radii.greatest &&
            (samples.empty() || value > samples.back()))
            samples.push_back(value);
    }
    return samples;
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

Group valueKeys(const LegendContent& content, const Style& style)
{
    Group group{
        style.caption(translated(QT_TRANSLATE_NOOP("Legend", "Circle area: value"))), {}, true};
    const RadiusScale& radii = content.radii;
    const QColor ring = style.palette.muted;
    const QColor fill = style.palette.kindFill.at(static_cast<std::size_t>(FirmKind::Other));
    if (radii.hasValues())
        for (const std::int64_t value : sampleValues(radii))
            group.entries.push_back(style.discEntry(radii.radius(value), ring, fill,
                                                    written(value, radii.currencies.main())));
    if (content.hasUnknownValues) {
        Entry hollow =
            style.discEntry(8, ring, style.palette.canvas,
                            translated(QT_TRANSLATE_NOOP("Legend", "hollow: not known")));
        hollow.discs.front().isHollow = true;
        group.entries.push_back(hollow);
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

constexpr double entryGap = 16;
constexpr double captionGap = 10;
constexpr double groupGap = 30;
constexpr double rowGap = 7;

/// A caption's or a key's place: row and distance from the left.
struct Seat
{
    const Entry* entry;
    std::size_t row;
    double x;
};

double widthOf(const Group& group)
{
    double width = group.caption.width() + captionGap - entryGap;
    for (const Entry& entry : group.entries)
        width += entry.width() + entryGap;
    return width;
}

/// Keys one behind another, from `x` on; a caption is never left alone at a row's end.
void run(const Group& group, double width, std::size_t& row, double& x, std::vector<Seat>& seats)
{
    if (x > 0 && x + group.caption.width() + captionGap + group.entries.front().width() > width) {
        ++row;
        x = 0;
    }
    seats.push_back({&group.caption, row, x});
    x += group.caption.width() + captionGap;
    for (const Entry& entry : group.entries) {
        if (x > 0 && x + entry.width() > width) {
            ++row;
            x = 0;
        }
        seats.push_back({&entry, row, x});
        x += entry.width() + entryGap;
    }
    x += groupGap - entryGap;
}

std::vector<Seat> flowing(const std::vector<Group>& groups, double width)
{
    std::vector<Seat> seats;
    std::size_t row = 0;
    double x = 0;
    for (const Group& group : groups)
        run(group, width, row, x, seats);
    return seats;
}

/// Whole groups, each in the first row with room for it; a group broader than a row flows.
/// `isParted`: the scales start a row.
std::vector<Seat> inBlocks(const std::vector<Group>& groups, double width, bool isParted = false)
{
    std::vector<Seat> seats;
    std::vector<double> used;
    bool isPartOpen = false;
    for (const Group& group : groups) {
        if (isParted && group.isScale && !isPartOpen) {
            isPartOpen = true;
            std::fill(used.begin(), used.end(), width);
        }
        const auto fits = [&group, width](double x) { return x + widthOf(group) <= width; };
        auto found = std::find_if(used.begin(), used.end(), fits);
        if (found == used.end())
            found = used.insert(used.end(), 0);
        auto row = static_cast<std::size_t>(found - used.begin());
        double x = *found;
        run(group, width, row, x, seats);
        used.resize(std::max(used.size(), row + 1), width);
        used[row] = x;
    }
    return seats;
}

std::size_t rowCount(const std::vector<Seat>& seats)
{
    std::size_t rows = 0;
    for (const Seat& seat : seats)
        rows = std::max(rows, seat.row + 1);
    return rows;
}

/// The scales on rows of their own where that costs no row; else whole groups; else, where it saves
/// a row, keys in one long flow.
std::vector<Seat> bestSeats(const std::vector<Group>& groups, double width)
{
    const std::vector<Seat> flow = flowing(groups, width);
    const std::vector<Seat> blocks = inBlocks(groups, width);
    const std::size_t least = std::min(rowCount(flow), rowCount(blocks));
    const std::vector<Seat> parted = inBlocks(groups, width, true);
    if (least > 1 && rowCount(parted) <= least)
        return parted;
    return rowCount(blocks) == least ? blocks : flow;
}

void put(Furniture& furniture, const Entry& entry, QPointF at, double capitals)
{
    for (Arc arc : entry.arcs) {
        arc.path.translate(at);
        if (arc.inferredMark)
            *arc.inferredMark += at;
        furniture.keysOfArcs.push_back(std::move(arc));
    }
    for (Disc disc : entry.discs) {
        disc.centre += at;
        furniture.keysOfDiscs.push_back(std::move(disc));
    }
    // Capitals stand in the row's middle, whatever the key's height.
    PictureText text = entry.text;
    moveBaseline(text, at + QPointF(entry.keyWidth + textGap, capitals / 2));
    furniture.texts.push_back(std::move(text));
}

Furniture setOut(const std::vector<Seat>& seats, const Metrics& metrics, double width)
{
    std::vector<double> heights(rowCount(seats), metrics.small * 1.1);
    for (const Seat& seat : seats)
        heights[seat.row] = std::max(heights[seat.row], seat.entry->height());
    std::vector<double> middles;
    double y = 0;
    for (const double height : heights) {
        middles.push_back(y + height / 2);
        y += height + rowGap;
    }
    Furniture furniture;
    furniture.what = QStringLiteral("legend");
    for (const Seat& seat : seats)
        put(furniture, *seat.entry, QPointF(seat.x, middles[seat.row]), metrics.small * 0.727);
    furniture.box = QRectF(0, 0, width, std::max(0.0, y - rowGap));
    return furniture;
}

} // namespace

Dash dashOf(Status status)
{
    switch (status) {
    case Status::Rumoured:
        return Dash::Dotted;
    case Status::InTalks:
    case Status::LetterOfIntent:
    case Status::Announced:
        return Dash::Dashed;
    case Status::Signed:
    case Status::Closed:
    case Status::Cancelled:
    case Status::Observed:
        break;
    }
    return Dash::Solid;
}

Head headOf(DealType type, Status status)
{
    if (type == DealType::Partnership)
        return Head::None;
    return status == Status::Closed || status == Status::Observed ? Head::Filled : Head::Open;
}

bool isStruck(const Deal& deal)
{
    return deal.denied || deal.status == Status::Cancelled;
}

LegendContent legendContent(const View& view, const FirmValues& values, const RadiusScale& radii,
                            const WidthScale& widths)
{
    LegendContent content;
    content.radii = radii;
    content.widths = widths;
    for (const FirmId firm : view.firms()) {
        content.kinds.set(static_cast<std::size_t>(view.network().firm(firm).kind));
        const auto& value = values.of(firm);
        if (!value || !radii.currencies.covers(value->currency))
            content.hasUnknownValues = true;
        else
            content.hasBackgroundValues = content.hasBackgroundValues || value->isBackground;
    }
    for (const DealId id : view.deals()) {
        const Deal& deal = view.network().deal(id);
        content.types.set(static_cast<std::size_t>(deal.type));
        content.statuses.set(static_cast<std::size_t>(deal.status));
        content.hasStruck = content.hasStruck || isStruck(deal);
        content.hasInferred = content.hasInferred || deal.inferred != InferredFields();
        content.hasSquares = content.hasSquares || deal.hasCollectivePayer();
    }
    return content;
}

Furniture legend(const LegendContent& content, const Metrics& metrics, const Palette& palette,
                 double width)
{
    const Style style{metrics, palette};
    std::vector<Group> groups;
    for (Group group :
         {firmKinds(content, style), dealTypes(content, style), statusKeys(content, style),
          valueKeys(content, style), amountKeys(content, style)})
        if (!group.entries.empty())
            groups.push_back(std::move(group));
    return setOut(bestSeats(groups, width), metrics, width);
}

} // namespace gyre
