#include "ui/style.h"

#include "ui/controlstyle.h"

#include <QApplication>
#include <QScreen>

#include <algorithm>
#include <array>
#include <cmath>

namespace gyre {

namespace {

constexpr std::array<const char*, appearanceCount> appearanceNames{"system", "light", "dark"};

Colours lightColours()
{
    return {.window = "#f6f7f8",
            .panel = "#ffffff",
            .raised = "#f1f3f5",
            .ink = "#171c22",
            .muted = "#5a646f",
            .line = "#e3e6ea",
            .control = "#d3d8de",
            .accent = "#1b67ab",
            .onAccent = "#ffffff",
            .accentSoft = "#e4eff9",
            .warning = "#8a5300",
            .warningSoft = "#fdf3df",
            .error = "#b3261e"};
}

Colours darkColours()
{
    return {.window = "#14171b",
            .panel = "#1a1e23",
            .raised = "#252a31",
            .ink = "#e9ecef",
            .muted = "#a4aeb9",
            .line = "#2d333b",
            .control = "#3d454f",
            .accent = "#6cb2ec",
            .onAccent = "#0b1a28",
            .accentSoft = "#1d3549",
            .warning = "#f0bd6a",
            .warningSoft = "#352b18",
            .error = "#ff8f86"};
}

QPalette paletteOf(const Colours& c)
{
    QPalette palette(c.ink, c.window);
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.ink);
    palette.setColor(QPalette::Base, c.panel);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::Text, c.ink);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.panel);
    palette.setColor(QPalette::ButtonText, c.ink);
    palette.setColor(QPalette::BrightText, c.error);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.control);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Highlight, c.accentSoft);
    palette.setColor(QPalette::HighlightedText, c.ink);
    palette.setColor(QPalette::ToolTipBase, c.panel);
    palette.setColor(QPalette::ToolTipText, c.ink);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = c.muted;
        faint.setAlphaF(0.55F);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

/// The sheet's colours are named like the members of Colours: "@line".
constexpr const char* sheetText = R"(
QToolTip { background: @panel; color: @ink; border: 1px solid @control; padding: 4px 6px; }
QMenuBar { background: @panel; border-bottom: 1px solid @line; padding: 1px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; color: @ink; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @panel; border: 1px solid @control; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 26px; border-radius: 5px; }
QMenu::item:selected { background: @accentSoft; color: @ink; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 5px 4px; }
QStatusBar { background: @panel; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @line; }
QLineEdit, QToolButton#control, QPushButton {
  background: @panel; color: @ink; border: 1px solid @control; border-radius: 6px;
  padding: 5px 11px; min-height: 18px; }
QLineEdit { selection-background-color: @accent; selection-color: @onAccent; }
QToolButton#control:hover, QPushButton:hover { background: @raised; }
QToolButton#control:checked { background: @accentSoft; border-color: @accent; }
QToolButton#control:disabled, QPushButton:disabled { color: @muted; background: @window; }
QToolButton#control::menu-indicator { image: none; }
QToolButton#control[popupMode="1"] { padding-right: 24px; }
QToolButton#control::menu-button { border: none; border-left: 1px solid @control; width: 18px; }
QToolButton#icon { border: 1px solid transparent; border-radius: 6px; padding: 5px;
  background: transparent; }
QToolButton#icon:hover { background: @raised; }
QLineEdit:focus, QPushButton:focus, QToolButton#control:focus, QToolButton#icon:focus {
  border: 1px solid @accent; }
QPushButton#primary, QPushButton[isPrimary="true"] {
  background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton#primary:focus, QPushButton[isPrimary="true"]:focus { border: 1px solid @ink; }
QPushButton#link { border: 1px solid transparent; background: transparent; color: @accent;
  padding: 2px 3px; text-align: left; min-height: 0; }
QPushButton#link:hover { text-decoration: underline; }
QPushButton#link:focus { border: 1px solid @accent; border-radius: 4px; }
QPlainTextEdit#plain { border: 1px solid transparent; background: transparent; color: @ink;
  padding: 2px 4px; border-radius: 4px; selection-background-color: @accent;
  selection-color: @onAccent; }
