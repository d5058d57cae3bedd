// Plain sentences of the kinds that newsrooms write daily, every field checked: a wrong firm, sum,
// direction or status told as sure is the worst that can happen to a reader.
#include "graph/briefing/lexicon.h"
#include "tests/support/plaincases.h"

#include <QTest>

#include <cmath>

using namespace gyre;

namespace {

/// A deal is read whatever word leads to it, and with its own status, sum and term.
constexpr Case control[] = {
    {"Nvidia agreed to buy up to $6 billion of capacity from CoreWeave.",
     "Nvidia > CoreWeave purchase_commitment ≤ $6B signed"},
    {"Anthropic will spend $3 billion on Microsoft's Azure.",
     "Anthropic > Microsoft purchase_commitment $3B announced"},
    {"Meta signed a six-year, $14 billion deal with CoreWeave.",
     "Meta > CoreWeave purchase_commitment $14B signed 6y"},
    {"Amazon's cloud unit signed a $7 billion deal with OpenAI.",
     "OpenAI > Amazon purchase_commitment $7B signed"},
    {"Google won a six-year contract worth more than $9 billion from Meta.",
     "Meta > Google purchase_commitment > $9B signed 6y"},
    {"In a $7 billion deal, OpenAI will rent chips from Amazon.",
     "OpenAI > Amazon purchase_commitment $7B announced"},
    {"Salesforce said it would buy Informatica for $8 billion.",
     "Salesforce > Informatica acquisition $8B announced"},
    {"Salesforce can buy Informatica for $8 billion.",
     "Salesforce > Informatica acquisition $8B announced"},
    {"Cisco bought Zephyra in 2023 for $300 million and sold it to Broadcom for $450 million this "
     "year.",
     "Cisco > Zephyra acquisition $300M closed 2023|Broadcom > Zephyra acquisition $450M closed "
     "2025"},
    {"Nvidia's $40 billion deal to buy Arm Holdings collapsed in February 2022.",
     "Nvidia > Arm acquisition $40B cancelled 2022-02"},
    {"Wayve rejected a $2 billion offer from Nvidia.", "Nvidia > Wayve acquisition $2B cancelled"},
    {"Nvidia's $2 billion bid for Wayve was blocked.", "Nvidia > Wayve acquisition $2B cancelled"},
};

/// A sum of several is nobody’s alone, and each of several sums has its own firm.
constexpr Case lists[] = {
    {"Poolside raised $500 million from Nvidia and eBay.",
     "* > Poolside equity_investment $500M closed|Nvidia > Poolside equity_investment n/d "
     "closed|eBay > Poolside equity_investment n/d closed"},
    {"Stripe raised $500 million from Nvidia and Eric Schmidt.",
     "* > Stripe equity_investment $500M closed|Nvidia > Stripe equity_investment n/d closed"},
    {"Stripe raised $500 million from Nvidia, Elon Musk and a family fund.",
     "* > Stripe equity_investment $500M closed|Nvidia > Stripe equity_investment n/d closed"},
    {"Nvidia and a Saudi fund invested $500 million in Stripe.",
     "* > Stripe equity_investment $500M closed|Nvidia > Stripe equity_investment n/d closed"},
    {"Nvidia bought Zephyra and Lumora for $3 billion.",
     "Nvidia > Zephyra acquisition n/d closed|Nvidia > Lumora acquisition n/d closed"},
    {"Brookfield and Cameco signed an $80 billion deal with Westinghouse.", ""},
    {"Nvidia invested $1 billion in Nokia and $2 billion in Synopsys.",
     "Nvidia > Nokia equity_investment $1B closed|Nvidia > Synopsys equity_investment $2B closed"},
    {"Google invested $2 billion and Amazon $4 billion in Anthropic.",
     "Google > Anthropic equity_investment $2B closed|Amazon > Anthropic equity_investment $4B "
     "closed"},
    {"Microsoft put $13 billion into OpenAI, and SoftBank $30 billion.",
     "Microsoft > OpenAI equity_investment $13B closed|SoftBank > OpenAI equity_investment $30B "
     "closed"},
    {"JPMorgan lent Crusoe $1 billion and Lambda $2 billion.",
     "JPMorgan Chase > Crusoe debt $1B closed|JPMorgan Chase > Lambda debt $2B closed"},
    {"OpenAI, Microsoft sign $250 billion cloud deal",
     "OpenAI > Microsoft purchase_commitment $250B signed"},
};

/// Parts of a round stand beside its total, which is then not counted.
constexpr Case parts[] = {
    {"xAI raised $20 billion in a round led by Valor, with $2 billion from Nvidia.",
     "* > xAI equity_investment $20B closed uncounted|Nvidia > xAI equity_investment $2B "
     "closed|Valor Equity Partners > xAI equity_investment n/d closed"},
    {"xAI raised $20 billion, including $2 billion from Nvidia and $1 billion from Cisco.",
     "* > xAI equity_investment $20B closed uncounted|Nvidia > xAI equity_investment $2B "
     "closed|Cisco > xAI equity_investment $1B closed"},
    {"Nvidia contributed $2 billion to xAI's $20 billion round.",
     "Nvidia > xAI equity_investment $2B closed|* > xAI equity_investment $20B announced "
     "uncounted"},
    {"CoreWeave closed a $2 billion term loan led by Morgan Stanley.",
     "* > CoreWeave debt $2B closed|Morgan Stanley > CoreWeave debt n/d closed"},
    {"Zephyra raised $75 million in a round led by Sequoia Capital, with participation from "
     "Nvidia.",
     "* > Zephyra equity_investment $75M closed|Sequoia Capital > Zephyra equity_investment n/d "
     "closed|Nvidia > Zephyra equity_investment n/d closed"},
    {"The investment in Wayve was led by SoftBank, with Nvidia also taking part.",
     "SoftBank > Wayve equity_investment n/d closed|Nvidia > Wayve equity_investment n/d closed"},
    {"Intel sold $2 billion of new shares to SoftBank.",
     "SoftBank > Intel equity_investment $2B closed"},
    {"SoftBank sold Nvidia shares worth $9 billion.", "* > SoftBank stake_transfer $9B closed"},
};

/// Descriptions, divisions, compounds and persons lead to the right firm or to none.
constexpr Case who[] = {
    {"SoftBank, the Japanese group, invested $2 billion in Intel.",
     "SoftBank > Intel equity_investment $2B closed"},
    {"SoftBank owns about 11% of the company, OpenAI.", "SoftBank holds ≈ 11% of OpenAI"},
    {"Amazon-backed Anthropic raised $3 billion.",
     "Amazon > Anthropic equity_investment n/d closed undated|* > Anthropic equity_investment $3B "
     "closed"},
    {"Nvidia-backed CoreWeave agreed to buy Core Scientific for $9 billion.",
     "Nvidia > CoreWeave equity_investment n/d closed undated|CoreWeave > Core Scientific "
     "acquisition $9B signed"},
    {"The OpenAI-Amazon deal is worth $38 billion.",
     "OpenAI > Amazon purchase_commitment $38B signed"},
    {"Meta acquired Manus, a Chinese start-up, in a deal worth more than $2 billion.",
     "Meta > Manus acquisition > $2B closed"},
    {"Elon Musk offered $97 billion for OpenAI.", ""},
    {"Anthropic is growing. Mark Zuckerberg is worth $200 billion.", ""},
    {"Google is investing another $1 billion in Anthropic, on top of the $2 billion it has already "
     "put in.",
     "Google > Anthropic equity_investment $1B announced"},
    {"Google-backed Anthropic in talks for $30 billion round",
     "Google > Anthropic equity_investment n/d closed undated"},
    {"Helsing is raising €600 million from Spotify founder Daniel Ek.",
     "* > Helsing equity_investment €600M announced"},
    {"Cipher Mining signed a $3 billion hosting deal with Fluidstack, backed by Google.",
     "Google > Fluidstack equity_investment n/d closed undated"},
    {"Scale AI sold a 49% stake to Meta for $14 billion.",
     "Meta > Scale AI equity_investment $14B closed"},
    {"AMD sold ZT Systems' manufacturing business to Sanmina for $3 billion.",
     "Sanmina > ZT Systems acquisition $3B closed"},
    {"Nvidia chief executive Jensen Huang said it would invest $10 billion in OpenAI.",
     "Nvidia > OpenAI equity_investment $10B announced"},
    {"OpenAI, in which Microsoft has invested $13 billion, will buy chips from Broadcom.",
     "OpenAI > Broadcom purchase_commitment n/d announced"},
    {"After Google invested $2 billion in Anthropic, Amazon put in $4 billion.",
     "Google > Anthropic equity_investment $2B closed|Amazon > Anthropic equity_investment $4B "
     "closed"},
};

/// Worth of a contract or holding, size of a project: no value and no payment of a firm.
constexpr Case never[] = {
    {"OpenAI will lease computing power from Oracle under a $30 billion-a-year contract.",
     "OpenAI > Oracle purchase_commitment n/d announced"},
    {"SoftBank's investment in OpenAI has risen in value by $20 billion.",
     "SoftBank > OpenAI equity_investment n/d announced"},
    {"OpenAI and its partner Broadcom will deploy chips worth $10 billion.", ""},
    {"Morgan Stanley arranged $27 billion of debt for the project.", ""},
    {"News Corp signed a licensing deal with OpenAI worth more than $250 million.", ""},
    {"Nvidia has a 7% stake in CoreWeave, worth $3 billion.", "Nvidia holds 7% of CoreWeave"},
    {"Microsoft's stake of 27% in OpenAI is worth $135 billion.", "Microsoft holds 27% of OpenAI"},
    {"The $500 billion Stargate project is backed by SoftBank, OpenAI and Oracle.", ""},
    {"Nvidia and OpenAI struck a deal.", ""},
    {"Intel is growing. Nvidia became the first company worth $5 trillion.", "Nvidia worth $5T"},
    {"Nvidia's 4% of Intel is worth $7 billion.", ""},
    {"Nvidia invested $1e30 in Wayve.", "Nvidia > Wayve equity_investment n/d closed"},
    {"Meta cut 5% of its staff; Google 6%.", ""},
};

/// What is denied, dropped or under negotiation is told as that.
constexpr Case denied[] = {
    {"Apple is not in talks to buy Mistral AI, the company said.",
     "Apple > Mistral AI acquisition n/d rumoured denied"},
    {"OpenAI denied reports that it was in talks to buy Cursor for $3 billion.",
     "OpenAI > Anysphere acquisition $3B rumoured denied"},
    {"SoftBank denied that it would buy Ampere Computing.",
     "SoftBank > Ampere Computing acquisition n/d rumoured denied"},
    {"Talks between Apple and Perplexity about a $20 billion takeover have collapsed.",
     "Apple > Perplexity acquisition $20B cancelled"},
    {"SoftBank suspended talks to buy Switch for $50 billion.",
     "SoftBank > Switch acquisition $50B cancelled"},
    {"A deal worth $20 billion between Oracle and Meta is being negotiated.",
     "Meta > Oracle purchase_commitment $20B in_talks"},
    {"Oracle is in talks with Meta about a cloud deal worth about $20 billion.",
     "Meta > Oracle purchase_commitment ≈ $20B in_talks"},
};

/// Dates that point back to the date told before; a value before the news has none of its own.
constexpr Case dates[] = {
    {"In May 2024, SoftBank led a $1 billion round in Wayve.",
     "* > Wayve equity_investment $1B closed 2024-05|SoftBank > Wayve equity_investment n/d closed "
     "2024-05"},
    {"Oracle will buy about $40 billion of chips from Nvidia under a deal announced in May 2025.",
     "Oracle > Nvidia purchase_commitment ≈ $40B announced 2025-05"},
    {"In 2023 Microsoft invested $10 billion in OpenAI. The same year Google invested $2 billion "
     "in Anthropic.",
     "Microsoft > OpenAI equity_investment $10B closed 2023|Google > Anthropic equity_investment "
     "$2B closed 2023"},
    {"In March 2025 SoftBank agreed to buy Ampere Computing for $6 billion. A month later it "
     "invested $10 billion in OpenAI.",
     "SoftBank > Ampere Computing acquisition $6B signed 2025-03|SoftBank > OpenAI "
     "equity_investment $10B closed 2025-04"},
    {"In July 2025 OpenAI signed a $9 billion deal with Oracle. Days later it agreed to pay "
     "CoreWeave $4 billion.",
     "OpenAI > Oracle purchase_commitment $9B signed 2025-07|OpenAI > CoreWeave "
     "purchase_commitment $4B signed 2025-07"},
    {"In July 2025 OpenAI signed a $9 billion deal with Oracle. Weeks later it agreed to pay "
     "CoreWeave $4 billion.",
     "OpenAI > Oracle purchase_commitment $9B signed 2025-07|OpenAI > CoreWeave "
     "purchase_commitment $4B signed undated"},
    {"Anthropic was valued at $183 billion in September and is now worth $350 billion.",
     "Anthropic worth $183B 2025-09|Anthropic worth $350B"},
    {"Stripe's valuation fell from $95 billion to $50 billion in 2023.",
     "Stripe worth $95B undated|Stripe worth $50B 2023"},
    {"OpenAI was valued at $157 billion in October 2024 and $300 billion in March 2025.",
     "OpenAI worth $157B 2024-10|OpenAI worth $300B 2025-03"},
    {"Meta invested $14 billion in Scale AI, double what it was worth a year earlier.",
     "Meta > Scale AI equity_investment $14B closed"},
    {"Nvidia invested $2 billion in Wayve yesterday.",
     "Nvidia > Wayve equity_investment $2B closed 2025-12-16"},
    {"Nvidia bought Wayve for $2 billion last night.",
     "Nvidia > Wayve acquisition $2B closed 2025-12-16"},
    {"Nvidia bought Wayve for $2 billion in March.",
     "Nvidia > Wayve acquisition $2B closed 2025-03"},
    {"Nvidia will buy Wayve for $2 billion in March.", "Nvidia > Wayve acquisition $2B announced"},
    {"Meta agreed to pay CoreWeave $14 billion at the end of last year.",
     "Meta > CoreWeave purchase_commitment $14B signed 2024"},
    {"Klarna's valuation of $45 billion dropped to $6 billion in 2022.",
     "Klarna worth $45B undated"},
};

/// Holdings in the passive, as an equation and as a range.
constexpr Case shares[] = {
    {"Nokia gets $1 billion from Nvidia for 2.9% stake",
     "Nvidia > Nokia equity_investment $1B announced|Nvidia holds 2.9% of Nokia"},
    {"Meta paid $14 billion for a 49% stake in Scale AI.",
     "Meta > Scale AI equity_investment $14B closed"},
    {"A quarter of Cohere is held by Nvidia.", "Nvidia holds 25% of Cohere"},
    {"Less than 10% of Cohere belongs to Intel.", "Intel holds < 10% of Cohere"},
    {"SoftBank's stake in OpenAI is 11%.", "SoftBank holds 11% of OpenAI"},
    {"Amazon holds between 15% and 19% of Anthropic.", "Amazon holds ≈ 17% of Anthropic"},
};

/// Sums by their place, names by their last word, and what is paid by the year.
constexpr Case places[] = {
    {"Perdita Pay will subscribe to fresh shares of Suryan Charging worth Rs 1,250 crore.",
     "Perdita Pay > Suryan Charging equity_investment ₹12.5B announced"},
    {"Suryan Charging's market capitalisation is close to Rs 1.1 lakh crore.",
     "Suryan Charging worth ≈ ₹1.1T"},
    {"Perdita Pay is wagering $100 million on Zephyra.",
     "Perdita Pay > Zephyra equity_investment $100M announced"},
    {"Lumora Capital heads a $90 million Series C in Zephyra.",
     "* > Zephyra equity_investment $90M announced|Lumora Capital > Zephyra equity_investment n/d "
     "announced"},
    {"Zephyra pays Lumora Cloud some €60 million a year for servers.",
     "Zephyra > Lumora Cloud purchase_commitment ≈ €60M announced"},
    {"Zephyra pays Lumora Cloud some €6 million a month for servers.", ""},
    {"Nvidia spends $5 billion a year on research at Lumora Cloud's old site.", ""},
    {"Analysts trimmed the price target of Lumora Cloud from $47 to $44.", ""},
    {"Call it a bargain. Nvidia put $30 million into Zephyra.",
     "Nvidia > Zephyra equity_investment $30M closed"},
    {"Nvidia invested $20 million in Nimbus Labs. The lab had collected $90 million from Sorrel "
     "Growth before.",
     "Nvidia > Nimbus Labs equity_investment $20M closed|Sorrel Growth > Nimbus Labs "
     "equity_investment $90M closed undated"},
    {"Boreal Metals completed the $310 million purchase of a pit from Tasman Resources.",
     "Boreal Metals > Tasman Resources acquisition $310M closed"},
};

} // namespace

