#include "ui/document/analyses.h"

#include "ui/document/document.h"
#include "ui/document/guard.h"

namespace gyre {

namespace {

/// Up to here a search takes less time than a switch of threads is worth.
constexpr std::size_t fewDeals = 500;
constexpr int longestLoop = 4;
constexpr std::size_t mostLoops = 2000;

Analyses::Results analysed(const View& view, const Progress& progress)
{
    return {gyre::totals(view), gyre::circuits(view, longestLoop, mostLoops, progress)};
}

} // namespace

Analyses::Analyses(Document& document, QObject* parent)
    : Analyses(document, analysed, parent)
{
}

Analyses::Analyses(Document& document, Analyse analyse, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_analyse(std::move(analyse))
{
    connect(&document, &Document::viewChanged, this, &Analyses::update);
    connect(&m_work, &Work::failed, this, &Analyses::tellOf);
}

void Analyses::update()
{
    const View view = m_document.view();
    if (view.dealCount() <= fewDeals) {
        m_work.cancel();
        Diagnostics problems;
        guarded({}, problems, [&] { take(m_analyse(view, {})); });
        if (!problems.empty())
            tellOf(problems);
        return;
    }
    m_isUpToDate = false;
    m_work.add(
        [this, view, analyse = m_analyse](const Progress& progress) {
            auto results = std::make_shared<const Results>(analyse(view, progress));
            return Work::Finish([this, results] { take(*results); });
        },
        QStringLiteral("view"));
    emit changed();
}

void Analyses::take(const Results& results)
{
    m_results = results;
    m_isUpToDate = true;
    emit changed();
}

/// Sums of another view are worse than none.
void Analyses::tellOf(const Diagnostics& problems)
{
    take({});
    m_document.report(problems);
}

std::vector<std::size_t> Analyses::loopsWith(DealId deal) const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_results.circuits.found.size(); ++i) {
        const Circuit& circuit = m_results.circuits.found[i];
        const bool isIn =
            std::any_of(circuit.hops.begin(), circuit.hops.end(), [deal](const Hop& h) {
                return std::find(h.deals.begin(), h.deals.end(), deal) != h.deals.end();
            });
        if (isIn)
            found.push_back(i);
    }
    return found;
}

} // namespace gyre
