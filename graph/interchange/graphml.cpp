#include "graph/interchange/graphml.h"

#include "graph/interchange/graphmlfacts.h"
#include "graph/interchange/xmlreader.h"

#include <QSet>

namespace gyre {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Values that occur again and again are kept once.
class Interned
{
public:
    QString operator()(const QString& value)
    {
        if (value.size() > 24 || m_values.size() > 10'000)
            return value;
        return *m_values.insert(value);
    }

private:
    QSet<QString> m_values;
};

class GraphmlReader
{
public:
    explicit GraphmlReader(const QString& path)
        : m_findings(path)
        , m_mapping(QStringLiteral("graphml"))
        , m_facts(m_findings, m_mapping, m_keys)
    {
    }

    NetworkReading read()
    {
        readXml(m_findings.file(), {[this](std::string_view name, XmlAttributes attributes,
                                           int line) { start(name, attributes, line); },
                                    [this](std::string_view name) { end(name); },
                                    [this](std::string_view text) {
                                        if (m_isInText)
                                            m_text.append(text);
                                    }});
        NetworkReading reading;
        reportCounts();
        reading.network = m_facts.done();
        reading.diagnostics = m_findings.done();
        return reading;
    }

private:
    enum class Inside
    {
        Node,
        Edge
    };

    void start(std::string_view name, XmlAttributes attributes, int line)
    {
        if (!m_hasRoot) {
            if (name != "graphml")
                throw Error(QStringLiteral("graphml.not-graphml"), {text(name)}, m_findings.file(),
                            line);
            m_hasRoot = true;
        } else if (name == "data") {
            startData(attributes);
        } else if (name == "node") {
            startItem(m_nodes, attributes, line);
            m_inside.push_back(Inside::Node);
        } else if (name == "edge") {
            startItem(m_edges, attributes, line);
            m_inside.push_back(Inside::Edge);
            if (!isDirected(attributes))
                ++m_undirected;
        } else if (name == "key") {
            startKey(attributes);
        } else if (name == "graph") {
            m_isDirected = attributes["edgedefault"] != "undirected";
        } else if (name == "hyperedge") {
            ++m_hyperedges;
        } else if (name == "default" || isDrawnLabel(name)) {
            startText();
        }
    }

    void end(std::string_view name)
    {
        if (name == "data") {
            endData();
        } else if (name == "node") {
            m_inside.pop_back();
            m_facts.addFirm(std::move(m_nodes.back()));
            m_nodes.pop_back();
        } else if (name == "edge") {
            m_inside.pop_back();
            m_facts.addDeal(std::move(m_edges.back()));
            m_edges.pop_back();
        } else if (name == "default" && m_key != nullptr) {
            m_key->defaultValue = m_text;
            m_isInText = false;
        } else if (name == "key") {
            m_key = nullptr;
        } else if (name == "NodeLabel" || name == "EdgeLabel") {
            // The first label of a shape is its name, later ones are remarks on the drawing.
            if (m_isInText && m_label.empty())
                m_label = m_text;
            m_isInText = false;
        }
    }

    [[nodiscard]] bool isDirected(XmlAttributes attributes) const
    {
        const auto own = attributes["directed"];
        return own.empty() ? m_isDirected : own == "true";
    }

    /// yEd's: within data that holds a drawing.
    [[nodiscard]] bool isDrawnLabel(std::string_view name) const
    {
        return m_data != nullptr && m_data->isDrawing &&
               (name == "NodeLabel" || name == "EdgeLabel");
    }

    void startText()
    {
        m_text.clear();
        m_isInText = true;
    }

