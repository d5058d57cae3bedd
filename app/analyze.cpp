#include "app/batch.h"
#include "app/console.h"
#include "app/inputs.h"
#include "graph/analysis/circuits.h"
#include "graph/interchange/jsonwriter.h"
#include "graph/model/networkofdate.h"

#include <set>

namespace gyre {

namespace {

constexpr std::size_t mostLoops = 100000;

/// The reasons as the result names them.
const char* nameOf(LeftOut why)
{
    switch (why) {
    case LeftOut::Rejected:
        return "rejected";
    case LeftOut::Type:
        return "type";
    case LeftOut::Status:
        return "status";
    case LeftOut::Uncounted:
        return "not_counted";
    case LeftOut::Undisclosed:
        return "undisclosed";
    case LeftOut::TooSmall:
        return "below_least";
    case LeftOut::OutsideDates:
        return "outside_dates";
    case LeftOut::Undated:
        return "undated";
    case LeftOut::OutOfFocus:
        return "out_of_focus";
    case LeftOut::OffRoute:
        return "off_route";
    case LeftOut::NoRoom:
        return "no_room";
    }
    return "";
}

void writeReason(JsonWriter& json, const char* why, std::size_t count)
{
    if (count == 0)
        return;
    json.beginObject();
    json.key("why");
    json.string(QString::fromLatin1(why));
    json.key("deals");
    json.integer(static_cast<std::int64_t>(count));
    json.endObject();
}

/// Deals of the view that no loop can hold, or that a loop's amounts leave out.
struct OutsideLoops
{
    std::size_t partnerships = 0;
    std::size_t collective = 0;
    std::size_t undisclosed = 0;
};

/// Deals of hops that add up to more than can be counted: their loops have no bottleneck.
std::size_t tooLarge(const Circuits& circuits)
{
    std::set<DealId> deals;
    for (const Circuit& circuit : circuits.found)
        for (const Hop& hop : circuit.hops)
            if (hop.sum.flaw() == MoneySum::Flaw::TooLarge)
                deals.insert(hop.deals.begin(), hop.deals.end());
    return deals.size();
}

OutsideLoops outsideLoops(const View& view)
{
    OutsideLoops outside;
    for (const DealId id : view.deals()) {
        const DealFacts& deal = view.network().facts(id);
        if (deal.type == DealType::Partnership)
            ++outside.partnerships;
        else if (!deal.from.isValid())
            ++outside.collective;
        else if (deal.figure() == DealFacts::noAmount)
            ++outside.undisclosed;
    }
    return outside;
}

void writeLeftOut(JsonWriter& json, const View& view, const Circuits& circuits)
{
    json.beginArray();
    for (int i = 0; i < leftOutCount; ++i) {
        const auto why = static_cast<LeftOut>(i);
        writeReason(json, nameOf(why), view.leftOut(why));
    }
    const OutsideLoops outside = outsideLoops(view);
    writeReason(json, "partnership", outside.partnerships);
    writeReason(json, "collective_payer", outside.collective);
    writeReason(json, "amount_undisclosed", outside.undisclosed);
    writeReason(json, "sum_too_large", tooLarge(circuits));
    json.endArray();
}

void writeHops(JsonWriter& json, const Network& network, const Circuit& circuit)
{
    json.beginArray();
    for (const Hop& hop : circuit.hops) {
        json.beginArray();
        for (const DealId deal : hop.deals)
            json.string(network.deal(deal).id);
        json.endArray();
    }
    json.endArray();
}

void writeFigure(JsonWriter& json, std::optional<std::int64_t> units)
{
    if (units)
        json.integer(*units);
    else
        json.null();
}

void writeCircuit(JsonWriter& json, const Network& network, const Circuit& circuit)
{
    json.beginObject();
    json.key("organizations");
    json.beginArray();
    for (const FirmId firm : circuit.firms)
        json.string(network.firm(firm).id);
    json.endArray();
    json.key("deals");
    writeHops(json, network, circuit);
    json.key("bottleneck");
    writeFigure(json, circuit.bottleneck);
    json.key("bottleneck_low");
    writeFigure(json, circuit.goesRound.low());
    json.key("bottleneck_high");
    writeFigure(json, circuit.goesRound.high());
    json.key("currency");
    json.stringOrNull(circuit.currency.code());
    json.key("returned_ratio");
    if (circuit.returnedRatio)
        json.fraction(*circuit.returnedRatio);
    else
        json.null();
    json.key("weakest_status");
    json.string(name(circuit.weakestStatus));
    json.key("length");
    json.integer(static_cast<std::int64_t>(circuit.firms.size()));
    json.endObject();
}

QByteArray loopsJson(const View& view, int maxLength)
{
    const Circuits result = circuits(view, maxLength, mostLoops);
    JsonWriter json(2);
    json.beginObject();
    json.key("loops");
    json.beginArray();
    for (const Circuit& circuit : result.found)
        writeCircuit(json, view.network(), circuit);
    json.endArray();
    json.key("longest_loop");
    json.integer(maxLength);
    json.key("truncated");
    json.boolean(result.isTruncated);
    json.key("left_out");
    writeLeftOut(json, view, result);
    json.endObject();
    return json.done() + '\n';
}

} // namespace

int analyze(const Invocation& command)
{
    const Input input = readInput(command);
    if (input.isEmpty())
        return 1;
    writeOut(
        loopsJson(viewOf(networkOfDate(input.project.network, input.filter.asOf), input.filter),
                  command.loops.value_or(4)));
    return input.hasErrors ? 1 : 0;
}

} // namespace gyre
