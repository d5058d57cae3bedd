#include "graph/model/deal.h"

#include <array>

namespace gyre {

namespace {

struct Field
{
    Inferred field;
    const char* name;
};

constexpr std::array fieldNames{
    Field{Inferred::Payer, "from"},    Field{Inferred::Receiver, "to"},
    Field{Inferred::Type, "type"},     Field{Inferred::Amount, "amount"},
    Field{Inferred::Status, "status"}, Field{Inferred::Date, "date"},
    Field{Inferred::Org, "org"},       Field{Inferred::Holder, "holder"},
};

} // namespace

QStringList inferredNames(InferredFields fields)
{
    QStringList names;
    for (const Field& field : fieldNames)
        if (fields.testFlag(field.field))
            names << QString::fromLatin1(field.name);
    return names;
}

InferredFields inferredFromNames(const QStringList& names)
{
    InferredFields inferred;
    for (const Field& field : fieldNames)
        inferred.setFlag(field.field, names.contains(QLatin1String(field.name)));
    return inferred;
}

} // namespace gyre
