#include "graph/model/firmhistory.h"

#include "graph/model/network.h"

#include <algorithm>

namespace gyre {

namespace {

using Kind = FirmEvent::Kind;

/// More units within units than that are a circle that nobody meant.
constexpr int deepest = 32;

bool isSince(const std::optional<PartialDate>& date, QDate day)
{
    return !date || date->last() <= day;
}

/// On this day for sure.
bool isUnitOn(const FirmEvent& unit, QDate day)
{
    return isSince(unit.from, day) && !(unit.until && unit.until->first() <= day);
}

bool overlap(const FirmEvent& a, const FirmEvent& b)
{
    const auto begins = [](const FirmEvent& unit) {
        return unit.from ? unit.from->last() : QDate(1, 1, 1);
    };
    const auto isOverBefore = [](const FirmEvent& unit, QDate day) {
        return unit.until && unit.until->first() <= day;
    };
    return !isOverBefore(a, begins(b)) && !isOverBefore(b, begins(a));
}

bool isEarlier(const FirmEvent& a, const FirmEvent& b)
{
    return a.from < b.from;
}

QString lineText(const FirmEvent& event)
{
    return QString::number(event.line);
}

Diagnostic problem(const FirmEvent& event, const QString& code, const QStringList& arguments)
{
    return {Severity::Warning, code, arguments, {}, event.line, {}};
}

} // namespace

FirmHistory::FirmHistory(std::vector<FirmEvent> events, Diagnostics& problems, const QString& file)
{
    // In order of time, so that a renaming meets the name that it follows on.
    std::stable_sort(events.begin(), events.end(), isEarlier);
    for (FirmEvent& event : events) {
        if (auto wrong = problemWith(event)) {
            wrong->file = file;
            problems.push_back(std::move(*wrong));
            continue;
        }
        Past& past = m_firms[nameKey(event.firm)];
        if (past.firm.isEmpty())
            past.firm = event.firm;
        past.events.push_back(std::move(event));
    }
    std::stable_sort(problems.begin(), problems.end(), [](const auto& a, const auto& b) {
        return a.line.value_or(0) < b.line.value_or(0);
    });
    learnNames();
}

void FirmHistory::learnNames()
{
    for (const auto& [key, past] : m_firms)
        for (const QString& name : names(past.firm))
            if (const auto [at, isNew] = m_named.emplace(nameKey(name), key);
                !isNew && at->second != key)
                at->second.clear();
    // Whose own name it is, is meant by it.
    for (const auto& [key, past] : m_firms)
        m_named[key] = key;
}

std::optional<Diagnostic> FirmHistory::problemWith(const FirmEvent& event) const
{
    const QString& before = event.kind == Kind::Renamed ? event.name : event.firm;
    if (nameKey(before) == nameKey(event.other))
        return problem(event, QStringLiteral("history.itself"), {event.other});
    switch (event.kind) {
    case Kind::Renamed:
        return problemWithName(event);
    case Kind::Merged:
        if (const FirmEvent* merger = mergerOf(event.firm))
            return problem(event, QStringLiteral("history.merged-twice"),
                           {event.firm, merger->other, lineText(*merger)});
        if (leadsTo(event.other, event.firm))
            return problem(event, QStringLiteral("history.merge-circle"),
                           {event.firm, event.other});
        break;
    case Kind::Unit:
        return problemWithUnit(event);
    case Kind::Split:
        break;
    }
    return std::nullopt;
}

std::optional<Diagnostic> FirmHistory::problemWithName(const FirmEvent& event) const
{
    const auto& known = events(event.firm);
    const auto last = std::find_if(known.rbegin(), known.rend(), [](const FirmEvent& earlier) {
        return earlier.kind == Kind::Renamed;
    });
    if (last == known.rend())
        return std::nullopt;
    // Which of two came first must be told by their dates, else the firm has two names on a day.
    if (last->from->last() >= event.from->first())
        return problem(event, QStringLiteral("history.same-date"),
                       {event.firm, last->name, lineText(*last)});
    if (nameKey(last->name) != nameKey(event.other))
        return problem(event, QStringLiteral("history.two-names"),
                       {event.firm, event.other, last->name, lineText(*last)});
    return std::nullopt;
}

std::optional<Diagnostic> FirmHistory::problemWithUnit(const FirmEvent& event) const
{
    if (event.from && event.until && event.until->first() <= event.from->last())
        return problem(event, QStringLiteral("history.ends-early"),
                       {event.from->toString(), event.until->toString()});
    for (const FirmEvent& other : events(event.firm))
        if (other.kind == Kind::Unit && overlap(other, event))
            return problem(event, QStringLiteral("history.two-parents"),
                           {event.firm, other.other, lineText(other)});
    if (isWithin(event.other, event, 0))
        return problem(event, QStringLiteral("history.unit-circle"), {event.firm, event.other});
    return std::nullopt;
}

/// Whether `firm` is, while `unit` is one, within the firm that `unit` is about.
bool FirmHistory::isWithin(const QString& firm, const FirmEvent& unit, int depth) const
{
    if (nameKey(firm) == nameKey(unit.firm) || depth > deepest)
        return true;
    const auto& known = events(firm);
    return std::any_of(known.begin(), known.end(), [&](const FirmEvent& event) {
        return event.kind == Kind::Unit && overlap(event, unit) &&
               isWithin(event.other, unit, depth + 1);
    });
}

const FirmHistory::Past* FirmHistory::find(const QString& firm) const
{
    const auto found = m_firms.find(nameKey(firm));
    return found == m_firms.end() ? nullptr : &found->second;
}

const std::vector<FirmEvent>& FirmHistory::events(const QString& firm) const
{
    static const std::vector<FirmEvent> none;
    const Past* past = find(firm);
    return past != nullptr ? past->events : none;
}

const FirmEvent* FirmHistory::mergerOf(const QString& firm) const
{
    for (const FirmEvent& event : events(firm))
        if (event.kind == Kind::Merged)
            return &event;
    return nullptr;
}

/// Whether the mergers of `from` come to `firm`; ends, since no circle was ever let in.
bool FirmHistory::leadsTo(const QString& from, const QString& firm) const
{
    const FirmEvent* merger = mergerOf(from);
    return nameKey(from) == nameKey(firm) || (merger != nullptr && leadsTo(merger->other, firm));
}

std::optional<QString> FirmHistory::firmNamed(const QString& name) const
{
    const auto found = m_named.find(nameKey(name));
    if (found == m_named.end() || found->second.isEmpty())
        return std::nullopt;
    return m_firms.at(found->second).firm;
}

QString FirmHistory::nameAt(const QString& firm, QDate day) const
{
    const Past* past = find(firm);
    if (past == nullptr)
        return firm;
    std::optional<QString> name;
    for (const FirmEvent& event : past->events) {
        if (event.kind != Kind::Renamed)
            continue;
        if (isSince(event.from, day))
            name = event.name;
        else if (!name)
            name = event.other;
    }
    return name.value_or(past->firm);
}

std::optional<FirmHistory::Succession> FirmHistory::successorAt(const QString& firm,
                                                                QDate day) const
{
    std::optional<Succession> found;
    const FirmEvent* merger = mergerOf(firm);
    while (merger != nullptr && isSince(merger->from, day)) {
        const bool isLater = !found || merger->from->last() > found->since.last();
        found = Succession{merger->other, isLater ? *merger->from : found->since};
        merger = mergerOf(merger->other);
    }
    return found;
}

std::optional<QString> FirmHistory::parentAt(const QString& firm, QDate day) const
{
    for (const FirmEvent& event : events(firm)) {
        if (event.kind != Kind::Unit || !isUnitOn(event, day))
            continue;
        const auto later = successorAt(event.other, day);
        return later ? later->firm : event.other;
    }
    return std::nullopt;
}

std::vector<QString> FirmHistory::names(const QString& firm) const
{
    std::vector<QString> found;
    const auto add = [&found](const QString& name) {
        const bool isKnown = std::any_of(found.begin(), found.end(), [&name](const QString& known) {
            return nameKey(known) == nameKey(name);
        });
        if (!isKnown)
            found.push_back(name);
    };
    for (const FirmEvent& event : events(firm)) {
        if (event.kind != Kind::Renamed)
            continue;
        add(event.other);
        add(event.name);
    }
    const Past* past = find(firm);
    add(past != nullptr ? past->firm : firm);
    return found;
}

std::vector<QString> FirmHistory::firms() const
{
    std::vector<QString> found;
    for (const auto& [key, past] : m_firms)
        found.push_back(past.firm);
    return found;
}

} // namespace gyre