class TestExtractPlain : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void linesAboveTheTextAreNoFirms();
    void thePublisherIsNoParty();
    void confidenceHasTwoDecimals();

private:
    Lexicon m_lexicon;
};

void TestExtractPlain::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("facts");
    addRows("control", control);
    addRows("lists", lists);
    addRows("parts", parts);
    addRows("who", who);
    addRows("never", never);
    addRows("denied", denied);
    addRows("dates", dates);
    addRows("shares", shares);
    addRows("places", places);
}

void TestExtractPlain::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, facts);
    const Briefing news = briefing(text);
    QCOMPARE(told(extract(news, m_lexicon), news), facts);
}

void TestExtractPlain::linesAboveTheTextAreNoFirms()
{
    const Briefing news = briefing(
        QStringLiteral("The Morning Ledger\n\nBy Zoltana Quirk\n\nZephyrine Gazette\n\n16 December "
                       "2025\n\nSoftBank owns 11% of the company.\n"));
    const Extraction found = extract(news, m_lexicon);
    QCOMPARE(told(found, news), QString());
    for (const Firm& firm : found.firms)
        QCOMPARE(firm.id, QStringLiteral("softbank"));
}

void TestExtractPlain::thePublisherIsNoParty()
{
    Briefing news = briefing(QStringLiteral(
        "Zephyrine wrote that Nvidia had put $2 billion into xAI, and Zephyrine is growing."));
    news.publisher = QStringLiteral("Zephyrine");
    for (const Firm& firm : extract(news, m_lexicon).firms)
        QVERIFY2(firm.name != news.publisher, qPrintable(firm.name));
}

void TestExtractPlain::confidenceHasTwoDecimals()
{
    const Extraction found = extract(
        briefing(QStringLiteral("Nvidia is said to have agreed to invest $2 billion in xAI.")),
        m_lexicon);
    QCOMPARE(found.deals.size(), 1U);
    const double confidence = found.deals.front().confidence;
    QVERIFY(std::abs(confidence * 100 - std::round(confidence * 100)) < 1e-3);
}

QTEST_APPLESS_MAIN(TestExtractPlain)
#include "tst_extractplain.moc"
