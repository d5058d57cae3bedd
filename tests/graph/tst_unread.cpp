// Money between two firms is never dropped in silence: it is a fact, a candidate, or listed as
// unread at its place, unless words beside it say what else it is (revenue, a conversion).
#include "graph/briefing/extract.h"
#include "graph/briefing/figures.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/reading.h"

#include <QDir>
#include <QTest>

#include <set>

using namespace gyre;

namespace {

Briefing briefing(const QString& text)
{
    Briefing made;
    made.id = QStringLiteral("b1");
    made.text = text;
    made.date = PartialDate::parse(u"2025-12-17");
    return made;
}

/// Sums in forms that no rule knows, marked by brackets.
const char* const odd[] = {
    "Nvidia and Intel clinked glasses [over $5 billion].",
    "Microsoft sued Oracle for [$3 billion].",
    "Oracle's quarrel with Microsoft is [about $3 billion].",
    "For [$3 billion], Microsoft would gladly forget Oracle.",
    "Amazon handed Anthropic a cheque: [$4 billion].",
    "Amazon, Anthropic: [$4 billion].",
    "Amazon–Anthropic, [$4bn].",
    "[$4 billion] is what stands between Amazon and Anthropic.",
    "Quelt Inc. and Parvis Corp. haggled [over €30 million].",
    "Quelt Inc. wagered [30 million dollars] that Parvis Corp. fails.",
    "Nvidia trimmed [$2 billion] of what it owed to CoreWeave.",
    "Google waived [$1 billion] of Anthropic's bill.",
    "Nvidia said Intel needs [$10 billion].",
    "Intel told Nvidia it had found [$10 billion].",
    "The rivalry of Apple and Meta cost [$9 billion].",
    "Apple fined Meta [$9 billion].",
    "Apple found [$9 billion], Meta nothing.",
    "SoftBank pledged shares in Arm Holdings worth [$8 billion].",
    "SoftBank's stake in Arm Holdings is worth [$8 billion].",
    "OpenAI's bill at Oracle has grown to [$60 billion].",
    "OpenAI dreams of [$60 billion] from Oracle.",
    "Tesla swapped [$2 billion] with xAI.",
    "A court awarded Qualcomm [$500 million] from Nokia.",
    "Nokia received [$50 million] a year from Apple in royalties.",
    "Amazon offered [$90] a share and Quelt Inc. laughed.",
    "The [$14 billion] went from Meta to CoreWeave.",
    "[$14 billion] changed hands: Meta's, then CoreWeave's.",
    "Meta and CoreWeave are tied together by a sum of [$14 billion] (€12 billion).",
    "Nvidia, which has [$60 billion] in cash, admires Meta.",
    "The fund of [$14 billion] has Meta and Nvidia among its members.",
    "Intel hid [₹300 crore] from AMD.",
    "Intel dug [between $2 and $3 billion] out of AMD.",
    "Meta's tab at Oracle: [tens of billions of dollars].",
    "Neither Meta nor Oracle forgot the [£700 million].",
    "Meta's dispute with Oracle runs to [several billion dollars].",
    "(Intel / AMD: [CHF 2m])",
    "The chipmaker Nvidia and its neighbour Intel buried [half a billion dollars] in a park.",
    "“[$5 billion],” Nvidia's chief said, and Intel's chief nodded.",
    "Stargate left OpenAI with [$7 billion] and Oracle with [$6 billion].",
};

/// Words beside the figure name what it is.
const char* const named[] = {
    "Apple's revenue was $9 billion, more than Meta's.",
    "Meta's capital expenditure of $70 billion pleased Nvidia.",
    "Samsung shares fell by $5 billion after Apple's remark.",
    "Oracle's backlog is $455 billion, which is news to Microsoft.",
    "Between Nvidia and Intel, $5 billion evaporated.",
    "Microsoft's profit of $27 billion dwarfs that of Oracle.",
};

struct Marked
{
    QString text;
    std::vector<TextSpan> spans;
};

Marked marked(const QString& sentence)
{
    Marked made;
    int start = -1;
    for (const QChar c : sentence) {
        const int at = static_cast<int>(made.text.size());
        if (c == u'[')
            start = at;
        else if (c == u']')
            made.spans.push_back({start, at});
        else
            made.text += c;
    }
    return made;
}

/// "12: $3 billion"
QString placed(TextSpan span, const QString& text)
{
    return QStringLiteral("%1: %2").arg(span.start).arg(span.in(text));
}

/// Figures that stand among two firms in their sentence and that no words make revenue and the
/// like.
class OpenFigures
{
public:
    OpenFigures(const Briefing& briefing, const LexiconData& lexicon)
        : m_prose(prose(briefing.text, lexicon))
        , m_names(names(m_prose, lexicon, briefing.publisher))
        , m_amounts(amounts(m_prose, lexicon))
        , m_dates(dates(m_prose, lexicon, briefing.date))
        , m_analysis{m_prose, lexicon, m_names, m_amounts, m_dates}
    {
        Cursor cursor;
        Discourse discourse;
        for (const Sentence& sentence : m_prose.sentences)
            take(chunked(m_analysis, sentence, cursor, discourse));
    }

    struct Open
    {
        TextSpan span;
        Amount amount;
    };

