// Work off the GUI thread, one piece after another. A piece is a function that takes no part of the
// window, returns what is to be done with its result on the GUI thread, and polls its Progress.
// What it throws, in either half, becomes a message: no exception leaves a thread.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/basics/progress.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <thread>

namespace gyre {

class Work : public QObject
{
    Q_OBJECT

public:
    /// Run on the GUI thread; not at all when the work was cancelled.
    using Finish = std::function<void()>;
    using Task = std::function<Finish(const Progress&)>;

    explicit Work(QObject* parent = nullptr);
    /// Stops and waits for the running piece.
    ~Work() override;

    /// A task with the key of one that waits or runs takes its place: the newest wins. An empty key
    /// replaces nothing.
    void add(Task task, const QString& key = {});
    /// Before everything that waits: the second half of a task that is just finishing.
    void addNext(Task task);
    /// Nobody wants the task with this key any more, whether it waits or runs.
    void drop(const QString& key);
    void cancel();
    /// From within a task, with its own Progress: something for the GUI thread before the task's
    /// end; not done where the task was stopped meanwhile.
    void meanwhile(const Progress& progress, Finish step);

    [[nodiscard]] bool isBusy() const { return m_isRunning || !m_waiting.empty(); }

signals:
    void busyChanged();
    void progressed(double fraction);
    /// A piece threw; there is no result of it.
    void failed(const Diagnostics& problems);

private:
    struct Waiting
    {
        Task task;
        QString key;
    };

    void startNext();
    Finish ran(const Task& task, const Progress& progress);
    void finished(int number, const Finish& finish);

    std::deque<Waiting> m_waiting;
    QString m_runningKey;
    bool m_isRunning = false;
    /// Of the running piece; results of an older one come too late.
    int m_number = 0;
    std::jthread m_thread;
};

} // namespace gyre
