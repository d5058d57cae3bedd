// Invented deal news of any length, with the facts that it tells: for measuring how fast and how
// completely briefings are read. The same seed gives the same text.
#pragma once

#include "graph/model/vocabulary.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <set>
#include <tuple>

namespace gyre {

/// Type, payer ("*": a collective one), receiver, sum in whole units (0: undisclosed).
using ToldDeal = std::tuple<DealType, QString, QString, std::int64_t>;
/// Firm and worth in whole units.
using ToldValue = std::tuple<QString, std::int64_t>;
/// Holder, firm, per cent.
using ToldStake = std::tuple<QString, QString, int>;

struct ToldFacts
{
    std::set<ToldDeal> deals;
    std::set<ToldValue> values;
    std::set<ToldStake> stakes;

    [[nodiscard]] std::size_t size() const { return deals.size() + values.size() + stakes.size(); }
};

struct News
{
    QString text;
    ToldFacts facts;
};

class NewsMaker
{
public:
    /// About `length` characters.
    News made(qsizetype length)
    {
        News news;
        news.text.reserve(length + 2000);
        while (news.text.size() < length) {
            nameFirms();
            const int sentences = below(4) + 3;
            for (int i = 0; i < sentences; ++i)
                news.text += sentence(news.facts) + QChar(u' ');
            news.text += QStringLiteral("\n\n");
        }
        return news;
    }

private:
    struct Sum
    {
        QString words;
        std::int64_t units = 0;
    };

    // std::uniform_int_distribution differs between libraries.
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

    template<std::size_t count>
    QString one(const std::array<const char*, count>& of)
    {
        return QString::fromLatin1(of.at(static_cast<std::size_t>(below(static_cast<int>(count)))));
    }

    QString name()
    {
        static constexpr std::array first{
            "Abelmoor",  "Brinquist", "Corvane",  "Dunhallow", "Elmstrade", "Farrowgate",
            "Glenvoss",  "Harkwell",  "Ivoryk",   "Jorvane",   "Kelpern",   "Lorandel",
            "Marwick",   "Northolme", "Ostrava",  "Pellworth", "Quillane",  "Rookstead",
            "Silvanter", "Tarnquist", "Umberlin", "Varnholt",  "Wexmoor",   "Yarrowby"};
        static constexpr std::array second{"Systems",   "Robotics", "Semiconductor", "Cloud",
                                           "Energy",    "Labs",     "Networks",      "Holdings",
                                           "Analytics", "Motors",   "Biotech",       "Capital"};
        return one(first) + QChar(u' ') + one(second);
    }

    /// Three different ones.
    void nameFirms()
    {
        m_firms = {name(), name(), name()};
        while (m_firms[1] == m_firms[0])
            m_firms[1] = name();
        while (m_firms[2] == m_firms[0] || m_firms[2] == m_firms[1])
            m_firms[2] = name();
    }

