// The teller of a sentence’s deals: its frames here, sums that share a verb and the details of a
// deal each in a file of their own. For deals.cpp and its neighbours alone.
#pragma once

#include "graph/briefing/arguments.h"
#include "graph/briefing/drafts.h"
#include "graph/briefing/syntax.h"

namespace gyre {

constexpr float loosePenalty = 0.1F;
constexpr float inferencePenalty = 0.25F;
constexpr float projectPenalty = 0.4F;
/// Without a verb.
constexpr float labelConfidence = 0.85F;
/// "the": the first of the determiners.
constexpr int definiteDeterminer = 0;
/// "no": the third of the determiners.
constexpr int noDeterminer = 2;
/// "will": the fourth of the auxiliaries.
constexpr int willAuxiliary = 3;
/// A reading to look at, and no fact.
constexpr float unrealConfidence = 0.35F;

class DealTeller
{
public:
    explicit DealTeller(const SentenceView& view)
        : m_view(view)
        , m_clauses(view.clauses)
        , m_lexicon(view.analysis.lexicon)
        , m_isTold(view.clauses.chunks.size(), false)
    {
    }

    std::vector<DealDraft> tell();

private:
    /// "Zeta-Acme: $5 billion for chips": a list's entry, its label who and its rest what.
    void tellLabelled();

    void tryFrames(int trigger, const std::vector<std::uint16_t>& frames);

    /// "signed a deal with Zeta to buy chips": what the deal is about is told by its own verb.
    void dropFrameworks();

    [[nodiscard]] bool isPurposeOf(int noun, int verb) const;

    /// "a deal with Zeta to buy chips": who else is in the deal; -1: nobody is named.
    [[nodiscard]] int partnerBefore(int verb) const;

    /// "plans no investment", "halved its investment": the noun tells of no deal.
    [[nodiscard]] bool isUndone(int noun) const;

    [[nodiscard]] bool isCompound(int trigger) const;

    /// "Nvidia-backed Zeta" tells of money, "Nvidia-powered Zeta" of nothing.
    static bool mayDescribe(const Frame& frame);

    /// The deal whose takers or parts are told: one with a sum before one without.
    [[nodiscard]] const DealDraft* besides() const;

    /// "raised $20 billion, with $2 billion from Zeta and $1 billion from Acme": parts of the sum.
    void addParts();

    [[nodiscard]] bool isUntold(int i) const;

    /// "put $1 billion into Zeta and $2 billion into Acme", "Zeta put in $2 billion and Acme $4
    /// billion": the second sum shares the verb of the first.
    void addCoordinated();

    /// The sum before it that has been told, no other verb between the two.
    [[nodiscard]] int sumBefore(int i) const;

    [[nodiscard]] bool takePayer(int chunk, DealDraft& made) const;

    [[nodiscard]] bool takeIndirect(int chunk, DealDraft& made) const;

    /// What is bought next, each with its price behind "for".
    [[nodiscard]] bool takePriced(int before, int chunk, DealDraft& made) const;

    /// Behind the same preposition as the first one’s.
    [[nodiscard]] bool takeReceiver(int before, int sum, DealDraft& made) const;

    /// "$2 billion [of chips] into Zeta": the party of the figure.
    [[nodiscard]] int placedParty(int sum) const;

    void addPart(int sum, const Party& payer, std::size_t whole);

    /// "$5 billion from Zeta and $2 billion from Acme": neither is a part of the other.
    [[nodiscard]] bool isBesideSum(int sum, const DealDraft& first) const;

    /// "led the round and put $3 billion into data centers".
    [[nodiscard]] bool goesElsewhere(int sum) const;

    /// "the Zeta project is backed by": who stands behind a project has not bought shares in it.
    [[nodiscard]] bool isProject(const Reach& reach, int object) const;

    /// "of which Zeta accounts for $5 billion"
    [[nodiscard]] bool isShareOf(int sum) const;

    /// "$2 billion from Zeta", "$2 billion of it came from Zeta".
    [[nodiscard]] int payerOfPart(int sum) const;

    bool tell(const Reach& reach, const Frame& frame, int object);

    /// "the purchase of $5 billion of Zeta chips" buys chips, "of Zeta stock" shares, and no firm.
    void readPurchase(int noun, DealDraft& draft, Bound& parties) const;

    /// "the sale of Zeta to Acme", "Zeta’s sale to Acme": a firm or a division changes hands.
    void readFirmSale(int sale, DealDraft& draft, Bound& parties) const;

    /// "Zeta sold a 49% stake to Acme": in itself, where no other firm and no owner is named.
    [[nodiscard]] bool isOwnStake(const Frame& frame, const Bound& parties, int object) const;

