#include "graph/briefing/lexicondata.h"

#include "graph/basics/diagnostic.h"
#include "graph/briefing/lexiconrows.h"

#include <QDir>
#include <QFile>
#include <QHash>

namespace gyre {

namespace {

constexpr std::array placeNames{"subject", "object", "indirect", "genitive", "in",
                                "into",    "to",     "from",     "with",     "by",
                                "for",     "of",     "at",       "between",  "through",
                                "over",    "behind", "on",       "as",       "against"};
static_assert(placeNames.size() == static_cast<std::size_t>(Place::Count));

constexpr std::array roleNames{"none", "payer", "receiver", "asset", "either", "holder", "org"};

constexpr std::array thingNames{
    "any",        "nothing", "money",       "firm",     "goods",   "stake", "shares", "round",
    "investment", "deal",    "acquisition", "loan",     "warrant", "order", "sale",   "cash",
    "valuation",  "backer",  "customer",    "supplier", "partner", "owner", "talks",  "license",
    "revenue",    "tender",  "issue",       "joining",  "other"};
static_assert(thingNames.size() == static_cast<std::size_t>(Thing::Count));

template<std::size_t count>
std::optional<int> indexIn(const std::array<const char*, count>& names, QStringView name)
{
    for (std::size_t i = 0; i < count; ++i)
        if (name == QLatin1String(names.at(i)))
            return static_cast<int>(i);
    return std::nullopt;
}

class Loader
{
public:
    explicit Loader(LexiconData& data)
        : m_data(data)
    {
    }

    void load(const QString& folder);

private:
    using Handler = void (Loader::*)(const LexiconRow&);
    static const QHash<QStringView, Handler>& handlers();

    void read(const QString& path);

    void add(QStringView phrase, Meaning meaning);
    void addAll(const LexiconRow& row, Category category, std::size_t value = 0);
    [[nodiscard]] double number(const LexiconRow& row, std::size_t argument) const;

    void plain(const LexiconRow& row);
    void numbered(const LexiconRow& row);
    void measured(const LexiconRow& row);
    void currency(const LexiconRow& row);
    void hedge(const LexiconRow& row);
    void firm(const LexiconRow& row);
    void spelling(const LexiconRow& row);
    void descriptor(const LexiconRow& row);
    void country(const LexiconRow& row);
    void goods(const LexiconRow& row);
    void preposition(const LexiconRow& row);
    void noun(const LexiconRow& row);
    void cue(const LexiconRow& row);
    void irregular(const LexiconRow& row);
    void verb(const LexiconRow& row);
    void nounFrame(const LexiconRow& row);

    std::uint16_t addFrame(const LexiconRow& row, std::size_t firstArgument);
    void setOption(const LexiconRow& row, Frame& frame, QStringView option);
    std::uint16_t verbNumber(QStringView base);

