#include "graph/interchange/mapping.h"

#include "graph/basics/diagnostic.h"

#include <QFile>
#include <QStringList>

namespace gyre {

namespace {

QString wordKey(const QString& field, const QString& word)
{
    return field + QChar(u'\n') + Mapping::key(word);
}

} // namespace

QString Mapping::key(QStringView name)
{
    QString key;
    key.reserve(name.size());
    for (const QChar c : name)
        if (!c.isSpace() && c != u'-' && c != u'_')
            key += c.toLower();
    return key;
}

Mapping::Mapping(const QString& table)
{
    const QString path = QStringLiteral(":/gyre/mappings/") + table + QStringLiteral(".txt");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("mapping.broken"), {}, path);
    int number = 0;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        ++number;
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        try {
            readLine(line);
        } catch (const Error&) {
            throw Error(QStringLiteral("mapping.broken"), {line}, path, number);
        }
    }
}

void Mapping::readLine(const QString& line)
{
    const QString what = line.section(QLatin1Char(' '), 0, 0);
    const QString rest = line.section(QLatin1Char(' '), 1).trimmed();
    const QString from = rest.section(QLatin1Char('='), 0, 0).trimmed();
    const QString to = rest.section(QLatin1Char('='), 1).trimmed();
    if (what == u"skip")
        m_skipped.insert(key(rest));
    else if (what == u"unit" && readUnit(rest))
        return;
    else if (from.isEmpty() || to.isEmpty())
        throw Error(QStringLiteral("mapping.broken"), {});
    else if (what == u"node")
        m_nodeFields.insert(key(from), to);
    else if (what == u"edge")
        m_edgeFields.insert(key(from), to);
    else
        m_words.insert(wordKey(what, from), to);
}

/// "sector, subtype: amount = 1000 USD"
bool Mapping::readUnit(const QString& rest)
{
    const QStringList names = rest.section(QLatin1Char(':'), 0, 0).split(QLatin1Char(','));
    const QString amount = rest.section(QLatin1Char(':'), 1);
    const QStringList unit =
        amount.section(QLatin1Char('='), 1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (names.size() != 2 || unit.size() != 2)
        return false;
    const auto currency = Currency::parse(unit[1]);
    const std::int64_t factor = unit[0].toLongLong();
    if (!currency || factor < 1)
        return false;
    m_units.push_back({key(names[0]), key(names[1]), key(amount.section(QLatin1Char('='), 0, 0)),
                       factor, *currency});
    return true;
}

QString Mapping::nodeField(const QString& name) const
{
    return m_nodeFields.value(key(name));
}

QString Mapping::edgeField(const QString& name) const
{
    return m_edgeFields.value(key(name));
}

bool Mapping::isSkipped(const QString& name) const
{
    return m_skipped.contains(key(name));
}

std::optional<QString> Mapping::word(const QString& field, const QString& word) const
{
    const auto found = m_words.constFind(wordKey(field, word));
    return found == m_words.cend() ? std::nullopt : std::optional(*found);
}

} // namespace gyre
