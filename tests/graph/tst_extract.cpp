// Sentences as newsrooms write them and the facts a careful reader takes from them; what is no deal
// yields none.
#include "graph/briefing/lexicon.h"
#include "tests/support/plaincases.h"

#include <QTest>

#include <span>

using namespace gyre;

namespace {

constexpr Case investing[] = {
    {"Nvidia invested $5 billion in Intel.", "Nvidia > Intel equity_investment $5B closed"},
    {"Microsoft will invest up to $5 billion in Anthropic.",
     "Microsoft > Anthropic equity_investment ≤ $5B announced"},
    {"Google has put $300 million into Anthropic.",
     "Google > Anthropic equity_investment $300M closed"},
    {"SoftBank poured another $22.5 billion into OpenAI last week.",
     "SoftBank > OpenAI equity_investment $22.5B closed"},
    {"Amazon is sinking $4 billion into Anthropic.",
     "Amazon > Anthropic equity_investment $4B announced"},
    {"Salesforce committed $1 billion to Cohere.",
     "Salesforce > Cohere equity_investment $1B announced"},
    {"Nvidia is in talks to invest as much as $500 million in Poolside, people familiar with the "
     "matter said.",
     "Nvidia > Poolside equity_investment ≤ $500M in_talks"},
    {"Nvidia and AMD invested in Wayve.",
     "Nvidia > Wayve equity_investment n/d closed|AMD > Wayve equity_investment n/d closed"},
    {"$2 billion was invested in Lambda by Microsoft.",
     "Microsoft > Lambda equity_investment $2B closed"},
    {"Nvidia's $2 billion investment in Synopsys was announced on Monday.",
     "Nvidia > Synopsys equity_investment $2B announced"},
    {"ASML made an investment of 1.3 billion euros in Mistral AI.",
     "ASML > Mistral AI equity_investment €1.3B closed"},
    {"An investment by Temasek in Helsing is being discussed.",
     "Temasek > Helsing equity_investment n/d in_talks"},
    {"The chipmaker Nvidia, which put $700 million into Nscale, wants more.",
     "Nvidia > Nscale equity_investment $700M closed"},
    {"Nscale secured an investment of $700 million from Nvidia.",
     "Nvidia > Nscale equity_investment $700M closed"},
    {"Zephyra received $40 million from Index Ventures.",
     "Index Ventures > Zephyra equity_investment $40M closed"},
    {"SoftBank, which has already invested $7.5 billion in OpenAI, will invest a further $22.5 "
     "billion in the lab.",
     "SoftBank > OpenAI equity_investment $7.5B closed|SoftBank > OpenAI equity_investment $22.5B "
     "announced"},
    {"After investing $1 billion in Figure AI, Brookfield said it wanted more.",
     "Brookfield > Figure equity_investment $1B closed"},
    {"Nvidia plans to invest between $1 billion and $2 billion in Wayve.",
     "Nvidia > Wayve equity_investment $1B–$2B announced"},
    {"Microsoft abandoned plans to invest $3 billion in Wayve.",
     "Microsoft > Wayve equity_investment $3B cancelled"},
    {"Apple won't invest in OpenAI.", "Apple > OpenAI equity_investment n/d cancelled"},
    {"Nvidia signed a letter of intent to invest up to $100 billion in OpenAI.",
     "Nvidia > OpenAI equity_investment ≤ $100B letter_of_intent"},
};

constexpr Case rounds[] = {
    {"Zephyra raised $110 million from Sequoia Capital and Index Ventures.",
     "* > Zephyra equity_investment $110M closed|Sequoia Capital > Zephyra equity_investment n/d "
     "closed|Index Ventures > Zephyra equity_investment n/d closed"},
    {"The French start-up Zephyra has raised 30 million euros in a Series A round led by "
     "Balderton Capital.",
     "* > Zephyra equity_investment €30M closed|Balderton Capital > Zephyra equity_investment n/d "
     "closed"},
    {"Thrive Capital led a $6.6 billion round in OpenAI.",
     "* > OpenAI equity_investment $6.6B closed|Thrive Capital > OpenAI equity_investment n/d "
     "closed"},
    {"Groq closed a $750 million funding round.", "* > Groq equity_investment $750M closed"},
    {"Wayve is seeking to raise $2 billion.", "* > Wayve equity_investment $2B in_talks"},
    {"Cohere is backed by Nvidia.", "Nvidia > Cohere equity_investment n/d closed"},
    {"Mistral AI grows fast. The round was led by Lightspeed.",
     "Lightspeed > Mistral AI equity_investment n/d closed"},
    {"Nvidia joined Helsing's $600 million round.",
     "* > Helsing equity_investment $600M closed|Nvidia > Helsing equity_investment n/d closed"},
};

constexpr Case stakes[] = {
    {"Microsoft owns 27% of OpenAI.", "Microsoft holds 27% of OpenAI"},
    {"Microsoft holds a 27 percent stake in OpenAI.", "Microsoft holds 27% of OpenAI"},
    {"Google owns about 14 per cent of Anthropic.", "Google holds ≈ 14% of Anthropic"},
    {"Nvidia bought a 4% stake in Intel for $5 billion.",
     "Nvidia > Intel equity_investment $5B closed|Nvidia holds 4% of Intel"},
    {"SoftBank sold its stake in Nvidia for $5.8 billion.",
     "* > SoftBank stake_transfer $5.8B closed"},
    {"SoftBank sold $5.8 billion of Nvidia shares in October.",
     "* > SoftBank stake_transfer $5.8B closed"},
    {"Temasek bought a stake in Wayve from SoftBank.",
     "Temasek > SoftBank stake_transfer n/d closed"},
    {"More than a tenth of OpenAI belongs to others, and SoftBank holds more than 10% of OpenAI.",
     "SoftBank holds > 10% of OpenAI"},
    {"Nvidia's 7% stake in CoreWeave has grown in value.", "Nvidia holds 7% of CoreWeave"},
};

constexpr Case buying[] = {
    {"Salesforce bought Convergence Labs for $150 million.",
     "Salesforce > Convergence Labs acquisition $150M closed"},
    {"AMD has agreed to acquire ZT Systems for $4.9 billion.",
     "AMD > ZT Systems acquisition $4.9B signed"},
    {"Run:ai was acquired by Nvidia for about $700 million.",
     "Nvidia > Run:ai acquisition ≈ $700M closed"},
    {"Nvidia's takeover of Mellanox cost it dearly.",
     "Nvidia > Mellanox acquisition n/d announced"},
    {"SoftBank's $6.5 billion acquisition of Ampere Computing has closed.",
     "SoftBank > Ampere Computing acquisition $6.5B closed"},
    {"CoreWeave's planned purchase of Core Scientific fell through.",
     "CoreWeave > Core Scientific acquisition n/d cancelled"},
    {"Cisco is weighing a bid for Groq.", "Cisco > Groq acquisition n/d in_talks"},
};

constexpr Case purchases[] = {
    {"OpenAI will buy $300 billion of computing power from Oracle over five years.",
     "OpenAI > Oracle purchase_commitment $300B announced"},
    {"Anthropic agreed to rent cloud capacity from Microsoft for $30 billion.",
     "Anthropic > Microsoft purchase_commitment $30B signed"},
    {"Anthropic committed to spend $30 billion on Microsoft's cloud.",
     "Anthropic > Microsoft purchase_commitment $30B announced"},
    {"Meta signed a $14.2 billion deal with CoreWeave for cloud capacity.",
     "Meta > CoreWeave purchase_commitment $14.2B signed"},
    {"CoreWeave signed a $6.5 billion contract with OpenAI.",
     "OpenAI > CoreWeave purchase_commitment $6.5B signed"},
    {"Broadcom will supply chips to OpenAI.",
     "OpenAI > Broadcom purchase_commitment n/d announced"},
    {"Oracle ordered $40 billion of chips from Nvidia.",
     "Oracle > Nvidia purchase_commitment $40B signed"},
    {"The $38 billion deal between OpenAI and Amazon was signed in November.",
     "OpenAI > Amazon purchase_commitment $38B signed"},
    {"OpenAI owes Oracle $30 billion for computing power.",
     "OpenAI > Oracle purchase_commitment $30B announced"},
    {"Zephyra licenses its models from Mistral AI.",
     "Zephyra > Mistral AI purchase_commitment n/d announced"},
};

constexpr Case lending[] = {
    {"JPMorgan lent CoreWeave $2 billion.", "JPMorgan Chase > CoreWeave debt $2B closed"},
    {"Blackstone gave CoreWeave a $7.5 billion loan.", "Blackstone > CoreWeave debt $7.5B closed"},
    {"Crusoe secured a $225 million credit line from Upper90.",
     "Upper90 > Crusoe debt $225M closed"},
    {"xAI borrowed $5 billion from Morgan Stanley.", "Morgan Stanley > xAI debt $5B closed"},
    {"Oracle sold $18 billion of bonds.", "* > Oracle debt $18B closed"},
    {"A $10 billion loan from Goldman Sachs to Anthropic is planned.",
     "Goldman Sachs > Anthropic debt $10B announced"},
};

constexpr Case warrants[] = {
    {"AMD granted OpenAI warrants for up to 160 million shares.",
     "AMD > OpenAI warrant n/d signed"},
    {"OpenAI received a warrant from AMD.", "AMD > OpenAI warrant n/d signed"},
    {"Microsoft gets 20% of OpenAI's revenue.", ""},
};

constexpr Case partners[] = {
    {"Mistral AI has partnered with SAP.", "Mistral AI > SAP partnership n/d announced"},
    {"OpenAI works with AMD, Broadcom and Arm.",
     "OpenAI > AMD partnership n/d announced|OpenAI > Broadcom partnership n/d announced|OpenAI > "
     "Arm partnership n/d announced"},
};

constexpr Case values[] = {
    {"The round valued Anthropic at $183 billion.", "Anthropic worth $183B"},
    {"Anthropic is valued at more than $350 billion.", "Anthropic worth > $350B"},
    {"SpaceX, worth about $400 billion, plans more launches.", "SpaceX worth ≈ $400B"},
    {"Databricks' valuation has risen to $134 billion.", "Databricks worth $134B"},
    {"Databricks raised $1 billion at a $100 billion valuation.",
     "* > Databricks equity_investment $1B closed|Databricks worth $100B"},
    {"xAI raised $10 billion at a valuation of $200 billion, up from $113 billion.",
     "* > xAI equity_investment $10B closed|xAI worth $200B|xAI worth $113B"},
    {"Nvidia's market value passed $5 trillion.", "Nvidia worth $5T"},
    {"Mistral AI is worth 11.7 billion euros ($13.7 billion).", "Mistral AI worth €11.7B"},
};

constexpr Case references[] = {
    {"CoreWeave is growing. Nvidia put $2 billion into the company.",
     "Nvidia > CoreWeave equity_investment $2B closed"},
    {"Mistral AI wants more chips. The French start-up raised 1.7 billion euros.",
     "* > Mistral AI equity_investment €1.7B closed"},
    {"Intel met OpenAI in May. The chipmaker invested $5 billion in the lab.",
     "Intel > OpenAI equity_investment $5B closed"},
    {"Meta is hiring. It bought Manus for $2 billion.", "Meta > Manus acquisition $2B closed"},
    {"Amazon and OpenAI talked. The $38 billion deal between the companies was signed in November.",
     "OpenAI > Amazon purchase_commitment $38B signed"},
    {"Amazon may invest $10 billion in the ChatGPT maker.",
     "Amazon > OpenAI equity_investment $10B in_talks"},
    {"Amazon may invest $10 billion in OpenAI. The rumored deal would be Amazon's largest.",
     "Amazon > OpenAI equity_investment $10B in_talks"},
};

constexpr Case harder[] = {
    {"Nebius has signed a five-year agreement worth about $3 billion to supply Meta with servers.",
     "Meta > Nebius purchase_commitment ≈ $3B signed"},
    {"Oracle is said to be spending some $40 billion on Nvidia chips.",
     "Oracle > Nvidia purchase_commitment ≈ $40B rumoured"},
    {"Mubadala and MGX each invested $500 million in Crusoe.",
     "Mubadala Capital > Crusoe equity_investment $500M closed|MGX > Crusoe equity_investment "
     "$500M closed"},
    {"Anthropic will rent chips, while Microsoft and Nvidia will invest up to $5 billion and $10 "
     "billion in the lab.",
     "Microsoft > Anthropic equity_investment ≤ $5B announced|Nvidia > Anthropic "
     "equity_investment ≤ $10B announced"},
    {"A group led by BlackRock, Nvidia and Microsoft is acquiring Aligned Data Centers for $40 "
     "billion.",
     "* > Aligned Data Centers acquisition $40B announced|BlackRock > Aligned Data Centers "
     "acquisition n/d announced|Nvidia > Aligned Data Centers acquisition n/d announced|Microsoft "
     "> Aligned Data Centers acquisition n/d announced"},
    {"IREN won a $9.7 billion contract from Microsoft.",
     "Microsoft > IREN purchase_commitment $9.7B signed"},
    {"Salesforce is paying $8 billion for Informatica.",
     "Salesforce > Informatica acquisition $8B announced"},
    {"Meta tried to buy Safe Superintelligence, but was turned down.",
     "Meta > Safe Superintelligence acquisition n/d cancelled"},
    {"Sakana AI's investors include Nvidia and Lux Capital.",
     "Nvidia > Sakana AI equity_investment n/d closed|Lux Capital > Sakana AI equity_investment "
     "n/d closed"},
    {"OpenAI staff sold $6 billion of shares in October.", "* > OpenAI stake_transfer $6B closed"},
    {"Tencent cut its stake in WeRide to 5%.",
     "* > Tencent stake_transfer n/d closed|Tencent holds 5% of WeRide"},
    {"For $2 billion Cisco is to get 40 percent of Groq.",
     "Cisco > Groq equity_investment $2B announced|Cisco holds 40% of Groq"},
    {"Wayve had agreed on a round that SoftBank led.",
     "SoftBank > Wayve equity_investment n/d closed"},
    {"OpenAI's $10 billion deal with CoreWeave fell apart.",
     "OpenAI > CoreWeave purchase_commitment $10B cancelled"},
    {"Nvidia will buy $6.3 billion of capacity from CoreWeave through April 2032.",
     "Nvidia > CoreWeave purchase_commitment $6.3B announced"},
};

/// None of these is a deal, a value or a stake.
constexpr Case nothing[] = {
    {"Nvidia reported revenue of $57 billion.", ""},
    {"Microsoft will spend $80 billion on data centers this year.", ""},
    {"Nvidia shares fell 3% on Monday after OpenAI's news.", ""},
    {"The market for AI chips will be worth $500 billion by 2028.", ""},
    {"Big Tech companies such as Amazon and Google pour billions into start-ups.", ""},
    {"Three people told Reuters about it two months ago.", ""},
    {"Oracle's capital expenditures rose to $12 billion, more than Microsoft's.", ""},
    {"Meta has 3.5 billion users and Google 2 billion.", ""},
    {"OpenAI expects sales of $20 billion, Anthropic $9 billion.", ""},
    {"The shares of AMD, worth $34 billion on Monday, rose by 8%.", ""},
    {"OpenAI competes with Google, Anthropic and Meta.", ""},
    {"Nvidia charges $30,000 a chip, and Amazon less than half of it.", ""},
    {"Jensen Huang met Sam Altman in Taipei.", ""},
    {"", ""},
};

} // namespace

