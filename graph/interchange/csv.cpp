#include "graph/interchange/csv.h"

#include "graph/basics/encoding.h"
#include "graph/interchange/csvtable.h"
#include "graph/interchange/factrows.h"
#include "graph/interchange/filebytes.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <array>

namespace gyre {

namespace {

constexpr const char* roundTotal = "round-investors";

struct Table
{
    const char* name;
    /// It can't be read without these.
    std::vector<const char*> required;
    std::vector<const char*> known;
};

const Table organizations{
    "organizations", {"id"}, {"id", "name", "kind", "ticker", "country", "founded", "aliases"}};
const Table deals{"deals",
                  {"from", "to", "type"},
                  {"id",
                   "from",
                   "to",
                   "type",
                   "amount_low",
                   "amount_high",
                   "amount_qualifier",
                   "qualifier",
                   "currency",
                   "date",
                   "date_precision",
                   "date_text",
                   "status",
                   "denied",
                   "counted",
                   "not_counted_why",
                   "stake_percent",
                   "term_years",
                   "asset",
                   "group",
                   "note",
                   "source_publisher",
                   "source_title",
                   "source_url",
                   "source_date"}};
const Table valuations{"valuations",
                       {"org", "amount"},
                       {"id", "org", "amount", "currency", "qualifier", "basis", "date",
                        "date_precision", "date_text", "status", "denied", "source_publisher",
                        "source_title", "source_url", "source_date"}};
const Table stakes{"stakes",
                   {"holder", "org", "percent"},
                   {"id", "holder", "org", "percent", "qualifier", "date", "date_precision",
                    "date_text", "status", "source_publisher", "source_title", "source_url",
                    "source_date"}};

bool contains(const std::vector<const char*>& names, const QString& name)
{
    return std::any_of(names.begin(), names.end(),
                       [&name](const char* known) { return name == QLatin1String(known); });
}

class CsvRow : public Row
{
public:
    CsvRow(const QStringList& columns, const CsvLine& line, CsvDialect dialect)
        : m_columns(columns)
        , m_line(line)
        , m_dialect(dialect)
    {
    }

    [[nodiscard]] QString cell(const char* field) const override
    {
        const qsizetype column = m_columns.indexOf(QLatin1String(field));
        return column < 0 ? QString() : m_line.cells[static_cast<std::size_t>(column)];
    }

    [[nodiscard]] int line() const override { return m_line.number; }

    [[nodiscard]] bool hasDecimalComma() const override { return m_dialect.hasDecimalComma; }

    /// Filled cells of columns that the table does not know.
    [[nodiscard]] std::vector<std::pair<QString, QString>> others(const Table& table) const
    {
        std::vector<std::pair<QString, QString>> others;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const QString& value = m_line.cells[static_cast<std::size_t>(i)];
            if (!value.isEmpty() && !contains(table.known, m_columns[i]))
                others.emplace_back(m_columns[i], value);
        }
        return others;
    }

private:
    const QStringList& m_columns;
    const CsvLine& m_line;
    CsvDialect m_dialect;
};

class CsvFolder
{
public:
    explicit CsvFolder(QString path)
        : m_folder(std::move(path))
    {
    }