    [[nodiscard]] const std::vector<Open>& all() const { return m_all; }

private:
    void take(const Clauses& clauses)
    {
        std::set<int> firms;
        for (const Party& party : clauses.parties)
            firms.insert(party.firms.begin(), party.firms.end());
        const auto uses = figureUses(clauses, m_analysis);
        for (int i = 0; i < clauses.size() && firms.size() > 1; ++i) {
            const Chunk& chunk = clauses.at(i);
            if (chunk.kind == ChunkKind::Money &&
                uses[static_cast<std::size_t>(i)] != FigureUse::Metric)
                m_all.push_back({m_prose.span(chunk.first, chunk.last),
                                 m_amounts.figures[static_cast<std::size_t>(chunk.index)].amount});
        }
    }

    Prose m_prose;
    Names m_names;
    Amounts m_amounts;
    std::vector<DateMention> m_dates;
    Analysis m_analysis;
    std::vector<Open> m_all;
};

template<typename Fact>
bool tells(const std::vector<Fact>& facts, const OpenFigures::Open& open)
{
    return std::any_of(facts.begin(), facts.end(), [&open](const Fact& fact) {
        const bool isThere =
            std::any_of(fact.evidence.begin(), fact.evidence.end(),
                        [&open](const auto& one) { return one->span.overlaps(open.span); });
        return isThere && fact.amount.figure() == open.amount.figure();
    });
}

bool isAccountedFor(const Extraction& found, const OpenFigures::Open& open)
{
    return std::any_of(found.unread.begin(), found.unread.end(),
                       [&open](const Unread& unread) { return unread.span == open.span; }) ||
           tells(found.deals, open) || tells(found.candidateDeals, open) ||
           tells(found.valuations, open) || tells(found.candidateValuations, open);
}

} // namespace

class TestUnread : public QObject
{
    Q_OBJECT

private slots:
    void oddSumsAreListed_data();
    void oddSumsAreListed();
    void namedFiguresAreNot_data();
    void namedFiguresAreNot();
    void factsAreNotListedAgain();
    void saysWhy();
    void nothingIsDropped_data();
    void nothingIsDropped();

private:
    Lexicon m_lexicon;
};

void TestUnread::oddSumsAreListed_data()
{
    QTest::addColumn<QString>("sentence");
    for (const char* sentence : odd)
        QTest::newRow(sentence) << QString::fromUtf8(sentence);
}

void TestUnread::oddSumsAreListed()
{
    QFETCH(QString, sentence);
    const Marked here = marked(sentence);
    // Alone, and between other sentences: the place is that of the text.
    const QString before = QStringLiteral("Talks went on.\n\n");
    for (const QString& head : {QString(), before}) {
        const Briefing text = briefing(head + here.text + QStringLiteral(" It rained."));
        QStringList expected;
        for (const TextSpan span : here.spans)
            expected << placed({span.start + static_cast<int>(head.size()),
                                span.end + static_cast<int>(head.size())},
                               text.text);
        QStringList listed;
        for (const Unread& unread : extract(text, m_lexicon).unread)
            listed << placed(unread.span, text.text);
        QCOMPARE(listed.join(QLatin1Char(' ')), expected.join(QLatin1Char(' ')));
    }
}

void TestUnread::namedFiguresAreNot_data()
{
    QTest::addColumn<QString>("sentence");
    for (const char* sentence : named)
        QTest::newRow(sentence) << QString::fromUtf8(sentence);
}

void TestUnread::namedFiguresAreNot()
{
    QFETCH(QString, sentence);
    const Extraction found = extract(briefing(sentence), m_lexicon);
    QVERIFY(found.unread.empty() && found.deals.empty() && found.candidateDeals.empty());
}

void TestUnread::factsAreNotListedAgain()
{
    const Extraction found = extract(
        briefing(QStringLiteral("Nvidia invested $5 billion in Intel at a valuation of $90 "
                                "billion. Meta bought Quelt Inc. for $3 billion (€2.6 billion).")),
        m_lexicon);
    QCOMPARE(found.deals.size(), 2U);
    QCOMPARE(found.valuations.size(), 1U);
    QVERIFY(found.unread.empty());
}

void TestUnread::saysWhy()
{
    const Extraction found = extract(
        briefing(QStringLiteral("SoftBank's stake in Arm Holdings is worth $8 billion. Nokia "
                                "received $50 million a year from Apple. Intel hid $3 billion "
                                "from AMD.")),
        m_lexicon);
    QStringList why;
    for (const Unread& unread : found.unread)
        why << unread.why;
    QCOMPARE(why.join(QLatin1Char(' ')),
             QStringLiteral("unread.holding unread.rate unread.no-rule"));
}

void TestUnread::nothingIsDropped_data()
{
    QTest::addColumn<QString>("path");
    const QString root = QStringLiteral(GYRE_SOURCE_DIR "/");
    for (const char* folder :
         {"tests/data/passages/open", "tests/data/passages/kept", "resources/samples"}) {
        const QDir dir(root + QLatin1String(folder));
        for (const QString& name : dir.entryList({QStringLiteral("*.txt")}, QDir::Files))
            QTest::addRow("%s %s", folder, qPrintable(name)) << dir.filePath(name);
    }
}

void TestUnread::nothingIsDropped()
{
    QFETCH(QString, path);
    const Briefing text = readBriefingFile(path).briefing;
    const Extraction found = extract(text, m_lexicon);
    QStringList dropped;
    const OpenFigures figures(text, m_lexicon.data());
    for (const OpenFigures::Open& open : figures.all())
        if (!isAccountedFor(found, open))
            dropped << open.span.in(text.text).toString() + QStringLiteral(" in: ") +
                           text.text.mid(std::max(0, open.span.start - 90), 180);
    QCOMPARE(dropped.join(QLatin1Char('\n')), QString());
}

QTEST_APPLESS_MAIN(TestUnread)
#include "tst_unread.moc"
