#include "ui/picture/furniture.h"

#include "ui/picture/textset.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace gyre {

namespace {

/// The share of the picture's height that the network must keep.
constexpr double leastPlotShare = 0.42;

QString translated(const char* text)
{
    return QCoreApplication::translate("Furniture", text);
}

/// How much of the furniture there is room for; the first that leaves a plot is taken.
struct Allowance
{
    int titleLines;
    int footLines;
    bool hasLegend;
    bool hasSource;
};

constexpr std::array<Allowance, 4> allowances{
    {{2, 2, true, true}, {2, 1, true, true}, {2, 2, false, true}, {1, 1, false, false}}};
/// On the narrowest page.
constexpr int linesOfCounts = 3;
/// Below this width title and scope have a line more.
constexpr double narrow = 400;

Furniture paragraph(const QString& what, const QString& text, const TextStyle& style, double width,
                    int lines)
{
    Furniture piece;
    piece.what = what;
    piece.texts = setParagraph(text, style, width, lines);
    for (const PictureText& line : piece.texts)
        piece.box = piece.box.united(line.box);
    return piece;
}

void translate(Furniture& piece, QPointF by)
{
    piece.box.translate(by);
    for (PictureText& text : piece.texts)
        text.box.translate(by);
    for (Arc& arc : piece.keysOfArcs) {
        arc.path.translate(by);
        if (arc.inferredMark)
            *arc.inferredMark += by;
    }
    for (Disc& disc : piece.keysOfDiscs)
        disc.centre += by;
}

TextStyle footStyle(const Metrics& metrics, const Palette& palette)
{
    return {metrics.small, QFont::Normal, palette.muted};
}

/// A count is never cut: without room for the reasons the counts stand alone.
Furniture notDrawnParagraph(const NotDrawnText& text, const TextStyle& style, double width,
                            int lines)
{
    const QString what = QStringLiteral("not-drawn");
    Furniture full = paragraph(what, text.full, style, width, lines);
    const bool isCut = !full.texts.empty() && full.texts.back().text.endsWith(QChar(0x2026));
    return isCut ? paragraph(what, text.counts, style, width, std::max(lines, linesOfCounts))
                 : full;
}

struct Stack
{
    std::vector<Furniture> pieces;
    double top = 0;
    double bottom = 0;

    void addTop(Furniture piece, double left, double gap)
    {
        if (piece.texts.empty())
            return;
        translate(piece, QPointF(left, top));
        top = piece.box.bottom() + gap;
        pieces.push_back(std::move(piece));
    }

