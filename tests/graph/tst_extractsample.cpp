// The bundled sample, every fact of it: what a reader sees first must be right in full.
#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "tests/support/factlines.h"

#include <QFile>
#include <QTest>

using namespace gyre;

namespace {

Briefing sample()
{
    QFile file(QStringLiteral(GYRE_SOURCE_DIR "/resources/samples/amazon-openai.txt"));
    Briefing made;
    made.id = QStringLiteral("sample");
    made.date = PartialDate::parse(u"2025-12-31");
    if (file.open(QIODevice::ReadOnly))
        made.text = QString::fromUtf8(file.readAll());
    return made;
}

QString dated(const QString& words, const std::optional<PartialDate>& date)
{
    return words + QLatin1Char(' ') + (date ? date->toString() : QStringLiteral("undated"));
}

} // namespace

class TestExtractSample : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { m_found = extract(sample(), Lexicon{}); }

    void deals();
    void valuations();
    void stakes();

private:
    Extraction m_found;
};

void TestExtractSample::deals()
{
    QStringList told;
    for (const Deal& deal : m_found.deals)
        told.push_back(dated(line(m_found, deal), deal.date));
    QCOMPARE(
        told,
        QStringList(
            {QStringLiteral("Amazon > OpenAI equity_investment ≤ $10B in_talks 2025-12-31"),
             QStringLiteral("OpenAI > Amazon purchase_commitment $38B signed 2025-11"),
             QStringLiteral("OpenAI > Oracle purchase_commitment ≈ $300B signed 2025-09"),
             QStringLiteral("Oracle > Nvidia purchase_commitment ≈ $40B announced 2025-05"),
             QStringLiteral("Nvidia > OpenAI equity_investment ≤ $100B letter_of_intent 2025-09"),
             QStringLiteral("SoftBank > OpenAI equity_investment $22.5B closed 2025-12"),
             QStringLiteral("Microsoft > OpenAI equity_investment ≈ $10B announced 2023-01"),
             QStringLiteral("OpenAI > Microsoft purchase_commitment $250B signed 2025-10"),
             QStringLiteral("OpenAI > CoreWeave purchase_commitment ≤ $6.5B signed 2025-09"),
             QStringLiteral("Nvidia > CoreWeave purchase_commitment $6.3B signed 2025-09"),
             QStringLiteral("AMD > OpenAI warrant n/d signed 2025-10"),
             QStringLiteral("OpenAI > AMD partnership n/d announced 2025-12-31"),
             QStringLiteral("OpenAI > Broadcom partnership n/d announced 2025-12-31")}));
}

void TestExtractSample::valuations()
{
    QStringList told;
    for (const Valuation& valuation : m_found.valuations)
        told.push_back(dated(line(m_found, valuation), valuation.date));
    QCOMPARE(told, QStringList({QStringLiteral("OpenAI worth > $500B 2025-12-31"),
                                QStringLiteral("OpenAI worth $157B 2024-10"),
                                QStringLiteral("OpenAI worth ≈ $300B 2025-03"),
                                QStringLiteral("OpenAI worth $500B 2025-10")}));
}

void TestExtractSample::stakes()
{
    QStringList told;
    for (const Stake& stake : m_found.stakes)
        told.push_back(dated(line(m_found, stake), stake.date));
    QCOMPARE(told, QStringList({QStringLiteral("Microsoft holds 27% of OpenAI 2025-12-31"),
                                QStringLiteral("OpenAI Foundation holds 26% of OpenAI 2025-12-31"),
                                QStringLiteral("SoftBank holds ≈ 11% of OpenAI 2025-12-31")}));
}

QTEST_APPLESS_MAIN(TestExtractSample)
#include "tst_extractsample.moc"
