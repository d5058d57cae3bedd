// Threads that stay alive between the many short parallel steps of one layout.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gyre {

/// As many as this machine runs at once, at most 4: a layout has few shares to hand out.
int threadsAtHand();

class Workers
{
public:
    /// The caller's own thread is one of them: with 1 (or less) no other is started.
    explicit Workers(int threads);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Runs task(0) … task(count - 1), each once, in any order on any thread; back when all are
    /// done. A task writes to places that no other one reads or writes, so that what comes out does
    /// not depend on the number of threads; it does not throw.
    void run(int count, const std::function<void(int)>& task);

private:
    void help();
    void takeTasks();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    const std::function<void(int)>* m_task = nullptr;
    int m_count = 0;
    std::atomic<int> m_next = 0;
    int m_busy = 0;
    int m_generation = 0;
    bool m_isOver = false;
    std::vector<std::thread> m_threads;
};

} // namespace gyre
