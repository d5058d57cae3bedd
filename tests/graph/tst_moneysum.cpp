// Sums of hedged amounts: what they say is never firmer than their parts, and never overflows.
#include "graph/basics/moneysum.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace gyre;

namespace {

const Currency usd = Currency::usd();

Amount billions(double figure, Qualifier qualifier = Qualifier::Exact)
{
    return Amount::of(static_cast<std::int64_t>(figure * 1e9), usd, qualifier);
}

Amount range(double low, double high, Qualifier qualifier = Qualifier::Exact)
{
    Amount amount = billions(low, qualifier);
    amount.low = static_cast<std::int64_t>(low * 1e9);
    amount.high = static_cast<std::int64_t>(high * 1e9);
    return amount;
}

MoneySum sumOf(const std::vector<Amount>& amounts, Reading reading = Reading::High)
{
    MoneySum sum(reading);
    for (const Amount& amount : amounts)
        sum.add(amount);
    return sum;
}

Amount randomAmount(QRandomGenerator& random)
{
    const double low = random.bounded(1, 60);
    switch (random.bounded(7)) {
    case 0:
        return billions(low, Qualifier::UpTo);
    case 1:
        return billions(low, Qualifier::AtLeast);
    case 2:
        return billions(low, Qualifier::MoreThan);
    case 3:
        return billions(low, Qualifier::About);
    case 4:
        return range(low, low + random.bounded(1, 20));
    case 5:
        return range(low, low + random.bounded(1, 20), Qualifier::UpTo);
    default:
        return billions(low);
    }
}

/// A figure that the words allow.
std::int64_t possible(const Amount& amount, QRandomGenerator& random)
{
    const std::int64_t low = amount.low.value_or(0);
    const std::int64_t high = amount.high.value_or(low + 90'000'000'000);
    return low +
           static_cast<std::int64_t>(random.generateDouble() * static_cast<double>(high - low));
}

bool allows(const MoneySum& sum, std::int64_t figure)
{
    return figure >= *sum.low() && (!sum.high() || figure <= *sum.high());
}

} // namespace

class TestMoneySum : public QObject
{
    Q_OBJECT

private slots:
    void writtenWithItsHedge_data();
    void writtenWithItsHedge();
    void readingsOfARange();
    void nothingMixedOrTooLargeHasNoFigure();
    void lesserOfTwo_data();
    void lesserOfTwo();
    void ratios_data();
    void ratios();
    void allowsWhatItsPartsAllow();
};

void TestMoneySum::writtenWithItsHedge_data()
{
    QTest::addColumn<std::vector<Amount>>("parts");
    QTest::addColumn<QString>("expected");
    using Parts = std::vector<Amount>;
    const Amount upTo = billions(6.5, Qualifier::UpTo);
    const Amount about = billions(40, Qualifier::About);
    const Amount atLeast = billions(5, Qualifier::AtLeast);
    const Amount moreThan = billions(5, Qualifier::MoreThan);
    const auto row = [](const char* name, const Parts& parts, const char16_t* expected) {
        QTest::newRow(name) << parts << QString::fromUtf16(expected);
    };
    row("exact", {billions(10), billions(38)}, u"$48B");
    row("up to and exact", {upTo, billions(6.3)}, u"≤ $12.8B");
    row("about and exact", {about, billions(10)}, u"≈ $50B");
    row("about and up to", {about, billions(100, Qualifier::UpTo)}, u"≈ $40B–$140B");
    row("at least and exact", {atLeast, billions(3)}, u"≥ $8B");
    row("more than and at least", {moreThan, atLeast}, u"> $10B");
    row("at least and up to", {atLeast, billions(10, Qualifier::UpTo)}, u"≥ $5B–$15B");
    row("about and at least", {about, atLeast}, u"≥ ~$45B");
    row("range and exact", {range(17.4, 19.4), billions(1)}, u"$18.4B–$20.4B");
    row("first part stated", {range(5, 10, Qualifier::UpTo), billions(3)}, u"$8B–$13B");
    row("undisclosed beside", {billions(4), Amount{}}, u"$4B");
    row("nothing", {Amount{}}, u"n/d");
}

void TestMoneySum::writtenWithItsHedge()
{
    QFETCH(const std::vector<Amount>, parts);
    QFETCH(const QString, expected);
    QCOMPARE(written(sumOf(parts)), expected);
    if (parts.size() == 1)
        return;
    // In any order.
    QCOMPARE(written(sumOf({parts.rbegin(), parts.rend()})), expected);
}

void TestMoneySum::readingsOfARange()
{
    const std::vector<Amount> parts{range(17.4, 19.4), billions(1)};
    QCOMPARE(written(sumOf(parts, Reading::Low)), QStringLiteral("≥ $18.4B"));
    QCOMPARE(written(sumOf(parts, Reading::Mid)), QStringLiteral("≈ $19.4B"));
    QCOMPARE(sumOf(parts, Reading::High).counted(), std::optional<std::int64_t>(20'400'000'000));
}

void TestMoneySum::nothingMixedOrTooLargeHasNoFigure()
{
    using Flaw = MoneySum::Flaw;
    const Amount huge = Amount::exactly(std::numeric_limits<std::int64_t>::max() - 1, usd);
    const Amount euros = Amount::exactly(1, *Currency::parse(u"EUR"));
    QCOMPARE(sumOf({}).flaw(), Flaw::Nothing);
    QCOMPARE(sumOf({billions(1), euros}).flaw(), Flaw::Currencies);
    QCOMPARE(sumOf({huge, billions(1)}).flaw(), Flaw::TooLarge);
    // It does not come back into range by itself.
    QCOMPARE(sumOf({huge, huge, huge, huge}).flaw(), Flaw::TooLarge);
    for (const MoneySum& sum :
         {sumOf({}), sumOf({billions(1), euros}), sumOf({huge, billions(1)})}) {
        QVERIFY(!sum.counted() && !sum.low() && !sum.high() && !sum.farthest());
        QCOMPARE(written(sum), QStringLiteral("n/d"));
        QVERIFY(!MoneySum::lesser(sum, sumOf({billions(1)})).isSound());
        QVERIFY(!MoneySum::lesser(sumOf({billions(1)}), sum).isSound());
        QVERIFY(!ratio(sum, sumOf({billions(1)})));
    }
}

void TestMoneySum::lesserOfTwo_data()
{
    QTest::addColumn<Amount>("a");
    QTest::addColumn<Amount>("b");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Amount& a, const Amount& b,
                        const char16_t* expected) {
        QTest::newRow(name) << a << b << QString::fromUtf16(expected);
    };
    row("ceiling and exact", billions(10, Qualifier::UpTo), billions(38), u"≤ $10B");
    row("exact and higher ceiling", billions(10), billions(38, Qualifier::UpTo), u"≤ $10B");
    row("about and higher ceiling", billions(40, Qualifier::About), billions(100, Qualifier::UpTo),
        u"≤ ~$40B");
    row("floor and exact", billions(10, Qualifier::AtLeast), billions(38), u"$10B–$38B");
    row("exact and higher floor", billions(10), billions(38, Qualifier::AtLeast), u"$10B");
    row("two floors", billions(10, Qualifier::MoreThan), billions(38, Qualifier::AtLeast),
        u"> $10B");
    row("about far above", billions(10), billions(40, Qualifier::About), u"$10B");
}

void TestMoneySum::lesserOfTwo()
{
    QFETCH(const Amount, a);
    QFETCH(const Amount, b);
    QFETCH(const QString, expected);
    QCOMPARE(written(MoneySum::lesser(sumOf({a}), sumOf({b}))), expected);
    QCOMPARE(written(MoneySum::lesser(sumOf({b}), sumOf({a}))), expected);
}

void TestMoneySum::ratios_data()
{
    QTest::addColumn<Amount>("of");
    QTest::addColumn<Amount>("over");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Amount& of, const Amount& over,
                        const char16_t* expected) {
        QTest::newRow(name) << of << over << QString::fromUtf16(expected);
    };
    row("exact", billions(38), billions(10), u"3.8×");
    row("over a ceiling", billions(38), billions(10, Qualifier::UpTo), u"≥ 3.8×");
    row("of a ceiling", billions(38, Qualifier::UpTo), billions(10), u"≤ 3.8×");
    row("over a floor", billions(38), billions(10, Qualifier::AtLeast), u"≤ 3.8×");
    row("of a floor", billions(38, Qualifier::MoreThan), billions(10), u"≥ 3.8×");
    row("about", billions(38, Qualifier::About), billions(10), u"≈ 3.8×");
    row("range", range(20, 40), billions(10), u"2×–4×");
    row("two ceilings", billions(38, Qualifier::UpTo), billions(10, Qualifier::UpTo), u"");
}

void TestMoneySum::ratios()
{
    QFETCH(const Amount, of);
    QFETCH(const Amount, over);
    QFETCH(const QString, expected);
    const auto made = ratio(sumOf({of}), sumOf({over}));
    QVERIFY(made);
    QCOMPARE(written(*made), expected);
}

void TestMoneySum::allowsWhatItsPartsAllow()
{
    for (quint32 seed = 1; seed <= 400; ++seed) {
        QRandomGenerator random(seed);
        std::vector<Amount> first;
        std::vector<Amount> second;
        for (int i = random.bounded(1, 6); i > 0; --i)
            first.push_back(randomAmount(random));
        for (int i = random.bounded(1, 6); i > 0; --i)
            second.push_back(randomAmount(random));
        const MoneySum a = sumOf(first);
        const MoneySum b = sumOf(second);
        for (int trial = 0; trial < 30; ++trial) {
            std::int64_t realA = 0;
            std::int64_t realB = 0;
            for (const Amount& amount : first)
                realA += possible(amount, random);
            for (const Amount& amount : second)
                realB += possible(amount, random);
            QVERIFY(allows(a, realA) && allows(b, realB));
            QVERIFY(allows(MoneySum::lesser(a, b), std::min(realA, realB)));
            const MoneyRatio share = ratio(a, b).value();
            const double real = static_cast<double>(realA) / static_cast<double>(realB);
            QVERIFY(!share.low || real >= *share.low - 1e-9);
            QVERIFY(!share.high || real <= *share.high + 1e-9);
        }
    }
}

QTEST_APPLESS_MAIN(TestMoneySum)
#include "tst_moneysum.moc"
