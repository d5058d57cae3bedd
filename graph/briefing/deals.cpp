#include "graph/briefing/arguments.h"
#include "graph/briefing/drafts.h"
#include "graph/briefing/syntax.h"

namespace gyre {

namespace {

constexpr float loosePenalty = 0.1F;
constexpr float inferencePenalty = 0.25F;
constexpr float projectPenalty = 0.4F;

class Teller
{
public:
    explicit Teller(const SentenceView& view)
        : m_view(view)
        , m_clauses(view.clauses)
        , m_lexicon(view.analysis.lexicon)
        , m_isTold(view.clauses.chunks.size(), false)
    {
    }

    std::vector<DealDraft> tell()
    {
        for (int i = 0; i < m_clauses.size(); ++i)
            if (m_clauses.is(i, ChunkKind::Verb))
                tryFrames(i, m_lexicon.verbs[m_clauses.at(i).value]);
        for (int i = 0; i < m_clauses.size(); ++i)
            if (m_clauses.is(i, ChunkKind::Noun) && !m_isTold[static_cast<std::size_t>(i)])
                tryFrames(i, m_lexicon.nounFrames.at(m_clauses.at(i).value));
        addParts();
        addCoordinated();
        return std::move(m_drafts);
    }

private:
    void tryFrames(int trigger, const std::vector<std::uint16_t>& frames)
    {
        if (frames.empty())
            return;
        const Reach plain = reachAround(m_clauses, trigger);
        for (const std::uint16_t number : frames) {
            const Frame& frame = m_lexicon.frames[number];
            Reach reach = plain;
            reach.isPassive = reach.isPassive || frame.isInverse;
            reach.mayOwnGoods = frame.type == DealType::PurchaseCommitment;
            if (frame.fact != FactKind::Deal || (isCompound(trigger) && !mayDescribe(frame)))
                continue;
            int object = -1;
            if (m_clauses.is(trigger, ChunkKind::Verb) && frame.on != Thing::Any &&
                frame.on != Thing::Nothing) {
                object = objectOf(m_view, reach, frame);
                if (object < 0 && !(frame.on == Thing::Firm && reach.isPassive))
                    continue;
            }
            if (tell(reach, frame, object)) {
                if (object >= 0)
                    m_isTold[static_cast<std::size_t>(object)] = true;
                return;
            }
        }
    }

    [[nodiscard]] bool isCompound(int trigger) const
    {
        return m_clauses.is(trigger, ChunkKind::Verb) &&
               m_clauses.is(trigger - 1, ChunkKind::Party) &&
               m_clauses.party(trigger - 1).isCompound;
    }

    /// "Nvidia-backed Zeta" tells of money, "Nvidia-powered Zeta" of nothing.
    static bool mayDescribe(const Frame& frame) { return frame.type == DealType::EquityInvestment; }

    /// The deal whose takers or parts are told: one with a sum before one without.
    [[nodiscard]] const DealDraft* besides() const
    {
        const DealDraft* found = nullptr;
        for (const DealDraft& draft : m_drafts)
            if (!draft.receivers.empty() &&
                (draft.type == DealType::EquityInvestment || draft.type == DealType::Debt) &&
                (found == nullptr || (found->figure < 0 && draft.figure >= 0)))
                found = &draft;
        return found;
    }

    /// "raised $20 billion, with $2 billion from Zeta and $1 billion from Acme": parts of the sum.
    void addParts()
    {
        const DealDraft* told = besides();
        if (told == nullptr || told->figure < 0)
            return;
        const auto whole = static_cast<std::size_t>(told - m_drafts.data());
        for (int i = 1; i + 2 < m_clauses.size(); ++i) {
            const int payer = isUntold(i) ? payerOfPart(i) : -1;
            if (payer >= 0)
                addPart(i, m_clauses.party(payer), whole);
        }
    }

    [[nodiscard]] bool isUntold(int i) const
    {
        return m_clauses.is(i, ChunkKind::Money) &&
               m_view.uses[static_cast<std::size_t>(i)] == FigureUse::Sum &&
               std::none_of(m_drafts.begin(), m_drafts.end(), [&](const DealDraft& draft) {
                   return draft.figure == m_clauses.at(i).index;
               });
    }

