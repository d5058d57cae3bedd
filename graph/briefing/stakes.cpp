#include "graph/briefing/arguments.h"
#include "graph/briefing/claims.h"
#include "graph/briefing/syntax.h"

namespace gyre {

namespace {

constexpr float sure = 0.9F;
constexpr float fair = 0.7F;

class Shareholder
{
public:
    Shareholder(const SentenceView& view, const std::vector<DealDraft>& deals)
        : m_view(view)
        , m_clauses(view.clauses)
        , m_deals(deals)
    {
    }

    std::vector<StakeDraft> read()
    {
        for (int i = 0; i < m_clauses.size(); ++i)
            if (m_clauses.is(i, ChunkKind::Percent) && !readHeldBy(i) && !readEquation(i) &&
                !readPassing(i) && !readShareholders(i))
                readAt(i);
        return std::move(m_found);
    }

private:
    [[nodiscard]] const Percent& percentAt(int chunk) const
    {
        return m_view.analysis.amounts
            .percents[static_cast<std::size_t>(m_clauses.at(chunk).index)];
    }

    void readAt(int at)
    {
        const Percent& percent = percentAt(at);
        if (percent.value <= 0 || percent.value > 100)
            return;
        const int noun = nounOf(at);
        const int of = ofChunk(std::max(noun, at));
        int orgChunk = of >= 0 ? partyBehind(of) : -1;
        // "Zeta's share of Acme falls to 27%"
        if (orgChunk < 0 && noun >= 0 && noun < at && ofChunk(noun) >= 0)
            orgChunk = partyBehind(ofChunk(noun));
        const int partner = of >= 0 ? partnerBehind(of) : -1;
        if (noun < 0 && orgChunk < 0 && partner < 0 && !isBareHolding(at))
            return;
        if (noun >= 0 && orgChunk < 0 && governor(m_clauses, at) >= 0 &&
            placeOf(m_clauses, governor(m_clauses, at)) == Place::For) {
            readPrice(at);
            return;
        }
        StakeDraft draft;
        draft.percent = percent.value;
        draft.qualifier = percent.qualifier;
        draft.confidence = sure;
        m_others.clear();
        draft.holder = holderOf(at, noun, draft);
        if (draft.holder < 0)
            return;
        draft.org = orgChunk >= 0 ? firmAt(orgChunk) : partner;
        // Who is said to hold a share of itself has been mistaken for another.
        if (draft.org >= 0 && draft.org == draft.holder)
            return;
        if (draft.org < 0 || draft.org == draft.holder)
            inferOrg(at, draft);
        if (draft.org < 0 || draft.org == draft.holder)
            return;
        finish(at, draft);
        for (const int other : m_others) {
            if (other == draft.org || other == draft.holder)
                continue;
            m_found.push_back(draft);
            m_found.back().holder = other;
        }
        m_found.push_back(std::move(draft));
    }

    /// "gets $1 billion from Acme for a 3% stake": who pays gets the stake in whom he pays.
    void readPrice(int at)
    {
        for (const DealDraft& deal : m_deals)
            if (deal.type == DealType::EquityInvestment && deal.payers.size() == 1 &&
                deal.receivers.size() == 1) {
                add(at, deal.payers.front(), deal.receivers.front());
                return;
            }
    }

    [[nodiscard]] bool isLight(int i) const
    {
        return m_clauses.is(i, ChunkKind::Determiner) || m_clauses.is(i, ChunkKind::Descriptor) ||
               m_clauses.is(i, ChunkKind::Adverb) || m_clauses.is(i, ChunkKind::Other) ||
               m_clauses.is(i, ChunkKind::Auxiliary);
    }

