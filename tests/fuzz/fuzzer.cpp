// One target as libFuzzer wants it; GYRE_FUZZ_TARGET names it.
#include "tests/fuzz/targets.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const gyre::fuzz::Target& target =
        *gyre::fuzz::findTarget(QLatin1String(GYRE_FUZZ_TARGET));
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString fault = target.fault(bytes);
    if (!fault.isEmpty()) {
        std::fprintf(stderr, "%s: %s\n", target.name, qPrintable(fault));
        std::abort();
    }
    return 0;
}
