#include "graph/layout/routes.h"

#include <array>
#include <numeric>

namespace gyre {
namespace {

/// A fan's shape: all heights of its arcs are (slot · spacing · wide + aside), to one side.
struct Fan
{
    double aside = 0;
    double wide = 1;
    double lean = 0.5;
    double softCost = 0;
};

constexpr double calm = 0.09;
constexpr std::size_t mostToBend = 16;

/// Shapes of a single arc: heights as shares of the chord.
std::vector<Fan> singleFans(double chord, bool isForward)
{
    // To the right of the arc's own direction: what comes back bows the other way.
    const double right = isForward ? 1 : -1;
    const auto price = [](double share) {
        const double more = std::max(0.0, std::abs(share) - calm);
        return 2.2 * more + 6 * more * more + (share < 0 ? 0.1 : 0);
    };
    std::vector<Fan> fans;
    for (const double share :
         {calm, -calm, 0.03, 0.15, -0.15, 0.21, -0.21, 0.28, -0.28, 0.37, -0.37, 0.47, -0.47})
        fans.push_back({right * share * chord, 1, 0.5, price(share)});
    for (const double share : {0.14, -0.14, 0.24, -0.24})
        for (const double lean : {0.25, 0.75})
            fans.push_back({right * share * chord, 1, lean, 0.35 + price(share)});
    return fans;
}

std::vector<Fan> wideFans(double chord, double spacing, std::size_t count)
{
    const double whole = spacing * static_cast<double>(count - 1);
    const double fits = std::min(1.0, 0.8 * chord / std::max(1.0, whole));
    // A bundle of dozens has one shape that fits, and each of its arcs is dear to weigh.
    if (count > mostToBend)
        return {{0, fits, 0.5, 0}};
    std::vector<Fan> fans;
    for (const double wide : {1.0, 1.35, 0.75, 1.8})
        for (const double aside : {0.0, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0})
            fans.push_back({aside * spacing * fits, wide * fits, 0.5,
                            0.5 * std::abs(wide - 1) + 0.5 * std::abs(aside)});
    for (const double lean : {0.3, 0.7})
        for (const double aside : {0.0, 1.0, -1.0})
            fans.push_back({aside * spacing * fits, fits, lean, 0.8 + 0.5 * std::abs(aside)});
    return fans;
}

std::vector<Fan> fansOf(const Sketch& sketch, const NodePair& pair)
{
    const Point chord = sketch.centre(pair.b) - sketch.centre(pair.a);
    const double whole = length(chord);
    if (pair.links.size() == 1)
        return singleFans(whole, sketch.link(pair.links.front()).from == pair.a);
    // Bowed apart for the eye, also where no amount needs the room.
    const double spacing =
        std::max(fanSpacing(sketch.diagram, pair, chord.x, chord.y), 0.1 * whole);
    return wideFans(whole, spacing, pair.links.size());
}

void drawFan(Sketch& sketch, const NodePair& pair, const Fan& fan, bool isTry)
{
    const Point chord = sketch.centre(pair.b) - sketch.centre(pair.a);
    const double spacing =
        std::max(fanSpacing(sketch.diagram, pair, chord.x, chord.y), 0.1 * length(chord));
    const double mid = (static_cast<double>(pair.links.size()) - 1) / 2;
    for (std::size_t k = 0; k < pair.links.size(); ++k) {
        const int link = pair.links[k];
        const DiagramLink& of = sketch.link(link);
        const double height = (static_cast<double>(k) - mid) * spacing * fan.wide + fan.aside;
        const bool isForward = of.from == pair.a;
        const Bend bend{isForward ? height : -height, isForward ? fan.lean : 1 - fan.lean};
        std::vector<Point> path =
            arcPath(sketch.rim(of.from), sketch.rim(of.to), bend, of.headLength);
        // Arcs of one fan have to find each other.
        if (isTry && pair.links.size() == 1)
            sketch.tryPath(link, std::move(path));
        else
            sketch.setPath(link, std::move(path));
    }
}

void drawLoops(Sketch& sketch, const NodePair& pair, double angle)
{
    double size = 26;
    for (const int link : pair.links) {
        sketch.setPath(link,
                       selfPath(sketch.rim(pair.a), angle, size, sketch.link(link).headLength));
        size += std::max(18.0, sketch.link(link).labelHeight + 4);
    }
}

double arcsCost(const Sketch& sketch, const NodePair& pair, double limit)
{
    double sum = 0;
    for (const int link : pair.links) {
        sum += sketch.arcCost(link, limit - sum);
        if (sum >= limit)
            break;
    }
    return sum;
}

void hideAmounts(Sketch& sketch, const NodePair& pair)
{
    for (const int i : pair.links)
        sketch.hideAmount(i);
}

double placeAmounts(Sketch& sketch, const NodePair& pair, double limit)
{
    double sum = 0;
    for (const int link : byPriority(sketch, pair.links)) {
        sum += placeAmount(sketch, link);
        if (sum >= limit)
            break;
    }
    return sum;
}

struct Spot
{
    Box box;
    std::optional<Point> leader;
    double softCost = 0;
};

/// Sliding along the arc, the middle first.
void addSpotsOnArc(const Sketch& sketch, int link, std::vector<Spot>& spots)
{
    const DiagramLink& of = sketch.link(link);
    const auto& path = sketch.path(link);
    const double whole = pathLength(path);
    for (const double share : {0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8}) {
        const PathPoint p = pointAt(path, share);
        const double reach =
            (of.labelWidth * std::abs(p.along.x) + of.labelHeight * std::abs(p.along.y)) / 2;
        const bool hidesHead = whole * (1 - share) < reach + of.headLength;
        spots.push_back({boxAround(p.at, of.labelWidth, of.labelHeight), std::nullopt,
                         std::abs(share - 0.5) * 1.5 + (hidesHead ? 2.5 : 0)});
    }
}

/// Off the arc, with a thin leader to it: so many pixels, at these shares of its length.
void addSpotsBeside(const Sketch& sketch, int link, std::initializer_list<double> shares,
                    std::initializer_list<double> gaps, std::vector<Spot>& spots)
{
    const DiagramLink& of = sketch.link(link);
    for (const double share : shares) {
        const PathPoint p = pointAt(sketch.path(link), share);
        const Point side = turned(p.along);
        const double reach =
            (of.labelWidth * std::abs(side.x) + of.labelHeight * std::abs(side.y)) / 2;
        for (const double gap : gaps)
            for (const double sign : {1.0, -1.0}) {
                const Point at = p.at + side * (sign * (reach + of.strokeWidth / 2 + gap));
                spots.push_back({boxAround(at, of.labelWidth, of.labelHeight), p.at,
                                 1.6 + gap / 20 + std::abs(share - 0.5)});
            }
    }
}

/// Where a spot costs less than `least`, the best of them.
void takeBest(const Sketch& sketch, int link, const std::vector<Spot>& spots, double& least,
              std::optional<Spot>& best)
{
    for (const Spot& spot : spots) {
        if (spot.softCost >= least)
            continue;
        const double here =
            spot.softCost + sketch.amountCost(link, spot.box, least - spot.softCost);
        if (here >= least)
            continue;
        least = here;
        best = spot;
    }
}

/// Of the amount where it is, or of its being hidden.
double costOfAmount(const Sketch& sketch, int link)
{
    if (sketch.isAmountShown(link))
        return sketch.amountCost(link, sketch.amount(link), 1e18);
    return sketch.link(link).isLabelRequired ? cost::requiredHidden : cost::hidden;
}

} // namespace

std::vector<int> byPriority(const Sketch& sketch, std::vector<int> links)
{
    std::stable_sort(links.begin(), links.end(), [&sketch](int a, int b) {
        const DiagramLink &x = sketch.link(a), &y = sketch.link(b);
        if (x.isLabelRequired != y.isLabelRequired)
            return x.isLabelRequired;
        return x.labelPriority > y.labelPriority;
    });
    return links;
}

std::vector<Box> nameSpots(const Sketch& sketch, int node)
{
    const DiagramNode& of = sketch.node(node);
    const Point at = sketch.centre(node);
    if (of.isLabelInside)
        return {boxAround(at, of.labelWidth, of.labelHeight)};
    std::vector<Box> spots;
    for (const int degrees : {90, 270, 0, 180, 60, 120, 300, 240, 30, 150, 330, 210}) {
        const double angle = degrees * 0.017453292519943295;
        const Point u{std::cos(angle), std::sin(angle)};
        double near = 0, far = of.radius + 4 + of.labelWidth + of.labelHeight;
        for (int k = 0; k < 14; ++k) {
            const double mid = (near + far) / 2;
            const Box box = boxAround(u * mid, of.labelWidth, of.labelHeight);
            (distanceToBox({}, box) < of.radius + labelGap ? near : far) = mid;
        }
        spots.push_back(boxAround(at + u * far, of.labelWidth, of.labelHeight));
    }
    return spots;
}

PairState stateOf(const Sketch& sketch, const NodePair& pair)
{
    PairState state;
    for (const int link : pair.links) {
        state.paths.push_back(sketch.path(link));
        state.amounts.push_back(sketch.amount(link));
        state.shown.push_back(sketch.isAmountShown(link) ? 1 : 0);
        state.leaders.push_back(sketch.leader(link));
    }
    return state;
}

void setState(Sketch& sketch, const NodePair& pair, PairState state)
{
    for (std::size_t k = 0; k < pair.links.size(); ++k) {
        const int link = pair.links[k];
        sketch.setPath(link, std::move(state.paths[k]));
        if (state.shown[k] != 0)
            sketch.showAmount(link, state.amounts[k], state.leaders[k]);
        else
            sketch.hideAmount(link);
    }
}

double costOf(const Sketch& sketch, const NodePair& pair)
{
    double sum = arcsCost(sketch, pair, 1e18);
    for (const int link : pair.links)
        sum += sketch.hasAmount(link) ? costOfAmount(sketch, link) : 0;
    return sum;
}

void draft(Sketch& sketch)
{
    for (int i = 0; i < sketch.nodeCount(); ++i)
        if (sketch.hasName(i))
            sketch.setName(i, nameSpots(sketch, i).front());
    for (const NodePair& pair : sketch.pairs) {
        hideAmounts(sketch, pair);
        if (pair.a == pair.b)
            drawLoops(sketch, pair, -1.57);
        else
            drawFan(sketch, pair, fansOf(sketch, pair).front(), false);
    }
}

double placeAmount(Sketch& sketch, int link)
{
    if (!sketch.hasAmount(link))
        return 0;
    sketch.hideAmount(link);
    double least = sketch.link(link).isLabelRequired ? cost::requiredHidden : cost::hidden;
    std::optional<Spot> best;
    std::vector<Spot> spots;
    addSpotsOnArc(sketch, link, spots);
    takeBest(sketch, link, spots, least, best);
    if (least >= 2) {
        spots.clear();
        addSpotsBeside(sketch, link, {0.5, 0.38, 0.62, 0.28, 0.72}, {3, 12, 26}, spots);
        takeBest(sketch, link, spots, least, best);
    }
    if (best)
        sketch.showAmount(link, best->box, best->leader);
    return least;
}

namespace {

/// Also off the arc, where it has no place on it.
void placeAfar(Sketch& sketch, int link)
{
    double least = costOfAmount(sketch, link);
    if (least < cost::hidden)
        return;
    std::optional<Spot> best;
    std::vector<Spot> spots;
    addSpotsBeside(sketch, link, {0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8},
                   {3, 8, 16, 26, 38, 52}, spots);
    takeBest(sketch, link, spots, least, best);
    if (best)
        sketch.showAmount(link, best->box, best->leader);
}

/// No amount that must be written gives way to one that need not be. `links`: by priority.
void makeRoom(Sketch& sketch, const std::vector<int>& links)
{
    const bool lacksAny = std::any_of(links.begin(), links.end(), [&sketch](int link) {
        return sketch.link(link).isLabelRequired && !sketch.isAmountShown(link);
    });
    if (!lacksAny)
        return;
    for (const int link : links)
        if (!sketch.link(link).isLabelRequired)
            sketch.hideAmount(link);
    for (const int link : links)
        if (!sketch.isAmountShown(link)) {
            placeAmount(sketch, link);
            placeAfar(sketch, link);
        }
}

} // namespace

void placeAmountsAfar(Sketch& sketch)
{
    std::vector<int> links(sketch.diagram.links.size());
    std::iota(links.begin(), links.end(), 0);
    std::erase_if(links, [&sketch](int link) {
        return !sketch.hasAmount(link) || sketch.path(link).empty();
    });
    links = byPriority(sketch, std::move(links));
    makeRoom(sketch, links);
    for (const int link : links)
        placeAfar(sketch, link);
}

bool placeName(Sketch& sketch, int node)
{
    if (!sketch.hasName(node))
        return false;
    const Box before = sketch.name(node);
    Box best = before;
    const std::vector<Box> spots = nameSpots(sketch, node);
    double least = 1e18;
    for (std::size_t k = 0; k < spots.size(); ++k) {
        const double here = 0.15 * static_cast<double>(k) + sketch.nameCost(node, spots[k]);
        if (here < least) {
            least = here;
            best = spots[k];
        }
        if (here <= 0.15 * static_cast<double>(k + 1))
            break;
    }
    if (best != before)
        sketch.setName(node, best);
    return best != before;
}

bool routePair(Sketch& sketch, int index)
{
    const NodePair& pair = sketch.pairs[std::size_t(index)];
    const PairState before = stateOf(sketch, pair);
    PairState best;
    double least = 1e18;
    const bool isSelf = pair.a == pair.b;
    const std::vector<Fan> fans = isSelf ? std::vector<Fan>(8) : fansOf(sketch, pair);
    for (std::size_t k = 0; k < fans.size(); ++k) {
        if (fans[k].softCost >= least)
            continue;
        hideAmounts(sketch, pair);
        if (isSelf)
            drawLoops(sketch, pair, -1.57 + 0.785 * static_cast<double>(k));
        else
            drawFan(sketch, pair, fans[k], true);
        double here = fans[k].softCost + arcsCost(sketch, pair, least - fans[k].softCost);
        if (here < least)
            here += placeAmounts(sketch, pair, least - here);
        if (here < least) {
            least = here;
            best = stateOf(sketch, pair);
        }
    }
    const bool isChanged =
        best.paths != before.paths || best.amounts != before.amounts || best.shown != before.shown;
    setState(sketch, pair, std::move(best));
    return isChanged;
}

void settle(Sketch& sketch, int sweeps, const Progress& progress)
{
    std::vector<int> order(sketch.pairs.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&sketch](int a, int b) {
        return sketch.pairs[std::size_t(a)].links.size() >
               sketch.pairs[std::size_t(b)].links.size();
    });
    const auto all = static_cast<double>(order.size());
    for (int sweep = 0; sweep < sweeps && !progress.isCancelled(); ++sweep) {
        bool isChanged = false;
        for (int i = 0; i < sketch.nodeCount(); ++i)
            isChanged = placeName(sketch, i) || isChanged;
        for (std::size_t k = 0; k < order.size() && !progress.isCancelled(); ++k) {
            isChanged = routePair(sketch, order[k]) || isChanged;
            progress.at((sweep + static_cast<double>(k + 1) / all) / sweeps);
        }
        if (!isChanged)
            break;
    }
}

} // namespace gyre
