// What a reader said about names is a file that people can read and write, and the next briefing
// is read by it.
#include "graph/briefing/learning.h"
#include "graph/briefing/lexicon.h"
#include "graph/interchange/gazetteerfile.h"
#include "tests/support/folder.h"
#include "tests/support/plaincases.h"

using namespace gyre;

namespace {

const QByteArray handWritten = "# My names.\n"
                               "\n"
                               "# 2026-11-02, in: Money in a circle\n"
                               "firm velmora cloud - NO 2019 : Velmora; Velmora Cloud\n"
                               "alias velmora : Project Umbra; ?Beam\n"
                               "frim zeta other - - - : Zeta\n"
                               "firm zeta dentist - - - : Zeta\n"
                               "alias velmora :\n"
                               "someday : whatever this may become\n"
                               "no-firm : Colossus\r\n"
                               "# caf\xe9 in Latin 1";

LearntName row(const char* words)
{
    const LearntRow read = learntRow(QString::fromUtf8(words));
    return read.name.value_or(LearntName());
}

Said said(const char* text = "")
{
    return {QStringLiteral("Money in a circle"), QDate(2026, 11, 24), QString::fromUtf8(text)};
}

Firm firmNamed(const char* name)
{
    Firm firm;
    firm.name = QString::fromUtf8(name);
    return firm;
}

QStringList rowsOf(const LearntNames& names)
{
    QStringList rows;
    for (const LearntName& name : names)
        rows << rowOf(name);
    return rows;
}

} // namespace

class TestLearntNames : public QObject
{
    Q_OBJECT

private slots:
    void rowsComeBackAsTheyWere_data();
    void rowsComeBackAsTheyWere();
    void brokenRowsAreToldAndTheRestIsUsed();
    void nothingOfTheFileIsLost();
    void rowsOfAnotherWindowStay();
    void aFileThatCantBeReadIsNotWrittenOver();
    void firmsThatNobodyHasAreTold();
    void theNextBriefingIsReadByThem_data();
    void theNextBriefingIsReadByThem();
    void theFilesOwnNamesStay();
    void commonWordsRuinNoBriefing_data();
    void commonWordsRuinNoBriefing();
    void aNewWordTakesAnOldOneBack();
    void aWordWrittenSmallIsOrdinary();
};

void TestLearntNames::rowsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("row");
    for (const char* row : {"firm velmora cloud VLM NO 2019 : Velmora; ?Beam; Velmora Inc.",
                            "firm a16z investor - - - : a16z", "alias google : DeepThought; ?Dots",
                            "no-firm : Colossus; Colossus 2"})
        QTest::newRow(row) << QString::fromLatin1(row);
}

void TestLearntNames::rowsComeBackAsTheyWere()
{
    QFETCH(QString, row);
    const LearntRow read = learntRow(row);
    QVERIFY(read.name.has_value());
    QCOMPARE(rowOf(*read.name), row);
}

void TestLearntNames::brokenRowsAreToldAndTheRestIsUsed()
{
    const test::Folder folder;
    const GazetteerReading read =
        readGazetteer(folder.put(QStringLiteral("names.txt"), handWritten));
    QCOMPARE(rowsOf(read.names),
             (QStringList{QStringLiteral("firm velmora cloud - NO 2019 : Velmora; Velmora Cloud"),
                          QStringLiteral("alias velmora : Project Umbra; ?Beam"),
                          QStringLiteral("no-firm : Colossus")}));
    QCOMPARE(read.lines, (std::vector<int>{4, 5, 10}));
    QCOMPARE(read.names[0].saidIn, QStringLiteral("Money in a circle"));
    QCOMPARE(read.names[0].saidOn, QDate(2026, 11, 2));
    QVERIFY(!read.names[1].saidOn.isValid());
    std::vector<int> lines;
    for (const Diagnostic& diagnostic : read.diagnostics) {
        QCOMPARE(diagnostic.code, QStringLiteral("names.bad-row"));
        QVERIFY(diagnostic.file.endsWith(QStringLiteral("names.txt")));
        QVERIFY(!diagnostic.arguments.front().isEmpty());
        lines.push_back(diagnostic.line.value_or(0));
    }
    QCOMPARE(lines, (std::vector<int>{6, 7, 8, 9}));
    QVERIFY(read.diagnostics[1].arguments.front().contains(QStringLiteral("big_tech")));
}

