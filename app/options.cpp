#include "app/options.h"

#include <algorithm>
#include <array>

namespace gyre {

namespace {

constexpr Verbs filtering = only(Verb::Export) | only(Verb::Analyze) | only(Verb::Convert);
constexpr Verbs reading = filtering | only(Verb::Extract) | only(Verb::Layout);
constexpr Verbs all = ~0U;

QString joined(const QStringList& words)
{
    return words.join(QStringLiteral(", "));
}

/// "“equty” is no deal type; did you mean “equity_investment”? There are: …"
QString notOneOf(const QString& value, const QStringList& known)
{
    const QString near = nearest(value, known);
    return near.isEmpty() ? CommandLine::tr("“%1” is not one of: %2").arg(value, joined(known))
                          : CommandLine::tr("“%1” is not one of: %2; did you mean “%3”?")
                                .arg(value, joined(known), near);
}

/// Names of a closed vocabulary, in its order.
template<typename Value>
QStringList namesOf(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << name(static_cast<Value>(i));
    return names;
}

/// A comma-separated list of names into a set.
template<typename Value, std::size_t count>
QString takeSet(std::bitset<count>& set, const QString& value)
{
    const QStringList known = namesOf<Value>(static_cast<int>(count));
    std::bitset<count> wanted;
    for (const QString& word : value.split(QLatin1Char(','))) {
        const auto at = known.indexOf(word.trimmed());
        if (at < 0)
            return notOneOf(word.trimmed(), known);
        wanted.set(static_cast<std::size_t>(at));
    }
    set = wanted;
    return {};
}

QString takeNumber(int& number, const QString& value, int least, int most)
{
    bool isNumber = false;
    const int typed = value.toInt(&isNumber);
    if (!isNumber || typed < least || typed > most)
        return CommandLine::tr("“%1” is no whole number from %2 to %3")
            .arg(value, QString::number(least), QString::number(most));
    number = typed;
    return {};
}

QString takeDate(std::optional<PartialDate>& date, const QString& value)
{
    const auto typed = PartialDate::parse(value);
    if (!typed)
        return CommandLine::tr("“%1” is no date; write 2025, 2025-Q3, 2025-09 or 2025-09-22")
            .arg(value);
    date = typed;
    return {};
}

QString takeType(Invocation& command, const QString& value)
{
    return takeSet<DealType>(command.filter.types, value);
}

QString takeStatus(Invocation& command, const QString& value)
{
    if (value == QStringLiteral("all")) {
        command.filter.statuses.set();
        return {};
    }
    return takeSet<Status>(command.filter.statuses, value);
}

QString takeLeast(Invocation& command, const QString& value)
{
    const auto money = typedMoney(value);
    if (!money)
        return CommandLine::tr("“%1” is no amount; write for instance 10e9, 10B or $10B")
            .arg(value);
    command.filter.least = money->units;
    command.filter.leastCurrency = money->currency;
    return {};
}

QString takeFrom(Invocation& command, const QString& value)
{
    return takeDate(command.filter.from, value);
}

QString takeTo(Invocation& command, const QString& value)
{
    return takeDate(command.filter.to, value);
}

QString takeDated(Invocation& command, const QString&)
{
    command.filter.datedOnly = true;
    return {};
}

QString takeAsOf(Invocation& command, const QString& value)
{
    return takeDate(command.filter.asOf, value);
}

/// The name may hold commas; a number behind the last one is the radius.
QString takeFocus(Invocation& command, const QString& value)
{
    FocusWords focus{value.trimmed(), 1};
    const auto comma = value.lastIndexOf(QLatin1Char(','));
    bool isNumber = false;
    const int hops = comma < 0 ? 0 : value.mid(comma + 1).toInt(&isNumber);
    if (isNumber) {
        if (hops < 0)
            return CommandLine::tr("the number of hops in “%1” is less than 0").arg(value);
        focus = {value.left(comma).trimmed(), hops};
    }
    if (focus.firm.isEmpty())
        return CommandLine::tr("the firm's name is missing; write for instance openai,2");
    command.focus.push_back(focus);
    return {};
}

QString takePath(Invocation& command, const QString& value)
{
    const QString money = QStringLiteral(",money");
    command.isPathOfMoney = value.endsWith(money);
    command.path = command.isPathOfMoney ? value.chopped(money.size()) : value;
    return command.path.contains(QLatin1Char(','))
               ? QString()
               : CommandLine::tr("“%1” names one firm; write two, as in oracle,openai").arg(value);
}

QString takeAmounts(Invocation& command, const QString& value)
{
    const QStringList known{QStringLiteral("low"), QStringLiteral("mid"), QStringLiteral("high")};
    const auto at = known.indexOf(value);
    if (at < 0)
        return notOneOf(value, known);
    command.filter.reading = static_cast<Reading>(at);
    return {};
}

QString takeBriefingDate(Invocation& command, const QString& value)
{
    return takeDate(command.date, value);
}

QString takeWithText(Invocation& command, const QString&)
{
    command.withText = true;
    return {};
}

QString takeJobs(Invocation& command, const QString& value)
{
    return takeNumber(command.jobs, value, 1, 256);
}

QString takeOut(Invocation& command, const QString& value)
{
    command.output = value;
    return {};
}

/// A comma-separated list of what is on offer, each once, in the order given.
template<typename Item>
QString takeList(std::vector<Item>& list, const QString& value, std::span<const Item> offered,
                 std::optional<Item> (*find)(QStringView))
{
    QStringList known;
    for (const Item item : offered)
        known << name(item);
    std::vector<Item> wanted;
    for (const QString& word : value.split(QLatin1Char(','))) {
        const auto item = find(word.trimmed());
        if (!item)
            return notOneOf(word.trimmed(), known);
        if (std::find(wanted.begin(), wanted.end(), *item) == wanted.end())
            wanted.push_back(*item);
    }
    list = wanted;
    return {};
}

QString takeOnly(Invocation& command, const QString& value)
{
    return takeList(command.only, value, exportKinds(), exportKindFromName);
}

QString takeFileFormat(Invocation& command, const QString& value)
{
    return takeList(command.formats, value, exportFormats(), exportFormatFromName);
}

QString takeSide(Invocation& command, const QString& value, void (QSizeF::*set)(qreal))
{
    int pixels = 0;
    QString wrong = takeNumber(pixels, value, leastExportSide, greatestExportSide);
    if (wrong.isEmpty())
        (command.size.picture.*set)(pixels);
    command.hasOwnSize = true;
    return wrong;
}

QString takeWidth(Invocation& command, const QString& value)
{
    return takeSide(command, value, &QSizeF::setWidth);
}

QString takeHeight(Invocation& command, const QString& value)
{
    return takeSide(command, value, &QSizeF::setHeight);
}

QString takePreset(Invocation& command, const QString& value)
{
    QStringList known;
    for (const ExportPreset& preset : exportPresets()) {
        known << QString::fromLatin1(preset.name);
        if (known.back() == value)
            command.size = preset.size;
    }
    command.hasOwnSize = true;
    return known.contains(value) ? QString() : notOneOf(value, known);
}

/// "210x148", also with ×, with blanks and with parts of a millimetre.
QString takeMillimetres(Invocation& command, const QString& value)
{
    const QStringList sides =
        QString(value).replace(QChar(0x00D7), u'x').toLower().split(QLatin1Char('x'));
    QSizeF paper;
    bool isNumber = sides.size() == 2;
    if (isNumber) {
        bool isHeight = false;
        paper =
            QSizeF(sides[0].trimmed().toDouble(&isNumber), sides[1].trimmed().toDouble(&isHeight));
        isNumber = isNumber && isHeight;
    }
    const auto isSide = [](double side) {
        return side >= leastExportMillimetres && side <= greatestExportMillimetres;
    };
    if (!isNumber || !isSide(paper.width()) || !isSide(paper.height()))
        return CommandLine::tr("“%1” is no width and height from %2 to %3 mm; write for instance "
                               "210x148")
            .arg(value, QString::number(leastExportMillimetres),
                 QString::number(greatestExportMillimetres));
    command.millimetres = paper;
    return {};
}

QString takeDotsPerInch(Invocation& command, const QString& value)
{
    int dots = 0;
    QString wrong = takeNumber(dots, value, leastDotsPerInch, greatestDotsPerInch);
    if (wrong.isEmpty())
        command.dotsPerInch = dots;
    return wrong;
}

QString takeScale(Invocation& command, const QString& value)
{
    QStringList known;
    for (const double scale : exportScales())
        known << QString::number(scale);
    bool isNumber = false;
    const double typed = value.toDouble(&isNumber);
    const auto scales = exportScales();
    if (!isNumber || std::find(scales.begin(), scales.end(), typed) == scales.end())
        return notOneOf(value, known);
    command.scale = typed;
    return {};
}

QString takeTransparent(Invocation& command, const QString&)
{
    command.isTransparent = true;
    return {};
}

QString takeTheme(Invocation& command, const QString& value)
{
    const QStringList known{QStringLiteral("light"), QStringLiteral("dark"),
                            QStringLiteral("print")};
    const auto at = known.indexOf(value);
    if (at < 0)
        return notOneOf(value, known);
    command.theme = static_cast<ThemeName>(at);
    return {};
}

QString takeTitle(Invocation& command, const QString& value)
{
    command.title = value;
    return {};
}

QString takeMergePairs(Invocation& command, const QString&)
{
    command.mergesPairs = true;
    return {};
}

QString takeAlgorithm(Invocation& command, const QString& value)
{
    command.engine = findLayoutEngine(value);
    if (command.engine != nullptr)
        return {};
    QStringList known;
    for (const LayoutEngine& engine : layoutEngines())
        known << QString::fromLatin1(engine.name);
    return notOneOf(value, known);
}

QString takePositions(Invocation& command, const QString& value)
{
    command.positions = value;
    return {};
}

QString takeBackground(Invocation& command, const QString&)
{
    command.withBackground = true;
    return {};
}

QString takeGeometry(Invocation& command, const QString&)
{
    command.withGeometry = true;
    return {};
}

QString takeLoops(Invocation& command, const QString& value)
{
    int length = 4;
    QString wrong = value.isEmpty() ? QString() : takeNumber(length, value, 2, 12);
    command.loops = length;
    return wrong;
}

QString takeSeed(Invocation& command, const QString& value)
{
    bool isNumber = false;
    command.layout.seed = value.toULongLong(&isNumber);
    return isNumber ? QString() : CommandLine::tr("“%1” is no whole number from 0").arg(value);
}

QString takeThreads(Invocation& command, const QString& value)
{
    return takeNumber(command.layout.threads, value, 1, 256);
}

QString takeNetworkFormat(const NetworkFormat*& format, const QString& value, bool isOutput)
{
    QStringList known;
    for (const NetworkFormat& row : networkFormats()) {
        if (!(isOutput ? static_cast<bool>(row.write) : static_cast<bool>(row.read)))
            continue;
        known << QString::fromLatin1(row.name);
        if (known.back() == value)
            format = &row;
    }
    return known.contains(value) ? QString() : notOneOf(value, known);
}

QString takeFormatIn(Invocation& command, const QString& value)
{
    return takeNetworkFormat(command.formatIn, value, false);
}

QString takeFormatOut(Invocation& command, const QString& value)
{
    return takeNetworkFormat(command.formatOut, value, true);
}

QString takeGazetteer(Invocation& command, const QString& value)
{
    command.gazetteer = value;
    return {};
}

QString takeOwnGazetteer(Invocation& command, const QString&)
{
    command.withOwnGazetteer = true;
    return {};
}

QString takeHelp(Invocation& command, const QString&)
{
    if (command.verb != Verb::Open)
        command.helpAbout = command.verb;
    command.verb = Verb::Help;
    return {};
}

QString takeVersion(Invocation& command, const QString&)
{
    command.verb = Verb::Version;
    return {};
}

constexpr auto extract = only(Verb::Extract);
constexpr auto exporting = only(Verb::Export);
constexpr auto layout = only(Verb::Layout);
constexpr auto convert = only(Verb::Convert);

// clang-format off
constexpr std::array optionTable{
    Option{"--date", "D", extract, QT_TRANSLATE_NOOP("CommandLine", "the date of the briefings, in place of their own: 2025, 2025-Q3, 2025-09 or 2025-09-22"), takeBriefingDate},
    Option{"--with-text", nullptr, extract, QT_TRANSLATE_NOOP("CommandLine", "put each briefing's text into the result"), takeWithText},
    Option{"--jobs", "N", extract, QT_TRANSLATE_NOOP("CommandLine", "read N briefings at a time (default: one a processor); the order stays"), takeJobs},
    Option{"--out", "DIR", exporting, QT_TRANSLATE_NOOP("CommandLine", "the folder to write to; made where it is missing"), takeOut},
    Option{"--only", "WHAT,…", exporting, QT_TRANSLATE_NOOP("CommandLine", "network, valuations, ownership (default: all)"), takeOnly},
    Option{"--format", "F,…", exporting, QT_TRANSLATE_NOOP("CommandLine", "png, svg, pdf, csv: the table of all that passes the filters (default png)"), takeFileFormat},
    Option{"--width", "PX", exporting, QT_TRANSLATE_NOOP("CommandLine", "width of the picture (default 1600)"), takeWidth},
    Option{"--height", "PX", exporting, QT_TRANSLATE_NOOP("CommandLine", "height of the picture (default 1000)"), takeHeight},
    Option{"--preset", "NAME", exporting, QT_TRANSLATE_NOOP("CommandLine", "size by name: report, column (twice as fine), slide, square, portrait, wall, a4 or a5 (300 dpi)"), takePreset},
    Option{"--mm", "WxH", exporting, QT_TRANSLATE_NOOP("CommandLine", "size on paper in place of --width, --height and --scale"), takeMillimetres},
    Option{"--dpi", "N", exporting, QT_TRANSLATE_NOOP("CommandLine", "pixels to an inch: with --mm how fine (default 300), else how large on paper"), takeDotsPerInch},
    Option{"--scale", "S", exporting, QT_TRANSLATE_NOOP("CommandLine", "1, 1.5, 2 or 3 pixels for each pixel of width and height (default 1)"), takeScale},
    Option{"--transparent", nullptr, exporting, QT_TRANSLATE_NOOP("CommandLine", "no background"), takeTransparent},
    Option{"--theme", "T", exporting, QT_TRANSLATE_NOOP("CommandLine", "light, dark or print (default light)"), takeTheme},
    Option{"--title", "TEXT", exporting, QT_TRANSLATE_NOOP("CommandLine", "title of the network's picture (default: proposed from the data)"), takeTitle},
    Option{"--algorithm", "A", exporting | layout, QT_TRANSLATE_NOOP("CommandLine", "how firms are placed: default, stress, rings, circle or time"), takeAlgorithm},
    Option{"--merge-pairs", nullptr, exporting, QT_TRANSLATE_NOOP("CommandLine", "one arrow for the deals of a payer and a receiver that are alike sure, with count and sum"), takeMergePairs},
    Option{"--positions", "FILE", exporting, QT_TRANSLATE_NOOP("CommandLine", "places of firms, as “gyre layout” writes them"), takePositions},
    Option{"--background", nullptr, exporting, QT_TRANSLATE_NOOP("CommandLine", "add the bundled facts' values and stakes, drawn apart"), takeBackground},
    Option{"--geometry", nullptr, exporting, QT_TRANSLATE_NOOP("CommandLine", "write network.geometry.json: what the picture holds, and where"), takeGeometry},
    Option{"--loops", "N", only(Verb::Analyze), QT_TRANSLATE_NOOP("CommandLine", "money that comes back, through up to N firms (default 4)"), takeLoops, true},
    Option{"--seed", "N", layout, QT_TRANSLATE_NOOP("CommandLine", "start of the layout's random numbers (default 1)"), takeSeed},
    Option{"--threads", "N", layout, QT_TRANSLATE_NOOP("CommandLine", "threads to use; the result does not depend on them (default 1)"), takeThreads},
    Option{"--format-in", "F", convert, QT_TRANSLATE_NOOP("CommandLine", "format of every IN (default: as its name says)"), takeFormatIn},
    Option{"--format-out", "F", convert, QT_TRANSLATE_NOOP("CommandLine", "format of OUT (default: as its name says)"), takeFormatOut},
    Option{"--type", "T,…", filtering, QT_TRANSLATE_NOOP("CommandLine", "types of deals (default: all but stake_transfer; of convert: all)"), takeType},
    Option{"--status", "S,…|all", filtering, QT_TRANSLATE_NOOP("CommandLine", "how sure (default: all but cancelled and denied; of convert: all)"), takeStatus},
    Option{"--least", "AMOUNT", filtering, QT_TRANSLATE_NOOP("CommandLine", "no deal below this: 10e9, 10B, $10B"), takeLeast},
    Option{"--from", "D", filtering, QT_TRANSLATE_NOOP("CommandLine", "no deal dated before D"), takeFrom},
    Option{"--to", "D", filtering, QT_TRANSLATE_NOOP("CommandLine", "no deal dated after D"), takeTo},
    Option{"--dated", nullptr, filtering, QT_TRANSLATE_NOOP("CommandLine", "with --from or --to: no deal without a date"), takeDated},
    Option{"--as-of", "D", filtering, QT_TRANSLATE_NOOP("CommandLine", "the state known at that date, with the names that firms had then"), takeAsOf},
    Option{"--focus", "ORG[,HOPS]", filtering, QT_TRANSLATE_NOOP("CommandLine", "this firm and those near it (repeatable; default 1 hop)"), takeFocus},
    Option{"--path", "ORG,ORG[,money]", filtering, QT_TRANSLATE_NOOP("CommandLine", "the shortest way between two firms, whoever pays; with “money” from payer to receiver alone"), takePath},
    Option{"--amounts", "low|mid|high", filtering, QT_TRANSLATE_NOOP("CommandLine", "which end of a range counts (default high)"), takeAmounts},
    Option{"--gazetteer", "FILE", reading, QT_TRANSLATE_NOOP("CommandLine", "names of firms to know besides the program's own: rows as the window's “Names Gyre has learnt” writes them"), takeGazetteer},
    Option{"--learnt-names", nullptr, reading, QT_TRANSLATE_NOOP("CommandLine", "know the names that the window has learnt on this machine (default: not, so that the same input gives the same output anywhere)"), takeOwnGazetteer},
    Option{"--help", nullptr, all, QT_TRANSLATE_NOOP("CommandLine", "this text"), takeHelp},
    Option{"--version", nullptr, only(Verb::Open), QT_TRANSLATE_NOOP("CommandLine", "the program's version"), takeVersion},
};

constexpr std::array verbTable{
    VerbWords{Verb::Extract, "extract", "FILE…", QT_TRANSLATE_NOOP("CommandLine", "facts of each briefing: one JSON object a line, in the order given")},
    VerbWords{Verb::Export, "export", "FILE… --out DIR", QT_TRANSLATE_NOOP("CommandLine", "pictures and their tables, from one network made of all FILEs")},
    VerbWords{Verb::Analyze, "analyze", "FILE… --loops[=N]", QT_TRANSLATE_NOOP("CommandLine", "the analyses as one JSON object")},
    VerbWords{Verb::Convert, "convert", "IN… OUT", QT_TRANSLATE_NOOP("CommandLine", "one network made of every IN, written to OUT")},
    VerbWords{Verb::Layout, "layout", "IN OUT.json", QT_TRANSLATE_NOOP("CommandLine", "where the firms go")},
};
// clang-format on

} // namespace

std::span<const Option> options()
{
    return optionTable;
}

std::span<const VerbWords> verbs()
{
    return verbTable;
}

QString name(Verb verb)
{
    for (const VerbWords& row : verbTable)
        if (row.verb == verb)
            return QString::fromLatin1(row.name);
    return {};
}

} // namespace gyre
