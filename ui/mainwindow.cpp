#include "ui/mainwindow.h"

namespace gyre {

MainWindow::MainWindow(std::shared_ptr<const Lexicon> lexicon, QWidget* parent)
    : QMainWindow(parent)
    , m_document(std::move(lexicon))
{
    setWindowTitle(QStringLiteral("Gyre"));
    resize(1600, 1000);
}

MainWindow::~MainWindow() = default;

void MainWindow::open(const QStringList& paths)
{
    m_document.open(paths);
}

void MainWindow::openSample()
{
    open({QStringLiteral(":/gyre/samples/sample.txt")});
}

} // namespace gyre
