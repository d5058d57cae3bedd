// What can be done with a fact, the same wherever its menu is opened.
#pragma once

#include "ui/document/correcting.h"

#include <functional>

class QMenu;

namespace gyre {

using EditFact = std::function<void(const FactId&)>;

/// "Edit…", "Accept" or "Undo accept", "Reject" or "Undo reject", as they apply.
void addFactActions(QMenu& menu, Document& document, const FactId& fact, const EditFact& edit);

} // namespace gyre
