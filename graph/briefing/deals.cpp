#include "graph/briefing/dealteller.h"

namespace gyre {

std::vector<DealDraft> DealTeller::tell()
{
    for (int i = 0; i < m_clauses.size(); ++i)
        if (m_clauses.is(i, ChunkKind::Verb))
            tryFrames(i, m_lexicon.verbs[m_clauses.at(i).value]);
    for (int i = 0; i < m_clauses.size(); ++i)
        if (m_clauses.is(i, ChunkKind::Noun) && !m_isTold[static_cast<std::size_t>(i)])
            tryFrames(i, m_lexicon.nounFrames.at(m_clauses.at(i).value));
    tellLabelled();
    dropFrameworks();
    addParts();
    addCoordinated();
    return std::move(m_drafts);
}

void DealTeller::tellLabelled()
{
    // Behind the sign of a list's item.
    const int who = m_clauses.is(0, ChunkKind::Break) ? 1 : 0;
    const bool opens = m_drafts.empty() && m_clauses.is(who, ChunkKind::Party) &&
                       m_clauses.is(who + 1, ChunkKind::Break) &&
                       m_view.analysis.prose.isMark(m_clauses.at(who + 1).first, u':');
    if (!opens || m_clauses.party(who).firms.size() != 2)
        return;
    const Chunk& label = m_clauses.at(who);
    bool isHyphened = false;
    for (int i = label.first + 1; i + 1 < label.last; ++i)
        isHyphened = isHyphened || m_view.analysis.prose.isMark(i, u'-') ||
                     m_view.analysis.prose.isMark(i, u'\u2013');
    int sum = who + 2;
    while (sum < m_clauses.size() && !isSum(m_view, sum))
        ++sum;
    Reach reach;
    reach.trigger = who + 1;
    reach.first = who;
    reach.last = m_clauses.size();
    if (!isHyphened || sum >= m_clauses.size() || !hasGoods(reach))
        return;
    Frame frame;
    frame.type = DealType::PurchaseCommitment;
    DealDraft draft;
    draft.type = frame.type;
    draft.rule = QStringLiteral("label");
    draft.confidence = labelConfidence;
    draft.figure = m_clauses.at(sum).index;
    draft.either = m_clauses.party(who).firms;
    finish(draft, reach, frame, -1);
}

void DealTeller::tryFrames(int trigger, const std::vector<std::uint16_t>& frames)
{
    if (frames.empty())
        return;
    if (isUndone(trigger))
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
            if (isUndone(object)) {
                m_isTold[static_cast<std::size_t>(object)] = true;
                return;
            }
        }
        if (tell(reach, frame, object)) {
            if (object >= 0)
                m_isTold[static_cast<std::size_t>(object)] = true;
            return;
        }
    }
}

bool DealTeller::isUndone(int noun) const
{
    constexpr int furthest = 6;
    // Stakes are sold by being reduced, and a check is cut by being written.
    if (!m_clauses.is(noun, ChunkKind::Noun) || m_clauses.isNoun(noun, Thing::Stake) ||
        m_clauses.isNoun(noun, Thing::Shares) || m_clauses.isNoun(noun, Thing::Check))
        return false;
    for (int i = noun - 1; i >= std::max(0, noun - furthest); --i) {
        const ChunkKind kind = m_clauses.at(i).kind;
        if (kind == ChunkKind::Determiner && m_clauses.at(i).value == noDeterminer)
            return true;
        if (m_lexicon.phrases.longest(m_view.analysis.prose.tokens, m_clauses.at(i).first,
                                      m_clauses.at(i).last, in(Category::Reduction)))
            return true;
        const bool isInside = isLightWord(kind) || kind == ChunkKind::Money ||
                              kind == ChunkKind::Goods || kind == ChunkKind::Noun ||
                              kind == ChunkKind::Date ||
                              (kind == ChunkKind::Party &&
                               (m_clauses.party(i).isPossessive || m_clauses.party(i).isModifier));
        if (!isInside)
            return false;
    }
    return false;
}

