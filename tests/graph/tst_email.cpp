#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/reading.h"
#include "tests/support/readings.h"

#include <QTest>

#include <random>

using namespace gyre;

namespace {

const QByteArray deal = "Quelt has agreed to buy Parvis for $2 billion, the two firms said on "
                        "Monday. The sum is paid in cash and comes from a loan that Orbane Bank "
                        "arranges.";
const QByteArray head = "From: Morning Ledger <desk@ledger.example>\n"
                        "To: jo@example.org\n"
                        "Subject: Quelt buys Parvis\n"
                        "Date: Tue, 16 Dec 2025 23:30:00 -0500 (EST)\n";

BriefingReading read(const QByteArray& bytes, const char* name = "a.eml")
{
    return readAs(bytes, name);
}

QString textOf(const QByteArray& bytes)
{
    return read(bytes).briefing.text;
}

QString codeOf(const QByteArray& bytes, const char* name = "a.eml")
{
    return errorOf(bytes, name);
}

QString summary(const Briefing& briefing)
{
    return briefing.title + QStringLiteral(" | ") + briefing.publisher + QStringLiteral(" | ") +
           (briefing.date ? briefing.date->toString() : QString());
}

/// A multipart of `kind` with `parts`, each with its own fields.
QByteArray multipart(const QByteArray& kind, const std::vector<QByteArray>& parts,
                     const QByteArray& boundary = "frontier")
{
    QByteArray bytes = "Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\n\n";
    for (const QByteArray& part : parts)
        bytes += "--" + boundary + "\n" + part + "\n";
    return bytes + "--" + boundary + "--\n";
}

const QByteArray page = "<html><head><title>Quelt buys Parvis</title></head><body><div>"
                        "<h1>Quelt buys Parvis</h1><p>" +
                        deal +
                        "</p><p>Parvis makes the pumps that Quelt sells, and both have worked with "
                        "one another for years.</p></div></body></html>";

} // namespace

class TestEmail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainMail();
    void lineEndsOfTheWire();
    void knownWithoutAnEnding();
    void subjects_data();
    void subjects();
    void senders_data();
    void senders();
    void dates_data();
    void dates();
    void longFieldsAreFolded();
    void charsets_data();
    void charsets();
    void transferEncodings_data();
    void transferEncodings();
    void plainFormIsPreferred();
    void pageWherePlainSaysNothing();
    void imagesBesideThePage();
    void attachmentsAreCounted();
    void mailWithinAMail();
    void forwardedText();
    void flowedLines();
    void repliesSayTheirOwn();
    void mailThatOnlyQuotes();
    void signaturesAreNotRead();
    void answeredPageIsNotRead();
    void addressesOfLinks();
    void evidenceIsTheSentence();
    void noText_data();
    void noText();
    void damaged_data();
    void damaged();
    void endlessNesting();
    void hugeHeader();
    void mutationsNeverCrash();
};

void TestEmail::plainMail()
{
    const BriefingReading reading = read(head + "\n" + deal + "\n");
    QCOMPARE(reading.briefing.text.toUtf8(), deal);
    QCOMPARE(summary(reading.briefing),
             QStringLiteral("Quelt buys Parvis | Morning Ledger | 2025-12-16"));
    QVERIFY(reading.diagnostics.empty());
}

void TestEmail::lineEndsOfTheWire()
{
    QByteArray wire = head + multipart("alternative", {"Content-Type: text/plain\n\n" + deal,
                                                       "Content-Type: text/html\n\n" + page});
    const QString text = textOf(wire);
    wire.replace("\n", "\r\n");
    QCOMPARE(textOf(wire), text);
    QCOMPARE(text.toUtf8(), deal);
}