    void addBottom(Furniture piece, double left, double gap)
    {
        if (piece.texts.empty())
            return;
        translate(piece, QPointF(left, bottom - piece.box.bottom()));
        bottom = piece.box.top() - gap;
        pieces.push_back(std::move(piece));
    }
};

Furnished furnishWithin(const Allowance& allowance, const Look& look, const Metrics& metrics,
                        const Palette& palette, const LegendContent& content,
                        const FurnitureText& text)
{
    const double margin = metrics.margin;
    const double width = look.size.width() - 2 * margin;
    const int titleLines = allowance.titleLines + (isNarrow(look) ? 1 : 0);
    Stack stack;
    stack.top = margin;
    stack.bottom = look.size.height() - std::round(margin * 0.75);
    stack.addTop(paragraph(QStringLiteral("title"), text.title,
                           {metrics.title, QFont::Bold, palette.ink}, width, titleLines),
                 margin, std::round(metrics.title * 0.35));
    stack.addTop(paragraph(QStringLiteral("scope"), text.scope,
                           {metrics.scope, QFont::Normal, palette.muted}, width,
                           isNarrow(look) ? 2 : 1),
                 margin, std::round(metrics.scope * 0.6));
    const NotDrawnText& notDrawn = allowance.hasLegend ? text.notDrawn : text.notDrawnNorLegend;
    stack.addBottom(
        notDrawnParagraph(notDrawn, footStyle(metrics, palette), width, allowance.footLines),
        margin, std::round(metrics.small * 0.4));
    if (allowance.hasSource)
        stack.addBottom(paragraph(QStringLiteral("source"), text.source,
                                  footStyle(metrics, palette), width, allowance.footLines),
                        margin, std::round(metrics.small * (text.names.isEmpty() ? 0.9 : 0.4)));
    stack.addBottom(paragraph(QStringLiteral("names"), text.names, footStyle(metrics, palette),
                              width, allowance.footLines),
                    margin, std::round(metrics.small * 0.9));
    if (allowance.hasLegend)
        stack.addBottom(legend(content, metrics, palette, width), margin,
                        std::round(metrics.small * 0.8));
    Furnished furnished;
    furnished.pieces = std::move(stack.pieces);
    furnished.plot =
        QRectF(QPointF(margin, stack.top),
               QPointF(look.size.width() - margin, std::max(stack.top + 1, stack.bottom)));
    return furnished;
}

/// Lines that were kept free in vain are given up: the foot of the picture moves down on them.
void sinkFoot(std::vector<Furniture>& pieces, double by)
{
    for (Furniture& piece : pieces)
        if (piece.what != QLatin1String("title") && piece.what != QLatin1String("scope"))
            translate(piece, QPointF(0, by));
}

QString written(int count)
{
    return writtenCount(static_cast<std::size_t>(count));
}

/// Firms that the network knows and no drawn deal names, round totals apart, in order of keys.
std::vector<QString> idleFirms(const View& view)
{
    std::vector<QString> names;
    for (const FirmId id : view.network().firms())
        if (!view.contains(id) && !view.network().firm(id).isRoundTotal)
            names.push_back(view.network().firm(id).name);
    return names;
}

/// By name where they are few: "AMD, Broadcom (in no drawn deal)".
QString firmsPhrase(const View& view, const NotDrawn& entry)
{
    constexpr int few = 8;
    QString who = translated(QT_TRANSLATE_NOOP("Furniture", "%1 firms")).arg(written(entry.count));
    if (entry.count <= few) {
        QStringList names;
        for (const QString& name : idleFirms(view))
            names << name;
        who = names.join(QStringLiteral(", "));
    }
    return who + QStringLiteral(" (") + entry.why + QStringLiteral(")");
}

QString dealsPhrase(const NotDrawn& entry)
{
    return (entry.count == 1 ? translated(QT_TRANSLATE_NOOP("Furniture", "1 deal (%2)"))
                             : translated(QT_TRANSLATE_NOOP("Furniture", "%1 deals (%2)"))
                                   .replace(QStringLiteral("%1"), written(entry.count)))
        .replace(QStringLiteral("%2"), entry.why);
}

QString noRoomPhrase(const NotDrawn& entry, const char* one, const char* many)
{
    return entry.count == 1 ? translated(one) : translated(many).arg(written(entry.count));
}

QString countsOf(const std::vector<NotDrawn>& entries)
{
    const auto all = [&entries](QLatin1String what) {
        int count = 0;
        for (const NotDrawn& entry : entries)
            count += entry.what == what ? entry.count : 0;
        return count;
    };
    QStringList parts;
    const auto add = [&parts](int count, const char* one, const char* many) {
        if (count > 0)
            parts << (count == 1 ? translated(one) : translated(many).arg(written(count)));
    };
    add(all(QLatin1String("firms")), QT_TRANSLATE_NOOP("Furniture", "1 firm"),
        QT_TRANSLATE_NOOP("Furniture", "%1 firms"));
    add(all(QLatin1String("deals")), QT_TRANSLATE_NOOP("Furniture", "1 deal"),
        QT_TRANSLATE_NOOP("Furniture", "%1 deals"));
    add(all(QLatin1String("amounts")), QT_TRANSLATE_NOOP("Furniture", "1 amount"),
        QT_TRANSLATE_NOOP("Furniture", "%1 amounts"));
    add(all(QLatin1String("names")), QT_TRANSLATE_NOOP("Furniture", "1 name"),
        QT_TRANSLATE_NOOP("Furniture", "%1 names"));
    if (all(QLatin1String("legend")) > 0)
        parts << translated(QT_TRANSLATE_NOOP("Furniture", "the legend"));
    return translated(QT_TRANSLATE_NOOP("Furniture", "Not drawn: %1"))
        .replace(QStringLiteral("%1"), parts.join(QStringLiteral(", ")));
}

} // namespace

bool isNarrow(const Look& look)
{
    return look.size.width() < narrow;
}

