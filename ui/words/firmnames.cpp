#include "ui/words/firmnames.h"

#include "ui/words/words.h"

#include <QCoreApplication>

namespace gyre {

namespace {

struct FirmNames
{
    Q_DECLARE_TR_FUNCTIONS(FirmNames)
};

using Kind = FirmEvent::Kind;

bool isMerged(const std::vector<FirmEvent>& events)
{
    return std::any_of(events.begin(), events.end(),
                       [](const FirmEvent& event) { return event.kind == Kind::Merged; });
}

/// "Facebook until 28 Oct 2021; now Meta".
QString namesOf(const std::vector<FirmEvent>& events)
{
    QStringList parts;
    QString last;
    for (const FirmEvent& event : events) {
        if (event.kind != Kind::Renamed)
            continue;
        parts << FirmNames::tr("%1 until %2").arg(event.other, words(*event.from));
        last = event.name;
    }
    if (!last.isEmpty())
        parts << (isMerged(events) ? FirmNames::tr("then %1") : FirmNames::tr("now %1")).arg(last);
    return parts.join(QStringLiteral("; "));
}

QString unitWords(const FirmEvent& unit)
{
    if (unit.from && unit.until)
        return FirmNames::tr("Unit of %1, %2 to %3")
            .arg(unit.other, words(*unit.from), words(*unit.until));
    if (unit.until)
        return FirmNames::tr("Unit of %1 until %2").arg(unit.other, words(*unit.until));
    return unit.from ? FirmNames::tr("Unit of %1 since %2").arg(unit.other, words(*unit.from))
                     : FirmNames::tr("Unit of %1").arg(unit.other);
}

QString eventWords(const FirmEvent& event)
{
    switch (event.kind) {
    case Kind::Merged:
        return FirmNames::tr("Part of %1 since %2").arg(event.other, words(*event.from));
    case Kind::Split:
        return FirmNames::tr("Split off from %1, %2").arg(event.other, words(*event.from));
    case Kind::Unit:
        return unitWords(event);
    case Kind::Renamed:
        break;
    }
    return {};
}

} // namespace

QString words(const NameOfDate& name)
{
    if (name.successor)
        return FirmNames::tr("%1 (%2 since %3)", "firm, which it is a part of, month")
            .arg(name.name, name.successor->firm,
                 words(name.successor->since.coarsenedTo(PartialDate::Precision::Month)));
    return FirmNames::tr("%1 (later %2)", "firm, its name today").arg(name.name, name.laterName);
}

QString labelOfDate(const View& view, FirmId firm)
{
    const Firm& made = view.network().firm(firm);
    const auto told = nameOfDate(made.name, view.filter().asOf);
    if (told && told->successor)
        return words(*told);
    return made.name.isEmpty() ? made.id : made.name;
}

QString namesLine(const std::vector<NameOfDate>& names, const PartialDate& asOf, std::size_t most)
{
    if (names.empty())
        return {};
    QStringList parts;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
        parts << words(names[i]);
    if (names.size() > most)
        parts << FirmNames::tr("and %1 more").arg(names.size() - most);
    return FirmNames::tr("Names as of %1: %2").arg(words(asOf), parts.join(FirmNames::tr(", ")));
}

QString namesLine(const View& view, std::size_t most)
{
    const auto& asOf = view.filter().asOf;
    return asOf ? namesLine(namesOfDate(view), *asOf, most) : QString();
}

QStringList pastOf(const QString& name, const FirmHistory& history)
{
    const auto firm = history.firmNamed(name);
    if (!firm)
        return {};
    const auto& events = history.events(*firm);
    QStringList lines{namesOf(events)};
    for (const FirmEvent& event : events)
        lines << eventWords(event);
    lines.removeAll(QString());
    return lines;
}

QStringList sourcesOfPast(const QString& name, const FirmHistory& history)
{
    QStringList sources;
    if (const auto firm = history.firmNamed(name))
        for (const FirmEvent& event : history.events(*firm))
            sources << event.source;
    sources.removeAll(QString());
    sources.removeDuplicates();
    return sources;
}

} // namespace gyre
