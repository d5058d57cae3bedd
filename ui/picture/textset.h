// Text as outlines: set once at a large size without hinting and scaled down, so that its width is
// the same on every device, platform and scale, and the box is what the glyphs fill.
#pragma once

#include "ui/picture/picture.h"

#include <QStringList>

namespace gyre {

struct TextStyle
{
    double pixels = 12;
    int weight = QFont::Normal;
    QColor colour;
};

/// The text's outlines from the origin, on the base line at y = 0; in pieces as in PictureText.
std::vector<QPainterPath> outlines(const QString& text, double pixels, int weight);

/// One line with its box at the origin. Line breaks and control characters become blanks.
PictureText setText(const QString& text, const TextStyle& style);

/// Ends with "…" where the whole text is wider than `width` pixels.
PictureText setTextWithin(const QString& text, const TextStyle& style, double width);

/// Broken at blanks into lines of at most `width` pixels, at most `maxLines` of them; what does not
/// fit ends in "…". A word wider than a line is elided. Boxes below one another from the origin.
std::vector<PictureText> setParagraph(const QString& text, const TextStyle& style, double width,
                                      int maxLines);

double lineHeight(double pixels);

void moveBaseline(PictureText& text, QPointF baselineLeft);
void moveCentre(PictureText& text, QPointF centre);

} // namespace gyre
