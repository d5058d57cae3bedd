// What the extraction finds in the annotated passages never gets less. The figures are kept in
// tests/data/passages/scores.txt; where they have risen,
//     GYRE_WRITE_SCORES=1 build/ci/tests/tst_passages
// writes the file anew. A fall is told with the facts that were lost, passage by passage.
#include "tests/support/passages.h"

#include <QTest>

using namespace gyre;
using test::PassageScore;

namespace {

const QString folder = QStringLiteral(GYRE_SOURCE_DIR "/tests/data/passages");
const QString scoreFile = folder + QStringLiteral("/scores.txt");

const char* const head =
    "# What the extraction finds in the passages; written by GYRE_WRITE_SCORES=1 tst_passages.\n"
    "# Below the figures, by passage: what was found (=) and what was told and is not so (!).\n";

using Scores = std::map<QString, PassageScore>;

QByteArray writtenScores(const Scores& scores)
{
    QString text = QString::fromUtf8(head);
    for (const auto& [set, score] : scores) {
        for (const auto& [kind, count] : score.counts)
            text += QStringLiteral("%1 %2 right %3 of %4, said %5\n")
                        .arg(set, kind)
                        .arg(count.right)
                        .arg(count.gold)
                        .arg(count.said);
        text += QStringLiteral("%1 traps %2\n").arg(set).arg(score.traps);
    }
    for (const auto& [set, score] : scores) {
        for (const QString& fact : score.right)
            text += set + QStringLiteral(" = ") + fact + QLatin1Char('\n');
        for (const QString& fact : score.wrong)
            text += set + QStringLiteral(" ! ") + fact + QLatin1Char('\n');
    }
    return text.toUtf8();
}

Scores readScores(const QByteArray& bytes)
{
    static const QRegularExpression counted(
        QStringLiteral("^(\\w+) (\\w+) right (\\d+) of (\\d+), said (\\d+)$"));
    static const QRegularExpression trapped(QStringLiteral("^(\\w+) traps (\\d+)$"));
    static const QRegularExpression fact(QStringLiteral("^(\\w+) ([=!]) (.+)$"));
    Scores scores;
    for (const QString& line : QString::fromUtf8(bytes).split(QLatin1Char('\n'))) {
        if (const auto count = counted.match(line); count.hasMatch())
            scores[count.captured(1)].counts[count.captured(2)] = {
                count.captured(3).toInt(), count.captured(4).toInt(), count.captured(5).toInt()};
        else if (const auto traps = trapped.match(line); traps.hasMatch())
            scores[traps.captured(1)].traps = traps.captured(2).toInt();
        else if (const auto one = fact.match(line); one.hasMatch())
            (one.captured(2) == u"=" ? scores[one.captured(1)].right
                                     : scores[one.captured(1)].wrong)
                << one.captured(3);
    }
    return scores;
}

/// Of `all` those that `known` has not, a line each.
QString without(const QStringList& all, QStringList known, const QString& what)
{
    QString rest;
    for (const QString& fact : all)
        if (!known.removeOne(fact))
            rest += QStringLiteral("\n   ") + what + fact;
    return rest;
}

QString changes(const PassageScore& before, const PassageScore& now)
{
    return without(before.right, now.right, QStringLiteral("lost ")) +
           without(now.wrong, before.wrong, QStringLiteral("wrong "));
}

/// The figures of other passages are no measure.
bool hasSameGold(const PassageScore& before, const PassageScore& now)
{
    const auto gold = [](const PassageScore& score, const char* kind) {
        const auto found = score.counts.find(QLatin1String(kind));
        return found == score.counts.end() ? 0 : found->second.gold;
    };
    const auto kinds = {"deals", "valuations", "stakes", "organizations"};
    return std::all_of(kinds.begin(), kinds.end(), [&](const char* kind) {
        return gold(before, kind) == gold(now, kind) && gold(now, "deals") > 0;
    });
}

int wrongOf(PassageScore::Count count)
{
    return count.said - count.right;
}

/// What has fallen; empty where nothing has.
QStringList falls(const PassageScore& before, const PassageScore& now)
{
    QStringList fallen;
    for (const auto& [kind, was] : before.counts) {
        const auto found = now.counts.find(kind);
        const auto is = found == now.counts.end() ? PassageScore::Count{} : found->second;
        if (is.right < was.right)
            fallen << QStringLiteral("%1: %2 right, not %3").arg(kind).arg(is.right).arg(was.right);
        if (wrongOf(is) > wrongOf(was))
            fallen << QStringLiteral("%1: %2 wrong, not %3")
                          .arg(kind)
                          .arg(wrongOf(is))
                          .arg(wrongOf(was));
    }
    if (now.traps > before.traps)
        fallen << QStringLiteral("traps: %1, not %2").arg(now.traps).arg(before.traps);
    return fallen;
}

} // namespace

class TestPassages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsNoLess_data();
    void findsNoLess();
    void tellsWhatWasLost();

private:
    Scores m_before;
    Scores m_now;
};

void TestPassages::initTestCase()
{
    test::PassageScorer scorer(
        QStringLiteral(GYRE_SOURCE_DIR "/resources/facts/organizations.csv"));
    for (const QString& set : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        m_now[set] = scorer.scoreOf(folder + u'/' + set);
    QFile file(scoreFile);
    if (qEnvironmentVariableIsSet("GYRE_WRITE_SCORES")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(writtenScores(m_now)) > 0);
        file.close();
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_before = readScores(file.readAll());
}

void TestPassages::findsNoLess_data()
{
    QTest::addColumn<QString>("set");
    for (const auto& [set, score] : m_now)
        QTest::newRow(qPrintable(set)) << set;
}

void TestPassages::findsNoLess()
{
    QFETCH(QString, set);
    const PassageScore& before = m_before[set];
    const PassageScore& now = m_now[set];
    QVERIFY2(hasSameGold(before, now),
             "passages were added or annotated anew: GYRE_WRITE_SCORES=1 tst_passages");
    const QStringList fallen = falls(before, now);
    QVERIFY2(fallen.isEmpty(),
             qPrintable(fallen.join(QStringLiteral("; ")) + changes(before, now)));
    if (!falls(now, before).isEmpty())
        qInfo("the figures have risen: GYRE_WRITE_SCORES=1 tst_passages writes them anew");
}

void TestPassages::tellsWhatWasLost()
{
    const QString set = QStringLiteral("open");
    PassageScore poorer = m_now[set];
    --poorer.counts[QStringLiteral("deals")].right;
    const QString lost = poorer.right.takeFirst();
    poorer.wrong << QStringLiteral("777 deals: Quelt Parvis acquisition");
    QCOMPARE(falls(m_now[set], poorer).size(), 2);
    QCOMPARE(
        changes(m_now[set], poorer),
        QStringLiteral("\n   lost %1\n   wrong 777 deals: Quelt Parvis acquisition").arg(lost));
    QCOMPARE(falls(m_now[set], m_now[set]), QStringList());
    const Scores again = readScores(writtenScores(m_now));
    QCOMPARE(changes(m_now[set], again.at(set)), QString());
    QCOMPARE(falls(m_now[set], again.at(set)), QStringList());
}

QTEST_APPLESS_MAIN(TestPassages)
#include "tst_passages.moc"
