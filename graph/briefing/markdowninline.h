// Markdown within one paragraph: emphasis, links, images, code, tags, escapes.
#pragma once

#include <QString>

namespace gyre {

/// The paragraph's words without the marks, blanks collapsed. O(length).
QString inlineText(QString text);

} // namespace gyre