class TestExtract : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void quotesAreTheSpans();
    void saysWhatItInferred();
    void mayDoWithoutADate();
    void saysWhenThereIsNothing();
    void isTheSameTwice();
    void toldTwiceIsOneFactWithBothSentences();
    void ambiguousPairsAreCandidates();
    void unreadMoneyIsListed();

private:
    Lexicon m_lexicon;
};

void TestExtract::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("facts");
    const auto add = [](const char* family, std::span<const Case> cases) {
        int number = 0;
        for (const Case& row : cases)
            QTest::addRow("%s %d", family, ++number)
                << QString::fromUtf8(row.text) << QString::fromUtf8(row.facts);
    };
    add("investing", investing);
    add("rounds", rounds);
    add("stakes", stakes);
    add("buying", buying);
    add("purchases", purchases);
    add("lending", lending);
    add("warrants", warrants);
    add("partners", partners);
    add("values", values);
    add("references", references);
    add("harder", harder);
    add("nothing", nothing);
}

void TestExtract::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, facts);
    const Extraction found = extract(briefing(text), m_lexicon);
    QCOMPARE(factLines(found).join(u'|'), facts);
}

void TestExtract::quotesAreTheSpans()
{
    const Briefing text = briefing(QStringLiteral(
        "Größer 😀: Nvidia’s plans. Amazon’s AWS signed a $38 billion deal with OpenAI. Microsoft "
        "holds 27% of OpenAI, which is valued at $500 billion."));
    const Extraction found = extract(text, m_lexicon);
    QCOMPARE(found.deals.size(), 1U);
    int seen = 0;
    const auto check = [&](const EvidenceList& list) {
        QVERIFY(!list.empty());
        for (const auto& evidence : list) {
            QCOMPARE(evidence->briefing, text.id);
            QCOMPARE(evidence->quote, evidence->span.in(text.text).toString());
            QVERIFY(!evidence->span.isEmpty());
            ++seen;
        }
    };
    for (const Deal& deal : found.deals) {
        check(deal.evidence);
        QCOMPARE(deal.evidence.front()->quote,
                 QStringLiteral("Amazon’s AWS signed a $38 billion deal with OpenAI."));
    }
    for (const Valuation& valuation : found.valuations)
        check(valuation.evidence);
    for (const Stake& stake : found.stakes)
        check(stake.evidence);
    for (const Firm& firm : found.firms)
        check(firm.detail->mentions);
    QVERIFY(seen > 6);
    for (const Firm& firm : found.firms)
        if (firm.id == u"amazon")
            QCOMPARE(firm.detail->mentions.size(), 2U);
}

