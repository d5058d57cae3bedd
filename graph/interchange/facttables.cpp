#include "graph/interchange/facttables.h"

namespace gyre {

namespace {

QByteArray guarded(const QString& cell)
{
    static const QString formulas = QStringLiteral("=+-@");
    QString text = cell;
    if (!text.isEmpty() && formulas.contains(text.front()))
        text.prepend(u'\'');
    const bool isQuoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') ||
                          text.contains(u'\r') || text.startsWith(u' ') || text.endsWith(u' ');
    if (isQuoted)
        text = u'"' + text.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

QByteArray lineOf(const QStringList& cells)
{
    QByteArray line;
    for (const QString& cell : cells) {
        if (&cell != &cells.front())
            line += ',';
        line += guarded(cell);
    }
    return line + '\n';
}

QString units(const std::optional<std::int64_t>& amount)
{
    return amount ? QString::number(*amount) : QString();
}

QString number(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'g', 15) : QString();
}

QString yesOrEmpty(bool isTrue)
{
    return isTrue ? QStringLiteral("true") : QString();
}

QStringList dateCells(const std::optional<PartialDate>& date, const QString& words)
{
    if (!date)
        return {{}, {}, words};
    return {date->toString(), precisionName(date->precision()), words};
}

/// A piece of evidence in the words of a public page, a briefing's too.
Evidence asPage(const Evidence& evidence, const Briefings& briefings)
{
    Evidence page = evidence;
    for (const Shared<ReadBriefing>& read : briefings) {
        if (evidence.briefing.isEmpty() || read->briefing.id != evidence.briefing)
            continue;
        page.publisher = read->briefing.publisher;
        page.title = read->briefing.title;
        page.date = read->briefing.date;
    }
    return page;
}

/// "Paper, Title, 2025-12-16, https://…, “words”".
QString inOneCell(const Evidence& page)
{
    QStringList parts{page.publisher, page.title, page.date ? page.date->toString() : QString(),
                      page.url, page.note};
    if (!page.quote.isEmpty())
        parts << QStringLiteral("“%1”").arg(page.quote);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

const QStringList sourceColumns{QStringLiteral("source_publisher"),
                                QStringLiteral("source_title"),
                                QStringLiteral("source_url"),
                                QStringLiteral("source_date"),
                                QStringLiteral("quote"),
                                QStringLiteral("reader_note"),
                                QStringLiteral("more_sources")};

QStringList sourceCells(const EvidenceList& list, const Briefings& briefings)
{
    if (list.empty())
        return {{}, {}, {}, {}, {}, {}, {}};
    const Evidence first = asPage(*list.front(), briefings);
    QStringList more;
    for (std::size_t i = 1; i < list.size(); ++i)
        more << inOneCell(asPage(*list.at(i), briefings));
    return {first.publisher,
            first.title,
            first.url,
            first.date ? first.date->toString() : QString(),
            first.quote,
            first.note,
            more.join(QStringLiteral("; "))};
}

QStringList columns(const char* names)
{
    return QString::fromLatin1(names).split(u',') + sourceColumns;
}

QStringList dealCells(const Network& network, const Deal& deal)
{
    const auto firm = [&network](FirmId id) -> QStringList {
        if (!network.contains(id))
            return {QStringLiteral("*"), {}};
        return {network.firm(id).id, network.firm(id).name};
    };
    const DealDetail& detail = *deal.detail;
    QStringList cells{deal.id};
    cells += firm(deal.from);
    cells += firm(deal.to);
    cells << name(deal.type) << units(deal.amount.low) << units(deal.amount.high)
          << qualifierName(deal.amount.qualifier) << deal.amount.currency.code();
    cells += dateCells(deal.date, detail.dateText);
    cells << name(deal.status) << yesOrEmpty(deal.denied) << number(detail.termYears)
          << number(detail.stakePercent) << detail.asset << detail.group
          << inferredNames(deal.inferred).join(u' ') << detail.note;
    return cells;
}

} // namespace

QByteArray dealTable(const View& view, const Briefings& briefings)
{
    QByteArray table = lineOf(columns("id,from,from_name,to,to_name,type,amount_low,amount_high,"
                                      "amount_qualifier,currency,date,date_precision,date_text,"
                                      "status,denied,term_years,stake_percent,asset,group,"
                                      "inferred,note"));
    for (const DealId id : view.deals()) {
        const Deal& deal = view.network().deal(id);
        table += lineOf(dealCells(view.network(), deal) + sourceCells(deal.evidence, briefings));
    }
    return table;
}

QByteArray valuationTable(std::span<const ValuationRow> rows, const Briefings& briefings)
{
    QByteArray table = lineOf(columns("id,org,org_name,amount,amount_low,amount_high,currency,"
                                      "qualifier,basis,date,date_precision,date_text,status,"
                                      "denied,background"));
    for (const ValuationRow& row : rows) {
        const Valuation& valuation = *row.valuation;
        const Amount& amount = valuation.amount;
        QStringList cells{valuation.id,
                          row.orgId,
                          row.orgName,
                          units(amount.figure()),
                          units(amount.low),
                          units(amount.high),
                          amount.currency.code(),
                          qualifierName(amount.qualifier),
                          name(valuation.basis)};
        cells += dateCells(valuation.date, valuation.dateText);
        cells << name(valuation.status) << yesOrEmpty(valuation.denied)
              << yesOrEmpty(row.isBackground);
        table += lineOf(cells + sourceCells(valuation.evidence, briefings));
    }
    return table;
}

QByteArray stakeTable(std::span<const StakeRow> rows, const Briefings& briefings)
{
    QByteArray table = lineOf(columns("id,holder,holder_name,org,org_name,percent,qualifier,date,"
                                      "date_precision,date_text,status,background,drawn"));
    for (const StakeRow& row : rows) {
        const Stake& stake = *row.stake;
        QStringList cells{stake.id,
                          row.holderId,
                          row.holderName,
                          row.orgId,
                          row.orgName,
                          number(stake.percent),
                          qualifierName(stake.qualifier)};
        cells += dateCells(stake.date, stake.dateText);
        cells << name(stake.status) << yesOrEmpty(row.isBackground)
              << (row.isDrawn ? QStringLiteral("true") : QStringLiteral("false"));
        table += lineOf(cells + sourceCells(stake.evidence, briefings));
    }
    return table;
}

} // namespace gyre