void TestEmail::knownWithoutAnEnding()
{
    const QByteArray mail = "Return-Path: <a@b.example>\nReceived: from x by y;\n\tTue, 16 Dec "
                            "2025 10:00:00 +0000\n" +
                            head + "\n" + deal;
    for (const char* name : {"-", "mail", "folder/cur"})
        QCOMPARE(read(mail, name).briefing.title, QStringLiteral("Quelt buys Parvis"));
    QCOMPARE(read("From desk@ledger.example Tue Dec 16 23:30:00 2025\n" + mail, "-").briefing.title,
             QStringLiteral("Quelt buys Parvis"));
    // Labels above a text make no mail of it.
    const QByteArray note = "Subject: Quelt\nDate: 16 December 2025\n\n" + deal;
    QCOMPARE(read(note, "note").briefing.text.toUtf8(), note);
    QCOMPARE(read(mail, "note.txt").briefing.text.toUtf8(), mail);
}

void TestEmail::subjects_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("title");
    const auto row = [](const char* field, const char* title) {
        QTest::newRow(field) << QByteArray(field) << QString::fromUtf8(title);
    };
    row("Quelt buys Parvis", "Quelt buys Parvis");
    row("Re: Fwd: FW: Re[2]: Quelt buys Parvis", "Quelt buys Parvis");
    row("=?UTF-8?B?UXVlbHQga2F1ZnQgTcO8bGxlcg==?=", "Quelt kauft Müller");
    row("=?utf-8?q?Quelt_buys_M=C3=BCller?=", "Quelt buys Müller");
    row("=?iso-8859-1?Q?Quelt_buys_M=FCller?=", "Quelt buys Müller");
    row("=?windows-1252?Q?Quelt_pays_=8030_million?=", "Quelt pays €30 million");
    row("=?UTF-16BE?B?AFEAdQBlAGwAdAAgIKw=?=", "Quelt €");
    row("=?windows-1251?B?yuLl6/zy?=", "Квельт");
    row("=?ISO-8859-1*en?Q?M=FCller?= wins", "Müller wins");
    // The blank between two encoded words is not part of the text, and they may part a letter.
    row("=?utf-8?Q?M=C3?= =?utf-8?Q?=BCller?= =?iso-8859-1?Q?=26_Co?=", "Müller& Co");
    row("Re: =?utf-8?Q?Re:_Quelt?=", "Quelt");
    row("=?utf-8?X?no?= =?broken", "=?utf-8?X?no?= =?broken");
    row("Reuse: a headline", "Reuse: a headline");
}

void TestEmail::subjects()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, title);
    QCOMPARE(read("Subject: " + field + "\n\n" + deal).briefing.title, title);
}

void TestEmail::senders_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("publisher");
    const auto row = [](const char* field, const char* publisher) {
        QTest::newRow(field) << QByteArray(field) << QString::fromUtf8(publisher);
    };
    row("Morning Ledger <desk@ledger.example>", "Morning Ledger");
    row("\"Ledger, The\" <desk@ledger.example>", "Ledger, The");
    row("desk@ledger.example", "ledger.example");
    row("<desk@Ledger.Example>", "ledger.example");
    row("desk@ledger.example (Morning Ledger)", "Morning Ledger");
    row("=?utf-8?Q?L=C3=A9dger?= <desk@ledger.example>", "Lédger");
    row("\"desk@ledger.example\" <desk@ledger.example>", "ledger.example");
    row("nobody", "nobody");
}

void TestEmail::senders()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, publisher);
    QCOMPARE(read("From: " + field + "\nSubject: x\n\n" + deal).briefing.publisher, publisher);
}

void TestEmail::dates_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("date");
    const auto row = [](const char* field, const char* date) {
        QTest::newRow(field) << QByteArray(field) << QString::fromUtf8(date);
    };
    row("Tue, 16 Dec 2025 23:30:00 -0500", "2025-12-16");
    row("Tue,16 Dec 2025 23:30:00 GMT", "2025-12-16");
    row("6 Dec 2025 23:30 +0100", "2025-12-06");
    row("2025-12-16T08:00:00Z", "2025-12-16");
    row("some day", "");
    row("Tue, 46 Dec 2025 23:30:00 -0500", "");
}

