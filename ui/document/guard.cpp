#include "ui/document/guard.h"

namespace gyre {

void guarded(const QString& file, Diagnostics& diagnostics, const std::function<void()>& step)
{
    try {
        step();
    } catch (const Error& error) {
        diagnostics.push_back(error.diagnostic());
        if (diagnostics.back().file.isEmpty())
            diagnostics.back().file = file;
    } catch (const std::exception& failure) {
        diagnostics.push_back({Severity::Error,
                               QStringLiteral("document.failed"),
                               {QString::fromUtf8(failure.what())},
                               file,
                               {},
                               {}});
    }
}

} // namespace gyre
