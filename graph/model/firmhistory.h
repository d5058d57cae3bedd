// Firms over time: what they were called, whom they went into, from whom they were split off and
// whose unit they were. Rows are data (resources/history/firms.txt, graph/model/historyfile.h).
//
// Days and partial dates. Every question is asked of one day. What happened at a partial date is
// held to be so from the last day that the date may mean ("2021-12": from 31 December 2021), and a
// unit ceases to be one on the first day that its end may mean: on a day on which it is not sure,
// nothing has changed yet and nobody is anybody's unit. An as-of date is asked with its last day,
// as the filter has it ("nothing dated later").
//
// Names are compared by nameKey(): without regard to case, blanks and punctuation.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/basics/partialdate.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace gyre {

/// One thing that happened to a firm.
struct FirmEvent
{
    enum class Kind : std::uint8_t
    {
        Renamed,
        Merged,
        Split,
        Unit
    };

    Kind kind = Kind::Renamed;
    /// By the name that the gazetteer has for it.
    QString firm;
    /// Renamed: its name before. Merged: into which firm. Split: off which. Unit: of which.
    QString other;
    /// Renamed: its name from then on; else empty.
    QString name;
    /// Absent of a unit alone: it was always one, or nobody wrote down since when.
    std::optional<PartialDate> from;
    /// Of a unit alone; absent: it still is one.
    std::optional<PartialDate> until;
    /// An address or a word on where this is told; may be empty.
    QString source;
    /// Of the file, from 1; 0: of none.
    int line = 0;

    bool operator==(const FirmEvent&) const = default;
};

class FirmHistory
{
public:
    FirmHistory() = default;
    /// In any order. An event that contradicts an earlier one (a firm merged into itself or in a
    /// circle, or into two firms; two names or two parents of a firm on one day; renamed from what
    /// it was not called) is left out and told, with both lines. O(n²) at worst in the events of
    /// one firm, O(n log n) for the lot.
    FirmHistory(std::vector<FirmEvent> events, Diagnostics& problems, const QString& file = {});

    [[nodiscard]] bool isEmpty() const { return m_firms.empty(); }

    /// The firm that bears or bore this name, as the gazetteer calls it; absent where nothing is
    /// told of it, or where two firms bore the name. O(log n), as are all questions below but for
    /// the events of the firm itself.
    [[nodiscard]] std::optional<QString> firmNamed(const QString& name) const;

    /// What the firm (by its gazetteer name) was called; of a firm without history the name given.
    [[nodiscard]] QString nameAt(const QString& firm, QDate day) const;

    struct Succession
    {
        QString firm;
        /// When the firm became a part of it: the last of the mergers on the way.
        PartialDate since;

        bool operator==(const Succession&) const = default;
    };

    /// Who the firm had become by way of mergers; absent while it was a firm of its own.
    [[nodiscard]] std::optional<Succession> successorAt(const QString& firm, QDate day) const;

    /// Whose unit it was, or who that one had become by then.
    [[nodiscard]] std::optional<QString> parentAt(const QString& firm, QDate day) const;

    /// All names that it had, the first one first, each once.
    [[nodiscard]] std::vector<QString> names(const QString& firm) const;

    /// What happened to it, in order of time.
    [[nodiscard]] const std::vector<FirmEvent>& events(const QString& firm) const;

    /// All firms of which anything is told, by their gazetteer names, in order of their keys.
    [[nodiscard]] std::vector<QString> firms() const;

private:
    struct Past
    {
        QString firm;
        std::vector<FirmEvent> events;
    };

    [[nodiscard]] const Past* find(const QString& firm) const;
    [[nodiscard]] const FirmEvent* mergerOf(const QString& firm) const;
    [[nodiscard]] bool leadsTo(const QString& from, const QString& firm) const;
    [[nodiscard]] bool isWithin(const QString& firm, const FirmEvent& unit, int depth) const;
    [[nodiscard]] std::optional<Diagnostic> problemWith(const FirmEvent& event) const;
    [[nodiscard]] std::optional<Diagnostic> problemWithName(const FirmEvent& event) const;
    [[nodiscard]] std::optional<Diagnostic> problemWithUnit(const FirmEvent& event) const;
    void learnNames();

    std::map<QString, Past> m_firms;
    /// Key of a name → the firm's key; empty: of two firms.
    std::map<QString, QString> m_named;
};

} // namespace gyre
