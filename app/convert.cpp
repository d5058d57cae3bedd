#include "app/batch.h"
#include "app/inputs.h"
#include "graph/interchange/formats.h"
#include "graph/model/claimfilter.h"
#include "graph/model/networkofdate.h"

namespace gyre {

namespace {

/// The firms and deals of a view, with the claims about those firms, as a network of its own.
Network networkOf(const View& view)
{
    const Network& from = view.network();
    NetworkEditor edit;
    std::vector<FirmId> keys(from.firmSlots());
    for (const FirmId id : view.firms())
        keys[id.value] = edit.addFirm(from.firm(id));
    const auto mapped = [&keys](FirmId id) { return id.isValid() ? keys[id.value] : FirmId{}; };
    for (const DealId id : view.deals()) {
        Deal deal = from.deal(id);
        deal.from = mapped(deal.from);
        deal.to = mapped(deal.to);
        if (!deal.detail->groupMembers.empty())
            deal.detail.edit([&mapped](DealDetail& detail) {
                std::vector<FirmId> members;
                for (const FirmId member : detail.groupMembers)
                    if (mapped(member).isValid())
                        members.push_back(mapped(member));
                detail.groupMembers = members;
            });
        edit.addDeal(deal);
    }
    for (Valuation claim : from.valuations())
        if (claim.org = mapped(claim.org); claim.org.isValid() && claim.review != Review::Rejected)
            edit.addValuation(claim);
    for (Stake claim : from.stakes()) {
        claim.holder = mapped(claim.holder);
        claim.org = mapped(claim.org);
        if (claim.holder.isValid() && claim.org.isValid() && claim.review != Review::Rejected)
            edit.addStake(claim);
    }
    return edit.done();
}

} // namespace

int convert(const Invocation& command)
{
    Input input = readInput(command);
    if (input.isEmpty())
        return 1;
    // A conversion keeps everything unless it is told what to leave out.
    if (input.filter != everything()) {
        const Network claims =
            claimsWithin(networkOfDate(input.project.network, input.filter.asOf), input.filter);
        input.project.network = networkOf(viewOf(claims, input.filter));
        input.project.placement = {};
    }
    writeFile(command.output, command.formatOut->write(input.project, command.output));
    return input.hasErrors ? 1 : 0;
}

} // namespace gyre