void TestEmail::dates()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, date);
    const auto found = read("Date: " + field + "\nSubject: x\n\n" + deal).briefing.date;
    QCOMPARE(found ? found->toString() : QString(), date);
}

void TestEmail::longFieldsAreFolded()
{
    const Briefing briefing =
        read("Subject: Quelt buys\n Parvis\n\tat last\nX-Note: a\n  b\nFrom:\n"
             " Morning Ledger\n <desk@ledger.example>\n\n" +
             deal)
            .briefing;
    QCOMPARE(briefing.title, QStringLiteral("Quelt buys Parvis at last"));
    QCOMPARE(briefing.publisher, QStringLiteral("Morning Ledger"));
}

void TestEmail::charsets_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("utf-8") << QByteArray("utf-8") << QByteArray("M\xC3\xBCller pays \xE2\x82\xAC");
    QTest::newRow("quoted") << QByteArray("\"UTF-8\"")
                            << QByteArray("M\xC3\xBCller pays \xE2\x82\xAC");
    QTest::newRow("windows-1252") << QByteArray("windows-1252")
                                  << QByteArray("M\xFCller pays \x80");
    QTest::newRow("called Latin 1")
        << QByteArray("iso-8859-1") << QByteArray("M\xFCller pays \x80");
    QTest::newRow("iso-8859-15") << QByteArray("iso-8859-15") << QByteArray("M\xFCller pays \xA4");
    QTest::newRow("none") << QByteArray("") << QByteArray("M\xFCller pays \x80");
    QTest::newRow("wrong") << QByteArray("us-ascii")
                           << QByteArray("M\xC3\xBCller pays \xE2\x82\xAC");
    const QString text = QStringLiteral("Müller pays €");
    QByteArray little;
    QByteArray big;
    for (const QChar c : text) {
        little += static_cast<char>(c.cell());
        little += static_cast<char>(c.row());
        big += static_cast<char>(c.row());
        big += static_cast<char>(c.cell());
    }
    QTest::newRow("utf-16le") << QByteArray("utf-16le") << little;
    QTest::newRow("utf-16be") << QByteArray("utf-16be") << big;
    QTest::newRow("utf-16") << QByteArray("utf-16") << big;
    QTest::newRow("utf-16 with mark") << QByteArray("utf-16") << "\xFF\xFE" + little;
}

void TestEmail::charsets()
{
    QFETCH(QByteArray, charset);
    QFETCH(QByteArray, bytes);
    const QByteArray mail = "Subject: x\nContent-Type: text/plain; charset=" + charset +
                            "\nContent-Transfer-Encoding: base64\n\n" + bytes.toBase64() + "\n";
    const BriefingReading reading = read(mail);
    QCOMPARE(reading.briefing.text, QStringLiteral("Müller pays €"));
    QVERIFY(codes(reading).filter(QStringLiteral("email.")).isEmpty());
}

void TestEmail::transferEncodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("7bit") << QByteArray("7bit") << QByteArray("Quelt pays Parvis = $2 billion");
    QTest::newRow("8bit") << QByteArray("8bit") << QByteArray("Quelt pays Parvis = $2 billion");
    QTest::newRow("odd") << QByteArray("x-odd") << QByteArray("Quelt pays Parvis = $2 billion");
    QTest::newRow("quoted-printable")
        << QByteArray("Quoted-Printable")
        << QByteArray("Quelt pays=20=\nPar=\r\nvis =3D $2 bil=  \nlion");
    QTest::newRow("bad quoted-printable")
        << QByteArray("quoted-printable") << QByteArray("Quelt pays Parvis = $2 billion");
    QTest::newRow("base64") << QByteArray("BASE64")
                            << QByteArray("UXVlbHQgcGF5cyBQ\nYXJ2aXMgPSAkMiBiaWxsaW9u\n");
}

void TestEmail::transferEncodings()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    QCOMPARE(textOf(head + "Content-Transfer-Encoding: " + encoding + "\n\n" + body),
             QStringLiteral("Quelt pays Parvis = $2 billion"));
}

