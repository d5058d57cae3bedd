#include "graph/basics/encoding.h"

#include <QStringEncoder>
#include <QTest>

#include <random>

using namespace gyre;

namespace {

QByteArray encoded(const QString& text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encode(encoding, hasMark ? QStringConverter::Flag::WriteBom
                                            : QStringConverter::Flag::Default);
    return encode(text);
}

const QString sample = QStringLiteral("Norvane zahlt €4 Mrd. für Halden – “ja”. 😀\n");

} // namespace

class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognised_data();
    void recognised();
    void windows1252();
    void firstBadByteIsNamed();
    void oneBadByteInGoodUtf8();
    void malformedSequences_data();
    void malformedSequences();
    void agreesWithQtOnValidity();
};

void TestEncoding::recognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const auto row = [](const char* name, QStringConverter::Encoding encoding, bool hasMark,
                        const char* expected) {
        QTest::newRow(name) << encoded(sample, encoding, hasMark) << QString::fromLatin1(expected);
    };
    row("UTF-8", QStringConverter::Utf8, false, "UTF-8");
    row("UTF-8 with mark", QStringConverter::Utf8, true, "UTF-8");
    row("UTF-16LE with mark", QStringConverter::Utf16LE, true, "UTF-16LE");
    row("UTF-16BE with mark", QStringConverter::Utf16BE, true, "UTF-16BE");
    row("UTF-16LE", QStringConverter::Utf16LE, false, "UTF-16LE");
    row("UTF-16BE", QStringConverter::Utf16BE, false, "UTF-16BE");
}

void TestEncoding::recognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const DecodedText read = decodedText(bytes);
    QCOMPARE(encodingName(read.encoding), encoding);
    QCOMPARE(read.text, sample);
    QVERIFY(!read.firstBadByte);
}

void TestEncoding::windows1252()
{
    const DecodedText read = decodedText("\x80"
                                         "4 for M\xFCller \x96 \x93yes\x94");
    QCOMPARE(encodingName(read.encoding), QStringLiteral("Windows-1252"));
    QCOMPARE(read.text, QStringLiteral("€4 for Müller – “yes”"));
}

void TestEncoding::firstBadByteIsNamed()
{
    QCOMPARE(decodedText("abc\xE9"
                         "def")
                 .firstBadByte,
             std::optional<qsizetype>(3));
    QCOMPARE(decodedText("\xEF\xBB\xBF"
                         "abc\xE9"
                         "def")
                 .firstBadByte,
             std::optional<qsizetype>(6));
    QCOMPARE(decodedText(QByteArray(1000, 'a') + "\xFF").firstBadByte,
             std::optional<qsizetype>(1000));
}

void TestEncoding::oneBadByteInGoodUtf8()
{
    const DecodedText read = decodedText("Müller für € \xFF Köln");
    QCOMPARE(read.encoding, TextEncoding::Utf8);
    QCOMPARE(read.text, QStringLiteral("Müller für € \uFFFD Köln"));
    QVERIFY(read.firstBadByte.has_value());
}

void TestEncoding::malformedSequences_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("overlong slash") << QByteArray("a\xC0\xAF");
    QTest::newRow("overlong three") << QByteArray("a\xE0\x80\xAF");
    QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80");
    QTest::newRow("beyond Unicode") << QByteArray("a\xF4\x90\x80\x80");
    QTest::newRow("lonely follower") << QByteArray("a\x80");
    QTest::newRow("cut short") << QByteArray("a\xE2\x82");
}

void TestEncoding::malformedSequences()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(firstBadUtf8(bytes), std::optional<qsizetype>(1));
}

void TestEncoding::agreesWithQtOnValidity()
{
    std::mt19937 random(3);
    int valid = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes("ok");
        for (auto k = random() % 5; k > 0; --k)
            bytes += random() % 3 == 0 ? QByteArray("é€😀").mid(random() % 9, random() % 6)
                                       : QByteArray(1, static_cast<char>(random() % 256));
        QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decode(bytes);
        const bool isValid = !decode.hasError();
        QCOMPARE(!firstBadUtf8(bytes).has_value(), isValid);
        valid += isValid ? 1 : 0;
    }
    QVERIFY(valid > 1000);
}

QTEST_APPLESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
