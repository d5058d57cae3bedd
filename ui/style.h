// How the window looks, light or dark: one table of colours, put into the application's QPalette
// (so that every widget finds them there) and a small style sheet on Fusion.
#pragma once

#include "ui/picture/look.h"

#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;

namespace gyre {

enum class Appearance : std::uint8_t
{
    System,
    Light,
    Dark
};
constexpr int appearanceCount = 3;

/// The words of the settings file: "system", "light", "dark".
QString name(Appearance appearance);
Appearance appearanceFromName(const QString& name);

/// Every colour has at least 4.5:1 on `panel` where it writes text.
struct Colours
{
    /// Behind the bars.
    QColor window;
    QColor panel;
    QColor raised;
    QColor ink;
    QColor muted;
    QColor line;
    QColor control;
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    QColor warning;
    QColor warningSoft;
    QColor error;
};

const Colours& colours(bool isDark);
const Colours& coloursOf(const QPalette& palette);
bool isDark(const QPalette& palette);
ThemeName themeOf(const QPalette& palette);

/// Dark or light as the desktop says. Without a word from it: light.
bool desktopIsDark();
void applyStyle(QApplication& application, Appearance appearance);

/// How much larger the window's type is than usual, 1 to 4: the screen's dots per inch for fonts
/// (QT_FONT_DPI) over 96.
double typeScale();
/// 13 px, or as asked, times typeScale(); weights are QFont's.
QFont windowFont(int pixels = 13, int weight = QFont::Normal);

} // namespace gyre
