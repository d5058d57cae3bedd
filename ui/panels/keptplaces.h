// Where firms stood in the pictures so far, so that the next picture keeps them there: one that was
// dragged goes back to where it was when the drag is undone, and what was seen once is seen again.
#pragma once

#include "graph/model/placement.h"
#include "graph/model/view.h"

#include <deque>

namespace gyre {

class KeptPlaces
{
public:
    /// What a picture of `view` starts from: the pins of the reader, places of before for the rest.
    /// A state that was seen already gives exactly its places.
    [[nodiscard]] Placement placesFor(const View& view, const Placement& pins) const;
    /// Whether the places of that state came from a layout that had nothing to keep but pins.
    [[nodiscard]] bool isFresh(const View& view, const Placement& pins) const;

    /// The places of the picture that was made of `view` and `pins`.
    void take(const View& view, const Placement& pins, const Placement& places, bool isFresh);

    /// Of the last picture, firms that are out of sight included.
    [[nodiscard]] const Placement& last() const { return m_last; }

    void clear();

private:
    struct Seen
    {
        View view;
        Placement pins;
        Placement places;
        bool isFresh = false;
    };

    [[nodiscard]] const Seen* find(const View& view, const Placement& pins) const;
    [[nodiscard]] bool isOf(FirmId firm, const Network& network) const;

    /// The newest last.
    std::deque<Seen> m_seen;
    Placement m_last;
    /// Where each firm stood before the reader pinned it.
    Placement m_unpinned;
    /// Text ids of the firms with a place: keys may be given to other firms after an undo.
    std::vector<QString> m_owners;
};

} // namespace gyre
