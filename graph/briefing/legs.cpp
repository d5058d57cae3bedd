#include "graph/briefing/legs.h"

#include <QHash>

namespace gyre {

namespace {

Leg leg(const DealDraft& draft, int payer, int receiver, const Amount& amount)
{
    Leg made;
    made.payer = payer;
    made.receiver = receiver;
    made.amount = amount;
    made.draft = draft;
    made.evidence = {draft.evidence};
    return made;
}

Amount undisclosed(const Amount& amount)
{
    return {std::nullopt, std::nullopt, amount.currency, Qualifier::Undisclosed};
}

/// A round's total, or what several pay together, is one leg of "*"; each named payer has a leg of
/// his own without a sum.
void addLegs(const DealDraft& draft, const Amount& amount, int group, std::vector<Leg>& found)
{
    const std::size_t before = found.size();
    const bool isShared = amount.isDisclosed() && !draft.isEach &&
                          (draft.isRoundTotal || draft.isCollective || draft.payers.size() > 1);
    for (const int receiver : draft.receivers) {
        if (isShared || (draft.payers.empty() && draft.isCollective)) {
            Leg total = leg(draft, -1, receiver, amount);
            total.members = draft.payers;
            found.push_back(std::move(total));
        }
        for (const int payer : draft.payers)
            if (payer != receiver)
                found.push_back(
                    leg(draft, payer, receiver, isShared ? undisclosed(amount) : amount));
    }
    if (found.size() > before + 1)
        for (std::size_t i = before; i < found.size(); ++i)
            found[i].group = group;
}

bool isSameAmount(const Amount& a, const Amount& b)
{
    if (!a.isDisclosed() || !b.isDisclosed())
        return true;
    return a.currency == b.currency && (a.figure() == b.figure());
}

bool isSameDeal(const Leg& a, const Leg& b)
{
    if (a.payer != b.payer || a.receiver != b.receiver || a.draft.type != b.draft.type)
        return false;
    if (a.payer < 0 && a.amount.isDisclosed() != b.amount.isDisclosed())
        return false;
    return isSameAmount(a.amount, b.amount);
}

/// The second telling adds its evidence and what the first one lacked.
void join(Leg& first, const Leg& again)
{
    // Tellings come in the order of the text.
    if (first.evidence.back() != again.evidence.front())
        first.evidence.push_back(again.evidence.front());
    if (!first.amount.isDisclosed() && again.amount.isDisclosed()) {
        first.amount = again.amount;
        first.draft.figure = again.draft.figure;
        first.draft.inferred = again.draft.inferred;
        first.draft.standing = again.draft.standing;
        first.draft.rule = again.draft.rule;
    }
    // A figure told with a hedge somewhere is no firm one.
    if (first.amount.qualifier == Qualifier::Exact && again.amount.isDisclosed() &&
        again.amount.qualifier != Qualifier::Exact)
        first.amount = again.amount;
    if (first.draft.date < 0)
        first.draft.date = again.draft.date;
    if (!first.draft.percent)
        first.draft.percent = again.draft.percent;
    if (!first.draft.termYears)
        first.draft.termYears = again.draft.termYears;
    if (first.group < 0)
        first.group = again.group;
    for (const int member : again.members)
        if (std::find(first.members.begin(), first.members.end(), member) == first.members.end())
            first.members.push_back(member);
    first.draft.confidence = std::max(first.draft.confidence, again.draft.confidence);
}

/// Of the same pair in the same sentence with the same figure the surer reading stands.
bool isRivalReading(const Leg& a, const Leg& b)
{
    const bool isSamePair = (a.payer == b.payer && a.receiver == b.receiver) ||
                            (a.payer == b.receiver && a.receiver == b.payer);
    return a.draft.sentence == b.draft.sentence && a.draft.figure >= 0 &&
           a.draft.figure == b.draft.figure && isSamePair && a.draft.type != b.draft.type;
}

std::vector<Leg> joined(std::vector<Leg> all)
{
    std::vector<Leg> found;
    QHash<std::pair<int, int>, std::vector<std::size_t>> byPair;
    for (Leg& next : all) {
        auto& tellings =
            byPair[{std::min(next.payer, next.receiver), std::max(next.payer, next.receiver)}];
        bool isTold = false;
        for (const std::size_t i : tellings) {
            if (isSameDeal(found[i], next)) {
                join(found[i], next);
                isTold = true;
                break;
            }
            if (isRivalReading(found[i], next)) {
                if (next.draft.confidence > found[i].draft.confidence)
                    std::swap(found[i], next);
                isTold = true;
                break;
            }
        }
        if (isTold)
            continue;
        // A pair told of very often is not compared with all its tellings.
        constexpr std::size_t most = 50;
        if (tellings.size() < most)
            tellings.push_back(found.size());
        found.push_back(std::move(next));
    }
    return found;
}

/// A total is not summed where one of its members has a sum of his own, be it told beside it.
void markTotals(std::vector<Leg>& all)
{
    QHash<std::pair<int, int>, bool> hasSum;
    QHash<std::pair<int, int>, bool> hasPart;
    for (const Leg& leg : all)
        if (leg.payer >= 0 && leg.amount.isDisclosed() &&
            leg.draft.type != DealType::PurchaseCommitment) {
            hasSum.insert({leg.payer, leg.receiver}, true);
            hasPart.insert({leg.draft.sentence, leg.receiver}, true);
        }
    for (Leg& leg : all)
        if (leg.payer < 0)
            leg.isCounted = !hasPart.contains({leg.draft.sentence, leg.receiver}) &&
                            std::none_of(leg.members.begin(), leg.members.end(), [&](int member) {
                                return hasSum.contains({member, leg.receiver});
                            });
}

} // namespace

std::vector<Leg> legs(const std::vector<DealDraft>& drafts, const Amounts& amounts)
{
    std::vector<Leg> all;
    int group = 0;
    for (const DealDraft& draft : drafts) {
        Amount amount = draft.figure >= 0
                            ? amounts.figures[static_cast<std::size_t>(draft.figure)].amount
                            : Amount{};
        if (draft.type == DealType::Warrant || draft.type == DealType::Partnership)
            amount = Amount{};
        addLegs(draft, amount, group++, all);
    }
    std::vector<Leg> found = joined(std::move(all));
    markTotals(found);
    return found;
}

} // namespace gyre
