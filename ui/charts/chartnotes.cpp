#include "ui/charts/chartnotes.h"

#include "ui/charts/chartwords.h"
#include "ui/charts/drawnchart.h"

#include <algorithm>
#include <limits>

namespace gyre {

namespace {

QStringList wrappedNotes(const ChartNotes& notes, double width, double pixels)
{
    QStringList counts;
    QStringList sentences;
    for (const ChartNote& note : notes)
        (note.sentence.isEmpty() ? counts : sentences)
            << (note.sentence.isEmpty() ? note.count : note.sentence);
    counts.removeAll(QString());
    if (!counts.isEmpty())
        sentences.prepend(Charts::tr("Not drawn: %1.").arg(counts.join(QStringLiteral(", "))));
    return wrapped(sentences.join(QLatin1Char(' ')), width, pixels, QFont::Normal,
                   std::numeric_limits<int>::max());
}

} // namespace

QStringList noteLines(const ChartNotes& notes, double width, double pixels, int lines)
{
    ChartNotes said = notes;
    for (;;) {
        QStringList set = wrappedNotes(said, width, pixels);
        const auto longest =
            std::max_element(said.begin(), said.end(), [](const ChartNote& a, const ChartNote& b) {
                return a.sentence.size() < b.sentence.size();
            });
        if (set.size() <= lines || longest == said.end() || longest->sentence.isEmpty())
            return set;
        longest->sentence.clear();
    }
}

QStringList countLines(const ChartNotes& notes, double width, double pixels)
{
    return noteLines(notes, width, pixels, 0);
}

} // namespace gyre
