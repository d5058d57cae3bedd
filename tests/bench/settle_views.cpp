// How far firms go when the filter changes or a file is added, and how the picture then stands:
//     settle_views OUT.json SIZE FROM… -- TO…      e.g. 1600x1000 FACTS --least 1B -- FACTS --least
//     10B
// FROM and TO are files and options of `gyre export`. Writes the geometry of the second picture,
// for a scorer; prints the firms in both, how far they moved as shares of the diagonal, and the
// times of the two compositions. Says as much of the draft of the first picture, which DRAFT names
// a PNG file for.
#include "app/inputs.h"
#include "ui/picture/compose.h"
#include "ui/picture/picturefile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace gyre;

namespace {

Scene sceneOf(const QStringList& wishes, const QSizeF& size)
{
    const auto arguments = parsed(
        QStringList{QStringLiteral("export"), QStringLiteral("--out"), QStringLiteral("nowhere")} +
        wishes);
    if (!arguments.command)
        qFatal("%s", qUtf8Printable(arguments.message));
    const Input input = readInput(*arguments.command);
    Scene scene;
    scene.view = viewOf(input.project.network, input.filter);
    scene.look.size = size;
    scene.networkFiles = input.project.networkFiles;
    scene.briefings = input.project.briefings;
    return scene;
}

std::optional<QPointF> centreOf(const Picture& picture, const QString& id, const View& view)
{
    for (const Disc& disc : picture.discs)
        if (disc.firm.isValid() && view.network().firm(disc.firm).id == id)
            return disc.centre;
    return std::nullopt;
}

struct Moves
{
    double median = 0;
    double nineTenths = 0;
    double most = 0;
    std::size_t count = 0;
};

/// Of the firms in both pictures, as shares of the diagonal.
Moves movesBetween(const Picture& before, const View& viewBefore, const Picture& after,
                   const View& viewAfter)
{
    std::vector<double> moves;
    for (const Disc& disc : after.discs) {
        if (!disc.firm.isValid())
            continue;
        const QString id = viewAfter.network().firm(disc.firm).id;
        if (const auto old = centreOf(before, id, viewBefore))
            moves.push_back(std::hypot(disc.centre.x() - old->x(), disc.centre.y() - old->y()) /
                            std::hypot(after.size.width(), after.size.height()));
    }
    std::sort(moves.begin(), moves.end());
    if (moves.empty())
        return {};
    return {moves[moves.size() / 2], moves[moves.size() * 9 / 10], moves.back(), moves.size()};
}

struct Drafted
{
    Picture picture;
    double time = 0;
};

/// The first picture of a composition, and when it was there.
Composition composed(const Scene& scene, Drafted& draft, double& time)
{
    QElapsedTimer clock;
    clock.start();
    const auto since = [&clock] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
    Composition made = compose(scene, {}, [&draft, &since](Picture first) {
        draft = {std::move(first), since()};
    });
    time = since();
    return made;
}

bool isWritten(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The first picture's places for the firms of the second, which has keys of its own.
Placement carried(const Scene& from, const Placement& places, const View& to)
{
    Placement result;
    for (const FirmId firm : to.firms())
        for (const FirmId old : from.view.firms())
            if (from.view.network().firm(old).id == to.network().firm(firm).id)
                if (const auto place = places.place(old))
                    result.set(firm, *place);
    return result;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication::setDesktopSettingsAware(false);
    const QGuiApplication application(argc, argv);
    QStringList words = QGuiApplication::arguments().mid(1);
    const QString out = words.takeFirst();
    const QStringList sides = words.takeFirst().split(u'x');
    const QSizeF size(sides.value(0).toDouble(), sides.value(1).toDouble());
    const auto cut = words.indexOf(QStringLiteral("--"));
    const Scene first = sceneOf(words.mid(0, cut), size);
    Drafted draft;
    double firstTime = 0, secondTime = 0;
    const Composition before = composed(first, draft, firstTime);
    const Moves firstDraft = movesBetween(draft.picture, first.view, before.picture, first.view);
    std::printf(
        "first picture: draft after %.0f of %.0f ms, from it moved median %.3f, nine tenths "
        "%.3f, most %.3f\n",
        draft.time, firstTime, firstDraft.median, firstDraft.nineTenths, firstDraft.most);
    if (const QString path = qEnvironmentVariable("DRAFT"); !path.isEmpty())
        if (!isWritten(path, png(image(draft.picture, 1), {})))
            return 1;
    Scene second = sceneOf(words.mid(cut + 1), size);
    second.placement = carried(first, before.places, second.view);
    second.isContinued = !qEnvironmentVariableIsSet("EXACT");
    const Composition after = composed(second, draft, secondTime);
    const Moves moves = movesBetween(before.picture, first.view, after.picture, second.view);
    std::printf("%zu -> %zu firms, %zu in both: moved median %.3f, nine tenths %.3f, most %.3f; "
                "%.0f ms, then %.0f ms\n",
                first.view.firmCount(), second.view.firmCount(), moves.count, moves.median,
                moves.nineTenths, moves.most, firstTime, secondTime);
    return isWritten(out, geometryJson(after.picture)) ? 0 : 1;
}
