#include "ui/dialogs/copying.h"

#include <QImage>
#include <QMimeData>

namespace gyre {

namespace {

/// So that a paste here does not take the words for a briefing.
const QString ownType = QStringLiteral("application/x-gyre-picture");

} // namespace

std::unique_ptr<QMimeData> copied(const ExportRequest& request, ExportKind kind)
{
    ExportRequest one = request;
    one.what = {kind};
    one.formats = {ExportFormat::Png, ExportFormat::Svg};
    one.withGeometry = false;
    const std::vector<ExportedFile> files = exported(one);
    auto mime = std::make_unique<QMimeData>();
    mime->setData(QStringLiteral("image/png"), files.at(0).bytes);
    mime->setData(QStringLiteral("image/svg+xml"), files.at(1).bytes);
    mime->setImageData(QImage::fromData(files.at(0).bytes));
    mime->setText(files.at(0).description);
    mime->setData(ownType, name(kind).toUtf8());
    return mime;
}

bool isCopiedPicture(const QMimeData& mime)
{
    return mime.hasFormat(ownType);
}

} // namespace gyre
