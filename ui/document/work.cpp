#include "ui/document/work.h"

#include "ui/document/guard.h"

#include <QElapsedTimer>

#include <algorithm>

namespace gyre {

namespace {

/// Says how far it is at most every 40 ms: the window must not drown in it.
std::function<void(double)> throttled(std::function<void(double)> report)
{
    QElapsedTimer sinceReport;
    sinceReport.start();
    return [sinceReport, report = std::move(report)](double fraction) mutable {
        if (sinceReport.elapsed() < 40)
            return;
        sinceReport.restart();
        report(fraction);
    };
}

} // namespace

Work::Work(QObject* parent)
    : QObject(parent)
{
}

Work::~Work()
{
    m_thread.request_stop();
}

void Work::add(Task task, const QString& key)
{
    const bool wasBusy = isBusy();
    if (!key.isEmpty())
        drop(key);
    m_waiting.push_back({std::move(task), key});
    if (!m_isRunning)
        startNext();
    if (!wasBusy)
        emit busyChanged();
}

void Work::addNext(Task task)
{
    m_waiting.push_front({std::move(task), {}});
}

void Work::drop(const QString& key)
{
    std::erase_if(m_waiting, [&key](const Waiting& waiting) { return waiting.key == key; });
    if (m_isRunning && m_runningKey == key)
        m_thread.request_stop();
}

void Work::cancel()
{
    m_waiting.clear();
    m_thread.request_stop();
}

void Work::meanwhile(const Progress& progress, Finish step)
{
    QMetaObject::invokeMethod(
        this,
        [this, stop = progress.stop, step = std::move(step)] {
            if (stop.stop_requested())
                return;
            Diagnostics problems;
            guarded({}, problems, step);
            if (!problems.empty())
                emit failed(problems);
        },
        Qt::QueuedConnection);
}

void Work::startNext()
{
    Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_isRunning = true;
    m_runningKey = next.key;
    const int number = ++m_number;
    m_thread =
        std::jthread([this, number, task = std::move(next.task)](const std::stop_token& stop) {
            const auto report = throttled([this](double fraction) {
                QMetaObject::invokeMethod(
                    this, [this, fraction] { emit progressed(fraction); }, Qt::QueuedConnection);
            });
            Finish finish = ran(task, {report, stop});
            if (stop.stop_requested())
                finish = {};
            QMetaObject::invokeMethod(
                this, [this, number, finish] { finished(number, finish); }, Qt::QueuedConnection);
        });
}

/// On the worker's thread.
Work::Finish Work::ran(const Task& task, const Progress& progress)
{
    Finish finish;
    Diagnostics problems;
    guarded({}, problems, [&] { finish = task(progress); });
    if (problems.empty())
        return finish;
    return [this, problems] { emit failed(problems); };
}

void Work::finished(int number, const Finish& finish)
{
    if (number != m_number)
        return;
    // Stopped between the end of the work and now: nobody wants its result any more.
    const bool isWanted = finish && !m_thread.get_stop_token().stop_requested();
    Diagnostics problems;
    if (isWanted)
        guarded({}, problems, finish);
    m_isRunning = false;
    m_runningKey.clear();
    if (!m_waiting.empty())
        startNext();
    else
        emit busyChanged();
    if (!problems.empty())
        emit failed(problems);
}

} // namespace gyre
