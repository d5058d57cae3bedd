#include "graph/briefing/lexiconrows.h"

#include "graph/basics/diagnostic.h"

namespace gyre {

namespace {

void split(QStringView text, QChar separator, std::vector<QStringView>& found)
{
    found.clear();
    while (!text.isEmpty()) {
        const qsizetype at = text.indexOf(separator);
        const QStringView part = (at < 0 ? text : text.first(at)).trimmed();
        if (!part.isEmpty())
            found.push_back(part);
        text = at < 0 ? QStringView() : text.mid(at + 1);
    }
}

bool isVowel(QChar c)
{
    return QStringView(u"aeiou").contains(c);
}

} // namespace

void LexiconRow::fail(const QString& expected) const
{
    throw Error(QStringLiteral("lexicon.bad-row"), {expected}, file, line);
}

QStringView LexiconRow::argument(std::size_t i) const
{
    if (i >= arguments.size())
        fail(QStringLiteral("%1 arguments").arg(i + 1));
    return arguments[i];
}

void eachLexiconRow(QStringView text, const QString& file,
                    const std::function<void(const LexiconRow&)>& visit)
{
    LexiconRow made;
    made.file = file;
    while (!text.isEmpty()) {
        ++made.line;
        const qsizetype end = text.indexOf(u'\n');
        const QStringView row = (end < 0 ? text : text.first(end)).trimmed();
        text = end < 0 ? QStringView() : text.mid(end + 1);
        if (row.isEmpty() || row.front() == u'#')
            continue;
        const qsizetype colon = row.indexOf(u" : ");
        split(colon < 0 ? row : row.first(colon), u' ', made.arguments);
        made.key = made.arguments.front();
        made.arguments.erase(made.arguments.begin());
        split(colon < 0 ? QStringView() : row.mid(colon + 3), u';', made.phrases);
        visit(made);
    }
}

VerbForms regularForms(QStringView base)
{
    const qsizetype blank = base.indexOf(u' ');
    const QString first = (blank < 0 ? base : base.first(blank)).toString();
    const QString rest = blank < 0 ? QString() : base.mid(blank).toString();
    const bool endsInE = first.endsWith(QLatin1Char('e'));
    const bool endsInY = first.endsWith(QLatin1Char('y')) && first.size() > 2 &&
                         !isVowel(first.at(first.size() - 2));
    const bool hisses = first.endsWith(QLatin1Char('s')) || first.endsWith(QLatin1Char('x')) ||
                        first.endsWith(QLatin1String("sh")) ||
                        first.endsWith(QLatin1String("ch")) || first.endsWith(QLatin1Char('z')) ||
                        first.endsWith(QLatin1Char('o'));
    const QString stem = endsInE || endsInY ? first.chopped(1) : first;
    VerbForms forms;
    forms.third = (endsInY ? stem + QStringLiteral("ies")
                           : first + (hisses ? QStringLiteral("es") : QStringLiteral("s"))) +
                  rest;
    forms.past = stem + (endsInY ? QStringLiteral("ied") : QStringLiteral("ed")) + rest;
    forms.participle = forms.past;
    forms.gerund = (endsInE ? stem : first) + QStringLiteral("ing") + rest;
    return forms;
}

} // namespace gyre
