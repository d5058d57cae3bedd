// What a reader fills in: amounts and shares as people write them, facts corrected field by field,
// two firms that are one.
#include "graph/briefing/lexicon.h"
#include "graph/briefing/readerwords.h"
#include "graph/model/correction.h"

#include <QTest>

using namespace gyre;

namespace {

FirmId addFirm(NetworkEditor& edit, const char* name)
{
    Firm firm;
    firm.id = QString::fromLatin1(name).toLower();
    firm.name = QString::fromLatin1(name);
    return edit.addFirm(std::move(firm));
}

class CorrectionTest : public QObject
{
    Q_OBJECT

private slots:

    void amountsAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        const auto row = [](const char* typed, const char* written) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(written);
        };
        row("up to $10bn", "≤ $10B");
        row("$1.2–1.5 billion", "$1.2B–$1.5B");
        row("about €300 million", "≈ €300M");
        row("at least $2 billion", "≥ $2B");
        row("$10 billion", "$10B");
        row("10bn", "$10B");
        row("≤ $10B", "≤ $10B");
        row("", "n/d");
        row("not disclosed", "n/d");
        row("a lot", "");
        row("$10 billion for chips", "");
        row("$5 a share", "");
    }

    void amountsAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, written);
        const auto amount = typedAmount(typed, Currency::usd(), m_lexicon);
        QCOMPARE(amount ? gyre::written(*amount) : QString(), written);
    }

    void sharesAreReadAsPeopleWriteThem()
    {
        QCOMPARE(typedShare(QStringLiteral("27"), m_lexicon)->percent, 27.0);
        QCOMPARE(typedShare(QStringLiteral("about 11 per cent"), m_lexicon)->percent, 11.0);
        QVERIFY(typedShare(QStringLiteral("about 11%"), m_lexicon)->qualifier == Qualifier::About);
        QVERIFY(!typedShare(QStringLiteral("many"), m_lexicon));
        QVERIFY(!typedShare(QStringLiteral("120%"), m_lexicon));
    }

    void wordsLieInTheirSentence()
    {
        const QString text = QStringLiteral("One came. Acme paid Zeta $2 million. It rained.");
        const int at = int(text.indexOf(QStringLiteral("paid")));
        QCOMPARE(sentencesAround(text, {at, at + 4}, m_lexicon).in(text).toString(),
                 QStringLiteral("Acme paid Zeta $2 million."));
    }

    void onlyWhatTheReaderSetIsInferredNoMore()
    {
        NetworkEditor edit;
        const FirmId a = addFirm(edit, "Acme");
        const FirmId b = addFirm(edit, "Zeta");
        Deal deal;
        deal.from = a;
        deal.to = b;
        deal.inferred = InferredFields(Inferred::Payer) | Inferred::Type;
        const DealId id = edit.addDeal(deal);
        const Network before = edit.done();
        FactFields fields = fieldsOf(before, id);
        QVERIFY(corrected(before, id, fields) == before);
        fields.type = DealType::Debt;
        fields.giver = {{}, QStringLiteral("New Bank")};
        const Network after = corrected(before, id, fields);
        QVERIFY(after.deal(id).inferred == InferredFields());
        QVERIFY(after.deal(id).review == Review::Corrected);
        QCOMPARE(after.firm(after.deal(id).from).name, QStringLiteral("New Bank"));
        FactFields typeAlone = fieldsOf(before, id);
        typeAlone.type = DealType::Debt;
        QVERIFY(corrected(before, id, typeAlone).deal(id).inferred ==
                InferredFields(Inferred::Payer));
    }

    void twoFirmsBecomeOneWithAllTheirFacts()
    {
        NetworkEditor edit;
        const FirmId a = addFirm(edit, "Acme");
        const FirmId b = addFirm(edit, "Zeta");
        const FirmId same = addFirm(edit, "ZetaLabs");
        const auto pay = [&edit](FirmId from, FirmId to) {
            Deal deal;
            deal.from = from;
            deal.to = to;
            return edit.addDeal(deal);
        };
        const DealId outside = pay(a, same);
        const DealId within = pay(b, same);
        Valuation valuation;
        valuation.org = same;
        edit.addValuation(valuation);
        const Network one = unified(edit.done(), b, same);
        QVERIFY(!one.contains(same));
        QVERIFY(one.deal(outside).to == b);
        QVERIFY(one.deal(outside).review == Review::Unreviewed);
        QVERIFY(one.deal(within).review == Review::Rejected);
        QVERIFY(one.valuations()[0].org == b);
        QVERIFY(one.findFirmNamed(QStringLiteral("ZetaLabs")) == b);
    }

private:
    Lexicon m_lexicon;
};

} // namespace

QTEST_APPLESS_MAIN(CorrectionTest)
#include "tst_correction.moc"
