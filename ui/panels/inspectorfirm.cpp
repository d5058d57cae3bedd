// The inspector's sheets of what many facts make together: a firm, a loop, the whole.
#include "ui/charts/claims.h"
#include "ui/document/looking.h"
#include "ui/models/phrases.h"
#include "ui/panels/inspectorparts.h"
#include "ui/style.h"
#include "ui/words/firmnames.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace gyre {

namespace {

struct Firms
{
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

/// More rows than this nobody reads beside a picture; the table of deals has them all.
constexpr std::size_t mostRows = 24;

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

std::vector<DealId> shownOf(const View& view, std::span<const DealId> deals, bool isPartnership)
{
    std::vector<DealId> shown;
    for (const DealId id : deals)
        if (view.contains(id) &&
            (view.network().deal(id).type == DealType::Partnership) == isPartnership)
            shown.push_back(id);
    std::stable_sort(shown.begin(), shown.end(), [&view](DealId a, DealId b) {
        return view.network().facts(a).figure() > view.network().facts(b).figure();
    });
    return shown;
}

/// "$48B, 2 not disclosed".
QString sumOf(const View& view, const std::vector<DealId>& deals)
{
    std::map<QString, MoneySum> byCurrency;
    int undisclosed = 0;
    for (const DealId id : deals) {
        const Deal& deal = view.network().deal(id);
        if (!deal.amount.isDisclosed())
            ++undisclosed;
        else if (deal.counted)
            byCurrency.try_emplace(deal.amount.currency.code(), view.filter().reading)
                .first->second.add(deal.amount);
    }
    const QString sum = byCurrency.empty() ? QString() : sums(byCurrency);
    return joined(
        {sum, undisclosed > 0 ? Firms::tr("%1 not disclosed").arg(undisclosed) : QString()});
}

void writeDeals(const InspectorContext& context, const QString& caption,
                const std::vector<DealId>& deals, bool withSum)
{
    if (deals.empty())
        return;
    context.sheet.addCaption(caption);
    if (withSum)
        context.sheet.addRow(Firms::tr("Total"), sumOf(context.document.view(), deals));
    for (std::size_t i = 0; i < std::min(deals.size(), mostRows); ++i)
        writeDealRow(context, deals[i]);
    if (deals.size() > mostRows)
        context.sheet.addNote(
            Firms::tr("%1 more in the table of deals").arg(deals.size() - mostRows));
}

template<typename Claim, typename IsWanted>
std::vector<std::uint32_t> newestFirst(const PersistentVector<Claim>& claims, IsWanted&& isWanted)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < claims.size(); ++i)
        if (claims[i].review != Review::Rejected && isWanted(claims[i]))
            found.push_back(i);
    std::stable_sort(found.begin(), found.end(), [&claims](std::uint32_t a, std::uint32_t b) {
        return claims[b].date < claims[a].date;
    });
    return found;
}

void writeValues(const InspectorContext& context, FirmId firm)
{
    const auto& valuations = context.document.view().network().valuations();
    const auto found =
        newestFirst(valuations, [firm](const Valuation& v) { return v.org == firm; });
    if (found.empty())
        return;
    context.sheet.addCaption(Firms::tr("Value"));
    Document* document = &context.document;
    for (std::size_t i = 0; i < std::min(found.size(), mostRows); ++i) {
        const Valuation& v = valuations[found[i]];
        const QString basis = v.basis == Basis::Unspecified ? QString() : words(v.basis);
        const QString date = dateText(v.date, v.dateText);
        context.sheet.addLinkRow(date.isEmpty() ? Firms::tr("undated") : date,
                                 joined({basis, statusText(v.status, v.denied)}), figure(v),
                                 [document, id = ValuationId{found[i]}] { document->select(id); });
    }
}