    Sum sum()
    {
        const int whole = below(890) + 10;
        const int tenths = below(990) + 10;
        const QString decimal =
            QString::number(tenths / 10) + QChar(u'.') + QString::number(tenths % 10);
        switch (below(5)) {
        case 0:
            return {QStringLiteral("$%1 million").arg(whole), whole * std::int64_t{1'000'000}};
        case 1:
            return {QStringLiteral("$%1 billion").arg(decimal), tenths * std::int64_t{100'000'000}};
        case 2:
            return {QStringLiteral("€%1m").arg(whole), whole * std::int64_t{1'000'000}};
        case 3:
            return {QStringLiteral("US$%1,500,000").arg(whole),
                    whole * std::int64_t{1'000'000} + 500'000};
        default:
            return {QStringLiteral("£%1bn").arg(decimal), tenths * std::int64_t{100'000'000}};
        }
    }

    QString date()
    {
        static constexpr std::array dates{"Monday", "Thursday", "4 March 2025", "Oct. 9, 2025",
                                          "September 2"};
        return one(dates);
    }

    QString round()
    {
        static constexpr std::array rounds{"seed", "Series A", "Series B", "Series D"};
        return one(rounds);
    }

    QString sentence(ToldFacts& told)
    {
        constexpr int deals = 6;
        constexpr int kinds = 15;
        const int kind = below(kinds);
        return kind < deals ? deal(kind, told) : kind < 9 ? holding(kind, told) : aside(kind);
    }

    QString deal(int kind, ToldFacts& told)
    {
        const auto& [o, p, q] = m_firms;
        const Sum paid = sum();
        switch (kind) {
        case 0:
            told.deals.insert({DealType::EquityInvestment, o, p, paid.units});
            return QStringLiteral("On %1 %2 announced that it would put %3 into %4, a supplier.")
                .arg(date(), o, paid.words, p);
        case 1:
            told.deals.insert({DealType::PurchaseCommitment, p, o, paid.units});
            return QStringLiteral("%1 is to rent %2 of computing capacity from %3 until %4.")
                .arg(p, paid.words, o)
                .arg(below(10) + 2027);
        case 2:
            told.deals.insert({DealType::Acquisition, o, p, paid.units});
            return QStringLiteral("%1 bought %2 for %3, its largest takeover so far.")
                .arg(o, p, paid.words);
        case 3:
            told.deals.insert({DealType::EquityInvestment, QStringLiteral("*"), p, paid.units});
            told.deals.insert({DealType::EquityInvestment, o, p, 0});
            told.deals.insert({DealType::EquityInvestment, q, p, 0});
            return QStringLiteral("%1 has raised %2 in a %3 round led by %4, which %5 joined.")
                .arg(p, paid.words, round(), o, q);
        case 4:
            told.deals.insert({DealType::Debt, q, p, paid.units});
            return QStringLiteral("%1, a bank, lent %2 to %3 to pay for new machines.")
                .arg(q, paid.words, p);
        default:
            told.deals.insert({DealType::PurchaseCommitment, q, o, paid.units});
            return QStringLiteral("In return, %1 signed an order for chips worth %2 with %3.")
                .arg(q, paid.words, o);
        }
    }

    QString holding(int kind, ToldFacts& told)
    {
        const auto& [o, p, q] = m_firms;
        const int percent = below(45) + 2;
        const Sum worth = sum();
        if (kind == 6) {
            told.stakes.insert({o, p, percent});
            return QStringLiteral("%1 holds %2% of %3.").arg(o).arg(percent).arg(p);
        }
        if (kind == 7) {
            told.stakes.insert({q, o, percent});
            return QStringLiteral("A filing shows that %1 has a %2% stake in %3.")
                .arg(q)
                .arg(percent)
                .arg(o);
        }
        told.values.insert({p, worth.units});
        return QStringLiteral("The latest sale of shares values %1 at %2.").arg(p, worth.words);
    }

    /// What tells no fact of these kinds.
    QString aside(int kind)
    {
        const auto& [o, p, q] = m_firms;
        switch (kind) {
        case 9:
            return QStringLiteral("Revenue at %1 grew %2% to %3 in the year, more than analysts "
                                  "had forecast.")
                .arg(o)
                .arg(below(60) + 2)
                .arg(sum().words);
        case 10:
            return QStringLiteral("Anna Lindqvist, who runs %1, would not say how long the talks "
                                  "with lawyers might last.")
                .arg(p);
        case 11:
            return QStringLiteral("Shares in %1 fell %2% on the news.").arg(o).arg(below(20) + 1);
        case 12:
            return QStringLiteral("Critics call such arrangements a circle, since the seller often "
                                  "owns part of the buyer.");
        case 13:
            return QStringLiteral("The market for such machines could reach %1 by 2030, according "
                                  "to a study.")
                .arg(sum().words);
        default:
            return QStringLiteral("Engineers from %1 and %2 have worked in the same building since "
                                  "%3.")
                .arg(p, q)
                .arg(below(9) + 2012);
        }
    }

    std::mt19937 m_random{7};
    std::array<QString, 3> m_firms;
};

} // namespace gyre
