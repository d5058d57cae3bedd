// Diagnostics of one file while it is read: each names its line, and a file that is wrong in every
// row says so fifty times and then by count.
#pragma once

#include "graph/basics/diagnostic.h"

#include <QMap>

namespace gyre {

class Findings
{
public:
    explicit Findings(QString file)
        : m_file(std::move(file))
    {
    }

    [[nodiscard]] const QString& file() const { return m_file; }

    void note(const QString& code, const QStringList& arguments = {},
              std::optional<int> line = std::nullopt)
    {
        add(Severity::Note, code, arguments, line);
    }

    void warn(const QString& code, const QStringList& arguments, std::optional<int> line)
    {
        add(Severity::Warning, code, arguments, line);
    }

    /// In the order found, then one "file.more-like-this" (count, code) for each code that had
    /// more.
    [[nodiscard]] Diagnostics done();

private:
    static constexpr int shownOfOneCode = 50;

    void add(Severity severity, const QString& code, const QStringList& arguments,
             std::optional<int> line);

    QString m_file;
    Diagnostics m_shown;
    QMap<QString, int> m_counts;
};

} // namespace gyre