void TestEmail::plainFormIsPreferred()
{
    const QByteArray both =
        multipart("alternative", {"Content-Type: text/plain; charset=utf-8\n\n" + deal,
                                  "Content-Type: text/html; charset=utf-8\n\n" + page});
    QCOMPARE(textOf(head + both).toUtf8(), deal);
}

void TestEmail::pageWherePlainSaysNothing()
{
    const QByteArray hint = "Content-Type: text/plain\n\nOpen this letter in your browser:\n"
                            "https://ledger.example/l/1\n";
    const QByteArray both =
        multipart("alternative", {hint, "Content-Type: text/html; charset=utf-8\n\n" + page});
    const Briefing briefing = read(head + both).briefing;
    QVERIFY(briefing.text.contains(QString::fromUtf8(deal)));
    QVERIFY(!briefing.text.contains(QStringLiteral("browser")));
    QCOMPARE(briefing.title, QStringLiteral("Quelt buys Parvis"));
}

void TestEmail::imagesBesideThePage()
{
    const QByteArray related = multipart(
        "related",
        {"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + page.toBase64(),
         "Content-Type: image/png\nContent-ID: <1@x>\nContent-Transfer-Encoding: "
         "base64\n\niVBORw0KGgo="},
        "inner");
    const BriefingReading reading = read(
        head + multipart("alternative", {"Content-Type: text/plain\n\nSee the page.", related}));
    QVERIFY(reading.briefing.text.contains(QString::fromUtf8(deal)));
    QVERIFY(reading.diagnostics.empty());
}

void TestEmail::attachmentsAreCounted()
{
    const BriefingReading reading = read(
        head + multipart("mixed", {"Content-Type: text/plain\n\n" + deal,
                                   "Content-Type: application/pdf; name=a.pdf\n"
                                   "Content-Disposition: attachment; filename=a.pdf\n"
                                   "Content-Transfer-Encoding: base64\n\nJVBERi0xLjQK",
                                   "Content-Type: text/plain\nContent-Disposition: attachment; "
                                   "filename=\"b.txt\"\n\nQuelt pays Orbane $9 billion."}));
    QCOMPARE(reading.briefing.text.toUtf8(), deal);
    QCOMPARE(codes(reading), QStringList(QStringLiteral("email.attachments")));
    QCOMPARE(reading.diagnostics.front().arguments, QStringList(QStringLiteral("2")));
}

void TestEmail::mailWithinAMail()
{
    const QByteArray outer = "From: Jo Blank <jo@example.org>\nSubject: Fwd: for you\n"
                             "Date: Fri, 19 Dec 2025 08:00:00 +0000\n";
    const Briefing briefing =
        read(outer + multipart("mixed", {"Content-Type: text/plain\n\nFor your files.",
                                         "Content-Type: message/rfc822\n\n" + head + "\n" + deal}))
            .briefing;
    QCOMPARE(summary(briefing), QStringLiteral("Quelt buys Parvis | Morning Ledger | 2025-12-16"));
    QCOMPARE(briefing.text.toUtf8(), "For your files.\n\n" + deal);
}

void TestEmail::forwardedText()
{
    const QByteArray outer = "From: Jo Blank <jo@example.org>\nSubject: Fwd: Quelt buys Parvis\n"
                             "Date: Fri, 19 Dec 2025 08:00:00 +0000\n\nFor your files.\n\n";
    const QByteArray fields = "From: Morning Ledger <desk@ledger.example>\n"
                              "Date: Tue, 16 Dec 2025 at 23:30\nSubject: Quelt buys Parvis\n"
                              "To: <jo@example.org>\n\n";
    for (const QByteArray mark : {"---------- Forwarded message ---------\n",
                                  "Begin forwarded message:\n\n", "-----Original Message-----\n"}) {
        const Briefing briefing = read(outer + mark + fields + deal).briefing;
        QCOMPARE(summary(briefing),
                 QStringLiteral("Quelt buys Parvis | Morning Ledger | 2025-12-16"));
        QCOMPARE(briefing.text.toUtf8(), "For your files.\n\n" + deal);
    }
    QByteArray quoted = "---------- Forwarded message ---------\n" + fields + deal;
    quoted.replace("\n", "\n> ");
    QVERIFY(textOf(outer + "> " + quoted).endsWith(QString::fromUtf8(deal)));
}

