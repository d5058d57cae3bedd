// Ids made of names.
#pragma once

#include <QString>

namespace gyre {

/// "Zeta Labs" → "zeta-labs"; empty where the name has neither letter nor digit.
QString kebab(const QString& name);

} // namespace gyre
