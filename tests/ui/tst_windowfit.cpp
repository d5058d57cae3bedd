// Nothing is cut and nothing scrolls sideways, from the least size of the window up.
#include "tests/ui/windowfixture.h"
#include "ui/models/rowsmodel.h"
#include "ui/panels/celldelegate.h"
#include "ui/panels/columnfit.h"
#include "ui/panels/tablepage.h"
#include "ui/style.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextDocument>

#include <numeric>

using namespace gyre;

namespace {

/// Long names, a loop of four and a title that no panel holds in one line.
const QByteArray longWords =
    "Infrastructure partners put money into a circle that leads back to where it began\n\n"
    "Nvidia is in talks to invest up to $100 billion in OpenAI, a person said.\n\n"
    "OpenAI signed a contract to buy $300 billion of cloud capacity from Oracle.\n\n"
    "Oracle will buy about $40 billion of chips from Nvidia.\n\n"
    "In November 2025, OpenAI and Amazon signed a $38 billion cloud deal.\n\n"
    "Andreessen Horowitz invested $2 billion in Safe Superintelligence on 23 May 2025.\n";

class WindowFitTest : public WindowFixture
{
    Q_OBJECT

private slots:

    void initTestCase() { prepare(); }

    void init() { start(); }

    void cleanup() { stop(); }

    void columnsAreWholeWhereTheyCanBe()
    {
        const std::vector<ColumnNeed> needs{{100, 60, 0}, {80, 80, 0}, {300, 90, 2}, {0, 0, 1}};
        QVERIFY((fitted(needs, 600) == std::vector{100, 80, 420, 0}));
        QVERIFY((fitted(needs, 400) == std::vector{100, 80, 220, 0}));
        QVERIFY((fitted(needs, 230) == std::vector{60, 80, 90, 0}));
        QVERIFY((fitted(needs, 200) == std::vector{100, 100, 0, 0}));
        QVERIFY((fitted(needs, 130) == std::vector{60, 70, 0, 0}));
        const std::vector<int> tight = fitted(needs, 120);
        QVERIFY(tight[0] >= 40 && tight[1] >= 40 && tight[2] == 0);
        QVERIFY(std::accumulate(tight.begin(), tight.end(), 0) <= 120);
    }

    void tablesShowEveryWord_data() { sizes(); }

    void tablesShowEveryWord()
    {
        QFETCH(QSize, size);
        openText(longWords);
        m_window->resize(size);
        for (const Page page : {Page::Loops, Page::Deals}) {
            clickTab(page);
            QTableView& table = static_cast<TablePage&>(m_window->pages().page(page)).table();
            QTRY_VERIFY(table.isVisible());
            QTest::qWait(50);
            QVERIFY(table.model()->rowCount() > 0);
            QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
            for (int row = 0; row < table.model()->rowCount(); ++row)
                for (int column = 0; column < table.model()->columnCount(); ++column)
                    if (!table.isColumnHidden(column)) {
                        const QString text = cell(table, row, column);
                        const int wide = table.columnWidth(column);
                        QVERIFY2(table.rowHeight(row) >= CellDelegate::heightOf(text, wide),
                                 qPrintable(text));
                    }
        }
    }

    void sumsAreNotCut_data() { sizes(); }

    void sumsAreNotCut()
    {
        QFETCH(QSize, size);
        openText(longWords + QByteArray("Oracle put €1.25 billion into Mistral AI. SAP paid €100 "
                                        "million to Aleph Alpha. Arm bought £2.35 billion of "
                                        "servers from Dell.\n"));
        m_window->resize(size);
        QTest::qWait(50);
        const QString line = m_window->statusLine().text();
        QVERIFY2(QFontMetrics(windowFont()).horizontalAdvance(line) <= size.width() - 20,
                 qPrintable(line));
        QVERIFY(line.contains(QStringLiteral("in all")));
        QVERIFY(line.contains(QStringLiteral("loop")));
    }

    void noTabHides_data() { sizes(); }

    void noTabHides()
    {
        QFETCH(QSize, size);
        openText(longWords);
        m_window->resize(size);
        QTest::qWait(50);
        QTabBar& tabs = m_window->pages().tabs();
        QVERIFY(tabs.sizeHint().width() <= tabs.width());
        for (int i = 0; i < tabs.count(); ++i)
            QVERIFY2(tabs.rect().contains(tabs.tabRect(i)), qPrintable(tabs.tabText(i)));
        QVERIFY(m_window->pages().rect().contains(
            QRect(tabs.mapTo(&m_window->pages(), QPoint()), tabs.size())));
    }

    void theTitleOfTheBriefingIsWhole_data() { sizes(); }

    void theTitleOfTheBriefingIsWhole()
    {
        QFETCH(QSize, size);
        openText(longWords);
        m_window->resize(size);
        QTest::qWait(50);
        int fields = 0;
        for (const auto* field : panel().findChildren<QPlainTextEdit*>()) {
            ++fields;
            QCOMPARE(field->verticalScrollBar()->maximum(), 0);
        }
        QCOMPARE(fields, 2);
    }

    void factsAreToldInFull_data() { sizes(); }

    void factsAreToldInFull()
    {
        QFETCH(QSize, size);
        openText(longWords);
        m_window->resize(size);
        QTest::qWait(50);
        FactsView& facts = panel().factsView();
        const QFontMetrics small(windowFont(12));
        for (int row = 0; row < int(facts.rows().size()); ++row) {
            const FactRow& fact = facts.rows()[std::size_t(row)];
            if (fact.kind == FactRow::Kind::Heading)
                continue;
            const QRect place = facts.visualRect(facts.model()->index(row, 0));
            QVERIFY(place.width() <= facts.viewport()->width());
            const QRect wanted = small.boundingRect(QRect(0, 0, place.width() - 32, 1000),
                                                    Qt::TextWordWrap, fact.detail);
            QVERIFY2(place.height() >= wanted.height() + 20, qPrintable(fact.detail));
        }
    }

    void boxesAreSeenInTheDark()
    {
        for (const bool dark : {false, true}) {
            applyStyle(*qApp, dark ? Appearance::Dark : Appearance::Light);
            QCheckBox box(QStringLiteral("Box"));
            box.resize(box.sizeHint());
            const QImage image = box.grab().toImage();
            const int ground = qGray(image.pixel(image.width() - 1, 0));
            int farthest = 0;
            for (int x = 0; x < 16; ++x)
                farthest = std::max(farthest,
                                    std::abs(qGray(image.pixel(x, image.height() / 2)) - ground));
            QVERIFY2(farthest > 60, qPrintable(QString::number(farthest)));
        }
        applyStyle(*qApp, Appearance::Light);
    }

private:
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("least") << QSize(960, 560);
        QTest::newRow("small") << QSize(1024, 640);
        QTest::newRow("large") << QSize(1600, 1000);
    }
};

} // namespace

QTEST_MAIN(WindowFitTest)
#include "tst_windowfit.moc"