void TestEmail::flowedLines()
{
    const QByteArray type = "Content-Type: text/plain; format=flowed";
    QCOMPARE(textOf(head + type + "\n\nQuelt buys \nParvis for \n$2 billion.\nIt pays cash.\n"),
             QStringLiteral("Quelt buys Parvis for $2 billion.\nIt pays cash."));
    QCOMPARE(textOf(head + type + "; delsp=yes\n\nQuelt buys Par \nvis.\n"),
             QStringLiteral("Quelt buys Parvis."));
    // A line that begins with a blank or a mark of quoting is stuffed with a blank.
    QCOMPARE(textOf(head + type + "\n\n >5 percent is \n what Quelt buys.\n-- \nJo"),
             QStringLiteral(" >5 percent is what Quelt buys."));
}

void TestEmail::repliesSayTheirOwn()
{
    const QByteArray own = deal;
    const BriefingReading reading =
        read("Subject: Re: Quelt\n\n" + own +
             "\n\nOn Monday, 15 December 2025 at 08:00, Jo Blank\n<jo@example.org> wrote:\n\n> "
             "Orbane pays Quelt $9 billion.\n>\n> > Nobody pays anybody.\n");
    QCOMPARE(reading.briefing.text.toUtf8(), own);
    QCOMPARE(codes(reading), QStringList(QStringLiteral("email.quoted")));
    QCOMPARE(reading.diagnostics.front().arguments, QStringList(QStringLiteral("3")));
    const QByteArray outlook = "Subject: Re: Quelt\n\n" + own +
                               "\n\n-----Original Message-----\nFrom: Jo Blank\nSent: 15 December "
                               "2025\n\nOrbane pays Quelt $9 billion.\n";
    QCOMPARE(textOf(outlook).toUtf8(), own);
    const QByteArray ruled = own + "\n________________________\nOrbane pays Quelt $9 billion.";
    QCOMPARE(textOf("Subject: x\n\n" + ruled).toUtf8(), ruled);
}

void TestEmail::mailThatOnlyQuotes()
{
    QByteArray quoted = deal;
    quoted.replace(". ", ".\n> ");
    QByteArray plain = deal;
    plain.replace(". ", ".\n");
    QCOMPARE(textOf("Subject: Fwd: x\n\n> " + quoted + "\n").toUtf8(), plain);
    QCOMPARE(textOf("Subject: Fwd: x\n\nLook at this.\n\nJo Blank wrote:\n> " + quoted).toUtf8(),
             "Look at this.\n\n" + plain);
}

void TestEmail::signaturesAreNotRead()
{
    const QByteArray signature = "Jo Blank, Orbane Bank\nWe lend $5 billion a year\n";
    QCOMPARE(textOf(head + "\n" + deal + "\n\n-- \n" + signature).toUtf8(), deal);
    QCOMPARE(textOf(head + "\n" + deal + "\n--\n" + signature).toUtf8(), deal);
    // Between items of a letter it parts them.
    const QByteArray items = deal + "\n--\n" + QByteArray(deal + "\n").repeated(9).trimmed();
    QCOMPARE(textOf(head + "\n" + items).toUtf8(), items);
}

void TestEmail::answeredPageIsNotRead()
{
    const QByteArray type = "Subject: Re: x\nContent-Type: text/html\n\n";
    const QByteArray own = "<html><body><p>" + deal + "</p>";
    const QByteArray quote = "<div class=\"gmail_quote\">On Monday Jo wrote:<blockquote><p>Orbane "
                             "pays Quelt nine billion dollars for the pumps that it makes, and "
                             "nobody knows why it does.</p></blockquote></div></body></html>";
    QCOMPARE(textOf(type + own + quote).toUtf8(), deal);
    QVERIFY(textOf(type + "<html><body><p>Look.</p>" + quote).contains(QStringLiteral("Orbane")));
}

