// The rows of a lexicon file: `key argument… : phrase; phrase`. '#' starts a comment line.
#pragma once

#include <QString>
#include <QStringView>

#include <functional>
#include <vector>

namespace gyre {

struct LexiconRow
{
    QStringView key;
    std::vector<QStringView> arguments;
    std::vector<QStringView> phrases;
    QString file;
    int line = 0;

    /// Throws Error("lexicon.bad-row") naming file, line and what would be right.
    [[noreturn]] void fail(const QString& expected) const;
    /// Argument `i`, or fails.
    [[nodiscard]] QStringView argument(std::size_t i) const;
};

/// Calls `visit` for each row of a text; the views look into it, the row is used again.
void eachLexiconRow(QStringView text, const QString& file,
                    const std::function<void(const LexiconRow&)>& visit);

/// The forms of a verb in the order base, third person, past, participle, gerund; the first word of
/// "take over" is inflected. By the rules of English spelling; `irregular` gives past and
/// participle where they differ.
struct VerbForms
{
    QString third, past, participle, gerund;
};

VerbForms regularForms(QStringView base);

} // namespace gyre