    /// "A quarter of Zeta is held by Acme", "belongs to Acme", "Zeta is 90% owned by Acme".
    bool readHeldBy(int at)
    {
        int i = at + 1;
        int org = -1;
        // "Zeta, 62% of which belongs to"
        if (m_clauses.is(i, ChunkKind::Who)) {
            org = describedBy(at);
            ++i;
        } else if (m_clauses.isPlace(i, Place::Of)) {
            const bool isTakenUp = m_clauses.is(at + 2, ChunkKind::Who);
            org = isTakenUp ? describedBy(at) : partyBehind(i);
            i = isTakenUp ? at + 3 : org + 1;
        }
        if (org < 0 && m_clauses.is(at - 1, ChunkKind::Auxiliary)) {
            const Subject subject = subjectOf(m_clauses, at);
            org = subject.chunk;
        }
        while (isLight(i) && !isBelonging(i))
            ++i;
        const bool isHeld = m_clauses.is(i, ChunkKind::Verb) && tellsHolding(i) &&
                            m_clauses.isPlace(i + 1, Place::By);
        if (org < 0 || (!isHeld && !isBelonging(i)))
            return false;
        const int holder = isHeld ? i + 2 : partyAfter(i);
        return add(at, firmAt(holder), firmAt(org));
    }

    /// "Zeta, a quarter of which belongs to": the name right before the comma.
    [[nodiscard]] int describedBy(int at) const
    {
        int i = at - 1;
        while (m_clauses.is(i, ChunkKind::Comma) || m_clauses.is(i, ChunkKind::Adverb))
            --i;
        return i < at - 1 && firmAt(i) >= 0 && !m_clauses.party(i).isPossessive ? i : -1;
    }

    /// "About a tenth of the equity passes to Acme".
    bool readPassing(int at)
    {
        int i = at + 1;
        while (m_clauses.isPlace(i, Place::Of) || isLight(i) || m_clauses.isNoun(i, Thing::Stake) ||
               m_clauses.isNoun(i, Thing::Shares))
            ++i;
        const bool isTold = i > at + 2 && i < m_clauses.size() &&
                            (m_clauses.is(i, ChunkKind::Verb) || m_clauses.is(i, ChunkKind::Stop));
        if (!isTold || !m_clauses.isPlace(i + 1, Place::To) || firmAt(i + 2) < 0 ||
            m_clauses.party(i + 2).isPossessive)
            return false;
        const Chunk& verb = m_clauses.at(i);
        if (!m_view.analysis.lexicon.phrases.longest(m_view.analysis.prose.tokens, verb.first,
                                                     verb.last, in(Category::Passing)))
            return false;
        StakeDraft draft;
        draft.holder = firmAt(i + 2);
        inferOrg(at, draft);
        return draft.org >= 0 && draft.org != draft.holder && add(at, draft.holder, draft.org);
    }

    /// "A and B, its largest shareholders with 12% and 8%", "becoming its largest shareholder with
    /// 11%": who is described so, each with his share.
    bool readShareholders(int at)
    {
        const int with = at - 1;
        int noun = with - 1;
        while (isLight(noun))
            --noun;
        if (!m_clauses.isPlace(with, Place::With) || !m_clauses.isNoun(noun, Thing::Backer) ||
            stakeNoun(at) >= 0 || m_clauses.isPlace(at + 1, Place::Of))
            return false;
        std::vector<int> shares{at};
        while (m_clauses.is(shares.back() + 1, ChunkKind::And) &&
               m_clauses.is(shares.back() + 2, ChunkKind::Percent))
            shares.push_back(shares.back() + 2);
        int owner = noun - 1;
        while (isLight(owner))
            --owner;
        const bool isOwned =
            m_clauses.is(owner, ChunkKind::Party) && m_clauses.party(owner).isPossessive;
        const std::vector<int> holders = describedFirms(isOwned ? owner - 1 : owner);
        if (holders.size() != shares.size())
            return false;
        for (std::size_t i = 0; i < holders.size(); ++i) {
            StakeDraft draft;
            draft.holder = holders[i];
            draft.org = isOwned ? firmAt(owner) : -1;
            // "its" of a shareholder is the firm held, and not his own.
            if (draft.org < 0 ||
                std::find(holders.begin(), holders.end(), draft.org) != holders.end())
                inferOrg(at, draft);
            add(shares[i], draft.holder, draft.org);
        }
        return true;
    }

