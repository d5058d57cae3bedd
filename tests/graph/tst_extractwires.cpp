// The long sentences of the news agencies: seats and nations before names, descriptions between
// commas, several deals in one sentence, prices behind them, and figures that are no deal.
#include "graph/briefing/lexicon.h"
#include "tests/support/plaincases.h"

#include <QTest>

using namespace gyre;

namespace {

constexpr Case parties[] = {
    {"Sorrel Growth has agreed to buy a majority stake in Pune-based grocery start-up Kitabi for "
     "$200 million.",
     "Sorrel Growth > Kitabi equity_investment $200M signed"},
    {"Cisco will take over Chilean battery maker Zephyra for $2 billion.",
     "Cisco > Zephyra acquisition $2B announced"},
    {"Microsoft has committed $3 billion to Lumora Cloud's rival Zephyra.",
     "Microsoft > Zephyra equity_investment $3B announced"},
    {"Banks led by Marlowe Bank and Ostrava Bank are lending Zephyra $9 billion.",
     "* > Zephyra debt $9B announced|Marlowe Bank > Zephyra debt n/d announced|Ostrava Bank > "
     "Zephyra debt n/d announced"},
    {"Cisco bought the robotics business of the Swiss engineering group Zephyra for $5 billion.",
     "Cisco > Zephyra acquisition $5B closed"},
    {"Microsoft's pledge of up to $30 billion to ChatGPT creator OpenAI stands.",
     "Microsoft > OpenAI equity_investment ≤ $30B announced"},
    {"Helion Compute agreed to buy $4 billion of cloud services from Lumora Cloud.",
     "Helion Compute > Lumora Cloud purchase_commitment $4B signed"},
    {"Nimbus Labs raised $300 million. Blue Prairie Energy lent Zephyra $2 billion, and Blue "
     "Prairie bought Kitabi for $1 billion.",
     "* > Nimbus Labs equity_investment $300M closed|Blue Prairie Energy > Zephyra debt $2B "
     "closed|Blue Prairie Energy > Kitabi acquisition $1B closed"},
};

constexpr Case rounds[] = {
    {"Nimbus Labs raised $190 million in a Series A round led by Sorrel Growth, which Nvidia "
     "joined.",
     "* > Nimbus Labs equity_investment $190M closed|Sorrel Growth > Nimbus Labs "
     "equity_investment n/d closed|Nvidia > Nimbus Labs equity_investment n/d closed"},
    {"Nimbus Labs has raised $160 million led by Sorrel Growth.",
     "* > Nimbus Labs equity_investment $160M closed|Sorrel Growth > Nimbus Labs "
     "equity_investment n/d closed"},
    {"Nimbus Labs raised $310 million from Sorrel Growth, with Nvidia and the arms maker Zephyra "
     "contributing 60 million euros each.",
     "Sorrel Growth > Nimbus Labs equity_investment $310M closed|Nvidia > Nimbus Labs "
     "equity_investment €60M closed|Zephyra > Nimbus Labs equity_investment €60M closed"},
    {"Nimbus Labs raised $110 billion, of which Amazon accounts for $50 billion and Nvidia and "
     "Cisco for $30 billion each.",
     "* > Nimbus Labs equity_investment $110B closed uncounted|Amazon > Nimbus Labs "
     "equity_investment $50B "
     "closed|Nvidia > Nimbus Labs equity_investment $30B closed|Cisco > Nimbus Labs "
     "equity_investment $30B closed"},
    {"The Series B round was led by Sorrel Growth, with participation from Zephyra and Nimbus "
     "Labs.",
     ""},
    {"Sorrel Growth invested in Nimbus Labs in 2017 as leader of an $80 million round.",
     "* > Nimbus Labs equity_investment $80M closed 2017|Sorrel Growth > Nimbus Labs "
     "equity_investment n/d closed 2017"},
    {"Nimbus Labs is in advanced negotiations to raise between $250 million and $300 million from "
     "investors led by Sorrel Growth.",
     "* > Nimbus Labs equity_investment $250M–$300M in_talks|Sorrel Growth > Nimbus Labs "
     "equity_investment n/d in_talks"},
};

constexpr Case prices[] = {
    {"Zephyra signed an order for chips worth $20 million with Lumora Cloud.",
     "Zephyra > Lumora Cloud purchase_commitment $20M signed"},
    {"Zephyra is weighing a purchase of $14 billion of Nvidia chips.",
     "Zephyra > Nvidia purchase_commitment $14B in_talks"},
    {"Cisco completed the purchase of $5 billion of Intel stock.",
     "Cisco > Intel equity_investment $5B closed"},
    {"Zephyra's sale to Cisco for $20 billion was called off.",
     "Cisco > Zephyra acquisition $20B cancelled"},
    {"Zephyra completed the sale of its payments unit to Cisco for $2 billion.",
     "Cisco > Zephyra acquisition $2B closed"},
    {"Zephyra entered into an agreement with Cisco for the disposal of its subsidiary, Kitabi Ltd, "
     "for £212 million.",
     "Cisco > Kitabi acquisition £212M signed"},
    {"A bid for Zephyra by Cisco, worth $6 billion, expired.",
     "Cisco > Zephyra acquisition $6B cancelled"},
    {"Zephyra expanded its credit facility with Marlowe Bank to $6 billion.",
     "Marlowe Bank > Zephyra debt $6B closed"},
    {"Zephyra owes $2 billion to banks led by Marlowe Bank.",
     "* > Zephyra debt $2B announced|Marlowe Bank > Zephyra debt n/d announced"},
    {"Lumora Cloud will receive 4% of sales from Nimbus Labs.",
     "Nimbus Labs > Lumora Cloud revenue_share n/d announced"},
};

constexpr Case shares[] = {
    {"Sorrel Growth and Marlowe Capital will each take 15% of Nimbus Labs.",
     "Sorrel Growth > Nimbus Labs equity_investment n/d announced|Marlowe Capital > Nimbus Labs "
     "equity_investment n/d announced|Marlowe Capital holds 15% of Nimbus Labs|Sorrel Growth "
     "holds 15% of Nimbus Labs"},
    {"Nimbus Labs, 62% of which belongs to the pension fund Sorrel Growth, declined to comment.",
     "Sorrel Growth holds 62% of Nimbus Labs"},
    {"Cisco parted with its 8% holding in Oracle rival Zephyra.",
     "* > Cisco stake_transfer n/d closed|Cisco holds 8% of Zephyra"},
    {"Sorrel Growth has agreed to acquire a stake in Nimbus Labs, in a transaction that pegs the "
     "value of the business at $7 billion.",
     "Sorrel Growth > Nimbus Labs equity_investment n/d signed|Nimbus Labs worth "
     "$7B"},
};

constexpr Case never[] = {
    {"Is Cisco buying Zephyra for $3 billion?", ""},
    {"Cisco owes Zephyra a break fee of $150 million.", ""},
    {"Zephyra signed on in a contract said to be worth $30 million.", ""},
    {"Lumora Cloud signed a contract worth $17 billion with Microsoft, with the value possibly "
     "rising to $19 billion.",
     "Microsoft > Lumora Cloud purchase_commitment $17B signed"},
};

} // namespace

class TestExtractWires : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();

private:
    Lexicon m_lexicon;
};

void TestExtractWires::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("facts");
    addRows("parties", parties);
    addRows("rounds", rounds);
    addRows("prices", prices);
    addRows("shares", shares);
    addRows("never", never);
}

void TestExtractWires::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, facts);
    const Briefing news = briefing(text);
    QCOMPARE(told(extract(news, m_lexicon), news), facts);
}

QTEST_APPLESS_MAIN(TestExtractWires)
#include "tst_extractwires.moc"