void TestEmail::addressesOfLinks()
{
    QCOMPARE(textOf(head + "\nQuelt ( https://l.example/c?1 ) buys Parvis <https://l.example/c?2> "
                           "for $2 billion [https://l.example/c?3].\nhttps://l.example/c?4\nIt "
                           "pays cash.\n"),
             QStringLiteral("Quelt buys Parvis for $2 billion.\nIt pays cash."));
}

void TestEmail::evidenceIsTheSentence()
{
    const QByteArray sentence = "Quelt Corp. has agreed to invest $300 million in Parvis Inc.";
    const QByteArray mail = head + "Content-Transfer-Encoding: quoted-printable\n\nHello=20=\nJo,\n"
                                   "\nQuelt Corp. has agreed to in=\nvest $300 million in Parvis "
                                   "Inc. It pays cash.\n-- \nJo\n";
    const Briefing briefing = read(mail).briefing;
    const Extraction found = extract(briefing, Lexicon());
    QCOMPARE(found.deals.size(), std::size_t{1});
    const TextSpan span = found.deals.front().evidence.front()->span;
    QCOMPARE(briefing.text.mid(span.start, span.length()).toUtf8(), sentence);
}

void TestEmail::noText_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("code");
    const QString none = QStringLiteral("email.no-text");
    QTest::newRow("header alone") << head << none;
    QTest::newRow("blank body") << head + "\n \n\n" << none;
    QTest::newRow("attachment alone")
        << head + multipart("mixed", {"Content-Type: application/pdf\nContent-Disposition: "
                                      "attachment\n\nx"})
        << none;
    QTest::newRow("page without prose")
        << head + "Content-Type: text/html\n\n<html><body><img src=x></body></html>" << none;
    QTest::newRow("type alone") << head + "Content-Type: image/png\n\nx" << none;
    QTest::newRow("no part at all") << head + multipart("mixed", {}) << none;
    QTest::newRow("encrypted") << head +
                                      multipart(
                                          "encrypted; protocol=\"application/pgp-encrypted\"",
                                          {"Content-Type: application/pgp-encrypted\n\nVersion: 1"})
                               << QStringLiteral("email.encrypted");
    QTest::newRow("enveloped")
        << head + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG"
        << QStringLiteral("email.encrypted");
    QTest::newRow("zero bytes alone") << QByteArray(3000, '\0') << none;
}

void TestEmail::noText()
{
    QFETCH(QByteArray, mail);
    QFETCH(QString, code);
    QCOMPARE(codeOf(mail), code);
}

void TestEmail::damaged_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("start");
    const QString whole = QString::fromUtf8(deal);
    const QByteArray plain = "Content-Type: text/plain\n\n" + deal;
    QByteArray unnamed = multipart("mixed", {plain});
    unnamed.replace("; boundary=\"frontier\"", "");
    QTest::newRow("no boundary named")
        << head + unnamed << QStringLiteral("email.no-boundary") << whole;
    QByteArray other = multipart("mixed", {plain});
    other.replace("\n--frontier", "\n--elsewhere");
    QTest::newRow("another boundary")
        << head + other << QStringLiteral("email.no-boundary") << whole;
    QTest::newRow("no boundary at all") << head + "Content-Type: multipart/mixed\n\n" + deal
                                        << QStringLiteral("email.no-boundary") << whole;
    QTest::newRow("cut off") << head + multipart("mixed", {plain}).chopped(14)
                             << QStringLiteral("email.cut-off") << whole;
    const QByteArray base64 = head + "Content-Transfer-Encoding: base64\n\n";
    QTest::newRow("base64 cut off") << base64 + deal.toBase64().left(81)
                                    << QStringLiteral("email.bad-base64") << whole.left(60);
    QByteArray dirty = deal.toBase64();
    dirty.insert(40, "!\x01?");
    QTest::newRow("base64 with other signs")
        << base64 + dirty << QStringLiteral("email.bad-base64") << whole;
    QByteArray zeros = head + "\n" + deal;
    zeros.insert(zeros.size() - 20, QByteArray(5, '\0'));
    QTest::newRow("zero bytes") << zeros << QStringLiteral("email.zero-bytes") << whole;
    QTest::newRow("unknown charset")
        << head + "Content-Type: text/plain; charset=x-klingon\n\n" + deal
        << QStringLiteral("email.charset-unknown") << whole;
}

