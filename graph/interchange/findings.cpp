#include "graph/interchange/findings.h"

namespace gyre {

void Findings::add(Severity severity, const QString& code, const QStringList& arguments,
                   std::optional<int> line)
{
    if (++m_counts[code] <= shownOfOneCode)
        m_shown.push_back({severity, code, arguments, m_file, line, std::nullopt});
}

Diagnostics Findings::done()
{
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count)
        if (count.value() > shownOfOneCode)
            m_shown.push_back({Severity::Warning,
                               QStringLiteral("file.more-like-this"),
                               {QString::number(count.value() - shownOfOneCode), count.key()},
                               m_file,
                               std::nullopt,
                               std::nullopt});
    return std::move(m_shown);
}

} // namespace gyre
