#include "graph/briefing/language.h"

#include <QFile>
#include <QStringList>

#include <map>
#include <set>

namespace gyre {

namespace {

constexpr qsizetype looked = 20'000;

struct CommonWords
{
    QString language;
    std::set<QString> words;
};

std::vector<CommonWords> commonWords()
{
    std::vector<CommonWords> all;
    QFile file(QStringLiteral(":/gyre/mappings/languages.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        QStringList words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        CommonWords one;
        one.language = words.takeFirst();
        one.words = {words.begin(), words.end()};
        all.push_back(std::move(one));
    }
    return all;
}

struct WordCounts
{
    std::map<QString, int> byWord;
    int total = 0;
};

WordCounts wordsOf(QStringView text)
{
    WordCounts counts;
    QString word;
    for (const QChar c : text) {
        if (c.isLetter()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            ++counts.byWord[word];
            ++counts.total;
            word.clear();
        }
    }
    return counts;
}

/// Scripts that only one language (or its near kin) is written in.
QString languageOfScript(QStringView text)
{
    std::map<QString, int> letters;
    int all = 0;
    for (const QChar c : text) {
        if (!c.isLetter())
            continue;
        ++all;
        switch (c.script()) {
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            letters[QStringLiteral("ja")] += 4;
            break;
        case QChar::Script_Han:
            ++letters[QStringLiteral("zh")];
            break;
        case QChar::Script_Hangul:
            ++letters[QStringLiteral("ko")];
            break;
        case QChar::Script_Cyrillic:
            ++letters[QStringLiteral("ru")];
            break;
        case QChar::Script_Arabic:
            ++letters[QStringLiteral("ar")];
            break;
        case QChar::Script_Greek:
            ++letters[QStringLiteral("el")];
            break;
        default:
            break;
        }
    }
    QString best;
    int most = all / 3;
    for (const auto& [language, count] : letters)
        if (count > most) {
            most = count;
            best = language;
        }
    return best;
}

} // namespace

QString guessedLanguage(const QString& text)
{
    const QStringView start = QStringView(text).first(std::min(looked, text.size()));
    if (QString language = languageOfScript(start); !language.isEmpty())
        return language;
    const WordCounts counts = wordsOf(QString(start + QChar(u' ')));
    QString best;
    int most = 0;
    int second = 0;
    for (const CommonWords& common : commonWords()) {
        int hits = 0;
        for (const auto& [word, count] : counts.byWord)
            if (common.words.contains(word))
                hits += count;
        if (hits > most) {
            second = most;
            most = hits;
            best = common.language;
        } else {
            second = std::max(second, hits);
        }
    }
    // One word in ten is a small one in any prose; names and figures alone have no language.
    return most >= 2 && most > second && most * 10 >= counts.total ? best : QString();
}

} // namespace gyre
