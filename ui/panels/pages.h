// The views in the middle under their tabs. Each is made when it is first shown: the network is
// there at once, charts cost nothing until somebody looks at them.
#pragma once

#include "ui/document/analyses.h"
#include "ui/document/document.h"

#include <QWidget>

#include <array>
#include <vector>

class QAction;
class QStackedWidget;
class QTabBar;

namespace gyre {

class ChartPage;
class DealsPage;
class LoopsPage;
class NetworkPage;

class Pages : public QWidget
{
    Q_OBJECT

public:
    Pages(Document& document, const Analyses& analyses, QWidget* parent = nullptr);

    [[nodiscard]] NetworkPage& network() { return *m_network; }

    /// Made on the way if it was not there.
    QWidget& page(Page page);

    [[nodiscard]] QTabBar& tabs() { return *m_tabs; }

    /// Signs at the end of the row of tabs, for the network alone.
    void addSigns(const std::vector<QAction*>& actions);

signals:
    /// In the table of deals.
    void dealMenuRequested(gyre::DealId deal, QPoint globalPosition);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Room : std::uint8_t
    {
        Ample,
        Close,
        Little
    };

    QWidget* made(Page page);
    void showPage();
    void refreshTitles();
    void fitTabs();

    Document& m_document;
    const Analyses& m_analyses;
    QTabBar* m_tabs;
    QWidget* m_signs;
    QStackedWidget* m_stack;
    NetworkPage* m_network;
    Room m_room = Room::Ample;
    std::array<QWidget*, pageCount> m_pages{};
};

} // namespace gyre
