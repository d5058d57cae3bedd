#include "ui/panels/textblocks.h"

namespace gyre {

namespace {

/// From here on back a place to cut is looked for.
constexpr int shortestPiece = 1200;

bool endsSentence(QStringView text, int at)
{
    const QChar before = text[at - 1];
    return text[at].isSpace() && (before == u'.' || before == u'!' || before == u'?');
}

/// Behind the last sentence, else the last blank, of [start + shortestPiece, start + longestBlock);
/// never between the halves of a surrogate pair.
int cutOf(QStringView text, int start)
{
    const int latest = start + longestBlock;
    for (int at = latest; at > start + shortestPiece; --at)
        if (endsSentence(text, at))
            return at + 1;
    for (int at = latest; at > start + shortestPiece; --at)
        if (text[at].isSpace())
            return at + 1;
    return text[latest].isLowSurrogate() ? latest - 1 : latest;
}

void appendParagraph(std::vector<TextBlock>& blocks, QStringView text, TextSpan paragraph,
                     bool startsParagraph)
{
    int start = paragraph.start;
    while (paragraph.end - start > longestBlock) {
        const int cut = cutOf(text, start);
        blocks.push_back({{start, cut}, startsParagraph});
        startsParagraph = false;
        start = cut;
    }
    blocks.push_back({{start, paragraph.end}, startsParagraph});
}

} // namespace

std::vector<TextBlock> textBlocks(const QString& text)
{
    std::vector<TextBlock> blocks;
    const int length = int(text.size());
    int start = 0;
    bool afterGap = true;
    while (start < length) {
        const qsizetype found = text.indexOf(u'\n', start);
        const int end = found < 0 ? length : int(found);
        if (QStringView(text).mid(start, end - start).trimmed().isEmpty())
            afterGap = true;
        else {
            appendParagraph(blocks, text, {start, end}, afterGap);
            afterGap = false;
        }
        start = end + 1;
    }
    return blocks;
}

} // namespace gyre