QPlainTextEdit#plain:hover { border-color: @control; }
QPlainTextEdit#plain:focus { border-color: @accent; }
QLineEdit#plain { border: 1px solid transparent; background: transparent; padding: 2px 4px;
  border-radius: 4px; }
QLineEdit#plain[isWrong="true"] { color: @error; border-color: @error; }
QLineEdit#plain:hover { border-color: @control; }
QLineEdit#plain:focus { border-color: @accent; background: @panel; }
QTabBar { background: @window; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 14px 9px 14px;
  border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @ink; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @ink; }
QTabBar::tab:selected:focus { background: @accentSoft; }
QTabBar[isCompact="true"]::tab { padding: 8px 7px 9px 7px; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @muted; border: none;
  border-bottom: 1px solid @control; padding: 7px 14px 7px 10px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: padding;
  subcontrol-position: center right; right: 4px; width: 9px; height: 9px; }
QTableView, QListView { background: @panel; border: 1px solid transparent; outline: none;
  selection-background-color: @accentSoft; selection-color: @ink; gridline-color: @line; }
QTableView:focus, QListView:focus, QScrollArea:focus { border: 1px solid @accent; }
QScrollArea { background: @panel; border: 1px solid transparent; }
QScrollArea[isPlain="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar::handle:vertical { background: @control; border-radius: 3px; min-height: 32px;
  margin: 2px 3px; }
QScrollBar::handle:vertical:hover { background: @muted; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle:horizontal { background: @control; border-radius: 3px; min-width: 32px;
  margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @raised; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

QString sheetOf(const Colours& c)
{
    // Longer names first: "@accentSoft" must not be taken for "@accent".
    const std::array<std::pair<const char*, QColor>, 11> names{{{"@accentSoft", c.accentSoft},
                                                                {"@onAccent", c.onAccent},
                                                                {"@accent", c.accent},
                                                                {"@control", c.control},
                                                                {"@window", c.window},
                                                                {"@raised", c.raised},
                                                                {"@panel", c.panel},
                                                                {"@muted", c.muted},
                                                                {"@error", c.error},
                                                                {"@line", c.line},
                                                                {"@ink", c.ink}}};
    QString sheet = QString::fromLatin1(sheetText);
    for (const auto& [name, colour] : names)
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

} // namespace

QString name(Appearance appearance)
{
    return QString::fromLatin1(appearanceNames.at(static_cast<std::size_t>(appearance)));
}

Appearance appearanceFromName(const QString& name)
{
    for (std::size_t i = 0; i < appearanceNames.size(); ++i)
        if (name == QLatin1String(appearanceNames.at(i)))
            return static_cast<Appearance>(i);
    return Appearance::System;
}

const Colours& colours(bool isDark)
{
    static const Colours light = lightColours();
    static const Colours dark = darkColours();
    return isDark ? dark : light;
}

const Colours& coloursOf(const QPalette& palette)
{
    return colours(isDark(palette));
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

ThemeName themeOf(const QPalette& palette)
{
    return isDark(palette) ? ThemeName::Dark : ThemeName::Light;
}

void applyStyle(QApplication& application, Appearance appearance)
{
    const bool dark =
        appearance == Appearance::Dark || (appearance == Appearance::System && desktopIsDark());
    const Colours& c = colours(dark);
    QApplication::setStyle(new ControlStyle);
    QApplication::setPalette(paletteOf(c));
    QApplication::setFont(windowFont());
    application.setStyleSheet(sheetOf(c));
}

double typeScale()
{
    // Qt turns a desktop's scale into a screen's; what is left is a wish for larger type alone.
    constexpr double usual = 96;
    static const double scale = [] {
        const QScreen* screen = QGuiApplication::primaryScreen();
        return screen == nullptr ? 1.0
                                 : std::clamp(screen->logicalDotsPerInchY() / usual, 1.0, 4.0);
    }();
    return scale;
}

QFont windowFont(int pixels, int weight)
{
    return pictureFont(std::round(pixels * typeScale()), weight);
}

} // namespace gyre
