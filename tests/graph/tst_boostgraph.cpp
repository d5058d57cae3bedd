// Network and View are Boost graphs: the concepts hold, and Boost's own algorithms run on them and
// agree with a plain copy.
#include "graph/model/boostgraph.h"
#include "tests/support/networktext.h"

#include <QtTest>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>

using namespace gyre;

namespace {

template<typename Graph>
void checkConcepts()
{
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT(
        (boost::ReadablePropertyGraphConcept<Graph, FirmId, boost::vertex_index_t>));
}

using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

template<typename Graph>
Plain plainCopy(const Graph& graph)
{
    Plain plain(num_vertices(graph));
    const auto index = get(boost::vertex_index, graph);
    const auto [first, last] = edges(graph);
    for (auto edge = first; edge != last; ++edge)
        boost::add_edge(get(index, source(*edge, graph)), get(index, target(*edge, graph)), plain);
    return plain;
}

template<typename Graph, typename Index>
std::vector<double> betweenness(const Graph& graph, Index index)
{
    std::vector<double> values(num_vertices(graph));
    boost::brandes_betweenness_centrality(graph,
                                          boost::make_iterator_property_map(values.begin(), index));
    return values;
}

template<typename Graph>
int components(const Graph& graph)
{
    std::vector<int> component(num_vertices(graph));
    const auto index = get(boost::vertex_index, graph);
    return boost::strong_components(graph,
                                    boost::make_iterator_property_map(component.begin(), index),
                                    boost::vertex_index_map(index));
}

} // namespace

class TestBoostGraph : public QObject
{
    Q_OBJECT

private slots:
    void concepts();
    void verticesAndEdgesOfAView();
    void removedAndCollectiveAreNoEdges();
    void algorithmsAgreeWithAPlainCopy();
};

void TestBoostGraph::concepts()
{
    checkConcepts<Network>();
    checkConcepts<View>();
}

void TestBoostGraph::verticesAndEdgesOfAView()
{
    const Network network = test::drawn(
        {QStringLiteral("A -> B: equity 1, rumoured"), QStringLiteral("B -> C: equity 1, signed"),
         QStringLiteral("B -> C: purchase 1, signed"), QStringLiteral("* -> C: equity 1, signed")});
    Filter filter;
    filter.statuses.reset(std::size_t(Status::Rumoured));
    const View view = viewOf(network, filter);
    QCOMPARE(num_vertices(view), 2U);
    QCOMPARE(num_edges(view), 2U);
    QCOMPARE(out_degree(FirmId{1}, view), 2U);
    QCOMPARE(in_degree(FirmId{1}, view), 0U);
    QCOMPARE(get(boost::vertex_index, view, FirmId{1}), 0U);
    QCOMPARE(num_edges(network), 3U);
}

void TestBoostGraph::removedAndCollectiveAreNoEdges()
{
    NetworkEditor edit(
        test::drawn({QStringLiteral("A -> B: equity 1"), QStringLiteral("B -> A: equity 1"),
                     QStringLiteral("* -> B: equity 1")}));
    edit.removeDeal(DealId{0});
    const Network network = edit.done();
    QCOMPARE(num_edges(network), 1U);
    QCOMPARE(out_degree(FirmId{0}, network), 0U);
    QCOMPARE(degree(FirmId{1}, network), 1U);
}

void TestBoostGraph::algorithmsAgreeWithAPlainCopy()
{
    for (quint32 seed = 1; seed <= 25; ++seed) {
        const Network network = test::randomNetwork(20, 60, seed);
        const View view = viewOf(network, Filter{});
        const Plain plain = plainCopy(view);
        QCOMPARE(components(view), components(plain));
        QCOMPARE(components(network), components(plainCopy(network)));
        const auto mine = betweenness(view, get(boost::vertex_index, view));
        const auto theirs = betweenness(plain, get(boost::vertex_index, plain));
        for (std::size_t i = 0; i < mine.size(); ++i)
            QVERIFY(std::abs(mine[i] - theirs[i]) < 1e-9);
    }
}

QTEST_APPLESS_MAIN(TestBoostGraph)
#include "tst_boostgraph.moc"