    /// The firms before a comma, or the subject of "becoming", that a description from `i` back is
    /// of.
    [[nodiscard]] std::vector<int> describedFirms(int i) const
    {
        constexpr int furthest = 5;
        for (int at = i; at >= 0 && at > i - furthest; --at) {
            if (m_clauses.is(at, ChunkKind::Party) && !m_clauses.party(at).isPossessive)
                return m_clauses.party(at).firms;
            if (m_clauses.is(at, ChunkKind::Verb) || m_clauses.is(at, ChunkKind::Stop)) {
                const Subject subject = subjectOf(m_clauses, at);
                return subject.chunk >= 0 ? m_clauses.party(subject.chunk).firms
                                          : std::vector<int>{};
            }
            if (!isLight(at) && !m_clauses.is(at, ChunkKind::Comma) &&
                !m_clauses.is(at, ChunkKind::Preposition))
                return {};
        }
        return {};
    }

    [[nodiscard]] bool isBelonging(int i) const
    {
        return i < m_clauses.size() && m_view.analysis.prose.words(m_clauses.at(i).first)
                                           .startsWith(u"belong", Qt::CaseInsensitive);
    }

    [[nodiscard]] int partyAfter(int i) const
    {
        // "belongs to the pension fund Zeta"
        constexpr int furthest = 5;
        for (int at = i + 1; at < i + furthest; ++at) {
            if (m_clauses.is(at, ChunkKind::Party))
                return at;
            if (!isLight(at) && !m_clauses.isPlace(at, Place::To))
                return -1;
        }
        return -1;
    }

    [[nodiscard]] bool tellsHolding(int verb) const
    {
        const LexiconData& lexicon = m_view.analysis.lexicon;
        const auto& frames = lexicon.verbs[m_clauses.at(verb).value];
        return std::any_of(frames.begin(), frames.end(), [&lexicon](std::uint16_t frame) {
            return lexicon.frames[frame].fact == FactKind::Stake;
        });
    }

    /// "Acme’s stake in Zeta is 11%".
    bool readEquation(int at)
    {
        int i = at - 1;
        while (m_clauses.is(i, ChunkKind::Adverb))
            --i;
        if (!m_clauses.is(i, ChunkKind::Auxiliary) || m_clauses.isPlace(at + 1, Place::Of))
            return false;
        const int org = i - 1;
        const int noun = org - 2;
        if (!m_clauses.is(org, ChunkKind::Party) || !m_clauses.isNoun(noun, Thing::Stake) ||
            (!m_clauses.isPlace(org - 1, Place::In) && !m_clauses.isPlace(org - 1, Place::Of)))
            return false;
        const int holder = m_clauses.is(noun - 1, ChunkKind::Party) ? noun - 1 : noun - 2;
        if (!m_clauses.is(holder, ChunkKind::Party) || !m_clauses.party(holder).isPossessive)
            return false;
        return add(at, firmAt(holder), firmAt(org));
    }

    bool add(int at, int holder, int org)
    {
        const Percent& percent = percentAt(at);
        if (holder < 0 || org < 0 || holder == org || percent.value <= 0 || percent.value > 100)
            return false;
        StakeDraft draft;
        draft.holder = holder;
        draft.org = org;
        draft.percent = percent.value;
        draft.qualifier = percent.qualifier;
        draft.confidence = sure;
        draft.rule = QStringLiteral("held-by");
        finish(at, draft);
        m_found.push_back(std::move(draft));
        return true;
    }

    void finish(int at, StakeDraft& draft) const
    {
        draft.standing = standingOf(m_clauses, m_view.analysis, m_view.cues, at, DealType::Other);
        if (draft.standing.isByTense)
            draft.standing.status = Status::Closed;
        for (int i = clauseStart(m_clauses, at); i < m_clauses.size(); ++i)
            if (m_clauses.is(i, ChunkKind::Date)) {
                draft.date = m_clauses.at(i).index;
                break;
            }
        draft.evidence =
            m_view.analysis.prose.span(m_clauses.sentence.first, m_clauses.sentence.last);
    }

