#include "app/commandline.h"

#include "app/options.h"

#include <algorithm>
#include <numeric>

namespace gyre {

namespace {

/// Letters to change, add or drop to turn one word into the other.
int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool isSame = a[i] == b[static_cast<qsizetype>(j) - 1];
            const int next = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (isSame ? 0 : 1)});
            diagonal = row[j];
            row[j] = next;
        }
    }
    return row.back();
}

std::optional<Verb> verbNamed(const QString& word)
{
    for (const VerbWords& row : verbs())
        if (word == QLatin1String(row.name))
            return row.verb;
    return std::nullopt;
}

QStringList optionNames(Verb verb)
{
    QStringList names;
    for (const Option& option : options())
        if ((option.verbs & only(verb)) != 0)
            names << QString::fromLatin1(option.name);
    return names;
}

const Option* findOption(const QString& name)
{
    for (const Option& option : options())
        if (name == QLatin1String(option.name))
            return &option;
    return nullptr;
}

QString helpHint(Verb verb)
{
    const QString about = name(verb);
    return about.isEmpty() ? CommandLine::tr("see gyre --help")
                           : CommandLine::tr("see gyre %1 --help").arg(about);
}

/// Why `name` is no option here, and what could have been meant.
QString unknownOption(Verb verb, const QString& name)
{
    if (const Option* elsewhere = findOption(name)) {
        QStringList takers;
        for (const VerbWords& row : verbs())
            if ((elsewhere->verbs & only(row.verb)) != 0)
                takers << QStringLiteral("gyre ") + QLatin1String(row.name);
        return CommandLine::tr("%1 is an option of %2; %3")
            .arg(name,
                 takers.isEmpty() ? QStringLiteral("gyre") : takers.join(QStringLiteral(", ")),
                 helpHint(verb));
    }
    const QString near = nearest(name, optionNames(verb));
    return near.isEmpty()
               ? CommandLine::tr("there is no option %1; %2").arg(name, helpHint(verb))
               : CommandLine::tr("there is no option %1; did you mean %2?").arg(name, near);
}

/// Walks over the arguments; stops at the first thing that is wrong.
class Parser
{
public:
    explicit Parser(QStringList arguments)
        : m_arguments(std::move(arguments))
    {
    }

    ParsedArguments run()
    {
        // "gyre help export" is how other programs are asked.
        if (!m_arguments.isEmpty() && m_arguments.front() == QStringLiteral("help")) {
            m_command.verb = Verb::Help;
            m_command.helpAbout = verbNamed(m_arguments.value(1));
            return {m_command, {}};
        }
        if (!m_arguments.isEmpty())
            if (const auto verb = verbNamed(m_arguments.front())) {
                m_command.verb = *verb;
                if (*verb == Verb::Convert)
                    m_command.filter = everything();
                m_arguments.removeFirst();
            }
        m_verb = m_command.verb;
        while (m_wrong.isEmpty() && !m_arguments.isEmpty() && !isDone())
            takeNext();
        if (m_wrong.isEmpty() && !isDone())
            m_wrong = missing();
        if (!m_wrong.isEmpty())
            return {std::nullopt, m_wrong};
        return {m_command, {}};
    }

private:
    /// Help and version need nothing else.
    [[nodiscard]] bool isDone() const
    {
        return m_command.verb == Verb::Help || m_command.verb == Verb::Version;
    }

    void takeNext()
    {
        const QString word = m_arguments.takeFirst();
        if (m_areOptionsOver || word == QStringLiteral("-") || !word.startsWith(QLatin1Char('-')))
            m_command.files << word;
        else if (word == QStringLiteral("--"))
            m_areOptionsOver = true;
        else
            takeOption(word == QStringLiteral("-h") ? QStringLiteral("--help") : word);
    }