    /// "raised $60 million, mostly from Zeta": others brought the rest.
    [[nodiscard]] bool hasOthers(const Reach& reach) const;

    /// "commits $5 billion to AWS": what is named is the service, as goods; -1: it is a firm.
    [[nodiscard]] int serviceOf(const Reach& reach) const;

    /// "pays Zeta $5 billion for a tenth of its shares": where the stake begins; -1: it is goods.
    [[nodiscard]] int stakeBought(const Reach& reach, int object) const;

    /// "Zeta sold $5 billion of stock": of whom else's is not said, so it is its own.
    [[nodiscard]] bool isIssue(const Reach& reach, const Frame& frame, const Bound& parties) const;

    /// Who sells to a lab, or invests for a living, and pays it a sum with no goods named, invests.
    [[nodiscard]] bool isInvesting(const Reach& reach, const Bound& parties, int object) const;

    [[nodiscard]] Thing aboutOf(const Reach& reach, int object) const;

    /// "raised $5 billion in debt" is no equity.
    [[nodiscard]] bool hasLoan(const Reach& reach, int object) const;

    /// The owner of a round gets its money; the maker of goods is their supplier.
    void addOwners(const Reach& reach, const Frame& frame, int object, Thing about, Bound& parties);

    void addPartner(const Reach& reach, const Frame& frame, Bound& parties) const;

    /// "its Zeta stake", "Zeta shares": the firm whose they are.
    void addAsset(int object, const Frame& frame, Bound& parties) const;

    /// "a warrant for 160 million Zeta shares"
    void addIssuer(const Reach& reach, int object, Bound& parties) const;

    bool setParties(DealDraft& draft, const Frame& frame, Bound& parties);

    static void removeCommon(DealDraft& draft);

    /// The sentence's own subject, else who the text is about; an investor is paid by nobody.
    [[nodiscard]] int talkedOf(const std::vector<int>& except, bool mayInvest) const;

    void infer(DealDraft& draft, const Frame& frame) const;

    [[nodiscard]] QString nameOf(int firm) const;

    void finish(DealDraft& draft, const Reach& reach, const Frame& frame, int object);

    /// "from A and B … $30 billion and $45 billion respectively": one deal each.
    bool tellApart(const DealDraft& draft, const Reach& reach);

    [[nodiscard]] bool hasGoods(const Reach& reach) const;

    /// The goods a deal is about: "a cloud deal", "a deal for chips"; -1: none are named.
    [[nodiscard]] int goodsOf(const Reach& reach) const;

    /// The goods tell which of the two sells; false where they do not.
    bool inferSupplier(DealDraft& draft, const Reach& reach) const;

    /// The one firm that does it; -1: none or several.
    [[nodiscard]] int subjectFirm(const Reach& reach) const;

    /// "… for servers worth $2 billion"
    [[nodiscard]] bool signsForGoods(const Reach& reach) const;

    /// Of more than two firms the pairs would be guesses.
    bool settle(DealDraft& draft, const Reach& reach);

    /// "A and B each invested": the sum is of one.
    [[nodiscard]] bool hasEach(const Reach& reach) const;

    /// Where the part of a clause starts that is the verb’s own: "bought it in 2023 and sold it".
    [[nodiscard]] int ownStart(const Reach& reach) const;

    /// "a deal announced in May": the participle tells of the deal and not of another deed.
    [[nodiscard]] bool isOfDeal(int verb) const;

    /// "the deal collapsed in May": the date of its end.
    [[nodiscard]] bool isEnd(int verb) const;

    /// Where something else is told: "…, double what it was worth a year earlier".
    [[nodiscard]] int otherDeed(int first) const;

    /// The date of the clause that stands nearest.
    [[nodiscard]] int dateOf(const Reach& reach, int figure) const;

    /// "will buy Zeta in March": the coming March, when it ends and not when it was told.
    [[nodiscard]] bool isAhead(int trigger, int date) const;

    /// "against $300 billion earlier this year": the date of another figure.
    [[nodiscard]] bool isOfOther(int date, int figure) const;

    /// "a 15% stake", "for 10%", "5% of Zeta"; no "shares rose 5%".
    [[nodiscard]] bool isShare(int percent) const;

    [[nodiscard]] std::optional<double> percentOf(const Reach& reach) const;

    /// "over seven years", "a five-year contract".
    [[nodiscard]] std::optional<double> termOf(const Reach& reach) const;

    const SentenceView& m_view;

    const Clauses& m_clauses;

    const LexiconData& m_lexicon;

    std::vector<bool> m_isTold;

    /// The deed at hand is a person’s.
    bool m_isByPerson = false;

    std::vector<DealDraft> m_drafts;
};

} // namespace gyre
