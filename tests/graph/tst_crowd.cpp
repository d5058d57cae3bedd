// Large networks: hops as a plain search counts them, pushes as the plain sum says, stress as low
// as the plain descent gets it, clusters seen as clusters, pins where they were put, the same bytes
// on any number of threads.
#include "graph/layout/allpairs.h"
#include "graph/layout/crowd.h"
#include "graph/layout/forces.h"
#include "graph/layout/keeping.h"
#include "graph/layout/landmarks.h"
#include "graph/layout/pairs.h"
#include "graph/layout/repulsion.h"
#include "tests/graph/randomdiagram.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;

namespace {

/// Far more than any hops.
constexpr int unreached = 1'000'000;

DiagramLink linkOf(int from, int to)
{
    DiagramLink link;
    link.from = from;
    link.to = to;
    return link;
}

Diagram diagramOf(int nodes, const std::vector<std::pair<int, int>>& links)
{
    Diagram diagram;
    diagram.nodes.resize(std::size_t(nodes));
    for (DiagramNode& node : diagram.nodes)
        node.radius = 8;
    for (const auto& [from, to] : links)
        diagram.links.push_back(linkOf(from, to));
    return diagram;
}

/// Connected: each node is linked with an earlier one.
Diagram connectedDiagram(std::uint64_t seed, int nodes, int more)
{
    Dice dice(seed);
    std::vector<std::pair<int, int>> links;
    for (int i = 1; i < nodes; ++i)
        links.emplace_back(i, static_cast<int>(i * dice.unit() * dice.unit()));
    for (int k = 0; k < more; ++k)
        links.emplace_back(dice.below(nodes), dice.below(nodes));
    return diagramOf(nodes, links);
}

/// Floyd and Warshall.
std::vector<std::vector<int>> hopsOf(const Diagram& diagram)
{
    const std::size_t n = diagram.nodes.size();
    std::vector<std::vector<int>> hops(n, std::vector<int>(n, unreached));
    for (std::size_t i = 0; i < n; ++i)
        hops[i][i] = 0;
    for (const DiagramLink& link : diagram.links)
        if (link.from != link.to)
            hops[std::size_t(link.from)][std::size_t(link.to)] =
                hops[std::size_t(link.to)][std::size_t(link.from)] = 1;
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                hops[i][j] = std::min(hops[i][j], hops[i][k] + hops[k][j]);
    return hops;
}

double apart(const Cloud& at, std::size_t i, std::size_t j)
{
    return std::hypot(static_cast<double>(at.x[i]) - static_cast<double>(at.x[j]),
                      static_cast<double>(at.y[i]) - static_cast<double>(at.y[j]));
}

/// Mean over the pairs of (1 - s · drawn / hops)², s the best scale.
double stressOf(const std::vector<std::vector<int>>& hops, const Cloud& at)
{
    double sum = 0, squares = 0, count = 0;
    for (std::size_t i = 0; i < hops.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const double each = apart(at, i, j) / hops[i][j];
            sum += each;
            squares += each * each;
            count += 1;
        }
    return squares > 0 ? 1 - sum * sum / squares / count : 1;
}

Cloud thrown(std::size_t count, std::uint64_t seed)
{
    Dice dice(seed);
    Cloud at(count);
    for (std::size_t i = 0; i < count; ++i) {
        at.x[i] = static_cast<float>(3 * dice.around());
        at.y[i] = static_cast<float>(3 * dice.around());
    }
    return at;
}

/// The descent as its paper has it: all pairs in a new random order each round.
Cloud plainDescent(const std::vector<std::vector<int>>& hops, const Descent& how, Cloud at)
{
    Dice dice(how.seed);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < hops.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            pairs.emplace_back(i, j);
    const float decay = std::log(how.first / how.last) / static_cast<float>(how.rounds - 1);
    for (int k = 0; k < how.rounds; ++k) {
        const float step = how.first * std::exp(-decay * static_cast<float>(k));
        for (std::size_t p = pairs.size(); p > 1; --p)
            std::swap(pairs[p - 1], pairs[std::size_t(dice.next() % p)]);
        for (const auto& [i, j] : pairs) {
            const auto wish = static_cast<float>(hops[i][j]);
            const auto now = static_cast<float>(std::max(1e-6, apart(at, i, j)));
            const float by = 0.5F * std::min(1.0F, step / (wish * wish)) * (1 - wish / now);
            const float dx = by * (at.x[i] - at.x[j]), dy = by * (at.y[i] - at.y[j]);
            at.x[i] -= dx;
            at.y[i] -= dy;
            at.x[j] += dx;
            at.y[j] += dy;
        }
    }
    return at;
}

bool areFinite(const std::vector<Point>& places)
{
    return std::all_of(places.begin(), places.end(),
                       [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

/// Cliques in a ring, each linked with the next by one link.
Diagram cliques(int count, int size)
{
    std::vector<std::pair<int, int>> links;
    for (int c = 0; c < count; ++c) {
        for (int i = 0; i < size; ++i)
            for (int j = 0; j < i; ++j)
                links.emplace_back(c * size + i, c * size + j);
        links.emplace_back(c * size, (c + 1) % count * size + 1);
    }
    return diagramOf(count * size, links);
}

/// Of the nodes nearest to each on the page, as many as it has neighbours, the share that are.
double neighboursNear(const Diagram& diagram, const std::vector<Point>& at)
{
    const SimpleGraph graph = simpleGraphOf(diagram);
    double sum = 0;
    for (int node = 0; node < graph.size(); ++node) {
        std::vector<std::pair<double, int>> others;
        for (int i = 0; i < graph.size(); ++i)
            if (i != node)
                others.emplace_back(distance(at[std::size_t(i)], at[std::size_t(node)]), i);
        std::sort(others.begin(), others.end());
        const auto near = graph.of(node);
        const auto found = std::count_if(
            others.begin(), others.begin() + graph.degree(node), [&near](const auto& other) {
                return std::binary_search(near.begin(), near.end(), other.second);
            });
        sum += static_cast<double>(found) / graph.degree(node);
    }
    return sum / graph.size();
}

LayoutOptions onThreads(int threads)
{
    LayoutOptions options;
    options.threads = threads;
    return options;
}

void aims()
{
    QTest::addColumn<int>("aim");
    QTest::newRow("distances") << static_cast<int>(CrowdAim::Distances);
    QTest::newRow("neighbours") << static_cast<int>(CrowdAim::Neighbours);
}

} // namespace

class TestCrowd : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void linksOfAPairCountOnce()
    {
        std::vector<std::pair<int, int>> links(500, {0, 1});
        links.insert(links.end(), {{1, 0}, {2, 2}, {2, 1}});
        const SimpleGraph graph = simpleGraphOf(diagramOf(4, links));
        QCOMPARE(graph.first, (std::vector<int>{0, 1, 3, 4, 4}));
        QCOMPARE(graph.neighbours, (std::vector<int>{1, 0, 2, 1}));
    }

    void piecesAreThoseOfTheDiagram()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const Diagram diagram = randomDiagram(seed, 60, 40);
            const SimpleGraph graph = simpleGraphOf(diagram);
            QVERIFY(piecesOf(graph) == piecesOf(diagram));
            std::vector<int> scratch(60, -7);
            for (const auto& piece : piecesOf(graph)) {
                const SimpleGraph part = partOf(graph, piece, scratch);
                QCOMPARE(std::size_t(part.size()), piece.size());
                for (int k = 0; k < part.size(); ++k)
                    QCOMPARE(part.degree(k), graph.degree(piece[std::size_t(k)]));
                QCOMPARE(piecesOf(part).size(), std::size_t(1));
            }
        }
    }

