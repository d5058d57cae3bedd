// The network of the present view on its canvas: composes a picture whenever the view, the places
// or the size change, keeps firms where they are, and turns clicks and drags into selections and
// moves of the Document.
#pragma once

#include "ui/document/document.h"
#include "ui/document/work.h"
#include "ui/panels/keptplaces.h"
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
    /// What a picture is composed of, as far as places go.
    struct Composed
    {
        View view;
        Placement pins;
        /// The places come from a layout that has nothing to keep but pins.
        bool isFresh = true;
    };

    void connectCanvas();
    void schedule();
    void compose();
    [[nodiscard]] Scene scene() const;
    void take(const Composed& state, Composition composition);
    void updateEmphasis();
    void revealSelection();

    Document& m_document;
    Canvas* m_canvas;
    QTimer m_timer;
    Work m_work;
    KeptPlaces m_kept;
    bool m_hasComposed = false;
    bool m_isStale = true;
    /// The pointer is on the canvas itself.
    bool m_isHoveredHere = false;
    bool m_isFresh = true;
};

} // namespace gyre
