#include "graph/interchange/graphml.h"

#include "graph/interchange/factrows.h"
#include "graph/interchange/mapping.h"
#include "graph/interchange/xmlreader.h"

#include <QFileInfo>
#include <QHash>
#include <QMap>

#include <cstring>

namespace gyre {

namespace {

/// A declared attribute: <key id=… for=… attr.name=…>.
struct Key
{
    QString name;
    /// Of ours; empty: kept under its own name.
    QString nodeField;
    QString edgeField;
    std::string defaultValue;
    bool isForNodes = false;
    bool isForEdges = false;
    /// yEd puts the label into the drawing of the shape.
    bool isDrawing = false;
    bool isSkipped = false;
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// A node or an edge while it is read.
struct Item
{
    int line = 0;
    QString id;
    QString from;
    QString to;
    /// By our field's name, and what has no place, by the file's.
    std::vector<std::pair<QString, QString>> fields;
    std::vector<std::pair<QString, QString>> other;

    [[nodiscard]] bool has(const QString& name) const
    {
        return std::any_of(fields.begin(), fields.end(),
                           [&name](const auto& field) { return field.first == name; });
    }

    [[nodiscard]] QString field(QLatin1String name) const
    {
        for (const auto& [known, value] : fields)
            if (known == name)
                return value;
        return {};
    }

    void set(QLatin1String name, const QString& value)
    {
        for (auto& [known, old] : fields)
            if (known == name) {
                old = value;
                return;
            }
        fields.emplace_back(name, value);
    }
};

class ItemRow : public Row
{
public:
    explicit ItemRow(const Item& item)
        : m_item(item)
    {
    }

    [[nodiscard]] QString cell(const char* field) const override
    {
        if (std::strcmp(field, "id") == 0)
            return m_item.id;
        if (std::strcmp(field, "from") == 0)
            return m_item.from;
        if (std::strcmp(field, "to") == 0)
            return m_item.to;
        return m_item.field(QLatin1String(field));
    }

    [[nodiscard]] int line() const override { return m_item.line; }

private:
    const Item& m_item;
};

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
    {
        Evidence evidence;
        evidence.title = QFileInfo(path).fileName();
        m_file = Shared<Evidence>(std::move(evidence));
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
        for (Item& edge : m_waiting)
            addDeal(edge);
        reportCounts();
        NetworkReading reading;
        reading.network = m_edit.done();
        reading.diagnostics = m_findings.done();
        return reading;
    }

private:
    enum class Inside
    {
        Nothing,
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
        } else if (name == "default") {
            startText();
        } else if (m_data != nullptr && m_data->isDrawing &&
                   (name == "NodeLabel" || name == "EdgeLabel")) {
            startText();
        }
    }

