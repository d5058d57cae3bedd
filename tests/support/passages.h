// A passage of tests/data/passages: its text, what it says by its annotation, and how much of that
// the extraction found. The rules of matching, in short: names are compared as the same firm's;
// an extracted deal is right if payer, receiver, type and sum match, a valuation if firm, sum and
// currency do, a stake if holder, firm and half a percent do; each annotated fact is matched once;
// an "optional" one is neither missed nor wrong; a wrong deal with a figure of "not_deals" is a
// trap.
#pragma once

#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/reading.h"
#include "graph/interchange/formats.h"
#include "tests/support/passagerules.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace gyre::test {

/// What became of one set of passages, by kind: "deals", "valuations", "stakes", "organizations",
/// and of right deals "status", "qualifier", "date", "currency" (where `said` is of no meaning).
struct PassageScore
{
    struct Count
    {
        int right = 0;
        int gold = 0;
        int said = 0;
    };

    std::map<QString, Count> counts;
    int traps = 0;
    /// "002 deals: A B equity_investment 5000000000": the annotated facts that were found, and what
    /// was told and is not so.
    QStringList right;
    QStringList wrong;
};

class PassageScorer
{
public:
    explicit PassageScorer(const QString& firmTable)
        : m_names(firmTable)
    {
    }

    /// Of `NAME.txt` and `NAME.json` in `folder`.
    PassageScore scoreOf(const QString& folder)
    {
        PassageScore score;
        for (const QString& name :
             QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files)) {
            m_passage = name.chopped(5);
            const QDir dir(folder);
            const auto gold = objectOf(bytesOf(dir.filePath(name)));
            add(score, gold, saidOf(bytesOf(dir.filePath(m_passage + u".txt")), gold));
        }
        return score;
    }

