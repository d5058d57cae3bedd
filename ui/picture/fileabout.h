// What a picture's file says of it to programs and screen readers.
#pragma once

#include <QSizeF>
#include <QString>

#include <optional>

namespace gyre {

struct FileAbout
{
    QString title;
    /// The picture in words.
    QString description;
    /// Texts and tables it was made of, by name and hash.
    QString source;
    /// On paper; absent: pixels of 1/96 inch.
    std::optional<QSizeF> millimetres;
};

} // namespace gyre
