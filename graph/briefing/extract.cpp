#include "graph/briefing/extract.h"

#include "graph/briefing/facts.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/namefinder.h"
#include "graph/briefing/sequel.h"

namespace gyre {

namespace {

/// How many sentences pass between two looks at the progress.
constexpr std::size_t stride = 256;

/// Of an English text about a third of the words are of these kinds.
constexpr CategorySet smallWords = in(Category::Determiner) | in(Category::Auxiliary) |
                                   in(Category::And) | in(Category::Pronoun) | in(Category::Says);

bool seemsEnglish(const Prose& prose, const LexiconData& lexicon)
{
    constexpr int enough = 20;
    constexpr int sample = 4000;
    int words = 0;
    int small = 0;
    for (int i = 0; i < prose.size() && words < sample; ++i) {
        if (prose.at(i).kind != TokenKind::Word)
            continue;
        ++words;
        small += lexicon.phrases.longest(prose.tokens, i, i + 1, smallWords) ? 1 : 0;
    }
    return words < enough || small * 100 >= words * 9;
}

bool namesTwoFirms(const Clauses& clauses)
{
    int first = -1;
    for (const Party& party : clauses.parties)
        for (const int firm : party.firms) {
            if (first >= 0 && firm != first)
                return true;
            first = firm;
        }
    return false;
}

/// Why money that no fact has taken is told to the reader; nothing where words beside it say that
/// it is no deal's: revenue, a market, the same sum in another currency.
const char* unreadWhy(const Figure& figure, FigureUse use)
{
    if (use == FigureUse::Sum || use == FigureUse::Valuation)
        return "unread.no-rule";
    if (use == FigureUse::Holding)
        return "unread.holding";
    return figure.isRate && !figure.isMetric && !figure.isConversion ? "unread.rate" : nullptr;
}

/// "tens of billions of dollars": money, but no figure.
void addVagueSums(const SentenceView& view, std::vector<Unread>& unread)
{
    const Prose& prose = view.analysis.prose;
    const Sentence& sentence = view.clauses.sentence;
    const auto phrase = [&](int from, Category category) {
        return view.analysis.lexicon.phrases.longest(prose.tokens, from, sentence.last,
                                                     in(category));
    };
    const auto isFigure = [&](TextSpan span) {
        const auto& chunks = view.clauses.chunks;
        return std::any_of(chunks.begin(), chunks.end(), [&](const Chunk& chunk) {
            return chunk.kind == ChunkKind::Money &&
                   prose.span(chunk.first, chunk.last).overlaps(span);
        });
    };
    for (int i = sentence.first; i < sentence.last; ++i) {
        const auto scale = phrase(i, Category::Scale);
        if (!scale)
            continue;
        int currency = i + scale->length;
        if (const auto of = phrase(currency, Category::Preposition))
            currency += of->length;
        const auto money = phrase(currency, Category::Currency);
        if (!money)
            continue;
        constexpr int longestVague = 3;
        int first = i;
        for (int at = std::max(sentence.first, i - longestVague); at < first; ++at)
            if (const auto vague = phrase(at, Category::Vague); vague && at + vague->length == i)
                first = at;
        const TextSpan span = prose.span(first, currency + money->length);
        if (!isFigure(span))
            unread.push_back({span, QStringLiteral("unread.no-rule")});
    }
}

void addUnread(const SentenceView& view, const std::vector<DealDraft>& deals,
               const std::vector<ValuationDraft>& valuations, std::vector<Unread>& unread)
{
    if (!namesTwoFirms(view.clauses))
        return;
    for (int i = 0; i < view.clauses.size(); ++i) {
        const Chunk& chunk = view.clauses.at(i);
        if (chunk.kind != ChunkKind::Money)
            continue;
        const auto isOfFigure = [&chunk](const auto& draft) { return draft.figure == chunk.index; };
        if (std::any_of(deals.begin(), deals.end(), isOfFigure) ||
            std::any_of(valuations.begin(), valuations.end(), isOfFigure))
            continue;
        const auto& figures = view.analysis.amounts.figures;
        const char* why = unreadWhy(figures[static_cast<std::size_t>(chunk.index)],
                                    view.uses[static_cast<std::size_t>(i)]);
        if (why != nullptr)
            unread.push_back(
                {view.analysis.prose.span(chunk.first, chunk.last), QString::fromLatin1(why)});
    }
    // A deal of the sentence has taken it as a sum that is not told.
    if (deals.empty())
        addVagueSums(view, unread);
}

void tell(Discourse& discourse, const DealDraft& deal)
{
    discourse.pair = {deal.payers.front(), deal.receivers.front()};
    discourse.pairSentence = discourse.sentence;
    discourse.isTakeover = deal.type == DealType::Acquisition;
}

void remember(Discourse& discourse, const std::vector<DealDraft>& deals)
{
    for (const DealDraft& deal : deals)
        if (deal.payers.size() == 1 && deal.receivers.size() == 1 && deal.type != DealType::Warrant)
            tell(discourse, deal);
}

template<typename Item>
void append(std::vector<Item>& all, std::vector<Item> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// Without those that one firm would make with itself: their money is unread.
std::vector<DealDraft> betweenOthers(std::vector<DealDraft> deals)
{
    for (DealDraft& deal : deals)
        if (deal.receivers.size() == 1)
            std::erase(deal.payers, deal.receivers.front());
    std::erase_if(deals, [](const DealDraft& deal) {
        return deal.payers.empty() && !deal.isCollective && !deal.isRoundTotal;
    });
    return deals;
}

Drafts drafts(const Analysis& analysis, const Progress& progress)
{
    Drafts made;
    Cursor cursor;
    Discourse discourse;
    Discourse before;
    const auto& sentences = analysis.prose.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (i % stride == 0) {
            if (progress.isCancelled())
                break;
            progress.at(static_cast<double>(i) / static_cast<double>(sentences.size()));
        }
        before = discourse;
        const Clauses clauses = chunked(analysis, sentences[i], cursor, discourse);
        const std::vector<FigureUse> uses = figureUses(clauses, analysis);
        const std::vector<CueHit> cues = cueHits(analysis, sentences[i]);
        const SentenceView view{clauses, analysis, uses, cues, before, static_cast<int>(i)};
        std::vector<DealDraft> deals = betweenOthers(dealDrafts(view));
        std::vector<ValuationDraft> valuations = valuationDrafts(view, deals);
        addUnread(view, deals, valuations, made.unread);
        append(made.valuations, std::move(valuations));
        append(made.stakes, stakeDrafts(view, deals));
        if (deals.empty())
            applySequel(view, made.deals);
        remember(discourse, deals);
        append(made.deals, std::move(deals));
    }
    progress.at(1);
    return made;
}

void addDiagnostics(const Briefing& briefing, const Prose& prose, const LexiconData& lexicon,
                    Extraction& made)
{
    const auto say = [&made](const char* code) {
        made.diagnostics.push_back(
            {Severity::Warning, QString::fromLatin1(code), {}, {}, std::nullopt, std::nullopt});
    };
    // Where the reader of the file could tell the language, it has said so.
    if (briefing.language.isEmpty() && !seemsEnglish(prose, lexicon))
        say("extract.not-english");
    if (made.firms.empty())
        say("extract.no-firm");
    else if (made.deals.empty() && made.valuations.empty() && made.stakes.empty())
        say("extract.no-deal");
}

} // namespace

Extraction extract(const Briefing& briefing, const Lexicon& lexicon, const Progress& progress)
{
    const LexiconData& data = lexicon.data();
    const Prose text = prose(briefing.text, data);
    const Names named = NameFinder(text, data, briefing.publisher, briefing.date).find();
    const Amounts figures = amounts(text, data);
    const std::vector<DateMention> when = dates(text, data, briefing.date);
    const Analysis analysis{text, data, named, figures, when};
    Extraction made = facts(briefing, analysis, drafts(analysis, progress));
    addDiagnostics(briefing, text, data, made);
    return made;
}

} // namespace gyre
