// View + Placement + Look → Picture: sizes and hues chosen, labels measured, furniture set, the
// layout asked for places and the arrangement for arcs and labels.
#pragma once

#include "graph/layout/layouts.h"
#include "graph/layout/workers.h"
#include "graph/model/briefing.h"
#include "graph/model/placement.h"
#include "ui/picture/picture.h"

#include <memory>

namespace gyre {

struct Composition
{
    Picture picture;
    /// The places the picture was made from, pins as they were.
    Placement places;
};

/// What a picture is made of besides its view.
struct Scene
{
    View view;
    /// Kept where given (a dragged firm, a --positions file); the engine finds the rest.
    Placement placement;
    /// Places that are not pinned are where the engine begins, near which firms stay, and not where
    /// they have to be: a picture that goes on from another one.
    bool isContinued = false;
    Look look;
    /// For "sources": publisher, title and date of each briefing.
    std::vector<Shared<ReadBriefing>> briefings;
    QStringList networkFiles;
    /// The bundled facts, for values of firms that the network has none of (Look::withBackground).
    std::shared_ptr<const Network> background;
    /// Null: the default engine.
    const LayoutEngine* engine = nullptr;
    LayoutOptions layoutOptions{1, threadsAtHand()};
};

/// Takes a first picture of the same firms in almost the same places (see graph/layout/arrange.h),
/// to look at until the right one is there. Never exported.
using DraftPictureTaker = std::function<void(Picture)>;

/// Pure: equal scenes give equal pictures. Needs a QGuiApplication for its fonts, no window.
/// `taker` (may be empty) is called at most once, on this thread.
Composition compose(const Scene& scene, const Progress& progress = {},
                    const DraftPictureTaker& taker = {});

/// The places of compose() alone, what `gyre layout` writes; for a large network without the arcs
/// and labels, which take most of the time.
Placement placesOf(const Scene& scene, const Progress& progress = {});

} // namespace gyre
