#include "ui/document/arranging.h"

#include <QCoreApplication>

#include <array>

namespace gyre {

namespace {

struct Arrange
{
    Q_DECLARE_TR_FUNCTIONS(Arrange)
};

struct EngineTitle
{
    const char* name;
    const char* title;
};

constexpr std::array engineTitles{
    EngineTitle{"default", QT_TRANSLATE_NOOP("Arrange", "Default")},
    EngineTitle{"stress", QT_TRANSLATE_NOOP("Arrange", "Stress: distance by deals")},
    EngineTitle{"rings", QT_TRANSLATE_NOOP("Arrange", "Rings by role")},
    EngineTitle{"circle", QT_TRANSLATE_NOOP("Arrange", "Circle for loops")},
    EngineTitle{"time", QT_TRANSLATE_NOOP("Arrange", "Time, from left to right")},
};

std::vector<FirmId> pinnedFirms(const Document& document)
{
    std::vector<FirmId> pinned;
    for (const FirmId firm : document.network().firms())
        if (const auto place = document.project().placement.place(firm); place && place->isPinned)
            pinned.push_back(firm);
    return pinned;
}

} // namespace

void arrangeWith(Document& document, const QString& engine)
{
    Project next = document.project();
    next.arranging.engine = engine == QLatin1String("default") ? QString() : engine;
    document.apply(Arrange::tr("Layout: %1").arg(engineTitle(engine)), std::move(next));
}

void tidyUp(Document& document)
{
    Project next = document.project();
    ++next.arranging.round;
    document.apply(Arrange::tr("Tidy up"), std::move(next));
}

void pin(Document& document, FirmId firm, Point at)
{
    Project next = document.project();
    next.placement.set(firm, {at, true});
    document.apply(Arrange::tr("Pin %1").arg(document.network().firm(firm).name), std::move(next));
}

void unpinAll(Document& document)
{
    Project next = document.project();
    for (const FirmId firm : pinnedFirms(document))
        next.placement.forget(firm);
    document.apply(Arrange::tr("Unpin all"), std::move(next));
}

void retitle(Document& document, const QString& title)
{
    Project next = document.project();
    next.title = title.simplified();
    document.apply(Arrange::tr("Change title"), std::move(next));
}

bool hasPins(const Document& document)
{
    return !pinnedFirms(document).empty();
}

QString engineTitle(const QString& engine)
{
    for (const EngineTitle& row : engineTitles)
        if (engine == QLatin1String(row.name))
            return Arrange::tr(row.title);
    return engine;
}

} // namespace gyre