    void takeOption(const QString& word)
    {
        const auto equals = word.indexOf(QLatin1Char('='));
        const QString name = equals < 0 ? word : word.left(equals);
        const Option* option = findOption(name);
        if (option == nullptr || (option->verbs & only(m_verb)) == 0) {
            m_wrong = unknownOption(m_verb, name);
            return;
        }
        QString value = equals < 0 ? QString() : word.mid(equals + 1);
        if (option->value == nullptr && equals >= 0) {
            m_wrong = CommandLine::tr("%1 takes no value; leave “=%2” away").arg(name, value);
            return;
        }
        if (option->value != nullptr && !option->isValueOptional && equals < 0) {
            if (m_arguments.isEmpty() || m_arguments.front().startsWith(QStringLiteral("--"))) {
                m_wrong = CommandLine::tr("%1 needs a value: %1 %2")
                              .arg(name, QString::fromUtf8(option->value));
                return;
            }
            value = m_arguments.takeFirst();
        }
        if (option->value != nullptr && value.isEmpty() &&
            (equals >= 0 || !option->isValueOptional) && name != QStringLiteral("--title")) {
            m_wrong = CommandLine::tr("%1 needs a value: %1 %2")
                          .arg(name, QString::fromUtf8(option->value));
            return;
        }
        const QString problem = option->take(m_command, value);
        if (!problem.isEmpty())
            m_wrong = name + QStringLiteral(": ") + problem;
    }

    /// What all arguments together lack.
    QString missing()
    {
        if (m_command.filter.from && m_command.filter.to &&
            m_command.filter.to->last() < m_command.filter.from->first())
            return CommandLine::tr("--to lies before --from; no deal can be between them");
        if (m_verb == Verb::Convert || m_verb == Verb::Layout)
            return missingOutput();
        if (m_verb == Verb::Open)
            return misspeltVerb();
        if (m_command.files.count(QStringLiteral("-")) > 1)
            return CommandLine::tr("standard input (-) can be read only once");
        if (m_command.files.isEmpty())
            return CommandLine::tr("no FILE is named; write gyre %1 %2")
                .arg(name(m_verb), QString::fromUtf8(argumentsOf(m_verb)));
        if (m_verb == Verb::Export && m_command.output.isEmpty())
            return CommandLine::tr("--out is missing: name the folder to write to, --out DIR");
        if (m_verb == Verb::Analyze && !m_command.loops)
            return CommandLine::tr("no analysis is named; write --loops");
        if (m_command.withGeometry && std::find(m_command.only.begin(), m_command.only.end(),
                                                ExportKind::Network) == m_command.only.end())
            return CommandLine::tr("--geometry tells where things are in the network; add network "
                                   "to --only, or leave one of the two away");
        return m_verb == Verb::Export ? settleSize() : QString();
    }

    /// What --preset, --width, --height, --scale, --mm and --dpi come to together.
    QString settleSize()
    {
        ExportSize& size = m_command.size;
        if (m_command.millimetres && m_command.hasOwnSize)
            return CommandLine::tr("--mm takes the place of --width, --height and --preset; give "
                                   "one of them");
        const auto paper = m_command.millimetres ? m_command.millimetres : size.millimetres();
        if (paper && m_command.scale)
            return CommandLine::tr("--scale goes with a size in pixels; how fine a size on paper "
                                   "is drawn says --dpi");
        if (paper)
            size = ExportSize::onPaper(
                *paper, m_command.dotsPerInch.value_or(
                            size.dotsPerInch > 0 ? qRound(size.dotsPerInch) : printDotsPerInch));
        else
            size.dotsPerInch = m_command.dotsPerInch.value_or(0);
        size.scale = m_command.scale.value_or(size.scale);
        if (size.isTooLarge())
            return CommandLine::tr("a picture of %1 × %2 pixels is too large; choose less than 256 "
                                   "million")
                .arg(QString::number(size.pixels().width()),
                     QString::number(size.pixels().height()));
        return {};
    }

    /// "gyre extrct report.txt" asks for no window.
    QString misspeltVerb()
    {
        if (m_command.files.size() < 2)
            return {};
        const QString word = m_command.files.front();
        QStringList known;
        for (const VerbWords& row : verbs())
            known << QString::fromLatin1(row.name);
        const QString near = word.contains(QLatin1Char('.')) || word.contains(QLatin1Char('/'))
                                 ? QString()
                                 : nearest(word, known);
        return near.isEmpty()
                   ? QString()
                   : CommandLine::tr("there is no command “%1”; did you mean “%2”? (A file "
                                     "of that name opens as ./%1.)")
                         .arg(word, near);
    }

