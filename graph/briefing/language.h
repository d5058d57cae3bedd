// Which language a text is in, by its commonest words (resources/mappings/languages.txt) or its
// script. A guess, good enough to warn that the rules read English.
#pragma once

#include <QString>

namespace gyre {

/// ISO 639-1, empty where the words do not tell. Looks at the first 20,000 characters.
QString guessedLanguage(const QString& text);

} // namespace gyre
