#include "ui/document/looking.h"

#include "graph/model/reach.h"

namespace gyre {

namespace {

Lens withoutFocus(const Document& document)
{
    Lens lens = document.lens();
    lens.filter.focus.clear();
    lens.filter.route.reset();
    return lens;
}

} // namespace

void lookAround(Document& document, FirmId firm, int hops)
{
    Lens lens = withoutFocus(document);
    lens.filter.focus = {{firm, hops}};
    lens.page = Page::Network;
    document.setLens(lens);
}

void lookAtRoute(Document& document, const Filter::Route& route)
{
    Lens lens = withoutFocus(document);
    const View view = viewOf(document.network(), lens.filter);
    const Along along = route.isDirected ? Along::Money : Along::Deals;
    if (shortestRoutes(view, route.from, route.to, along).deals.empty()) {
        const auto name = [&document](FirmId firm) { return document.network().firm(firm).name; };
        document.report(
            {{Severity::Note,
              route.isDirected ? QStringLiteral("route.no-money") : QStringLiteral("route.none"),
              {name(route.from), name(route.to)},
              {},
              {},
              {}}});
        return;
    }
    lens.filter.route = route;
    lens.page = Page::Network;
    document.setLens(lens);
}

void lookAtAll(Document& document)
{
    document.setLens(withoutFocus(document));
}

} // namespace gyre
