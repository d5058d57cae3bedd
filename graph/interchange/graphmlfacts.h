// Nodes and edges of GraphML → firms and deals: words translated, units applied, sources shared.
#pragma once

#include "graph/interchange/graphmlitem.h"
#include "graph/interchange/mapping.h"
#include "graph/model/network.h"

#include <QHash>
#include <QMap>

namespace gyre {

/// Attributes by their id in the file; ordered, since defaults are taken in this order.
using GraphmlKeys = QMap<QString, GraphmlKey>;

class GraphmlFacts
{
public:
    /// All must outlive it; `keys` may still grow.
    GraphmlFacts(Findings& findings, const Mapping& mapping, const GraphmlKeys& keys);

    void addFirm(GraphmlItem node);
    /// A deal of firms that are not there yet waits for them.
    void addDeal(GraphmlItem edge);
    /// Deals that waited, words that nobody knew, and the network.
    Network done();

private:
    void readDeal(GraphmlItem edge);
    void addDefaults(GraphmlItem& item, bool isNode) const;
    void translate(GraphmlItem& item, const char* field);
    [[nodiscard]] QString translated(QLatin1String field, const QString& value) const;
    void readAmount(GraphmlItem& edge);
    const MappedUnit* unitOfAmounts();
    void name(Deal& deal, RowReader& row);
    Shared<Evidence> source(RowReader& row) const;
    void shareDetail(Deal& deal);

    Findings& m_findings;
    const Mapping& m_mapping;
    const GraphmlKeys& m_keys;
    NetworkEditor m_edit;
    Shared<Evidence> m_file;
    QHash<QString, FirmId> m_firms;
    std::vector<GraphmlItem> m_waiting;
    std::optional<const MappedUnit*> m_unit;
    /// Words that were translated before.
    QHash<QString, QString> m_words;
    QHash<QString, Shared<DealDetail>> m_details;
    QMap<std::pair<QString, QString>, int> m_unknownWords;
    int m_unnamed = 0;
};

} // namespace gyre
