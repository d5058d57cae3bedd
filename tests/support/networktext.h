// Networks drawn as lines, for tests that can be read: "Amazon -> OpenAI: equity 10 USD, in_talks".
#pragma once

#include "graph/model/network.h"

#include <QRandomGenerator>
#include <QStringList>

namespace gyre::test {

/// One deal a line: PAYER -> RECEIVER [: TYPE [AMOUNT in billions USD] [, STATUS]].
/// TYPE: equity, purchase, debt, warrant, partnership, stake. "*" is a collective payer.
inline Deal dealOf(NetworkEditor& edit, const QString& line)
{
    const auto firm = [&edit](const QString& name) {
        if (name == QLatin1String("*"))
            return FirmId{};
        if (const auto known = edit.network().findFirmNamed(name))
            return *known;
        Firm made;
        made.id = nameKey(name);
        made.name = name;
        return edit.addFirm(made);
    };
    const QString ends = line.section(QLatin1Char(':'), 0, 0);
    const QString rest = line.section(QLatin1Char(':'), 1).trimmed();
    const QStringList words =
        rest.section(QLatin1Char(','), 0, 0).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString status = rest.section(QLatin1Char(','), 1).trimmed();
    Deal deal;
    deal.from = firm(ends.section(QStringLiteral("->"), 0, 0).trimmed());
    deal.to = firm(ends.section(QStringLiteral("->"), 1).trimmed());
    deal.type = DealType::EquityInvestment;
    const QString type = words.value(0);
    if (type == QLatin1String("purchase"))
        deal.type = DealType::PurchaseCommitment;
    else if (type == QLatin1String("stake"))
        deal.type = DealType::StakeTransfer;
    else if (const auto known = dealTypeFromName(type))
        deal.type = *known;
    if (words.size() > 1)
        deal.amount =
            Amount::exactly(static_cast<std::int64_t>(words[1].toDouble() * 1e9), Currency::usd());
    deal.status = statusFromName(status).value_or(Status::Signed);
    deal.id = QStringLiteral("d%1").arg(edit.network().dealSlots());
    return deal;
}

inline Network drawn(const QStringList& lines)
{
    NetworkEditor edit;
    for (const QString& line : lines) {
        const Deal deal = dealOf(edit, line);
        edit.addDeal(deal);
    }
    return edit.done();
}

/// A random network: `firms` named "F0" …, `deals` of mixed types between them, seeded.
inline Network randomNetwork(int firms, int deals, quint32 seed)
{
    QRandomGenerator random(seed);
    NetworkEditor edit;
    for (int i = 0; i < firms; ++i) {
        Firm firm;
        firm.id = QStringLiteral("f%1").arg(i);
        firm.name = QStringLiteral("F%1").arg(i);
        edit.addFirm(firm);
    }
    const auto pick = [&random](int count) {
        return static_cast<std::uint32_t>(random.bounded(count));
    };
    for (int i = 0; i < deals; ++i) {
        Deal deal;
        deal.id = QStringLiteral("d%1").arg(i);
        deal.to = FirmId{pick(firms)};
        if (random.bounded(20) != 0)
            deal.from = FirmId{pick(firms)};
        deal.type = static_cast<DealType>(random.bounded(dealTypeCount));
        deal.status = static_cast<Status>(random.bounded(int{statusCount} - 1));
        deal.denied = random.bounded(15) == 0;
        deal.counted = random.bounded(10) != 0;
        if (random.bounded(4) != 0)
            deal.amount =
                Amount::exactly(random.bounded(1, 400) * qint64{100'000'000}, Currency::usd());
        if (random.bounded(5) != 0)
            deal.date = PartialDate::month(2020 + random.bounded(7), 1 + random.bounded(12));
        edit.addDeal(deal);
    }
    return edit.done();
}

} // namespace gyre::test
