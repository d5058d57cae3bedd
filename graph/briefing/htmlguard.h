// Pages made to hurt: nesting that makes an HTML5 parser's time and memory grow with the square.
#pragma once

#include <QByteArrayView>

namespace gyre {

/// True where elements are nested some thousand deep, or formatting that is never closed would be
/// opened anew in millions of paragraphs (the "active formatting elements" of HTML5). One pass over
/// the tags, no tree. No page of a newspaper comes near.
bool isNestedToHurt(QByteArrayView html);

} // namespace gyre