    /// "put $1 billion into Zeta and $2 billion into Acme", "Zeta put in $2 billion and Acme $4
    /// billion": the second sum shares the verb of the first.
    void addCoordinated()
    {
        for (int i = 2; i < m_clauses.size(); ++i) {
            if (!isUntold(i))
                continue;
            const bool isBehindAnd = m_clauses.is(i - 1, ChunkKind::And);
            const bool isOfOther =
                m_clauses.is(i - 1, ChunkKind::Party) &&
                (m_clauses.is(i - 2, ChunkKind::And) || m_clauses.is(i - 2, ChunkKind::Comma));
            const int before = isBehindAnd || isOfOther ? sumBefore(i) : -1;
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
            const bool isTaken = isOfOther && isIndirect ? takeIndirect(i - 1, made)
                                 : isOfOther             ? takePayer(i - 1, made)
                                                         : takeReceiver(before, i, made);
            if (isTaken)
                m_drafts.push_back(std::move(made));
        }
    }

    /// The sum before it that has been told, no other verb between the two.
    [[nodiscard]] int sumBefore(int i) const
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

    [[nodiscard]] bool takePayer(int chunk, DealDraft& made) const
    {
        const Party& party = m_clauses.party(chunk);
        if (made.payers.size() != 1 || party.isPossessive || party.firms.size() != 1 ||
            party.firms == made.receivers)
            return false;
        made.payers = party.firms;
        return true;
    }

    [[nodiscard]] bool takeIndirect(int chunk, DealDraft& made) const
    {
        const Party& party = m_clauses.party(chunk);
        if (party.isPossessive || party.firms.size() != 1 || party.firms == made.payers)
            return false;
        made.receivers = party.firms;
        return true;
    }

