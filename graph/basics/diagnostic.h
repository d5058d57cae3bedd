// What a reader, an importer or the extraction wants to say without failing. The core names the
// matter by a code with arguments; ui/words turns it into a sentence.
#pragma once

#include "graph/basics/textspan.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <exception>
#include <optional>
#include <vector>

namespace gyre {

enum class Severity : std::uint8_t
{
    Note,
    Warning,
    Error
};

struct Diagnostic
{
    Severity severity = Severity::Warning;
    /// For instance "csv.column-missing"; every code has its words in ui/words/messages.cpp.
    QString code;
    QStringList arguments;
    /// The file it is about, empty where there is none.
    QString file;
    /// From 1.
    std::optional<int> line;
    /// In the briefing's text.
    std::optional<TextSpan> span;

    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Cannot go on: the one exception. Caught at the two doors, Document's guard and the batch.
class Error : public std::exception
{
public:
    explicit Error(Diagnostic diagnostic)
        : m_diagnostic(std::move(diagnostic))
    {
        m_diagnostic.severity = Severity::Error;
    }

    Error(QString code, QStringList arguments, QString file = {},
          std::optional<int> line = std::nullopt)
        : Error(Diagnostic{Severity::Error, std::move(code), std::move(arguments), std::move(file),
                           line, std::nullopt})
    {
    }

    [[nodiscard]] const Diagnostic& diagnostic() const { return m_diagnostic; }

    [[nodiscard]] const char* what() const noexcept override { return "gyre::Error"; }

private:
    Diagnostic m_diagnostic;
};

} // namespace gyre