    [[nodiscard]] int firmAt(int chunk) const
    {
        if (!m_clauses.is(chunk, ChunkKind::Party))
            return -1;
        const auto& firms = m_clauses.party(chunk).firms;
        return firms.size() == 1 ? firms.front() : -1;
    }

    [[nodiscard]] int nounOf(int at) const
    {
        if (const int behind = stakeNoun(at); behind >= 0)
            return behind;
        for (const int noun : {changedStake(at), shareBefore(at), sizedStake(at)})
            if (noun >= 0)
                return noun;
        return -1;
    }

    /// "lifting its share from 9% to 14%": both are shares.
    [[nodiscard]] int shareBefore(int at) const
    {
        const bool isFrom = m_clauses.isPlace(at - 1, Place::From) &&
                            m_clauses.isPlace(at + 1, Place::To) &&
                            m_clauses.is(at + 2, ChunkKind::Percent);
        if (isFrom && m_clauses.isNoun(at - 2, Thing::Stake))
            return at - 2;
        // "lifting its stake to 40% from 15%"
        const bool isBehind =
            m_clauses.isPlace(at - 1, Place::From) && m_clauses.is(at - 2, ChunkKind::Percent);
        return isBehind ? changedStake(at - 2) : -1;
    }

    /// "a stake of around 36%": the noun stands before its size.
    [[nodiscard]] int sizedStake(int at) const
    {
        int i = m_clauses.isPlace(at - 1, Place::Of) ? at - 2 : at - 1;
        while (isLight(i) && i > at - 4)
            --i;
        return m_clauses.isNoun(i, Thing::Stake) && !m_clauses.is(i + 1, ChunkKind::Comma) ? i : -1;
    }

    /// "27% share", "10% of the shares": the noun that makes the percent a holding.
    [[nodiscard]] int stakeNoun(int at) const
    {
        for (int i = at + 1; i < std::min(at + 5, m_clauses.size()); ++i) {
            if (m_clauses.isNoun(i, Thing::Stake) || m_clauses.isNoun(i, Thing::Shares) ||
                m_clauses.isNoun(i, Thing::Owner) || m_clauses.isNoun(i, Thing::Backer))
                return i;
            const ChunkKind kind = m_clauses.at(i).kind;
            if (kind != ChunkKind::Other && kind != ChunkKind::Determiner &&
                kind != ChunkKind::Descriptor && !m_clauses.isPlace(i, Place::Of) &&
                kind != ChunkKind::Adverb)
                return -1;
        }
        return -1;
    }

    /// "cut its stake in Zeta to 5%"
    [[nodiscard]] int changedStake(int at) const
    {
        if (!m_clauses.isPlace(at - 1, Place::To))
            return -1;
        for (int i = at - 2; i >= 0 && i > at - 7; --i) {
            if (m_clauses.isNoun(i, Thing::Stake))
                return i;
            if (m_clauses.is(i, ChunkKind::Verb) || m_clauses.is(i, ChunkKind::Money))
                return -1;
        }
        return -1;
    }

    [[nodiscard]] int ofChunk(int from) const
    {
        const int next = from + 1;
        return m_clauses.isPlace(next, Place::Of) || m_clauses.isPlace(next, Place::In) ? next : -1;
    }

    [[nodiscard]] int partyBehind(int of) const
    {
        for (int i = of + 1; i < std::min(of + 5, m_clauses.size()); ++i) {
            if (m_clauses.is(i, ChunkKind::Party))
                return isOwnNoun(i) ? -1 : i;
            const ChunkKind kind = m_clauses.at(i).kind;
            if (kind != ChunkKind::Determiner && kind != ChunkKind::Descriptor &&
                kind != ChunkKind::Other)
                return -1;
        }
        return -1;
    }

