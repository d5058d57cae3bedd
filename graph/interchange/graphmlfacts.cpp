#include "graph/interchange/graphmlfacts.h"

#include "graph/interchange/factrows.h"

#include <QFileInfo>

#include <algorithm>

namespace gyre {

namespace {

/// "$10B" on an arrow is its amount, other words are a note.
void readLabel(GraphmlItem& edge)
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

DealDetail withOtherAlone(const DealDetail& detail)
{
    DealDetail bare;
    bare.other = detail.other;
    return bare;
}

} // namespace

GraphmlFacts::GraphmlFacts(Findings& findings, const Mapping& mapping, const GraphmlKeys& keys)
    : m_findings(findings)
    , m_mapping(mapping)
    , m_keys(keys)
{
    Evidence evidence;
    evidence.title = QFileInfo(findings.file()).fileName();
    m_file = Shared<Evidence>(std::move(evidence));
}

void GraphmlFacts::addDeal(GraphmlItem edge)
{
    if (m_firms.contains(edge.from) && m_firms.contains(edge.to))
        readDeal(std::move(edge));
    else
        m_waiting.push_back(std::move(edge));
}

Network GraphmlFacts::done()
{
    for (GraphmlItem& edge : m_waiting)
        readDeal(std::move(edge));
    for (auto one = m_unknownWords.cbegin(); one != m_unknownWords.cend(); ++one)
        m_findings.note(QStringLiteral("graphml.word-unknown"),
                        {one.key().first, one.key().second, QString::number(one.value())});
    if (m_firms.isEmpty())
        m_findings.warn(QStringLiteral("graphml.no-nodes"), {}, std::nullopt);
    return m_edit.done();
}

/// Empty: not known.
QString GraphmlFacts::translated(QLatin1String field, const QString& value) const
{
    const QString ours = value.toLower().replace(QLatin1Char(' '), QLatin1Char('_'));
    const bool isOurs = field == QLatin1String("type")     ? dealTypeFromName(ours).has_value()
                        : field == QLatin1String("status") ? statusFromName(ours).has_value()
                                                           : firmKindFromName(ours).has_value();
    return isOurs ? ours : m_mapping.word(field, value).value_or(QString());
}

/// Values that the file states once for all in <default>.
void GraphmlFacts::addDefaults(GraphmlItem& item, bool isNode) const
{
    for (const GraphmlKey& key : m_keys) {
        const QString& field = isNode ? key.nodeField : key.edgeField;
        if (!key.defaultValue.empty() && !field.isEmpty() && !item.has(field))
            item.fields.emplace_back(field, QString::fromStdString(key.defaultValue).trimmed());
    }
}

/// A word of the file's → ours; what is not known is kept as it was and is "other".
void GraphmlFacts::translate(GraphmlItem& item, const char* field)
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

void GraphmlFacts::addFirm(GraphmlItem node)
{
    addDefaults(node, true);
    translate(node, "kind");
    const GraphmlRow fields(node);
    RowReader row(fields, m_findings);
    QStringList aliases;
    for (const QString& alias : row.text("aliases").split(QLatin1Char(';')))
        if (!alias.trimmed().isEmpty())
            aliases << alias.trimmed();
    auto firm = firmOf(row, aliases);
    if (!firm)
        return;
    if (!node.other.empty())
        firm->detail.edit([&](FirmDetail& detail) { detail.other = std::move(node.other); });
    if (m_firms.contains(firm->id)) {
        row.reject(QStringLiteral("row.duplicate-id"), {firm->id});
        return;
    }
    const QString id = firm->id;
    m_firms.insert(id, m_edit.addFirm(std::move(*firm)));
}

void GraphmlFacts::readDeal(GraphmlItem edge)
{
    addDefaults(edge, false);
    readLabel(edge);
    readAmount(edge);
    translate(edge, "type");
    translate(edge, "status");
    if (edge.field(QLatin1String("type")).isEmpty())
        edge.set(QLatin1String("type"), QStringLiteral("other"));
    const GraphmlRow fields(edge);
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
void GraphmlFacts::name(Deal& deal, RowReader& row)
{
    if (deal.id.isEmpty()) {
        do {
            deal.id = QStringLiteral("edge-%1").arg(++m_unnamed);
        } while (m_edit.network().findDeal(deal.id));
    } else if (m_edit.network().findDeal(deal.id)) {
        row.reject(QStringLiteral("row.duplicate-id"), {deal.id});
    }
}

void GraphmlFacts::readAmount(GraphmlItem& edge)
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

const MappedUnit* GraphmlFacts::unitOfAmounts()
{
    if (m_unit)
        return *m_unit;
    m_unit = nullptr;
    const auto declares = [this](const QString& name, bool isNode) {
        return std::any_of(m_keys.cbegin(), m_keys.cend(), [&](const GraphmlKey& key) {
            return (isNode ? key.isForNodes : key.isForEdges) && Mapping::key(key.name) == name;
        });
    };
    for (const MappedUnit& unit : m_mapping.units())
        if (declares(unit.nodeName, true) && declares(unit.edgeName, false) &&
            declares(unit.amountName, false))
            m_unit = &unit;
    return *m_unit;
}

Shared<Evidence> GraphmlFacts::source(RowReader& row) const
{
    Evidence evidence;
    evidence.publisher = row.text("source_publisher");
    evidence.title = row.text("source_title");
    evidence.url = row.text("source_url");
    evidence.date = PartialDate::parse(row.text("source_date"));
    return evidence == Evidence{} ? m_file : Shared<Evidence>(std::move(evidence));
}

/// Half a million deals of a few subtypes have a few details.
void GraphmlFacts::shareDetail(Deal& deal)
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

} // namespace gyre
