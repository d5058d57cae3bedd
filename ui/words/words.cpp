#include "ui/words/words.h"

#include "graph/briefing/writtendate.h"
#include "graph/model/network.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace gyre {

namespace {

/// Marks for lupdate; the context of all words of the core's vocabularies.
constexpr const char* context = "Words";

constexpr std::array<const char*, firmKindCount> firmKinds{
    QT_TRANSLATE_NOOP("Words", "Big Tech"),       QT_TRANSLATE_NOOP("Words", "Chipmaker"),
    QT_TRANSLATE_NOOP("Words", "Cloud provider"), QT_TRANSLATE_NOOP("Words", "AI lab"),
    QT_TRANSLATE_NOOP("Words", "AI start-up"),    QT_TRANSLATE_NOOP("Words", "Investor"),
    QT_TRANSLATE_NOOP("Words", "Telecom"),        QT_TRANSLATE_NOOP("Words", "Software"),
    QT_TRANSLATE_NOOP("Words", "Other")};

constexpr std::array<const char*, dealTypeCount> dealTypes{
    QT_TRANSLATE_NOOP("Words", "Equity investment"),
    QT_TRANSLATE_NOOP("Words", "Acquisition"),
    QT_TRANSLATE_NOOP("Words", "Purchase commitment"),
    QT_TRANSLATE_NOOP("Words", "Debt"),
    QT_TRANSLATE_NOOP("Words", "Warrant"),
    QT_TRANSLATE_NOOP("Words", "Revenue share"),
    QT_TRANSLATE_NOOP("Words", "Partnership"),
    QT_TRANSLATE_NOOP("Words", "Stake transfer"),
    QT_TRANSLATE_NOOP("Words", "Other deal")};

constexpr std::array<const char*, statusCount> statuses{
    QT_TRANSLATE_NOOP("Words", "rumoured"),         QT_TRANSLATE_NOOP("Words", "in talks"),
    QT_TRANSLATE_NOOP("Words", "letter of intent"), QT_TRANSLATE_NOOP("Words", "announced"),
    QT_TRANSLATE_NOOP("Words", "signed"),           QT_TRANSLATE_NOOP("Words", "closed"),
    QT_TRANSLATE_NOOP("Words", "cancelled"),        QT_TRANSLATE_NOOP("Words", "as traded")};

constexpr std::array<const char*, basisCount> bases{
    QT_TRANSLATE_NOOP("Words", "pre-money"), QT_TRANSLATE_NOOP("Words", "post-money"),
    QT_TRANSLATE_NOOP("Words", "secondary sale"), QT_TRANSLATE_NOOP("Words", "market value"),
    QT_TRANSLATE_NOOP("Words", "basis not stated")};

constexpr std::array<const char*, reviewCount> reviews{
    QT_TRANSLATE_NOOP("Words", "not reviewed"), QT_TRANSLATE_NOOP("Words", "accepted"),
    QT_TRANSLATE_NOOP("Words", "corrected"), QT_TRANSLATE_NOOP("Words", "added by you"),
    QT_TRANSLATE_NOOP("Words", "rejected")};

constexpr std::array<const char*, leftOutCount> reasons{
    QT_TRANSLATE_NOOP("Words", "rejected by the reader"),
    QT_TRANSLATE_NOOP("Words", "type switched off"),
    QT_TRANSLATE_NOOP("Words", "status switched off"),
    QT_TRANSLATE_NOOP("Words", "a total or told elsewhere, not to be summed"),
    QT_TRANSLATE_NOOP("Words", "amount not disclosed"),
    QT_TRANSLATE_NOOP("Words", "below the least amount, or in another currency"),
    QT_TRANSLATE_NOOP("Words", "outside the dates"),
    QT_TRANSLATE_NOOP("Words", "no date given"),
    QT_TRANSLATE_NOOP("Words", "not near the firms in focus"),
    QT_TRANSLATE_NOOP("Words", "not on the way between the two firms"),
    QT_TRANSLATE_NOOP("Words", "too many for one picture; the largest come first")};

constexpr std::array<const char*, 7> qualifiers{
    QT_TRANSLATE_NOOP("Words", "exactly"),  QT_TRANSLATE_NOOP("Words", "up to"),
    QT_TRANSLATE_NOOP("Words", "at least"), QT_TRANSLATE_NOOP("Words", "more than"),
    QT_TRANSLATE_NOOP("Words", "about"),    QT_TRANSLATE_NOOP("Words", "not disclosed"),
    QT_TRANSLATE_NOOP("Words", "less than")};

constexpr std::array<const char*, 12> months{
    QT_TRANSLATE_NOOP("Words", "Jan"), QT_TRANSLATE_NOOP("Words", "Feb"),
    QT_TRANSLATE_NOOP("Words", "Mar"), QT_TRANSLATE_NOOP("Words", "Apr"),
    QT_TRANSLATE_NOOP("Words", "May"), QT_TRANSLATE_NOOP("Words", "Jun"),
    QT_TRANSLATE_NOOP("Words", "Jul"), QT_TRANSLATE_NOOP("Words", "Aug"),
    QT_TRANSLATE_NOOP("Words", "Sep"), QT_TRANSLATE_NOOP("Words", "Oct"),
    QT_TRANSLATE_NOOP("Words", "Nov"), QT_TRANSLATE_NOOP("Words", "Dec")};

QString translated(const char* text)
{
    return QCoreApplication::translate(context, text);
}

template<typename Value, std::size_t count>
QString wordIn(const std::array<const char*, count>& table, Value value)
{
    return translated(table.at(static_cast<std::size_t>(value)));
}

/// "up to $10B": the hedge in a word, the figure in signs.
QString hedged(const Amount& amount)
{
    if (!amount.isDisclosed())
        return translated(QT_TRANSLATE_NOOP("Words", "amount not disclosed"));
    const bool isRange = amount.low && amount.high && *amount.low != *amount.high;
    if (isRange || amount.qualifier == Qualifier::Exact)
        return written(amount);
    return words(amount.qualifier) + QLatin1Char(' ') + written(*amount.figure(), amount.currency);
}

} // namespace

