// The text view: offsets stay those of the text however it is broken, and only what is on screen is
// laid out.
#include "ui/panels/textview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace gyre;

namespace {

/// `sentences` sentences in one line, numbered.
QString longLine(int sentences)
{
    QString text;
    for (int i = 0; i < sentences; ++i)
        text += QStringLiteral("Sentence number %1 says nothing of interest at all. ").arg(i);
    return text;
}

TextSpan spanOf(const QString& text, const QString& words)
{
    const int start = int(text.indexOf(words));
    return {start, start + int(words.size())};
}

class TextViewTest : public QObject
{
    Q_OBJECT

private slots:

    void blocksCoverTheTextInOrder()
    {
        const QString texts[] = {QString(),
                                 QStringLiteral("\n\n\n"),
                                 QStringLiteral("one\ntwo\n\nthree"),
                                 longLine(3000),
                                 QString(9000, u'x'),
                                 QString(longLine(90) + u'\n' + QString(5000, u'y'))};
        for (const QString& text : texts) {
            QString joined;
            int end = 0;
            for (const TextBlock& block : textBlocks(text)) {
                QVERIFY(block.span.start >= end);
                QVERIFY(block.span.length() <= longestBlock + 1);
                QVERIFY(QStringView(text).mid(end, block.span.start - end).trimmed().isEmpty());
                joined += block.span.in(text);
                end = block.span.end;
            }
            QVERIFY(QStringView(text).mid(end).trimmed().isEmpty());
            QCOMPARE(joined.remove(u' '), QString(text).remove(u'\n').remove(u' '));
        }
    }

    void noBlockSplitsASurrogatePair()
    {
        QString text;
        for (int i = 0; i < 4000; ++i)
            text += QStringLiteral("😀");
        for (const TextBlock& block : textBlocks(u'x' + text))
            QVERIFY(!QString(u'x' + text)[block.span.start].isLowSurrogate());
    }

    void aMarkAtTheEndOfABookIsFoundAndClicked()
    {
        const QString text = longLine(40000) + QStringLiteral("Amazon pays OpenAI.");
        TextView view;
        view.resize(320, 400);
        view.setText(text);
        const TextSpan span = spanOf(text, QStringLiteral("pays OpenAI"));
        view.setMarks({{span, 0, TextMark::Shape::Plate}}, {{Qt::blue, {}}});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.boxes(span).empty());
        view.reveal(span);
        const auto boxes = view.boxes(span);
        QVERIFY(!boxes.empty());
        QCOMPARE(span.in(view.text()).toString(), QStringLiteral("pays OpenAI"));
        const QSignalSpy clicked(&view, &TextView::markClicked);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, boxes.front().center().toPoint());
        QCOMPARE(clicked.size(), 1);
    }

    void theShorterOfTwoMarksIsOnTop()
    {
        const QString text = QStringLiteral("Amazon pays OpenAI a great sum of money.");
        TextView view;
        view.resize(400, 200);
        view.setText(text);
        const TextSpan name = spanOf(text, QStringLiteral("OpenAI"));
        view.setMarks({{{0, int(text.size())}, 0, TextMark::Shape::Plate},
                       {name, 1, TextMark::Shape::Underline}},
                      {{Qt::blue, {}}, {Qt::red, {}}});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto at = view.markAt(view.boxes(name).front().center());
        QVERIFY(at.has_value());
        QVERIFY(view.marks()[*at].span == name);
    }

    void offsetsUnderThePointerAreThoseOfTheText()
    {
        const QString text =
            QStringLiteral("First line of words.\n\nSecond paragraph, with words.");
        TextView view;
        view.resize(300, 300);
        view.setText(text);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const QString& words : {QStringLiteral("line"), QStringLiteral("paragraph")}) {
            const TextSpan span = spanOf(text, words);
            const auto offset = view.offsetAt(view.boxes(span).front().center());
            QVERIFY(offset && *offset >= span.start && *offset <= span.end);
        }
    }

    void wordsAreSelectedByDraggingAndCopied()
    {
        const QString text = QStringLiteral("Amazon pays OpenAI a great sum.");
        TextView view;
        view.resize(400, 200);
        view.setText(text);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QRectF box = view.boxes(spanOf(text, QStringLiteral("pays OpenAI"))).front();
        const int y = int(box.center().y());
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, {int(std::lround(box.left())), y});
        QTest::mouseMove(view.viewport(), {int(box.center().x()), y});
        QTest::mouseMove(view.viewport(), {int(std::lround(box.right())), y});
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {},
                            {int(std::lround(box.right())), y});
        QCOMPARE(view.selectedText(), QStringLiteral("pays OpenAI"));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("pays OpenAI"));
    }

    void marksAreReachedWithTheKeyboard()
    {
        const QString text = QStringLiteral("Amazon pays OpenAI. ") + longLine(500) +
                             QStringLiteral("Oracle pays Nvidia.");
        TextView view;
        view.resize(400, 200);
        view.setText(text);
        view.setMarks(
            {{spanOf(text, QStringLiteral("Amazon"))}, {spanOf(text, QStringLiteral("Oracle"))}},
            {{Qt::red, {}}});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QSignalSpy clicked(&view, &TextView::markClicked);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.front().front().toULongLong(), qulonglong(1));
        QVERIFY(!view.boxes(spanOf(text, QStringLiteral("Oracle"))).empty());
    }

    void screenReadersReadTheText()
    {
        TextView view;
        view.setText(QStringLiteral("Amazon pays OpenAI."));
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(access != nullptr && access->textInterface() != nullptr);
        QCOMPARE(access->textInterface()->text(7, 11), QStringLiteral("pays"));
        QCOMPARE(access->textInterface()->characterCount(), 19);
    }

    void narrowingKeepsTheWordsInSight()
    {
        const QString text = longLine(4000);
        TextView view;
        view.resize(600, 300);
        view.setText(text);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const TextSpan span = spanOf(text, QStringLiteral("number 3000 says"));
        view.reveal(span);
        QVERIFY(!view.boxes(span).empty());
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(!view.boxes(spanOf(text, QStringLiteral("number 3999 says"))).empty());
    }
};

} // namespace

QTEST_MAIN(TextViewTest)
#include "tst_textview.moc"
