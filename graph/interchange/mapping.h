// The words of other programs → ours, from resources/mappings (the format is told in its head).
#pragma once

#include "graph/basics/money.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace gyre {

struct MappedUnit
{
    QString nodeName;
    QString edgeName;
    QString amountName;
    std::int64_t factor = 1;
    Currency currency;
};

class Mapping
{
public:
    /// Reads the embedded table of that name, for instance "graphml"; throws
    /// Error("mapping.broken") with its line.
    explicit Mapping(const QString& table);

    /// The field for an attribute of nodes or edges; empty: none.
    [[nodiscard]] QString nodeField(const QString& name) const;
    [[nodiscard]] QString edgeField(const QString& name) const;
    [[nodiscard]] bool isSkipped(const QString& name) const;
    /// The word of ours for a word of `field` ("type", "status", "kind"), where one is listed.
    [[nodiscard]] std::optional<QString> word(const QString& field, const QString& word) const;

    [[nodiscard]] const std::vector<MappedUnit>& units() const { return m_units; }

    /// How names are compared: lower case, no blanks, hyphens and underscores.
    static QString key(QStringView name);

private:
    void readLine(const QString& line);
    bool readUnit(const QString& rest);

    QHash<QString, QString> m_nodeFields;
    QHash<QString, QString> m_edgeFields;
    QSet<QString> m_skipped;
    QHash<QString, QString> m_words;
    std::vector<MappedUnit> m_units;
};

} // namespace gyre
