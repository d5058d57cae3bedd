#include "graph/briefing/figures.h"

#include "graph/briefing/syntax.h"

namespace gyre {

namespace {

class Judge
{
public:
    Judge(const Clauses& clauses, const Analysis& analysis)
        : m_clauses(clauses)
        , m_analysis(analysis)
        , m_uses(clauses.chunks.size(), FigureUse::Sum)
    {
    }

    std::vector<FigureUse> judge()
    {
        for (int i = 0; i < m_clauses.size(); ++i)
            if (m_clauses.is(i, ChunkKind::Money))
                m_uses[static_cast<std::size_t>(i)] = useOf(i);
        return std::move(m_uses);
    }

private:
    [[nodiscard]] FigureUse useOf(int i) const
    {
        const Figure& figure =
            m_analysis.amounts.figures[static_cast<std::size_t>(m_clauses.at(i).index)];
        if (figure.isRate || figure.isMetric || figure.isConversion)
            return FigureUse::Metric;
        if (const auto behind = useByWordsBehind(i))
            return *behind;
        if (const auto before = useByWordsBefore(i))
            return *before;
        return FigureUse::Sum;
    }

    /// "$5 billion in annual revenue", "$500 billion valuation", "$69 billion of market value".
    [[nodiscard]] std::optional<FigureUse> useByWordsBehind(int i) const
    {
        bool isBehindOf = false;
        for (int at = i + 1; at < std::min(i + 5, m_clauses.size()); ++at) {
            const Chunk& chunk = m_clauses.at(at);
            if (chunk.kind == ChunkKind::Metric)
                return FigureUse::Metric;
            if (m_clauses.isNoun(at, Thing::Valuation))
                return isBehindOf ? FigureUse::Metric : FigureUse::Valuation;
            if (chunk.kind == ChunkKind::Preposition && at == i + 1 &&
                (m_clauses.isPlace(at, Place::In) || m_clauses.isPlace(at, Place::Of))) {
                isBehindOf = true;
                continue;
            }
            if (chunk.kind != ChunkKind::Other && chunk.kind != ChunkKind::Determiner &&
                chunk.kind != ChunkKind::Date)
                return std::nullopt;
        }
        return std::nullopt;
    }

    /// "revenue of $5 billion", "valuation rose to $5 billion", "valued at", "is worth".
    [[nodiscard]] std::optional<FigureUse> useByWordsBefore(int i) const
    {
        bool isAt = false;
        bool hasFirm = false;
        for (int at = i - 1, steps = 0; at >= 0 && steps < 7; --at, ++steps) {
            const Chunk& chunk = m_clauses.at(at);
            switch (chunk.kind) {
            case ChunkKind::Metric:
                return FigureUse::Metric;
            case ChunkKind::Worth:
                return useOfWorth(at);
            case ChunkKind::Noun:
                if (chunk.value == static_cast<std::uint16_t>(Thing::Valuation))
                    return FigureUse::Valuation;
                return std::nullopt;
            case ChunkKind::Verb:
                if (isValuing(at, Thing::Money))
                    return FigureUse::Valuation;
                if (isValuing(at, Thing::Valuation))
                    continue;
                if (hasFirm && isValuing(at, Thing::Firm))
                    return FigureUse::Valuation;
                return std::nullopt;
            case ChunkKind::Preposition:
                isAt = isAt || m_clauses.isPlace(at, Place::At);
                if (!m_clauses.isPlace(at, Place::Of) && !m_clauses.isPlace(at, Place::At) &&
                    !m_clauses.isPlace(at, Place::To) && !m_clauses.isPlace(at, Place::As) &&
                    !m_clauses.isPlace(at, Place::In) && !m_clauses.isPlace(at, Place::For) &&
                    !m_clauses.isPlace(at, Place::Over) && !m_clauses.isPlace(at, Place::From))
                    return std::nullopt;
                continue;
            case ChunkKind::Party:
                // "valuing the company at", "revenue at Zeta of"
                if (m_clauses.party(at).isPossessive)
                    return std::nullopt;
                hasFirm = true;
                continue;
            case ChunkKind::Comma:
            case ChunkKind::Break:
            case ChunkKind::Clause:
            case ChunkKind::Who:
            case ChunkKind::Money:
            case ChunkKind::Goods:
            case ChunkKind::Says:
                return std::nullopt;
            default:
                continue;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isValuing(int verb, Thing thing) const
    {
        for (const std::uint16_t frame : m_analysis.lexicon.verbs[m_clauses.at(verb).value])
            if (m_analysis.lexicon.frames[frame].fact == FactKind::Valuation &&
                m_analysis.lexicon.frames[frame].on == thing)
                return true;
        return false;
    }

    [[nodiscard]] bool isHolding(int at) const
    {
        return m_clauses.isNoun(at, Thing::Shares) || m_clauses.isNoun(at, Thing::Stake);
    }

    /// "a deal worth $5 billion" is a sum, "shares worth $5 billion" neither; "it is worth" a
    /// value.
    [[nodiscard]] FigureUse useOfWorth(int worth) const
    {
        for (int at = worth - 1; at >= 0 && at > worth - 5; --at) {
            const Chunk& chunk = m_clauses.at(at);
            if (chunk.kind == ChunkKind::Noun) {
                const auto thing = static_cast<Thing>(chunk.value);
                if (thing == Thing::Shares || thing == Thing::Stake)
                    return FigureUse::Metric;
                return thing == Thing::Valuation ? FigureUse::Valuation : FigureUse::Sum;
            }
            if (chunk.kind == ChunkKind::Goods)
                return FigureUse::Sum;
            if (chunk.kind == ChunkKind::Party)
                return isHolding(at - 2) && m_clauses.isPlace(at - 1, Place::Of)
                           ? FigureUse::Metric
                           : FigureUse::Valuation;
            if (chunk.kind == ChunkKind::Verb || chunk.kind == ChunkKind::Clause)
                return FigureUse::Sum;
        }
        return FigureUse::Valuation;
    }

    const Clauses& m_clauses;
    const Analysis& m_analysis;
    std::vector<FigureUse> m_uses;
};

} // namespace

std::vector<FigureUse> figureUses(const Clauses& clauses, const Analysis& analysis)
{
    return Judge(clauses, analysis).judge();
}

} // namespace gyre
