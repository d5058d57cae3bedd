// The network of the present view on its canvas: composes a picture whenever the view, the places
// or the size change, keeps firms where they are, and turns clicks and drags into selections and
// moves of the Document.
#pragma once

#include "ui/document/document.h"
#include "ui/document/work.h"
#include "ui/picture/compose.h"

#include <QTimer>
#include <QWidget>

namespace gyre {

class Canvas;

class NetworkPage : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkPage(Document& document, QWidget* parent = nullptr);
    ~NetworkPage() override;

    [[nodiscard]] Canvas& canvas() { return *m_canvas; }

    /// Where firms stand now: what an export needs to show the same picture. Empty while nothing
    /// but a fresh layout decides.
    [[nodiscard]] Placement placesForExport() const;
    /// Forgets where unpinned firms stood.
    void arrangeAnew();

signals:
    /// A picture with firms was painted.
    void painted();
    void firmMenuRequested(gyre::FirmId firm, QPoint globalPosition);
    void dealMenuRequested(gyre::DealId deal, QPoint globalPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectCanvas();
    void schedule();
    void compose();
    [[nodiscard]] bool staysFresh(const Scene& next) const;
    [[nodiscard]] Scene scene() const;
    void tryToTake(const std::function<Composition()>& composed);
    void take(Composition composition);
    void updateEmphasis();
    void revealSelection();

    Document& m_document;
    Canvas* m_canvas;
    QTimer m_timer;
    Work m_work;
    /// Places of the last picture, to be kept in the next one.
    Placement m_places;
    bool m_hasComposed = false;
    bool m_isStale = true;
    /// The pointer is on the canvas itself.
    bool m_isHoveredHere = false;
    /// The present places came from a layout that had nothing to keep but pins.
    bool m_isFresh = true;
    /// What the last picture was composed of.
    View m_composedView;
    Placement m_composedPins;
};

} // namespace gyre
