#include "graph/model/historyfile.h"

#include <QFile>
#include <QStringList>

#include <array>

namespace gyre {

namespace {

using Kind = FirmEvent::Kind;

/// What a row of each kind looks like; told of a row that doesn't.
struct Form
{
    const char* key;
    Kind kind;
    int dates;
    int names;
    const char* form;
};

constexpr std::array forms{
    Form{"renamed", Kind::Renamed, 1, 3, "renamed 2021-10-28 : FIRM; OLD NAME; NEW NAME; source"},
    Form{"merged", Kind::Merged, 1, 2, "merged 2026-02-02 : FIRM; INTO WHICH; source"},
    Form{"split", Kind::Split, 1, 2, "split 2015-07 : FIRM; OFF WHICH; source"},
    Form{"unit", Kind::Unit, 2, 2, "unit 2018-10 - : FIRM; OF WHICH; source"}};

QStringList trimmed(const QStringList& parts)
{
    QStringList all;
    for (const QString& part : parts)
        all << part.trimmed();
    return all;
}

Error badRow(const Form& form)
{
    return Error(QStringLiteral("history.bad-row"), {QString::fromLatin1(form.form)});
}

const Form& formOf(const QString& key)
{
    QStringList known;
    for (const Form& form : forms) {
        if (key == QLatin1String(form.key))
            return form;
        known << QString::fromLatin1(form.key);
    }
    throw Error(QStringLiteral("history.bad-kind"), {key, known.join(QStringLiteral(", "))});
}

/// '-' stands for no date where a row may do without one.
std::optional<PartialDate> dateIn(const QString& word, bool isOptional)
{
    const auto date = PartialDate::parse(word);
    if (!date && !(isOptional && word == QLatin1String("-")))
        throw Error(QStringLiteral("history.bad-date"), {word});
    return date;
}

FirmEvent eventIn(const QString& row)
{
    const auto colon = row.indexOf(QLatin1String(" : "));
    const QStringList words = row.left(colon).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const Form& form = formOf(words.front());
    if (colon < 0 || words.size() != form.dates + 1)
        throw badRow(form);
    QStringList names = trimmed(row.mid(colon + 3).split(QLatin1Char(';')));
    const bool isComplete = names.size() >= form.names && names.size() <= form.names + 1 &&
                            !names.mid(0, form.names).contains(QString());
    if (!isComplete)
        throw badRow(form);
    const bool isUnit = form.kind == Kind::Unit;
    FirmEvent event;
    event.kind = form.kind;
    event.from = dateIn(words[1], isUnit);
    if (isUnit)
        event.until = dateIn(words[2], true);
    event.firm = names[0];
    event.other = names[1];
    if (form.kind == Kind::Renamed)
        event.name = names[2];
    event.source = names.value(form.names);
    return event;
}

} // namespace

HistoryReading readHistory(QStringView text, const QString& file)
{
    HistoryReading reading;
    std::vector<FirmEvent> events;
    int line = 0;
    for (const QString& whole : text.toString().split(QLatin1Char('\n'))) {
        ++line;
        const QString row = whole.trimmed();
        if (row.isEmpty() || row.startsWith(QLatin1Char('#')))
            continue;
        try {
            events.push_back(eventIn(row));
            events.back().line = line;
        } catch (const Error& error) {
            Diagnostic problem = error.diagnostic();
            problem.severity = Severity::Warning;
            problem.file = file;
            problem.line = line;
            reading.diagnostics.push_back(std::move(problem));
        }
    }
    reading.history = FirmHistory(std::move(events), reading.diagnostics, file);
    return reading;
}

const HistoryReading& bundledHistory()
{
    static const HistoryReading reading = [] {
        const QString path = QStringLiteral(":/gyre/history/firms.txt");
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(QStringLiteral("lexicon.missing"), {path}, path);
        return readHistory(QString::fromUtf8(file.readAll()), path);
    }();
    return reading;
}

} // namespace gyre