    void startKey(XmlAttributes attributes)
    {
        GraphmlKey key;
        const QString id = text(attributes["id"]);
        key.name = text(attributes["attr.name"]);
        if (key.name.isEmpty())
            key.name = id;
        const auto domain = attributes["for"];
        key.isForNodes = domain != "edge" && domain != "graph";
        key.isForEdges = domain != "node" && domain != "graph";
        const auto drawing = attributes["yfiles.type"];
        key.isDrawing = drawing == "nodegraphics" || drawing == "edgegraphics";
        key.isSkipped = m_mapping.isSkipped(key.name) || (!drawing.empty() && !key.isDrawing);
        if (key.isForNodes)
            key.nodeField = m_mapping.nodeField(key.name);
        if (key.isForEdges)
            key.edgeField = m_mapping.edgeField(key.name);
        m_key = &m_keys.insert(id, key).value();
    }

    static void startItem(std::vector<GraphmlItem>& items, XmlAttributes attributes, int line)
    {
        GraphmlItem item;
        item.line = line;
        item.id = text(attributes["id"]);
        item.from = text(attributes["source"]);
        item.to = text(attributes["target"]);
        items.push_back(std::move(item));
    }

    void startData(XmlAttributes attributes)
    {
        m_label.clear();
        const QString id = text(attributes["key"]);
        const auto key = m_keys.constFind(id);
        if (key == m_keys.cend()) {
            ++m_undeclared[id];
            m_data = nullptr;
            return;
        }
        m_data = &*key;
        if (!m_data->isDrawing)
            startText();
    }

    void endData()
    {
        m_isInText = false;
        if (m_data == nullptr || m_data->isSkipped || m_inside.empty())
            return;
        const bool isNode = m_inside.back() == Inside::Node;
        GraphmlItem& item = isNode ? m_nodes.back() : m_edges.back();
        const QString value = text(m_data->isDrawing ? m_label : m_text).trimmed();
        if (!value.isEmpty())
            put(item, *m_data, value, isNode);
        m_data = nullptr;
    }

    void put(GraphmlItem& item, const GraphmlKey& key, const QString& value, bool isNode)
    {
        const QString& field = key.isDrawing ? (isNode ? m_nodeLabel : m_edgeLabel)
                               : isNode      ? key.nodeField
                                             : key.edgeField;
        if (field.isEmpty()) {
            ++m_unmapped[key.name];
            item.other.emplace_back(key.name, m_interned(value));
        } else if (!item.has(field)) {
            item.fields.emplace_back(field, m_interned(value));
        }
    }

    void reportCounts()
    {
        for (auto one = m_unmapped.cbegin(); one != m_unmapped.cend(); ++one)
            m_findings.note(QStringLiteral("graphml.attribute-unknown"),
                            {one.key(), QString::number(one.value())});
        for (auto one = m_undeclared.cbegin(); one != m_undeclared.cend(); ++one)
            m_findings.warn(QStringLiteral("graphml.key-undeclared"),
                            {one.key(), QString::number(one.value())}, std::nullopt);
        if (m_undirected > 0)
            m_findings.warn(QStringLiteral("graphml.undirected"), {QString::number(m_undirected)},
                            std::nullopt);
        if (m_hyperedges > 0)
            m_findings.warn(QStringLiteral("graphml.hyperedges"), {QString::number(m_hyperedges)},
                            std::nullopt);
    }

    Findings m_findings;
    Mapping m_mapping;
    GraphmlKeys m_keys;
    GraphmlFacts m_facts;
    Interned m_interned;
    const QString m_nodeLabel = QStringLiteral("name");
    const QString m_edgeLabel = QStringLiteral("label");

    bool m_hasRoot = false;
    bool m_isDirected = true;
    bool m_isInText = false;
    std::string m_text;
    std::string m_label;
    GraphmlKey* m_key = nullptr;
    const GraphmlKey* m_data = nullptr;
    /// Nodes with nodes in them are open together.
    std::vector<GraphmlItem> m_nodes;
    std::vector<GraphmlItem> m_edges;
    std::vector<Inside> m_inside;

    QMap<QString, int> m_unmapped;
    QMap<QString, int> m_undeclared;
    int m_undirected = 0;
    int m_hyperedges = 0;
};

} // namespace

NetworkReading readGraphml(const QString& path)
{
    return GraphmlReader(path).read();
}

} // namespace gyre