void TestLearntNames::nothingOfTheFileIsLost()
{
    const test::Folder folder;
    const QString path = folder.put(QStringLiteral("names.txt"), handWritten);
    const LearntNames before = readGazetteer(path).names;
    LearntNames after = before;
    after.erase(after.begin());
    LearntName added = row("no-firm : Orbit Hall");
    added.saidOn = QDate(2026, 11, 24);
    after.push_back(added);
    saveGazetteer(path, before, after);
    QByteArray wanted = handWritten;
    wanted.replace("# 2026-11-02, in: Money in a circle\n"
                   "firm velmora cloud - NO 2019 : Velmora; Velmora Cloud\n",
                   "");
    QCOMPARE(test::Folder::bytes(path), wanted + "\n# 2026-11-24\nno-firm : Orbit Hall\n");
    QVERIFY(readGazetteer(path).names == after);
}

void TestLearntNames::rowsOfAnotherWindowStay()
{
    const test::Folder folder;
    const QString path = folder.path(QStringLiteral("new/names.txt"));
    saveGazetteer(path, {}, {row("no-firm : Colossus")});
    // Somebody who knows nothing of that one.
    saveGazetteer(path, {}, {row("no-firm : Orbit Hall")});
    QCOMPARE(rowsOf(readGazetteer(path).names),
             (QStringList{QStringLiteral("no-firm : Colossus"),
                          QStringLiteral("no-firm : Orbit Hall")}));
    QVERIFY(test::Folder::bytes(path).startsWith("# Names that Gyre has learnt"));
}

void TestLearntNames::aFileThatCantBeReadIsNotWrittenOver()
{
    const test::Folder folder;
    QDir().mkpath(folder.path(QStringLiteral("names.txt")));
    QVERIFY_EXCEPTION_THROWN(
        saveGazetteer(folder.path(QStringLiteral("names.txt")), {}, {row("no-firm : Colossus")}),
        Error);
}

void TestLearntNames::firmsThatNobodyHasAreTold()
{
    const LearntNames names{row("alias nosuchfirm : Umbra"), row("alias google : the company"),
                            row("alias oracle : Umbra")};
    const Diagnostics problems = problemsOf(names, {3, 5, 8}, Lexicon(), QStringLiteral("f"));
    QCOMPARE(problems.size(), 2U);
    QCOMPARE(problems[0].code, QStringLiteral("names.unknown-firm"));
    QCOMPARE(problems[0].line, 3);
    QCOMPARE(problems[1].code, QStringLiteral("names.ordinary"));
    QCOMPARE(problems[1].line, 5);
}

void TestLearntNames::theNextBriefingIsReadByThem_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto add = [](const char* name, const char* rows, const char* text, const char* before,
                        const char* after) {
        QTest::newRow(name) << QString::fromUtf8(rows) << QString::fromUtf8(text)
                            << QString::fromUtf8(before) << QString::fromUtf8(after);
    };
    add("other name", "alias oracle : Vellora", "Vellora invested $2 billion in Cohere.",
        "Vellora > Cohere equity_investment $2B closed",
        "Oracle > Cohere equity_investment $2B closed");
    add("other name of an own firm",
        "alias velmora : Umbra\nfirm velmora cloud - - - : Velmora Cloud",
        "Umbra invested $2 billion in Cohere.", "Umbra > Cohere equity_investment $2B closed",
        "Velmora Cloud > Cohere equity_investment $2B closed");
    add("renamed", "firm oracle cloud - - - : Delphi Systems; Oracle",
        "Oracle invested $2 billion in Cohere.", "Oracle > Cohere equity_investment $2B closed",
        "Delphi Systems > Cohere equity_investment $2B closed");
    add("one firm with all its names", "alias oracle : Cohere",
        "Cohere Inc. invested $2 billion in Mistral AI.",
        "Cohere > Mistral AI equity_investment $2B closed",
        "Oracle > Mistral AI equity_investment $2B closed");
    add("no firm", "no-firm : Vellora", "Vellora invested $2 billion in Cohere.",
        "Vellora > Cohere equity_investment $2B closed", "");
    add("no firm, but a longer name", "no-firm : Vellora",
        "Vellora Ridge invested $2 billion in Cohere.",
        "Vellora Ridge > Cohere equity_investment $2B closed",
        "Vellora Ridge > Cohere equity_investment $2B closed");
    add("no firm of the files", "no-firm : Oracle", "Oracle invested $2 billion in Cohere.",
        "Oracle > Cohere equity_investment $2B closed", "");
}

void TestLearntNames::theNextBriefingIsReadByThem()
{
    QFETCH(QString, rows);
    QFETCH(QString, text);
    QFETCH(QString, before);
    QFETCH(QString, after);
    LearntNames names;
    for (const QString& each : rows.split(QLatin1Char('\n')))
        names.push_back(row(each.toUtf8().constData()));
    const auto read = [&text](const Lexicon& lexicon) {
        return factLines(extract(briefing(text), lexicon)).join(QLatin1Char('|'));
    };
    QCOMPARE(read(Lexicon()), before);
    QCOMPARE(read(Lexicon(names)), after);
}