    /// Behind the same preposition as the first one’s.
    [[nodiscard]] bool takeReceiver(int before, int sum, DealDraft& made) const
    {
        const int first = placedParty(before);
        const int second = placedParty(sum);
        if (first < 0 || second < 0 ||
            placeOf(m_clauses, first - 1) != placeOf(m_clauses, second - 1))
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

    /// "$2 billion [of chips] into Zeta": the party of the figure.
    [[nodiscard]] int placedParty(int sum) const
    {
        for (int i = sum + 1; i < std::min(sum + 6, m_clauses.size()); ++i) {
            if (m_clauses.is(i, ChunkKind::Party) && m_clauses.is(i - 1, ChunkKind::Preposition))
                return m_clauses.party(i).isPossessive ? -1 : i;
            const ChunkKind kind = m_clauses.at(i).kind;
            if (kind != ChunkKind::Preposition && kind != ChunkKind::Goods &&
                kind != ChunkKind::Other && kind != ChunkKind::Determiner &&
                kind != ChunkKind::Noun)
                return -1;
        }
        return -1;
    }

    void addPart(int sum, const Party& payer, std::size_t whole)
    {
        const auto& figures = m_view.analysis.amounts.figures;
        const auto part =
            figures[static_cast<std::size_t>(m_clauses.at(sum).index)].amount.figure();
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
        made.rule = QStringLiteral("part-of-sum");
        m_drafts[whole].isRoundTotal = true;
        for (const int firm : payer.firms)
            if (auto& payers = m_drafts[whole].payers;
                std::find(payers.begin(), payers.end(), firm) == payers.end())
                payers.push_back(firm);
        m_drafts.push_back(std::move(made));
    }

    /// "led the round and put $3 billion into data centers".
    [[nodiscard]] bool goesElsewhere(int sum) const
    {
        return m_clauses.isPlace(sum + 1, Place::In) || m_clauses.isPlace(sum + 1, Place::Into) ||
               m_clauses.isPlace(sum + 1, Place::To) || m_clauses.isPlace(sum + 1, Place::On) ||
               m_clauses.isPlace(sum + 1, Place::For) || m_clauses.isPlace(sum + 1, Place::Of);
    }

    /// "the Zeta project is backed by": who stands behind a project has not bought shares in it.
    [[nodiscard]] bool isProject(const Reach& reach, int object) const
    {
        const int at = reach.isPassive ? reach.subject.chunk : object;
        if (at < 0 || !m_clauses.is(at, ChunkKind::Party))
            return false;
        const int last = m_clauses.at(at).last - 1;
        const auto noun = m_lexicon.phrases.longest(m_view.analysis.prose.tokens, last, last + 1,
                                                    in(Category::Noun));
        return m_clauses.isNoun(at + 1, Thing::Other) ||
               (noun && noun->value == static_cast<std::uint16_t>(Thing::Other));
    }

    /// "$2 billion from Zeta", "$2 billion of it came from Zeta".
    [[nodiscard]] int payerOfPart(int sum) const
    {
        constexpr int furthest = 5;
        for (int i = sum + 1; i < std::min(sum + furthest, m_clauses.size()); ++i) {
            if (m_clauses.isPlace(i, Place::From) || m_clauses.isPlace(i, Place::By))
                return m_clauses.is(i + 1, ChunkKind::Party) && !m_clauses.party(i + 1).isPossessive
                           ? i + 1
                           : -1;
            const ChunkKind kind = m_clauses.at(i).kind;
            if (kind != ChunkKind::Other && kind != ChunkKind::Stop &&
                kind != ChunkKind::Auxiliary && kind != ChunkKind::Adverb &&
                kind != ChunkKind::Determiner && !m_clauses.isPlace(i, Place::Of))
                return -1;
        }
        return -1;
    }

    bool tell(const Reach& reach, const Frame& frame, int object)
    {
        Bound parties = bound(m_view, reach, frame, object);
        DealDraft draft;
        draft.type = frame.type;
        draft.rule = frame.rule;
        draft.confidence = frame.confidence;
        // "Zeta-backed Acme in talks for a $3 billion round": the sum is not what Zeta put in.
        const int sum = isCompound(reach.trigger) ? -1 : sumOf(m_view, reach, object);
        if (sum < 0 && frame.needsMoney)
            return false;
        if (frame.type == DealType::EquityInvestment && hasLoan(reach, object))
            return false;
        if (sum >= 0)
            draft.figure = m_clauses.at(sum).index;
        if (frame.type == DealType::StakeTransfer && isOwnStake(frame, parties, object))
            draft.type = DealType::EquityInvestment;
        if (frame.type == DealType::PurchaseCommitment && isInvesting(reach, parties, object)) {
            draft.type = DealType::EquityInvestment;
            draft.inferred |= Inferred::Type;
        }
        const Thing about = aboutOf(reach, object);
        draft.isRoundTotal = about == Thing::Round || frame.isShared;
        if (frame.isBeside) {
            const DealDraft* beside = besides();
            if (beside == nullptr || (frame.needsMoney && goesElsewhere(sum)))
                return false;
            parties.receivers.firms = beside->receivers;
            draft.type = beside->type;
            draft.standing = beside->standing;
            if (!frame.needsMoney)
                draft.figure = -1;
        }
        addOwners(reach, frame, object, about, parties);
        if (!setParties(draft, frame, parties))
            return false;
        if (reach.subject.isLoose && !frame.mayLackPayer)
            draft.confidence -= loosePenalty;
        if (draft.type == DealType::EquityInvestment && draft.figure < 0 &&
            isProject(reach, object))
            draft.confidence -= projectPenalty;
        finish(draft, reach, frame, object);
        return true;
    }

    /// "Zeta sold a 49% stake to Acme": in itself, where no other firm and no owner is named.
    [[nodiscard]] bool isOwnStake(const Frame& frame, const Bound& parties, int object) const
    {
        if (frame.on != Thing::Stake || !parties.assets.isEmpty() || parties.payers.isEmpty() ||
            object < 0)
            return false;
        for (int i = object - 1; i >= 0 && i > object - 4; --i) {
            if (m_clauses.is(i, ChunkKind::Determiner))
                return true;
            if (m_clauses.is(i, ChunkKind::Party) || m_clauses.is(i, ChunkKind::Verb))
                return false;
        }
        return false;
    }

    /// Who sells to a lab, or invests for a living, and pays it a sum with no goods named, invests.
    [[nodiscard]] bool isInvesting(const Reach& reach, const Bound& parties, int object) const
    {
        const auto kind = [this](int firm) {
            return m_view.analysis.names.firms[static_cast<std::size_t>(firm)].kind;
        };
        if (object < 0 || !m_clauses.is(object, ChunkKind::Money) ||
            parties.payers.firms.size() != 1 || parties.receivers.firms.empty())
            return false;
        for (int i = reach.trigger; i < reach.last; ++i)
            if (m_clauses.is(i, ChunkKind::Goods))
                return false;
        const FirmKind payer = kind(parties.payers.firms.front());
        const FirmKind receiver = kind(parties.receivers.firms.front());
        const bool isYoung = receiver == FirmKind::AiLab || receiver == FirmKind::AiStartup;
        return (payer == FirmKind::Investor && receiver != FirmKind::Investor) ||
               (isYoung && (payer == FirmKind::BigTech || payer == FirmKind::Chipmaker ||
                            payer == FirmKind::Cloud));
    }

    [[nodiscard]] Thing aboutOf(const Reach& reach, int object) const
    {
        const int head = object >= 0 ? object : reach.trigger;
        return m_clauses.is(head, ChunkKind::Noun) ? static_cast<Thing>(m_clauses.at(head).value)
                                                   : Thing::Other;
    }

    /// "raised $5 billion in debt" is no equity.
    [[nodiscard]] bool hasLoan(const Reach& reach, int object) const
    {
        const int from = object >= 0 ? object : reach.trigger;
        for (int i = from; i < std::min(from + 4, reach.last); ++i)
            if (m_clauses.isNoun(i, Thing::Loan))
                return true;
        return false;
    }

    /// The owner of a round gets its money; the maker of goods is their supplier.
    void addOwners(const Reach& reach, const Frame& frame, int object, Thing about, Bound& parties)
    {
        if (object < 0)
            return;
        if (about == Thing::Warrant && parties.payers.isEmpty())
            addIssuer(reach, object, parties);
        if (about == Thing::Stake || about == Thing::Shares)
            addAsset(object, frame, parties);
        const bool isGoods = m_clauses.is(object, ChunkKind::Goods);
        if (about != Thing::Round && !isGoods)
            return;
        if (frame.role(Place::Genitive) != Role::None || !parties.receivers.isEmpty())
            return;
        const Actors owner = actorsAt(m_view, reach, Place::Genitive, object);
        const bool isBuyer = owner.firms == parties.payers.firms;
        if (!isBuyer)
            parties.receivers = owner;
    }

    /// "its Zeta stake", "Zeta shares": the firm whose they are.
    void addAsset(int object, const Frame& frame, Bound& parties) const
    {
        const int at = object - 1;
        if (!m_clauses.is(at, ChunkKind::Party) || !m_clauses.party(at).isModifier ||
            m_clauses.party(at).isPossessive)
            return;
        Actors& owners = frame.type == DealType::StakeTransfer ? parties.assets : parties.receivers;
        if (owners.isEmpty())
            owners.add(m_clauses.party(at));
    }

    /// "a warrant for 160 million Zeta shares"
    void addIssuer(const Reach& reach, int object, Bound& parties) const
    {
        for (int i = object + 1; i + 1 < reach.last; ++i)
            if (m_clauses.is(i, ChunkKind::Party) && m_clauses.isNoun(i + 1, Thing::Shares)) {
                parties.payers.add(m_clauses.party(i));
                return;
            }
    }

    bool setParties(DealDraft& draft, const Frame& frame, Bound& parties)
    {
        if (!parties.either.firms.empty()) {
            draft.either = parties.either.firms;
            return draft.either.size() >= 2;
        }
        draft.receivers = parties.receivers.firms;
        draft.payers = parties.payers.firms;
        draft.isCollective = parties.payers.isCollective;
        removeCommon(draft);
        infer(draft, frame);
        if (!parties.assets.firms.empty())
            draft.asset = nameOf(parties.assets.firms.front());
        // "bought Zeta’s robotics business": from Zeta, and not Zeta itself.
        if (draft.type == DealType::Acquisition && !parties.receivers.part.isEmpty())
            draft.asset = parties.receivers.part;
        const bool hasPayer = !draft.payers.empty() || draft.isCollective || frame.mayLackPayer;
        if (draft.payers.empty() && frame.mayLackPayer)
            draft.isCollective = true;
        const bool isAnonymous = draft.payers.empty() && draft.figure < 0;
        return hasPayer && !draft.receivers.empty() &&
               (!isAnonymous || draft.type == DealType::StakeTransfer);
    }

    static void removeCommon(DealDraft& draft)
    {
        std::erase_if(draft.receivers, [&draft](int firm) {
            return std::find(draft.payers.begin(), draft.payers.end(), firm) != draft.payers.end();
        });
    }

    /// The sentence's own subject, else who the text is about; an investor is paid by nobody.
    [[nodiscard]] int talkedOf(const std::vector<int>& except, bool mayInvest) const
    {
        std::vector<int> candidates;
        if (m_clauses.subject >= 0)
            candidates = m_clauses.parties[static_cast<std::size_t>(m_clauses.subject)].firms;
        candidates.push_back(m_view.discourse.topic);
        // Whom the text spoke of before.
        const auto& recent = m_view.discourse.recent;
        for (auto it = recent.rbegin(); it != recent.rend() && !mayInvest; ++it)
            if (m_view.discourse.sentence - it->sentence <= 4)
                candidates.push_back(it->firm);
        for (const int firm : candidates) {
            if (firm < 0 || std::find(except.begin(), except.end(), firm) != except.end())
                continue;
            const NamedFirm& named = m_view.analysis.names.firms[static_cast<std::size_t>(firm)];
            if (mayInvest || named.kind != FirmKind::Investor)
                return firm;
        }
        return -1;
    }

    void infer(DealDraft& draft, const Frame& frame) const
    {
        if (draft.receivers.empty() && frame.mayInferReceiver) {
            // Of the deal told before it in the same sentence, else of the text.
            const DealDraft* told = besides();
            const bool isTold =
                told != nullptr && told->receivers.size() == 1 && told->receivers != draft.payers;
            if (const int firm = isTold ? told->receivers.front() : talkedOf(draft.payers, false);
                firm >= 0) {
                draft.receivers = {firm};
                draft.inferred |= Inferred::Receiver;
                draft.confidence -= loosePenalty;
            }
        }
        if (draft.payers.empty() && frame.mayInferPayer) {
            if (const int firm = talkedOf(draft.receivers, true); firm >= 0) {
                draft.payers = {firm};
                draft.inferred |= Inferred::Payer;
                draft.confidence -= loosePenalty;
            }
        }
    }

    [[nodiscard]] QString nameOf(int firm) const
    {
        return m_view.analysis.names.firms[static_cast<std::size_t>(firm)].name;
    }

    void finish(DealDraft& draft, const Reach& reach, const Frame& frame, int object)
    {
        draft.sentence = m_view.number;
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
            draft.standing = {Status::Closed, false, true, true, false};
        draft.date = isCompound(reach.trigger) ? -1 : dateOf(reach, draft.figure);
        draft.percent = percentOf(reach);
        draft.termYears = termOf(reach);
        draft.isEach = hasEach(reach);
        if (draft.asset.isEmpty() && object >= 0 && m_clauses.is(object, ChunkKind::Goods))
            draft.asset = m_lexicon.goods[m_clauses.at(object).value];
        draft.evidence =
            m_view.analysis.prose.span(m_clauses.sentence.first, m_clauses.sentence.last);
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

    /// "from A and B … $30 billion and $45 billion respectively": one deal each.
    bool tellApart(const DealDraft& draft, const Reach& reach)
    {
        const Prose& prose = m_view.analysis.prose;
        bool isApart = false;
        for (int i = m_clauses.sentence.first; i < m_clauses.sentence.last; ++i)
            isApart = isApart || prose.words(i) == u"respectively";
        for (int i = 1; i + 1 < m_clauses.size(); ++i)
            isApart = isApart ||
                      (m_clauses.is(i, ChunkKind::And) && m_clauses.is(i - 1, ChunkKind::Money) &&
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

    [[nodiscard]] bool hasGoods(const Reach& reach) const
    {
        for (int i = reach.first; i < reach.last; ++i)
            if (m_clauses.is(i, ChunkKind::Goods))
                return true;
        return false;
    }

    /// Of more than two firms the pairs would be guesses.
    bool settle(DealDraft& draft, const Reach& reach)
    {
        if (draft.either.size() != 2)
            return false;
        // "struck a deal": neither a sum nor goods to tell what it is about.
        if (draft.figure < 0 && !hasGoods(reach) && draft.type != DealType::Acquisition)
            draft.confidence -= inferencePenalty;
        if (!inferDirection(draft, m_view.analysis.names)) {
            draft.payers = {draft.either[0]};
            draft.receivers = {draft.either[1]};
            draft.inferred |= Inferred::Payer;
            draft.confidence -= 0.5F;
            return true;
        }
        draft.confidence -= inferencePenalty;
        return true;
    }

    /// "A and B each invested": the sum is of one.
    [[nodiscard]] bool hasEach(const Reach& reach) const
    {
        const int first = m_clauses.at(std::max(0, reach.trigger - 2)).first;
        const int last = m_clauses.at(std::min(reach.trigger + 3, m_clauses.size() - 1)).last;
        const Prose& prose = m_view.analysis.prose;
        for (int i = first; i < last; ++i)
            if (prose.words(i) == u"each" || prose.words(i) == u"apiece")
                return true;
        return false;
    }

    /// Where the part of a clause starts that is the verb’s own: "bought it in 2023 and sold it".
    [[nodiscard]] int ownStart(const Reach& reach) const
    {
        int i = reach.trigger - 1;
        while (i > reach.first &&
               (m_clauses.is(i, ChunkKind::Auxiliary) || m_clauses.is(i, ChunkKind::Adverb)))
            --i;
        return m_clauses.is(i, ChunkKind::And) && m_clauses.is(reach.trigger, ChunkKind::Verb)
                   ? i
                   : reach.first;
    }

    /// "a deal announced in May": the participle tells of the deal and not of another deed.
    [[nodiscard]] bool isOfDeal(int verb) const
    {
        const Form form = m_clauses.at(verb).form;
        const bool isDeal =
            m_clauses.isNoun(verb - 1, Thing::Deal) || m_clauses.isNoun(verb - 1, Thing::Round) ||
            m_clauses.isNoun(verb - 1, Thing::Acquisition) ||
            m_clauses.isNoun(verb - 1, Thing::Investment) ||
            m_clauses.isNoun(verb - 1, Thing::Loan) || m_clauses.isNoun(verb - 1, Thing::Order) ||
            m_clauses.isNoun(verb - 1, Thing::Partner);
        return isDeal && (form == Form::Past || form == Form::Participle) &&
               (m_clauses.is(verb + 1, ChunkKind::Date) || m_clauses.is(verb + 2, ChunkKind::Date));
    }

    /// The date of the clause that stands nearest.
    [[nodiscard]] int dateOf(const Reach& reach, int figure) const
    {
        int best = -1;
        int nearest = 1 << 20;
        const auto consider = [&](int from, int to, int handicap) {
            for (int i = from; i < to; ++i) {
                const ChunkKind kind = m_clauses.at(i).kind;
                // "a start-up begun last year": the date of another deed.
                const bool isVerb = kind == ChunkKind::Stop || kind == ChunkKind::Verb;
                if (isVerb && i > reach.trigger && !isOfDeal(i) &&
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
            consider(reach.last, m_clauses.size(), 100);
        // "wrote in February, when it was seeking"
        int before = reach.first - 2;
        if (m_clauses.is(before, ChunkKind::Comma))
            --before;
        if (best < 0 && m_clauses.is(before, ChunkKind::Date))
            best = m_clauses.at(before).index;
        return best;
    }

    /// "against $300 billion earlier this year": the date of another figure.
    [[nodiscard]] bool isOfOther(int date, int figure) const
    {
        return m_clauses.is(date - 1, ChunkKind::Money) && m_clauses.at(date - 1).index != figure;
    }

    [[nodiscard]] std::optional<double> percentOf(const Reach& reach) const
    {
        for (int i = reach.trigger + 1; i < reach.last; ++i)
            if (m_clauses.is(i, ChunkKind::Percent))
                return m_view.analysis.amounts
                    .percents[static_cast<std::size_t>(m_clauses.at(i).index)]
                    .value;
        return std::nullopt;
    }

    /// "over seven years", "a five-year contract".
    [[nodiscard]] std::optional<double> termOf(const Reach& reach) const
    {
        const Prose& prose = m_view.analysis.prose;
        const int first = m_clauses.at(reach.first < m_clauses.size() ? reach.first : 0).first;
        const int last = m_clauses.at(std::max(reach.last - 1, reach.trigger)).last;
        for (int i = first; i + 1 < last; ++i) {
            double years = 0;
            if (prose.at(i).kind == TokenKind::Number) {
                years = prose.words(i).toDouble();
            } else if (const auto number = m_lexicon.phrases.longest(prose.tokens, i, i + 1,
                                                                     in(Category::Number))) {
                years = m_lexicon.numbers[number->value];
            }
            if (years < 1 || years > 50)
                continue;
            const int unit = prose.isMark(i + 1, u'-') && i + 2 < last ? i + 2 : i + 1;
            const bool isYear = prose.words(unit).startsWith(u"year", Qt::CaseInsensitive);
            const bool isAgo = unit + 1 < last && (prose.words(unit + 1) == u"ago" ||
                                                   prose.words(unit + 1) == u"earlier" ||
                                                   prose.words(unit + 1) == u"old");
            if (isYear && !isAgo)
                return years;
        }
        return std::nullopt;
    }

    const SentenceView& m_view;
    const Clauses& m_clauses;
    const LexiconData& m_lexicon;
    std::vector<bool> m_isTold;
    std::vector<DealDraft> m_drafts;
};

} // namespace

std::vector<DealDraft> dealDrafts(const SentenceView& sentence)
{
    return Teller(sentence).tell();
}

} // namespace gyre
