#include "graph/model/learntname.h"

#include <algorithm>

namespace gyre {

namespace {

constexpr QLatin1String sourceMark("# ");
constexpr QLatin1String titleMark(", in: ");
constexpr int dayLength = 10;

QString orDash(const QString& word)
{
    return word.isEmpty() ? QStringLiteral("-") : word;
}

QString givenIn(const QStringList& words, qsizetype i)
{
    const QString word = words.value(i);
    return word == QLatin1String("-") ? QString() : word;
}

/// One line, without what parts names from each other.
QString plainName(const QString& name)
{
    QString plain = name;
    plain.replace(QLatin1Char(';'), QLatin1Char(' '));
    plain = plain.simplified();
    while (plain.startsWith(QLatin1Char('?')))
        plain = plain.mid(1).trimmed();
    return plain;
}

QString firmForm()
{
    return QStringLiteral("firm ID KIND TICKER COUNTRY FOUNDED : Name; other name");
}

QString kindsOfFirms()
{
    QStringList names;
    for (int i = 0; i < firmKindCount; ++i)
        names << name(static_cast<FirmKind>(i));
    return QStringLiteral("KIND = ") + names.join(QLatin1Char(' '));
}

/// What stands before the colon of a firm's row.
LearntRow firmRow(const QStringList& words)
{
    const auto kind = firmKindFromName(words.value(2));
    if (words.size() < 3)
        return {std::nullopt, firmForm()};
    if (!kind)
        return {std::nullopt, kindsOfFirms()};
    LearntName made;
    made.firm = words[1];
    made.firmKind = *kind;
    made.ticker = givenIn(words, 3);
    made.country = givenIn(words, 4);
    made.founded = givenIn(words, 5);
    return {std::move(made), {}};
}

LearntRow openingOf(const QStringList& words)
{
    const QString key = words.value(0);
    if (key == QLatin1String("firm"))
        return firmRow(words);
    LearntName made;
    if (key == QLatin1String("alias")) {
        if (words.size() != 2)
            return {std::nullopt, QStringLiteral("alias ID : other name; other name")};
        made.kind = LearntName::Kind::OtherName;
        made.firm = words[1];
        return {std::move(made), {}};
    }
    if (key == QLatin1String("no-firm")) {
        made.kind = LearntName::Kind::NoFirm;
        return {std::move(made), {}};
    }
    return {std::nullopt, firmForm() + QStringLiteral(" / alias ID : other name / no-firm : name")};
}

} // namespace

std::vector<LearntName::Spelling> spellingsOf(QStringView phrases)
{
    std::vector<LearntName::Spelling> found;
    for (const QStringView part : phrases.split(u';')) {
        LearntName::Spelling made;
        made.isAmbiguous = part.trimmed().startsWith(u'?');
        made.text = plainName(part.toString());
        const bool isKnown =
            std::any_of(found.begin(), found.end(), [&made](const LearntName::Spelling& other) {
                return other.text == made.text;
            });
        if (!made.text.isEmpty() && !isKnown)
            found.push_back(std::move(made));
    }
    return found;
}

QString spellingsIn(const std::vector<LearntName::Spelling>& names)
{
    QStringList parts;
    for (const LearntName::Spelling& spelling : names)
        parts << (spelling.isAmbiguous ? QStringLiteral("?") : QString()) +
                     plainName(spelling.text);
    return parts.join(QStringLiteral("; "));
}

QString rowOf(const LearntName& name)
{
    QString row;
    switch (name.kind) {
    case LearntName::Kind::Firm:
        row = QStringLiteral("firm %1 %2 %3 %4 %5")
                  .arg(name.firm, gyre::name(name.firmKind), orDash(name.ticker),
                       orDash(name.country), orDash(name.founded));
        break;
    case LearntName::Kind::OtherName:
        row = QStringLiteral("alias ") + name.firm;
        break;
    case LearntName::Kind::NoFirm:
        row = QStringLiteral("no-firm");
        break;
    }
    return row + QStringLiteral(" : ") + spellingsIn(name.names);
}

QString sourceLineOf(const LearntName& name)
{
    if (!name.saidOn.isValid())
        return {};
    QString line = sourceMark + name.saidOn.toString(Qt::ISODate);
    if (!name.saidIn.isEmpty())
        line += titleMark + name.saidIn.simplified();
    return line;
}

LearntRow learntRow(QStringView row)
{
    const qsizetype colon = row.indexOf(u" : ");
    const QString opening = (colon < 0 ? row : row.first(colon)).toString().simplified();
    LearntRow read = openingOf(opening.split(QLatin1Char(' ')));
    if (!read.name)
        return read;
    if (colon >= 0)
        read.name->names = spellingsOf(row.mid(colon + 3));
    if (read.name->names.empty())
        return {std::nullopt, opening + QStringLiteral(" : Name; other name")};
    return read;
}

bool takeSource(LearntName& name, QStringView line)
{
    if (!line.startsWith(sourceMark))
        return false;
    const QStringView words = line.mid(sourceMark.size()).trimmed();
    const QDate day = QDate::fromString(words.left(dayLength).toString(), Qt::ISODate);
    const QStringView rest = words.mid(dayLength);
    if (!day.isValid() || (!rest.isEmpty() && !rest.startsWith(titleMark)))
        return false;
    name.saidOn = day;
    name.saidIn = rest.mid(titleMark.size()).toString().simplified();
    return true;
}

} // namespace gyre