    void hopsAreThoseOfAPlainSearch()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
            const Diagram diagram = randomDiagram(seed, 80, 60);
            const auto hops = hopsOf(diagram);
            const SimpleGraph graph = simpleGraphOf(diagram);
            HopSearch search(graph);
            for (const int first : {0, 16}) {
                std::vector<int> sources;
                for (int k = 0; k < 64; ++k)
                    sources.push_back(first + k);
                std::vector<std::vector<int>> found(64, std::vector<int>(80, unreached));
                search.from(sources, [&found](int node, int far, int k) {
                    QCOMPARE(found[std::size_t(k)][std::size_t(node)], unreached);
                    found[std::size_t(k)][std::size_t(node)] = far;
                });
                for (int k = 0; k < 64; ++k)
                    for (std::size_t i = 0; i < 80; ++i)
                        QCOMPARE(std::min(found[std::size_t(k)][i], unreached),
                                 std::min(hops[std::size_t(first + k)][i], unreached));
            }
        }
    }

    void pushIsTheSumOverAllOthers()
    {
        Dice dice(5);
        for (const std::size_t count : {1U, 2U, 15U, 17U, 700U}) {
            std::vector<float> masses(count);
            Cloud at(count), exact(count), found(count), quick(count);
            for (std::size_t i = 0; i < count; ++i) {
                masses[i] = static_cast<float>(1 + 3 * dice.unit());
                at.x[i] = static_cast<float>(std::pow(dice.around(), 3));
                at.y[i] = static_cast<float>(dice.around());
            }
            double size = 0, miss = 0, quickMiss = 0;
            Workers workers(1);
            Repulsion repulsion(masses);
            repulsion.push(at, 0, 0.01F, workers, found);
            repulsion.push(at, 1, 0.01F, workers, quick);
            for (std::size_t i = 0; i < count; ++i) {
                double x = 0, y = 0;
                for (std::size_t j = 0; j < count; ++j) {
                    const double dx = static_cast<double>(at.x[i]) - static_cast<double>(at.x[j]);
                    const double dy = static_cast<double>(at.y[i]) - static_cast<double>(at.y[j]);
                    const double by =
                        static_cast<double>(masses[j]) / std::pow(dx * dx + dy * dy + 1e-4, 1.5);
                    x += dx * by;
                    y += dy * by;
                }
                const auto off = [x, y, i](const Cloud& cloud) {
                    return std::hypot(static_cast<double>(cloud.x[i]) - x,
                                      static_cast<double>(cloud.y[i]) - y);
                };
                size += std::hypot(x, y);
                miss += off(found);
                quickMiss += off(quick);
            }
            QVERIFY(miss <= 1e-4 * size);
            QVERIFY2(quickMiss <= 0.03 * size, qPrintable(QString::number(quickMiss / size)));
        }
    }

    void stressIsAsLowAsThatOfThePlainDescent()
    {
        for (const int n : {2, 3, 63, 64, 65, 130, 260}) {
            const Diagram diagram = connectedDiagram(std::uint64_t(n), n, n);
            const auto hops = hopsOf(diagram);
            const Descent how{1, 30, 2, 0.1F};
            double plain = 1, ours = 1;
            for (const std::uint64_t seed : {1U, 2U, 3U}) {
                const Cloud start = thrown(std::size_t(n), seed);
                plain = std::min(plain, stressOf(hops, plainDescent(hops, how, start)));
                Workers workers(2);
                Cloud at = start;
                descend(simpleGraphOf(diagram), how, {}, workers, {}, at);
                ours = std::min(ours, stressOf(hops, at));
            }
            QVERIFY2(ours <= 1.05 * plain + 1e-4,
                     qPrintable(QStringLiteral("%1: %2 against %3").arg(n).arg(ours).arg(plain)));
        }
    }

    void fixedNodesStandStill()
    {
        const SimpleGraph graph = simpleGraphOf(connectedDiagram(3, 200, 100));
        const Cloud start = thrown(200, 5);
        std::vector<char> isFixed(200, 0);
        for (std::size_t i = 0; i < 200; i += 3)
            isFixed[i] = 1;
        Workers workers(1);
        Cloud descended = start, forced = start;
        descend(graph, {}, isFixed, workers, {}, descended);
        letForcesWork(graph, {}, isFixed, workers, {}, forced);
        for (const Cloud* at : {&descended, &forced})
            for (std::size_t i = 0; i < 200; ++i)
                QCOMPARE(at->x[i] == start.x[i] && at->y[i] == start.y[i], isFixed[i] != 0);
    }

    void landmarksGiveMostOfTheStress()
    {
        const Diagram diagram = connectedDiagram(9, 400, 300);
        const auto hops = hopsOf(diagram);
        Workers workers(1);
        const SimpleGraph graph = simpleGraphOf(diagram);
        Cloud all = thrown(400, 1);
        descend(graph, {}, {}, workers, {}, all);
        const Cloud some = placesByLandmarks(graph, 128, 1, workers, {});
        const QString found = QStringLiteral("%1 of landmarks, %2 of all, %3 of none")
                                  .arg(stressOf(hops, some))
                                  .arg(stressOf(hops, all))
                                  .arg(stressOf(hops, thrown(400, 1)));
        QVERIFY2(stressOf(hops, some) < 1.4 * stressOf(hops, all), qPrintable(found));
        QVERIFY2(stressOf(hops, some) < 0.8 * stressOf(hops, thrown(400, 1)), qPrintable(found));
    }

    void clustersAreSeenAsClusters()
    {
        const Diagram diagram = cliques(21, 20);
        const auto at = crowdPlaces(diagram, CrowdAim::Neighbours, {}, {});
        QVERIFY2(neighboursNear(diagram, at) > 0.9,
                 qPrintable(QString::number(neighboursNear(diagram, at))));
        const Diagram tangled = connectedDiagram(7, 450, 700);
        const double near =
            neighboursNear(tangled, crowdPlaces(tangled, CrowdAim::Neighbours, {}, {}));
        const double nearByStress =
            neighboursNear(tangled, crowdPlaces(tangled, CrowdAim::Distances, {}, {}));
        QVERIFY2(near > 2 * nearByStress,
                 qPrintable(QStringLiteral("%1 and %2").arg(near).arg(nearByStress)));
    }

    void forcesBringNeighboursTogether()
    {
        const Diagram diagram = connectedDiagram(7, 450, 700);
        const SimpleGraph graph = simpleGraphOf(diagram);
        Workers workers(1);
        Cloud at = thrown(450, 1);
        descend(graph, {}, {}, workers, {}, at);
        const auto points = [&at] {
            std::vector<Point> all;
            for (std::size_t i = 0; i < at.size(); ++i)
                all.push_back({static_cast<double>(at.x[i]), static_cast<double>(at.y[i])});
            return all;
        };
        const double before = neighboursNear(diagram, points());
        const Box sizeBefore = boundsOf(points());
        letForcesWork(graph, {}, {}, workers, {}, at);
        const double after = neighboursNear(diagram, points());
        QVERIFY2(after > 2 * before,
                 qPrintable(QStringLiteral("%1 after %2").arg(after).arg(before)));
        // And not by falling into one heap.
        const Box size = boundsOf(points());
        QVERIFY(size.w > 0.6 * sizeBefore.w && size.h > 0.6 * sizeBefore.h);
        QVERIFY(size.w < 1.6 * sizeBefore.w && size.h < 1.6 * sizeBefore.h);
    }

    void theFrameIsFilled_data() { aims(); }

    void theFrameIsFilled()
    {
        QFETCH(int, aim);
        const auto at =
            crowdPlaces(connectedDiagram(3, 450, 300), static_cast<CrowdAim>(aim), {}, {});
        const Box box = boundsOf(at);
        QVERIFY(box.w <= nominalWidth && box.h <= nominalHeight);
        QVERIFY(box.w > 0.95 * (nominalWidth - 16) || box.h > 0.95 * (nominalHeight - 16));
    }

    void anyDiagramGetsPlaces_data() { aims(); }

    void anyDiagramGetsPlaces()
    {
        QFETCH(int, aim);
        const auto placed = [aim](const Diagram& diagram) {
            const auto at = crowdPlaces(diagram, static_cast<CrowdAim>(aim), {}, {});
            return at.size() == diagram.nodes.size() && areFinite(at);
        };
        QVERIFY(placed(diagramOf(0, {})));
        QVERIFY(placed(diagramOf(1, {{0, 0}})));
        QVERIFY(placed(diagramOf(2, std::vector<std::pair<int, int>>(500, {0, 1}))));
        QVERIFY(placed(diagramOf(300, {})));
        QVERIFY(placed(diagramOf(500, {{3, 3}, {3, 4}, {7, 8}, {8, 9}, {9, 7}})));
        std::vector<std::pair<int, int>> star, path;
        for (int i = 1; i < 600; ++i) {
            star.emplace_back(0, i);
            path.emplace_back(i - 1, i);
        }
        QVERIFY(placed(diagramOf(600, star)));
        QVERIFY(placed(diagramOf(600, path)));
        Diagram onePoint = connectedDiagram(2, 420, 100);
        for (DiagramNode& node : onePoint.nodes)
            node.start = Point{12, 34};
        QVERIFY(placed(onePoint));
    }

    void loosePiecesLieSideBySide_data() { aims(); }

    void loosePiecesLieSideBySide()
    {
        QFETCH(int, aim);
        std::vector<std::pair<int, int>> links;
        for (int i = 1; i < 300; ++i)
            links.emplace_back(i, i / 2);
        for (int i = 301; i < 420; ++i)
            links.emplace_back(i, 300 + (i - 300) / 3);
        const auto at = crowdPlaces(diagramOf(420, links), static_cast<CrowdAim>(aim), {}, {});
        const Box large = boundsOf(std::span(at).first(300));
        const Box small = boundsOf(std::span(at).subspan(300));
        QVERIFY(!large.overlaps(small));
    }

    void pinsStayAndTheRestGathersRoundThem_data() { aims(); }

    void pinsStayAndTheRestGathersRoundThem()
    {
        QFETCH(int, aim);
        for (const int pins : {1, 5, 400}) {
            Diagram diagram = connectedDiagram(6, 450, 250);
            const auto before = crowdPlaces(diagram, static_cast<CrowdAim>(aim), {}, {});
            for (std::size_t i = 0; i < std::size_t(pins); ++i) {
                diagram.nodes[i].isPinned = true;
                diagram.nodes[i].start = before[i] * 0.8 + Point{31, -17};
            }
            const auto* engine = findLayoutEngine(
                aim == static_cast<int>(CrowdAim::Distances) ? u"stress" : u"default");
            const auto at = places(diagram, *engine);
            QVERIFY(areFinite(at));
            for (std::size_t i = 0; i < std::size_t(pins); ++i)
                QCOMPARE(at[i], *diagram.nodes[i].start);
            std::vector<double> off;
            for (std::size_t i = 0; i < at.size(); ++i)
                off.push_back(distance(at[i], before[i] * 0.8 + Point{31, -17}));
            std::sort(off.begin(), off.end());
            if (pins > 1)
                QVERIFY2(off[off.size() / 2] < 250, qPrintable(QString::number(off[225])));
        }
    }

    void placesThatAreGoodAreKept_data() { aims(); }

    void placesThatAreGoodAreKept()
    {
        QFETCH(int, aim);
        Diagram diagram = connectedDiagram(8, 430, 250);
        const auto first = crowdPlaces(diagram, static_cast<CrowdAim>(aim), {}, {});
        for (std::size_t i = 0; i < first.size(); ++i)
            diagram.nodes[i].start = first[i];
        const auto again = crowdPlaces(diagram, static_cast<CrowdAim>(aim), {}, {});
        std::vector<double> moved;
        for (std::size_t i = 0; i < first.size(); ++i)
            moved.push_back(distance(first[i], again[i]));
        std::sort(moved.begin(), moved.end());
        QVERIFY2(moved[moved.size() / 2] < 0.05 * std::hypot(nominalWidth, nominalHeight),
                 qPrintable(QString::number(moved[moved.size() / 2])));
    }

    void newcomersStandBesideTheirNeighbours()
    {
        Diagram diagram = cliques(21, 20);
        const auto first = crowdPlaces(diagram, CrowdAim::Neighbours, {}, {});
        for (std::size_t i = 0; i < first.size(); ++i) {
            diagram.nodes[i].start = first[i];
            diagram.nodes[i].isPinned = true;
        }
        diagram.nodes.push_back({});
        for (const int friendOf : {40, 45, 50})
            diagram.links.push_back(linkOf(420, friendOf));
        const auto at = crowdPlaces(diagram, CrowdAim::Neighbours, {}, {});
        QVERIFY(distance(at[420], at[45]) < 150);
    }

    void anyNumberOfThreadsGivesTheSamePlaces()
    {
        const Diagram diagram = connectedDiagram(4, 4300, 3000);
        const auto one = crowdPlaces(diagram, CrowdAim::Neighbours, onThreads(1), {});
        for (const int threads : {2, 3, 8})
            QVERIFY(crowdPlaces(diagram, CrowdAim::Neighbours, onThreads(threads), {}) == one);
    }

    void anyNumberOfThreadsGivesTheSameStress()
    {
        const Diagram diagram = connectedDiagram(4, 4100, 3000);
        const SimpleGraph graph = simpleGraphOf(diagram);
        const auto descended = [&graph](int threads) {
            Workers workers(threads);
            Cloud at = thrown(4100, 1);
            descend(graph, {1, 2, 2, 0.1F}, {}, workers, {}, at);
            return at;
        };
        const Cloud one = descended(1);
        for (const int threads : {2, 3, 8})
            QVERIFY(descended(threads) == one);
        QVERIFY(!(one == thrown(4100, 1)));
    }

    void progressRisesAndAStopIsHeard_data() { aims(); }

    void progressRisesAndAStopIsHeard()
    {
        QFETCH(int, aim);
        const Diagram diagram = connectedDiagram(4, 900, 900);
        std::stop_source stop;
        std::vector<double> told;
        const Progress progress{[&](double at) {
                                    told.push_back(at);
                                    if (at > 0.3)
                                        stop.request_stop();
                                },
                                stop.get_token()};
        const auto at = crowdPlaces(diagram, static_cast<CrowdAim>(aim), {}, progress);
        QVERIFY(areFinite(at));
        QVERIFY(told.size() > 3);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QVERIFY2(told.back() < 0.5, "it works on after the stop");
    }

    void aPieceIsTurnedOntoItsStarts()
    {
        Cloud at = thrown(50, 3);
        Starts starts(50);
        for (const std::size_t i : {3U, 9U, 20U})
            starts[i] = Point{200 - 70 * static_cast<double>(at.y[i]),
                              70 * static_cast<double>(at.x[i]) - 40};
        Cloud fitted = at;
        fitOnto(starts, fitted);
        for (std::size_t i = 0; i < 50; ++i) {
            QVERIFY(std::abs(fitted.x[i] - (200 - 70 * at.y[i])) < 0.01F);
            QVERIFY(std::abs(fitted.y[i] - (70 * at.x[i] - 40)) < 0.01F);
        }
    }
};

QTEST_APPLESS_MAIN(TestCrowd)
#include "tst_crowd.moc"