bool DealTeller::isCompound(int trigger) const
{
    return m_clauses.is(trigger, ChunkKind::Verb) && m_clauses.is(trigger - 1, ChunkKind::Party) &&
           m_clauses.party(trigger - 1).isCompound;
}

bool DealTeller::mayDescribe(const Frame& frame)
{
    return frame.type == DealType::EquityInvestment;
}

bool DealTeller::isProject(const Reach& reach, int object) const
{
    const int at = reach.isPassive ? reach.subject.chunk : object;
    if (at < 0 || !m_clauses.is(at, ChunkKind::Party))
        return false;
    const int last = m_clauses.at(at).last - 1;
    const auto noun =
        m_lexicon.phrases.longest(m_view.analysis.prose.tokens, last, last + 1, in(Category::Noun));
    return m_clauses.isNoun(at + 1, Thing::Other) ||
           (noun && noun->value == static_cast<std::uint16_t>(Thing::Other));
}

bool DealTeller::tell(const Reach& reach, const Frame& frame, int object)
{
    m_isByPerson = reach.subject.isPerson;
    if (frame.isByPerson && !m_isByPerson)
        return false;
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
    if (frame.type == DealType::StakeTransfer && isIssue(reach, frame, parties))
        draft.type = DealType::EquityInvestment;
    // "will get $17 billion from Zeta over five years": that is a price, and no capital.
    if (draft.type == DealType::EquityInvestment && frame.on == Thing::Money &&
        frame.role(Place::Subject) == Role::Receiver && frame.role(Place::From) == Role::Payer &&
        !frame.mayLackPayer && termOf(reach)) {
        draft.type = DealType::PurchaseCommitment;
        draft.inferred |= Inferred::Type;
    }
    // "owes lenders $11 billion"
    if (draft.type == DealType::PurchaseCommitment && frame.on == Thing::Money &&
        parties.receivers.isCollective && !hasGoods(reach)) {
        draft.type = DealType::Debt;
        std::swap(parties.payers, parties.receivers);
    }
    if (draft.type == DealType::Acquisition)
        readPurchase(object >= 0 ? object : reach.trigger, draft, parties);
    if (frame.type == DealType::StakeTransfer && m_clauses.isNoun(reach.trigger, Thing::Sale))
        readFirmSale(reach.trigger, draft, parties);
    const int stake = stakeBought(reach, object);
    if (frame.type == DealType::PurchaseCommitment &&
        (isInvesting(reach, parties, object) || stake >= 0)) {
        // "for the 33% block": one that was told of before, and another firm's.
        const bool isKnown = stake >= 0 && m_clauses.is(stake, ChunkKind::Determiner) &&
                             m_clauses.at(stake).value == definiteDeterminer;
        draft.type = isKnown ? DealType::StakeTransfer : DealType::EquityInvestment;
        draft.inferred |= Inferred::Type;
    }
    if (draft.type == DealType::EquityInvestment && frame.on == Thing::Money)
        if (const int service = serviceOf(reach); service >= 0) {
            draft.type = DealType::PurchaseCommitment;
            draft.asset = m_lexicon.goods[static_cast<std::size_t>(service)];
        }
    const Thing about = aboutOf(reach, object);
    // "will lead Zeta's round with $5 million": that is the leader's own.
    const int with = m_clauses.is(sum - 1, ChunkKind::Determiner) ? sum - 2 : sum - 1;
    const bool isOwnSum = sum > reach.trigger && m_clauses.isPlace(with, Place::With) &&
                          parties.payers.firms.size() == 1;
    // "invested in Zeta as leader of an $80 million round"
    const bool isOfRound = sum >= 0 && m_clauses.isNoun(sum + 1, Thing::Round) &&
                           draft.type == DealType::EquityInvestment;
    draft.isRoundTotal =
        isOfRound || hasOthers(reach) || ((about == Thing::Round || frame.isShared) && !isOwnSum);
    if (frame.isBeside) {
        const DealDraft* beside = besides();
        // "its stake, for which Zeta paid": something else is paid for.
        const int who = reach.subject.chunk - 1;
        const bool isPrice = m_clauses.is(who, ChunkKind::Who) &&
                             m_view.analysis.prose.is(m_clauses.at(who).first, u"for");
        if (beside == nullptr || isPrice || (frame.needsMoney && goesElsewhere(sum)))
            return false;
        parties.receivers.firms = beside->receivers;
        draft.type = beside->type;
        draft.standing = beside->standing;
        if (!frame.needsMoney)
            draft.figure = -1;
    }
    addOwners(reach, frame, object, about, parties);
    addPartner(reach, frame, parties);
    if (!setParties(draft, frame, parties))
        return false;
    // "the company raised": hardly the fund that was spoken of last.
    const bool isVague = reach.subject.chunk >= 0 &&
                         m_clauses.is(reach.subject.chunk, ChunkKind::Party) &&
                         m_clauses.party(reach.subject.chunk).isGeneric;
    if (isVague && frame.role(Place::Subject) == Role::Receiver && !draft.receivers.empty() &&
        m_view.analysis.names.firms[static_cast<std::size_t>(draft.receivers.front())].kind ==
            FirmKind::Investor)
        draft.confidence = std::min(draft.confidence, unrealConfidence);
    if (reach.subject.isLoose && !frame.mayLackPayer)
        draft.confidence -= loosePenalty;
    if (draft.type == DealType::EquityInvestment && draft.figure < 0 && isProject(reach, object))
        draft.confidence -= projectPenalty;
    finish(draft, reach, frame, object);
    return true;
}

