#include "ui/picture/marks.h"

#include "graph/model/sureness.h"
#include "ui/picture/textset.h"
#include "ui/words/firmnames.h"
#include "ui/words/spoken.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

/// More deals than that, and a hint that only repeats the legend is left out; of partnerships,
/// which have no amount at all, sooner.
constexpr std::size_t manyDeals = 40;
constexpr std::size_t manyPartnerships = 12;

QString translated(const char* text)
{
    return QCoreApplication::translate("Marks", text);
}

Amount amountOf(const FirmValue& value)
{
    return Amount::of(value.units, value.currency, value.qualifier);
}

/// "> $500B (in talks, 16 Dec 2025)".
QString dated(const FirmValue& value)
{
    QStringList more;
    if (isTalk(value.status))
        more << words(value.status);
    if (value.date)
        more << words(*value.date);
    QString text = written(amountOf(value));
    if (!more.isEmpty())
        text += QStringLiteral(" (") + more.join(QStringLiteral(", ")) + QStringLiteral(")");
    return text;
}

QString toolTipOf(const Marking& marking, FirmId id, const std::optional<FirmValue>& value)
{
    const Firm& firm = marking.view.network().firm(id);
    const auto then = nameOfDate(firm.name, marking.view.filter().asOf);
    QString text = (then ? words(*then) : firm.name) + QStringLiteral(" · ") + words(firm.kind) +
                   QLatin1Char('\n');
    if (!value)
        return text + translated(QT_TRANSLATE_NOOP("Marks", "Value not known"));
    text += translated(value->isBackground
                           ? QT_TRANSLATE_NOOP("Marks", "Valued at %1, from background facts")
                           : QT_TRANSLATE_NOOP("Marks", "Valued at %1"))
                .arg(dated(*value));
    if (!marking.radii.currencies.covers(value->currency))
        text += QLatin1Char('\n') +
                translated(QT_TRANSLATE_NOOP("Marks", "In another currency: not to scale"));
    return text;
}

/// A deal of a firm with itself counts once.
std::size_t dealCount(const View& view, FirmId firm)
{
    const Network& network = view.network();
    std::size_t count = 0;
    for (const auto deals : {network.out(firm), network.fromCollective(firm)})
        for (const DealId deal : deals)
            count += view.contains(deal) ? 1 : 0;
    for (const DealId deal : network.in(firm))
        count += view.contains(deal) && network.facts(deal).from != firm ? 1 : 0;
    return count;
}

QString spokenFirm(const Marking& marking, FirmId id, const std::optional<FirmValue>& value)
{
    const Firm& firm = marking.view.network().firm(id);
    const std::size_t deals = dealCount(marking.view, id);
    QStringList parts{labelOfDate(marking.view, id), words(firm.kind)};
    parts << (value ? translated(QT_TRANSLATE_NOOP("Marks", "valued at %1"))
                          .arg(spoken(amountOf(*value)))
                    : translated(QT_TRANSLATE_NOOP("Marks", "value not known")));
    if (value && isTalk(value->status))
        parts << words(value->status);
    if (value && value->isBackground)
        parts << translated(QT_TRANSLATE_NOOP("Marks", "from background facts"));
    parts << (deals == 1
                  ? translated(QT_TRANSLATE_NOOP("Marks", "1 deal"))
                  : translated(QT_TRANSLATE_NOOP("Marks", "%1 deals")).arg(writtenCount(deals)));
    return parts.join(QStringLiteral(", "));
}

/// Inside the disc where it fits, if need be a little smaller than the names outside.
void setName(Disc& disc, const Marking& marking, const QString& name, int weight)
{
    constexpr double least = 11.5;
    for (const double share : {1.0, 0.92, 0.85}) {
        const double pixels = std::max(least, marking.metrics.name * share);
        disc.label =
            setTextWithin(name, {pixels, weight, marking.palette.ink}, marking.longestLabel);
        if (isNameInside(disc))
            return;
    }
    disc.label = setTextWithin(name, {marking.metrics.name, weight, marking.palette.ink},
                               marking.longestLabel);
    disc.label.hasHalo = true;
}

/// What the legend's word for the hue does not say already; empty where there is nothing.
QString assetOf(const Deal& deal)
{
    constexpr qsizetype mostLetters = 18;
    const QString& asset = deal.detail->asset;
    const bool isPurchase = deal.type == DealType::PurchaseCommitment;
    return isPurchase && asset.size() <= mostLetters ? asset : QString();
}

QString typeHint(DealType type)
{
    switch (type) {
    case DealType::Warrant:
        return translated(QT_TRANSLATE_NOOP("Marks", "warrants"));
    case DealType::EquityInvestment:
        return translated(QT_TRANSLATE_NOOP("Marks", "equity"));
    case DealType::Acquisition:
        return translated(QT_TRANSLATE_NOOP("Marks", "acquisition"));
    case DealType::PurchaseCommitment:
        return translated(QT_TRANSLATE_NOOP("Marks", "purchases"));
    case DealType::Debt:
        return translated(QT_TRANSLATE_NOOP("Marks", "loan"));
    case DealType::RevenueShare:
        return translated(QT_TRANSLATE_NOOP("Marks", "revenue share"));
    case DealType::StakeTransfer:
        return translated(QT_TRANSLATE_NOOP("Marks", "shares"));
    case DealType::Partnership:
        return translated(QT_TRANSLATE_NOOP("Marks", "partnership"));
    case DealType::Other:
        break;
    }
    return {};
}

