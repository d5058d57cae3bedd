#include "ui/picture/legend.h"

#include "graph/model/sureness.h"
#include "ui/picture/legendparts.h"
#include "ui/picture/pairs.h"

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
                            const WidthScale& widths, const std::vector<Bundle>& bundles)
{
    LegendContent content;
    content.radii = radii;
    content.widths = widths;
    for (const FirmId firm : view.firms()) {
        content.kinds.set(static_cast<std::size_t>(view.network().firm(firm).kind));
        const auto& value = values.of(firm);
        if (!value || !radii.currencies.covers(value->currency))
            content.hasUnknownValues = true;
        else if (value->isBackground)
            content.hasBackgroundValues = true;
        else if (isTalk(value->status))
            content.hasTalkValues = true;
    }
    for (const Bundle& bundle : bundles) {
        content.statuses.set(static_cast<std::size_t>(bundle.status));
        content.hasStruck = content.hasStruck || bundle.isStruck;
        content.hasMerged = content.hasMerged || bundle.isMerged();
        content.hasSeveralTypes = content.hasSeveralTypes || !bundle.hue;
        for (const DealId id : bundle.deals) {
            const Deal& deal = view.network().deal(id);
            if (bundle.hue)
                content.types.set(static_cast<std::size_t>(deal.type));
            content.hasInferred = content.hasInferred || deal.inferred != InferredFields();
            content.hasSquares = content.hasSquares || deal.hasCollectivePayer();
        }
    }
    return content;
}

Furniture legend(const LegendContent& content, const Metrics& metrics, const Palette& palette,
                 double width)
{
    return seated(legendGroups(content, metrics, palette), metrics, width);
}

} // namespace gyre
