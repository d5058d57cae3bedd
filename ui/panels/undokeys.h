// Undo and redo in a field: while it has typing of its own to take back the keys are its own, else
// they mean the window's last change, as everywhere else in it.
#pragma once

class QWidget;

namespace gyre {

/// For a QLineEdit or QPlainTextEdit.
void passOnUndoKeys(QWidget& field);

} // namespace gyre
