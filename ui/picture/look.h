// How a network is drawn: everything a picture depends on besides the view and the places.
#pragma once

#include "graph/model/vocabulary.h"

#include <QColor>
#include <QFont>
#include <QSizeF>
#include <QString>

#include <array>

namespace gyre {

enum class ThemeName : std::uint8_t
{
    Light,
    Dark,
    Print
};

/// The four hues a deal can have, and partnership's grey; contract and legend share the order.
enum class FlowHue : std::uint8_t
{
    Equity,
    Purchase,
    Debt,
    Warrant,
    Partnership
};
constexpr int flowHueCount = 5;
FlowHue hueOf(DealType type);

/// Colours of one theme, from resources/themes/NAME.json.
struct Palette
{
    QColor canvas;
    QColor ink;
    QColor muted;
    QColor faint;
    QColor accent;
    std::array<QColor, flowHueCount> flow;
    /// Darker or lighter twins of `flow` that are legible as text on the canvas.
    std::array<QColor, flowHueCount> flowText;
    std::array<QColor, firmKindCount> kindRing;
    std::array<QColor, firmKindCount> kindFill;
    QColor valuation;
    QColor stake;

    bool operator==(const Palette&) const = default;
};

/// Reads an embedded theme; throws Error if it lacks a colour.
Palette palette(ThemeName theme);

struct Look
{
    ThemeName theme = ThemeName::Light;
    bool isTransparent = false;
    QSizeF size{1600, 1000};
    /// Empty: proposed from the data.
    QString title;
    /// Empty: made from the briefings' dates and publishers.
    QString source;
    QString asOf;
    /// Values of firms are taken from the background facts where the network has none.
    bool withBackground = false;
    bool withFurniture = true;
    /// Deals of the same payer and receiver are one arc with their count and their sum, as far as
    /// they are alike in how sure they are.
    bool mergesPairs = false;

    bool operator==(const Look&) const = default;
};

/// Inter where there is one, else DejaVu Sans; sizes in pixels, never hinted, so that the same
/// pixels come out at any screen scale.
QFont pictureFont(double pixels, int weight = QFont::Normal);

} // namespace gyre
