#include "graph/model/correction.h"

#include "graph/basics/kebab.h"

#include <utility>

namespace gyre {

namespace {

FirmId firmOf(NetworkEditor& edit, const PartyField& field)
{
    if (field.firm.isValid() || field.newName.isEmpty())
        return field.firm;
    if (const auto known = edit.network().findFirmNamed(field.newName))
        return *known;
    Firm firm;
    firm.name = field.newName;
    firm.id = kebab(field.newName);
    return edit.addFirm(std::move(firm));
}

/// Takes over fields one by one and remembers whether any was another one.
class FieldSetter
{
public:
    FieldSetter(NetworkEditor& edit, InferredFields& inferred)
        : m_edit(edit)
        , m_inferred(inferred)
    {
    }

    template<typename Value>
    bool set(Value& field, const Value& wanted, InferredFields flags = {})
    {
        if (field == wanted)
            return false;
        field = wanted;
        m_inferred &= ~flags;
        m_isChanged = true;
        return true;
    }

    bool set(FirmId& field, const PartyField& wanted, InferredFields flags)
    {
        return set(field, firmOf(m_edit, wanted), flags);
    }

    [[nodiscard]] bool isChanged() const { return m_isChanged; }

private:
    NetworkEditor& m_edit;
    InferredFields& m_inferred;
    bool m_isChanged = false;
};

bool take(NetworkEditor& edit, Deal& deal, const FactFields& wanted)
{
    FieldSetter setter(edit, deal.inferred);
    if (setter.set(deal.from, wanted.giver, Inferred::Payer) && !deal.detail->groupMembers.empty())
        deal.detail.edit([](DealDetail& detail) { detail.groupMembers.clear(); });
    setter.set(deal.to, wanted.org, Inferred::Receiver);
    setter.set(deal.type, wanted.type, Inferred::Type);
    setter.set(deal.amount, wanted.amount, Inferred::Amount);
    setter.set(deal.status, wanted.status, Inferred::Status);
    setter.set(deal.denied, wanted.denied);
    if (setter.set(deal.date, wanted.date, Inferred::Date) && !deal.detail->dateText.isEmpty())
        deal.detail.edit([](DealDetail& detail) { detail.dateText.clear(); });
    return setter.isChanged();
}

bool take(NetworkEditor& edit, Valuation& valuation, const FactFields& wanted)
{
    FieldSetter setter(edit, valuation.inferred);
    setter.set(valuation.org, wanted.org, Inferred::Org);
    setter.set(valuation.amount, wanted.amount, Inferred::Amount);
    setter.set(valuation.basis, wanted.basis);
    setter.set(valuation.status, wanted.status, Inferred::Status);
    setter.set(valuation.denied, wanted.denied);
    if (setter.set(valuation.date, wanted.date, Inferred::Date))
        valuation.dateText.clear();
    return setter.isChanged();
}

bool take(NetworkEditor& edit, Stake& stake, const FactFields& wanted)
{
    FieldSetter setter(edit, stake.inferred);
    setter.set(stake.holder, wanted.giver, Inferred::Holder);
    setter.set(stake.org, wanted.org, Inferred::Org);
    setter.set(stake.percent, wanted.percent, Inferred::Amount);
    setter.set(stake.qualifier, wanted.qualifier);
    setter.set(stake.status, wanted.status, Inferred::Status);
    if (setter.set(stake.date, wanted.date, Inferred::Date))
        stake.dateText.clear();
    return setter.isChanged();
}

const Deal& factOf(const Network& network, DealId id)
{
    return network.deal(id);
}

const Valuation& factOf(const Network& network, ValuationId id)
{
    return network.valuations()[id.value];
}

const Stake& factOf(const Network& network, StakeId id)
{
    return network.stakes()[id.value];
}

void put(NetworkEditor& edit, DealId id, Deal deal)
{
    edit.setDeal(id, std::move(deal));
}

void put(NetworkEditor& edit, ValuationId id, Valuation valuation)
{
    edit.setValuation(id, std::move(valuation));
}

void put(NetworkEditor& edit, StakeId id, Stake stake)
{
    edit.setStake(id, std::move(stake));
}

FactFields read(const Deal& deal)
{
    FactFields fields;
    fields.giver.firm = deal.from;
    fields.org.firm = deal.to;
    fields.type = deal.type;
    fields.amount = deal.amount;
    fields.status = deal.status;
    fields.denied = deal.denied;
    fields.date = deal.date;
    return fields;
}

FactFields read(const Valuation& valuation)
{
    FactFields fields;
    fields.kind = FactFields::Kind::Valuation;
    fields.org.firm = valuation.org;
    fields.amount = valuation.amount;
    fields.basis = valuation.basis;
    fields.status = valuation.status;
    fields.denied = valuation.denied;
    fields.date = valuation.date;
    return fields;
}

FactFields read(const Stake& stake)
{
    FactFields fields;
    fields.kind = FactFields::Kind::Stake;
    fields.giver.firm = stake.holder;
    fields.org.firm = stake.org;
    fields.percent = stake.percent;
    fields.qualifier = stake.qualifier;
    fields.status = stake.status;
    fields.date = stake.date;
    return fields;
}

template<typename Fact>
Fact made(NetworkEditor& edit, const FactFields& wanted, const EvidenceList& evidence)
{
    Fact fact;
    take(edit, fact, wanted);
    fact.review = Review::Own;
    fact.evidence = evidence;
    fact.id = QStringLiteral("own");
    return fact;
}

/// Free among facts of its kind: "own-2".
template<typename Facts>
QString freeId(const Facts& facts, const QString& start)
{
    const auto isTaken = [&facts](const QString& id) {
        return std::any_of(facts.begin(), facts.end(),
                           [&id](const auto& fact) { return fact.id == id; });
    };
    QString id = start;
    for (int n = 2; isTaken(id); ++n)
        id = start + QLatin1Char('-') + QString::number(n);
    return id;
}

} // namespace

FactFields fieldsOf(const Network& network, const FactId& id)
{
    return std::visit([&network](auto key) { return read(factOf(network, key)); }, id);
}

Review reviewOf(const Network& network, const FactId& id)
{
    return std::visit([&network](auto key) { return factOf(network, key).review; }, id);
}

float confidenceOf(const Network& network, const FactId& id)
{
    return std::visit([&network](auto key) { return factOf(network, key).confidence; }, id);
}

Network corrected(Network network, const FactId& id, const FactFields& wanted)
{
    const Network before = network;
    NetworkEditor edit(std::move(network));
    const bool isChanged = std::visit(
        [&edit, &wanted](auto key) {
            auto fact = factOf(edit.network(), key);
            if (!take(edit, fact, wanted))
                return false;
            if (fact.review != Review::Own)
                fact.review = Review::Corrected;
            put(edit, key, std::move(fact));
            return true;
        },
        id);
    return isChanged ? edit.done() : before;
}

OwnFact withOwn(Network network, const FactFields& wanted, const EvidenceList& evidence)
{
    NetworkEditor edit(std::move(network));
    const auto add = [&]() -> FactId {
        if (wanted.kind == FactFields::Kind::Deal)
            return edit.addDeal(made<Deal>(edit, wanted, evidence));
        if (wanted.kind == FactFields::Kind::Valuation) {
            auto valuation = made<Valuation>(edit, wanted, evidence);
            valuation.id = freeId(edit.network().valuations(), QStringLiteral("own-value"));
            return edit.addValuation(std::move(valuation));
        }
        auto stake = made<Stake>(edit, wanted, evidence);
        stake.id = freeId(edit.network().stakes(), QStringLiteral("own-stake"));
        return edit.addStake(std::move(stake));
    };
    const FactId id = add();
    return {edit.done(), id};
}

Network withFirm(Network network, const QString& name, const EvidenceList& mentions)
{
    NetworkEditor edit(std::move(network));
    const FirmId id = firmOf(edit, {{}, name});
    Firm firm = edit.network().firm(id);
    firm.detail.edit([&mentions](FirmDetail& detail) {
        for (const auto& mention : mentions)
            if (std::find(detail.mentions.begin(), detail.mentions.end(), mention) ==
                detail.mentions.end())
                detail.mentions.push_back(mention);
    });
    edit.setFirm(id, std::move(firm));
    return edit.done();
}

} // namespace gyre
