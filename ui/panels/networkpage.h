// The network of the present view on its canvas: composes a picture whenever the view, the places
// or the size change, keeps firms where they are, and turns clicks and drags into selections and
// moves of the Document.
#pragma once

#include "ui/document/document.h"
#include "ui/document/work.h"
#include "ui/panels/keptplaces.h"
#include "ui/picture/compose.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace gyre {

class Canvas;
class LayoutNotice;
class TitleEdit;

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
    /// Where a firm stands in the last picture, in nominal pixels.
    [[nodiscard]] std::optional<Point> placeOf(FirmId firm) const;
    /// Writes the picture's title anew, in its place.
    void editTitle();

    [[nodiscard]] TitleEdit& titleEdit() { return *m_titleEdit; }

    [[nodiscard]] LayoutNotice& notice() { return *m_notice; }

    /// Something newer than what is to be seen is being made.
    [[nodiscard]] bool isComposing() const { return m_timer.isActive() || m_work.isBusy(); }

signals:
    /// A picture with firms was painted.
    void painted();
    void firmMenuRequested(gyre::FirmId firm, QPoint globalPosition);
    void dealMenuRequested(gyre::DealId deal, QPoint globalPosition);
    void emptyMenuRequested(QPoint globalPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// What a picture is composed of, as far as places go.
    struct Composed
    {
        PlacesFrom from;
        /// The places come from a layout that has nothing to keep but pins.
        bool isFresh = true;
    };

    void connectCanvas();
    void connectNotice();
    void composeInBackground(const Composed& state, Scene scene);
    void stop();
    void schedule();
    void compose();
    [[nodiscard]] PlacesFrom placesFrom() const;
    [[nodiscard]] Scene sceneOf(const PlacesFrom& from) const;
    [[nodiscard]] Picture emptyPage() const;
    [[nodiscard]] QSizeF pageSize() const;
    void take(const Composed& state, Composition composition);
    void showDraft(Picture picture);
    void updateEmphasis();
    void revealSelection();

    Document& m_document;
    Canvas* m_canvas;
    QTimer m_timer;
    Work m_work;
    /// Work that is done sooner is not spoken of, and shows no draft.
    QTimer m_noticeTimer;
    QElapsedTimer m_sinceAsked;
    LayoutNotice* m_notice;
    TitleEdit* m_titleEdit;
    KeptPlaces m_kept;
    bool m_hasComposed = false;
    bool m_isStale = true;
    /// The pointer is on the canvas itself.
    bool m_isHoveredHere = false;
    bool m_isFresh = true;
    /// The reader stopped the work on the present picture.
    bool m_isStopped = false;
};

} // namespace gyre