    /// "9% of its supplier": of the deal told last.
    [[nodiscard]] int partnerBehind(int of) const
    {
        const auto& pair = m_view.discourse.pair;
        if (!m_clauses.is(of + 1, ChunkKind::Party) || !m_clauses.party(of + 1).isPossessive ||
            pair.size() != 2)
            return -1;
        if (m_clauses.isNoun(of + 2, Thing::Supplier))
            return pair[1];
        return m_clauses.isNoun(of + 2, Thing::Customer) ? pair[0] : -1;
    }

    /// "and now owns about 11 per cent", "stood at 14 percent": whose is told elsewhere.
    [[nodiscard]] bool isBareHolding(int at) const
    {
        const int verb = m_clauses.isPlace(at - 1, Place::At) ? at - 2 : at - 1;
        if (!m_clauses.is(verb, ChunkKind::Verb) || m_clauses.isPlace(at + 1, Place::Of))
            return false;
        const LexiconData& lexicon = m_view.analysis.lexicon;
        const auto& frames = lexicon.verbs[m_clauses.at(verb).value];
        return std::any_of(frames.begin(), frames.end(), [&lexicon](std::uint16_t frame) {
            return lexicon.frames[frame].fact == FactKind::Stake &&
                   lexicon.frames[frame].on == Thing::Any;
        });
    }

    /// "9% of Zeta’s revenue" is no holding, "9% of Zeta’s shares" is.
    [[nodiscard]] bool isOwnNoun(int party) const
    {
        const Party& found = m_clauses.party(party);
        if (!found.isPossessive && !found.isModifier)
            return false;
        return !m_clauses.isNoun(party + 1, Thing::Shares) &&
               !m_clauses.isNoun(party + 1, Thing::Stake) &&
               !m_clauses.is(party + 1, ChunkKind::Descriptor);
    }

    /// "Microsoft’s 27% share", or the subject of a verb of holding or getting.
    [[nodiscard]] int holderOf(int at, int noun, StakeDraft& draft)
    {
        const int head = noun >= 0 ? std::min(noun, at) : at;
        for (int i = head - 1; i >= 0 && i >= head - 3; --i) {
            if (m_clauses.is(i, ChunkKind::Party) && m_clauses.party(i).isPossessive && noun >= 0) {
                draft.rule = QStringLiteral("stake-of");
                return firmAt(i);
            }
            if (!m_clauses.is(i, ChunkKind::Other) && !m_clauses.is(i, ChunkKind::Adverb))
                break;
        }
        if (const int owner = describedAs(at, noun); owner >= 0) {
            draft.rule = QStringLiteral("shareholder");
            return owner;
        }
        if (const int given = givenTo(at); given >= 0) {
            draft.rule = QStringLiteral("give-stake");
            return given;
        }
        const int verb = holdingVerb(at);
        if (verb < 0)
            return -1;
        draft.rule = QStringLiteral("hold");
        const Reach reach = reachAround(m_clauses, verb);
        const Actors holder = actorsAt(m_view, reach, Place::Subject, at);
        if (holder.firms.size() == 1) {
            if (reach.subject.isLoose)
                draft.confidence -= 0.1F;
            return holder.firms.front();
        }
        // "A and B will each take 15%"
        if (holder.firms.size() > 1 && hasEach(verb, at)) {
            m_others.assign(holder.firms.begin() + 1, holder.firms.end());
            return holder.firms.front();
        }
        return -1;
    }

    [[nodiscard]] bool hasEach(int verb, int at) const
    {
        const Prose& prose = m_view.analysis.prose;
        const int first = m_clauses.at(std::max(0, verb - 2)).first;
        const int last = std::min(m_clauses.at(at).last + 2, m_clauses.sentence.last);
        for (int i = first; i < last; ++i)
            if (prose.is(i, u"each") || prose.is(i, u"apiece"))
                return true;
        return false;
    }

