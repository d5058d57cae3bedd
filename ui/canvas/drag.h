// A firm under the pointer: the picture as it was when it was gripped, and the same picture with
// the disc elsewhere. Its arcs keep their shape, turned and stretched to their new end, until the
// owner composes anew.
#pragma once

#include "ui/picture/picture.h"

namespace gyre {

class Drag
{
public:
    /// `grip`: where in the picture the pointer took hold of the disc.
    Drag(const Picture& picture, std::size_t disc, QPointF grip)
        : m_before(picture)
        , m_disc(disc)
        , m_grip(grip)
    {
    }

    [[nodiscard]] const Picture& before() const { return m_before; }

    [[nodiscard]] std::size_t disc() const { return m_disc; }

    /// The disc stays on the picture's page.
    [[nodiscard]] Picture movedTo(QPointF pointer) const;

private:
    Picture m_before;
    std::size_t m_disc;
    QPointF m_grip;
};

} // namespace gyre
