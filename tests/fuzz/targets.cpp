#include "tests/fuzz/targets.h"

#include "tests/fuzz/checks.h"

#include <algorithm>

namespace gyre::fuzz {

std::span<const Target> targets()
{
    static constexpr Target all[] = {
        {"text", textFault}, {"html", htmlFault},       {"email", emailFault},
        {"pdf", pdfFault},   {"json", jsonFault},       {"extract", extractFault},
        {"csv", csvFault},   {"graphml", graphmlFault},
    };
    return all;
}

const Target* findTarget(QLatin1String name)
{
    const auto all = targets();
    const auto found = std::find_if(all.begin(), all.end(), [name](const Target& target) {
        return name == QLatin1String(target.name);
    });
    return found == all.end() ? nullptr : &*found;
}

} // namespace gyre::fuzz