    LexiconData& m_data;
    QHash<QStringView, std::uint16_t> m_firmRows;
    QHash<QStringView, std::uint16_t> m_verbs;
    QHash<QStringView, VerbForms> m_irregular;
    std::vector<Token> m_tokens;
    std::vector<std::uint32_t> m_words;
};

struct PlainKey
{
    const char16_t* key;
    Category category;
};

/// Keys whose rows are lists of phrases and nothing else.
constexpr std::array plainKeys{
    PlainKey{u"outlet", Category::Outlet},
    PlainKey{u"place", Category::Place},
    PlainKey{u"person", Category::Person},
    PlainKey{u"title", Category::Title},
    PlainKey{u"no-name", Category::NoName},
    PlainKey{u"firm-suffix", Category::FirmSuffix},
    PlainKey{u"part", Category::Part},
    PlainKey{u"percent", Category::PercentWord},
    PlainKey{u"filler", Category::Filler},
    PlainKey{u"rate", Category::Rate},
    PlainKey{u"vague", Category::Vague},
    PlainKey{u"metric", Category::Metric},
    PlainKey{u"denial", Category::Denial},
    PlainKey{u"condition", Category::Condition},
    PlainKey{u"collective", Category::Collective},
    PlainKey{u"people", Category::People},
    PlainKey{u"background", Category::Background},
    PlainKey{u"same-sum", Category::SameSum},
    PlainKey{u"negation", Category::Negation},
    PlainKey{u"and", Category::And},
    PlainKey{u"who", Category::Who},
    PlainKey{u"clause", Category::Clause},
    PlainKey{u"says", Category::Says},
    PlainKey{u"adverb", Category::Adverb},
    PlainKey{u"stop", Category::Stop},
    PlainKey{u"abbreviation", Category::Abbreviation},
};

struct NumberedKey
{
    const char16_t* key;
    Category category;
};

/// Keys whose one argument is a small number or a word of a closed list.
constexpr std::array numberedKeys{
    NumberedKey{u"month", Category::Month},           NumberedKey{u"weekday", Category::Weekday},
    NumberedKey{u"relative", Category::Relative},     NumberedKey{u"unit", Category::Unit},
    NumberedKey{u"determiner", Category::Determiner}, NumberedKey{u"pronoun", Category::Pronoun},
    NumberedKey{u"auxiliary", Category::Auxiliary},   NumberedKey{u"basis", Category::Basis},
};

std::optional<int> closedNumber(QStringView key, QStringView word)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    if (isNumber)
        return number;
    if (key == QLatin1String("basis")) {
        const auto basis = basisFromName(word);
        return basis ? std::optional(static_cast<int>(*basis)) : std::nullopt;
    }
    static constexpr std::array relatives{"today", "last", "this", "next", "ago", "same", "later"};
    static constexpr std::array units{"day", "week", "month", "quarter", "year"};
    static constexpr std::array determiners{"definite", "indefinite"};
    static constexpr std::array pronouns{"it", "they", "its", "their", "who"};
    static constexpr std::array auxiliaries{"be", "have", "do", "will", "may", "been"};
    if (key == QLatin1String("relative"))
        return indexIn(relatives, word);
    if (key == QLatin1String("unit"))
        return indexIn(units, word);
    if (key == QLatin1String("determiner"))
        return indexIn(determiners, word);
    if (key == QLatin1String("pronoun"))
        return indexIn(pronouns, word);
    return indexIn(auxiliaries, word);
}

const QHash<QStringView, Loader::Handler>& Loader::handlers()
{
    static const QHash<QStringView, Handler> table = [] {
        QHash<QStringView, Handler> made;
        for (const PlainKey& key : plainKeys)
            made.insert(QStringView(key.key), &Loader::plain);
        for (const NumberedKey& key : numberedKeys)
            made.insert(QStringView(key.key), &Loader::numbered);
        for (const char16_t* key : {u"scale", u"number", u"share"})
            made.insert(QStringView(key), &Loader::measured);
        for (const char16_t* key : {u"currency", u"currency-sign"})
            made.insert(QStringView(key), &Loader::currency);
        for (const char16_t* key : {u"hedge", u"hedge-after"})
            made.insert(QStringView(key), &Loader::hedge);
        for (const char16_t* key : {u"alias", u"unit-of", u"product"})
            made.insert(QStringView(key), &Loader::spelling);
        made.insert(QStringView(u"firm"), &Loader::firm);
        made.insert(QStringView(u"descriptor"), &Loader::descriptor);
        made.insert(QStringView(u"demonym"), &Loader::country);
        made.insert(QStringView(u"goods"), &Loader::goods);
        made.insert(QStringView(u"preposition"), &Loader::preposition);
        made.insert(QStringView(u"noun"), &Loader::noun);
        made.insert(QStringView(u"cue"), &Loader::cue);
        made.insert(QStringView(u"irregular"), &Loader::irregular);
        made.insert(QStringView(u"verb"), &Loader::verb);
        made.insert(QStringView(u"noun-frame"), &Loader::nounFrame);
        return made;
    }();
    return table;
}

void Loader::load(const QString& folder)
{
    for (const char* part : {"gazetteer", "lexicon"}) {
        const QDir dir(folder + QLatin1Char('/') + QLatin1String(part));
        const QStringList names = dir.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
        if (names.isEmpty())
            throw Error(QStringLiteral("lexicon.missing"), {dir.path()}, dir.path());
        for (const QString& name : names)
            read(dir.filePath(name));
    }
}

void Loader::read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("lexicon.missing"), {path}, path);
    m_data.storage.push_back(QString::fromUtf8(file.readAll()));
    const auto& table = handlers();
    eachLexiconRow(m_data.storage.back(), path, [this, &table](const LexiconRow& row) {
        const auto handler = table.constFind(row.key);
        if (handler == table.constEnd())
            row.fail(QStringLiteral("a known key"));
        (this->**handler)(row);
    });
}

