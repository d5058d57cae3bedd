#include "graph/briefing/lexiconloader.h"

namespace gyre {

namespace {

constexpr std::array placeNames{"subject", "object", "indirect", "genitive", "in",
                                "into",    "to",     "from",     "with",     "by",
                                "for",     "of",     "at",       "between",  "through",
                                "over",    "behind", "on",       "as",       "against"};
static_assert(placeNames.size() == static_cast<std::size_t>(Place::Count));

constexpr std::array roleNames{"none", "payer", "receiver", "asset", "either", "holder", "org"};

constexpr std::array thingNames{
    "any",        "nothing",   "money",  "firm",        "goods",    "stake",   "shares", "round",
    "investment", "check",     "deal",   "acquisition", "loan",     "warrant", "order",  "sale",
    "cash",       "valuation", "backer", "customer",    "supplier", "partner", "owner",  "talks",
    "license",    "revenue",   "tender", "issue",       "joining",  "other"};
static_assert(thingNames.size() == static_cast<std::size_t>(Thing::Count));

} // namespace

void LexiconLoader::preposition(const LexiconRow& row)
{
    const auto place = indexIn(placeNames, row.argument(0));
    if (!place)
        row.fail(QStringLiteral("a place"));
    addAll(row, Category::Preposition, static_cast<std::size_t>(*place));
}

void LexiconLoader::noun(const LexiconRow& row)
{
    const auto thing = indexIn(thingNames, row.argument(0));
    if (!thing)
        row.fail(QStringLiteral("a kind of deal noun"));
    addAll(row, Category::Noun, static_cast<std::size_t>(*thing));
}

void LexiconLoader::irregular(const LexiconRow& row)
{
    VerbForms forms = regularForms(row.argument(0));
    forms.past = row.argument(1).toString();
    forms.participle = row.argument(2).toString();
    if (row.arguments.size() > 3)
        forms.gerund = row.argument(3).toString();
    if (row.arguments.size() > 4)
        forms.third = row.argument(4).toString();
    m_irregular.insert(row.argument(0), forms);
}

std::uint16_t LexiconLoader::verbNumber(QStringView base)
{
    const auto known = m_verbs.constFind(base);
    if (known != m_verbs.constEnd())
        return *known;
    const auto number = static_cast<std::uint16_t>(m_data.verbs.size());
    m_data.verbs.emplace_back();
    m_verbs.insert(base, number);
    const qsizetype blank = base.indexOf(u' ');
    const QStringView first = blank < 0 ? base : base.first(blank);
    VerbForms forms = regularForms(base);
    if (const auto odd = m_irregular.constFind(first); odd != m_irregular.constEnd()) {
        const QString rest = blank < 0 ? QString() : base.mid(blank).toString();
        forms = {odd->third + rest, odd->past + rest, odd->participle + rest, odd->gerund + rest};
    }
    const auto addForm = [&](QStringView text, Form form) {
        add(text, {Category::Verb, form, number, 0});
    };
    // "put" is rather a past than a present: "to put" is told by the word before.
    if (base != forms.past)
        addForm(base, Form::Base);
    const std::array made{std::pair{forms.third, Form::Third}, std::pair{forms.past, Form::Past},
                          std::pair{forms.participle, Form::Participle},
                          std::pair{forms.gerund, Form::Gerund}};
    for (const auto& [text, form] : made) {
        if (form == Form::Participle && text == forms.past)
            continue;
        m_data.storage.push_back(text);
        addForm(m_data.storage.back(), form);
    }
    return number;
}

void LexiconLoader::setOption(const LexiconRow& row, Frame& frame, QStringView option)
{
    const qsizetype equals = option.indexOf(u'=');
    const QStringView key = equals < 0 ? option : option.first(equals);
    const QStringView value = equals < 0 ? QStringView() : option.mid(equals + 1);
    if (key == QLatin1String("takes")) {
        const auto thing = indexIn(thingNames, value);
        if (!thing)
            row.fail(QStringLiteral("takes=KIND"));
        frame.on = static_cast<Thing>(*thing);
    } else if (key == QLatin1String("status")) {
        frame.status = statusFromName(value);
        if (!frame.status)
            row.fail(QStringLiteral("status=STATUS"));
    } else if (key == QLatin1String("confidence")) {
        frame.confidence = value.toFloat();
    } else if (key == QLatin1String("needs-money")) {
        frame.needsMoney = true;
    } else if (key == QLatin1String("infer-receiver")) {
        frame.mayInferReceiver = true;
    } else if (key == QLatin1String("inverse")) {
        frame.isInverse = true;
    } else if (key == QLatin1String("infer-payer")) {
        frame.mayInferPayer = true;
    } else if (key == QLatin1String("any-payer")) {
        frame.mayLackPayer = true;
    } else if (key == QLatin1String("shared")) {
        frame.isShared = true;
    } else if (key == QLatin1String("by-person")) {
        frame.isByPerson = true;
    } else if (key == QLatin1String("beside")) {
        frame.isBeside = true;
    } else {
        const auto place = indexIn(placeNames, key);
        const auto role = indexIn(roleNames, value);
        if (!place || !role)
            row.fail(QStringLiteral("PLACE=ROLE"));
        frame.roles.at(static_cast<std::size_t>(*place)) = static_cast<Role>(*role);
    }
}

std::uint16_t LexiconLoader::addFrame(const LexiconRow& row, std::size_t firstArgument)
{
    Frame frame;
    frame.rule = row.argument(firstArgument).toString();
    const QStringView type = row.argument(firstArgument + 1);
    if (type == QLatin1String("valuation")) {
        frame.fact = FactKind::Valuation;
    } else if (type == QLatin1String("stake")) {
        frame.fact = FactKind::Stake;
    } else if (type != QLatin1String("-")) {
        const auto known = dealTypeFromName(type);
        if (!known)
            row.fail(QStringLiteral("a deal type, valuation, stake or -"));
        frame.fact = FactKind::Deal;
        frame.type = *known;
    }
    for (std::size_t i = firstArgument + 2; i < row.arguments.size(); ++i)
        setOption(row, frame, row.arguments[i]);
    m_data.frames.push_back(std::move(frame));
    return static_cast<std::uint16_t>(m_data.frames.size() - 1);
}

void LexiconLoader::verb(const LexiconRow& row)
{
    const std::uint16_t frame = addFrame(row, 0);
    for (const QStringView base : row.phrases)
        m_data.verbs[verbNumber(base)].push_back(frame);
}

void LexiconLoader::nounFrame(const LexiconRow& row)
{
    const auto thing = indexIn(thingNames, row.argument(0));
    if (!thing)
        row.fail(QStringLiteral("a kind of deal noun"));
    const std::uint16_t frame = addFrame(row, 1);
    m_data.nounFrames.at(static_cast<std::size_t>(*thing)).push_back(frame);
}

} // namespace gyre
