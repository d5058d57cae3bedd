#include "graph/interchange/rowreader.h"

#include <cmath>

namespace gyre {

namespace {

/// Is the one mark at `at` followed by exactly three digits, and led by one to three?
bool separatesThousands(QStringView text, qsizetype at)
{
    const auto isDigit = [&text](qsizetype i) { return i < text.size() && text[i].isDigit(); };
    const bool isLed = at > 0 && at <= 3 + (text[0].isDigit() ? 0 : 1) && text[at - 1].isDigit();
    return isLed && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
}

/// Which of '.' and ',' stands before the decimals of `text`; null: neither.
QChar decimalMark(QStringView text, bool hasDecimalComma, bool isWhole)
{
    const qsizetype point = text.lastIndexOf(u'.');
    const qsizetype comma = text.lastIndexOf(u',');
    if (point >= 0 && comma >= 0)
        return point > comma ? u'.' : u',';
    const QChar only = point >= 0 ? u'.' : u',';
    const qsizetype at = std::max(point, comma);
    if (at < 0 || text.count(only) > 1)
        return {};
    // Sums of money have no three decimals: "1.250" and "1,250" are both more than a thousand.
    const bool isDialects = (only == u',') == hasDecimalComma;
    return separatesThousands(text, at) && (isWhole || !isDialects) ? QChar() : only;
}

/// The text with a point for the decimals and nothing between the thousands.
QString plainNumber(QStringView text, bool hasDecimalComma, bool isWhole)
{
    const QChar mark = decimalMark(text, hasDecimalComma, isWhole);
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text)
        if (c == mark)
            plain += u'.';
        else if (!c.isSpace() && c != u'\'' && c != u'.' && c != u',')
            plain += c;
    return plain;
}

std::optional<double> numberOf(QStringView text, bool hasDecimalComma)
{
    bool isNumber = false;
    const double number = plainNumber(text, hasDecimalComma, false).toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> unitsOf(QStringView text, bool hasDecimalComma)
{
    const QString plain = plainNumber(text.trimmed(), hasDecimalComma, true);
    bool isWhole = false;
    const qlonglong whole = plain.toLongLong(&isWhole);
    if (isWhole)
        return whole >= 0 ? std::optional<std::int64_t>(whole) : std::nullopt;
    if (const auto number = numberOf(plain, false)) {
        if (*number < 0 || *number > 9e18)
            return std::nullopt;
        return static_cast<std::int64_t>(std::llround(*number));
    }
    const auto typed = typedMoney(plain);
    return typed ? std::optional(typed->units) : std::nullopt;
}

void RowReader::reject(const QString& code, const QStringList& arguments)
{
    m_isUsable = false;
    m_findings.warn(code, arguments, m_row.line());
}

void RowReader::remark(const QString& code, const QStringList& arguments)
{
    m_findings.warn(code, arguments, m_row.line());
}

QString RowReader::requiredText(const char* field)
{
    QString text = m_row.cell(field);
    if (text.isEmpty())
        reject(QStringLiteral("row.missing"), {QString::fromLatin1(field)});
    return text;
}

std::optional<std::int64_t> RowReader::units(const char* field)
{
    const QString text = m_row.cell(field);
    if (text.isEmpty())
        return std::nullopt;
    const auto value = unitsOf(text, m_row.hasDecimalComma());
    if (!value)
        reject(QStringLiteral("row.bad-amount"), {QString::fromLatin1(field), text});
    return value;
}

std::optional<double> RowReader::number(const char* field, double least, double most)
{
    QString text = m_row.cell(field);
    if (text.isEmpty())
        return std::nullopt;
    QStringView digits(text);
    if (digits.endsWith(u'%'))
        digits.chop(1);
    const auto value = numberOf(digits.trimmed(), m_row.hasDecimalComma());
    if (value && *value >= least && *value <= most)
        return value;
    reject(QStringLiteral("row.bad-number"),
           {QString::fromLatin1(field), text, QString::number(least), QString::number(most)});
    return std::nullopt;
}

std::optional<PartialDate> RowReader::date(const char* field)
{
    const QString text = m_row.cell(field);
    if (text.isEmpty())
        return std::nullopt;
    auto date = PartialDate::parse(text);
    // A point in time, as other programs write it: its day.
    if (!date && text.size() > 10 && (text[10] == u'T' || text[10] == u' '))
        date = PartialDate::parse(QStringView(text).first(10));
    if (!date)
        reject(QStringLiteral("row.bad-date"), {QString::fromLatin1(field), text});
    return date;
}

FirmId RowReader::firm(const char* field, const FirmFinder& find)
{
    const QString id = requiredText(field);
    if (id.isEmpty())
        return {};
    const auto firm = find(id);
    if (!firm)
        reject(QStringLiteral("row.unknown-firm"), {QString::fromLatin1(field), id});
    return firm.value_or(FirmId{});
}

Currency RowReader::currency(const char* field)
{
    const QString text = m_row.cell(field);
    if (text.isEmpty())
        return {};
    const auto currency = Currency::parse(text);
    if (!currency)
        reject(QStringLiteral("row.bad-currency"), {QString::fromLatin1(field), text});
    return currency.value_or(Currency{});
}

bool RowReader::boolean(const char* field, bool fallback)
{
    const QString text = m_row.cell(field).toLower();
    if (text.isEmpty())
        return fallback;
    const bool isTrue = text == u"true" || text == u"1" || text == u"yes";
    if (!isTrue && text != u"false" && text != u"0" && text != u"no")
        reject(QStringLiteral("row.bad-choice"),
               {QString::fromLatin1(field), text, QStringLiteral("true, false")});
    return isTrue;
}

} // namespace gyre
