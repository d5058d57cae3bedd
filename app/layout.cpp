#include "app/batch.h"
#include "app/inputs.h"
#include "graph/interchange/formats.h"
#include "graph/interchange/jsonwriter.h"
#include "ui/picture/compose.h"

#include <QElapsedTimer>

namespace gyre {

namespace {

/// Every deal counts for the places, whatever a picture would leave out.
Scene sceneOf(const Invocation& command, const Project& project)
{
    Scene scene;
    scene.view = viewOf(project.network, everything());
    scene.placement = project.placement;
    // They take room at the picture's foot.
    scene.briefings = project.briefings;
    scene.networkFiles = project.networkFiles;
    scene.engine = command.engine != nullptr ? command.engine : &layoutEngines().front();
    scene.layoutOptions = command.layout;
    return scene;
}

QByteArray placesJson(const Scene& scene, const Placement& places, double seconds)
{
    const Network& network = scene.view.network();
    JsonWriter json(2);
    json.beginObject();
    json.key("nodes");
    json.beginObject();
    for (const FirmId id : network.firms())
        if (const auto place = places.place(id)) {
            json.key(network.firm(id).id);
            json.beginArray();
            json.fraction(place->at.x);
            json.fraction(place->at.y);
            json.endArray();
        }
    json.endObject();
    json.key("pinned");
    json.beginArray();
    for (const FirmId id : network.firms())
        if (const auto place = places.place(id); place && place->isPinned)
            json.string(network.firm(id).id);
    json.endArray();
    json.key("seconds");
    json.fraction(seconds);
    json.key("algorithm");
    json.string(QString::fromLatin1(scene.engine->name));
    json.key("threads");
    json.integer(scene.layoutOptions.threads);
    json.endObject();
    return json.done() + '\n';
}

} // namespace

int layOut(const Invocation& command)
{
    const Input input = readInput(command);
    if (input.isEmpty())
        return 1;
    const Scene scene = sceneOf(command, input.project);
    QElapsedTimer timer;
    timer.start();
    const Placement places = placesOf(scene);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    writeFile(command.output, placesJson(scene, places, seconds));
    return input.hasErrors ? 1 : 0;
}

} // namespace gyre
