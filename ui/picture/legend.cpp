#include "ui/picture/legend.h"

#include "ui/picture/legendparts.h"

namespace gyre {

Dash dashOf(Status status)
{
    switch (status) {
    case Status::Rumoured:
        return Dash::Dotted;
    case Status::InTalks:
    case Status::LetterOfIntent:
    case Status::Announced:
        return Dash::Dashed;
    case Status::Signed:
    case Status::Closed:
    case Status::Cancelled:
    case Status::Observed:
        break;
    }
    return Dash::Solid;
}

Head headOf(DealType type, Status status)
{
    if (type == DealType::Partnership)
        return Head::None;
    return status == Status::Closed || status == Status::Observed ? Head::Filled : Head::Open;
}

bool isStruck(const Deal& deal)
{
    return deal.denied || deal.status == Status::Cancelled;
}

LegendContent legendContent(const View& view, const FirmValues& values, const RadiusScale& radii,
                            const WidthScale& widths)
{
    LegendContent content;
    content.radii = radii;
    content.widths = widths;
    for (const FirmId firm : view.firms()) {
        content.kinds.set(static_cast<std::size_t>(view.network().firm(firm).kind));
        const auto& value = values.of(firm);
        if (!value || !radii.currencies.covers(value->currency))
            content.hasUnknownValues = true;
        else
            content.hasBackgroundValues = content.hasBackgroundValues || value->isBackground;
    }
    for (const DealId id : view.deals()) {
        const Deal& deal = view.network().deal(id);
        content.types.set(static_cast<std::size_t>(deal.type));
        content.statuses.set(static_cast<std::size_t>(deal.status));
        content.hasStruck = content.hasStruck || isStruck(deal);
        content.hasInferred = content.hasInferred || deal.inferred != InferredFields();
        content.hasSquares = content.hasSquares || deal.hasCollectivePayer();
    }
    return content;
}

Furniture legend(const LegendContent& content, const Metrics& metrics, const Palette& palette,
                 double width)
{
    return seated(legendGroups(content, metrics, palette), metrics, width);
}

} // namespace gyre
