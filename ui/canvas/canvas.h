// The widget that shows a Picture through the one painter: zoom, pan, select, drag, hover, and
// travel by keyboard. It owns no facts: it says what was asked for, the owner answers with a new
// picture or emphasis.
//
// Keys: Tab and Shift+Tab go from firm to firm; the arrow keys go to the firm that lies that way,
// along the firm's own deals where there is one (Ctrl+arrow: to the deal itself); Page Down and
// Page Up go through all deals of the firm; Enter selects, Menu asks for the context menu, Escape
// clears, + and − zoom, 0 fits.
//
// Pointer: the wheel, a pinch of the touchpad or of two fingers zoom to where it is; the middle
// button, the left one on paper or with Space held, and two fingers move the paper; a double click
// on paper shows all.
#pragma once

#include "graph/model/placement.h"
#include "ui/canvas/drag.h"
#include "ui/canvas/hits.h"
#include "ui/canvas/insight.h"
#include "ui/picture/painter.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

class QEventPoint;
class QNativeGestureEvent;
class QTouchEvent;

namespace gyre {

class Canvas : public QWidget
{
    Q_OBJECT

public:
    explicit Canvas(QWidget* parent = nullptr);

    /// Zoom and pan stay as they are, so that a redraw after an edit does not lose the place.
    void setPicture(Picture picture);

    [[nodiscard]] const Picture& picture() const { return m_picture; }

    /// What the selection lets stand out. Hovering comes on top and passes.
    void setEmphasis(Emphasis emphasis);

    [[nodiscard]] const Emphasis& emphasis() const { return m_emphasis; }

    /// Screen pixels a picture pixel; 1 when fitted and composed for this size.
    [[nodiscard]] double zoom() const { return m_zoom; }

    [[nodiscard]] QPointF toWidget(QPointF picturePoint) const;
    [[nodiscard]] QPointF toPicture(QPointF widgetPoint) const;

    /// What part of the picture the widget shows, in picture pixels.
    [[nodiscard]] QRectF sight() const;

    /// Another one whenever other things may be in sight.
    [[nodiscard]] int sightNumber() const { return m_sightNumber; }

    /// Where the keyboard is.
    [[nodiscard]] const CanvasItem& current() const { return m_current; }

    [[nodiscard]] FirmId currentFirm() const { return m_current.firm; }

    [[nodiscard]] DealId currentDeal() const { return m_current.deal; }

    /// What is selected, for screen readers; how it is drawn is the emphasis.
    void setSelected(CanvasItem item);

    /// Also where the item's arc stands for the selected deal and others.
    [[nodiscard]] bool isSelected(const CanvasItem& item) const;

    [[nodiscard]] bool has(const CanvasItem& item) const;
    /// As a screen reader says it; empty where the picture does not have it.
    [[nodiscard]] QString spoken(const CanvasItem& item) const;
    [[nodiscard]] QString spokenDetail(const CanvasItem& item) const;
    /// Its shape and its label, in picture pixels.
    [[nodiscard]] QRectF boxOf(const CanvasItem& item) const;
    [[nodiscard]] CanvasItem itemAt(QPointF widgetPoint) const;

    /// The keyboard goes there, and it comes into sight.
    void goTo(const CanvasItem& item);
    /// As Enter does.
    void activateCurrent();
    /// As the Menu key does.
    void askForMenu();

    [[nodiscard]] QSize sizeHint() const override { return {960, 640}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }

    void zoomIn();
    void zoomOut();
    void fit();
    /// Moves the firm into the middle where it is not to be seen.
    void reveal(FirmId firm);
    void reveal(DealId deal);

signals:
    void firmClicked(FirmId firm);
    void dealClicked(DealId deal);
    /// An arc that stands for several deals.
    void pairClicked(const std::vector<gyre::DealId>& deals);
    void emptyClicked();
    /// The picture's title was double-clicked.
    void titleActivated();
    /// The pointer is over one of them, or over neither: at most one is valid.
    void hovered(FirmId firm, DealId deal);
    /// Escape.
    void cleared();
    /// The firm was put there, in nominal pixels (placement.h); during the drag the disc follows
    /// the pointer in the canvas alone.
    void firmDragged(FirmId firm, Point to);
    void firmMenuRequested(FirmId firm, QPoint globalPosition);
    void dealMenuRequested(DealId deal, QPoint globalPosition);
    void emptyMenuRequested(QPoint globalPosition);
    /// Compose for this size and call setPicture.
    void resized(QSizeF size);
    void zoomChanged(double zoom);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Grip : std::uint8_t
    {
        None,
        Click,
        Firm,
        Pan
    };

    [[nodiscard]] std::optional<Hit> hitAt(QPointF widgetPoint) const;
    [[nodiscard]] const Disc* discOf(FirmId firm) const;
    [[nodiscard]] const Arc* arcOf(DealId deal) const;
    [[nodiscard]] double fitZoom() const;
    [[nodiscard]] bool isOnTitle(QPointF widgetPoint) const;
    [[nodiscard]] Emphasis shownEmphasis() const;
    [[nodiscard]] Emphasis neighbourhood(const Hit& hit) const;
    void zoomAt(QPointF widgetPoint, double factor);
    void panBy(QPointF step);
    bool gesture(const QNativeGestureEvent& event);
    bool touch(const QTouchEvent& event);
    void pinch(QPointF first, QPointF second);
    void asMouse(QEvent::Type type, const QEventPoint& point);
    bool travelAmongDeals(int step);
    /// The end of the arc that the keyboard came from, else its payer.
    [[nodiscard]] FirmId anchorOf(const Arc& arc) const;
    void keepInSight();
    void revealPoint(QPointF picturePoint);
    void paintFocus(QPainter& painter) const;

    [[nodiscard]] CanvasItem itemOf(const Hit& hit) const;
    void askForMenu(const CanvasItem& item, QPoint globalPosition);
    /// After every change of picture, zoom, place or size.
    void seeAnew();
    void hover(std::optional<Hit> hit);
    void click(QPointF widgetPoint);
    void drop(const Drag& drag);
    void clear();
    bool callOffDrag();
    bool travel(int key, bool isControl);
    bool travelAlong(const Arc& arc, QPointF direction, bool isControl);
    bool travelToNextFirm(int step);
    void setCurrent(const CanvasItem& item);
    void showToolTip(const QPoint& globalPosition, QPointF widgetPoint);
    void describe();

    Picture m_picture;
    Hits m_hits;
    Emphasis m_emphasis;
    std::optional<Hit> m_hovered;
    CanvasItem m_current;
    /// Whose deals the keyboard goes through.
    FirmId m_anchor;
    CanvasItem m_selected;
    int m_sightNumber = 0;
    /// Screen readers are told of the end of a movement, not of each step.
    QTimer m_sightTimer;
    double m_zoom = 1;
    /// Where the picture's origin lies in the widget.
    QPointF m_origin;
    bool m_isFitted = true;
    bool m_isSpaceHeld = false;
    Grip m_grip = Grip::None;
    QPointF m_pressedAt;
    QPointF m_lastAt;
    std::optional<Drag> m_drag;

    /// Two fingers: what in the picture is between them, and how far apart they are at zoom 1.
    struct Pinch
    {
        QPointF anchor;
        double apart = 1;
    };

    std::optional<Pinch> m_pinch;
};

} // namespace gyre