    /// "Zeta, a shareholder with a third of the stock": the firm so described.
    [[nodiscard]] int describedAs(int at, int noun) const
    {
        int i = at - 1;
        while (isLight(i))
            --i;
        if (noun < 0 || !m_clauses.isPlace(i, Place::With))
            return -1;
        constexpr int furthest = 6;
        bool isDescribed = false;
        for (int back = i - 1; back >= 0 && back > i - furthest; --back) {
            if (m_clauses.is(back, ChunkKind::Party) && !m_clauses.party(back).isPossessive)
                return isDescribed ? firmAt(back) : -1;
            isDescribed = isDescribed || m_clauses.isNoun(back, Thing::Backer) ||
                          m_clauses.isNoun(back, Thing::Owner) ||
                          m_clauses.is(back, ChunkKind::Descriptor);
            if (!isLight(back) && !m_clauses.is(back, ChunkKind::Comma) &&
                !m_clauses.is(back, ChunkKind::Noun))
                return -1;
        }
        return -1;
    }

    /// "giving it 4% of Zeta", "leaves Acme with 27%": who stands between the verb and the share.
    [[nodiscard]] int givenTo(int at) const
    {
        int i = at - 1;
        while (isLight(i) || m_clauses.isPlace(i, Place::With))
            --i;
        const int firm = firmAt(i);
        if (firm < 0 || m_clauses.party(i).isPossessive ||
            (!m_clauses.is(i - 1, ChunkKind::Verb) && !m_clauses.is(i - 1, ChunkKind::Stop)))
            return -1;
        return isGiving(m_view.analysis, m_clauses.at(i - 1)) ? firm : -1;
    }

    /// A verb that tells of holdings, or of investing, left of the percent in its clause.
    [[nodiscard]] int holdingVerb(int at) const
    {
        const LexiconData& lexicon = m_view.analysis.lexicon;
        for (int i = at - 1; i >= clauseStart(m_clauses, at) && i > at - 12; --i) {
            if (!m_clauses.is(i, ChunkKind::Verb))
                continue;
            const auto& frames = lexicon.verbs[m_clauses.at(i).value];
            const bool tells = std::any_of(frames.begin(), frames.end(), [&](std::uint16_t f) {
                return lexicon.frames[f].fact == FactKind::Stake;
            });
            return tells ? i : -1;
        }
        return -1;
    }

    /// The firm of the deal told beside it, else the last other firm, which the sentence is about.
    void inferOrg(int at, StakeDraft& draft) const
    {
        for (const DealDraft& deal : m_deals)
            if (!deal.receivers.empty() && deal.receivers.front() != draft.holder &&
                deal.type == DealType::EquityInvestment) {
                draft.org = deal.receivers.front();
                draft.inferred |= Inferred::Org;
                return;
            }
        // Who buys a stake and who sells it are not the firm whose it is.
        const auto trades = [&](int firm) {
            return std::any_of(m_deals.begin(), m_deals.end(), [firm](const DealDraft& deal) {
                return deal.type == DealType::StakeTransfer &&
                       (std::find(deal.payers.begin(), deal.payers.end(), firm) !=
                            deal.payers.end() ||
                        std::find(deal.receivers.begin(), deal.receivers.end(), firm) !=
                            deal.receivers.end());
            });
        };
        const auto mayBe = [&](int firm) {
            return firm >= 0 && firm != draft.holder && !trades(firm) &&
                   m_view.analysis.names.firms[static_cast<std::size_t>(firm)].kind !=
                       FirmKind::Investor;
        };
        draft.org = -1;
        for (int i = at - 1; i >= 0 && draft.org < 0; --i)
            if (mayBe(firmAt(i)))
                draft.org = firmAt(i);
        if (draft.org < 0 && mayBe(m_view.discourse.topic))
            draft.org = m_view.discourse.topic;
        if (draft.org < 0)
            return;
        draft.inferred |= Inferred::Org;
        draft.confidence = fair;
    }

    const SentenceView& m_view;
    const Clauses& m_clauses;
    const std::vector<DealDraft>& m_deals;
    std::vector<StakeDraft> m_found;
    /// Who holds as much each, beside the holder at hand.
    std::vector<int> m_others;
};

} // namespace

std::vector<StakeDraft> stakeDrafts(const SentenceView& sentence,
                                    const std::vector<DealDraft>& deals)
{
    return Shareholder(sentence, deals).read();
}

} // namespace gyre
