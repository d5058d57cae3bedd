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

void addUnread(const SentenceView& view, const std::vector<DealDraft>& deals,
               std::vector<Unread>& unread)
{
    std::vector<int> firms;
    for (const Party& party : view.clauses.parties)
        for (const int firm : party.firms)
            if (std::find(firms.begin(), firms.end(), firm) == firms.end())
                firms.push_back(firm);
    if (firms.size() < 2)
        return;
    for (int i = 0; i < view.clauses.size(); ++i) {
        const Chunk& chunk = view.clauses.at(i);
        if (chunk.kind != ChunkKind::Money ||
            view.uses[static_cast<std::size_t>(i)] != FigureUse::Sum)
            continue;
        const bool isRead =
            std::any_of(deals.begin(), deals.end(),
                        [&chunk](const DealDraft& deal) { return deal.figure == chunk.index; });
        if (!isRead)
            unread.push_back({view.analysis.prose.span(chunk.first, chunk.last),
                              QStringLiteral("unread.no-rule")});
    }
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
        std::vector<DealDraft> deals = dealDrafts(view);
        append(made.valuations, valuationDrafts(view, deals));
        append(made.stakes, stakeDrafts(view, deals));
        addUnread(view, deals, made.unread);
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