    NetworkReading read(CsvParts parts)
    {
        m_hasOrganizations = readTable(
            organizations, [this](CsvRow& row, RowReader& reader) { readFirm(row, reader); });
        if (parts.testFlag(CsvPart::Deals))
            readTable(deals, [this](CsvRow& row, RowReader& reader) { readDeal(row, reader); });
        if (parts.testFlag(CsvPart::Valuations))
            readTable(valuations,
                      [this](CsvRow& row, RowReader& reader) { readValuation(row, reader); });
        if (parts.testFlag(CsvPart::Stakes))
            readTable(stakes, [this](CsvRow& row, RowReader& reader) { readStake(row, reader); });
        NetworkReading reading;
        reading.network = m_edit.done();
        reading.diagnostics = std::move(m_diagnostics);
        return reading;
    }

private:
    template<typename ReadRow>
    bool readTable(const Table& table, const ReadRow& readRow)
    {
        const QString path =
            QDir(m_folder).filePath(QLatin1String(table.name) + QLatin1String(".csv"));
        if (!QFileInfo::exists(path))
            return false;
        m_table = path;
        Findings findings(path);
        const DecodedText decoded = decodedText(fileBytes(path));
        if (decoded.firstBadByte)
            findings.note(QStringLiteral("encoding.not-utf8"),
                          {encodingName(decoded.encoding), QString::number(*decoded.firstBadByte)});
        const CsvDialect dialect = csvDialect(decoded.text);
        QStringList columns;
        forEachCsvLine(decoded.text, dialect, findings, [&](CsvLine& line) {
            if (columns.isEmpty()) {
                columns = headerOf(table, line, findings);
            } else if (fits(line, columns.size(), findings)) {
                CsvRow row(columns, line, dialect);
                RowReader reader(row, findings);
                readRow(row, reader);
            }
        });
        if (columns.isEmpty())
            findings.warn(QStringLiteral("csv.empty"), {}, std::nullopt);
        for (Diagnostic& diagnostic : findings.done())
            m_diagnostics.push_back(std::move(diagnostic));
        return true;
    }

    static QStringList headerOf(const Table& table, const CsvLine& line, Findings& findings)
    {
        QStringList columns;
        QStringList unknown;
        for (const QString& cell : line.cells) {
            columns << cell.toLower();
            if (!contains(table.known, columns.back()))
                unknown << cell;
        }
        QStringList missing;
        for (const char* name : table.required)
            if (!columns.contains(QLatin1String(name)))
                missing << QString::fromLatin1(name);
        if (!missing.isEmpty())
            throw Error(QStringLiteral("csv.column-missing"),
                        {missing.join(QLatin1String(", ")), columns.join(QLatin1String(", "))},
                        findings.file(), line.number);
        if (!unknown.isEmpty())
            findings.note(QStringLiteral("csv.column-unknown"), {unknown.join(QLatin1String(", "))},
                          line.number);
        return columns;
    }

    /// As many cells as columns; empty ones too many do no harm.
    static bool fits(CsvLine& line, qsizetype columns, Findings& findings)
    {
        const auto expected = static_cast<std::size_t>(columns);
        const auto found = line.cells.size();
        while (line.cells.size() > expected && line.cells.back().isEmpty())
            line.cells.pop_back();
        if (line.cells.size() == expected)
            return true;
        findings.warn(QStringLiteral("csv.cell-count"),
                      {QString::number(found), QString::number(expected)}, line.number);
        return false;
    }

    /// Where there is no table of organizations, ids of other tables make them.
    FirmFinder finder()
    {
        return [this](const QString& id) -> std::optional<FirmId> {
            const auto known = m_edit.network().findFirm(id);
            if (known || m_hasOrganizations)
                return known;
            Firm firm;
            firm.id = id;
            firm.name = id;
            return m_edit.addFirm(std::move(firm));
        };
    }

    void readFirm(const CsvRow& row, RowReader& reader)
    {
        QStringList aliases;
        for (const QString& alias :
             reader.text("aliases").split(QLatin1Char(';'), Qt::SkipEmptyParts))
            if (const QString trimmed = alias.trimmed(); !trimmed.isEmpty())
                aliases << trimmed;
        auto firm = firmOf(reader, aliases);
        if (!firm)
            return;
        firm->isRoundTotal = firm->id == QLatin1String(roundTotal);
        if (auto others = row.others(organizations); !others.empty())
            firm->detail.edit([&](FirmDetail& detail) { detail.other = std::move(others); });
        if (m_edit.network().findFirm(firm->id))
            reader.reject(QStringLiteral("row.duplicate-id"), {firm->id});
        else
            m_edit.addFirm(std::move(*firm));
    }

