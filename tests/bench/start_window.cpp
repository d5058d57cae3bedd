// The program's own start with its window, which ends once the first network is painted: what
// bench_start times. Same wiring as app/main.cpp's window.
#include "graph/briefing/lexicon.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QTimer>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    gyre::MainWindow window(std::make_shared<const gyre::Lexicon>());
    QObject::connect(&window, &gyre::MainWindow::firstNetworkPainted, &application,
                     [] { QCoreApplication::exit(0); });
    if (argc > 1)
        window.open({QString::fromLocal8Bit(argv[1])});
    else
        window.openSample();
    window.resize(1600, 1000);
    window.show();
    QTimer::singleShot(20'000, &application, [] { QCoreApplication::exit(1); });
    return QApplication::exec();
}
