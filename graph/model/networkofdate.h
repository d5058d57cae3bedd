// A network as it was called at a date: Facebook in 2019, Meta in 2022.
//
// One rule for what mergers do to deals: a deal is drawn at the firm that was party to it on its
// own day. Money paid to xAI in 2025 was paid to xAI, and stays at its disc however late one looks
// at it (who has it now is in the firm's label: "xAI (SpaceX since Feb 2026)"); nothing is said
// that no source says. Money that a source of May 2026 has xAI pay was paid by SpaceX, for there
// was no other party, and is drawn there. Where the deal's own date does not tell (none, or one
// that may lie before the merger), it stays with the firm that is named; so does the merger itself,
// which would else be a deal of a firm with itself, and a deal whose successor is nowhere in the
// network, for no firm is made up. Values and shares are of the firm that they name: a price of
// xAI is never one of SpaceX.
//
// Ids and keys of firms and deals stay as they are: what is picked in such a network is picked in
// the one that it was made from.
#pragma once

#include "graph/model/historyfile.h"
#include "graph/model/network.h"
#include "graph/model/view.h"

#include <memory>
#include <vector>

namespace gyre {

/// With the names that its firms bore on the last day of `asOf`, the others kept as aliases. A firm
/// is known by its name; one whose name of that date another firm of the network bears, keeps its
/// own. Absent: the network as it is. O(firms + deals of merged firms).
Network networkOfDate(const Network& network, const std::optional<PartialDate>& asOf,
                      const FirmHistory& history = bundledHistory().history);

/// The same of a network that is looked things up in; null stays null.
std::shared_ptr<const Network> networkOfDate(std::shared_ptr<const Network> network,
                                             const std::optional<PartialDate>& asOf);

/// What is to be told of a firm's name at a date.
struct NameOfDate
{
    /// Then.
    QString name;
    /// What it is called now; empty where that is the same.
    QString laterName;
    /// Who it had become by then, by that one's name of then.
    std::optional<FirmHistory::Succession> successor;

    bool operator==(const NameOfDate&) const = default;
};

/// Of a firm by its name of then; absent where there is nothing to tell.
std::optional<NameOfDate> nameOfDate(const QString& name, const std::optional<PartialDate>& asOf,
                                     const FirmHistory& history = bundledHistory().history);

/// Of the firms of a view with an as-of date, and of merged ones that lost all their deals to their
/// successors, in order of keys. `view`: of a network as networkOfDate() gives it. O(firms).
std::vector<NameOfDate> namesOfDate(const View& view,
                                    const FirmHistory& history = bundledHistory().history);

} // namespace gyre
