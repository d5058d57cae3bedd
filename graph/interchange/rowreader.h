// One row of a table, object of a list or edge of a graph, field by field under the names of our
// formats. A row with a field that can't be read is not used: the reason is noted with file and
// line, and nothing of it is guessed.
#pragma once

#include "graph/basics/ids.h"
#include "graph/basics/money.h"
#include "graph/basics/partialdate.h"
#include "graph/interchange/findings.h"
#include "graph/model/vocabulary.h"

#include <functional>
#include <optional>

namespace gyre {

/// Where the fields come from.
class Row
{
public:
    Row() = default;
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    virtual ~Row() = default;

    /// Empty where there is none of that name.
    [[nodiscard]] virtual QString cell(const char* field) const = 0;
    /// From 1, in its file.
    [[nodiscard]] virtual int line() const = 0;

    /// "1.234,5" is one thousand and a bit.
    [[nodiscard]] virtual bool hasDecimalComma() const { return false; }
};

using FirmFinder = std::function<std::optional<FirmId>(const QString& id)>;

class RowReader
{
public:
    RowReader(const Row& row, Findings& findings)
        : m_row(row)
        , m_findings(findings)
    {
    }

    /// Has every field so far been readable?
    [[nodiscard]] bool isUsable() const { return m_isUsable; }

    void reject(const QString& code, const QStringList& arguments);
    /// A finding about the row that leaves it usable.
    void remark(const QString& code, const QStringList& arguments);

    QString text(const char* field) const { return m_row.cell(field); }

    /// Rejects the row where it is empty.
    QString requiredText(const char* field);
    /// Whole units, not negative; "1,000,000", "1e10" and "$10B" are understood.
    std::optional<std::int64_t> units(const char* field);
    std::optional<double> number(const char* field, double least, double most);
    std::optional<PartialDate> date(const char* field);
    FirmId firm(const char* field, const FirmFinder& find);
    Currency currency(const char* field);
    bool boolean(const char* field, bool fallback);

    /// `all`: how many values the vocabulary has, for the message that lists them.
    template<typename Value>
    Value choice(const char* field, std::optional<Value> (*parse)(QStringView),
                 QString (*nameOf)(Value), int all, Value fallback)
    {
        const QString text = m_row.cell(field);
        if (text.isEmpty())
            return fallback;
        if (const auto value = parse(text))
            return *value;
        QStringList allowed;
        for (int i = 0; i < all; ++i)
            allowed << nameOf(static_cast<Value>(i));
        reject(QStringLiteral("row.bad-choice"),
               {QString::fromLatin1(field), text, allowed.join(QLatin1String(", "))});
        return fallback;
    }

private:
    const Row& m_row;
    Findings& m_findings;
    bool m_isUsable = true;
};

/// A figure in whole units as tables have it; nothing for what is none or is below zero.
std::optional<std::int64_t> unitsOf(QStringView text, bool hasDecimalComma);

} // namespace gyre