Furnished furnish(const Look& look, const Metrics& metrics, const Palette& palette,
                  const LegendContent& content, const FurnitureText& text)
{
    if (!look.withFurniture) {
        const double pad = metrics.margin / 2;
        return {{}, QRectF(QPointF(0, 0), look.size).adjusted(pad, pad, -pad, -pad)};
    }
    Furnished furnished;
    for (const Allowance& allowance : allowances) {
        furnished = furnishWithin(allowance, look, metrics, palette, content, text);
        if (furnished.plot.height() >= leastPlotShare * look.size.height())
            break;
    }
    return furnished;
}

void setNotDrawn(std::vector<Furniture>& pieces, const Metrics& metrics, const Palette& palette,
                 double width, const NotDrawnText& text)
{
    const auto piece = std::find_if(pieces.begin(), pieces.end(), [](const Furniture& furniture) {
        return furniture.what == QLatin1String("not-drawn");
    });
    if (piece == pieces.end())
        return;
    if (text.full.isEmpty()) {
        const double height = piece->box.height();
        pieces.erase(piece);
        sinkFoot(pieces, height);
        return;
    }
    const QRectF room = piece->box;
    Furniture final = notDrawnParagraph(text, footStyle(metrics, palette), width,
                                        static_cast<int>(piece->texts.size()));
    translate(final, room.topLeft());
    *piece = std::move(final);
    sinkFoot(pieces, room.bottom() - piece->box.bottom());
}

QString asOfDate(const View& view, const std::vector<Shared<ReadBriefing>>& briefings)
{
    if (view.filter().asOf)
        return words(*view.filter().asOf);
    std::optional<PartialDate> latest;
    // By the first day it may mean: "2026" says less than "Jun 2026", not more.
    const auto consider = [&latest](const std::optional<PartialDate>& date) {
        if (date && (!latest || date->first() > latest->first() ||
                     (date->first() == latest->first() && *date > *latest)))
            latest = date;
    };
    for (const Shared<ReadBriefing>& read : briefings)
        consider(read->briefing.date);
    if (!latest)
        for (const DealId id : view.deals())
            consider(view.network().deal(id).date);
    return latest ? words(*latest) : QString();
}

std::vector<NotDrawn> leftOut(const View& view)
{
    std::vector<NotDrawn> entries;
    if (const auto idle = static_cast<int>(idleFirms(view).size()); idle > 0)
        entries.push_back({QStringLiteral("firms"), idle,
                           translated(QT_TRANSLATE_NOOP("Furniture", "in no drawn deal"))});
    for (int i = 0; i < leftOutCount; ++i) {
        const auto why = static_cast<LeftOut>(i);
        if (const auto count = static_cast<int>(view.leftOut(why)); count > 0)
            entries.push_back({QStringLiteral("deals"), count, words(why)});
    }
    return entries;
}

NotDrawnText notDrawnText(const View& view, const std::vector<NotDrawn>& entries)
{
    QStringList parts;
    QStringList noRoom;
    for (const NotDrawn& entry : entries) {
        if (entry.what == QLatin1String("firms"))
            parts << firmsPhrase(view, entry);
        else if (entry.what == QLatin1String("deals"))
            parts << dealsPhrase(entry);
        else if (entry.what == QLatin1String("legend"))
            parts << translated(QT_TRANSLATE_NOOP("Furniture", "the legend (no room)"));
        else if (entry.what == QLatin1String("amounts"))
            noRoom << noRoomPhrase(
                entry, QT_TRANSLATE_NOOP("Furniture", "1 amount not shown for want of room"),
                QT_TRANSLATE_NOOP("Furniture", "%1 amounts not shown for want of room"));
        else
            noRoom << noRoomPhrase(
                entry, QT_TRANSLATE_NOOP("Furniture", "1 name not shown for want of room"),
                QT_TRANSLATE_NOOP("Furniture", "%1 names not shown for want of room"));
    }
    // What is missing from the drawing itself comes first: a long list must not push it out.
    QStringList line = noRoom;
    if (!parts.isEmpty())
        line << translated(QT_TRANSLATE_NOOP("Furniture", "Not drawn: %1"))
                    .replace(QStringLiteral("%1"), parts.join(QStringLiteral("; ")));
    QString text = line.join(QStringLiteral(" · "));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return {text, countsOf(entries)};
}

} // namespace gyre
