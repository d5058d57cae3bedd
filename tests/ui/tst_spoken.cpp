// What a screen reader says of money, deals and dates.
#include "tests/ui/scenes.h"
#include "ui/words/spoken.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

Amount of(std::int64_t units, const char16_t* currency, Qualifier qualifier = Qualifier::Exact)
{
    return Amount::of(units, Currency::parse(currency).value_or(Currency()), qualifier);
}

} // namespace

class TestSpoken : public QObject
{
    Q_OBJECT

private slots:
    void money_data();
    void money();
    void deals();
    void dates();
    void whatElseThereIs();
};

void TestSpoken::money_data()
{
    QTest::addColumn<Amount>("amount");
    QTest::addColumn<QString>("spoken");
    constexpr std::int64_t billion = 1'000'000'000;
    const auto row = [](const char16_t* words, const Amount& amount) {
        const QString text = QString::fromUtf16(words);
        QTest::newRow(qPrintable(text)) << amount << text;
    };
    row(u"up to 10 billion dollars", of(10 * billion, u"USD", Qualifier::UpTo));
    row(u"about 1.3 billion euros", of(1'300'000'000, u"EUR", Qualifier::About));
    row(u"at least 250 million pounds", of(250'000'000, u"GBP", Qualifier::AtLeast));
    row(u"more than 1 trillion yen", of(1'000 * billion, u"JPY", Qualifier::MoreThan));
    row(u"75,000 Swiss francs", of(75'000, u"CHF"));
    row(u"2 billion XTS", of(2 * billion, u"XTS"));
    row(u"1.25 billion", of(1'250'000'000, u""));
    row(u"0 dollars", of(0, u"USD"));
    row(u"amount not disclosed", Amount());
    Amount range = of(17'400'000'000, u"USD");
    range.high = 19'400'000'000;
    row(u"17.4 to 19.4 billion dollars", range);
    range.qualifier = Qualifier::About;
    row(u"about 17.4 to 19.4 billion dollars", range);
    range.low = 900'000'000;
    range.qualifier = Qualifier::UpTo;
    row(u"900 million to 19.4 billion dollars", range);
}

void TestSpoken::money()
{
    QFETCH(Amount, amount);
    QFETCH(QString, spoken);
    QCOMPARE(gyre::spoken(amount), spoken);
}

void TestSpoken::deals()
{
    Draft draft;
    const FirmId shop = draft.firm("shop", "Bigshop");
    const FirmId lab = draft.firm("lab", "Thinklab");
    const DealId talks = draft.deal("talks", shop, lab, DealType::EquityInvestment,
                                    billion(10, Qualifier::UpTo), Status::InTalks);
    const DealId partners = draft.deal("partners", lab, shop, DealType::Partnership);
    const DealId round =
        draft.deal("round", FirmId(), lab, DealType::EquityInvestment, billion(2), Status::Closed);
    const Network network = draft.editor.done();
    const auto said = [&network](DealId id) { return spoken(network, network.deal(id)); };
    QCOMPARE(said(talks), u"Bigshop to Thinklab, up to 10 billion dollars, in talks"_s);
    QCOMPARE(said(partners), u"Thinklab and Bigshop, partnership, signed"_s);
    QCOMPARE(said(round), u"investors to Thinklab, 2 billion dollars, closed"_s);
    Deal denied = network.deal(talks);
    denied.denied = true;
    QVERIFY(spoken(network, denied).endsWith(u"in talks, denied"_s));
}

void TestSpoken::dates()
{
    QCOMPARE(spoken(*PartialDate::year(2025)), u"2025"_s);
    QCOMPARE(spoken(*PartialDate::quarter(2025, 3)), u"third quarter of 2025"_s);
    QCOMPARE(spoken(*PartialDate::month(2025, 1)), u"January 2025"_s);
    QCOMPARE(spoken(*PartialDate::day(2025, 12, 16)), u"16 December 2025"_s);
}

void TestSpoken::whatElseThereIs()
{
    Deal deal;
    deal.type = DealType::PurchaseCommitment;
    deal.date = PartialDate::month(2025, 11);
    deal.inferred = Inferred::Payer | Inferred::Type;
    QCOMPARE(spokenDetail(deal), u"Purchase commitment, November 2025, inferred: payer, type"_s);
}

QTEST_MAIN(TestSpoken)
#include "tst_spoken.moc"
