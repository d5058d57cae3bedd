#include "graph/briefing/dealteller.h"

namespace gyre {

void DealTeller::finish(DealDraft& draft, const Reach& reach, const Frame& frame, int object)
{
    draft.sentence = m_view.number;
    draft.trigger = reach.trigger;
    draft.noun = object >= 0 ? object : reach.trigger;
    if (!frame.isBeside)
        draft.standing =
            standingOf(m_clauses, m_view.analysis, m_view.cues, reach.trigger, draft.type);
    if (frame.status && draft.standing.isByTense)
        draft.standing.status = *frame.status;
    // "Nvidia-backed Zeta agreed", "signed with Zeta, backed by Nvidia": that is another deal.
    const bool isAside = reach.isPassive && m_clauses.is(reach.trigger - 1, ChunkKind::Comma) &&
                         m_clauses.is(reach.trigger, ChunkKind::Verb) &&
                         reach.subject.chunk == reach.trigger - 2;
    if (isCompound(reach.trigger) || (isAside && frame.status))
        draft.standing = {Status::Closed, false, true, true, false, false};
    if (draft.standing.isUnreal)
        draft.confidence = std::min(draft.confidence, unrealConfidence);
    draft.date = isCompound(reach.trigger) ? -1 : dateOf(reach, draft.figure);
    if (draft.date >= 0 && isAhead(reach.trigger, draft.date))
        draft.date = -1;
    draft.percent = percentOf(reach);
    draft.termYears = termOf(reach);
    draft.isEach = hasEach(reach);
    if (draft.asset.isEmpty() && object >= 0 && m_clauses.is(object, ChunkKind::Goods))
        draft.asset = m_lexicon.goods[m_clauses.at(object).value];
    draft.evidence = m_view.analysis.prose.span(m_clauses.sentence.first, m_clauses.sentence.last);
    if (tellApart(draft, reach))
        return;
    // "bought Zeta and Acme for $3 billion": how much of it each is worth is not said.
    if (draft.receivers.size() > 1 && !draft.isEach)
        draft.figure = -1;
    if (draft.either.size() >= 2 && draft.type == DealType::Partnership) {
        draft.payers = {draft.either.front()};
        draft.receivers.assign(draft.either.begin() + 1, draft.either.end());
    } else if (draft.either.size() >= 2 && !settle(draft, reach)) {
        return;
    }
    m_drafts.push_back(std::move(draft));
}

bool DealTeller::hasGoods(const Reach& reach) const
{
    for (int i = reach.first; i < reach.last; ++i)
        if (m_clauses.is(i, ChunkKind::Goods))
            return true;
    return false;
}

int DealTeller::goodsOf(const Reach& reach) const
{
    for (int i = reach.trigger; i < reach.last; ++i) {
        if (m_clauses.is(i, ChunkKind::Goods))
            return m_clauses.at(i).value;
        if (!m_clauses.isNoun(i, Thing::Deal))
            continue;
        if (const auto goods =
                m_lexicon.phrases.longest(m_view.analysis.prose.tokens, m_clauses.at(i).first,
                                          m_clauses.at(i).last, in(Category::Goods)))
            return goods->value;
    }
    return -1;
}

bool DealTeller::inferSupplier(DealDraft& draft, const Reach& reach) const
{
    const int goods = goodsOf(reach);
    if (goods < 0 || draft.type != DealType::PurchaseCommitment)
        return false;
    const auto& kinds = m_lexicon.suppliers[static_cast<std::size_t>(goods)];
    const auto rank = [&](int firm) {
        const FirmKind kind = m_view.analysis.names.firms[static_cast<std::size_t>(firm)].kind;
        return std::find(kinds.begin(), kinds.end(), kind) - kinds.begin();
    };
    const auto isInvestor = [&](int firm) {
        return m_view.analysis.names.firms[static_cast<std::size_t>(firm)].kind ==
               FirmKind::Investor;
    };
    // A fund that signs for a data center has its money in mind.
    if (isInvestor(draft.either[0]) != isInvestor(draft.either[1]))
        return false;
    const auto first = rank(draft.either[0]);
    const auto second = rank(draft.either[1]);
    if (first == second)
        return false;
    draft.receivers = {draft.either[first < second ? 0 : 1]};
    draft.payers = {draft.either[first < second ? 1 : 0]};
    draft.inferred |= Inferred::Payer;
    return true;
}

int DealTeller::subjectFirm(const Reach& reach) const
{
    if (reach.subject.chunk < 0 || reach.subject.isLoose || reach.isPassive)
        return -1;
    const auto& firms = m_clauses.party(reach.subject.chunk).firms;
    return firms.size() == 1 ? firms.front() : -1;
}

bool DealTeller::signsForGoods(const Reach& reach) const
{
    for (int i = reach.trigger + 1; i + 1 < reach.last; ++i) {
        if (!m_clauses.isPlace(i, Place::For))
            continue;
        int goods = i + 1;
        while (m_clauses.is(goods, ChunkKind::Determiner) ||
               m_clauses.is(goods, ChunkKind::Money) || m_clauses.is(goods, ChunkKind::Other) ||
               m_clauses.isPlace(goods, Place::Of))
            ++goods;
        if (m_clauses.is(goods, ChunkKind::Goods))
            return true;
    }
    return false;
}

bool DealTeller::settle(DealDraft& draft, const Reach& reach)
{
    if (draft.either.size() != 2)
        return false;
    // "struck a deal": neither a sum nor goods to tell what it is about.
    if (draft.figure < 0 && !hasGoods(reach) && draft.type != DealType::Acquisition)
        draft.confidence -= inferencePenalty;
    if (!inferSupplier(draft, reach) && !inferDirection(draft, m_view.analysis.names)) {
        // "signed a deal with Zeta for servers": who signs for goods gets them.
        const bool isForGoods = draft.type == DealType::PurchaseCommitment && draft.figure >= 0 &&
                                draft.either[0] == subjectFirm(reach) && signsForGoods(reach);
        draft.payers = {draft.either[0]};
        draft.receivers = {draft.either[1]};
        draft.inferred |= Inferred::Payer;
        draft.confidence -= isForGoods ? inferencePenalty : 0.5F;
        return true;
    }
    draft.confidence -= inferencePenalty;
    return true;
}

bool DealTeller::hasEach(const Reach& reach) const
{
    const int first = m_clauses.at(std::max(0, reach.trigger - 2)).first;
    const int last = m_clauses.at(std::min(reach.trigger + 3, m_clauses.size() - 1)).last;
    const Prose& prose = m_view.analysis.prose;
    for (int i = first; i < last; ++i)
        if (prose.words(i) == u"each" || prose.words(i) == u"apiece")
            return true;
    return false;
}

int DealTeller::ownStart(const Reach& reach) const
{
    int i = reach.trigger - 1;
    while (i > reach.first &&
           (m_clauses.is(i, ChunkKind::Auxiliary) || m_clauses.is(i, ChunkKind::Adverb)))
        --i;
    return m_clauses.is(i, ChunkKind::And) && m_clauses.is(reach.trigger, ChunkKind::Verb)
               ? i
               : reach.first;
}

bool DealTeller::isOfDeal(int verb) const
{
    const Form form = m_clauses.at(verb).form;
    const bool isDeal =
        m_clauses.isNoun(verb - 1, Thing::Deal) || m_clauses.isNoun(verb - 1, Thing::Round) ||
        m_clauses.isNoun(verb - 1, Thing::Acquisition) ||
        m_clauses.isNoun(verb - 1, Thing::Investment) || m_clauses.isNoun(verb - 1, Thing::Loan) ||
        m_clauses.isNoun(verb - 1, Thing::Order) || m_clauses.isNoun(verb - 1, Thing::Partner);
    return isDeal && (form == Form::Past || form == Form::Participle) &&
           (m_clauses.is(verb + 1, ChunkKind::Date) || m_clauses.is(verb + 2, ChunkKind::Date));
}

bool DealTeller::isEnd(int verb) const
{
    const Chunk& chunk = m_clauses.at(verb);
    const auto cue = m_lexicon.phrases.longest(m_view.analysis.prose.tokens, chunk.first,
                                               chunk.last, in(Category::Cue));
    return chunk.kind == ChunkKind::Stop && cue &&
           m_lexicon.cues[cue->value].status == Status::Cancelled;
}

int DealTeller::otherDeed(int first) const
{
    for (int i = first; i < m_clauses.size(); ++i)
        if (m_clauses.is(i, ChunkKind::Worth) || m_clauses.is(i, ChunkKind::Auxiliary))
            return i;
    return m_clauses.size();
}

int DealTeller::dateOf(const Reach& reach, int figure) const
{
    int best = -1;
    int nearest = 1 << 20;
    const auto consider = [&](int from, int to, int handicap) {
        for (int i = from; i < to; ++i) {
            const ChunkKind kind = m_clauses.at(i).kind;
            // "a start-up begun last year": the date of another deed.
            const bool isVerb = kind == ChunkKind::Stop || kind == ChunkKind::Verb;
            if (isVerb && i > reach.trigger && !isOfDeal(i) && !isEnd(i) &&
                (m_clauses.is(reach.trigger, ChunkKind::Verb) ||
                 m_clauses.is(i - 1, ChunkKind::Party)))
                return;
            if (kind != ChunkKind::Date || isOfOther(i, figure))
                continue;
            const int distance = std::abs(i - reach.trigger) + handicap;
            if (distance < nearest) {
                nearest = distance;
                best = m_clauses.at(i).index;
            }
        }
    };
    const int start = ownStart(reach);
    consider(start, reach.last, 0);
    // "In 2023 Zeta bought A and sold B".
    if (best < 0 && start > reach.first)
        consider(reach.first, std::min(reach.first + 3, start), 0);
    if (best < 0)
        consider(reach.last, otherDeed(reach.last), 100);
    // "wrote in February, when it was seeking"
    int before = reach.first - 2;
    if (m_clauses.is(before, ChunkKind::Comma))
        --before;
    if (best < 0 && m_clauses.is(before, ChunkKind::Date))
        best = m_clauses.at(before).index;
    return best;
}

bool DealTeller::isAhead(int trigger, int date) const
{
    constexpr int furthest = 4;
    const DateMention& mention = m_view.analysis.dates[static_cast<std::size_t>(date)];
    if (!mention.isBareMonth || mention.first < m_clauses.at(trigger).first)
        return false;
    for (int i = trigger - 1; i >= std::max(0, trigger - furthest); --i)
        if (m_clauses.is(i, ChunkKind::Auxiliary))
            return m_clauses.at(i).value == willAuxiliary;
    return false;
}

bool DealTeller::isOfOther(int date, int figure) const
{
    return m_clauses.is(date - 1, ChunkKind::Money) && m_clauses.at(date - 1).index != figure;
}

bool DealTeller::isShare(int percent) const
{
    const auto isHolding = [this](int i) {
        return m_clauses.isNoun(i, Thing::Stake) || m_clauses.isNoun(i, Thing::Shares);
    };
    const bool isBehind = m_clauses.is(percent - 1, ChunkKind::Preposition) &&
                          (isHolding(percent - 2) || m_clauses.isPlace(percent - 1, Place::For));
    const int noun = m_clauses.is(percent + 1, ChunkKind::Other) ? percent + 2 : percent + 1;
    return isBehind || m_clauses.isPlace(percent + 1, Place::Of) || isHolding(noun);
}

std::optional<double> DealTeller::percentOf(const Reach& reach) const
{
    // "lifting its share from 11% to 14%": neither is what was bought.
    const auto isRise = [this](int from) {
        return m_clauses.isPlace(from, Place::From) && m_clauses.is(from + 1, ChunkKind::Percent) &&
               m_clauses.isPlace(from + 2, Place::To) && m_clauses.is(from + 3, ChunkKind::Percent);
    };
    for (int i = reach.trigger + 1; i < reach.last; ++i) {
        if (!m_clauses.is(i, ChunkKind::Percent) || !isShare(i) || isRise(i - 1) || isRise(i - 3))
            continue;
        const auto index = static_cast<std::size_t>(m_clauses.at(i).index);
        const double value = m_view.analysis.amounts.percents[index].value;
        if (value > 0 && value <= 100)
            return value;
    }
    return std::nullopt;
}

std::optional<double> DealTeller::termOf(const Reach& reach) const
{
    const Prose& prose = m_view.analysis.prose;
    const int first = m_clauses.at(reach.first < m_clauses.size() ? reach.first : 0).first;
    const int last = m_clauses.at(std::max(reach.last - 1, reach.trigger)).last;
    for (int i = first; i + 1 < last; ++i) {
        double years = 0;
        if (prose.at(i).kind == TokenKind::Number) {
            years = prose.words(i).toDouble();
        } else if (const auto number =
                       m_lexicon.phrases.longest(prose.tokens, i, i + 1, in(Category::Number))) {
            years = m_lexicon.numbers[number->value];
        }
        if (years < 1 || years > 50)
            continue;
        const int unit = prose.isMark(i + 1, u'-') && i + 2 < last ? i + 2 : i + 1;
        const bool isYear = prose.words(unit).startsWith(u"year", Qt::CaseInsensitive);
        const bool isAgo = unit + 1 < last &&
                           (prose.words(unit + 1) == u"ago" ||
                            prose.words(unit + 1) == u"earlier" || prose.words(unit + 1) == u"old");
        if (isYear && !isAgo)
            return years;
    }
    return std::nullopt;
}

} // namespace gyre
