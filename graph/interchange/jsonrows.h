// JSON objects → facts, the other half of jsonfacts.h.
#pragma once

#include "graph/interchange/factrows.h"
#include "graph/interchange/jsonvalue.h"
#include "graph/model/briefing.h"

#include <functional>

namespace gyre {

/// A scalar as text, empty for null.
QString textOf(const JsonValue& value);

/// How many code units the text of a briefing has, where it is known.
using TextLength = std::function<std::optional<qsizetype>(const QString& briefing)>;

/// Objects of one set of firms: of the network, or of what was found in one briefing. Nothing where
/// the object can't be used; the findings say why.
class JsonFactReader
{
public:
    JsonFactReader(Findings& findings, FirmFinder find, TextLength lengthOf = {})
        : m_findings(findings)
        , m_find(std::move(find))
        , m_lengthOf(std::move(lengthOf))
    {
    }

    std::optional<Firm> firm(const JsonValue& object);
    std::optional<Deal> deal(const JsonValue& object);
    std::optional<Valuation> valuation(const JsonValue& object);
    std::optional<Stake> stake(const JsonValue& object);

private:
    template<typename Fact>
    bool readProvenance(RowReader& row, const JsonValue& object, Fact& fact);
    Shared<Evidence> shared(const JsonValue& object);
    void checkSpan(Evidence& evidence, const JsonValue& object);

    Findings& m_findings;
    FirmFinder m_find;
    TextLength m_lengthOf;
    Shared<Evidence> m_lastEvidence;
};

Briefing briefingOf(const JsonValue& object);
/// `object` has the members of what `extract` prints.
Extraction extractionOf(const JsonValue& object, Findings& findings, const TextLength& lengthOf);

} // namespace gyre