    void readDeal(const CsvRow& row, RowReader& reader)
    {
        const bool isFactsColumn = !reader.text("amount_qualifier").isEmpty();
        auto deal = dealOf(reader, finder(), isFactsColumn ? "amount_qualifier" : "qualifier");
        if (!deal)
            return;
        if (deal->id.isEmpty())
            deal->id = free(reader.text("from") + QLatin1Char('-') + reader.text("to") +
                            QLatin1Char('-') + reader.text("date"));
        else if (m_edit.network().findDeal(deal->id))
            return reader.reject(QStringLiteral("row.duplicate-id"), {deal->id});
        deal->evidence = {source(reader)};
        if (auto others = row.others(deals); !others.empty())
            deal->detail.edit([&](DealDetail& detail) { detail.other = std::move(others); });
        if (deal->from.isValid() && m_edit.network().firm(deal->from).isRoundTotal) {
            deal->counted = false;
            deal->detail.edit(
                [](DealDetail& detail) { detail.notCountedWhy = QStringLiteral("round-total"); });
        }
        m_edit.addDeal(std::move(*deal));
    }

    void readValuation(const CsvRow&, RowReader& reader)
    {
        reader.requiredText("amount");
        auto valuation = valuationOf(reader, finder());
        if (!valuation)
            return;
        if (valuation->id.isEmpty())
            valuation->id = free(reader.text("org") + QLatin1Char('-') + reader.text("date") +
                                 QLatin1Char('-') + reader.text("amount"));
        valuation->evidence = {source(reader)};
        m_edit.addValuation(std::move(*valuation));
    }

    void readStake(const CsvRow&, RowReader& reader)
    {
        auto stake = stakeOf(reader, finder());
        if (!stake)
            return;
        if (stake->id.isEmpty())
            stake->id = free(reader.text("holder") + QLatin1Char('-') + reader.text("org") +
                             QLatin1Char('-') + reader.text("date"));
        stake->evidence = {source(reader)};
        m_edit.addStake(std::move(*stake));
    }

    /// The page a row names, else the table itself; one value for all rows with the same source.
    Shared<Evidence> source(RowReader& reader)
    {
        Evidence evidence;
        evidence.publisher = reader.text("source_publisher");
        evidence.title = reader.text("source_title");
        evidence.url = reader.text("source_url");
        evidence.date = PartialDate::parse(reader.text("source_date"));
        if (evidence == Evidence{})
            evidence.title = QFileInfo(m_table).fileName();
        const QString key = evidence.publisher + QChar(u'\n') + evidence.title + QChar(u'\n') +
                            evidence.url + QChar(u'\n') + reader.text("source_date");
        auto& known = m_sources[key];
        if (known.isEmpty())
            known = Shared<Evidence>(std::move(evidence));
        return known;
    }

    QString free(const QString& wanted)
    {
        int& count = m_madeIds[wanted];
        ++count;
        return count == 1 ? wanted : wanted + QLatin1Char('-') + QString::number(count);
    }

    QString m_folder;
    QString m_table;
    NetworkEditor m_edit;
    Diagnostics m_diagnostics;
    bool m_hasOrganizations = false;
    QHash<QString, Shared<Evidence>> m_sources;
    QHash<QString, int> m_madeIds;
};

} // namespace

bool isCsvFolder(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return false;
    const QDir folder(path);
    const std::array tables{&organizations, &deals, &valuations, &stakes};
    return std::any_of(tables.begin(), tables.end(), [&folder](const Table* table) {
        return folder.exists(QLatin1String(table->name) + QLatin1String(".csv"));
    });
}

NetworkReading readCsvFolder(const QString& path, CsvParts parts)
{
    if (!QFileInfo::exists(path))
        throw Error(QStringLiteral("file.missing"), {}, path);
    if (!isCsvFolder(path))
        throw Error(QStringLiteral("csv.not-a-folder"), {}, path);
    return CsvFolder(path).read(parts);
}

} // namespace gyre
