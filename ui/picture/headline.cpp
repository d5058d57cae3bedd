#include "ui/picture/headline.h"

#include "ui/picture/legend.h"
#include "ui/picture/look.h"
#include "ui/picture/scales.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <map>

namespace gyre {

namespace {

constexpr const char* context = "Headline";

/// How sure it is that the deal comes about, as far as a verb can say it.
enum class Mood : std::uint8_t
{
    May,
    Plans,
    Agreed,
    Did
};

Mood moodOf(const Deal& deal)
{
    switch (deal.status) {
    case Status::Rumoured:
    case Status::InTalks:
        return Mood::May;
    case Status::LetterOfIntent:
    case Status::Announced:
        return Mood::Plans;
    case Status::Signed:
        return Mood::Agreed;
    case Status::Closed:
    case Status::Cancelled:
    case Status::Observed:
        break;
    }
    return Mood::Did;
}

/// With an amount (%1: amount, %2: receiver) and without one (%2: receiver), by mood.
struct Phrases
{
    std::array<const char*, 4> withAmount;
    std::array<const char*, 4> without;
};

constexpr Phrases equity{{QT_TRANSLATE_NOOP("Headline", "may put %1 into %2"),
                          QT_TRANSLATE_NOOP("Headline", "plans to put %1 into %2"),
                          QT_TRANSLATE_NOOP("Headline", "agreed to put %1 into %2"),
                          QT_TRANSLATE_NOOP("Headline", "put %1 into %2")},
                         {QT_TRANSLATE_NOOP("Headline", "may invest in %2"),
                          QT_TRANSLATE_NOOP("Headline", "plans to invest in %2"),
                          QT_TRANSLATE_NOOP("Headline", "agreed to invest in %2"),
                          QT_TRANSLATE_NOOP("Headline", "invested in %2")}};
constexpr Phrases acquisition{{QT_TRANSLATE_NOOP("Headline", "may pay %1 for %2"),
                               QT_TRANSLATE_NOOP("Headline", "plans to pay %1 for %2"),
                               QT_TRANSLATE_NOOP("Headline", "agreed to pay %1 for %2"),
                               QT_TRANSLATE_NOOP("Headline", "paid %1 for %2")},
                              {QT_TRANSLATE_NOOP("Headline", "may take over %2"),
                               QT_TRANSLATE_NOOP("Headline", "plans to take over %2"),
                               QT_TRANSLATE_NOOP("Headline", "agreed to take over %2"),
                               QT_TRANSLATE_NOOP("Headline", "took over %2")}};
constexpr Phrases purchase{{QT_TRANSLATE_NOOP("Headline", "may buy %1 from %2"),
                            QT_TRANSLATE_NOOP("Headline", "plans to buy %1 from %2"),
                            QT_TRANSLATE_NOOP("Headline", "buys %1 from %2"),
                            QT_TRANSLATE_NOOP("Headline", "buys %1 from %2")},
                           {QT_TRANSLATE_NOOP("Headline", "may buy from %2"),
                            QT_TRANSLATE_NOOP("Headline", "plans to buy from %2"),
                            QT_TRANSLATE_NOOP("Headline", "buys from %2"),
                            QT_TRANSLATE_NOOP("Headline", "buys from %2")}};
constexpr Phrases debt{{QT_TRANSLATE_NOOP("Headline", "may lend %1 to %2"),
                        QT_TRANSLATE_NOOP("Headline", "plans to lend %1 to %2"),
                        QT_TRANSLATE_NOOP("Headline", "agreed to lend %1 to %2"),
                        QT_TRANSLATE_NOOP("Headline", "lent %1 to %2")},
                       {QT_TRANSLATE_NOOP("Headline", "may lend to %2"),
                        QT_TRANSLATE_NOOP("Headline", "plans to lend to %2"),
                        QT_TRANSLATE_NOOP("Headline", "agreed to lend to %2"),
                        QT_TRANSLATE_NOOP("Headline", "lent to %2")}};
constexpr Phrases warrant{{QT_TRANSLATE_NOOP("Headline", "may grant warrants for %1 to %2"),
                           QT_TRANSLATE_NOOP("Headline", "plans to grant warrants for %1 to %2"),
                           QT_TRANSLATE_NOOP("Headline", "agreed to grant warrants for %1 to %2"),
                           QT_TRANSLATE_NOOP("Headline", "granted warrants for %1 to %2")},
                          {QT_TRANSLATE_NOOP("Headline", "may grant warrants to %2"),
                           QT_TRANSLATE_NOOP("Headline", "plans to grant warrants to %2"),
                           QT_TRANSLATE_NOOP("Headline", "agreed to grant warrants to %2"),
                           QT_TRANSLATE_NOOP("Headline", "granted warrants to %2")}};
constexpr Phrases payment{
    {QT_TRANSLATE_NOOP("Headline", "may pay %1 to %2"),
     QT_TRANSLATE_NOOP("Headline", "plans to pay %1 to %2"),
     QT_TRANSLATE_NOOP("Headline", "agreed to pay %1 to %2"),
     QT_TRANSLATE_NOOP("Headline", "paid %1 to %2")},
    {QT_TRANSLATE_NOOP("Headline", "may pay %2"), QT_TRANSLATE_NOOP("Headline", "plans to pay %2"),
     QT_TRANSLATE_NOOP("Headline", "agreed to pay %2"), QT_TRANSLATE_NOOP("Headline", "paid %2")}};

const Phrases& phrasesOf(DealType type)
{
    switch (type) {
    case DealType::EquityInvestment:
        return equity;
    case DealType::Acquisition:
        return acquisition;
    case DealType::PurchaseCommitment:
        return purchase;
    case DealType::Debt:
        return debt;
    case DealType::Warrant:
        return warrant;
    case DealType::RevenueShare:
    case DealType::StakeTransfer:
    case DealType::Partnership:
    case DealType::Other:
        break;
    }
    return payment;
}

QString translated(const char* text)
{
    return QCoreApplication::translate(context, text);
}

QString spoken(const Amount& amount)
{
    const bool isRange = amount.low && amount.high && *amount.low != *amount.high;
    if (isRange || amount.qualifier == Qualifier::Exact)
        return written(amount);
    return words(amount.qualifier) + QLatin1Char(' ') + written(*amount.figure(), amount.currency);
}

/// "may put up to $10B into OpenAI".
QString predicate(const View& view, const Deal& deal)
{
    const QString receiver = view.network().firm(deal.to).name;
    const auto mood = static_cast<std::size_t>(moodOf(deal));
    const Phrases& phrases = phrasesOf(deal.type);
    if (deal.amount.isDisclosed())
        return translated(phrases.withAmount.at(mood)).arg(spoken(deal.amount), receiver);
    return translated(phrases.without.at(mood)).replace(QStringLiteral("%2"), receiver);
}

QString payerOf(const View& view, const Deal& deal)
{
    return deal.hasCollectivePayer() ? translated(QT_TRANSLATE_NOOP("Headline", "Investors"))
                                     : view.network().firm(deal.from).name;
}

QString clause(const View& view, const Deal& deal)
{
    return payerOf(view, deal) + QLatin1Char(' ') + predicate(view, deal);
}

/// The greatest that still stands; of a loop that counts there is one in each hop.
DealId leading(const View& view, const Hop& hop)
{
    const auto stands = std::find_if(hop.deals.begin(), hop.deals.end(), [&view](DealId deal) {
        return !isStruck(view.network().deal(deal));
    });
    return stands == hop.deals.end() ? hop.deals.front() : *stands;
}

/// The investor's half first, then what comes back: "…, which buys $38B from Amazon".
QString ofPair(const View& view, const Circuit& loop)
{
    const Deal* first = &view.network().deal(leading(view, loop.hops[0]));
    const Deal* second = &view.network().deal(leading(view, loop.hops[1]));
    const auto isPurchase = [](const Deal& deal) { return hueOf(deal.type) == FlowHue::Purchase; };
    if (isPurchase(*first) && !isPurchase(*second))
        std::swap(first, second);
    //: %1 a clause ("Amazon may put $10B into OpenAI"), %2 what the receiver does in return.
    return translated(QT_TRANSLATE_NOOP("Headline", "%1, which %2"))
        .arg(clause(view, *first), predicate(view, *second));
}

QString withAbout(const MoneySum& sum, std::int64_t units)
{
    const QString figure = written(units, sum.currency());
    return sum.isAbout() ? words(Qualifier::About) + QLatin1Char(' ') + figure : figure;
}

QString ofRound(const View& view, const Circuit& loop)
{
    QStringList names;
    for (const FirmId firm : loop.firms)
        names << view.network().firm(firm).name;
    names << names.first();
    const QString chain = names.join(QStringLiteral(" → "));
    const bool isFirm = sureness(loop.weakestStatus) >= sureness(Status::Signed);
    if (loop.bottleneck.value_or(0) <= 0)
        return translated(isFirm ? QT_TRANSLATE_NOOP("Headline", "Money can go round: %1")
                                 : QT_TRANSLATE_NOOP("Headline", "Money could go round: %1"))
            .arg(chain);
    const MoneySum& round = loop.goesRound;
    if (round.isOpen())
        return translated(isFirm ? QT_TRANSLATE_NOOP("Headline", "At least %1 can go round: %2")
                                 : QT_TRANSLATE_NOOP("Headline", "At least %1 could go round: %2"))
            .arg(withAbout(round, *round.low()), chain);
    return translated(isFirm ? QT_TRANSLATE_NOOP("Headline", "Up to %1 can go round: %2")
                             : QT_TRANSLATE_NOOP("Headline", "Up to %1 could go round: %2"))
        .arg(withAbout(round, *round.farthest()), chain);
}

/// A loop with a deal that is off goes round no more.
bool goesRound(const Circuit& loop)
{
    return loop.weakestStatus != Status::Cancelled;
}

/// In the currencies of most deals, for figures of far ones can't be compared: those come last.
const Circuit* biggest(const View& view, const Circuits& loops)
{
    const CommonScale scale = amountScale(view);
    const auto size = [&scale](const Circuit& loop) {
        return loop.bottleneck && scale.covers(loop.currency) ? *loop.bottleneck : -1;
    };
    const Circuit* best = nullptr;
    for (const Circuit& loop : loops.found)
        if (loop.firms.size() > 1 && goesRound(loop) &&
            (best == nullptr || size(loop) > size(*best)))
            best = &loop;
    return best;
}

/// Of those that stand, in the currencies of most; none where no amount is disclosed.
DealId largestDeal(const View& view)
{
    const CommonScale scale = amountScale(view);
    DealId largest;
    for (const DealId id : view.deals()) {
        const Deal& deal = view.network().deal(id);
        if (deal.amount.isDisclosed() && !isStruck(deal) && scale.covers(deal.amount.currency) &&
            (!largest.isValid() ||
             *deal.amount.figure() > *view.network().deal(largest).amount.figure()))
            largest = id;
    }
    return largest;
}

/// All that there is has come to nothing.
QString ofOff(const View& view, DealId id)
{
    const Deal& deal = view.network().deal(id);
    //: %1 payer, %2 receiver.
    const char* said = deal.denied ? QT_TRANSLATE_NOOP("Headline", "Denied: a deal of %1 with %2")
                                   : QT_TRANSLATE_NOOP("Headline", "Off: the deal of %1 with %2");
    return translated(said).arg(payerOf(view, deal), view.network().firm(deal.to).name);
}

QString ofHub(const View& view)
{
    std::vector<std::size_t> degree(view.network().firmSlots());
    const std::vector<DealId> deals = view.deals();
    for (const DealId id : deals) {
        const Deal& deal = view.network().deal(id);
        ++degree[deal.to.value];
        if (deal.from.isValid() && deal.from != deal.to)
            ++degree[deal.from.value];
    }
    const auto hub = std::max_element(degree.begin(), degree.end());
    const FirmId firm{static_cast<std::uint32_t>(hub - degree.begin())};
    if (deals.size() == 1)
        return isStruck(view.network().deal(deals.front()))
                   ? ofOff(view, deals.front())
                   : clause(view, view.network().deal(deals.front()));
    return translated(QT_TRANSLATE_NOOP("Headline", "%1 stands in %2 of %3 deals"))
        .arg(view.network().firm(firm).name, QString::number(*hub), writtenCount(deals.size()));
}

QString ofNothing(const View& view)
{
    const auto& route = view.filter().route;
    if (!route)
        return translated(QT_TRANSLATE_NOOP("Headline", "No deals to draw"));
    return translated(route->isDirected
                          ? QT_TRANSLATE_NOOP("Headline", "No money goes from %1 to %2 here")
                          : QT_TRANSLATE_NOOP("Headline", "No deals join %1 and %2 here"))
        .arg(view.network().firm(route->from).name, view.network().firm(route->to).name);
}

QString counted(std::size_t count, const char* one, const char* many)
{
    return count == 1 ? translated(one) : translated(many).arg(writtenCount(count));
}

/// "US$", "€": the dollar says whose it is, because others have one too.
QString currencyName(Currency currency)
{
    return currency == Currency::usd() ? QStringLiteral("US$") : currency.sign().trimmed();
}

QStringList currenciesOf(const View& view)
{
    std::map<Currency, int> counts;
    for (const DealId id : view.deals()) {
        const Amount& amount = view.network().deal(id).amount;
        if (amount.isDisclosed() && amount.currency.isKnown())
            ++counts[amount.currency];
    }
    std::vector<std::pair<Currency, int>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList names;
    for (const auto& [currency, count] : sorted)
        names << currencyName(currency);
    return names;
}

/// Where dates decide what is drawn.
std::size_t undatedDeals(const View& view)
{
    const Filter& filter = view.filter();
    if (!filter.asOf && !filter.from && !filter.to)
        return 0;
    const std::vector<DealId> deals = view.deals();
    return static_cast<std::size_t>(std::count_if(deals.begin(), deals.end(), [&view](DealId id) {
        return view.network().facts(id).firstDay == DealFacts::noDay;
    }));
}

} // namespace

Headline headline(const View& view, const Circuits& loops)
{
    if (view.dealCount() == 0)
        return {ofNothing(view), {}};
    if (const Circuit* loop = biggest(view, loops)) {
        Headline made{loop->firms.size() == 2 ? ofPair(view, *loop) : ofRound(view, *loop), {}};
        for (const Hop& hop : loop->hops)
            made.deals.push_back(leading(view, hop));
        return made;
    }
    if (const DealId deal = largestDeal(view); deal.isValid())
        return {clause(view, view.network().deal(deal)), {deal}};
    return {ofHub(view), {}};
}

QString scopeLine(const View& view, const Circuits& loops, const QString& asOf)
{
    QStringList parts;
    parts << counted(view.firmCount(), QT_TRANSLATE_NOOP("Headline", "1 firm"),
                     QT_TRANSLATE_NOOP("Headline", "%1 firms"));
    if (const std::size_t more = view.leftOut(LeftOut::NoRoom); more > 0)
        parts << translated(QT_TRANSLATE_NOOP("Headline", "%1 of %2 deals"))
                     .arg(writtenCount(view.dealCount()), writtenCount(view.dealCount() + more));
    else
        parts << counted(view.dealCount(), QT_TRANSLATE_NOOP("Headline", "1 deal"),
                         QT_TRANSLATE_NOOP("Headline", "%1 deals"));
    const auto round =
        static_cast<std::size_t>(std::count_if(loops.found.begin(), loops.found.end(), goesRound));
    if (round > 0 && !loops.isTruncated)
        parts << counted(round, QT_TRANSLATE_NOOP("Headline", "1 loop"),
                         QT_TRANSLATE_NOOP("Headline", "%1 loops"));
    const QStringList currencies = currenciesOf(view);
    if (!currencies.isEmpty())
        parts << currencies.join(QStringLiteral(", "));
    if (!asOf.isEmpty())
        parts << translated(QT_TRANSLATE_NOOP("Headline", "to %1")).arg(asOf);
    // They are in, although nobody can say that they were known then.
    if (const std::size_t undated = undatedDeals(view); undated > 0)
        parts << counted(undated, QT_TRANSLATE_NOOP("Headline", "1 deal without a date"),
                         QT_TRANSLATE_NOOP("Headline", "%1 deals without a date"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace gyre
