// The window at a date: the names of then, in every view, and that it is said.
#include "tests/support/firmsovertime.h"
#include "tests/ui/windowfixture.h"
#include "ui/panels/asofbutton.h"
#include "ui/panels/dealspage.h"
#include "ui/panels/filterbar.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollArea>

using namespace gyre;

namespace {

class WindowDateTest : public WindowFixture
{
    Q_OBJECT

private slots:

    void initTestCase() { prepare(); }

    void init() { start(); }

    void cleanup() { stop(); }

    void namesOfTwoDates()
    {
        openFirms();
        QCOMPARE(label("meta"), u"Meta");
        QVERIFY(!statusSays(QStringLiteral("Names as of")));
        type("2019");
        QTRY_COMPARE(label("meta"), u"Facebook");
        QTRY_VERIFY(statusSays(QStringLiteral("Names as of 2019: Facebook (later Meta)")));
        QCOMPARE(button().text(), u"As of 2019 ▾");
        QVERIFY(button().toolTip().contains(QStringLiteral("Facebook (later Meta)")));
        type("3 Mar 2022");
        QTRY_COMPARE(label("meta"), u"Meta");
        QTRY_VERIFY(!statusSays(QStringLiteral("Names as of")));
        document().back();
        QTRY_COMPARE(label("meta"), u"Facebook");
        QCOMPARE(button().text(), u"As of 2019 ▾");
    }

    void yearsOfTheDealsAreOffered()
    {
        openFirms();
        QMenu& menu = *button().menu();
        emit menu.aboutToShow();
        QStringList offered;
        for (QAction* action : menu.actions())
            if (!action->text().isEmpty())
                offered << action->text();
        QCOMPARE(offered, (QStringList{QStringLiteral("All that is known today"),
                                       QStringLiteral("End of 2026"), QStringLiteral("End of 2025"),
                                       QStringLiteral("End of 2018")}));
        for (QAction* action : menu.actions())
            if (action->text() == u"End of 2018")
                action->trigger();
        QTRY_COMPARE(label("meta"), u"Facebook");
        QCOMPARE(document().lens().filter.asOf, PartialDate::year(2018));
        menu.actions().front()->trigger();
        QTRY_COMPARE(label("meta"), u"Meta");
        QVERIFY(!document().lens().filter.asOf);
    }

    void whatIsNoDateIsSaid()
    {
        openFirms();
        type("soon");
        QVERIFY(!document().lens().filter.asOf);
        QVERIFY(button().typed().accessibleDescription().contains(QStringLiteral("“soon”")));
        QVERIFY(button().typed().accessibleDescription().contains(QStringLiteral("28 Oct 2021")));
    }

    void dealsAfterAMergerAreTheSuccessors()
    {
        openFirms();
        type("Jun 2026");
        QTRY_COMPARE(label("xai"), u"xAI (SpaceX since Feb 2026)");
        QVERIFY(arcOf("SpaceX", "Harbour Cloud") != nullptr);
        QVERIFY(arcOf("Quarry Fund", "xAI") != nullptr);
        QVERIFY(arcOf("xAI", "Harbour Cloud") == nullptr);
        document().select(firm("SpaceX"));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Money out")));
        QVERIFY(inspectorSays(QStringLiteral("$5B")));
        document().select(*document().network().findDeal(QStringLiteral("d4")));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Told of xAI, which was a part of SpaceX")));
    }

    void theSheetTellsWhatTheFirmWas()
    {
        openFirms();
        document().select(firm("Meta"));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Facebook until 28 Oct 2021; now Meta")));
        QVERIFY(inspectorSays(QStringLiteral("company newsroom")));
        document().select(firm("xAI"));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Part of SpaceX since 2 Feb 2026")));
        type("2019");
        document().select(firm("Meta"));
        QTRY_VERIFY(inspectorTitle(QStringLiteral("Facebook")));
    }

    void theTableUsesTheNamesToo()
    {
        openFirms();
        type("2019");
        clickTab(Page::Deals);
        auto* table = m_window->pages().findChild<DealsPage*>()->findChild<QTableView*>();
        QVERIFY(table != nullptr);
        QTRY_COMPARE(cell(*table, 0, 0), u"Facebook");
    }

    void searchFindsAnyName()
    {
        openFirms();
        SearchField* field = m_window->findChild<SearchField*>();
        QTest::keyClicks(field, QStringLiteral("faceb"));
        auto* list = m_window->findChild<QListWidget*>();
        QVERIFY(list != nullptr);
        QTRY_VERIFY(list->count() > 1);
        QCOMPARE(list->item(1)->text(), u"Meta");
        QVERIFY(list->item(1)->data(Qt::AccessibleTextRole).toString().contains(u"also Facebook"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(document().selection() == Selection{firm("Meta")});
        type("2019");
        field->clear();
        QTest::keyClicks(field, QStringLiteral("meta"));
        QTRY_VERIFY(list->count() > 1 && list->item(1)->text() == u"Facebook");
    }

private:
    void openFirms()
    {
        m_window->open({fileWith(m_folder, QStringLiteral("firms.json"), test::firmsOverTime)});
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(!document().isBusy());
        QTRY_VERIFY(canvas().picture().discs.size() >= document().view().firmCount());
    }

    AsOfButton& button() { return m_window->findChild<FilterBar*>()->asOfButton(); }

    void type(const char* date)
    {
        button().typed().setText(QString::fromUtf8(date));
        QTest::keyClick(&button().typed(), Qt::Key_Return);
    }

    QString label(const char* id)
    {
        for (const Disc& disc : canvas().picture().discs)
            if (disc.id == QLatin1String(id))
                return disc.label.text;
        return {};
    }

    bool statusSays(const QString& words)
    {
        const auto* line = m_window->findChild<StatusLine*>();
        for (const QLabel* label : line->findChildren<QLabel*>())
            if (label->accessibleName().contains(words))
                return true;
        return false;
    }

    bool inspectorTitle(const QString& words)
    {
        for (const QLabel* label : m_window->inspector().findChildren<QLabel*>())
            if (label->text() == words)
                return true;
        return false;
    }
};

} // namespace

QTEST_MAIN(WindowDateTest)
#include "tst_windowdate.moc"
