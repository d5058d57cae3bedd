#include "ui/document/change.h"

#include "ui/document/document.h"

namespace gyre {

ProjectChange::ProjectChange(Document& document, const QString& text, Project after, int mergeKey,
                             Keys keys)
    : QUndoCommand(text)
    , m_document(document)
    , m_before(document.project())
    , m_after(std::move(after))
    , m_mergeKey(mergeKey)
    , m_keys(keys)
{
}

void ProjectChange::set(const Project& project)
{
    if (m_keys == Keys::Anew)
        m_document.forgetWhatWasSeen();
    m_document.setProject(project);
}

void ProjectChange::undo()
{
    set(m_before);
}

void ProjectChange::redo()
{
    set(m_after);
}

bool ProjectChange::mergeWith(const QUndoCommand* later)
{
    // Qt asks only for commands of the same id, and every command of the stack is one of these.
    m_after = static_cast<const ProjectChange*>(later)->m_after;
    return true;
}

} // namespace gyre
