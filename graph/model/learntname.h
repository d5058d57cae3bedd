// What a reader said about names, for good: that one is a firm's, another name of a firm, or no
// firm's at all. A row of the reader's own gazetteer, in the syntax of resources/gazetteer:
//
//     firm ID KIND TICKER COUNTRY FOUNDED : Name; other name
//     alias ID : other name; ?other name
//     no-firm : name; name
#pragma once

#include "graph/model/vocabulary.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace gyre {

struct LearntName
{
    enum class Kind : std::uint8_t
    {
        Firm,
        OtherName,
        NoFirm
    };

    struct Spelling
    {
        QString text;
        /// Also an ordinary word: taken only where the text leaves no doubt.
        bool isAmbiguous = false;

        bool operator==(const Spelling&) const = default;
    };

    Kind kind = Kind::Firm;
    /// The firm's id; empty where it is no firm.
    QString firm;
    /// Of a row that tells a firm; what is not known is empty.
    FirmKind firmKind = FirmKind::Other;
    QString ticker, country, founded;
    /// At least one; the first of a firm's is its name.
    std::vector<Spelling> names;
    /// The title of the briefing in which it was said, if any, and the day.
    QString saidIn;
    QDate saidOn;

    bool operator==(const LearntName&) const = default;
};

using LearntNames = std::vector<LearntName>;

/// "firm lantern cloud - - - : Lantern; ?Beam". What a row can't hold in a name is left out of it.
QString rowOf(const LearntName& name);
/// "# 2026-11-24, in: Money in a circle": the line over the row; empty where neither is known.
QString sourceLineOf(const LearntName& name);

/// Names in one line: "Lantern; ?Beam".
QString spellingsIn(const std::vector<LearntName::Spelling>& names);
std::vector<LearntName::Spelling> spellingsOf(QStringView phrases);

struct LearntRow
{
    std::optional<LearntName> name;
    /// Where there is none: how the row would be right.
    QString expected;
};

/// Without what sourceLineOf() tells.
LearntRow learntRow(QStringView row);
/// Takes over what a line tells of its source; false: it is no such line.
bool takeSource(LearntName& name, QStringView line);

} // namespace gyre