    QString missingOutput()
    {
        const bool isLayout = m_verb == Verb::Layout;
        if (m_command.files.size() < 2 || (isLayout && m_command.files.size() > 2))
            return CommandLine::tr("write gyre %1 %2")
                .arg(name(m_verb), QString::fromUtf8(argumentsOf(m_verb)));
        m_command.output = m_command.files.takeLast();
        if (m_command.files.count(QStringLiteral("-")) > 1)
            return CommandLine::tr("standard input (-) can be read only once");
        if (isLayout || m_command.formatOut != nullptr)
            return {};
        m_command.formatOut = formatOfName(m_command.output);
        if (m_command.formatOut != nullptr)
            return {};
        QStringList known;
        for (const NetworkFormat& format : networkFormats())
            if (format.write)
                known << QString::fromLatin1(format.name);
        return CommandLine::tr(
                   "“%1” does not tell which format to write; name one with --format-out: %2")
            .arg(m_command.output, known.join(QStringLiteral(", ")));
    }

    /// By extension alone: nothing is looked up on disk.
    static const NetworkFormat* formatOfName(const QString& path)
    {
        const QString extension = path.section(QLatin1Char('.'), -1).toLower();
        for (const NetworkFormat& format : networkFormats())
            if (format.write && path.contains(QLatin1Char('.')) &&
                format.extensions.contains(extension))
                return &format;
        return nullptr;
    }

    static const char* argumentsOf(Verb verb)
    {
        for (const VerbWords& row : verbs())
            if (row.verb == verb)
                return row.arguments;
        return "";
    }

    QStringList m_arguments;
    Invocation m_command;
    Verb m_verb = Verb::Open;
    bool m_areOptionsOver = false;
    QString m_wrong;
};

QString generalHelp()
{
    QString text =
        CommandLine::tr("Gyre reads deal news, draws who funds whom, and exports the charts.\n\n");
    text += QStringLiteral("  gyre [FILE…]\n      ") + CommandLine::tr("open in the window") +
            QLatin1Char('\n');
    for (const VerbWords& row : verbs())
        text += QStringLiteral("  gyre %1 %2 [options]\n      %3\n")
                    .arg(QLatin1String(row.name), QString::fromUtf8(row.arguments),
                         CommandLine::tr(row.help));
    text +=
        QLatin1Char('\n') +
        CommandLine::tr(
            "FILE is a briefing (.txt, .md, .html, .eml, .pdf, - for standard input) or a "
            "network (.json,\n.graphml, a folder of CSV tables, one CSV). “gyre VERB --help” lists "
            "its options.\n"
            "Exit status: 0 done · 1 an input could not be used or an output not written · 2 the "
            "command\nline is wrong.\n");
    return text;
}

} // namespace

QString nearest(const QString& word, const QStringList& known)
{
    QString best;
    // One or two letters are near to anything.
    int least = word.size() < 3 ? 0 : std::max(2, static_cast<int>(word.size()) / 3) + 1;
    for (const QString& candidate : known) {
        const bool isStart = word.size() > 2 && candidate.startsWith(word);
        const int distance = isStart ? 1 : editDistance(word.toLower(), candidate.toLower());
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

Filter everything()
{
    Filter filter;
    filter.types.set();
    filter.statuses.set();
    filter.withUncounted = true;
    return filter;
}

ParsedArguments parsed(const QStringList& arguments)
{
    return Parser(arguments).run();
}

QString helpText(std::optional<Verb> about)
{
    if (!about)
        return generalHelp();
    QString text;
    for (const VerbWords& row : verbs())
        if (row.verb == *about)
            text += QStringLiteral("gyre %1 %2 [options]\n%3\n\n")
                        .arg(QLatin1String(row.name), QString::fromUtf8(row.arguments),
                             CommandLine::tr(row.help));
    for (const Option& option : options()) {
        if ((option.verbs & only(*about)) == 0)
            continue;
        QString left = QLatin1String(option.name);
        if (option.value != nullptr)
            left += (option.isValueOptional ? QStringLiteral("[=%1]") : QStringLiteral(" %1"))
                        .arg(QString::fromUtf8(option.value));
        text +=
            QStringLiteral("  %1 %2\n").arg(left.leftJustified(24), CommandLine::tr(option.help));
    }
    return text;
}

} // namespace gyre