void TestExtract::saysWhatItInferred()
{
    const Extraction found = extract(
        briefing(QStringLiteral("A $38 billion deal between Amazon and OpenAI was signed.")),
        m_lexicon);
    QCOMPARE(found.deals.size(), 1U);
    const Deal& deal = found.deals.front();
    QVERIFY(deal.inferred.testFlag(Inferred::Payer));
    QVERIFY(deal.inferred.testFlag(Inferred::Type));
    const Extraction plain = extract(
        briefing(QStringLiteral("OpenAI bought $38 billion of cloud capacity from Amazon.")),
        m_lexicon);
    QCOMPARE(plain.deals.size(), 1U);
    QCOMPARE(plain.deals.front().inferred, InferredFields());
    QVERIFY(plain.deals.front().confidence > deal.confidence);
    QVERIFY(!deal.rule.isEmpty());
}

void TestExtract::mayDoWithoutADate()
{
    Briefing text = briefing(QStringLiteral("Nvidia invested $5 billion in Intel last month."));
    text.date.reset();
    const Extraction found = extract(text, m_lexicon);
    QCOMPARE(found.deals.size(), 1U);
    QVERIFY(!found.deals.front().date);
    QCOMPARE(found.deals.front().detail->dateText, QStringLiteral("last month"));
    text.date = PartialDate::parse(u"2025-10");
    QCOMPARE(extract(text, m_lexicon).deals.front().date, PartialDate::parse(u"2025-09"));
}

