#include "ui/dialogs/printing.h"

#include "ui/dialogs/previewpane.h"

#include <QApplication>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <memory>

namespace gyre {

namespace {

constexpr double margin = 12;

ExportRequest forPaper(const ExportRequest& request, const QPrinter& printer)
{
    ExportRequest onPaper = request;
    // As the printer has it: Qt keeps margins in whole points.
    const QSizeF room = printer.pageLayout().paintRectPixels(printer.resolution()).size();
    onPaper.size =
        ExportSize::onPaper(room / printer.resolution() * millimetresPerInch, printer.resolution());
    onPaper.theme = ThemeName::Print;
    onPaper.isTransparent = false;
    return onPaper;
}

std::unique_ptr<QPrinter> newPrinter(ExportKind kind)
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(title(kind));
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
    return printer;
}

} // namespace

void printPicture(const ExportRequest& request, ExportKind kind, QPrinter& printer)
{
    const ExportRequest onPaper = forPaper(request, printer);
    QPainter painter(&printer);
    painter.scale(onPaper.size.scale, onPaper.size.scale);
    paintExport(onPaper, kind, painter);
}

void openPrintPreview(const ExportRequest& request, ExportKind kind, QWidget* parent)
{
    std::shared_ptr<QPrinter> printer = newPrinter(kind);
    auto* dialog = new QPrintPreviewDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QCoreApplication::translate("Printing", "Print: %1").arg(title(kind)));
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog,
                     [request, kind, printer](QPrinter* target) {
                         QApplication::setOverrideCursor(Qt::WaitCursor);
                         printPicture(request, kind, *target);
                         QApplication::restoreOverrideCursor();
                     });
    dialog->open();
}

} // namespace gyre