void DealTeller::readPurchase(int noun, DealDraft& draft, Bound& parties) const
{
    if (!m_clauses.isNoun(noun, Thing::Acquisition))
        return;
    constexpr int furthest = 7;
    int owner = -1;
    for (int i = noun + 1; i < std::min(noun + furthest, m_clauses.size()); ++i) {
        const bool isShares =
            m_clauses.isNoun(i, Thing::Shares) || m_clauses.isNoun(i, Thing::Issue);
        if (m_clauses.is(i, ChunkKind::Goods) || isShares) {
            if (owner < 0)
                return;
            draft.type = isShares ? DealType::EquityInvestment : DealType::PurchaseCommitment;
            if (m_clauses.is(i, ChunkKind::Goods))
                draft.asset = m_lexicon.goods[m_clauses.at(i).value];
            parties.receivers = {};
            parties.receivers.add(m_clauses.party(owner));
            return;
        }
        if (m_clauses.is(i, ChunkKind::Party) && owner < 0)
            owner = i;
        else if (!m_clauses.isPlace(i, Place::Of) && !m_clauses.is(i, ChunkKind::Money) &&
                 !isLightWord(m_clauses.at(i).kind))
            return;
    }
}

void DealTeller::readFirmSale(int sale, DealDraft& draft, Bound& parties) const
{
    const Chunk& noun = m_clauses.at(sale);
    const Prose& prose = m_view.analysis.prose;
    const bool isPlain =
        noun.last - noun.first == 1 &&
        (prose.is(noun.first, u"sale") || prose.is(noun.first, u"disposal") ||
         prose.is(noun.first, u"divestment") || prose.is(noun.first, u"divestiture"));
    if (!isPlain)
        return;
    const bool isOf =
        m_clauses.isPlace(sale + 1, Place::Of) || m_clauses.isPlace(sale + 1, Place::For);
    if (!isOf) {
        // "Zeta's sale to Acme": the seller sells itself.
        if (!parties.receivers.isEmpty() && m_clauses.isPlace(sale + 1, Place::To))
            draft.type = DealType::Acquisition;
        return;
    }
    int at = sale + 2;
    while (isLightWord(m_clauses.is(at, ChunkKind::Party) || at >= m_clauses.size()
                           ? ChunkKind::Party
                           : m_clauses.at(at).kind))
        ++at;
    if (!m_clauses.is(at, ChunkKind::Party))
        return;
    for (int i = at; i < std::min(at + 4, m_clauses.size()); ++i)
        if (m_clauses.isNoun(i, Thing::Shares) || m_clauses.isNoun(i, Thing::Stake) ||
            m_clauses.isNoun(i, Thing::Issue) || m_clauses.is(i, ChunkKind::Percent) ||
            m_clauses.is(i, ChunkKind::Goods))
            return;
    // "an agreement with Zeta for the sale of"
    for (int i = sale - 1; i > 1 && i > sale - 5 && parties.payers.isEmpty(); --i)
        if (m_clauses.is(i, ChunkKind::Party) && m_clauses.isPlace(i - 1, Place::With) &&
            m_clauses.isNoun(i - 2, Thing::Deal))
            parties.payers.add(m_clauses.party(i));
    draft.type = DealType::Acquisition;
    parties.assets = {};
    parties.receivers = {};
    parties.receivers.add(m_clauses.party(at));
    // "its subsidiary, Zeta, for": the name says which.
    const bool isNamed =
        m_clauses.party(at).isPossessive && m_clauses.is(at + 2, ChunkKind::Comma) &&
        m_clauses.is(at + 3, ChunkKind::Party) && !m_clauses.party(at + 3).isPossessive;
    if (isNamed) {
        parties.receivers = {};
        parties.receivers.add(m_clauses.party(at + 3));
    } else if (m_clauses.party(at).isPossessive && m_clauses.is(at + 1, ChunkKind::Other))
        parties.receivers.part = prose.span(m_clauses.at(at + 1).first, m_clauses.at(at + 1).last)
                                     .in(prose.text)
                                     .toString();
}

