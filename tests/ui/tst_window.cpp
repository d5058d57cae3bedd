// The window as its users meet it: what they open, and what they see then in every view.
#include "tests/ui/windowfixture.h"
#include "ui/panels/startpage.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QClipboard>
#include <QSignalSpy>

using namespace gyre;

namespace {

class WindowTest : public WindowFixture
{
    Q_OBJECT

private slots:

    void initTestCase() { prepare(); }

    void init() { start(); }

    void cleanup() { stop(); }

    void startPageOffersTheSample()
    {
        QPushButton* sample = nullptr;
        for (QPushButton* button : m_window->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().contains(QStringLiteral("sample")))
                sample = button;
        QVERIFY(sample != nullptr);
        QSignalSpy painted(m_window.get(), &MainWindow::firstNetworkPainted);
        click(*sample);
        QVERIFY(painted.wait(5000));
        QVERIFY(canvas().picture().discs.size() > 3);
        QVERIFY(!sample->isVisible());
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("Gyre")));
    }

    void openedBriefingIsReadMarkedAndDrawn()
    {
        openBriefing();
        QCOMPARE(panel().textView().text(), text());
        QVERIFY(factRow(QStringLiteral("Amazon → OpenAI")) >= 0);
        QVERIFY(factRow(QStringLiteral("Microsoft owns")) >= 0);
        QVERIFY(arcOf("Amazon", "OpenAI") != nullptr && arcOf("OpenAI", "Amazon") != nullptr);
        QVERIFY(!panel().textView().marks().empty());
        QVERIFY(m_window->statusLine().text().contains(QStringLiteral("1 loop")));
    }

    void pasteOnTheWindowReadsAndInAFieldDoesNot()
    {
        QApplication::clipboard()->setText(QString::fromUtf8(briefing));
        key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(document().project().briefings.size(), std::size_t(1));
        QTRY_VERIFY(!document().isBusy());
        QApplication::clipboard()->setText(QStringLiteral("Oracle"));
        m_window->topBar().search().setFocus();
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_window->topBar().search().text(), QStringLiteral("Oracle"));
        QCOMPARE(document().project().briefings.size(), std::size_t(1));
    }

    void droppedFilesAndWordsAreOpened()
    {
        QMimeData files;
        files.setUrls(
            {QUrl::fromLocalFile(fileWith(m_folder, QStringLiteral("dropped.txt"), briefing))});
        drop(files);
        QTRY_COMPARE(document().project().briefings.size(), std::size_t(1));
        QMimeData words;
        words.setText(QStringLiteral("Nvidia invested $3 billion in Mistral AI."));
        drop(words);
        QTRY_COMPARE(document().project().briefings.size(), std::size_t(2));
    }

    void aLongTextIsShownAndThenMarked()
    {
        QByteArray text = "Oracle invested $2 billion in Cohere. ";
        while (text.size() < 300'000)
            text += "This sentence is here to make the text a long one. ";
        m_window->open({fileWith(m_folder, QStringLiteral("long.txt"), text)});
        QTRY_VERIFY(panel().textView().text().size() > 290'000);
        QTRY_VERIFY(factRow(QStringLiteral("Oracle → Cohere")) >= 0);
        QTRY_VERIFY(!document().isBusy());
        QVERIFY(panel().textView().text().size() > 290'000);
        QVERIFY(!panel().textView().marks().empty());
    }

    void badFilesLeaveTheWindowAliveWithAMessage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QStringLiteral("empty.txt") << QByteArray();
        QTest::newRow("binary") << QStringLiteral("binary.txt")
                                << QByteArray("\x7f"
                                              "ELF\0\0\1\2\3\0\0\0\0\0",
                                              14);
        QTest::newRow("graphml") << QStringLiteral("broken.graphml")
                                 << QByteArray("<graphml><graph><node id=");
        QTest::newRow("json") << QStringLiteral("broken.json") << QByteArray("{\"deals\": [");
        QTest::newRow("csv") << QStringLiteral("broken.csv") << QByteArray("a,b\n\"1,2");
        QTest::newRow("no deal") << QStringLiteral("calm.txt")
                                 << QByteArray("It rained all day and nobody bought anything.");
        QTest::newRow("missing") << QStringLiteral("missing.txt") << QByteArray("-");
    }

    void badFilesLeaveTheWindowAliveWithAMessage()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        openBriefing();
        const Network before = document().network();
        const QString path = name == QStringLiteral("missing.txt")
                                 ? m_folder.filePath(QStringLiteral("nowhere.txt"))
                                 : fileWith(m_folder, name, bytes);
        m_window->open({path});
        QTRY_VERIFY(m_window->noticeBar().isVisible());
        QVERIFY(m_window->noticeBar().text().size() > 20);
        QVERIFY(m_window->noticeBar().text().contains(QFileInfo(path).fileName()));
        QTRY_VERIFY(!document().isBusy());
        QVERIFY(document().network().dealCount() == before.dealCount());
        clickDisc("OpenAI");
        QVERIFY(document().selection() == Selection{firm("OpenAI")});
    }

    void chartsOpenOnTheirTabs()
    {
        openBriefing();
        for (const Page page : {Page::Valuations, Page::Ownership}) {
            clickTab(page);
            QTRY_VERIFY(m_window->pages().page(page).isVisible());
        }
        QVERIFY(!m_window->pages().network().isVisible());
    }

    void everyControlHasAName()
    {
        openBriefing();
        for (int page = 0; page < pageCount; ++page)
            clickTab(static_cast<Page>(page));
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface* access =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            const QString name = access != nullptr ? access->text(QAccessible::Name) : QString();
            QVERIFY2(!name.isEmpty() || qobject_cast<const QAbstractScrollArea*>(widget->parent()),
                     widget->metaObject()->className());
        }
    }

    void theSmallestWindowCutsNothingOfTheBar()
    {
        openBriefing();
        m_window->resize(1024, 640);
        QTest::qWait(50);
        QCOMPARE(m_window->size(), QSize(1024, 640));
        for (const QWidget* control : m_window->topBar().findChildren<QWidget*>())
            if (control->isVisible()) {
                const QPoint corner =
                    control->mapTo(m_window.get(), QPoint(control->width(), control->height()));
                QVERIFY2(
                    corner.x() <= 1024,
                    qPrintable(
                        QStringLiteral("%1 to %2").arg(control->accessibleName()).arg(corner.x())));
            }
        QVERIFY(canvas().width() >= 380);
    }
};

} // namespace

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
