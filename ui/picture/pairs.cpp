#include "ui/picture/pairs.h"

#include "graph/analysis/circuits.h"
#include "ui/picture/legend.h"
#include "ui/picture/marks.h"
#include "ui/picture/textset.h"
#include "ui/words/spoken.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace gyre {

namespace {

struct Pairs
{
    Q_DECLARE_TR_FUNCTIONS(Pairs)
};

/// Deals with equal ones are drawn alike.
struct Likeness
{
    FirmId from;
    FirmId to;
    Dash dash;
    bool isStruck;
    bool isPartnership;

    auto operator<=>(const Likeness&) const = default;
};

Likeness likenessOf(const Deal& deal)
{
    return {deal.from, deal.to, dashOf(deal.status), isStruck(deal),
            deal.type == DealType::Partnership};
}

void add(Bundle& bundle, const Network& network, DealId id, Reading reading)
{
    const Deal& deal = network.deal(id);
    const DealFacts& facts = network.facts(id);
    const FlowHue hue = hueOf(deal.type);
    if (bundle.deals.empty()) {
        bundle.status = deal.status;
        bundle.isStruck = isStruck(deal);
        bundle.hue = hue;
    } else {
        if (sureness(deal.status) < sureness(bundle.status))
            bundle.status = deal.status;
        if (bundle.hue != hue)
            bundle.hue.reset();
    }
    bundle.deals.push_back(id);
    if (!deal.amount.isDisclosed())
        bundle.undisclosed += deal.type != DealType::Partnership ? 1 : 0;
    else if (facts.isCounted && !facts.isRoundTotal)
        bundle.sums.try_emplace(deal.amount.currency.code(), reading)
            .first->second.add(deal.amount);
}

QString dealCount(const Bundle& bundle)
{
    return Pairs::tr("%1 deals").arg(bundle.deals.size());
}

QString toolTipOf(const Network& network, const Bundle& bundle)
{
    constexpr std::size_t most = 8;
    const Deal& first = network.deal(bundle.deals.front());
    QStringList lines{Pairs::tr("%1 → %2: %3")
                          .arg(network.firm(first.from).name, network.firm(first.to).name,
                               writtenBundle(bundle))};
    for (std::size_t i = 0; i < std::min(most, bundle.deals.size()); ++i)
        lines << sentence(network, network.deal(bundle.deals[i]));
    if (bundle.deals.size() > most)
        lines << Pairs::tr("and %1 more").arg(bundle.deals.size() - most);
    return lines.join(QLatin1Char('\n'));
}

bool haveOneStatus(const Network& network, const Bundle& bundle)
{
    return std::all_of(bundle.deals.begin(), bundle.deals.end(),
                       [&](DealId id) { return network.deal(id).status == bundle.status; });
}

QString spokenBundle(const Network& network, const Bundle& bundle)
{
    const Deal& first = network.deal(bundle.deals.front());
    QStringList parts{
        Pairs::tr("%1 to %2").arg(network.firm(first.from).name, network.firm(first.to).name),
        dealCount(bundle)};
    if (bundle.amount().isDisclosed())
        parts << Pairs::tr("together %1").arg(spoken(bundle.amount()));
    else if (bundle.sums.size() > 1)
        parts << Pairs::tr("in several currencies");
    else if (bundle.undisclosed > 0)
        parts << spoken(Amount());
    parts << (haveOneStatus(network, bundle)
                  ? words(bundle.status)
                  : Pairs::tr("the least sure: %1").arg(words(bundle.status)));
    return parts.join(QStringLiteral(", "));
}

QString spokenParts(const Network& network, const Bundle& bundle)
{
    QStringList parts;
    for (const DealId id : bundle.deals)
        parts << inSentence(words(network.deal(id).type)) + QLatin1Char(' ') +
                     spoken(network.deal(id).amount);
    return parts.join(QStringLiteral("; "));
}

} // namespace

std::optional<std::int64_t> Bundle::units(const CommonScale& scale) const
{
    std::optional<std::int64_t> all;
    for (const auto& [code, sum] : sums) {
        const auto counted = sum.counted();
        if (counted && scale.covers(sum.currency()) &&
            all.value_or(0) <= std::numeric_limits<std::int64_t>::max() - *counted)
            all = all.value_or(0) + *counted;
    }
    return all;
}

Amount Bundle::amount() const
{
    if (sums.size() != 1 || !sums.begin()->second.isSound())
        return {};
    const MoneySum& sum = sums.begin()->second;
    Amount amount{sum.low(), sum.high(), sum.currency(), Qualifier::Exact};
    if (sum.isOpen()) {
        amount.qualifier = sum.isStrict() ? Qualifier::MoreThan : Qualifier::AtLeast;
    } else if (sum.hasCeiling()) {
        amount.qualifier = Qualifier::UpTo;
        if (amount.low.value_or(0) == 0)
            amount.low.reset();
    } else if (sum.isAbout()) {
        amount.qualifier = Qualifier::About;
    }
    return amount;
}

std::vector<Bundle> bundlesOf(const View& view, bool mergesPairs)
{
    const Network& network = view.network();
    const Reading reading = view.filter().reading;
    std::vector<Bundle> bundles;
    std::map<Likeness, std::size_t> known;
    for (const DealId id : view.deals()) {
        const Deal& deal = network.deal(id);
        std::size_t mine = bundles.size();
        if (mergesPairs && !deal.hasCollectivePayer())
            mine = known.try_emplace(likenessOf(deal), mine).first->second;
        if (mine == bundles.size())
            bundles.emplace_back();
        add(bundles[mine], network, id, reading);
    }
    return bundles;
}

QString writtenBundle(const Bundle& bundle)
{
    QStringList sums;
    for (const auto& [code, sum] : bundle.sums)
        if (sum.isSound())
            sums << written(sum);
    if (!sums.isEmpty() && bundle.undisclosed > 0)
        sums << Pairs::tr("%1 n/d").arg(bundle.undisclosed);
    return sums.isEmpty()
               ? dealCount(bundle)
               : Pairs::tr("%1, %2").arg(dealCount(bundle), sums.join(QStringLiteral(" + ")));
}

Arc mergedArcOf(const Marking& marking, const Bundle& bundle)
{
    const Network& network = marking.view.network();
    Arc arc = arcOf(marking, bundle.deals.front());
    arc.merged = bundle.deals;
    for (const DealId id : bundle.deals)
        arc.mergedIds << network.deal(id).id;
    const bool isPartnership = network.deal(bundle.deals.front()).type == DealType::Partnership;
    const auto units = bundle.units(marking.widths.currencies);
    arc.width = units ? marking.widths.width(*units) : WidthScale::hairline;
    arc.head = headOf(isPartnership ? DealType::Partnership : DealType::Other, bundle.status);
    arc.dash = dashOf(bundle.status);
    arc.amount = bundle.amount();
    arc.toolTip = toolTipOf(network, bundle);
    arc.spoken = spokenBundle(network, bundle);
    arc.spokenDetail = spokenParts(network, bundle);
    if (!bundle.hue)
        arc.colour = marking.palette.ink;
    setAmount(arc, marking, writtenBundle(bundle), bundle.hue);
    return arc;
}

} // namespace gyre
