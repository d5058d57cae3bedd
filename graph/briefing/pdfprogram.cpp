#include "graph/briefing/pdfprogram.h"

#include "graph/basics/diagnostic.h"

#include <QDeadlineTimer>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gyre {

namespace {

constexpr qsizetype mostRows = 256LL * 1024 * 1024;
constexpr int longestRun = 60'000;

/// Closed with its scope.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    ~Descriptor() { close(); }

    void close()
    {
        if (m_number >= 0)
            ::close(m_number);
        m_number = -1;
    }

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

std::optional<std::string> programPath()
{
    if (qEnvironmentVariableIsSet("GYRE_PDF"))
        return qgetenv("GYRE_PDF").toStdString();
    std::error_code failure;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
    for (const char* place : {"gyre-pdf", "../libexec/gyre/gyre-pdf"})
        if (std::filesystem::exists(folder / place, failure))
            return (folder / place).string();
    return std::nullopt;
}

[[noreturn]] void failMissing(const QString& path)
{
    throw Error(QStringLiteral("pdf.reader-missing"), {}, path);
}

/// A file without a name, so that no pipe has to be fed while another one is emptied.
bool put(const QByteArray& bytes, int file)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count =
            write(file, bytes.data() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += count;
    }
    return lseek(file, 0, SEEK_SET) == 0;
}

std::optional<pid_t> spawned(const std::string& program, int input, int output)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
    std::string name = "gyre-pdf";
    const std::array<char*, 2> arguments{name.data(), nullptr};
    pid_t child = 0;
    const int failure =
        posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? std::optional(child) : std::nullopt;
}

/// Until the other side ends, or there is too much of it, or it takes too long.
QByteArray rowsFrom(int output)
{
    QByteArray rows;
    std::array<char, 65536> some{};
    const QDeadlineTimer deadline(longestRun);
    while (rows.size() < mostRows && !deadline.hasExpired()) {
        pollfd waiting{output, POLLIN, 0};
        const int ready = poll(&waiting, 1, static_cast<int>(deadline.remainingTime()));
        if (ready < 0 && errno == EINTR)
            continue;
        const ssize_t count = ready > 0 ? read(output, some.data(), some.size()) : 0;
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        rows.append(some.data(), count);
    }
    return rows;
}

void end(pid_t child)
{
    kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
}

} // namespace

QByteArray rowsOfPdf(const QByteArray& bytes, const QString& path)
{
    const auto program = programPath();
    if (!program)
        failMissing(path);
    const Descriptor input(memfd_create("gyre-pdf", MFD_CLOEXEC));
    std::array<int, 2> ends{-1, -1};
    if (input.number() < 0 || !put(bytes, input.number()) || pipe2(ends.data(), O_CLOEXEC) != 0)
        failMissing(path);
    const Descriptor output(ends[0]);
    Descriptor outputOfChild(ends[1]);
    const auto child = spawned(*program, input.number(), outputOfChild.number());
    outputOfChild.close();
    if (!child)
        failMissing(path);
    QByteArray rows = rowsFrom(output.number());
    end(*child);
    return rows;
}

} // namespace gyre