void TestExtract::saysWhenThereIsNothing()
{
    const auto codes = [this](const char* text) {
        QStringList found;
        for (const Diagnostic& diagnostic :
             extract(briefing(QString::fromUtf8(text)), m_lexicon).diagnostics)
            found.push_back(diagnostic.code);
        return found;
    };
    QVERIFY(codes("Rain fell all day, and the streets were empty.")
                .contains(QStringLiteral("extract.no-firm")));
    QVERIFY(codes("Nvidia is a firm that many know.").contains(QStringLiteral("extract.no-deal")));
    QVERIFY(codes("Der Konzern hat am Montag bekannt gegeben, dass er rund eine Milliarde Euro in "
                  "das junge Unternehmen steckt; beide Seiten wollten sich dazu nicht äußern, wie "
                  "ein Sprecher sagte.")
                .contains(QStringLiteral("extract.not-english")));
    QVERIFY(
        !codes("The group said on Monday that it would put about one billion euros into the "
               "young company; both sides would not say more, a spokesman of the group told us.")
             .contains(QStringLiteral("extract.not-english")));
}

void TestExtract::toldTwiceIsOneFactWithBothSentences()
{
    const Extraction found =
        extract(briefing(QStringLiteral("Microsoft holds a 27% stake in OpenAI. "
                                        "OpenAI is worth more than $500 billion. "
                                        "Analysts noted that OpenAI is valued at more than $500 "
                                        "billion. Microsoft owns 27% of OpenAI.")),
                m_lexicon);
    QCOMPARE(found.valuations.size(), 1U);
    QCOMPARE(found.valuations.front().evidence.size(), 2U);
    QCOMPARE(found.stakes.size(), 1U);
    QCOMPARE(found.stakes.front().evidence.size(), 2U);
}

