#include "ui/picture/scenediagram.h"

#include "graph/layout/crowd.h"
#include "graph/layout/engines.h"
#include "ui/picture/painter.h"

#include <QCoreApplication>

#include <algorithm>

namespace gyre {

namespace {

/// Amounts from here on are always written.
constexpr std::int64_t requiredAmount = 10'000'000'000;

QString translated(const char* text)
{
    return QCoreApplication::translate("Compose", text);
}

DiagramNode nodeOf(const Disc& disc, const Scene& scene)
{
    DiagramNode node;
    node.radius = disc.radius;
    node.labelWidth = disc.label.box.width();
    node.labelHeight = disc.label.box.height();
    node.isLabelInside = isNameInside(disc);
    node.isSquare = disc.isSquare;
    if (disc.firm.isValid()) {
        if (const auto place = scene.placement.place(disc.firm)) {
            node.start = place->at;
            node.isPinned = place->isPinned;
        }
    }
    return node;
}

DiagramLink linkOf(const Arc& arc, std::pair<int, int> ends)
{
    DiagramLink link;
    link.from = ends.first;
    link.to = ends.second;
    link.strokeWidth = arc.width;
    link.headLength = arc.head == Head::None ? 0 : headLength(arc.width);
    if (!arc.label.text.isEmpty()) {
        const QRectF plate = plateBox(arc.label.box);
        link.labelWidth = plate.width();
        link.labelHeight = plate.height();
    }
    const auto figure = arc.amount.figure();
    constexpr double beforeAllOthers = 1e6;
    link.labelPriority =
        static_cast<double>(figure.value_or(1)) * (arc.isOfTitle ? beforeAllOthers : 1);
    link.isLabelRequired = arc.isOfTitle || figure.value_or(0) >= requiredAmount;
    return link;
}

/// Who takes the money and spends it inside, those that fund them and sell to them round them, the
/// others outside. Without at least two roles in the picture the engine sets the rings.
int ringOf(FirmKind kind)
{
    switch (kind) {
    case FirmKind::AiLab:
    case FirmKind::AiStartup:
        return 0;
    case FirmKind::BigTech:
    case FirmKind::Chipmaker:
    case FirmKind::Cloud:
        return 1;
    default:
        return 2;
    }
}

/// Of the firms of the view; empty where all are of one.
std::vector<int> ringsByRole(const View& view)
{
    std::vector<int> rings;
    for (const FirmId firm : view.firms())
        rings.push_back(ringOf(view.network().firm(firm).kind));
    if (std::adjacent_find(rings.begin(), rings.end(), std::not_equal_to<>()) == rings.end())
        rings.clear();
    return rings;
}

void setRings(Diagram& diagram, const View& view)
{
    const std::vector<int> rings = ringsByRole(view);
    if (rings.empty())
        return;
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        diagram.nodes[i].ring = i < rings.size() ? rings[i] : 2;
}

/// Days since 1970 of the firm's first dated deal in the view, for the layout by time.
void setTimes(Diagram& diagram, const View& view)
{
    const QDate start(1970, 1, 1);
    for (const DealId id : view.deals()) {
        const Deal& deal = view.network().deal(id);
        if (!deal.date)
            continue;
        const auto day = static_cast<double>(start.daysTo(deal.date->first()));
        for (const FirmId firm : {deal.from, deal.to}) {
            if (!firm.isValid())
                continue;
            std::optional<double>& time = diagram.nodes[view.rank(firm)].time;
            time = std::min(time.value_or(day), day);
        }
    }
}

/// A crowd is placed without its labels: nobody could read them all, and measuring them takes
/// longer than finding the places.
void forgetLabels(Diagram& diagram)
{
    for (DiagramNode& node : diagram.nodes) {
        node.labelWidth = node.labelHeight = 0;
        node.isLabelInside = false;
    }
    for (DiagramLink& link : diagram.links)
        link = {link.from, link.to};
    diagram.frame = {};
}

/// One of each arc.
std::vector<DealId> dealsOfArcs(const Scene& scene)
{
    if (!scene.look.mergesPairs)
        return scene.view.deals();
    std::vector<DealId> firsts;
    for (const Bundle& bundle : bundlesOf(scene.view, true))
        firsts.push_back(bundle.deals.front());
    return firsts;
}

} // namespace

Marks marksOf(const Marking& marking, const std::vector<Bundle>& bundles)
{
    Marks marks;
    for (const FirmId firm : marking.view.firms())
        marks.discs.push_back(discOf(marking, firm));
    for (const Bundle& bundle : bundles) {
        const DealId id = bundle.deals.front();
        const Deal& deal = marking.view.network().deal(id);
        int from = 0;
        if (deal.hasCollectivePayer()) {
            from = static_cast<int>(marks.discs.size());
            marks.discs.push_back(squareOf(marking, id));
        } else {
            from = static_cast<int>(marking.view.rank(deal.from));
        }
        marks.arcs.push_back(bundle.isMerged() ? mergedArcOf(marking, bundle) : arcOf(marking, id));
        marks.ends.emplace_back(from, static_cast<int>(marking.view.rank(deal.to)));
    }
    return marks;
}

Diagram diagramOf(const Scene& scene, const Marks& marks, const QRectF& plot)
{
    Diagram diagram;
    for (const Disc& disc : marks.discs)
        diagram.nodes.push_back(nodeOf(disc, scene));
    for (std::size_t i = 0; i < marks.arcs.size(); ++i)
        diagram.links.push_back(linkOf(marks.arcs[i], marks.ends[i]));
    setTimes(diagram, scene.view);
    setRings(diagram, scene.view);
    diagram.frame.width = scene.look.size.width();
    diagram.frame.height = scene.look.size.height();
    diagram.frame.plot = Box{plot.x(), plot.y(), plot.width(), plot.height()};
    return diagram;
}

Diagram crowdOf(const Scene& scene, const FirmValues& values, const RadiusScale& radii)
{
    const View& view = scene.view;
    Diagram diagram;
    const auto add = [&](FirmId firm, double radius) {
        Disc disc;
        disc.firm = firm;
        disc.radius = radius;
        disc.isSquare = !firm.isValid();
        diagram.nodes.push_back(nodeOf(disc, scene));
    };
    for (const FirmId firm : view.firms())
        add(firm, radiusOf(values, radii, firm));
    for (const DealId id : dealsOfArcs(scene)) {
        const Deal& deal = view.network().deal(id);
        const auto square = static_cast<int>(diagram.nodes.size());
        if (deal.hasCollectivePayer())
            add({}, radii.square);
        diagram.links.push_back(
            {deal.hasCollectivePayer() ? square : static_cast<int>(view.rank(deal.from)),
             static_cast<int>(view.rank(deal.to))});
    }
    setTimes(diagram, view);
    setRings(diagram, view);
    return diagram;
}

std::vector<Point> nominalPlaces(Diagram diagram, const Scene& scene, const Progress& progress)
{
    if (diagram.nodes.size() >= leastCrowd)
        forgetLabels(diagram);
    const LayoutEngine* engine =
        scene.engine != nullptr ? scene.engine : findLayoutEngine(u"default");
    // The other engines have one place for a firm, and a crowd no reader knows by heart.
    const bool goesOn =
        scene.isContinued && engine->function == defaultPlaces && diagram.nodes.size() < leastCrowd;
    bool isComplete = true;
    for (DiagramNode& node : diagram.nodes) {
        node.isPinned = node.isPinned || (node.start.has_value() && !goesOn);
        isComplete = isComplete && node.isPinned;
    }
    std::vector<Point> found;
    if (isComplete) {
        for (const DiagramNode& node : diagram.nodes)
            found.push_back(*node.start);
        return found;
    }
    return places(diagram, *engine, scene.layoutOptions, progress);
}

Placement placementOf(const Scene& scene, const std::vector<Point>& found)
{
    Placement placement = scene.placement;
    const auto& firms = scene.view.firms();
    for (std::size_t i = 0; i < firms.size(); ++i) {
        const auto before = scene.placement.place(firms[i]);
        placement.set(firms[i], Place{found[i], before && before->isPinned});
    }
    return placement;
}

QString meaningOfPlaces(const Scene& scene)
{
    const QString engine =
        scene.engine == nullptr ? QString() : QString::fromLatin1(scene.engine->name);
    if (engine == u"time")
        return translated(QT_TRANSLATE_NOOP("Compose", "left to right by first deal"));
    if (engine != u"rings")
        return {};
    return ringsByRole(scene.view).empty()
               ? translated(QT_TRANSLATE_NOOP("Compose", "inside: most deals"))
               : translated(QT_TRANSLATE_NOOP(
                     "Compose", "inside: AI; next: Big Tech, chips, cloud; outside: the others"));
}

} // namespace gyre
