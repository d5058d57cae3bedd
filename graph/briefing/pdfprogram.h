// Starting `gyre-pdf`, and stopping it.
#pragma once

#include <QByteArray>
#include <QString>

namespace gyre {

/// What the program wrote until it ended or was stopped: after a minute, or at 256 MB. Throws
/// Error("pdf.reader-missing") where it is not found or can't be started.
QByteArray rowsOfPdf(const QByteArray& bytes, const QString& path);

} // namespace gyre
