#include "ui/charts/chartwords.h"

#include "ui/words/words.h"

#include <QFileInfo>

#include <algorithm>

namespace gyre {

namespace {

const QString separator = QStringLiteral(" · ");

/// The points that tell the course: done deals, of one basis as far as possible.
std::vector<const ValueClaim*> firmPoints(const std::vector<const ValueClaim*>& claims)
{
    std::vector<const ValueClaim*> firm;
    std::copy_if(
        claims.begin(), claims.end(), std::back_inserter(firm), [](const ValueClaim* claim) {
            return !isTalk(claim->valuation.status) && claim->valuation.basis != Basis::PreMoney;
        });
    return firm;
}

bool isExactToMonth(const PartialDate& date)
{
    return date.precision() == PartialDate::Precision::Month ||
           date.precision() == PartialDate::Precision::Day;
}

/// "in 12 months", "in 3 years"; with coarse dates "from 2021 to 2024".
QString timeBetween(const PartialDate& first, const PartialDate& last)
{
    if (!isExactToMonth(first) || !isExactToMonth(last))
        return Charts::tr("(%1 to %2)").arg(words(first), words(last));
    const int months = (last.year() - first.year()) * 12 + last.month() - first.month();
    if (months == 0)
        return Charts::tr("within a month");
    if (months == 1)
        return Charts::tr("in a month");
    if (months % 12 == 0 && months > 12)
        return Charts::tr("in %1 years").arg(months / 12);
    if (months > 36)
        return Charts::tr("in %1 years").arg(QString::number(months / 12.0, 'f', 1));
    return Charts::tr("in %1 months").arg(months);
}

/// What is talked of after the course, as a clause of its own.
QString talkOf(const ValueClaim& claim)
{
    const QString amount = inWords(claim.valuation.amount);
    switch (claim.valuation.status) {
    case Status::Rumoured:
        return Charts::tr("rumoured to be worth %1").arg(amount);
    case Status::LetterOfIntent:
        return Charts::tr("a letter of intent would value it at %1").arg(amount);
    default:
        return Charts::tr("talks would value it at %1").arg(amount);
    }
}

QString stretch(const QString& firm, const ValueClaim& first, const ValueClaim& last)
{
    const QString time = timeBetween(*first.valuation.date, *last.valuation.date);
    const QString from = valueInWords(first);
    const QString to = valueInWords(last);
    if (from == to)
        return Charts::tr("%1: %2 at both ends %3").arg(firm, to, time);
    return Charts::tr("%1: from %2 to %3 %4").arg(firm, from, to, time);
}

QString briefingName(const Briefing& briefing)
{
    QString text = !briefing.publisher.isEmpty() ? briefing.publisher
                   : !briefing.title.isEmpty()   ? briefing.title
                                                 : QFileInfo(briefing.path).fileName();
    if (text.isEmpty())
        text = Charts::tr("pasted text");
    if (briefing.date)
        text += QStringLiteral(", ") + words(*briefing.date);
    return text;
}

QString sourceOf(const ChartScene& scene, const EvidenceList& evidence)
{
    QStringList lines;
    for (const Shared<Evidence>& one : evidence) {
        const auto read = std::find_if(scene.briefings.begin(), scene.briefings.end(),
                                       [&one](const Shared<ReadBriefing>& candidate) {
                                           return !one->briefing.isEmpty() &&
                                                  candidate->briefing.id == one->briefing;
                                       });
        QStringList parts;
        if (read != scene.briefings.end())
            parts << briefingName((*read)->briefing);
        else if (!one->publisher.isEmpty())
            parts << one->publisher;
        if (read == scene.briefings.end() && one->date)
            parts << words(*one->date);
        if (!one->note.isEmpty())
            parts << one->note;
        if (!one->quote.isEmpty())
            parts << QChar(0x201C) + one->quote.simplified() + QChar(0x201D);
        if (!one->url.isEmpty())
            parts << one->url;
        if (!parts.isEmpty())
            lines << parts.join(separator);
    }
    return lines.isEmpty() ? QString()
                           : Charts::tr("Source: %1").arg(lines.join(QLatin1Char('\n')));
}

QString dateOf(const std::optional<PartialDate>& date, const QString& dateText)
{
    if (date)
        return words(*date);
    return dateText.isEmpty() ? Charts::tr("undated") : Charts::tr("undated (“%1”)").arg(dateText);
}

QString inferredOf(InferredFields fields)
{
    QStringList names;
    for (const Inferred field : {Inferred::Org, Inferred::Holder, Inferred::Amount,
                                 Inferred::Status, Inferred::Date, Inferred::Type}) {
        if (fields.testFlag(field))
            names << words(field);
    }
    return names.isEmpty() ? QString()
                           : Charts::tr("Inferred: %1").arg(names.join(QStringLiteral(", ")));
}

QString assembled(QStringList lines, const ChartScene& scene, const EvidenceList& evidence,
                  bool isBackground, InferredFields inferred)
{
    lines << inferredOf(inferred);
    if (isBackground)
        lines << Charts::tr("Background fact, not in the briefing");
    lines << sourceOf(scene, evidence);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString inWords(const Amount& amount)
{
    const std::optional<std::int64_t> figure = amount.figure();
    const bool isRange = amount.low && amount.high && *amount.low != *amount.high;
    if (!figure || isRange || amount.qualifier == Qualifier::Exact)
        return written(amount);
    return words(amount.qualifier) + QLatin1Char(' ') + written(*figure, amount.currency);
}

QString percentInWords(double percent, Qualifier qualifier)
{
    const QString figure = writtenPercent(percent);
    return qualifier == Qualifier::Exact ? figure : words(qualifier) + QLatin1Char(' ') + figure;
}

QString inWords(const Holding& holding)
{
    const bool isRange = holding.extent.low > 0 && holding.extent.low < holding.extent.high;
    return isRange ? holding.written
                   : percentInWords(holding.stake.percent, holding.stake.qualifier);
}

QString detailOf(const ValueClaim& claim, bool withDate)
{
    return detailChoices(claim, withDate).front();
}

QStringList detailChoices(const ValueClaim& claim, bool withDate)
{
    const Valuation& valuation = claim.valuation;
    const QString date = !withDate        ? QString()
                         : valuation.date ? words(*valuation.date)
                                          : Charts::tr("undated");
    const QString basis =
        valuation.basis != Basis::Unspecified ? words(valuation.basis) : QString();
    const QString talk = isTalk(valuation.status) ? words(valuation.status) : QString();
    const QString publisher = claim.isBackground && !valuation.evidence.empty()
                                  ? valuation.evidence.front()->publisher
                                  : QString();
    const std::vector<QStringList> choices{
        {date, basis, talk, publisher}, {date, basis, talk}, {date, talk}, {talk}};
    QStringList written;
    for (QStringList parts : choices) {
        parts.removeAll(QString());
        written << parts.join(separator);
    }
    written.removeDuplicates();
    return written;
}

QString valueInWords(const ValueClaim& claim)
{
    const QString amount = inWords(claim.valuation.amount);
    return isTalk(claim.valuation.status)
               ? QStringLiteral("%1 (%2)").arg(amount, words(claim.valuation.status))
               : amount;
}

QString valueTitle(const QString& firm, const ValueClaim& claim)
{
    const QString amount = inWords(claim.valuation.amount);
    switch (claim.valuation.status) {
    case Status::Rumoured:
        return Charts::tr("%1 is rumoured to be worth %2").arg(firm, amount);
    case Status::InTalks:
        return Charts::tr("Talks would value %1 at %2").arg(firm, amount);
    case Status::LetterOfIntent:
        return Charts::tr("A letter of intent would value %1 at %2").arg(firm, amount);
    default:
        return Charts::tr("%1 is valued at %2").arg(firm, amount);
    }
}

QString shareInWords(const Holding& holding)
{
    return isTalk(holding.stake.status)
               ? QStringLiteral("%1 (%2)").arg(inWords(holding), words(holding.stake.status))
               : inWords(holding);
}

QString holdingTitle(const Holding& holding, const QString& firm)
{
    const QString share = inWords(holding);
    switch (holding.stake.status) {
    case Status::Rumoured:
        return Charts::tr("%1 is rumoured to hold %2 of %3").arg(holding.holder, share, firm);
    case Status::InTalks:
    case Status::LetterOfIntent:
        return Charts::tr("%1 may come to hold %2 of %3").arg(holding.holder, share, firm);
    case Status::Announced:
        return Charts::tr("%1 is to hold %2 of %3").arg(holding.holder, share, firm);
    default:
        return Charts::tr("%1 holds %2 of %3").arg(holding.holder, share, firm);
    }
}

QString courseTitle(const QString& firm, const std::vector<const ValueClaim*>& claims)
{
    const std::vector<const ValueClaim*> points = firmPoints(claims);
    const ValueClaim& last = *claims.back();
    const bool endsInTalk = isTalk(last.valuation.status);
    if (points.size() >= 2) {
        const QString course = stretch(firm, *points.front(), *points.back());
        return endsInTalk ? course + QStringLiteral("; ") + talkOf(last) : course;
    }
    if (points.size() == 1 && endsInTalk)
        return Charts::tr("%1: %2 in %3; %4")
            .arg(firm, inWords(points.front()->valuation.amount),
                 words(*points.front()->valuation.date), talkOf(last));
    return stretch(firm, *claims.front(), last);
}

QString ownersTitle(const FirmOwners& owners)
{
    if (owners.isOverfull())
        return Charts::tr("%1: the shares reported add up to %2")
            .arg(owners.name, writtenPercent(owners.sum()));
    const Holding& first = owners.holdings.front();
    const std::optional<FirmOwners::Rest> rest = owners.rest();
    const QString left = rest ? percentInWords(rest->percent, rest->qualifier) : QString();
    if (owners.holdings.size() == 1) {
        const QString one = holdingTitle(first, owners.name);
        return left.isEmpty() ? one : Charts::tr("%1; %2 is not disclosed").arg(one, left);
    }
    const QString known = Charts::tr("%1: %2 known owners, %3 first with %4")
                              .arg(owners.name, QString::number(owners.holdings.size()),
                                   first.holder, shareInWords(first));
    return left.isEmpty() ? known : Charts::tr("%1; %2 is not disclosed").arg(known, left);
}

QString asOfWords(const ChartScene& scene, const std::vector<std::optional<PartialDate>>& dates)
{
    if (!scene.look.asOf.isEmpty())
        return Charts::tr("as of %1").arg(scene.look.asOf);
    if (const std::optional<PartialDate> date = chartDate(scene))
        return Charts::tr("as of %1").arg(words(*date));
    std::optional<PartialDate> newest;
    for (const std::optional<PartialDate>& date : dates) {
        if (date && (!newest || *newest < *date))
            newest = date;
    }
    return newest ? Charts::tr("to %1").arg(words(*newest)) : QString();
}

QStringList sourceChoices(const ChartScene& scene, const DrawnEvidence& drawn)
{
    QStringList choices;
    for (int most = publishersThatFit(scene.look.size.width()); most > 0; --most)
        choices << sourceLine({scene.briefings, scene.networkFiles}, drawn, scene.look.source,
                              most);
    choices.removeDuplicates();
    return choices;
}

QString readOut(const ChartScene& scene, const ValueClaim& claim, const QString& firm)
{
    const Valuation& valuation = claim.valuation;
    QStringList facts{dateOf(valuation.date, valuation.dateText), words(valuation.status)};
    if (valuation.basis != Basis::Unspecified)
        facts << words(valuation.basis);
    return assembled({valueTitle(firm, claim), facts.join(separator)}, scene, valuation.evidence,
                     claim.isBackground, valuation.inferred);
}

QString readOut(const ChartScene& scene, const Holding& holding, const QString& firm)
{
    const Stake& stake = holding.stake;
    QStringList lines{holdingTitle(holding, firm), dateOf(stake.date, stake.dateText)};
    if (isTalk(stake.status))
        lines.last() += separator + words(stake.status);
    for (const Stake& older : holding.older)
        lines << Charts::tr("Before: %1, %2")
                     .arg(writtenPercent(older.percent, older.qualifier),
                          dateOf(older.date, older.dateText));
    return assembled(lines, scene, stake.evidence, holding.isBackground, stake.inferred);
}

} // namespace gyre