std::vector<Sheet::Share> sharesOf(const Network& network, FirmId firm,
                                   const std::vector<std::uint32_t>& stakes, ThemeName theme)
{
    const Palette colours = palette(theme);
    std::vector<Sheet::Share> shares;
    double known = 0;
    for (const std::uint32_t i : stakes) {
        const Stake& stake = network.stakes()[i];
        const Firm& holder = network.firm(stake.holder);
        const QString name = holder.name + u' ' + writtenPercent(stake.percent, stake.qualifier);
        const bool isKnownHolder = std::any_of(shares.begin(), shares.end(), [&](const auto& s) {
            return s.name.startsWith(holder.name + u' ');
        });
        if (isKnownHolder || known + stake.percent > 100.5)
            continue;
        known += stake.percent;
        shares.push_back(
            {name, stake.percent, colours.kindRing.at(static_cast<std::size_t>(holder.kind))});
    }
    if (const QString rest = undisclosedRest(network, firm); !rest.isEmpty())
        shares.push_back({Firms::tr("not disclosed %1").arg(rest), 0, {}});
    return shares;
}

void writeOwners(const InspectorContext& context, FirmId firm)
{
    const Network& network = context.document.view().network();
    const auto owners =
        newestFirst(network.stakes(), [firm](const Stake& s) { return s.org == firm; });
    const auto owned =
        newestFirst(network.stakes(), [firm](const Stake& s) { return s.holder == firm; });
    Document* document = &context.document;
    const auto writeStakes = [&](const std::vector<std::uint32_t>& stakes, bool isOwner) {
        for (std::size_t i = 0; i < std::min(stakes.size(), mostRows); ++i) {
            const Stake& stake = network.stakes()[stakes[i]];
            const FirmId other = isOwner ? stake.holder : stake.org;
            context.sheet.addLinkRow(network.firm(other).name, dateText(stake.date, stake.dateText),
                                     figure(stake),
                                     [document, id = StakeId{stakes[i]}] { document->select(id); });
        }
    };
    if (!owners.empty()) {
        context.sheet.addCaption(Firms::tr("Owners"));
        context.sheet.addShares(sharesOf(network, firm, owners, themeOf(context.sheet.palette())));
        writeStakes(owners, true);
    }
    if (!owned.empty()) {
        context.sheet.addCaption(Firms::tr("Owns a share of"));
        writeStakes(owned, false);
    }
}

void writeFirmLinks(const InspectorContext& context, FirmId firm)
{
    Document* document = &context.document;
    context.sheet.addCaption(Firms::tr("Look closer"));
    context.sheet.addLink(Firms::tr("Only what is around it"),
                          [document, firm] { lookAround(*document, firm, 1); });
    context.sheet.addLink(Firms::tr("The same, two steps far"),
                          [document, firm] { lookAround(*document, firm, 2); });
    context.sheet.addLink(Firms::tr("The way to another firm…"),
                          [show = context.showRoutes, firm] { show(firm); });
    const auto showCharts = [document, firm](Page page) {
        return [document, firm, page] {
            Lens lens = document->lens();
            lens.chartFirm = firm;
            lens.page = page;
            document->setLens(lens);
        };
    };
    context.sheet.addLink(Firms::tr("Chart of its valuations"), showCharts(Page::Valuations));
    context.sheet.addLink(Firms::tr("Chart of its owners"), showCharts(Page::Ownership));
    if (const auto place = document->project().placement.place(firm); place && place->isPinned)
        context.sheet.addLink(Firms::tr("Let the layout place it again"),
                              [document, firm] { document->unpin(firm); });
}

/// What it was called and to whom it belonged, and where that is told.
void writePast(Sheet& sheet, const QString& name)
{
    const QStringList lines = pastOf(name);
    if (lines.isEmpty())
        return;
    sheet.addCaption(Firms::tr("Over time"));
    for (const QString& line : lines)
        sheet.addNote(line);
    if (const QStringList sources = sourcesOfPast(name); !sources.isEmpty())
        sheet.addNote(Firms::tr("Source: %1").arg(sources.join(QStringLiteral("; "))));
}

bool isIn(const Circuit& circuit, FirmId firm)
{
    return std::find(circuit.firms.begin(), circuit.firms.end(), firm) != circuit.firms.end();
}