private:
    using Items = std::vector<QJsonObject>;
    using Matches = std::function<bool(const QJsonObject& gold, const QJsonObject& said)>;

    struct Pairing
    {
        std::vector<std::pair<QJsonObject, QJsonObject>> right;
        Items wrong;
        Items missed;
    };

    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a passage without its text");
        return file.readAll();
    }

    static QJsonObject objectOf(const QByteArray& bytes)
    {
        return QJsonDocument::fromJson(bytes).object();
    }

    [[nodiscard]] QJsonObject saidOf(QByteArray text, const QJsonObject& gold) const
    {
        // The first line of some names where the facts are from.
        if (text.startsWith("# "))
            text = text.mid(text.indexOf('\n') + 1);
        ReadBriefing read;
        read.briefing = readBriefing(text.trimmed() + "\n", QStringLiteral("-")).briefing;
        if (const auto date = PartialDate::parse(gold[u"date"].toString()))
            read.briefing.date = date;
        read.extraction = extract(read.briefing, m_lexicon);
        return objectOf(extractionJson(read, false));
    }

    static Items itemsOf(const QJsonObject& object, const char* kind)
    {
        Items items;
        for (const auto& value : object[QLatin1String(kind)].toArray())
            items.push_back(value.isString() ? QJsonObject{{QStringLiteral("name"), value}}
                                             : value.toObject());
        return items;
    }

    [[nodiscard]] QString firm(const QJsonValue& name) const
    {
        return m_names.idOf(name.toString());
    }

    void add(PassageScore& score, const QJsonObject& gold, const QJsonObject& said)
    {
        m_firmNames.clear();
        for (const QJsonObject& firm : itemsOf(said, "organizations"))
            m_firmNames[firm[u"id"].toString()] = firm[u"name"].toString();
        const auto isSame = [this](const char* key) {
            return [this, key](const QJsonObject& g, const QJsonObject& s) {
                return firm(g[QLatin1String(key)]) == firm(QJsonValue(named(s, key)));
            };
        };
        const auto organizations = [&](const QJsonObject& g, const QJsonObject& s) {
            return isSame("name")(g, s);
        };
        const auto valuations = [&](const QJsonObject& g, const QJsonObject& s) {
            return isSame("org")(g, s) && isNear(g[u"amount"], s[u"amount"]) &&
                   isAllowed(g, "currency", s[u"currency"].toString());
        };
        const auto stakes = [&](const QJsonObject& g, const QJsonObject& s) {
            return isSame("holder")(g, s) && isSame("org")(g, s) &&
                   std::abs(g[u"percent"].toDouble() - s[u"percent"].toDouble()) <= 0.5;
        };
        count(score, "organizations", gold, said, organizations);
        count(score, "valuations", gold, said, valuations);
        count(score, "stakes", gold, said, stakes);
        const Pairing deals =
            count(score, "deals", gold, said,
                  [this](const QJsonObject& g, const QJsonObject& s) { return isRightDeal(g, s); });
        countTraps(score, gold, deals.wrong);
        for (const auto& match : deals.right)
            countDetails(score, match.first, match.second);
    }

    Pairing count(PassageScore& score, const char* kind, const QJsonObject& gold,
                  const QJsonObject& said, const Matches& matches)
    {
        const Pairing pairing = paired(itemsOf(gold, kind), itemsOf(said, kind), matches);
        PassageScore::Count& counted = score.counts[QLatin1String(kind)];
        const auto isCounted = [](const QJsonObject& g) { return !g[u"optional"].toBool(); };
        for (const auto& match : pairing.right)
            if (isCounted(match.first)) {
                score.right << words(kind, match.first);
                ++counted.right;
                ++counted.gold;
                ++counted.said;
            }
        for (const QJsonObject& g : pairing.missed)
            counted.gold += isCounted(g) ? 1 : 0;
        counted.said += static_cast<int>(pairing.wrong.size());
        for (const QJsonObject& s : pairing.wrong)
            score.wrong << words(kind, s);
        return pairing;
    }

    /// Greedily, one to one, optional ones last.
    static Pairing paired(Items gold, Items said, const Matches& matches)
    {
        std::stable_sort(gold.begin(), gold.end(), [](const QJsonObject& a, const QJsonObject& b) {
            return !a[u"optional"].toBool() && b[u"optional"].toBool();
        });
        Pairing made;
        for (const QJsonObject& g : gold) {
            const auto found = std::find_if(said.begin(), said.end(),
                                            [&](const QJsonObject& s) { return matches(g, s); });
            if (found == said.end()) {
                made.missed.push_back(g);
                continue;
            }
            made.right.emplace_back(g, *found);
            said.erase(found);
        }
        made.wrong = std::move(said);
        return made;
    }

    /// The name where the field holds an id of the extraction's firms.
    [[nodiscard]] QString named(const QJsonObject& said, const char* key) const
    {
        const QString word = said[QLatin1String(key)].toString();
        const auto found = m_firmNames.find(word);
        return found == m_firmNames.end() ? word : found->second;
    }

    [[nodiscard]] bool isParty(const QJsonObject& gold, const char* key, const QString& said,
                               bool takesMembers) const
    {
        const QString party = gold[QLatin1String(key)].toString();
        const auto isOneOf = [this, &said](const QJsonArray& names) {
            return std::any_of(names.begin(), names.end(), [this, &said](const QJsonValue& name) {
                return firm(name) == m_names.idOf(said);
            });
        };
        if (party != u"*")
            return m_names.idOf(said) == m_names.idOf(party) ||
                   isOneOf(gold[QString(QLatin1String(key) + u"_any")].toArray());
        static const std::set<QString> collective{QString(),
                                                  QStringLiteral("investors"),
                                                  QStringLiteral("roundinvestors"),
                                                  QStringLiteral("undisclosedbuyers"),
                                                  QStringLiteral("undisclosed"),
                                                  QStringLiteral("others"),
                                                  QStringLiteral("unnamed")};
        return said == u"*" || collective.count(squashed(said)) > 0 ||
               (takesMembers && isOneOf(gold[u"group_members"].toArray()));
    }

    [[nodiscard]] bool isRightDeal(const QJsonObject& g, const QJsonObject& s) const
    {
        if (!isAllowed(g, "type", s[u"type"].toString()) || !areRightAmounts(g, s))
            return false;
        const QString from = named(s, "from");
        const QString to = named(s, "to");
        if (isParty(g, "from", from, true) && isParty(g, "to", to, false))
            return true;
        const bool goesBothWays =
            g[u"direction_any"].toBool() || g[u"type"].toString() == u"partnership";
        return goesBothWays && isParty(g, "from", to, true) && isParty(g, "to", from, false);
    }

    void countTraps(PassageScore& score, const QJsonObject& gold, const Items& wrong) const
    {
        const std::set<double> figures = figuresOf(gold[u"not_deals"].toArray());
        const auto isTrap = [&figures](double sum) {
            return std::any_of(figures.begin(), figures.end(),
                               [sum](double figure) { return std::abs(figure - sum) < 0.01; });
        };
        for (const QJsonObject& s : wrong) {
            std::set<double> sums;
            for (const auto& sum : {s[u"amount_low"], s[u"amount_high"]})
                if (sum.isDouble())
                    sums.insert(sum.toDouble());
            for (const double sum : sums)
                if (isTrap(sum)) {
                    ++score.traps;
                    score.wrong << words("traps", s);
                }
        }
    }

    void countDetails(PassageScore& score, const QJsonObject& g, const QJsonObject& s) const
    {
        const bool hasSum = g[u"amount_low"].isDouble() || g[u"amount_high"].isDouble();
        for (const char* key : {"status", "qualifier", "date", "currency"}) {
            QStringList allowed;
            for (const auto& one : g[QString(QLatin1String(key) + u"_any")].toArray())
                allowed << one.toString();
            if (const auto one = g[QLatin1String(key)]; one.isString())
                allowed << one.toString();
            const bool isCurrency = QLatin1String(key) == QLatin1String("currency");
            if (allowed.isEmpty() || (isCurrency && !hasSum))
                continue;
            PassageScore::Count& counted = score.counts[QLatin1String(key)];
            ++counted.gold;
            ++counted.said;
            if (isDetailRight(key, allowed, s[QLatin1String(key)].toString()))
                ++counted.right;
            else
                score.wrong << words(key, s);
        }
    }

    [[nodiscard]] QString words(const char* kind, const QJsonObject& fact) const
    {
        QStringList parts;
        for (const char* key : {"name", "from", "to", "holder", "org", "type", "amount_low",
                                "amount_high", "amount", "percent", "currency", "status", "date"}) {
            const QJsonValue value = fact[QLatin1String(key)];
            if (value.isString())
                parts << named(fact, key);
            else if (value.isDouble())
                parts << QString::number(value.toDouble(), 'g', 12);
        }
        return QStringLiteral("%1 %2: %3")
            .arg(m_passage, QLatin1String(kind), parts.join(QLatin1Char(' ')));
    }

    Lexicon m_lexicon;
    FirmNames m_names;
    QString m_passage;
    std::map<QString, QString> m_firmNames;
};

} // namespace gyre::test