bool DealTeller::isOwnStake(const Frame& frame, const Bound& parties, int object) const
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

int DealTeller::stakeBought(const Reach& reach, int object) const
{
    if (object < 0 || !m_clauses.is(object, ChunkKind::Money))
        return -1;
    int first = -1;
    for (int i = object + 1; i < reach.last; ++i) {
        if (m_clauses.isPlace(i, Place::For) && first < 0)
            first = i + 1;
        if (first >= 0 && (m_clauses.isNoun(i, Thing::Stake) || m_clauses.isNoun(i, Thing::Shares)))
            return m_clauses.isPlace(i + 1, Place::In) || m_clauses.isPlace(i + 1, Place::Of)
                       ? -1
                       : first;
        if (m_clauses.is(i, ChunkKind::Verb) || m_clauses.is(i, ChunkKind::Goods))
            return -1;
    }
    return -1;
}

bool DealTeller::isIssue(const Reach& reach, const Frame& frame, const Bound& parties) const
{
    if (frame.on != Thing::Shares || !parties.assets.isEmpty() || reach.isPassive ||
        parties.receivers.firms.size() != 1 || reach.subject.chunk < 0)
        return false;
    const NamedFirm& seller =
        m_view.analysis.names.firms[static_cast<std::size_t>(parties.receivers.firms.front())];
    // "Zeta employees sold"
    const Chunk& subject = m_clauses.at(reach.subject.chunk);
    const bool arePeople = [&] {
        for (int i = subject.first; i < subject.last; ++i)
            if (m_lexicon.phrases.longest(m_view.analysis.prose.tokens, i, subject.last,
                                          in(Category::People)))
                return true;
        return false;
    }();
    return !arePeople && seller.kind != FirmKind::Investor;
}

bool DealTeller::hasOthers(const Reach& reach) const
{
    for (int i = reach.trigger + 1; i < reach.last; ++i) {
        if (!m_clauses.isPlace(i, Place::From) && !m_clauses.isPlace(i, Place::By))
            continue;
        const int word = m_clauses.at(i).first - 1;
        if (m_lexicon.phrases.longest(m_view.analysis.prose.tokens, word, word + 1,
                                      in(Category::Mostly)))
            return true;
    }
    return false;
}