void writeLoopsOf(const InspectorContext& context, FirmId firm)
{
    const auto& found = context.analyses.circuits().found;
    std::vector<std::size_t> loops;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (isIn(found[i], firm))
            loops.push_back(i);
    if (loops.empty())
        return;
    context.sheet.addCaption(Firms::tr("Loops through it: %1").arg(countText(loops.size())));
    for (std::size_t i = 0; i < std::min<std::size_t>(loops.size(), 6); ++i)
        writeLoopRow(context, loops[i]);
}

std::vector<FirmId> busiestFirms(const View& view, std::size_t count)
{
    std::vector<std::pair<std::size_t, FirmId>> ranked;
    for (const FirmId firm : view.firms())
        ranked.emplace_back(view.network().in(firm).size() + view.network().out(firm).size(), firm);
    const auto middle = ranked.begin() + std::ptrdiff_t(std::min(count, ranked.size()));
    std::partial_sort(ranked.begin(), middle, ranked.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<FirmId> firms;
    for (auto i = ranked.begin(); i != middle; ++i)
        firms.push_back(i->second);
    return firms;
}

std::vector<DealId> greatestDeals(const View& view, std::size_t count)
{
    std::vector<DealId> deals = view.deals();
    const auto middle = deals.begin() + std::ptrdiff_t(std::min(count, deals.size()));
    std::partial_sort(deals.begin(), middle, deals.end(), [&view](DealId a, DealId b) {
        const auto left = view.network().facts(a).figure();
        const auto right = view.network().facts(b).figure();
        return left != right ? left > right : a < b;
    });
    deals.erase(middle, deals.end());
    return deals;
}

std::optional<std::size_t> circuitOf(const Circuits& circuits, const LoopSelection& loop)
{
    for (std::size_t i = 0; i < circuits.found.size(); ++i)
        if (circuits.found[i].firms == loop.firms)
            return i;
    return std::nullopt;
}

void writeOptional(Sheet& sheet, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        sheet.addRow(key, value);
}

QString capacityOf(const Hop& hop)
{
    return written(hop.sum);
}

void writeCircuit(const InspectorContext& context, const Circuit& circuit)
{
    Sheet& sheet = context.sheet;
    const Network& network = context.document.view().network();
    const QString first = network.firm(circuit.firms.front()).name;
    sheet.addRow(Firms::tr("%1 pays out").arg(first), capacityOf(circuit.hops.front()));
    sheet.addRow(Firms::tr("Comes back to it"), capacityOf(circuit.hops.back()));
    if (circuit.goesRound.isSound())
        sheet.addRow(Firms::tr("Can go all the way round"), written(circuit.goesRound));
    if (circuit.returned)
        writeOptional(sheet, Firms::tr("Returned for each unit paid"), written(*circuit.returned));
    sheet.addRow(Firms::tr("Least sure deal"), words(circuit.weakestStatus));
}

} // namespace

void writeFirm(const InspectorContext& context, FirmId id)
{
    const Network& network = context.document.view().network();
    const View& view = context.document.view();
    const Firm& firm = network.firm(id);
    const FirmDetail& detail = *firm.detail;
    context.sheet.addCaption(Firms::tr("Selected firm"));
    context.sheet.addTitle(firm.name);
    context.sheet.addNote(
        joined({words(firm.kind), detail.ticker, detail.country,
                detail.founded ? Firms::tr("founded %1").arg(*detail.founded) : QString()}));
    writePast(context.sheet, firm.name);
    if (!view.contains(id))
        context.sheet.addNote(Firms::tr("Not in the picture: no deal of it passes the filters."));
    else if (!context.document.drawnView().contains(id))
        context.sheet.addNote(
            Firms::tr("Not in the picture: there are too many firms for one. “Only what is around "
                      "it” shows it."));
    writeValues(context, id);
    writeOwners(context, id);
    std::vector<DealId> in = shownOf(view, network.in(id), false);
    for (const DealId deal : shownOf(view, network.fromCollective(id), false))
        in.push_back(deal);
    writeDeals(context, Firms::tr("Money out"), shownOf(view, network.out(id), false), true);
    writeDeals(context, Firms::tr("Money in"), in, true);
    std::vector<DealId> partners = shownOf(view, network.out(id), true);
    for (const DealId deal : shownOf(view, network.in(id), true))
        partners.push_back(deal);
    writeDeals(context, Firms::tr("Partners"), partners, false);
    writeLoopsOf(context, id);
    writeFirmLinks(context, id);
}