void TestExtract::isTheSameTwice()
{
    const Briefing text = briefing(QStringLiteral("Nvidia and AMD invested $3 billion in Wayve. "
                                                  "Zephyra raised $5 million from Octopus Labs."));
    const Extraction first = extract(text, m_lexicon);
    const Extraction second = extract(text, Lexicon());
    QVERIFY(first == second);
    QVERIFY(!first.deals.empty());
    QStringList ids;
    for (const Deal& deal : first.deals)
        ids.push_back(deal.id);
    QCOMPARE(ids.removeDuplicates(), 0);
}

void TestExtract::ambiguousPairsAreCandidates()
{
    // Two of a kind: nobody can say who pays.
    const Extraction found = extract(
        briefing(QStringLiteral("A $2 billion deal between Anthropic and OpenAI was signed.")),
        m_lexicon);
    QVERIFY(found.deals.empty());
    QCOMPARE(found.candidateDeals.size(), 1U);
    QVERIFY(found.candidateDeals.front().confidence < 0.5F);
}

void TestExtract::unreadMoneyIsListed()
{
    const QString text =
        QStringLiteral("Between Nvidia and Intel there is a matter of $3 billion.");
    const Extraction found = extract(briefing(text), m_lexicon);
    QCOMPARE(found.unread.size(), 1U);
    QCOMPARE(found.unread.front().span.in(text).toString(), QStringLiteral("$3 billion"));
    QCOMPARE(found.unread.front().why, QStringLiteral("unread.no-rule"));
}

QTEST_APPLESS_MAIN(TestExtract)
#include "tst_extract.moc"
