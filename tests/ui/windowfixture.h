// A window as a test meets it: opened with settings of its own, worked with mouse and keys at the
// pixel of the shape.
#pragma once

#include "graph/interchange/gazetteerfile.h"
#include "ui/canvas/canvas.h"
#include "ui/mainwindow.h"
#include "ui/panels/briefingpanel.h"
#include "ui/panels/factsview.h"
#include "ui/panels/inspector.h"
#include "ui/panels/networkpage.h"
#include "ui/panels/noticebar.h"
#include "ui/panels/pages.h"
#include "ui/panels/searchfield.h"
#include "ui/panels/statusline.h"
#include "ui/panels/topbar.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace gyre {

inline const QByteArray briefing =
    "Money in a circle\n\n"
    "Amazon is in talks to invest up to $10 billion in OpenAI.\n\n"
    "OpenAI signed a contract to buy $38 billion of cloud capacity from Amazon.\n\n"
    "Oracle invested $2 billion in Cohere.\n\n"
    "Microsoft holds a 27% stake in OpenAI.\n";

inline QString fileWith(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
    file.write(bytes);
    return file.fileName();
}

class WindowFixture : public QObject
{
public:
    /// No test may find the settings of another one, or leave its own.
    void prepare()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
        m_lexicon = std::make_shared<const Lexicon>();
    }

    void start()
    {
        m_window = std::make_unique<MainWindow>(m_lexicon);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    /// What was learnt in one test is not known in the next one.
    void stop()
    {
        m_window.reset();
        QFile::remove(ownGazetteer());
    }

protected:
    Document& document() { return m_window->document(); }

    BriefingPanel& panel() { return m_window->briefingPanel(); }

    Canvas& canvas() { return m_window->pages().network().canvas(); }

    QString text() { return document().project().briefings.front()->briefing.text; }

    void openBriefing() { openText(briefing); }

    /// Until it is read and drawn.
    void openText(const QByteArray& words)
    {
        m_window->open({fileWith(m_folder, QStringLiteral("circle.txt"), words)});
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(!document().isBusy());
        QTRY_VERIFY(canvas().picture().discs.size() >= document().view().firmCount());
        QTest::qWait(30);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->windowHandle(), key, modifiers);
    }

    /// To whatever has the focus: what a reader's keyboard does.
    void type(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focused = QApplication::focusWidget();
        QVERIFY(focused != nullptr);
        QTest::keyClick(focused, key, modifiers);
    }

    static void click(QWidget& widget)
    {
        QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.rect().center());
    }

    void clickTab(Page page)
    {
        QTabBar& tabs = m_window->pages().tabs();
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(static_cast<int>(page)).center());
    }

    static void clickCell(QTableView& table, int row, int column)
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, column)).center());
    }

    static QString cell(QTableView& table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }

    void drop(const QMimeData& data)
    {
        const QPoint at = m_window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &event);
        QTRY_VERIFY(!document().isBusy());
    }

    FirmId firm(const char* name)
    {
        return document().network().findFirmNamed(QString::fromUtf8(name)).value_or(FirmId{});
    }

    const Disc* discOf(const char* name)
    {
        for (const Disc& disc : canvas().picture().discs)
            if (disc.firm == firm(name))
                return &disc;
        return nullptr;
    }

    const Arc* arcOf(const char* from, const char* to)
    {
        for (const Arc& arc : canvas().picture().arcs)
            if (arc.from == firm(from) && arc.to == firm(to))
                return &arc;
        return nullptr;
    }

    void clickDisc(const char* name)
    {
        const Disc* disc = discOf(name);
        QVERIFY(disc != nullptr);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().toWidget(disc->centre).toPoint());
    }

    DealId clickArc(const char* from, const char* to)
    {
        const Arc* arc = arcOf(from, to);
        if (arc == nullptr || arc->path.isEmpty())
            return {};
        const DealId deal = arc->deal;
        const QPointF middle = arc->path[arc->path.size() / 2];
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().toWidget(middle).toPoint());
        return deal;
    }

    int factRow(const QString& words)
    {
        const auto& rows = panel().factsView().rows();
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].text.contains(words))
                return int(i);
        return -1;
    }

    void clickFact(int row)
    {
        FactsView& facts = panel().factsView();
        const QModelIndex index = facts.model()->index(row, 0);
        facts.scrollTo(index);
        QTest::mouseClick(facts.viewport(), Qt::LeftButton, {},
                          facts.visualRect(index).topLeft() + QPoint(40, 12));
    }

    bool inspectorSays(const QString& words)
    {
        for (const QLabel* label : m_window->inspector().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }

    QPushButton* inspectorButton(const QString& words)
    {
        for (QPushButton* button : m_window->inspector().findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == words)
                return button;
        return nullptr;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const Lexicon> m_lexicon;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace gyre
