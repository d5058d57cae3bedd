#include "graph/briefing/drafts.h"

namespace gyre {

namespace {

/// Along the chain of supply: who stands further right is paid by who stands further left.
/// Investors stand outside it.
std::optional<int> depth(FirmKind kind)
{
    switch (kind) {
    case FirmKind::AiLab:
    case FirmKind::AiStartup:
        return 0;
    case FirmKind::Software:
    case FirmKind::Telecom:
        return 1;
    case FirmKind::BigTech:
        return 2;
    case FirmKind::Cloud:
        return 3;
    case FirmKind::Chipmaker:
        return 4;
    case FirmKind::Investor:
    case FirmKind::Other:
        break;
    }
    return std::nullopt;
}

bool isYoung(FirmKind kind)
{
    return kind == FirmKind::AiLab || kind == FirmKind::AiStartup;
}

} // namespace

bool inferDirection(DealDraft& draft, const Names& names)
{
    if (draft.either.size() != 2)
        return false;
    const int a = draft.either[0];
    const int b = draft.either[1];
    const FirmKind kindA = names.firms[static_cast<std::size_t>(a)].kind;
    const FirmKind kindB = names.firms[static_cast<std::size_t>(b)].kind;
    if (draft.type == DealType::Acquisition) {
        if (isYoung(kindA) == isYoung(kindB))
            return false;
        draft.payers = {isYoung(kindA) ? b : a};
        draft.receivers = {isYoung(kindA) ? a : b};
        draft.inferred |= Inferred::Payer;
        return true;
    }
    if ((kindA == FirmKind::Investor) != (kindB == FirmKind::Investor)) {
        const bool aInvests = kindA == FirmKind::Investor;
        draft.payers = {aInvests ? a : b};
        draft.receivers = {aInvests ? b : a};
        draft.type = DealType::EquityInvestment;
    } else {
        const auto depthA = depth(kindA);
        const auto depthB = depth(kindB);
        if (!depthA || !depthB || *depthA == *depthB)
            return false;
        // Software is sold to labs, and models of labs to software firms.
        if (*depthA + *depthB == 1)
            return false;
        draft.payers = {*depthA < *depthB ? a : b};
        draft.receivers = {*depthA < *depthB ? b : a};
        draft.type = DealType::PurchaseCommitment;
    }
    draft.inferred |= Inferred::Payer;
    draft.inferred |= Inferred::Type;
    return true;
}

} // namespace gyre
