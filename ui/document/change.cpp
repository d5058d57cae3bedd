#include "ui/document/change.h"

#include "ui/document/document.h"

namespace gyre {

ProjectChange::ProjectChange(Document& document, const QString& text, Project after, int mergeKey)
    : QUndoCommand(text)
    , m_document(document)
    , m_before(document.project())
    , m_after(std::move(after))
    , m_mergeKey(mergeKey)
{
}

void ProjectChange::undo()
{
    m_document.setProject(m_before);
}

void ProjectChange::redo()
{
    m_document.setProject(m_after);
}

bool ProjectChange::mergeWith(const QUndoCommand* later)
{
    // Qt asks only for commands of the same id, and every command of the stack is one of these.
    m_after = static_cast<const ProjectChange*>(later)->m_after;
    return true;
}

} // namespace gyre