void TestEmail::damaged()
{
    QFETCH(QByteArray, mail);
    QFETCH(QString, code);
    QFETCH(QString, start);
    const BriefingReading reading = read(mail);
    QCOMPARE(codes(reading), QStringList(code));
    QVERIFY2(reading.briefing.text.startsWith(start), qPrintable(reading.briefing.text));
}

void TestEmail::endlessNesting()
{
    QByteArray mail = "Content-Type: text/plain\n\n" + deal;
    for (int i = 0; i < 300; ++i)
        mail = multipart("mixed", {mail, "\n" + deal}, "b" + QByteArray::number(i));
    const BriefingReading reading = read(head + mail);
    QCOMPARE(codes(reading), QStringList(QStringLiteral("email.too-many-parts")));
    QVERIFY(reading.briefing.text.startsWith(QString::fromUtf8(deal)));
    QByteArray within = head + "\n" + deal;
    for (int i = 0; i < 300; ++i)
        within = "Content-Type: message/rfc822\n\n" + within;
    QCOMPARE(codeOf(within), QStringLiteral("email.no-text"));
    // One boundary for all: each level would be searched to its end.
    QCOMPARE(
        codeOf(head +
               QByteArray("Content-Type: multipart/mixed; boundary=a\n\n--a\n").repeated(50'000)),
        QStringLiteral("email.no-text"));
}

void TestEmail::hugeHeader()
{
    QCOMPARE(codeOf("Subject: " + QByteArray(50'000'000, 'x')), QStringLiteral("email.bad-header"));
    QCOMPARE(codeOf(QByteArray("Subject: x\n").repeated(1'000'000) + "\n" + deal),
             QStringLiteral("email.bad-header"));
    QCOMPARE(codeOf(QByteArray(100'000'000, 'x')), QStringLiteral("reading.too-large"));
    QCOMPARE(codeOf("Subject: " + QByteArray("=?").repeated(300'000) + "\n\n" + deal),
             QStringLiteral("read"));
}

void TestEmail::mutationsNeverCrash()
{
    const QByteArray good =
        head + multipart("mixed", {multipart("alternative",
                                             {"Content-Type: text/plain; format=flowed\n\n" + deal +
                                                  "\n> quoted\n-- \nJo",
                                              "Content-Type: text/html\n\n" + page},
                                             "inner"),
                                   "Content-Type: message/rfc822\n\n" + head +
                                       "Content-Transfer-Encoding: base64\n\n" + deal.toBase64()});
    std::mt19937 random(7);
    const auto below = [&random](qsizetype n) {
        return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(n));
    };
    for (int round = 0; round < 400; ++round) {
        QByteArray bad = good;
        for (qsizetype k = below(10); k >= 0; --k) {
            static constexpr char marks[] = "\n\r:;=\"->()?/ \xFF";
            bad[below(bad.size())] = marks[below(sizeof marks)];
            bad.remove(below(bad.size()), below(60));
            bad.insert(below(bad.size()), bad.mid(below(bad.size()), below(200)));
        }
        const QString code = codeOf(bad);
        QVERIFY2(code == u"read" || code.startsWith(QStringLiteral("email.")) ||
                     code == u"reading.empty",
                 qPrintable(code));
    }
}

QTEST_APPLESS_MAIN(TestEmail)
#include "tst_email.moc"
