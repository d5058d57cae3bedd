// The looser constructions of newspaper prose: sums before their clause, shares that are given or
// fall, who "the company" is, and the sentences beside them that tell of no deal.
#include "graph/briefing/lexicon.h"
#include "tests/support/plaincases.h"

#include <QTest>

using namespace gyre;

namespace {

constexpr Case deals[] = {
    {"Lumora Cloud signed a deal to provide Nimbus Labs with computing capacity worth $2.4 billion "
     "through 2031.",
     "Nimbus Labs > Lumora Cloud purchase_commitment $2.4B signed"},
    {"Sorrel Growth will take a stake in Nimbus Labs worth up to $2 billion.",
     "Sorrel Growth > Nimbus Labs equity_investment ≤ $2B announced"},
    {"Nimbus Labs announced more than $1 billion in committed capital.",
     "* > Nimbus Labs equity_investment > $1B announced"},
    {"The $3 billion that Zephyra was to pay for Nimbus Labs was never found.",
     "Zephyra > Nimbus Labs acquisition $3B announced"},
    {"Sorrel Growth will lead Nimbus Labs' Series E with €500 million.",
     "Sorrel Growth > Nimbus Labs equity_investment €500M announced"},
    {"Nimbus Labs commits more than $1 billion to AWS over ten years.",
     "Nimbus Labs > Amazon purchase_commitment > $1B announced 10y"},
    {"Zephyra hands Parlando Records 12% of subscription income.",
     "Zephyra > Parlando Records revenue_share n/d announced"},
    {"Microsoft-Nebius: $9 billion for GPU capacity",
     "Microsoft > Nebius purchase_commitment $9B signed"},
    {"Nimbus Labs sold $5 billion of stock.", "* > Nimbus Labs equity_investment $5B closed"},
    {"Employees of Nimbus Labs sold $5 billion of stock.",
     "* > Nimbus Labs stake_transfer $5B closed"},
    {"Nvidia and Sorrel Growth have promised Nimbus Labs up to $10 billion and $5 billion "
     "respectively.",
     "Nvidia > Nimbus Labs equity_investment ≤ $10B announced|Sorrel Growth > Nimbus Labs "
     "equity_investment ≤ $5B announced"},
    {"Cisco bought Zephyra for $1 billion and Nimbus Labs for $2 billion.",
     "Cisco > Zephyra acquisition $1B closed|Cisco > Nimbus Labs acquisition $2B closed"},
    {"Lumora Cloud owes lenders $11 billion.", "* > Lumora Cloud debt $11B announced"},
    {"Sorrel Growth is to pay Nimbus Labs $1.5 billion for a minority stake.",
     "Sorrel Growth > Nimbus Labs equity_investment $1.5B announced"},
    {"Alibaba led investors who pumped $1 billion into Nimbus Labs.",
     "* > Nimbus Labs equity_investment $1B closed"},
    {"Nvidia chipped in $100 million to Nimbus Labs' round.",
     "Nvidia > Nimbus Labs equity_investment $100M closed"},
    {"In the opposite direction Nimbus Labs will pay Lumora Cloud $3 billion.",
     "Nimbus Labs > Lumora Cloud purchase_commitment $3B announced"},
    {"Nimbus Labs will get $17 billion from Nvidia over five years.",
     "Nvidia > Nimbus Labs purchase_commitment $17B announced 5y"},
    {"Nvidia has handed Nimbus Labs $3 billion so far.",
     "Nvidia > Nimbus Labs equity_investment $3B closed"},
    {"Zephyra, Lumora Cloud's drug unit, raised $600 million.",
     "* > Zephyra equity_investment $600M closed"},
    {"Nvidia counts on Lumora Cloud for $3 billion of servers.",
     "Nvidia > Lumora Cloud purchase_commitment $3B announced"},
};

constexpr Case shares[] = {
    {"Sorrel Growth led a $1 billion round in Nimbus Labs, taking a stake of around 36%.",
     "* > Nimbus Labs equity_investment $1B closed|Sorrel Growth > Nimbus Labs equity_investment "
     "n/d closed|Sorrel Growth holds ≈ 36% of Nimbus Labs"},
    {"Sorrel Growth will invest $5 billion in Nimbus Labs, giving it about 4% of the company.",
     "Sorrel Growth > Nimbus Labs equity_investment $5B announced|Sorrel Growth holds ≈ 4% of "
     "Nimbus Labs"},
    {"Sorrel Growth's share of Nimbus Labs falls to 27% from 32%.",
     "Sorrel Growth holds 27% of Nimbus Labs|Sorrel Growth holds 32% of Nimbus Labs"},
    {"Nvidia sank $500 million into Nimbus Labs, lifting its share from 9% to 14%.",
     "Nvidia > Nimbus Labs equity_investment $500M closed|Nvidia holds 9% of Nimbus Labs|Nvidia "
     "holds 14% of Nimbus Labs"},
    {"The U.S. government took a 10% stake in Intel.",
     "US government > Intel equity_investment n/d closed|US government holds 10% of Intel"},
};

constexpr Case worth[] = {
    {"Sorrel Growth paid $500 million for a tenth of Nimbus Labs, valuing the data-labelling "
     "company at $5 billion.",
     "Sorrel Growth > Nimbus Labs equity_investment $500M closed|Nimbus Labs worth $5B"},
    {"Nimbus Labs bought Zephyra, valuing Nimbus Labs at $1 trillion and Zephyra at $250 billion.",
     "Nimbus Labs > Zephyra acquisition n/d closed|Nimbus Labs worth $1T|Zephyra worth $250B"},
    {"Analysts think of Nimbus Labs as a $380 billion business.", "Nimbus Labs worth $380B"},
    {"Nimbus Labs collected $2 billion from Nvidia at $8 billion.",
     "Nvidia > Nimbus Labs equity_investment $2B closed|Nimbus Labs worth $8B"},
    {"The $60 million Nimbus Labs raised, mostly from Sorrel Growth, puts it at $450 million.",
     "* > Nimbus Labs equity_investment $60M closed|Sorrel Growth > Nimbus Labs equity_investment "
     "n/d closed|Nimbus Labs worth $450M"},
};

/// Names that a description, an apposition or a sign stands beside; and who "the company" is.
constexpr Case names[] = {
    {"Sorrel Growth, which already owns 14% of Nimbus Labs, agreed to invest another $1 billion in "
     "the company.",
     "Sorrel Growth > Nimbus Labs equity_investment $1B signed|Sorrel Growth holds 14% of Nimbus "
     "Labs"},
    {"Zephyra will buy chips from Lumora Cloud, and Nvidia is set to invest as much as $1 billion "
     "in the start-up.",
     "Zephyra > Lumora Cloud purchase_commitment n/d announced|Nvidia > Zephyra equity_investment "
     "≤ $1B announced"},
    {"Zephyra, the corporate card company, raised $300 million from Sorrel Growth.",
     "Sorrel Growth > Zephyra equity_investment $300M closed"},
    {"Fintech firm Zephyra raised $300 million from Sorrel Growth.",
     "Sorrel Growth > Zephyra equity_investment $300M closed"},
    {"Sorrel Growth lent Marlowe & Dane $30 million.",
     "Sorrel Growth > Marlowe & Dane debt $30M closed"},
};

constexpr Case never[] = {
    {"Nvidia gained 3%.", ""},
    {"Sales of Nimbus Labs rose, picking up 5%.", ""},
    {"Nimbus Labs bought 100 servers at $30,000.", ""},
    {"Nvidia's stake in Nimbus Labs, roughly 6%, is worth $3 billion.", ""},
    {"Profit of Nimbus Labs came in at $5 billion in the quarter.", ""},
    {"Nimbus Labs is a $5 billion customer of Lumora Cloud.", ""},
    {"Nimbus Labs: $5 billion in sales", ""},
    {"Nimbus Labs expects AWS to cost $3 billion.", ""},
};

} // namespace

class TestExtractProse : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();

private:
    Lexicon m_lexicon;
};

void TestExtractProse::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("facts");
    addRows("deals", deals);
    addRows("shares", shares);
    addRows("worth", worth);
    addRows("names", names);
    addRows("never", never);
}

void TestExtractProse::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, facts);
    const Briefing news = briefing(text);
    QCOMPARE(told(extract(news, m_lexicon), news), facts);
}

QTEST_APPLESS_MAIN(TestExtractProse)
#include "tst_extractprose.moc"
