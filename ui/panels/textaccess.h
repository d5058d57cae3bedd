// Lets screen readers read a TextView: its text, selection and where each letter is.
#pragma once

namespace gyre {

/// Once for the program; further calls do nothing.
void installTextAccess();

} // namespace gyre
