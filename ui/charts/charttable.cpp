#include "ui/charts/charttable.h"

#include "graph/interchange/facttables.h"
#include "ui/charts/claims.h"

#include <algorithm>

namespace gyre {

namespace {

QByteArray valuationsOf(const ChartScene& scene)
{
    const ValueClaims claims = valueClaims(scene);
    std::vector<ValuationRow> rows;
    for (const ValuesOfFirm& firm : claims.firms)
        for (const ValueClaim& claim : firm.claims)
            rows.push_back({&claim.valuation, scene.network.firm(firm.firm).id, firm.name,
                            claim.isBackground});
    return valuationTable(rows, scene.briefings);
}

class StakeRows
{
public:
    explicit StakeRows(const ChartScene& scene)
        : m_scene(scene)
    {
    }

    void add(const FirmOwners& owners)
    {
        for (const Holding& holding : owners.holdings)
            add(owners, holding, true);
        for (const Holding& holding : owners.aside)
            add(owners, holding, false);
    }

    [[nodiscard]] const std::vector<StakeRow>& rows() const { return m_rows; }

private:
    void add(const FirmOwners& owners, const Holding& holding, bool isDrawn)
    {
        StakeRow row;
        row.stake = &holding.stake;
        row.holderId = holderId(holding);
        row.holderName = holding.holder;
        row.orgId = m_scene.network.firm(owners.firm).id;
        row.orgName = owners.name;
        row.isBackground = holding.isBackground;
        row.isDrawn = isDrawn;
        addOnce(row);
        row.isDrawn = false;
        for (const Stake& older : holding.older) {
            row.stake = &older;
            addOnce(row);
        }
    }

    /// What is aside has the bar's own shares among its older ones.
    void addOnce(const StakeRow& row)
    {
        const bool isKnown =
            std::any_of(m_rows.begin(), m_rows.end(), [&row](const StakeRow& other) {
                return *other.stake == *row.stake && other.isBackground == row.isBackground;
            });
        if (!isKnown)
            m_rows.push_back(row);
    }

    [[nodiscard]] QString holderId(const Holding& holding) const
    {
        const Network& network = holding.isBackground ? *m_scene.background : m_scene.network;
        const FirmId holder = holding.stake.holder;
        return network.contains(holder) ? network.firm(holder).id : QString();
    }

    const ChartScene& m_scene;
    std::vector<StakeRow> m_rows;
};

} // namespace

QByteArray chartTable(const ChartScene& scene)
{
    if (scene.kind == ChartKind::Valuations)
        return valuationsOf(scene);
    const OwnershipClaims claims = ownershipClaims(scene);
    StakeRows stakes(scene);
    for (const FirmOwners& owners : claims.firms)
        stakes.add(owners);
    return stakeTable(stakes.rows(), scene.briefings);
}

} // namespace gyre