void TestLearntNames::theFilesOwnNamesStay()
{
    const LearntNames names{row("firm velmora cloud - - - : Velmora"), row("no-firm : Umbra"),
                            row("alias oracle : Delphi")};
    const Extraction found =
        extract(briefing(QStringLiteral("Amazon is in talks to invest up to $10 billion in OpenAI. "
                                        "Microsoft holds a 27% stake in OpenAI.")),
                Lexicon(names));
    QCOMPARE(factLines(found).join(QLatin1Char('|')),
             QStringLiteral("Amazon > OpenAI equity_investment ≤ $10B in_talks|"
                            "Microsoft holds 27% of OpenAI"));
}

void TestLearntNames::commonWordsRuinNoBriefing_data()
{
    QTest::addColumn<QString>("learnt");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("firms");
    const auto add = [](const char* learnt, const char* text, const char* firms) {
        QTest::newRow(text) << QString::fromUtf8(learnt) << QString::fromUtf8(text)
                            << QString::fromUtf8(firms);
    };
    add("Lantern", "Lantern light fell on the square. Cohere raised $2 billion.", "Cohere");
    add("Lantern", "The Lantern Festival drew crowds. Cohere raised $2 billion.", "Cohere");
    add("Lantern", "Cohere raised $2 billion from Lantern.", "Cohere|Oracle");
    add("Lantern", "Lantern invested $2 billion in Cohere.", "Oracle|Cohere");
    add("Block", "Block by block the deal grew. Cohere raised $2 billion.", "Cohere");
    add("the company", "Cohere grew. The company raised $2 billion; the company sells chips.",
        "Cohere");
    add("The Company", "Cohere grew. The Company raised $2 billion.", "Cohere");
    add("startup", "The startup raised $2 billion. Cohere is a startup.", "Cohere");
}

void TestLearntNames::commonWordsRuinNoBriefing()
{
    QFETCH(QString, learnt);
    QFETCH(QString, text);
    QFETCH(QString, firms);
    LearntName name = row("alias oracle : X");
    name.names = {{learnt, false}};
    QStringList seen;
    for (const Firm& firm : extract(briefing(text), Lexicon(LearntNames{name})).firms)
        seen << firm.name;
    QCOMPARE(seen.join(QLatin1Char('|')), firms);
}

void TestLearntNames::aNewWordTakesAnOldOneBack()
{
    const Lexicon lexicon;
    LearntNames names = withNoFirm({}, {QStringLiteral("Vellora")}, said(), lexicon);
    QCOMPARE(rowsOf(names), QStringList{QStringLiteral("no-firm : Vellora")});
    QCOMPARE(names.front().saidIn, QStringLiteral("Money in a circle"));
    names = withFirm(names, firmNamed("Vellora"), said(), lexicon);
    QCOMPARE(rowsOf(names), QStringList{QStringLiteral("firm vellora other - - - : Vellora")});
    names = withOtherNames(names, firmNamed("Vellora"), {QStringLiteral("Umbra")}, said(), lexicon);
    QCOMPARE(rowsOf(names), (QStringList{QStringLiteral("firm vellora other - - - : Vellora"),
                                         QStringLiteral("alias vellora : Umbra")}));
    names =
        withNewName(names, firmNamed("Vellora Group"), QStringLiteral("Vellora"), said(), lexicon);
    QCOMPARE(rowsOf(names),
             (QStringList{QStringLiteral("alias vellora : Umbra"),
                          QStringLiteral("firm vellora other - - - : Vellora Group; Vellora")}));
    names = withOtherNames(names, firmNamed("Oracle"),
                           {QStringLiteral("Vellora Group"), QStringLiteral("Vellora")}, said(),
                           lexicon);
    QCOMPARE(rowsOf(names), (QStringList{QStringLiteral("alias oracle : Umbra"),
                                         QStringLiteral("alias oracle : Vellora Group; Vellora")}));
    QVERIFY(withOtherNames(names, firmNamed("Oracle"), {QStringLiteral("the company")}, said(),
                           lexicon) == names);
}

void TestLearntNames::aWordWrittenSmallIsOrdinary()
{
    const Lexicon lexicon;
    const auto learnt = [&lexicon](const char* text) {
        return rowsOf(withOtherNames({}, firmNamed("Oracle"), {QStringLiteral("Vellum")},
                                     said(text), lexicon));
    };
    QCOMPARE(learnt("Vellum paid. It was written on vellum."),
             QStringList{QStringLiteral("alias oracle : ?Vellum")});
    QCOMPARE(learnt("Vellum paid."), QStringList{QStringLiteral("alias oracle : Vellum")});
}

QTEST_APPLESS_MAIN(TestLearntNames)
#include "tst_learntnames.moc"
