#include "graph/layout/workers.h"

#include <algorithm>

namespace gyre {

int threadsAtHand()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
}

Workers::Workers(int threads)
{
    for (int i = 1; i < threads; ++i)
        m_threads.emplace_back([this] { help(); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void Workers::run(int count, const std::function<void(int)>& task)
{
    if (m_threads.empty() || count < 2) {
        for (int i = 0; i < count; ++i)
            task(i);
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_task = &task;
        m_count = count;
        m_next = 0;
        m_busy = static_cast<int>(m_threads.size());
        ++m_generation;
    }
    m_changed.notify_all();
    takeTasks();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_busy == 0; });
}

void Workers::takeTasks()
{
    for (int i = m_next++; i < m_count; i = m_next++)
        (*m_task)(i);
}

void Workers::help()
{
    int seen = 0;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [&] { return m_isOver || m_generation != seen; });
        if (m_isOver)
            return;
        seen = m_generation;
        lock.unlock();
        takeTasks();
        lock.lock();
        if (--m_busy == 0)
            m_changed.notify_all();
    }
}

} // namespace gyre