QString words(FirmKind kind)
{
    return wordIn(firmKinds, kind);
}

QString words(DealType type)
{
    return wordIn(dealTypes, type);
}

QString words(Status status)
{
    return wordIn(statuses, status);
}

QString words(Basis basis)
{
    return wordIn(bases, basis);
}

QString words(Review review)
{
    return wordIn(reviews, review);
}

QString words(LeftOut why)
{
    return wordIn(reasons, why);
}

QString words(Qualifier qualifier)
{
    return wordIn(qualifiers, qualifier);
}

QString words(Inferred field)
{
    switch (field) {
    case Inferred::Payer:
        return translated(QT_TRANSLATE_NOOP("Words", "payer"));
    case Inferred::Receiver:
        return translated(QT_TRANSLATE_NOOP("Words", "receiver"));
    case Inferred::Type:
        return translated(QT_TRANSLATE_NOOP("Words", "type"));
    case Inferred::Amount:
        return translated(QT_TRANSLATE_NOOP("Words", "amount"));
    case Inferred::Status:
        return translated(QT_TRANSLATE_NOOP("Words", "status"));
    case Inferred::Date:
        return translated(QT_TRANSLATE_NOOP("Words", "date"));
    case Inferred::Org:
        return translated(QT_TRANSLATE_NOOP("Words", "firm"));
    case Inferred::Holder:
        return translated(QT_TRANSLATE_NOOP("Words", "holder"));
    }
    return {};
}

QString words(const PartialDate& date)
{
    QString year = QString::number(date.year());
    const QString month = translated(months.at(static_cast<std::size_t>(date.month() - 1)));
    switch (date.precision()) {
    case PartialDate::Precision::Year:
        return year;
    case PartialDate::Precision::Quarter:
        //: A quarter of a year: "Q3 2025".
        return translated(QT_TRANSLATE_NOOP("Words", "Q%1 %2"))
            .arg(QString::number((date.month() - 1) / 3 + 1), year);
    case PartialDate::Precision::Month:
        //: Month and year: "Dec 2025".
        return translated(QT_TRANSLATE_NOOP("Words", "%1 %2")).arg(month, year);
    case PartialDate::Precision::Day:
        break;
    }
    //: Day, month and year: "16 Dec 2025".
    return translated(QT_TRANSLATE_NOOP("Words", "%1 %2 %3"))
        .arg(QString::number(date.day()), month, year);
}

std::optional<PartialDate> typedDate(QStringView text)
{
    const QString typed = text.toString().simplified();
    if (const auto date = PartialDate::parse(typed))
        return date;
    static const QRegularExpression quarter(QStringLiteral("^Q([1-4])[ /-]?(\\d{4})$"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (const auto match = quarter.match(typed); match.hasMatch())
        return PartialDate::quarter(match.captured(2).toInt(), match.captured(1).toInt());
    // All of it must be the date: "2 May 2025 or later" is none.
    const auto found = writtenDate(typed);
    return found && found->span == TextSpan{0, int(typed.size())} ? std::optional(found->date)
                                                                  : std::nullopt;
}

QString inSentence(QString word)
{
    if (word.size() > 1 && word[1].isLower())
        word[0] = word[0].toLower();
    return word;
}

QString sureness(double confidence)
{
    if (confidence >= 0.85)
        return translated(QT_TRANSLATE_NOOP("Words", "quite sure"));
    if (confidence >= 0.65)
        return translated(QT_TRANSLATE_NOOP("Words", "fairly sure"));
    return translated(QT_TRANSLATE_NOOP("Words", "not sure"));
}

QString whyNotCounted(const QString& code)
{
    if (code.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Words", "told twice"));
    if (code == QLatin1String("round-total"))
        return translated(
            QT_TRANSLATE_NOOP("Words", "the total of a round: its parts are summed instead"));
    return code;
}

QString sentence(const Network& network, const Deal& deal)
{
    const QString payer = deal.hasCollectivePayer()
                              ? translated(QT_TRANSLATE_NOOP("Words", "investors"))
                              : network.firm(deal.from).name;
    QString text =
        translated(QT_TRANSLATE_NOOP("Words", "%1 → %2: ")).arg(payer, network.firm(deal.to).name);
    if (deal.type != DealType::Partnership || deal.amount.isDisclosed())
        text += hedged(deal.amount) + QStringLiteral(", ");
    text += inSentence(words(deal.type)) + QStringLiteral(", ") + words(deal.status);
    if (deal.denied)
        text += QStringLiteral(", ") + translated(QT_TRANSLATE_NOOP("Words", "denied"));
    return text;
}

} // namespace gyre