void Loader::add(QStringView phrase, Meaning meaning)
{
    m_words.clear();
    tokensInto(m_tokens, phrase, m_data.words);
    for (const Token& token : m_tokens)
        m_words.push_back(token.word != 0 ? token.word : m_data.words.add(token.span().in(phrase)));
    if (!m_words.empty())
        m_data.phrases.add(m_words, meaning);
}

void Loader::addAll(const LexiconRow& row, Category category, std::size_t value)
{
    for (const QStringView phrase : row.phrases)
        add(phrase, {category, Form::None, static_cast<std::uint16_t>(value), 0});
}

double Loader::number(const LexiconRow& row, std::size_t argument) const
{
    bool isNumber = false;
    const double value = row.argument(argument).toDouble(&isNumber);
    if (!isNumber)
        row.fail(QStringLiteral("a number"));
    return value;
}

void Loader::plain(const LexiconRow& row)
{
    for (const PlainKey& key : plainKeys)
        if (row.key == QStringView(key.key))
            addAll(row, key.category);
}

void Loader::numbered(const LexiconRow& row)
{
    const auto value = closedNumber(row.key, row.argument(0));
    if (!value || *value < 0)
        row.fail(QStringLiteral("a word of its list"));
    for (const NumberedKey& key : numberedKeys)
        if (row.key == QStringView(key.key))
            addAll(row, key.category, static_cast<std::size_t>(*value));
}

void Loader::measured(const LexiconRow& row)
{
    const Category category = row.key == QLatin1String("scale")   ? Category::Scale
                              : row.key == QLatin1String("share") ? Category::Share
                                                                  : Category::Number;
    m_data.numbers.push_back(number(row, 0));
    addAll(row, category, m_data.numbers.size() - 1);
}

void Loader::currency(const LexiconRow& row)
{
    const auto parsed = Currency::parse(row.argument(0));
    if (!parsed)
        row.fail(QStringLiteral("an ISO 4217 code"));
    m_data.currencies.push_back(*parsed);
    const bool isSign = row.key == QLatin1String("currency-sign");
    if (isSign)
        for (const QStringView phrase : row.phrases)
            m_data.words.setCurrency(m_data.words.add(phrase));
    addAll(row, isSign ? Category::CurrencySign : Category::Currency, m_data.currencies.size() - 1);
}

void Loader::hedge(const LexiconRow& row)
{
    const auto qualifier = qualifierFromName(row.argument(0));
    if (!qualifier)
        row.fail(QStringLiteral("a qualifier"));
    addAll(row, row.key == QLatin1String("hedge") ? Category::Hedge : Category::HedgeAfter,
           static_cast<std::size_t>(*qualifier));
}

void Loader::firm(const LexiconRow& row)
{
    FirmRow made;
    const auto kind = firmKindFromName(row.argument(1));
    if (!kind || row.phrases.empty())
        row.fail(QStringLiteral("firm ID KIND TICKER COUNTRY FOUNDED : Name; alias"));
    const auto given = [&row](std::size_t i) {
        const QStringView word = row.argument(i);
        return word == QLatin1String("-") ? QStringView() : word;
    };
    made.id = row.argument(0);
    made.kind = *kind;
    made.ticker = given(2);
    made.country = given(3);
    made.founded = given(4);
    const auto number = static_cast<std::uint16_t>(m_data.firms.size());
    m_firmRows.insert(made.id, number);
    for (QStringView phrase : row.phrases) {
        const bool isAmbiguous = phrase.front() == u'?';
        if (isAmbiguous)
            phrase = phrase.mid(1);
        if (made.name.isEmpty())
            made.name = phrase;
        else
            made.aliases.push_back(phrase);
        m_data.spellings.push_back({phrase, number, isAmbiguous, false});
        add(phrase, {Category::Firm, Form::None,
                     static_cast<std::uint16_t>(m_data.spellings.size() - 1), 0});
    }
    m_data.firms.push_back(std::move(made));
}

