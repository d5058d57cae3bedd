#include "graph/interchange/filebytes.h"
#include "graph/interchange/json.h"
#include "graph/interchange/jsonrows.h"
#include "graph/model/edits.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <map>

namespace gyre {

namespace {

/// One file: one network, or the lines that `extract` prints.
class JsonFile
{
public:
    explicit JsonFile(const QString& path)
        : m_text(fileUtf8(path), path)
        , m_findings(path)
    {
    }

    NetworkReading read()
    {
        JsonText::Place place;
        if (m_text.isAtEnd(place))
            throw Error(QStringLiteral("reading.empty"), {}, m_findings.file());
        for (; !m_text.isAtEnd(place); place = m_text.skipped(place))
            readRoot(place);
        return {std::move(m_network), std::move(m_briefings), m_findings.done(),
                std::move(m_placement)};
    }

private:
    /// Spans of facts that were written without the text can't be checked.
    static TextLength lengthIn(const Briefing& briefing)
    {
        return [id = briefing.id, length = briefing.text.size()](const QString& wanted) {
            return wanted == id && length > 0 ? std::optional(length) : std::nullopt;
        };
    }

    void readRoot(JsonText::Place root)
    {
        // Errors of syntax come before anything is taken from the file.
        (void)m_text.skipped(root);
        if (!m_text.isObject(root))
            throw Error(QStringLiteral("json.not-ours"), {}, m_findings.file(), root.line);
        m_members.clear();
        m_text.forEachMember(root, [this](const std::string& key, JsonText::Place value) {
            m_members.emplace(key, value);
        });
        static constexpr std::array ours{"briefing", "briefings",  "organizations",
                                         "deals",    "valuations", "stakes"};
        if (std::none_of(ours.begin(), ours.end(),
                         [this](const char* key) { return m_members.contains(key); }))
            throw Error(QStringLiteral("json.not-ours"), {}, m_findings.file(), root.line);
        if (m_members.contains("briefing"))
            readExtracted(root);
        else
            readNetwork();
    }

    void readExtracted(JsonText::Place root)
    {
        const JsonValue object = m_text.value(root);
        ReadBriefing read;
        read.briefing = briefingOf(object.member("briefing"));
        read.extraction = extractionOf(object, m_findings, lengthIn(read.briefing));
        m_network = assembled(std::move(m_network), read.extraction);
        if (!read.briefing.text.isEmpty())
            m_briefings.emplace_back(std::move(read));
    }

    void readNetwork()
    {
        QHash<QString, qsizetype> lengths;
        forEach("briefings", [this, &lengths](const JsonValue& object) {
            ReadBriefing read;
            read.briefing = briefingOf(object);
            read.extraction =
                extractionOf(object.member("extraction"), m_findings, lengthIn(read.briefing));
            lengths.insert(read.briefing.id, read.briefing.text.size());
            m_briefings.emplace_back(std::move(read));
        });
        NetworkEditor edit;
        JsonFactReader read(
            m_findings, [&edit](const QString& id) { return edit.network().findFirm(id); },
            [&lengths](const QString& id) {
                const auto length = lengths.constFind(id);
                return length == lengths.cend() ? std::nullopt : std::optional(*length);
            });
        readFirms(edit, read);
        readDeals(edit, read);
        forEach("valuations", [&](const JsonValue& object) {
            if (auto valuation = read.valuation(object))
                edit.addValuation(std::move(*valuation));
        });
        forEach("stakes", [&](const JsonValue& object) {
            if (auto stake = read.stake(object))
                edit.addStake(std::move(*stake));
        });
        readPlaces(edit.network());
        m_network = m_network.firmSlots() == 0 ? edit.done() : merged(m_network, edit.done());
    }

    void readFirms(NetworkEditor& edit, JsonFactReader& read)
    {
        forEach("organizations", [&](const JsonValue& object) {
            auto firm = read.firm(object);
            if (!firm)
                return;
            if (edit.network().findFirm(firm->id))
                m_findings.warn(QStringLiteral("row.duplicate-id"), {firm->id}, object.line);
            else
                edit.addFirm(std::move(*firm));
        });
    }

    void readDeals(NetworkEditor& edit, JsonFactReader& read)
    {
        int unnamed = 0;
        forEach("deals", [&](const JsonValue& object) {
            auto deal = read.deal(object);
            if (!deal)
                return;
            if (deal->id.isEmpty())
                deal->id = QStringLiteral("deal-%1").arg(++unnamed);
            if (edit.network().findDeal(deal->id))
                m_findings.warn(QStringLiteral("row.duplicate-id"), {deal->id}, object.line);
            else
                edit.addDeal(std::move(*deal));
        });
    }

    void readPlaces(const Network& network)
    {
        forEach("places", [&](const JsonValue& object) {
            const auto firm = network.findFirm(textOf(object.member("org")));
            if (firm)
                m_placement.set(*firm, {{object.member("x").number, object.member("y").number},
                                        object.member("pinned").boolean});
        });
    }

    template<typename Visit>
    void forEach(const std::string& key, const Visit& visit)
    {
        const auto list = m_members.find(key);
        if (list == m_members.end())
            return;
        if (!m_text.isArray(list->second)) {
            m_findings.warn(QStringLiteral("json.list-expected"), {QString::fromStdString(key)},
                            list->second.line);
            return;
        }
        m_text.forEachElement(list->second, [&](JsonText::Place element) {
            if (m_text.isObject(element))
                visit(m_text.value(element));
            else
                m_findings.warn(QStringLiteral("json.object-expected"),
                                {QString::fromStdString(key)}, element.line);
        });
    }

    JsonText m_text;
    Findings m_findings;
    std::map<std::string, JsonText::Place> m_members;
    Network m_network;
    std::vector<Shared<ReadBriefing>> m_briefings;
    Placement m_placement;
};

} // namespace

NetworkReading readJson(const QString& path)
{
    return JsonFile(path).read();
}

} // namespace gyre