void writeLoop(const InspectorContext& context, const LoopSelection& loop)
{
    const Circuits& circuits = context.analyses.circuits();
    const Network& network = context.document.view().network();
    const auto index = circuitOf(circuits, loop);
    context.sheet.addCaption(
        index ? Firms::tr("Loop %1 of %2").arg(*index + 1).arg(circuits.found.size())
              : Firms::tr("Loop"));
    context.sheet.addTitle(roundOf(network, loop.firms));
    if (index)
        writeCircuit(context, circuits.found[*index]);
    context.sheet.addCaption(Firms::tr("Deals of the loop"));
    for (const DealId deal : loop.deals)
        writeDealRow(context, deal);
    if (!index || circuits.found.size() < 2)
        return;
    Document* document = &context.document;
    const std::size_t count = circuits.found.size();
    const auto show = [&](std::size_t other) {
        return [document, next = selectionOf(circuits.found[other])] { document->select(next); };
    };
    context.sheet.addButtons({{Firms::tr("Previous loop"), show((*index + count - 1) % count)},
                              {Firms::tr("Next loop"), show((*index + 1) % count)}});
}

void writePair(const InspectorContext& context, const PairSelection& pair)
{
    const Network& network = context.document.view().network();
    const Deal& first = network.deal(pair.deals.front());
    const QString payer =
        first.hasCollectivePayer() ? Firms::tr("Investors") : network.firm(first.from).name;
    context.sheet.addCaption(Firms::tr("Selected deals"));
    context.sheet.addTitle(Firms::tr("%1 → %2").arg(payer, network.firm(first.to).name));
    context.sheet.addRow(Firms::tr("In all"), sumOf(context.document.view(), pair.deals));
    writeDeals(context, counted(pair.deals.size(), Firms::tr("1 deal"), Firms::tr("%1 deals")),
               pair.deals, false);
}

void writeOverview(const InspectorContext& context)
{
    const View& view = context.document.view();
    const Totals& totals = context.analyses.totals();
    const auto& loops = context.analyses.circuits().found;
    context.sheet.addCaption(Firms::tr("At a glance"));
    context.sheet.addRow(Firms::tr("Firms"), countText(view.firmCount()));
    context.sheet.addRow(Firms::tr("Deals"), countText(view.dealCount()));
    context.sheet.addRow(Firms::tr("All deals shown"), sums(totals.sums));
    context.sheet.addRow(Firms::tr("of which in talks or rumoured"), sums(totals.rumoured));
    if (totals.undisclosed > 0)
        context.sheet.addRow(
            Firms::tr("Amount not disclosed"),
            counted(totals.undisclosed, Firms::tr("1 deal"), Firms::tr("%1 deals")));
    if (!loops.empty())
        context.sheet.addCaption(Firms::tr("Money that goes round"));
    for (std::size_t i = 0; i < std::min<std::size_t>(loops.size(), 4); ++i)
        writeLoopRow(context, i);
    if (view.dealCount() > 0)
        context.sheet.addCaption(Firms::tr("Greatest deals"));
    for (const DealId deal : greatestDeals(view, 5))
        writeDealRow(context, deal);
    if (view.dealCount() > 0)
        context.sheet.addCaption(Firms::tr("In most deals"));
    Document* document = &context.document;
    for (const FirmId firm : busiestFirms(view, 5))
        context.sheet.addLinkRow(view.network().firm(firm).name,
                                 words(view.network().firm(firm).kind), {},
                                 [document, firm] { document->select(firm); });
}

} // namespace gyre