int DealTeller::serviceOf(const Reach& reach) const
{
    for (int i = reach.trigger + 1; i < reach.last; ++i) {
        if (!m_clauses.is(i, ChunkKind::Party) || !m_clauses.is(i - 1, ChunkKind::Preposition))
            continue;
        const Chunk& party = m_clauses.at(i);
        const auto goods = m_lexicon.phrases.longest(m_view.analysis.prose.tokens, party.first,
                                                     party.last, in(Category::Goods));
        if (goods && goods->length == party.last - party.first)
            return goods->value;
    }
    return -1;
}

bool DealTeller::isInvesting(const Reach& reach, const Bound& parties, int object) const
{
    const auto kind = [this](int firm) {
        return m_view.analysis.names.firms[static_cast<std::size_t>(firm)].kind;
    };
    if (object < 0 || !m_clauses.is(object, ChunkKind::Money) || parties.payers.firms.size() != 1 ||
        parties.receivers.firms.empty())
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

Thing DealTeller::aboutOf(const Reach& reach, int object) const
{
    const int head = object >= 0 ? object : reach.trigger;
    return m_clauses.is(head, ChunkKind::Noun) ? static_cast<Thing>(m_clauses.at(head).value)
                                               : Thing::Other;
}

bool DealTeller::hasLoan(const Reach& reach, int object) const
{
    const int from = object >= 0 ? object : reach.trigger;
    for (int i = from; i < std::min(from + 4, reach.last); ++i)
        if (m_clauses.isNoun(i, Thing::Loan))
            return true;
    return false;
}

void DealTeller::addOwners(const Reach& reach, const Frame& frame, int object, Thing about,
                           Bound& parties)
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

void DealTeller::addPartner(const Reach& reach, const Frame& frame, Bound& parties) const
{
    const Role subject = frame.role(Place::Subject);
    if (frame.type != DealType::PurchaseCommitment || frame.on != Thing::Goods || reach.isPassive)
        return;
    const int partner = partnerBefore(reach.trigger);
    if (partner < 0)
        return;
    Actors& other = subject == Role::Payer ? parties.receivers : parties.payers;
    if (other.isEmpty() && (subject == Role::Payer || subject == Role::Receiver))
        other.add(m_clauses.party(partner));
}

void DealTeller::addAsset(int object, const Frame& frame, Bound& parties) const
{
    const int at = object - 1;
    if (!m_clauses.is(at, ChunkKind::Party) || !m_clauses.party(at).isModifier ||
        m_clauses.party(at).isPossessive)
        return;
    Actors& owners = frame.type == DealType::StakeTransfer ? parties.assets : parties.receivers;
    if (owners.isEmpty())
        owners.add(m_clauses.party(at));
}

void DealTeller::addIssuer(const Reach& reach, int object, Bound& parties) const
{
    for (int i = object + 1; i + 1 < reach.last; ++i)
        if (m_clauses.is(i, ChunkKind::Party) && m_clauses.isNoun(i + 1, Thing::Shares)) {
            parties.payers.add(m_clauses.party(i));
            return;
        }
}

bool DealTeller::setParties(DealDraft& draft, const Frame& frame, Bound& parties)
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

void DealTeller::removeCommon(DealDraft& draft)
{
    std::erase_if(draft.receivers, [&draft](int firm) {
        return std::find(draft.payers.begin(), draft.payers.end(), firm) != draft.payers.end();
    });
}

int DealTeller::talkedOf(const std::vector<int>& except, bool mayInvest) const
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

void DealTeller::infer(DealDraft& draft, const Frame& frame) const
{
    // "Ada Byte raised $2 billion": not for the firm the text talks of.
    const bool isOwnRaise = m_isByPerson && frame.role(Place::Subject) == Role::Receiver;
    if (draft.receivers.empty() && frame.mayInferReceiver && !isOwnRaise) {
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

QString DealTeller::nameOf(int firm) const
{
    return m_view.analysis.names.firms[static_cast<std::size_t>(firm)].name;
}

std::vector<DealDraft> dealDrafts(const SentenceView& sentence)
{
    return DealTeller(sentence).tell();
}

} // namespace gyre
