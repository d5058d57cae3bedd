// Where firms stood in the pictures so far, so that the next picture keeps them there: one that was
// dragged goes back to where it was when the drag is undone, and what was seen once is seen again.
#pragma once

#include "graph/model/project.h"
#include "graph/model/view.h"

#include <deque>

namespace gyre {

/// What the places of a picture are made from.
struct PlacesFrom
{
    View view;
    /// What the reader pinned.
    Placement pins;
    Arranging arranging;
    /// Look::mergesPairs: fewer labels are placed in another way.
    bool mergesPairs = false;
};

class KeptPlaces
{
public:
    /// What a picture starts from: the pins of the reader, places of before for the rest; after
    /// another wish how to arrange, pins alone. A state that was seen already gives exactly its
    /// places.
    [[nodiscard]] Placement placesFor(const PlacesFrom& state) const;
    /// Whether the places of that state came from a layout that had nothing to keep but pins.
    [[nodiscard]] bool isFresh(const PlacesFrom& state) const;

    /// Whether so much has come or gone since the last picture that firms may leave their places
    /// for a better one (Scene::isContinued). Not for a drag, for one fact less, or for what was
    /// seen.
    [[nodiscard]] bool goesOn(const PlacesFrom& state) const;

    /// The places of the picture that was made of `state`.
    void take(const PlacesFrom& state, const Placement& places, bool isFresh);

    /// Of the last picture, firms that are out of sight included.
    [[nodiscard]] const Placement& last() const { return m_last; }

private:
    struct Seen
    {
        PlacesFrom from;
        Placement places;
        bool isFresh = false;
    };

    [[nodiscard]] const Seen* find(const PlacesFrom& state) const;
    [[nodiscard]] bool isOf(FirmId firm, const Network& network) const;

    /// The newest last.
    std::deque<Seen> m_seen;
    Placement m_last;
    /// How the last picture was arranged, and the deals in it, in order.
    Arranging m_arranging;
    std::vector<DealId> m_deals;
    /// Where each firm stood before the reader pinned it.
    Placement m_unpinned;
    /// Text ids of the firms with a place: keys may be given to other firms after an undo.
    std::vector<QString> m_owners;
};

} // namespace gyre
