#include "ui/picture/compose.h"

#include "graph/analysis/circuits.h"
#include "graph/layout/crowd.h"
#include "graph/model/largest.h"
#include "ui/picture/furniture.h"
#include "ui/picture/headline.h"
#include "ui/picture/marks.h"
#include "ui/picture/painter.h"
#include "ui/picture/pairs.h"
#include "ui/picture/polyline.h"
#include "ui/picture/scenediagram.h"
#include "ui/picture/sources.h"
#include "ui/words/firmnames.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace gyre {

namespace {

constexpr int loopLength = 4;
constexpr std::size_t loopLimit = 2000;
/// With more labels than that some may not fit: the line that counts them is given room at once.
constexpr std::size_t labelsThatFit = 30;
/// About what the furniture leaves, for sizes that must be known before it is measured.
constexpr double plotShare = 0.72;

QString translated(const char* text)
{
    return QCoreApplication::translate("Compose", text);
}

QPointF pointOf(Point point)
{
    return {point.x, point.y};
}

QRectF rectOf(const Box& box)
{
    return {box.x, box.y, box.w, box.h};
}

/// Where the inferred mark stands best: on the arc, clear of its own amount and of both ends.
QPointF markPlace(const Arc& arc)
{
    const double total = lengthOf(arc.path);
    const QRectF plate = plateBox(arc.label.box);
    double bestGap = -1;
    QPointF best = pointAlong(arc.path, total * 0.2);
    for (const double share : {0.22, 0.3, 0.16, 0.68, 0.74}) {
        const QPointF at = pointAlong(arc.path, total * share);
        const double dx = std::max({plate.left() - at.x(), 0.0, at.x() - plate.right()});
        const double dy = std::max({plate.top() - at.y(), 0.0, at.y() - plate.bottom()});
        const double gap = arc.label.isShown ? std::hypot(dx, dy) : 1e9;
        // The first place that is clear enough is taken: marks then stand alike on most arcs.
        if (gap > 10)
            return at;
        if (gap > bestGap) {
            bestGap = gap;
            best = at;
        }
    }
    return best;
}

/// Of several deals: any of them.
bool isInferred(const Arc& arc, const Network& network)
{
    const auto is = [&network](DealId id) { return network.deal(id).inferred != InferredFields(); };
    return is(arc.deal) || std::any_of(arc.merged.begin(), arc.merged.end(), is);
}

void putInPlace(Marks& marks, const Arrangement& arranged, const Network& network)
{
    for (std::size_t i = 0; i < marks.discs.size(); ++i) {
        Disc& disc = marks.discs[i];
        disc.centre = pointOf(arranged.nodes[i].centre);
        disc.label.box.moveCenter(rectOf(arranged.nodes[i].label).center());
        disc.label.isShown = arranged.nodes[i].isLabelShown && !disc.label.text.isEmpty();
    }
    for (std::size_t i = 0; i < marks.arcs.size(); ++i) {
        Arc& arc = marks.arcs[i];
        const ArrangedLink& link = arranged.links[i];
        for (const Point& point : link.path)
            arc.path << pointOf(point);
        arc.label.isShown = link.isLabelShown && !arc.label.text.isEmpty();
        arc.label.box.moveCenter(rectOf(link.label).center());
        if (link.leader)
            arc.leader = pointOf(*link.leader);
        if (isInferred(arc, network) && arc.path.size() > 1)
            arc.inferredMark = markPlace(arc);
    }
}

void addNoRoom(std::vector<NotDrawn>& entries, int amounts, int names)
{
    const QString why = translated(QT_TRANSLATE_NOOP("Compose", "no room"));
    if (amounts > 0)
        entries.push_back({QStringLiteral("amounts"), amounts, why});
    if (names > 0)
        entries.push_back({QStringLiteral("names"), names, why});
}

NotDrawn lackingLegend()
{
    return {QStringLiteral("legend"), 1, translated(QT_TRANSLATE_NOOP("Compose", "no room"))};
}

bool hasLegend(const std::vector<Furniture>& pieces)
{
    return std::any_of(pieces.begin(), pieces.end(), [](const Furniture& piece) {
        return piece.what == QLatin1String("legend");
    });
}

/// Of the deals and of the values that size the discs.
DrawnEvidence drawnEvidence(const Scene& scene, const FirmValues& values)
{
    const Network& network = scene.view.network();
    DrawnEvidence drawn;
    for (const DealId id : scene.view.deals())
        drawn.own.push_back(&network.deal(id).evidence);
    for (const FirmId firm : scene.view.firms()) {
        const auto& value = values.of(firm);
        if (!value)
            continue;
        if (value->isBackground)
            drawn.background.push_back(
                &scene.background->valuations()[value->valuation.value].evidence);
        else
            drawn.own.push_back(&network.valuations()[value->valuation.value].evidence);
    }
    return drawn;
}

FurnitureText furnitureText(const Scene& scene, const Circuits& loops, const FirmValues& values,
                            const QString& title)
{
    const Look& look = scene.look;
    FurnitureText text;
    text.title = title;
    text.scope = scopeLine(scene.view, loops,
                           look.asOf.isEmpty() ? asOfDate(scene.view, scene.briefings) : look.asOf);
    if (const QString meaning = meaningOfPlaces(scene); !meaning.isEmpty())
        text.scope += QStringLiteral(" · ") + meaning;
    text.names = namesLine(scene.view);
    text.source = sourceLine({scene.briefings, scene.networkFiles}, drawnEvidence(scene, values),
                             look.source, publishersThatFit(look.size.width()));
    return text;
}

/// The picture in words: title, size, and the deals of the greatest amounts.
QString descriptionOf(const View& view, const FurnitureText& text)
{
    constexpr std::size_t most = 12;
    std::vector<DealId> deals = view.deals();
    const auto figure = [&view](DealId id) {
        return view.network().deal(id).amount.figure().value_or(-1);
    };
    std::stable_sort(deals.begin(), deals.end(),
                     [&figure](DealId a, DealId b) { return figure(a) > figure(b); });
    QStringList parts{text.title, text.scope};
    if (!text.names.isEmpty())
        parts << text.names;
    for (std::size_t i = 0; i < std::min(most, deals.size()); ++i)
        parts << sentence(view.network(), view.network().deal(deals[i]));
    if (deals.size() > most)
        parts << translated(QT_TRANSLATE_NOOP("Compose", "and %1 more deals"))
                     .arg(writtenCount(deals.size() - most));
    return parts.join(QStringLiteral(". ")) + QLatin1Char('.');
}

/// The amounts of which the title speaks stand out: canvas colour on a plate of their own.
Marks stressed(Marks marks, const std::vector<DealId>& deals, const Palette& colours)
{
    const auto isOfTitle = [&deals](DealId deal) {
        return std::find(deals.begin(), deals.end(), deal) != deals.end();
    };
    for (Arc& arc : marks.arcs) {
        if (!isOfTitle(arc.deal) && std::none_of(arc.merged.begin(), arc.merged.end(), isOfTitle))
            continue;
        arc.label.plate = arc.label.plateEdge = arc.label.colour;
        arc.label.colour = colours.canvas;
        arc.isOfTitle = true;
    }
    return marks;
}

/// Broad arcs first, so that a thin one is never buried; else in the order of the deals.
void sortForPainting(std::vector<Arc>& arcs)
{
    std::stable_sort(arcs.begin(), arcs.end(),
                     [](const Arc& a, const Arc& b) { return a.width > b.width; });
}

std::optional<PartialDate> newestDate(const std::vector<Shared<ReadBriefing>>& briefings)
{
    std::optional<PartialDate> newest;
    for (const Shared<ReadBriefing>& read : briefings)
        if (read->briefing.date && (!newest || *newest < *read->briefing.date))
            newest = read->briefing.date;
    return newest;
}

FirmValues valuesOf(const Scene& scene)
{
    return {scene.view, scene.look.withBackground ? scene.background.get() : nullptr,
            newestDate(scene.briefings)};
}

RadiusScale radiiOf(const Scene& scene, const FirmValues& values, const Metrics& metrics)
{
    return radiusScale(scene.view, values, metrics,
                       plotShare * scene.look.size.width() * scene.look.size.height());
}

Diagram plainCrowd(const Scene& scene)
{
    const FirmValues values = valuesOf(scene);
    return crowdOf(scene, values,
                   radiiOf(scene, values, metricsFor(scene.look.size, scene.view.firmCount())));
}

bool isCrowd(const View& view)
{
    const std::vector<DealId> deals = view.deals();
    const auto squares = std::count_if(deals.begin(), deals.end(), [&view](DealId id) {
        return view.network().deal(id).hasCollectivePayer();
    });
    return view.firmCount() + static_cast<std::size_t>(squares) >= leastCrowd;
}

/// All that a composition needs and that does not depend on the room for the foot's lines.
struct Workshop
{
    const Scene& scene;
    const Progress& progress;
    Palette colours = palette(scene.look.theme);
    Metrics metrics = metricsFor(scene.look.size, scene.view.firmCount());
    FirmValues values = valuesOf(scene);
    RadiusScale radii = radiiOf(scene, values, metrics);
    std::vector<Bundle> bundles = bundlesOf(scene.view, scene.look.mergesPairs);
    WidthScale widths = widthScale(scene.view, radii, bundles);
    LegendContent content = legendContent(scene.view, values, radii, widths, bundles);
    Circuits loops = circuits(scene.view, loopLength, loopLimit, progress.quiet());
    /// The reader's own title is about whatever the reader likes.
    Headline finding =
        scene.look.title.isEmpty() ? headline(scene.view, loops) : Headline{scene.look.title, {}};
    FurnitureText text = furnitureText(scene, loops, values, finding.text);
    Marks marks =
        stressed(marksOf({scene.view, values, radii, widths, metrics, colours, scene.look.theme,
                          std::min(260.0, 0.3 * scene.look.size.width())},
                         bundles),
                 finding.deals, colours);

