#include "app/batch.h"
#include "app/console.h"
#include "app/inputs.h"
#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/reading.h"
#include "ui/document/addition.h"
#include "ui/document/guard.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace gyre {

namespace {

/// What one FILE gives: a line of JSON, or nothing, and what there is to say about it.
struct Answer
{
    QByteArray line;
    Diagnostics diagnostics;
};

BriefingReading readingOf(const QString& path)
{
    if (formatOfPath(path) != nullptr)
        throw Error(QStringLiteral("input.network-not-briefing"), {}, path);
    return readBriefingFile(path);
}

Answer answerFor(const QString& path, const Invocation& command, const Lexicon& lexicon)
{
    Answer answer;
    guarded(path, answer.diagnostics, [&] {
        BriefingReading reading = readingOf(path);
        if (command.date)
            reading.briefing.date = command.date;
        ReadBriefing read;
        read.extraction = extract(reading.briefing, lexicon);
        read.briefing = std::move(reading.briefing);
        auto& all = read.extraction.diagnostics;
        all.insert(all.begin(), reading.diagnostics.begin(), reading.diagnostics.end());
        answer.diagnostics = all;
        answer.line = extractionJson(read, command.withText) + '\n';
    });
    for (Diagnostic& diagnostic : answer.diagnostics)
        if (diagnostic.file.isEmpty())
            diagnostic.file = path;
    return answer;
}

/// Answers are made by several threads and given out in the order of the files. No thread runs more
/// than a few files ahead of what was given out, so that a thousand briefings need no memory for a
/// thousand answers.
class AnswersInOrder
{
public:
    AnswersInOrder(const Invocation& command, const Lexicon& lexicon, std::size_t jobs)
        : m_command(command)
        , m_lexicon(lexicon)
        , m_lead(jobs * 4)
        , m_answers(static_cast<std::size_t>(command.files.size()))
    {
        for (std::size_t i = 0; i < jobs; ++i)
            m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }

    Answer next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_answers[m_given].has_value(); });
        Answer answer = std::move(*m_answers[m_given]);
        m_answers[m_given].reset();
        ++m_given;
        lock.unlock();
        m_changed.notify_all();
        return answer;
    }

private:
    void work(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return m_taken < m_given + m_lead; })) {
            if (m_taken == m_answers.size())
                return;
            const std::size_t mine = m_taken++;
            lock.unlock();
            Answer answer =
                answerFor(m_command.files[static_cast<qsizetype>(mine)], m_command, m_lexicon);
            lock.lock();
            m_answers[mine] = std::move(answer);
            m_changed.notify_all();
        }
    }

    const Invocation& m_command;
    const Lexicon& m_lexicon;
    std::size_t m_lead;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<std::optional<Answer>> m_answers;
    std::size_t m_taken = 0;
    std::size_t m_given = 0;
    /// Last: joined before anything that they use goes away.
    std::vector<std::jthread> m_threads;
};

int give(const Answer& answer)
{
    const bool hasError = tellAll(answer.diagnostics);
    writeOut(answer.line);
    return hasError || answer.line.isEmpty() ? 1 : 0;
}

} // namespace

int extractFacts(const Invocation& command)
{
    const std::unique_ptr<const Lexicon> words = wordsFor(command);
    const Lexicon& lexicon = *words;
    const auto count = static_cast<std::size_t>(command.files.size());
    const std::size_t wanted = command.jobs > 0 ? static_cast<std::size_t>(command.jobs)
                                                : std::thread::hardware_concurrency();
    const std::size_t jobs = std::clamp<std::size_t>(wanted, 1, count);
    int exitCode = 0;
    if (jobs == 1) {
        for (const QString& path : command.files)
            exitCode = std::max(exitCode, give(answerFor(path, command, lexicon)));
        return exitCode;
    }
    AnswersInOrder answers(command, lexicon, jobs);
    for (std::size_t i = 0; i < count; ++i)
        exitCode = std::max(exitCode, give(answers.next()));
    return exitCode;
}

} // namespace gyre
