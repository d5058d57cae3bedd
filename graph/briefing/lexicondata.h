// What the rows of the lexicon and the gazetteer say, as the steps of the extraction use it.
#pragma once

#include "graph/basics/money.h"
#include "graph/briefing/phrasebook.h"
#include "graph/model/learntname.h"
#include "graph/model/vocabulary.h"

#include <QString>

#include <array>
#include <deque>
#include <optional>
#include <vector>

namespace gyre {

/// What a party does in a fact.
enum class Role : std::uint8_t
{
    None,
    /// Of a deal.
    Payer,
    Receiver,
    Asset,
    /// Who pays whom is not said.
    Either,
    /// Of a claim.
    Holder,
    Org
};

/// Where in a phrase a party stands: a place of the frame.
enum class Place : std::uint8_t
{
    Subject,
    Object,
    Indirect,
    Genitive,
    In,
    Into,
    To,
    From,
    With,
    By,
    For,
    Of,
    At,
    Between,
    Through,
    Over,
    Behind,
    On,
    As,
    Against,
    Count
};

/// What kind of thing a deal noun is; verbs ask for it as their object.
enum class Thing : std::uint8_t
{
    Any,
    Nothing,
    Money,
    Firm,
    Goods,
    Stake,
    Shares,
    Round,
    Investment,
    Check,
    Deal,
    Acquisition,
    Loan,
    Warrant,
    Order,
    Sale,
    Cash,
    Valuation,
    Backer,
    Customer,
    Supplier,
    Partner,
    Owner,
    Talks,
    License,
    Revenue,
    Tender,
    Issue,
    Joining,
    Other,
    Count
};

enum class FactKind : std::uint8_t
{
    Nothing,
    Deal,
    Valuation,
    Stake
};

/// One way in which a verb or a deal noun tells a fact.
struct Frame
{
    QString rule;
    FactKind fact = FactKind::Nothing;
    DealType type = DealType::Other;
    /// The object it needs.
    Thing on = Thing::Any;
    std::array<Role, static_cast<std::size_t>(Place::Count)> roles{};
    std::optional<Status> status;
    float confidence = 0.9F;
    bool needsMoney = false;
    /// The other party may be the firm the text talks of.
    bool mayInferReceiver = false;
    /// "the stake fetched $9 billion": the object stands in front.
    bool isInverse = false;
    /// So may the payer.
    bool mayInferPayer = false;
    /// An absent payer is an unnamed one.
    bool mayLackPayer = false;
    /// The sum is what all of them bring together, whoever is named.
    bool isShared = false;
    /// Tells who else was in the deal told beside it, and nothing by itself.
    bool isBeside = false;
    /// Only where a person does it: "raised $2 billion for Zeta".
    bool isByPerson = false;

    /// Receiver and payer need not both be named firms: one is enough with a money.
    [[nodiscard]] Role role(Place place) const { return roles[static_cast<std::size_t>(place)]; }
};

struct FirmRow
{
    QStringView id, name, ticker, country, founded;
    FirmKind kind = FirmKind::Other;
    std::vector<QStringView> aliases;
};

/// One spelling of a firm.
struct FirmSpelling
{
    QStringView surface;
    std::uint16_t row = 0;
    /// Also an ordinary word: taken only where the text leaves no doubt.
    bool isAmbiguous = false;
    /// A division or vehicle: counts as its parent.
    bool isUnit = false;
    /// The reader's: goes before one of the files that is as long.
    bool isLearnt = false;
    /// Names no firm, the reader says; there is no row.
    bool isNoFirm = false;
};

struct DescriptorRow
{
    /// A bit for each FirmKind it may stand for; 0: any.
    std::uint32_t kinds = 0;
    /// "the companies", "both": two firms.
    bool isPlural = false;
    /// Not on an exchange.
    bool isPrivate = false;
    /// "the buyer": of the deal told last.
    Role role = Role::None;
};

struct CueRow
{
    Status status = Status::Announced;
    /// Before the trigger, after it or anywhere in the clause.
    char side = '*';
};

struct LexiconData
{
    WordTable words;
    PhraseBook phrases;

    std::vector<FirmRow> firms;
    std::vector<FirmSpelling> spellings;
    /// Product → firm row.
    std::vector<std::uint16_t> products;
    std::vector<Currency> currencies;
    std::vector<double> numbers;
    std::vector<QString> countries;
    std::vector<QString> goods;
    /// Who supplies the goods of the same number, the likeliest kind first.
    std::vector<std::vector<FirmKind>> suppliers;
    std::vector<Frame> frames;
    /// Verb → its frames, in order of the file.
    std::vector<std::vector<std::uint16_t>> verbs;
    /// Deal noun → its frames.
    std::array<std::vector<std::uint16_t>, static_cast<std::size_t>(Thing::Count)> nounFrames;
    std::vector<DescriptorRow> descriptors;
    std::vector<CueRow> cues;
    /// Sorted numbers of words that firms are named by and prose is full of.
    std::vector<std::uint32_t> ordinary;

    /// The files' text and the inflected words; every view above looks into these.
    std::deque<QString> storage;
};

/// Fills `data` from the files of `folder`; throws Error("lexicon.bad-row", file, line).
/// `learnt` comes after them.
void loadLexicon(LexiconData& data, const QString& folder, const LearntNames& learnt = {});

} // namespace gyre
