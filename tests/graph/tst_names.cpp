// Who is taken for a firm and who is not.
#include "graph/briefing/lexicon.h"
#include "graph/briefing/lexicondata.h"
#include "graph/briefing/names.h"

#include <QTest>

using namespace gyre;

class TestNames : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void describesNewFirms();
    void joinsShortNames();

private:
    Names read(const QString& text) const
    {
        return names(prose(text, m_lexicon.data()), m_lexicon.data());
    }

    Lexicon m_lexicon;
};

void TestNames::finds_data()
{
    QTest::addColumn<QString>("text");
    // Firms in order of mention, tentative ones with '?', products left out.
    QTest::addColumn<QString>("firms");
    const auto row = [](const char* text, const char* firms) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(firms);
    };
    row("Amazon’s plans and Amazon's money", "Amazon");
    row("AWS and Amazon Web Services", "Amazon");
    row("Alphabet and Google Cloud", "Google");
    row("T. Rowe Price and T-Mobile", "T. Rowe Price|T-Mobile US");
    row("Warner Bros. Discovery met AT&T", "Warner Bros. Discovery|AT&T");
    row("The Information told Reuters and the Wall Street Journal", "");
    row("Jensen Huang met Sam Altman; Huang left", "");
    row("chief executive Ada Byteson of Zephyra Labs", "Zephyra Labs");
    row("The start-up Zephyra grows", "Zephyra");
    row("Zephyra, a French start-up, grows", "Zephyra");
    row("Zephyra grows", "?Zephyra");
    row("ByteForge is new", "ByteForge");
    row("California and Michigan, on Monday in May", "");
    row("Staff and investors wait", "");
    row("an apple a day, the meta level, an oracle", "");
    row("We scale up. Figure it out.", "");
    row("Scale AI grew; later Scale sold shares", "Scale AI");
    row("Nvidia's Blackwell chips and ChatGPT", "Nvidia");
    row("the Colossus 2 data center", "");
    row("Big Tech and the White House", "");
}

void TestNames::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, firms);
    const Names found = read(text);
    QStringList seen;
    for (const Mention& mention : found.mentions) {
        const NamedFirm& firm = found.firms[static_cast<std::size_t>(mention.firm)];
        const QString line = (firm.isTentative ? QStringLiteral("?") : QString()) + firm.name;
        if (!mention.isProduct && !seen.contains(line))
            seen.push_back(line);
    }
    QCOMPARE(seen.join(u'|'), firms);
}

void TestNames::describesNewFirms()
{
    const Names found =
        read(QStringLiteral("The French chip designer Zephyra met the cloud provider "
                            "Nimbora. Quillex, a venture firm, watched."));
    QCOMPARE(found.firms.size(), 3U);
    QCOMPARE(found.firms[0].kind, FirmKind::Chipmaker);
    QCOMPARE(found.firms[0].country, QStringLiteral("FR"));
    QCOMPARE(found.firms[1].kind, FirmKind::Cloud);
    QCOMPARE(found.firms[2].kind, FirmKind::Investor);
}

void TestNames::joinsShortNames()
{
    const Names found = read(QStringLiteral("Zephyra Labs (ZL) is new. Zephyra grows. ZL sells."));
    QCOMPARE(found.firms.size(), 1U);
    QCOMPARE(found.mentions.size(), 4U);
}

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