/// "warrants 10%", "cloud capacity", "loan": what to write where no amount is disclosed.
QString hintOf(const Deal& deal, std::size_t dealsInPicture)
{
    const QString asset = assetOf(deal);
    const auto stake = deal.detail->stakePercent;
    const std::size_t limit = deal.type == DealType::Partnership ? manyPartnerships : manyDeals;
    if (asset.isEmpty() && !stake && dealsInPicture > limit)
        return {};
    const QString hint = asset.isEmpty() ? typeHint(deal.type) : asset;
    return stake ? QString(hint + QLatin1Char(' ') + writtenPercent(*stake)).trimmed() : hint;
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int x, int y) {
        return static_cast<int>(std::lround(x * (1 - share) + y * share));
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

void setAmount(Arc& arc, const Marking& marking, const QString& text, std::optional<FlowHue> hue)
{
    const Palette& palette = marking.palette;
    const QColor ink = hue ? palette.flowText.at(static_cast<std::size_t>(*hue)) : palette.ink;
    const QColor edge = hue ? palette.flow.at(static_cast<std::size_t>(*hue)) : palette.ink;
    const int weight = arc.amount.isDisclosed() ? QFont::DemiBold : QFont::Normal;
    arc.label = setTextWithin(text, {marking.metrics.amount, weight, ink}, marking.longestLabel);
    arc.label.hasPlate = !text.isEmpty();
    arc.label.isShown = !text.isEmpty();
    arc.label.plate = palette.canvas;
    arc.label.plateEdge = mixed(edge, palette.canvas, 0.55);
    arc.label.isStruck = arc.isStruck;
}

bool isNameInside(const Disc& disc)
{
    const double inner = disc.radius - disc.ringWidth - 2;
    const double half = disc.label.box.height() / 2 + 1;
    if (disc.isSquare || inner <= half)
        return false;
    return disc.label.box.width() + 4 <= 2 * std::sqrt(inner * inner - half * half);
}

double radiusOf(const FirmValues& values, const RadiusScale& radii, FirmId id)
{
    const auto& value = values.of(id);
    const bool isKnown = value && radii.currencies.covers(value->currency);
    return isKnown ? radii.radius(value->units) : radii.unknown;
}

Disc discOf(const Marking& marking, FirmId id)
{
    const Firm& firm = marking.view.network().firm(id);
    const auto kind = static_cast<std::size_t>(firm.kind);
    const auto& value = marking.values.of(id);
    const bool isKnown = value && marking.radii.currencies.covers(value->currency);
    Disc disc;
    disc.firm = id;
    disc.id = firm.id;
    disc.ring = marking.palette.kindRing.at(kind);
    disc.fill = marking.palette.kindFill.at(kind);
    disc.isHollow = !isKnown;
    disc.isBackground = isKnown && value->isBackground;
    disc.isTalk = isKnown && isTalk(value->status);
    disc.radius = radiusOf(marking.values, marking.radii, id);
    disc.ringWidth = disc.radius < 14 ? 2 : disc.radius < 30 ? 2.5 : 3;
    disc.toolTip = toolTipOf(marking, id, value);
    disc.spoken = spokenFirm(marking, id, value);
    setName(disc, marking, labelOfDate(marking.view, id), QFont::DemiBold);
    return disc;
}

Disc squareOf(const Marking& marking, DealId id)
{
    const Deal& deal = marking.view.network().deal(id);
    Disc square;
    square.payerOf = id;
    square.id = QStringLiteral("*:") + deal.id;
    square.isSquare = true;
    square.isHollow = true;
    square.radius = marking.radii.square;
    square.ring = marking.palette.kindRing.at(static_cast<std::size_t>(FirmKind::Investor));
    square.fill = marking.palette.canvas;
    square.toolTip = sentence(marking.view.network(), deal);
    square.spoken = spoken(marking.view.network(), deal);
    setName(square, marking, translated(QT_TRANSLATE_NOOP("Marks", "investors")), QFont::Normal);
    square.label.colour = marking.palette.muted;
    return square;
}

Arc arcOf(const Marking& marking, DealId id)
{
    const Network& network = marking.view.network();
    const Deal& deal = network.deal(id);
    const auto hue = static_cast<std::size_t>(hueOf(deal.type));
    Arc arc;
    arc.deal = id;
    arc.id = deal.id;
    arc.from = deal.from;
    arc.to = deal.to;
    arc.fromId = deal.hasCollectivePayer() ? QString(QStringLiteral("*:") + deal.id)
                                           : network.firm(deal.from).id;
    arc.toId = network.firm(deal.to).id;
    arc.width = marking.widths.width(deal.amount, marking.view.filter().reading);
    arc.colour = marking.palette.flow.at(hue);
    arc.dash = dashOf(deal.status);
    arc.head = headOf(deal.type, deal.status);
    arc.isStruck = isStruck(deal);
    arc.amount = deal.amount;
    arc.toolTip = sentence(network, deal);
    arc.spoken = spoken(network, deal);
    arc.spokenDetail = spokenDetail(deal);
    setAmount(arc, marking,
              deal.amount.isDisclosed() ? written(deal.amount)
                                        : hintOf(deal, marking.view.dealCount()),
              hueOf(deal.type));
    return arc;
}

} // namespace gyre