    [[nodiscard]] std::size_t labelCount() const
    {
        return static_cast<std::size_t>(
            std::count_if(marks.arcs.begin(), marks.arcs.end(),
                          [](const Arc& arc) { return !arc.label.text.isEmpty(); }));
    }
};

Picture emptyPicture(const Workshop& shop)
{
    const Look& look = shop.scene.look;
    Picture picture;
    picture.size = look.size;
    picture.background = shop.colours.canvas;
    picture.isTransparent = look.isTransparent;
    picture.palette = shop.colours;
    picture.title = shop.text.title;
    picture.source = shop.text.source;
    picture.description = descriptionOf(shop.scene.view, shop.text);
    return picture;
}

/// `hasSpareLine`: room is kept for counting the labels that will not fit.
Furnished furnishedPage(const Workshop& shop, bool hasSpareLine)
{
    std::vector<NotDrawn> entries = leftOut(shop.scene.view);
    if (hasSpareLine)
        addNoRoom(entries, static_cast<int>(shop.labelCount()),
                  isNarrow(shop.scene.look) ? static_cast<int>(shop.scene.view.firmCount()) : 0);
    FurnitureText text = shop.text;
    text.notDrawn = notDrawnText(shop.scene.view, entries);
    entries.push_back(lackingLegend());
    text.notDrawnNorLegend = notDrawnText(shop.scene.view, entries);
    return furnish(shop.scene.look, shop.metrics, shop.colours, shop.content, text);
}

/// The picture of this arrangement.
Picture pictured(const Workshop& shop, Furnished furnished, const Arrangement& arranged)
{
    const Scene& scene = shop.scene;
    Marks marks = shop.marks;
    Picture picture = emptyPicture(shop);
    putInPlace(marks, arranged, scene.view.network());
    picture.notDrawn = leftOut(scene.view);
    addNoRoom(picture.notDrawn, arranged.amountsNotShown, arranged.namesNotShown);
    if (scene.look.withFurniture && scene.view.dealCount() > 0 && !hasLegend(furnished.pieces))
        picture.notDrawn.push_back(lackingLegend());
    setNotDrawn(furnished.pieces, shop.metrics, shop.colours,
                scene.look.size.width() - 2 * shop.metrics.margin,
                notDrawnText(scene.view, picture.notDrawn));
    sortForPainting(marks.arcs);
    picture.arcs = std::move(marks.arcs);
    picture.discs = std::move(marks.discs);
    picture.furniture = std::move(furnished.pieces);
    picture.scaleX = arranged.scaleX;
    picture.scaleY = arranged.scaleY;
    picture.shift = pointOf(arranged.shift);
    return picture;
}

/// One go; `notShown`: how many labels have no room.
Composition composeOnce(const Workshop& shop, bool hasSpareLine, const DraftPictureTaker& taker,
                        int& notShown)
{
    Furnished furnished = furnishedPage(shop, hasSpareLine);
    const Diagram diagram = diagramOf(shop.scene, shop.marks, furnished.plot);
    const std::vector<Point> found = nominalPlaces(diagram, shop.scene, shop.progress.part(0, 0.6));
    DraftTaker draft;
    if (taker)
        draft = [&](const Arrangement& first) { taker(pictured(shop, furnished, first)); };
    const Arrangement arranged = arrange(diagram, found, shop.progress.part(0.6, 1), draft);
    notShown = arranged.amountsNotShown + arranged.namesNotShown;
    return {pictured(shop, std::move(furnished), arranged), placementOf(shop.scene, found)};
}

Composition composeAll(const Scene& scene, const Progress& progress, const DraftPictureTaker& taker)
{
    const Workshop shop{scene, progress};
    const bool isCrowded = shop.labelCount() > labelsThatFit;
    int notShown = 0;
    Composition made = composeOnce(shop, isCrowded, taker, notShown);
    if (notShown > 0 && !isCrowded && scene.look.withFurniture)
        made = composeOnce(shop, true, {}, notShown);
    return made;
}

} // namespace

Placement placesOf(const Scene& scene, const Progress& progress)
{
    if (isCrowd(scene.view))
        return placementOf(scene, nominalPlaces(plainCrowd(scene), scene, progress));
    const Workshop shop{scene, progress};
    // With few labels, whether they fit is known once they are set, and that decides the page.
    if (shop.labelCount() <= labelsThatFit)
        return composeAll(scene, progress, {}).places;
    const Diagram diagram = diagramOf(scene, shop.marks, furnishedPage(shop, true).plot);
    return placementOf(scene, nominalPlaces(diagram, scene, progress));
}

Composition compose(const Scene& scene, const Progress& progress, const DraftPictureTaker& taker)
{
    Scene shown = scene;
    shown.view = drawnPart(scene.view, scene.look.mergesPairs);
    return composeAll(shown, progress, taker);
}

} // namespace gyre