void Loader::spelling(const LexiconRow& row)
{
    const auto firm = m_firmRows.constFind(row.argument(0));
    if (firm == m_firmRows.constEnd())
        row.fail(QStringLiteral("the id of a firm above"));
    if (row.key == QLatin1String("product")) {
        m_data.products.push_back(*firm);
        addAll(row, Category::Product, m_data.products.size() - 1);
        return;
    }
    for (QStringView phrase : row.phrases) {
        const bool isAmbiguous = phrase.front() == u'?';
        if (isAmbiguous)
            phrase = phrase.mid(1);
        m_data.spellings.push_back(
            {phrase, *firm, isAmbiguous, row.key == QLatin1String("unit-of")});
        add(phrase, {Category::Firm, Form::None,
                     static_cast<std::uint16_t>(m_data.spellings.size() - 1), 0});
    }
}

void Loader::descriptor(const LexiconRow& row)
{
    DescriptorRow made;
    for (const QStringView word : row.arguments) {
        if (word == QLatin1String("plural")) {
            made.isPlural = true;
        } else if (word == QLatin1String("private")) {
            made.isPrivate = true;
        } else if (word == QLatin1String("payer")) {
            made.role = Role::Payer;
        } else if (word == QLatin1String("receiver")) {
            made.role = Role::Receiver;
        } else if (const auto kind = firmKindFromName(word)) {
            made.kinds |= 1U << static_cast<unsigned>(*kind);
        } else if (word != QLatin1String("any")) {
            row.fail(QStringLiteral("kinds of firms, any or plural"));
        }
    }
    m_data.descriptors.push_back(made);
    addAll(row, Category::Descriptor, m_data.descriptors.size() - 1);
}

void Loader::country(const LexiconRow& row)
{
    m_data.countries.push_back(row.argument(0).toString());
    addAll(row, Category::Demonym, m_data.countries.size() - 1);
}

void Loader::goods(const LexiconRow& row)
{
    QStringList words;
    for (const QStringView word : row.arguments)
        words.push_back(word.toString());
    m_data.goods.push_back(words.join(QLatin1Char(' ')));
    addAll(row, Category::Goods, m_data.goods.size() - 1);
}

void Loader::preposition(const LexiconRow& row)
{
    const auto place = indexIn(placeNames, row.argument(0));
    if (!place)
        row.fail(QStringLiteral("a place"));
    addAll(row, Category::Preposition, static_cast<std::size_t>(*place));
}

void Loader::noun(const LexiconRow& row)
{
    const auto thing = indexIn(thingNames, row.argument(0));
    if (!thing)
        row.fail(QStringLiteral("a kind of deal noun"));
    addAll(row, Category::Noun, static_cast<std::size_t>(*thing));
}

void Loader::cue(const LexiconRow& row)
{
    const auto status = statusFromName(row.argument(0));
    if (!status)
        row.fail(QStringLiteral("a status"));
    m_data.cues.push_back(
        {*status, row.arguments.size() > 1 ? row.arguments[1].front().toLatin1() : '*'});
    addAll(row, Category::Cue, m_data.cues.size() - 1);
}

void Loader::irregular(const LexiconRow& row)
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

std::uint16_t Loader::verbNumber(QStringView base)
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

void Loader::setOption(const LexiconRow& row, Frame& frame, QStringView option)
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

std::uint16_t Loader::addFrame(const LexiconRow& row, std::size_t firstArgument)
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

void Loader::verb(const LexiconRow& row)
{
    const std::uint16_t frame = addFrame(row, 0);
    for (const QStringView base : row.phrases)
        m_data.verbs[verbNumber(base)].push_back(frame);
}

void Loader::nounFrame(const LexiconRow& row)
{
    const auto thing = indexIn(thingNames, row.argument(0));
    if (!thing)
        row.fail(QStringLiteral("a kind of deal noun"));
    const std::uint16_t frame = addFrame(row, 1);
    m_data.nounFrames.at(static_cast<std::size_t>(*thing)).push_back(frame);
}

} // namespace

void loadLexicon(LexiconData& data, const QString& folder)
{
    Loader(data).load(folder);
}

} // namespace gyre
