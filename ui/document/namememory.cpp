#include "ui/document/namememory.h"

#include "graph/briefing/learning.h"
#include "graph/interchange/gazetteerfile.h"
#include "ui/document/document.h"
#include "ui/document/guard.h"

#include <QFileInfo>

namespace gyre {

NameMemory::NameMemory(Document& document, QString path, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_path(std::move(path))
{
    if (QFileInfo::exists(m_path))
        guarded(m_path, m_problems, [this] { load(); });
    connect(&m_document, &Document::projectChanged, this, &NameMemory::save);
}

void NameMemory::load()
{
    GazetteerReading reading = readGazetteer(m_path);
    m_problems = std::move(reading.diagnostics);
    const Diagnostics more = problemsOf(reading.names, reading.lines, m_document.lexicon(), m_path);
    m_problems.insert(m_problems.end(), more.begin(), more.end());
    m_kept = std::move(reading.names);
    m_document.setLearntNames(m_kept);
}

void NameMemory::save()
{
    const LearntNames& now = *m_document.project().learnt;
    if (now == m_kept || now == m_failed)
        return;
    Diagnostics problems;
    guarded(m_path, problems, [&] {
        saveGazetteer(m_path, m_kept, now);
        m_kept = now;
    });
    m_failed = problems.empty() ? std::nullopt : std::optional(now);
    if (!problems.empty())
        m_document.report(problems);
}

} // namespace gyre
