#include "graph/interchange/gazetteerfile.h"

#include "graph/interchange/filebytes.h"
#include "graph/interchange/formats.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace gyre {

namespace {

constexpr const char* head =
    "# Names that Gyre has learnt, one row each; it reads the next briefing by them.\n"
    "#\n"
    "#   firm ID KIND TICKER COUNTRY FOUNDED : Name; other name     a firm; - is not known\n"
    "#   alias ID : other name; ?other name                         more names of a firm\n"
    "#   no-firm : name; name                                       names of no firm\n"
    "#\n"
    "# KIND is one of big_tech chipmaker cloud ai_lab ai_startup investor telecom software other.\n"
    "# A name with '?' before it is also an ordinary word: it is taken only where the text leaves\n"
    "# no doubt.\n";

/// Bytes that are no UTF-8 stay what they are: lines are kept as they were read.
struct Line
{
    QByteArray bytes;
    std::optional<LearntName> name;
    /// Why there is no name in it, of a line that should have one.
    QString expected;
    bool isSource = false;
};

std::vector<Line> linesOf(const QByteArray& file)
{
    std::vector<Line> lines;
    LearntName source;
    bool isBelowSource = false;
    for (const QByteArray& bytes : file.split('\n')) {
        Line line;
        line.bytes = bytes;
        QString text = QString::fromUtf8(bytes).trimmed();
        if (lines.empty() && text.startsWith(QChar(0xFEFF)))
            text = text.mid(1);
        LearntName told;
        if (takeSource(told, text)) {
            line.isSource = true;
            source = told;
        } else if (!text.isEmpty() && !text.startsWith(QLatin1Char('#'))) {
            LearntRow row = learntRow(text);
            line.name = std::move(row.name);
            line.expected = row.expected;
            if (line.name && isBelowSource) {
                line.name->saidIn = source.saidIn;
                line.name->saidOn = source.saidOn;
            }
        }
        isBelowSource = line.isSource;
        lines.push_back(std::move(line));
    }
    // What stands behind the last line's end is no line.
    if (lines.back().bytes.isEmpty())
        lines.pop_back();
    return lines;
}

void takeOut(std::vector<Line>& lines, const LearntName& name)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].name != name)
            continue;
        const std::size_t first = i > 0 && lines[i - 1].isSource ? i - 1 : i;
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(first),
                    lines.begin() + static_cast<std::ptrdiff_t>(i + 1));
        return;
    }
}

bool holds(const LearntNames& names, const LearntName& wanted)
{
    return std::find(names.begin(), names.end(), wanted) != names.end();
}

} // namespace

QString ownGazetteer()
{
    const QSettings settings(QStringLiteral("gyre"), QStringLiteral("gyre"));
    return QFileInfo(settings.fileName()).dir().filePath(QStringLiteral("names.txt"));
}

GazetteerReading readGazetteer(const QString& path)
{
    GazetteerReading reading;
    int number = 0;
    for (Line& line : linesOf(fileBytes(path))) {
        ++number;
        if (line.name) {
            reading.names.push_back(std::move(*line.name));
            reading.lines.push_back(number);
        } else if (!line.expected.isEmpty()) {
            reading.diagnostics.push_back({Severity::Warning,
                                           QStringLiteral("names.bad-row"),
                                           {line.expected},
                                           path,
                                           number,
                                           {}});
        }
    }
    return reading;
}

void saveGazetteer(const QString& path, const LearntNames& before, const LearntNames& after)
{
    const bool isThere = QFileInfo::exists(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        throw Error(QStringLiteral("file.no-folder"), {}, QFileInfo(path).absolutePath());
    std::vector<Line> lines = linesOf(isThere ? fileBytes(path) : QByteArray(head));
    for (const LearntName& name : before)
        if (!holds(after, name))
            takeOut(lines, name);
    QByteArray file;
    for (const Line& line : lines)
        file += line.bytes + '\n';
    for (const LearntName& name : after) {
        if (holds(before, name))
            continue;
        if (const QString source = sourceLineOf(name); !source.isEmpty())
            file += source.toUtf8() + '\n';
        file += rowOf(name).toUtf8() + '\n';
    }
    writeFile(path, file);
}

} // namespace gyre
