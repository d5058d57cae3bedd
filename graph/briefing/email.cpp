#include "graph/briefing/mailparts.h"
#include "graph/briefing/mailtext.h"
#include "graph/briefing/sourcetext.h"

#include <QRegularExpression>

#include <algorithm>

namespace gyre {

namespace {

struct Choice
{
    QString text;
    /// Of an HTML part, for a mail without a subject.
    QString headline;
};

/// Where an HTML mail begins to repeat what it answers, the size where it does not. What it sends
/// on is part of it.
qsizetype answeredPart(const QString& html)
{
    static const QRegularExpression start(
        QStringLiteral("<(?:div|blockquote)\\b[^<>]{0,300}(?:class=[\"']?[^\"'<>]{0,80}gmail_quote|"
                       "type=[\"']?cite|id=[\"']?divRplyFwdMsg)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = start.match(html);
    if (!match.hasMatch())
        return html.size();
    static const QRegularExpression sentOn(QStringLiteral("forwarded message|^fw"),
                                           QRegularExpression::CaseInsensitiveOption);
    const QString after = html.mid(match.capturedStart(), 600);
    return sentOn.match(after).hasMatch() ? html.size() : match.capturedStart();
}

std::optional<SourceText> articleOf(const QString& html, const QString& path,
                                    Diagnostics& diagnostics)
{
    try {
        return htmlSource(html, path);
    } catch (const Error& error) {
        if (error.diagnostic().code != u"html.no-text") {
            diagnostics.push_back(error.diagnostic());
            diagnostics.back().severity = Severity::Warning;
        }
        return std::nullopt;
    }
}

Choice htmlChoice(const QString& html, const QString& path, Diagnostics& diagnostics)
{
    const qsizetype answered = answeredPart(html);
    if (answered < html.size()) {
        const auto own = articleOf(html.left(answered), path, diagnostics);
        if (own && proseWords(own->text) >= fewWords)
            return {own->text, own->title};
    }
    const auto all = articleOf(html, path, diagnostics);
    return all ? Choice{all->text, all->title} : Choice{};
}

/// The plain form, unless it only says that there is another one.
Choice bestForm(const MailSection& section, const QString& path, Diagnostics& diagnostics)
{
    if (section.html.isEmpty())
        return {section.plain, {}};
    const int plainWords = proseWords(section.plain);
    Diagnostics found;
    Choice article = htmlChoice(section.html, path, found);
    const int htmlWords = proseWords(article.text);
    constexpr int substance = 12;
    const bool isPlainEnough = plainWords >= substance && plainWords * 5 >= htmlWords * 2;
    if (isPlainEnough || (htmlWords == 0 && plainWords > 0))
        return {section.plain, {}};
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    return article;
}

class MailTeller
{
public:
    MailTeller(QString path, Diagnostics& diagnostics)
        : m_path(std::move(path))
        , m_diagnostics(diagnostics)
    {
    }

    SourceText source(const Mail& mail)
    {
        SourceText source;
        source.title = bareSubject(mail.headers.text("subject"));
        source.publisher = senderName(mail.headers.text("from"));
        source.date = mailDate(mail.headers.text("date"));
        for (const MailSection& section : mail.sections) {
            for (const Mail& enclosed : section.enclosed)
                add(source, this->source(enclosed), true);
            if (section.enclosed.empty())
                add(source, own(section), false);
        }
        return source;
    }

    [[nodiscard]] int quotedLinesLeftOut() const { return m_quotedLinesLeftOut; }

private:
    SourceText own(const MailSection& section)
    {
        const Choice choice = bestForm(section, m_path, m_diagnostics);
        MailProse prose = mailProse(choice.text);
        m_quotedLinesLeftOut += prose.quotedLinesLeftOut;
        SourceText source{std::move(prose.title), std::move(prose.sender), prose.date,
                          std::move(prose.text)};
        m_headline = m_headline.isEmpty() ? choice.headline : m_headline;
        return source;
    }

    /// What was sent on with little said about it gives the title, too.
    static void add(SourceText& source, const SourceText& more, bool isEnclosed)
    {
        const bool isIntroduced = proseWords(source.text) < fewWords;
        if (isIntroduced && (isEnclosed || !more.publisher.isEmpty())) {
            source.title = more.title.isEmpty() ? source.title : more.title;
            source.publisher = more.publisher.isEmpty() ? source.publisher : more.publisher;
            source.date = more.date ? more.date : source.date;
        }
        if (QStringView(more.text).trimmed().isEmpty())
            return;
        source.text += (source.text.isEmpty() ? QString() : QStringLiteral("\n\n")) + more.text;
    }

public:
    /// The heading of an HTML part, else of the text, for a mail without a subject.
    void complete(SourceText& source) const
    {
        const SourceText plain = plainSource(source.text);
        if (source.title.isEmpty())
            source.title = m_headline.isEmpty() ? plain.title : m_headline;
        if (source.publisher.isEmpty())
            source.publisher = plain.publisher;
        if (!source.date)
            source.date = plain.date;
    }

private:
    QString m_path;
    Diagnostics& m_diagnostics;
    QString m_headline;
    int m_quotedLinesLeftOut = 0;
};

void note(Diagnostics& diagnostics, const QString& code, int count, const QString& path)
{
    if (count > 0)
        diagnostics.push_back(
            {Severity::Note, code, {QString::number(count)}, path, std::nullopt, std::nullopt});
}

} // namespace

SourceText emailSource(const QByteArray& bytes, const QString& path, Diagnostics& diagnostics)
{
    MailReading reading = mailParts(bytes, path);
    diagnostics.insert(diagnostics.end(), reading.diagnostics.begin(), reading.diagnostics.end());
    MailTeller teller(path, diagnostics);
    SourceText source = teller.source(reading.mail);
    if (QStringView(source.text).trimmed().isEmpty())
        throw Error(reading.isEncrypted ? QStringLiteral("email.encrypted")
                                        : QStringLiteral("email.no-text"),
                    {QString::number(reading.attachments)}, path);
    teller.complete(source);
    note(diagnostics, QStringLiteral("email.attachments"), reading.attachments, path);
    note(diagnostics, QStringLiteral("email.quoted"), teller.quotedLinesLeftOut(), path);
    return source;
}

} // namespace gyre
