#include "graph/briefing/dealteller.h"

namespace gyre {

const DealDraft* DealTeller::besides() const
{
    const DealDraft* found = nullptr;
    for (const DealDraft& draft : m_drafts)
        if (!draft.receivers.empty() &&
            (draft.type == DealType::EquityInvestment || draft.type == DealType::Debt) &&
            (found == nullptr || (found->figure < 0 && draft.figure >= 0)))
            found = &draft;
    return found;
}

bool DealTeller::isPurposeOf(int noun, int verb) const
{
    if (!m_clauses.isNoun(noun, Thing::Deal) || !m_clauses.isPlace(verb - 1, Place::To))
        return false;
    for (int i = noun + 1; i < verb; ++i) {
        const ChunkKind kind = m_clauses.at(i).kind;
        if (kind == ChunkKind::Comma || kind == ChunkKind::Break || kind == ChunkKind::Clause ||
            kind == ChunkKind::Verb || kind == ChunkKind::Stop || kind == ChunkKind::Who)
            return false;
    }
    return true;
}

int DealTeller::partnerBefore(int verb) const
{
    constexpr int furthest = 8;
    int partner = -1;
    for (int i = verb - 1; i > 0 && i > verb - furthest; --i) {
        if (m_clauses.is(i, ChunkKind::Party) && m_clauses.isPlace(i - 1, Place::With))
            partner = i;
        if (m_clauses.isNoun(i, Thing::Deal))
            return isPurposeOf(i, verb) ? partner : -1;
    }
    return -1;
}

void DealTeller::dropFrameworks()
{
    std::erase_if(m_drafts, [this](const DealDraft& framework) {
        return framework.either.size() >= 2 &&
               std::any_of(m_drafts.begin(), m_drafts.end(), [&](const DealDraft& draft) {
                   return draft.trigger > framework.noun &&
                          isPurposeOf(framework.noun, draft.trigger);
               });
    });
}

void DealTeller::addParts()
{
    const DealDraft* told = besides();
    if (told == nullptr || told->figure < 0)
        return;
    const auto whole = static_cast<std::size_t>(told - m_drafts.data());
    for (int i = 1; i < m_clauses.size(); ++i) {
        const int payer = isUntold(i) ? payerOfPart(i) : -1;
        if (payer >= 0)
            addPart(i, m_clauses.party(payer), whole);
    }
}

bool DealTeller::isUntold(int i) const
{
    return m_clauses.is(i, ChunkKind::Money) &&
           m_view.uses[static_cast<std::size_t>(i)] == FigureUse::Sum &&
           std::none_of(m_drafts.begin(), m_drafts.end(), [&](const DealDraft& draft) {
               return draft.figure == m_clauses.at(i).index;
           });
}

void DealTeller::addCoordinated()
{
    for (int i = 2; i < m_clauses.size(); ++i) {
        if (!isUntold(i))
            continue;
        const bool isBehindAnd = m_clauses.is(i - 1, ChunkKind::And);
        const bool isOfOther =
            m_clauses.is(i - 1, ChunkKind::Party) &&
            (m_clauses.is(i - 2, ChunkKind::And) || m_clauses.is(i - 2, ChunkKind::Comma));
        // "bought Zeta for $1 billion and Acme for $2 billion"
        const bool isPrice = m_clauses.isPlace(i - 1, Place::For) && i > 2 &&
                             m_clauses.is(i - 2, ChunkKind::Party) &&
                             m_clauses.is(i - 3, ChunkKind::And);
        const int before = isBehindAnd || isOfOther || isPrice ? sumBefore(i) : -1;
        const auto told =
            before < 0
                ? m_drafts.end()
                : std::find_if(m_drafts.begin(), m_drafts.end(), [&](const DealDraft& draft) {
                      return draft.figure == m_clauses.at(before).index;
                  });
        if (told == m_drafts.end() || told->receivers.size() != 1 || told->isRoundTotal)
            continue;
        DealDraft made = *told;
        made.figure = m_clauses.at(i).index;
        // "lent Zeta $1 billion and Acme $2 billion": of whom it is said as of the first.
        const bool isIndirect = m_clauses.is(before - 1, ChunkKind::Party) &&
                                m_clauses.party(before - 1).firms == made.receivers;
        const bool isTaken = isPrice                   ? takePriced(before, i - 2, made)
                             : isOfOther && isIndirect ? takeIndirect(i - 1, made)
                             : isOfOther               ? takePayer(i - 1, made)
                                                       : takeReceiver(before, i, made);
        if (isTaken)
            m_drafts.push_back(std::move(made));
    }
}

int DealTeller::sumBefore(int i) const
{
    for (int at = i - 1; at >= 0; --at) {
        if (m_clauses.is(at, ChunkKind::Money))
            return isUntold(at) ? -1 : at;
        if (m_clauses.is(at, ChunkKind::Verb) || m_clauses.is(at, ChunkKind::Break) ||
            m_clauses.is(at, ChunkKind::Clause) || m_clauses.is(at, ChunkKind::Who) ||
            m_clauses.is(at, ChunkKind::Says))
            return -1;
    }
    return -1;
}

bool DealTeller::takePayer(int chunk, DealDraft& made) const
{
    const Party& party = m_clauses.party(chunk);
    if (made.payers.size() != 1 || party.isPossessive || party.firms.size() != 1 ||
        party.firms == made.receivers)
        return false;
    made.payers = party.firms;
    return true;
}

bool DealTeller::takeIndirect(int chunk, DealDraft& made) const
{
    const Party& party = m_clauses.party(chunk);
    if (party.isPossessive || party.firms.size() != 1 || party.firms == made.payers)
        return false;
    made.receivers = party.firms;
    return true;
}

bool DealTeller::takePriced(int before, int chunk, DealDraft& made) const
{
    return made.type == DealType::Acquisition && m_clauses.isPlace(before - 1, Place::For) &&
           takeIndirect(chunk, made);
}

bool DealTeller::takeReceiver(int before, int sum, DealDraft& made) const
{
    const int first = placedParty(before);
    const int second = placedParty(sum);
    if (first < 0 || second < 0 || placeOf(m_clauses, first - 1) != placeOf(m_clauses, second - 1))
        return false;
    const std::vector<int>& others = m_clauses.party(second).firms;
    if (others.size() != 1 || others == made.receivers)
        return false;
    if (m_clauses.party(first).firms == made.receivers && others != made.payers) {
        made.receivers = others;
        return true;
    }
    if (m_clauses.party(first).firms == made.payers) {
        made.payers = others;
        return true;
    }
    return false;
}

int DealTeller::placedParty(int sum) const
{
    for (int i = sum + 1; i < std::min(sum + 6, m_clauses.size()); ++i) {
        if (m_clauses.is(i, ChunkKind::Party) && m_clauses.is(i - 1, ChunkKind::Preposition))
            return m_clauses.party(i).isPossessive ? -1 : i;
        const ChunkKind kind = m_clauses.at(i).kind;
        if (kind != ChunkKind::Preposition && kind != ChunkKind::Goods &&
            kind != ChunkKind::Other && kind != ChunkKind::Determiner && kind != ChunkKind::Noun)
            return -1;
    }
    return -1;
}

bool DealTeller::isBesideSum(int sum, const DealDraft& first) const
{
    int at = sum - 1;
    while (m_clauses.is(at, ChunkKind::And) || m_clauses.is(at, ChunkKind::Comma))
        --at;
    return at < sum - 1 && m_clauses.is(at, ChunkKind::Party) &&
           m_clauses.party(at).firms == first.payers && m_clauses.isPlace(at - 1, Place::From) &&
           m_clauses.is(at - 2, ChunkKind::Money) && m_clauses.at(at - 2).index == first.figure;
}

void DealTeller::addPart(int sum, const Party& payer, std::size_t whole)
{
    const auto& figures = m_view.analysis.amounts.figures;
    const auto part = figures[static_cast<std::size_t>(m_clauses.at(sum).index)].amount.figure();
    const auto all = figures[static_cast<std::size_t>(m_drafts[whole].figure)].amount.figure();
    const auto& receivers = m_drafts[whole].receivers;
    const bool isReceiver = std::any_of(payer.firms.begin(), payer.firms.end(), [&](int firm) {
        return std::find(receivers.begin(), receivers.end(), firm) != receivers.end();
    });
    if (!part || !all || *part > *all || isReceiver)
        return;
    DealDraft made = m_drafts[whole];
    made.figure = m_clauses.at(sum).index;
    made.payers = payer.firms;
    made.isCollective = payer.isCollective;
    made.isRoundTotal = false;
    // "A and B for $30 billion each"
    const int behind = m_clauses.at(sum).last;
    made.isEach = behind < m_clauses.sentence.last && m_view.analysis.prose.is(behind, u"each");
    made.rule = QStringLiteral("part-of-sum");
    if (isBesideSum(sum, m_drafts[whole]))
        return m_drafts.push_back(std::move(made));
    m_drafts[whole].isRoundTotal = true;
    for (const int firm : payer.firms)
        if (auto& payers = m_drafts[whole].payers;
            std::find(payers.begin(), payers.end(), firm) == payers.end())
            payers.push_back(firm);
    m_drafts.push_back(std::move(made));
}

bool DealTeller::goesElsewhere(int sum) const
{
    return m_clauses.isPlace(sum + 1, Place::In) || m_clauses.isPlace(sum + 1, Place::Into) ||
           m_clauses.isPlace(sum + 1, Place::To) || m_clauses.isPlace(sum + 1, Place::On) ||
           m_clauses.isPlace(sum + 1, Place::For) || m_clauses.isPlace(sum + 1, Place::Of);
}

bool DealTeller::isShareOf(int sum) const
{
    if (!m_clauses.is(sum, ChunkKind::Money) || !m_clauses.is(sum - 1, ChunkKind::Verb) ||
        !m_clauses.is(sum - 2, ChunkKind::Party))
        return false;
    const int first = m_clauses.at(sum - 1).first;
    return m_view.analysis.prose.is(first, u"accounts") ||
           m_view.analysis.prose.is(first, u"accounted");
}

int DealTeller::payerOfPart(int sum) const
{
    constexpr int furthest = 5;
    if (isShareOf(sum))
        return sum - 2;
    // "… and Acme for $2 billion"
    if (m_clauses.isPlace(sum - 1, Place::For) && m_clauses.is(sum - 2, ChunkKind::Party) &&
        m_clauses.is(sum - 3, ChunkKind::And) && isShareOf(sum - 4))
        return sum - 2;
    for (int i = sum + 1; i < std::min(sum + furthest, m_clauses.size()); ++i) {
        if (m_clauses.isPlace(i, Place::From) || m_clauses.isPlace(i, Place::By))
            return m_clauses.is(i + 1, ChunkKind::Party) && !m_clauses.party(i + 1).isPossessive
                       ? i + 1
                       : -1;
        const ChunkKind kind = m_clauses.at(i).kind;
        if (kind != ChunkKind::Other && kind != ChunkKind::Stop && kind != ChunkKind::Auxiliary &&
            kind != ChunkKind::Adverb && kind != ChunkKind::Determiner &&
            !m_clauses.isPlace(i, Place::Of))
            return -1;
    }
    return -1;
}

bool DealTeller::tellApart(const DealDraft& draft, const Reach& reach)
{
    const Prose& prose = m_view.analysis.prose;
    bool isApart = false;
    for (int i = m_clauses.sentence.first; i < m_clauses.sentence.last; ++i)
        isApart = isApart || prose.words(i) == u"respectively";
    for (int i = 1; i + 1 < m_clauses.size(); ++i)
        isApart =
            isApart || (m_clauses.is(i, ChunkKind::And) && m_clauses.is(i - 1, ChunkKind::Money) &&
                        m_clauses.is(i + 1, ChunkKind::Money));
    std::vector<int> sums;
    for (int i = reach.trigger; i < m_clauses.size(); ++i)
        if (m_clauses.is(i, ChunkKind::Money) &&
            m_view.uses[static_cast<std::size_t>(i)] == FigureUse::Sum)
            sums.push_back(m_clauses.at(i).index);
    const bool byPayer = draft.payers.size() == sums.size();
    const bool byReceiver = draft.receivers.size() == sums.size() && !byPayer;
    if (!isApart || sums.size() < 2 || (!byPayer && !byReceiver))
        return false;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        DealDraft one = draft;
        one.figure = sums[i];
        if (byPayer)
            one.payers = {draft.payers[i]};
        else
            one.receivers = {draft.receivers[i]};
        m_drafts.push_back(std::move(one));
    }
    return true;
}

} // namespace gyre
