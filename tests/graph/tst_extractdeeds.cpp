// Who did what, and whether it was done at all: clauses kept apart, scenarios, advice and doubt,
// and the firms that only stand beside a deal.
#include "graph/briefing/lexicon.h"
#include "tests/support/plaincases.h"

using namespace gyre;

namespace {

/// A status, a denial or an end belongs to its own clause.
constexpr Case clausesApart[] = {
    {"SoftBank is in talks to invest $4 billion in Wayve, and Nvidia has invested $1 billion in "
     "Wayve.",
     "SoftBank > Wayve equity_investment $4B in_talks|Nvidia > Wayve equity_investment $1B "
     "closed"},
    {"Cisco bought Splunk for $28 billion and is considering a bid for Zephyra.",
     "Cisco > Splunk acquisition $28B closed|Cisco > Zephyra acquisition n/d in_talks"},
    {"AMD bought Xilinx for $35 billion after talks with Intel collapsed.",
     "AMD > Xilinx acquisition $35B closed"},
    {"AMD agreed to buy Xilinx for $35 billion, but the deal fell through.",
     "AMD > Xilinx acquisition $35B cancelled"},
    {"Nvidia denied it is in talks to buy Wayve, and Intel bought SambaNova for $2 billion.",
     "Nvidia > Wayve acquisition n/d rumoured denied|Intel > SambaNova acquisition $2B closed"},
    {"Nvidia invested $2 billion in Synopsys and Synopsys shares rose 5%.",
     "Nvidia > Synopsys equity_investment $2B closed"},
    {"Nvidia invested $2 billion in Synopsys and its shares rose 5%.",
     "Nvidia > Synopsys equity_investment $2B closed"},
    {"SoftBank bought Zephyra for $6 billion and scrapped a plan to buy Switch.",
     "SoftBank > Zephyra acquisition $6B closed|SoftBank > Switch acquisition n/d cancelled"},
    {"Salesforce bought Slack for $27 billion, and Adobe's $20 billion takeover of Figma "
     "collapsed.",
     "Salesforce > Slack acquisition $27B closed|Adobe > Figma acquisition $20B cancelled"},
    {"Amazon invested $8 billion in Wayve while Google denied it had invested $3 billion in "
     "Zephyra.",
     "Amazon > Wayve equity_investment $8B closed|Google > Zephyra equity_investment $3B rumoured "
     "denied"},
    {"Mistral AI, a company in which Nvidia and ASML hold stakes, bought Zephyra.",
     "Mistral AI > Zephyra acquisition n/d closed"},
};

/// Supposed, advised, doubted or denied in itself: to look at, and no fact.
constexpr Case unreal[] = {
    {"If Apple bought Perplexity for $20 billion, it would be its largest deal.", ""},
    {"An analyst said Apple should buy Perplexity for $20 billion.", ""},
    {"Cisco holders voted on whether Cisco should invest $2 billion in Wayve.", ""},
    {"It is unclear whether Nvidia will buy Wayve for $2 billion.", ""},
    {"Neither company confirmed that Nvidia will buy Wayve.", ""},
    {"There is no evidence that Nvidia bought Wayve.", ""},
    {"Nvidia plans no investment in Wayve.", ""},
    {"Google could have bought Wayve for $23 billion in 2024.", ""},
    {"Analysts say Apple must buy Wayve.", ""},
    {"Oracle has yet to sign the $30 billion deal with OpenAI.",
     "OpenAI > Oracle purchase_commitment $30B in_talks"},
    {"Cisco halved its investment in Wayve by $1 billion.", ""},
    {"Nvidia is considering whether to buy Wayve for $2 billion.",
     "Nvidia > Wayve acquisition $2B in_talks"},
    {"The $30 billion deal between OpenAI and Oracle has not been signed.",
     "OpenAI > Oracle purchase_commitment $30B in_talks"},
    {"Nvidia's $2 billion takeover of Wayve has not yet closed.",
     "Nvidia > Wayve acquisition $2B announced"},
    {"OpenAI and Oracle signed a $30 billion deal. The deal was later called off.",
     "OpenAI > Oracle purchase_commitment $30B cancelled"},
    {"OpenAI signed a $30 billion deal with Oracle, and Cisco bought Splunk for $28 billion. The "
     "deal was called off.",
     "OpenAI > Oracle purchase_commitment $30B signed|Cisco > Splunk acquisition $28B closed"},
    {"Nvidia cut a $500 million check for Wayve.", "Nvidia > Wayve equity_investment $500M closed"},
};

/// Who acts: no adviser, no owner of a relative clause, no firm of a person, none set against it.
constexpr Case actors[] = {
    {"Goldman Sachs advised Cisco on its $28 billion takeover of Splunk.",
     "Cisco > Splunk acquisition $28B announced"},
    {"Goldman Sachs helped Zephyra raise $5 billion from SoftBank.",
     "SoftBank > Zephyra equity_investment $5B announced"},
    {"Morgan Stanley arranged Crusoe's $27 billion loan.", "* > Crusoe debt $27B closed"},
    {"OpenAI co-founder Ada Byte raised $2 billion for Zephyra.",
     "* > Zephyra equity_investment $2B closed"},
    {"OpenAI co-founder Ada Byte raised $2 billion.", ""},
    {"Amazon founder Jeff Bezos invested $1 billion in Wayve.", ""},
    {"Investors including Nvidia and Khosla Ventures poured $250 million into Wayve.",
     "* > Wayve equity_investment $250M closed|Nvidia > Wayve equity_investment n/d "
     "closed|Khosla Ventures > Wayve equity_investment n/d closed"},
    {"Zephyra, founded by former OpenAI executive Ada Byte, raised $2 billion.",
     "* > Zephyra equity_investment $2B closed"},
    {"Intel got $5 billion from Nvidia and $2 billion from SoftBank.",
     "Nvidia > Intel equity_investment $5B closed|SoftBank > Intel equity_investment $2B closed"},
    {"Cisco, not Google, bought Splunk for $28 billion.", "Cisco > Splunk acquisition $28B closed"},
    {"Cisco, rather than Google, bought Splunk for $28 billion.",
     "Cisco > Splunk acquisition $28B closed"},
    {"Microsoft signed a letter of intent with Nvidia to invest $5 billion in Wayve.",
     "Microsoft > Wayve equity_investment $5B letter_of_intent"},
    {"Tesla signed a $16 billion deal with Samsung to buy AI chips.",
     "Tesla > Samsung purchase_commitment $16B signed"},
    {"Samsung signed a $16 billion deal with Tesla to supply chips.",
     "Tesla > Samsung purchase_commitment $16B signed"},
    {"Nvidia signed a $10 billion cloud deal with CoreWeave.",
     "Nvidia > CoreWeave purchase_commitment $10B signed"},
    {"Intel sold its stake in Mobileye to Norddal Capital for $1 billion.",
     "Norddal Capital > Intel stake_transfer $1B closed"},
    {"Google bought Zephyra in March. The company is valued at $32 billion.",
     "Google > Zephyra acquisition n/d closed 2025-03"},
    {"Nvidia invested $2 billion in Wayve. The company is now worth $5 billion.",
     "Nvidia > Wayve equity_investment $2B closed|Wayve worth $5B"},
    {"Nvidia invested $2 billion in Wayve. It is valued at $5 billion.",
     "Nvidia > Wayve equity_investment $2B closed"},
    {"Nvidia invested $2 billion in Wayve. Nvidia said it is worth $5 trillion.",
     "Nvidia > Wayve equity_investment $2B closed|Nvidia worth $5T"},
    {"Nvidia invested $2 billion in Wayve. The chipmaker is worth $4 trillion.",
     "Nvidia > Wayve equity_investment $2B closed|Nvidia worth $4T"},
    {"OpenAI signed a contract with Cerebras valued at more than $10 billion.",
     "OpenAI > Cerebras purchase_commitment > $10B signed"},
    {"Reports said Nvidia had bought Wayve for $2 billion.",
     "Nvidia > Wayve acquisition $2B rumoured"},
};

} // namespace

class TestExtractDeeds : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();

private:
    Lexicon m_lexicon;
};

void TestExtractDeeds::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("facts");
    addRows("clauses", clausesApart);
    addRows("unreal", unreal);
    addRows("actors", actors);
}

void TestExtractDeeds::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, facts);
    const Briefing news = briefing(text);
    QCOMPARE(told(extract(news, m_lexicon), news), facts);
}

QTEST_APPLESS_MAIN(TestExtractDeeds)
#include "tst_extractdeeds.moc"
