// A party: company, fund, institution or project.
#pragma once

#include "graph/basics/shared.h"
#include "graph/model/evidence.h"
#include "graph/model/vocabulary.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace gyre {

/// What few firms have and most lack; kept apart so that a firm without it stays small.
struct FirmDetail
{
    QString ticker;
    /// ISO 3166 alpha-2.
    QString country;
    std::optional<int> founded;
    QStringList aliases;
    /// Where briefings name the firm.
    EvidenceList mentions;
    /// Attributes of a foreign file that have no place here: name and value, kept as they were.
    std::vector<std::pair<QString, QString>> other;

    bool operator==(const FirmDetail&) const = default;
};

struct Firm
{
    /// Stable text id, kebab-case for our own; a foreign network's is kept.
    QString id;
    QString name;
    FirmKind kind = FirmKind::Other;
    /// The row stands for a round's total, not for a party (`round-investors` of the facts).
    bool isRoundTotal = false;
    Shared<FirmDetail> detail;

    bool operator==(const Firm&) const = default;
};

} // namespace gyre
