// Each code of a Diagnostic with its sentence: what is wrong, and what would be right. A new code
// is a row here; tst_words holds the table against the codes that the sources use.
#include "ui/words/words.h"

#include <QCoreApplication>

#include <array>

namespace gyre {

namespace {

struct Message
{
    const char* code;
    const char* text;
};

constexpr auto messages = std::to_array<Message>({
    // clang-format off
    {"briefing.bad-date", QT_TRANSLATE_NOOP("Messages", "“%1” is no date; write 22 Sep 2025, Sep 2025, Q3 2025, 2025 or 2025-09-22; the date was left as it was")},
    {"csv.cell-count", QT_TRANSLATE_NOOP("Messages", "this row has %1 cells where the first row has %2; it was left out")},
    {"csv.column-missing", QT_TRANSLATE_NOOP("Messages", "the column “%1” is missing: the first row must name it")},
    {"csv.column-unknown", QT_TRANSLATE_NOOP("Messages", "columns without a meaning here: %1; their values are kept as they are")},
    {"csv.empty", QT_TRANSLATE_NOOP("Messages", "the table is empty; its first row must name the columns")},
    {"csv.not-a-folder", QT_TRANSLATE_NOOP("Messages", "is no folder of tables; a network needs deals.csv and, beside it, organizations.csv")},
    {"csv.quote-open", QT_TRANSLATE_NOOP("Messages", "a quotation mark opens here and is never closed; this row was left out")},
    {"document.already-open", QT_TRANSLATE_NOOP("Messages", "this text is open already; it was not added a second time")},
    {"document.failed", QT_TRANSLATE_NOOP("Messages", "could not be used (%1)")},
    {"email.attachments", QT_TRANSLATE_NOOP("Messages", "files attached to the mail that were not read: %1; save and open them by themselves")},
    {"email.bad-base64", QT_TRANSLATE_NOOP("Messages", "a text of the mail is damaged or cut off (base64); it was read as far as it goes")},
    {"email.bad-header", QT_TRANSLATE_NOOP("Messages", "is no e-mail: its header has no end; save the mail again, or open its text as .txt")},
    {"email.charset-unknown", QT_TRANSLATE_NOOP("Messages", "the mail's text is in an encoding that is not known here (“%1”); letters with accents may be wrong")},
    {"email.cut-off", QT_TRANSLATE_NOOP("Messages", "the mail ends in the middle of a part; it may have been cut off while it was saved or sent")},
    {"email.encrypted", QT_TRANSLATE_NOOP("Messages", "is an encrypted e-mail; open it in your mail program and copy its text")},
    {"email.no-boundary", QT_TRANSLATE_NOOP("Messages", "the mail does not say where its parts begin; they were read as far as they could be told apart")},
    {"email.no-text", QT_TRANSLATE_NOOP("Messages", "is an e-mail without a text to read (attached files: %1); save what is attached and open that")},
    {"email.quoted", QT_TRANSLATE_NOOP("Messages", "lines of the mail that only repeat an earlier one were left out: %1; open the earlier mail to read them")},
    {"email.too-many-parts", QT_TRANSLATE_NOOP("Messages", "the mail has more parts within parts than any mail needs; the rest was not read")},
    {"email.zero-bytes", QT_TRANSLATE_NOOP("Messages", "holds zero bytes, which no mail has; they were left out, and text may be missing there")},
    {"encoding.bad-bytes", QT_TRANSLATE_NOOP("Messages", "holds bytes that are no %1, the first at byte %2; each is shown as �")},
    {"encoding.not-utf8", QT_TRANSLATE_NOOP("Messages", "is not UTF-8 (byte %2 is no part of it); it was read as %1")},
    {"export.written", QT_TRANSLATE_NOOP("Messages", "%1 written to %2")},
    {"extract.no-deal", QT_TRANSLATE_NOOP("Messages", "names firms, but no deal, value or share of ownership that could be read; a sentence must say who pays, owns or is worth what")},
    {"extract.no-firm", QT_TRANSLATE_NOOP("Messages", "names no firm that could be recognised; is this a briefing about deals?")},
    {"extract.not-english", QT_TRANSLATE_NOOP("Messages", "does not seem to be English; Gyre reads deals in English text alone")},
    {"file.is-directory", QT_TRANSLATE_NOOP("Messages", "is a folder that holds no tables of a network; name a file, or a folder with deals.csv in it")},
    {"file.target-is-directory", QT_TRANSLATE_NOOP("Messages", "is a folder and can't be written as a file; name a file in it")},
    {"file.missing", QT_TRANSLATE_NOOP("Messages", "there is no such file; check the name and the folder")},
    {"file.more-like-this", QT_TRANSLATE_NOOP("Messages", "%1 more findings like the ones above")},
    {"file.no-folder", QT_TRANSLATE_NOOP("Messages", "this is no folder and none could be made there; name one that you may write to")},
    {"file.not-read", QT_TRANSLATE_NOOP("Messages", "could not be read (%1); check that it is there and that you may read it")},
    {"file.not-written", QT_TRANSLATE_NOOP("Messages", "could not be written (%1); what was there before is unchanged")},
    {"file.too-large", QT_TRANSLATE_NOOP("Messages", "is larger than %1, which is the most that can be read")},
    {"firm.founded-unreadable", QT_TRANSLATE_NOOP("Messages", "the founding year “%2” of “%1” is no year; it was left out")},
    {"firm.kind-unknown", QT_TRANSLATE_NOOP("Messages", "the kind “%2” of “%1” is none of ours; it is shown as “other”")},
    {"focus.misspelt", QT_TRANSLATE_NOOP("Messages", "none of the files names a firm “%1”; did you mean “%2”?")},
    {"focus.unknown", QT_TRANSLATE_NOOP("Messages", "none of the files names a firm “%1”; name one by its id or name")},
    {"format.unknown", QT_TRANSLATE_NOOP("Messages", "is in no format that can be read here; name a .json, .graphml or .csv file, or a folder with deals.csv in it")},
    {"graphml.attribute-unknown", QT_TRANSLATE_NOOP("Messages", "the attribute “%1” has no meaning here (%2 times); its values are kept as they are")},
    {"graphml.hyperedges", QT_TRANSLATE_NOOP("Messages", "%1 hyperedges were left out; a deal joins two firms: write one edge for each")},
    {"graphml.key-undeclared", QT_TRANSLATE_NOOP("Messages", "data with the key “%1” (%2 times) belongs to no declared key and was left out")},
    {"graphml.no-nodes", QT_TRANSLATE_NOOP("Messages", "holds no firms; a network needs nodes and, between them, edges")},
    {"graphml.not-graphml", QT_TRANSLATE_NOOP("Messages", "is XML, but no GraphML: it begins with <%1> where <graphml> is expected")},
    {"graphml.undirected", QT_TRANSLATE_NOOP("Messages", "%1 edges have no direction; they were read as payments from source to target")},
    {"graphml.word-unknown", QT_TRANSLATE_NOOP("Messages", "%1: “%2” (%3 times) is no word of ours; it is kept as it was and shown as “other”")},
    {"history.bad-date", QT_TRANSLATE_NOOP("Messages", "“%1” is no date; write 2021, 2021-Q4, 2021-10 or 2021-10-28; the row was left out")},
    {"history.bad-kind", QT_TRANSLATE_NOOP("Messages", "“%1” is nothing that happens to a firm; begin the row with one of %2; it was left out")},
    {"history.bad-row", QT_TRANSLATE_NOOP("Messages", "the row can't be read; write it as “%1”; it was left out")},
    {"history.ends-early", QT_TRANSLATE_NOOP("Messages", "a unit from %1 until %2 was never one for sure; let it end later, or give both dates to the day; the row was left out")},
    {"history.itself", QT_TRANSLATE_NOOP("Messages", "“%1” stands in both places; name two that differ; the row was left out")},
    {"history.merge-circle", QT_TRANSLATE_NOOP("Messages", "“%1” can't have gone into “%2”, which went into it; keep one of the two ways; the row was left out")},
    {"history.merged-twice", QT_TRANSLATE_NOOP("Messages", "“%1” went into “%2” already (line %3); keep one of the two rows; this one was left out")},
    {"history.same-date", QT_TRANSLATE_NOOP("Messages", "“%1” is renamed on line %3 too, to “%2”, and the dates do not tell which name came first; make them more exact; the row was left out")},
    {"history.two-names", QT_TRANSLATE_NOOP("Messages", "“%1” was called “%3” by then (line %4) and not “%2”; write “%3” as its old name; the row was left out")},
    {"history.two-parents", QT_TRANSLATE_NOOP("Messages", "“%1” is a unit of “%2” in that time (line %3); let that end before; the row was left out")},
    {"history.unit-circle", QT_TRANSLATE_NOOP("Messages", "“%1” can't be a unit of “%2”, which is a part of it in that time; keep one of the two ways; the row was left out")},
    {"html.no-text", QT_TRANSLATE_NOOP("Messages", "holds no article text; save the page with its text, or paste the text")},
    {"html.too-deep", QT_TRANSLATE_NOOP("Messages", "nests its markup too deeply to be a page; save the article alone, as text")},
    {"input.network-not-briefing", QT_TRANSLATE_NOOP("Messages", "is a network and has no text to read; name a briefing, or use “gyre convert”")},
    {"json.bad-escape", QT_TRANSLATE_NOOP("Messages", "this is no JSON: a \\ in a text is followed by what it can't be")},
    {"json.bad-number", QT_TRANSLATE_NOOP("Messages", "this is no JSON: a number is malformed")},
    {"json.ends-early", QT_TRANSLATE_NOOP("Messages", "the file ends in the middle; it may have been cut off while it was saved or sent")},
    {"json.expected", QT_TRANSLATE_NOOP("Messages", "this is no JSON: “%1” is missing")},
    {"json.list-expected", QT_TRANSLATE_NOOP("Messages", "“%1” must be a list, [ … ]; it was left out")},
    {"json.no-value", QT_TRANSLATE_NOOP("Messages", "this is no JSON: a value is missing or misspelt")},
    {"json.not-ours", QT_TRANSLATE_NOOP("Messages", "is JSON, but holds no network: “organizations” and “deals” are missing")},
    {"json.object-expected", QT_TRANSLATE_NOOP("Messages", "an entry of “%1” must be an object, { … }; it was left out")},
    {"json.string-open", QT_TRANSLATE_NOOP("Messages", "this is no JSON: a text is not closed at the end of its line")},
    {"json.too-deep", QT_TRANSLATE_NOOP("Messages", "nests deeper than %1 levels, which no network of ours does")},
    {"lexicon.bad-row", QT_TRANSLATE_NOOP("Messages", "a row of the word lists can't be read: %1")},
    {"names.bad-row", QT_TRANSLATE_NOOP("Messages", "this row can't be read as a learnt name and was left as it is; write it as: %1")},
    {"names.not-remembered", QT_TRANSLATE_NOOP("Messages", "“%1” is nothing but ordinary words, which every briefing has; it is taken for the firm here, but not remembered for the next one")},
    {"names.ordinary", QT_TRANSLATE_NOOP("Messages", "“%1” is nothing but ordinary words, which every briefing has; it is not used; name the firm as it calls itself")},
    {"names.read-otherwise", QT_TRANSLATE_NOOP("Messages", "by the names as they are now, what is open would be read otherwise: %1; what you said of its facts stays")},
    {"names.unknown-firm", QT_TRANSLATE_NOOP("Messages", "there is no firm “%1” whose other name this could be; name one by its id, or put a row “firm” with this id into the file")},
    {"lexicon.missing", QT_TRANSLATE_NOOP("Messages", "the word lists of the program are missing; install it again")},
    {"mapping.broken", QT_TRANSLATE_NOOP("Messages", "a table of the program's words can't be read: %1; install the program again")},
    {"output.failed", QT_TRANSLATE_NOOP("Messages", "could not be written (%1); free some space or name another place")},
    {"paste.picture", QT_TRANSLATE_NOOP("Messages", "the clipboard holds a picture that was copied here; copy an article to read it")},
    {"paste.nothing", QT_TRANSLATE_NOOP("Messages", "the clipboard holds no text; copy an article first")},
    {"pdf.broken", QT_TRANSLATE_NOOP("Messages", "is no PDF that can be read: it is damaged or was cut off; save or download it again")},
    {"pdf.garbled", QT_TRANSLATE_NOOP("Messages", "its fonts do not say which letters they show; run text recognition (OCR) on it first, or paste the text")},
    {"pdf.locked", QT_TRANSLATE_NOOP("Messages", "is protected by a password; open it in a PDF viewer and save it without one")},
    {"pdf.no-text", QT_TRANSLATE_NOOP("Messages", "has pictures of pages and no text (pages: %1); run text recognition (OCR) on it first")},
    {"pdf.not-all", QT_TRANSLATE_NOOP("Messages", "only the first %1 of %2 pages could be read; save the other pages as a PDF of their own")},
    {"pdf.pages-without-text", QT_TRANSLATE_NOOP("Messages", "pages without text, blank or pictures: %1 of %2; run text recognition (OCR) on it if they matter")},
    {"pdf.reader-missing", QT_TRANSLATE_NOOP("Messages", "can't be read: the program gyre-pdf is missing or can't be started; install Gyre again, or open the text as .txt")},
    {"picture.not-encoded", QT_TRANSLATE_NOOP("Messages", "the picture could not be made into a PNG; try a smaller size")},
    {"picture.copied", QT_TRANSLATE_NOOP("Messages", "The picture is on the clipboard: as an image, as a drawing (SVG) and in words")},
    {"picture.too-large", QT_TRANSLATE_NOOP("Messages", "there is no memory for a picture of %1 × %2 pixels; choose a smaller size or scale")},
    {"positions.malformed", QT_TRANSLATE_NOOP("Messages", "holds no positions: expected {\"nodes\": {\"firm id\": [x, y], …}} as “gyre layout” writes it (%1)")},
    {"positions.stacked", QT_TRANSLATE_NOOP("Messages", "puts %1 firms exactly where another one stands; they hide one another")},
    {"positions.too-far", QT_TRANSLATE_NOOP("Messages", "puts “%1” too far away; places go from -%2 to %2")},
    {"positions.unknown-firm", QT_TRANSLATE_NOOP("Messages", "has places for %1 firms that are not in the network, for instance “%2”; they were left out")},
    {"reading.binary", QT_TRANSLATE_NOOP("Messages", "is not a text; open a briefing as .txt, .md, .html, .eml or .pdf, or a network as .json, .graphml or .csv")},
    {"reading.empty", QT_TRANSLATE_NOOP("Messages", "is empty; a briefing needs some text")},
    {"reading.not-english", QT_TRANSLATE_NOOP("Messages", "seems to be written in another language (%1); the rules read English, so little may be found")},
    {"reading.too-large", QT_TRANSLATE_NOOP("Messages", "is larger than 64 MB; open the article alone")},
    {"route.no-money", QT_TRANSLATE_NOOP("Messages", "no money goes from “%1” to “%2” through the deals that are shown; ask for deals in either direction, or show more of them")},
    {"route.none", QT_TRANSLATE_NOOP("Messages", "no deals that are shown join “%1” and “%2”; show more of them")},
    {"row.bad-amount", QT_TRANSLATE_NOOP("Messages", "%1: “%2” is no amount; write whole units (10000000000), 1e10 or $10B; the row was left out")},
    {"row.bad-choice", QT_TRANSLATE_NOOP("Messages", "%1: “%2” is not one of %3; the row was left out")},
    {"row.bad-currency", QT_TRANSLATE_NOOP("Messages", "%1: “%2” is no currency; write a code such as USD; the row was left out")},
    {"row.bad-date", QT_TRANSLATE_NOOP("Messages", "%1: “%2” is no date; write 2025, 2025-Q3, 2025-09 or 2025-09-22; the row was left out")},
    {"row.bad-number", QT_TRANSLATE_NOOP("Messages", "%1: “%2” is no number from %3 to %4; the row was left out")},
    {"json.span-outside", QT_TRANSLATE_NOOP("Messages", "characters %1 to %2 of briefing “%3” do not exist (it has %4); the quote is kept without its place")},
    {"row.duplicate-id", QT_TRANSLATE_NOOP("Messages", "the id “%1” is there already; this row was left out")},
    {"row.low-above-high", QT_TRANSLATE_NOOP("Messages", "the lower amount %1 is above the upper one %2; the row was left out")},
    {"row.missing", QT_TRANSLATE_NOOP("Messages", "%1 is empty and must not be; the row was left out")},
    {"row.unknown-firm", QT_TRANSLATE_NOOP("Messages", "%1: there is no organization “%2”; the row was left out")},
    {"row.unknown-member", QT_TRANSLATE_NOOP("Messages", "a member “%1” of the group is no organization here; it was left out")},
    {"theme.colour-missing", QT_TRANSLATE_NOOP("Messages", "the theme lacks the colour “%1”; install the program again")},
    {"theme.missing", QT_TRANSLATE_NOOP("Messages", "the theme can't be read; install the program again")},
    {"unread.holding", QT_TRANSLATE_NOOP("Messages", "what a holding is worth; nothing says that it was sold for that")},
    {"unread.no-rule", QT_TRANSLATE_NOOP("Messages", "money that no rule could place between two firms")},
    {"unread.rate", QT_TRANSLATE_NOOP("Messages", "a price or a pace between two firms; nothing says how much it comes to")},
    {"xml.broken", QT_TRANSLATE_NOOP("Messages", "this is no well-formed XML (%1); save the network again with the program that made it")},
    {"xml.entities", QT_TRANSLATE_NOOP("Messages", "declares entities of its own, which are not read; save it without a document type")},
    {"xml.too-deep", QT_TRANSLATE_NOOP("Messages", "nests its elements deeper than %1 levels, which no network does")},
    // clang-format on
});

const char* textOf(const QString& code)
{
    for (const Message& message : messages)
        if (code == QLatin1String(message.code))
            return message.text;
    return nullptr;
}

/// In one pass, so that an argument which itself holds "%1" stays as it is.
QString filled(const QString& text, const QStringList& arguments)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (number < 1) {
            result += text[i];
            continue;
        }
        result += arguments.value(number - 1);
        ++i;
    }
    return result;
}

} // namespace

QString words(const Diagnostic& diagnostic)
{
    const char* text = textOf(diagnostic.code);
    if (text == nullptr)
        return (QStringList{diagnostic.code} + diagnostic.arguments).join(QStringLiteral(" · "));
    return filled(QCoreApplication::translate("Messages", text), diagnostic.arguments);
}

QString located(const Diagnostic& diagnostic)
{
    QString where = diagnostic.file;
    if (where == QStringLiteral("-"))
        where = QCoreApplication::translate("Messages", "standard input");
    if (diagnostic.line)
        where +=
            (where.isEmpty() ? QString() : QStringLiteral(":")) + QString::number(*diagnostic.line);
    return where.isEmpty() ? words(diagnostic) : where + QStringLiteral(": ") + words(diagnostic);
}

QStringList knownCodes()
{
    QStringList codes;
    for (const Message& message : messages)
        codes << QString::fromLatin1(message.code);
    return codes;
}

} // namespace gyre