    void end(std::string_view name)
    {
        if (name == "data") {
            endData();
        } else if (name == "node") {
            m_inside.pop_back();
            addFirm(m_nodes.back());
            m_nodes.pop_back();
        } else if (name == "edge") {
            m_inside.pop_back();
            endEdge();
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

    void startText()
    {
        m_text.clear();
        m_isInText = true;
    }

    void startKey(XmlAttributes attributes)
    {
        Key key;
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
        m_key = &m_keys.insert(id, std::move(key)).value();
    }

    static void startItem(std::vector<Item>& items, XmlAttributes attributes, int line)
    {
        Item item;
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
        Item& item = isNode ? m_nodes.back() : m_edges.back();
        const QString value = text(m_data->isDrawing ? m_label : m_text).trimmed();
        if (!value.isEmpty())
            put(item, *m_data, value, isNode);
        m_data = nullptr;
    }

    void put(Item& item, const Key& key, const QString& value, bool isNode)
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

    /// Values that the file states once for all in <default>.
    void addDefaults(Item& item, bool isNode)
    {
        for (const Key& key : m_keys) {
            const QString& field = isNode ? key.nodeField : key.edgeField;
            if (!key.defaultValue.empty() && !field.isEmpty() && !item.has(field))
                item.fields.emplace_back(field, text(key.defaultValue).trimmed());
        }
    }

    /// A word of the file's → ours; what is not known is kept as it was and is "other".
    void translate(Item& item, const char* field)
    {
        const QLatin1String name(field);
        const QString value = item.field(name);
        if (value.isEmpty())
            return;
        const QString key = QString(name) + QChar(u'\n') + value;
        auto known = m_words.constFind(key);
        if (known == m_words.cend())
            known = m_words.insert(key, translated(name, value));
        if (known->isEmpty()) {
            ++m_unknownWords[{QString(name), value}];
            item.other.emplace_back(name, value);
        }
        item.set(name, *known);
    }

    /// Empty: not known.
    [[nodiscard]] QString translated(QLatin1String field, const QString& value) const
    {
        const QString ours = value.toLower().replace(QLatin1Char(' '), QLatin1Char('_'));
        const bool isOurs = field == QLatin1String("type")     ? dealTypeFromName(ours).has_value()
                            : field == QLatin1String("status") ? statusFromName(ours).has_value()
                                                               : firmKindFromName(ours).has_value();
        return isOurs ? ours : m_mapping.word(field, value).value_or(QString());
    }

    void addFirm(Item& item)
    {
        addDefaults(item, true);
        translate(item, "kind");
        const ItemRow fields(item);
        RowReader row(fields, m_findings);
        QStringList aliases;
        for (const QString& alias : row.text("aliases").split(QLatin1Char(';')))
            if (!alias.trimmed().isEmpty())
                aliases << alias.trimmed();
        auto firm = firmOf(row, aliases);
        if (!firm)
            return;
        if (!item.other.empty())
            firm->detail.edit([&](FirmDetail& detail) { detail.other = std::move(item.other); });
        if (m_firms.contains(firm->id)) {
            row.reject(QStringLiteral("row.duplicate-id"), {firm->id});
            return;
        }
        const QString id = firm->id;
        m_firms.insert(id, m_edit.addFirm(std::move(*firm)));
    }

    void endEdge()
    {
        Item& edge = m_edges.back();
        // Nodes may come after their edges.
        if (m_firms.contains(edge.from) && m_firms.contains(edge.to))
            addDeal(edge);
        else
            m_waiting.push_back(std::move(edge));
        m_edges.pop_back();
    }

    void addDeal(Item& edge)
    {
        addDefaults(edge, false);
        readLabel(edge);
        readAmount(edge);
        translate(edge, "type");
        translate(edge, "status");
        if (edge.field(QLatin1String("type")).isEmpty())
            edge.set(QLatin1String("type"), QStringLiteral("other"));
        const ItemRow fields(edge);
        RowReader row(fields, m_findings);
        auto deal = dealOf(
            row,
            [this](const QString& id) {
                const auto firm = m_firms.constFind(id);
                return firm == m_firms.cend() ? std::nullopt : std::optional(*firm);
            },
            "qualifier");
        if (!deal)
            return;
        name(*deal, row);
        if (!row.isUsable())
            return;
        deal->evidence = {source(row)};
        if (!edge.other.empty())
            deal->detail.edit([&](DealDetail& detail) { detail.other = std::move(edge.other); });
        shareDetail(*deal);
        m_edit.addDeal(std::move(*deal));
    }

    /// Duplicates are rejected; who has no id gets one.
    void name(Deal& deal, RowReader& row)
    {
        if (deal.id.isEmpty()) {
            do {
                deal.id = QStringLiteral("edge-%1").arg(++m_unnamed);
            } while (m_edit.network().findDeal(deal.id));
        } else if (m_edit.network().findDeal(deal.id)) {
            row.reject(QStringLiteral("row.duplicate-id"), {deal.id});
        }
    }

    /// "$10B" on an arrow is its amount, other words are a note.
    static void readLabel(Item& edge)
    {
        const QString label = edge.field(QLatin1String("label"));
        if (label.isEmpty())
            return;
        const auto money = typedMoney(label);
        const bool isAmount = money && money->currency.isKnown();
        if (isAmount && edge.field(QLatin1String("amount")).isEmpty()) {
            edge.set(QLatin1String("amount"), QString::number(money->units));
            edge.set(QLatin1String("currency"), money->currency.code());
        } else if (!isAmount && edge.field(QLatin1String("note")).isEmpty()) {
            edge.set(QLatin1String("note"), label);
        }
    }

    void readAmount(Item& edge)
    {
        if (!edge.field(QLatin1String("amount_low")).isEmpty() ||
            !edge.field(QLatin1String("amount_high")).isEmpty())
            return;
        QString amount = edge.field(QLatin1String("amount"));
        if (amount.isEmpty()) {
            // Graph programs give each edge the weight 1 where nobody weighed it.
            const QString weight = edge.field(QLatin1String("weight"));
            if (weight.isEmpty() || weight.toDouble() == 1.0)
                return;
            amount = weight;
        }
        if (const MappedUnit* unit = unitOfAmounts(); unit != nullptr) {
            bool isNumber = false;
            const double units = amount.toDouble(&isNumber) * static_cast<double>(unit->factor);
            if (isNumber && units < 9e18)
                amount = QString::number(units, 'f', 0);
            if (edge.field(QLatin1String("currency")).isEmpty())
                edge.set(QLatin1String("currency"), unit->currency.code());
        }
        edge.set(QLatin1String("amount_low"), amount);
        edge.set(QLatin1String("amount_high"), amount);
    }

    const MappedUnit* unitOfAmounts()
    {
        if (m_unit)
            return *m_unit;
        m_unit = nullptr;
        const auto declares = [this](const QString& name, bool isNode) {
            return std::any_of(m_keys.cbegin(), m_keys.cend(), [&](const Key& key) {
                return (isNode ? key.isForNodes : key.isForEdges) && Mapping::key(key.name) == name;
            });
        };
        for (const MappedUnit& unit : m_mapping.units())
            if (declares(unit.nodeName, true) && declares(unit.edgeName, false) &&
                declares(unit.amountName, false))
                m_unit = &unit;
        return *m_unit;
    }

    Shared<Evidence> source(RowReader& row) const
    {
        Evidence evidence;
        evidence.publisher = row.text("source_publisher");
        evidence.title = row.text("source_title");
        evidence.url = row.text("source_url");
        evidence.date = PartialDate::parse(row.text("source_date"));
        return evidence == Evidence{} ? m_file : Shared<Evidence>(std::move(evidence));
    }

    /// Half a million deals of a few subtypes have a few details.
    void shareDetail(Deal& deal)
    {
        if (deal.detail.isEmpty() || !(*deal.detail == withOtherAlone(*deal.detail)))
            return;
        QString key;
        for (const auto& [name, value] : deal.detail->other)
            key += name + QChar(u'\n') + value + QChar(u'\n');
        if (key.size() > 200 || m_details.size() > 10'000)
            return;
        auto& known = m_details[key];
        if (known.isEmpty())
            known = deal.detail;
        else
            deal.detail = known;
    }

    static DealDetail withOtherAlone(const DealDetail& detail)
    {
        DealDetail bare;
        bare.other = detail.other;
        return bare;
    }

    void reportCounts()
    {
        for (auto one = m_unmapped.cbegin(); one != m_unmapped.cend(); ++one)
            m_findings.note(QStringLiteral("graphml.attribute-unknown"),
                            {one.key(), QString::number(one.value())});
        for (auto one = m_unknownWords.cbegin(); one != m_unknownWords.cend(); ++one)
            m_findings.note(QStringLiteral("graphml.word-unknown"),
                            {one.key().first, one.key().second, QString::number(one.value())});
        for (auto one = m_undeclared.cbegin(); one != m_undeclared.cend(); ++one)
            m_findings.warn(QStringLiteral("graphml.key-undeclared"),
                            {one.key(), QString::number(one.value())}, std::nullopt);
        if (m_undirected > 0)
            m_findings.warn(QStringLiteral("graphml.undirected"), {QString::number(m_undirected)},
                            std::nullopt);
        if (m_hyperedges > 0)
            m_findings.warn(QStringLiteral("graphml.hyperedges"), {QString::number(m_hyperedges)},
                            std::nullopt);
        if (m_firms.isEmpty())
            m_findings.warn(QStringLiteral("graphml.no-nodes"), {}, std::nullopt);
    }

    Findings m_findings;
    Mapping m_mapping;
    NetworkEditor m_edit;
    Shared<Evidence> m_file;
    QHash<QString, FirmId> m_firms;
    /// Ordered: defaults are looked for in it.
    QMap<QString, Key> m_keys;
    std::optional<const MappedUnit*> m_unit;
    Interned m_interned;
    QHash<QString, QString> m_words;
    QHash<QString, Shared<DealDetail>> m_details;
    const QString m_nodeLabel = QStringLiteral("name");
    const QString m_edgeLabel = QStringLiteral("label");

    bool m_hasRoot = false;
    bool m_isDirected = true;
    bool m_isInText = false;
    std::string m_text;
    std::string m_label;
    Key* m_key = nullptr;
    const Key* m_data = nullptr;
    /// Nodes with nodes in them are open together.
    std::vector<Item> m_nodes;
    std::vector<Item> m_edges;
    std::vector<Inside> m_inside;
    std::vector<Item> m_waiting;
    int m_unnamed = 0;

    QMap<QString, int> m_unmapped;
    QMap<std::pair<QString, QString>, int> m_unknownWords;
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
