#include "graph/briefing/lexiconloader.h"

#include "graph/basics/diagnostic.h"

#include <QDir>
#include <QFile>

namespace gyre {

namespace {

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
    PlainKey{u"part", Category::Part},
    PlainKey{u"percent", Category::PercentWord},
    PlainKey{u"filler", Category::Filler},
    PlainKey{u"rate", Category::Rate},
    PlainKey{u"vague", Category::Vague},
    PlainKey{u"metric", Category::Metric},
    PlainKey{u"denial", Category::Denial},
    PlainKey{u"condition", Category::Condition},
    PlainKey{u"advice", Category::Advice},
    PlainKey{u"doubt", Category::Doubt},
    PlainKey{u"pending", Category::Pending},
    PlainKey{u"complement", Category::Complement},
    PlainKey{u"sequel", Category::Sequel},
    PlainKey{u"reduction", Category::Reduction},
    PlainKey{u"service", Category::Service},
    PlainKey{u"collective", Category::Collective},
    PlainKey{u"people", Category::People},
    PlainKey{u"giving", Category::Giving},
    PlainKey{u"passing", Category::Passing},
    PlainKey{u"mostly", Category::Mostly},
    PlainKey{u"income", Category::Income},
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
    static constexpr std::array relatives{"today", "last", "this",  "next",
                                          "ago",   "same", "later", "yesterday"};
    static constexpr std::array units{"day", "week", "month", "quarter", "year"};
    static constexpr std::array determiners{"definite", "indefinite", "none"};
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

} // namespace

const QHash<QStringView, LexiconLoader::Handler>& LexiconLoader::handlers()
{
    static const QHash<QStringView, Handler> table = [] {
        QHash<QStringView, Handler> made;
        for (const PlainKey& key : plainKeys)
            made.insert(QStringView(key.key), &LexiconLoader::plain);
        for (const NumberedKey& key : numberedKeys)
            made.insert(QStringView(key.key), &LexiconLoader::numbered);
        for (const char16_t* key : {u"scale", u"number", u"share"})
            made.insert(QStringView(key), &LexiconLoader::measured);
        for (const char16_t* key : {u"currency", u"currency-sign"})
            made.insert(QStringView(key), &LexiconLoader::currency);
        for (const char16_t* key : {u"hedge", u"hedge-after"})
            made.insert(QStringView(key), &LexiconLoader::hedge);
        for (const char16_t* key : {u"alias", u"unit-of", u"product"})
            made.insert(QStringView(key), &LexiconLoader::spelling);
        made.insert(QStringView(u"firm"), &LexiconLoader::firm);
        made.insert(QStringView(u"descriptor"), &LexiconLoader::descriptor);
        made.insert(QStringView(u"ordinary"), &LexiconLoader::ordinary);
        made.insert(QStringView(u"firm-suffix"), &LexiconLoader::firmSuffix);
        made.insert(QStringView(u"demonym"), &LexiconLoader::country);
        made.insert(QStringView(u"goods"), &LexiconLoader::goods);
        made.insert(QStringView(u"supplied-by"), &LexiconLoader::suppliedBy);
        made.insert(QStringView(u"preposition"), &LexiconLoader::preposition);
        made.insert(QStringView(u"noun"), &LexiconLoader::noun);
        made.insert(QStringView(u"cue"), &LexiconLoader::cue);
        made.insert(QStringView(u"unfinished"), &LexiconLoader::unfinished);
        made.insert(QStringView(u"irregular"), &LexiconLoader::irregular);
        made.insert(QStringView(u"verb"), &LexiconLoader::verb);
        made.insert(QStringView(u"noun-frame"), &LexiconLoader::nounFrame);
        return made;
    }();
    return table;
}

void LexiconLoader::load(const QString& folder)
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

void LexiconLoader::read(const QString& path)
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

void LexiconLoader::add(QStringView phrase, Meaning meaning)
{
    m_words.clear();
    tokensInto(m_tokens, phrase, m_data.words);
    for (const Token& token : m_tokens)
        m_words.push_back(token.word != 0 ? token.word : m_data.words.add(token.span().in(phrase)));
    if (!m_words.empty())
        m_data.phrases.add(m_words, meaning);
}

void LexiconLoader::addAll(const LexiconRow& row, Category category, std::size_t value)
{
    for (const QStringView phrase : row.phrases)
        add(phrase, {category, Form::None, static_cast<std::uint16_t>(value), 0});
}

double LexiconLoader::number(const LexiconRow& row, std::size_t argument) const
{
    bool isNumber = false;
    const double value = row.argument(argument).toDouble(&isNumber);
    if (!isNumber)
        row.fail(QStringLiteral("a number"));
    return value;
}

void LexiconLoader::plain(const LexiconRow& row)
{
    for (const PlainKey& key : plainKeys)
        if (row.key == QStringView(key.key))
            addAll(row, key.category);
}

void LexiconLoader::numbered(const LexiconRow& row)
{
    const auto value = closedNumber(row.key, row.argument(0));
    if (!value || *value < 0)
        row.fail(QStringLiteral("a word of its list"));
    for (const NumberedKey& key : numberedKeys)
        if (row.key == QStringView(key.key))
            addAll(row, key.category, static_cast<std::size_t>(*value));
}

void LexiconLoader::measured(const LexiconRow& row)
{
    const Category category = row.key == QLatin1String("scale")   ? Category::Scale
                              : row.key == QLatin1String("share") ? Category::Share
                                                                  : Category::Number;
    m_data.numbers.push_back(number(row, 0));
    addAll(row, category, m_data.numbers.size() - 1);
}

void LexiconLoader::currency(const LexiconRow& row)
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

void LexiconLoader::hedge(const LexiconRow& row)
{
    const auto qualifier = qualifierFromName(row.argument(0));
    if (!qualifier)
        row.fail(QStringLiteral("a qualifier"));
    addAll(row, row.key == QLatin1String("hedge") ? Category::Hedge : Category::HedgeAfter,
           static_cast<std::size_t>(*qualifier));
}

void LexiconLoader::firm(const LexiconRow& row)
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

void LexiconLoader::spelling(const LexiconRow& row)
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

void LexiconLoader::descriptor(const LexiconRow& row)
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

void LexiconLoader::firmSuffix(const LexiconRow& row)
{
    FirmKind kind = FirmKind::Other;
    if (!row.arguments.empty()) {
        const auto known = firmKindFromName(row.argument(0));
        if (!known)
            row.fail(QStringLiteral("a kind of firm"));
        kind = *known;
    }
    addAll(row, Category::FirmSuffix, static_cast<std::size_t>(kind));
}

void LexiconLoader::country(const LexiconRow& row)
{
    m_data.countries.push_back(row.argument(0).toString());
    addAll(row, Category::Demonym, m_data.countries.size() - 1);
}

void LexiconLoader::goods(const LexiconRow& row)
{
    QStringList words;
    for (const QStringView word : row.arguments)
        words.push_back(word.toString());
    m_data.goods.push_back(words.join(QLatin1Char(' ')));
    m_data.suppliers.emplace_back();
    addAll(row, Category::Goods, m_data.goods.size() - 1);
}

void LexiconLoader::suppliedBy(const LexiconRow& row)
{
    std::vector<FirmKind> kinds;
    for (const QStringView word : row.arguments) {
        const auto kind = firmKindFromName(word);
        if (!kind)
            row.fail(QStringLiteral("kinds of firms"));
        kinds.push_back(*kind);
    }
    for (const QStringView phrase : row.phrases) {
        const auto known = std::find(m_data.goods.begin(), m_data.goods.end(), phrase);
        if (known == m_data.goods.end())
            row.fail(QStringLiteral("goods named above"));
        m_data.suppliers[static_cast<std::size_t>(known - m_data.goods.begin())] = kinds;
    }
}

void LexiconLoader::cue(const LexiconRow& row)
{
    const auto status = statusFromName(row.argument(0));
    if (!status)
        row.fail(QStringLiteral("a status"));
    m_data.cues.push_back(
        {*status, row.arguments.size() > 1 ? row.arguments[1].front().toLatin1() : '*'});
    addAll(row, Category::Cue, m_data.cues.size() - 1);
}

void LexiconLoader::unfinished(const LexiconRow& row)
{
    const auto status = statusFromName(row.argument(0));
    if (!status)
        row.fail(QStringLiteral("a status"));
    addAll(row, Category::Unfinished, static_cast<std::size_t>(*status));
}

void loadLexicon(LexiconData& data, const QString& folder, const LearntNames& learnt)
{
    LexiconLoader loader(data);
    loader.load(folder);
    loader.learn(learnt);
}

} // namespace gyre
