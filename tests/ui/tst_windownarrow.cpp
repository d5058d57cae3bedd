// A window of 300 pixels, and type of four times the size: everything is still there, and can be
// come to by keyboard.
#include "tests/ui/windowfixture.h"
#include "ui/panels/filterbar.h"
#include "ui/style.h"

#include <QListWidget>
#include <QProcess>
#include <QScrollArea>
#include <QToolButton>

using namespace gyre;
using namespace Qt::StringLiterals;

namespace {

class WindowNarrowTest : public WindowFixture
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        prepare();
        QCOMPARE(typeScale(), m_isLarge ? 4.0 : 1.0);
        QCOMPARE(QFontMetrics(windowFont()).height() > 45, m_isLarge);
    }

    void init() { start(); }

    void cleanup() { stop(); }

    void theWindowCanBeThatNarrow()
    {
        openBriefing();
        narrow();
        QCOMPARE(m_window->width(), 300);
    }

    void onePanelAtATime()
    {
        openBriefing();
        narrow();
        QVERIFY(canvas().isVisible() && !panel().isVisible());
        QVERIFY(!m_window->inspector().isVisible());
        key(Qt::Key_F9);
        QVERIFY(m_window->inspector().isVisible() && !canvas().isVisible());
        key(Qt::Key_F8);
        QVERIFY(panel().isVisible() && !m_window->inspector().isVisible());
        key(Qt::Key_F8);
        QVERIFY(canvas().isVisible() && !panel().isVisible());
        key(Qt::Key_F8);
        key(Qt::Key_5, Qt::ControlModifier);
        QVERIFY(!panel().isVisible());
        // Wide again, all three are there again.
        m_window->resize(int(1280 * typeScale()), 800);
        QTRY_VERIFY(panel().isVisible() && m_window->inspector().isVisible());
        QVERIFY(m_window->pages().isVisible());
    }

    /// Whatever gets the focus by Tab can be seen then.
    void everyControlIsReached()
    {
        openBriefing();
        narrow();
        QSet<QWidget*> reached;
        canvas().setFocus();
        for (int i = 0; i < 120; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget* focused = QApplication::focusWidget();
            QVERIFY(focused != nullptr);
            QTest::qWait(1);
            const QRect part = focused->visibleRegion().boundingRect().intersected(focused->rect());
            const QByteArray name = focused->metaObject()->className() + QByteArray(" ") +
                                    focused->accessibleName().toUtf8();
            QVERIFY2(part.width() >= std::min(20, focused->width()) && part.height() >= 10,
                     name.constData());
            reached.insert(focused);
        }
        for (QWidget* control : std::initializer_list<QWidget*>{
                 &m_window->topBar().search(), &m_window->topBar().filters().statusButton(),
                 m_window->topBar().findChild<QPushButton*>(u"primary"_s), &canvas()})
            QVERIFY2(reached.contains(control), qPrintable(control->accessibleName()));
    }

    /// Names stand in the picture, whole; what has no room is counted where there is room to.
    void thePictureStaysAPicture()
    {
        openBriefing();
        narrow();
        const Picture& picture = canvas().picture();
        QCOMPARE(picture.discs.size(), std::size_t(4));
        const QRectF page(QPointF(0, 0), picture.size);
        for (const Disc& disc : picture.discs) {
            QVERIFY(page.contains(disc.centre));
            if (disc.label.isShown)
                QVERIFY2(page.adjusted(-1, -1, 1, 1).contains(disc.label.box),
                         qPrintable(disc.label.text));
        }
        int names = 0;
        for (const NotDrawn& left : picture.notDrawn)
            names += left.what == u"names" ? left.count : 0;
        const auto shown = std::count_if(picture.discs.begin(), picture.discs.end(),
                                         [](const Disc& disc) { return disc.label.isShown; });
        QCOMPARE(shown + names, std::ptrdiff_t(4));
    }

    /// The field comes into view, and what is found has the width of the window if need be.
    void whatIsFoundCanBeRead()
    {
        openBriefing();
        narrow();
        key(Qt::Key_K, Qt::ControlModifier);
        SearchField& field = m_window->topBar().search();
        QVERIFY(field.hasFocus());
        const QRect seen = field.visibleRegion().boundingRect();
        QVERIFY2(seen.width() >= std::min(field.width(), 80),
                 qPrintable(QStringLiteral("%1 of %2").arg(seen.width()).arg(field.width())));
        QTest::keyClicks(&field, u"openai"_s);
        QTRY_VERIFY(field.list().isVisible());
        QVERIFY(field.list().width() >= 270);
        QVERIFY(m_window->rect().contains(field.list().geometry()));
        QVERIFY(field.list().sizeHintForRow(1) >= field.fontMetrics().height());
    }

    void everyPageOpens()
    {
        openBriefing();
        narrow();
        for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5}) {
            key(page, Qt::ControlModifier);
            QTest::qWait(20);
            QVERIFY(m_window->grab().width() > 0);
        }
    }

    void theStartPageIsScrolledTo()
    {
        narrow();
        QVERIFY(m_window->grab().width() > 0);
        for (const QPushButton* button : m_window->findChildren<QPushButton*>())
            if (button->isVisible()) {
                auto* area = m_window->findChild<QScrollArea*>();
                area->ensureWidgetVisible(const_cast<QPushButton*>(button));
                QVERIFY2(!button->visibleRegion().isEmpty(), qPrintable(button->text()));
            }
    }

private:
    void narrow()
    {
        m_window->resize(300, 600);
        QTest::qWait(60);
        QTRY_VERIFY(!m_window->pages().network().isComposing());
    }

    bool m_isLarge = qEnvironmentVariableIntValue("QT_FONT_DPI") == 384;
};

} // namespace

/// Once with usual type, once with large type: Qt reads its size once a process.
int main(int argc, char** argv)
{
    const auto run = [&argc, argv] {
        QApplication application(argc, argv);
        WindowNarrowTest test;
        return QTest::qExec(&test, argc, argv);
    };
    if (qEnvironmentVariableIsSet("QT_FONT_DPI"))
        return run();
    qputenv("QT_FONT_DPI", "384");
    qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
    const QString me = QString::fromLocal8Bit(argv[0]);
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const int large = QProcess::execute(me, arguments);
    qunsetenv("QT_FONT_DPI");
    qunsetenv("QT_ENABLE_HIGHDPI_SCALING");
    return run() + (large == 0 ? 0 : 1);
}

#include "tst_windownarrow.moc"
