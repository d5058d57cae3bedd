// The program's own start with its window, same wiring as app/window.cpp's: what bench_start times.
//     start_window [FILE]          ends once the first network is painted
//     start_window --text FILE     ends once the first words of the text are painted
// Both end at once: giving everything back is no part of a start.
//     start_window --freeze FILE   ends once all is read; says the longest time without an event
#include "graph/briefing/lexicon.h"
#include "ui/mainwindow.h"
#include "ui/panels/textview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace gyre;

/// Ends the program behind the first paint of a text that is not empty.
class EndAtText : public QObject
{
public:
    explicit EndAtText(TextView& text)
        : m_text(text)
    {
        text.viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_text.text().isEmpty())
            QTimer::singleShot(0, this, [] { std::_Exit(0); });
        return false;
    }

private:
    TextView& m_text;
};

/// The longest gap between two beats of a timer that never rests.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_clock.start();
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(0);
    }

    [[nodiscard]] qint64 longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QStringList files = application.arguments().mid(1);
    const QString until =
        files.value(0).startsWith(QLatin1String("--")) ? files.takeFirst() : QString();
    MainWindow window(std::make_shared<const Lexicon>());
    if (files.isEmpty())
        window.openSample();
    else
        window.open(files);
    window.resize(1600, 1000);
    window.show();
    QTimer::singleShot(60'000, &application, [] { QCoreApplication::exit(1); });
    if (until == QLatin1String("--text")) {
        const EndAtText end(*window.findChild<TextView*>());
        return QApplication::exec();
    }
    if (until == QLatin1String("--freeze")) {
        QCoreApplication::processEvents();
        const Heartbeat heart;
        QObject::connect(&window.document(), &Document::projectChanged, &application,
                         [] { QTimer::singleShot(1000, qApp, [] { QCoreApplication::exit(0); }); });
        const int code = QApplication::exec();
        std::printf("longest stop %lld ms\n", heart.longest());
        return code;
    }
    QObject::connect(&window, &MainWindow::firstNetworkPainted, &application,
                     [] { std::_Exit(0); });
    return QApplication::exec();
}
