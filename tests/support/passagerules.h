// When an extracted fact is an annotated one: names of one firm, sums and what else is compared.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace gyre::test {

inline QString squashed(const QString& name)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]"));
    return name.toLower().remove(other);
}

/// Which name is which firm: the tables of facts, aliases and all.
class FirmNames
{
public:
    explicit FirmNames(const QString& table)
    {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no table of firms");
        // No cell of the table is quoted.
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n').mid(1)) {
            const QStringList cells = line.split(u',');
            for (const QString& name :
                 QStringList{cells.value(0), cells.value(1)} + cells.value(6).split(u';'))
                if (!squashed(name).isEmpty())
                    m_ids[squashed(name)] = cells.value(0);
        }
    }

    [[nodiscard]] QString idOf(const QString& name) const
    {
        static const QRegularExpression suffix(QStringLiteral(
            "(inc|corp|corporation|ltd|plc|llc|group|holdings|holding|technologies|nv|sa|ag)$"));
        const QString key = squashed(name);
        const QString bare = QString(key).remove(suffix);
        const QString whole = bare.isEmpty() ? key : bare;
        const auto found = m_ids.contains(key) ? m_ids.find(key) : m_ids.find(bare);
        return found == m_ids.end() ? whole : found->second;
    }

private:
    std::map<QString, QString> m_ids;
};

inline bool isNear(const QJsonValue& a, const QJsonValue& b)
{
    if (!a.isDouble() || !b.isDouble())
        return !a.isDouble() && !b.isDouble();
    return std::abs(a.toDouble() - b.toDouble()) <=
           0.01 * std::max(std::abs(a.toDouble()), std::abs(b.toDouble()));
}

inline bool isAllowed(const QJsonObject& gold, const char* key, const QString& word)
{
    return gold[QLatin1String(key)].toString() == word ||
           gold[QString(QLatin1String(key) + u"_any")].toArray().contains(QJsonValue(word));
}

inline bool areRightAmounts(const QJsonObject& g, const QJsonObject& s)
{
    const QJsonArray lows = g[u"low_any"].toArray();
    const bool isLow = isNear(g[u"amount_low"], s[u"amount_low"]) ||
                       std::any_of(lows.begin(), lows.end(), [&s](const QJsonValue& low) {
                           return isNear(low, s[u"amount_low"]);
                       });
    if (isNear(g[u"amount_high"], s[u"amount_high"]) && isLow)
        return true;
    const QString qualifier = g[u"qualifier"].toString();
    if (qualifier != u"exact" && qualifier != u"about")
        return false;
    // One figure of two is enough.
    bool isSaid = false;
    for (const auto& figure : {s[u"amount_low"], s[u"amount_high"]}) {
        if (!figure.isDouble())
            continue;
        isSaid = true;
        if (!isNear(figure, g[u"amount_low"]) && !isNear(figure, g[u"amount_high"]))
            return false;
    }
    return isSaid;
}

/// The figures that notes of "not_deals" begin with or hold.
inline std::set<double> figuresOf(const QJsonArray& notes)
{
    static const std::map<QString, double> units{
        {QStringLiteral("million"), 1e6},   {QStringLiteral("m"), 1e6},
        {QStringLiteral("mn"), 1e6},        {QStringLiteral("billion"), 1e9},
        {QStringLiteral("bn"), 1e9},        {QStringLiteral("b"), 1e9},
        {QStringLiteral("trillion"), 1e12}, {QStringLiteral("tn"), 1e12}};
    static const QRegularExpression figure(
        QStringLiteral("(\\d[\\d,.]*\\d|\\d)\\s*(million|billion|trillion|bn|mn|tn|m|b)?\\b"));
    std::set<double> figures;
    for (const auto& note : notes) {
        auto all = figure.globalMatch(note.toString().toLower());
        while (all.hasNext()) {
            const auto match = all.next();
            bool isNumber = false;
            const double number = match.captured(1).remove(QLatin1Char(',')).toDouble(&isNumber);
            const auto unit = units.find(match.captured(2));
            if (isNumber)
                figures.insert(number * (unit == units.end() ? 1 : unit->second));
        }
    }
    return figures;
}

inline bool isDetailRight(const char* key, const QStringList& allowed, QString said)
{
    if (said == u"letter_of_intent")
        said = QStringLiteral("announced");
    // The same month is enough.
    if (QLatin1String(key) == QLatin1String("date"))
        return std::any_of(allowed.begin(), allowed.end(), [&said](const QString& date) {
            return said.left(7).startsWith(date.left(7));
        });
    return allowed.contains(said);
}

} // namespace gyre::test
