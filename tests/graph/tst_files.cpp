#include "graph/interchange/formats.h"
#include "tests/support/folder.h"

#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gyre;
using gyre::test::Folder;

namespace {

/// The code of the Error that writing throws, or "written".
QString outcome(const QString& path, const QByteArray& bytes)
{
    try {
        writeFile(path, bytes);
        return QStringLiteral("written");
    } catch (const Error& error) {
        return error.diagnostic().file == path ? error.diagnostic().code
                                               : QStringLiteral("wrong file");
    }
}

/// Runs `work` in a child process (limits and users are the process's own) and gives its answer.
template<typename Work>
int inChild(const Work& work)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndReplaces();
    void keepsPermissions();
    void goesThroughALink();
    void fullDevice();
    void linkToFullDeviceStaysALink();
    void fileSizeLimitLeavesTheOldFile();
    void directoryInThePlace();
    void missingFolder();
    void readOnlyFolder();
};

void TestFiles::writesAndReplaces()
{
    const Folder folder;
    const QString path = folder.path(QStringLiteral("out.json"));
    QCOMPARE(outcome(path, "first"), QStringLiteral("written"));
    QCOMPARE(outcome(path, "second"), QStringLiteral("written"));
    QCOMPARE(Folder::bytes(path), QByteArray("second"));
    QCOMPARE(outcome(path, {}), QStringLiteral("written"));
    QCOMPARE(Folder::bytes(path), QByteArray());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestFiles::keepsPermissions()
{
    const Folder folder;
    const QString path = folder.put(QStringLiteral("out.json"), "old");
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto before = QFile::permissions(path);
    QCOMPARE(outcome(path, "new"), QStringLiteral("written"));
    QCOMPARE(QFile::permissions(path), before);
}

void TestFiles::goesThroughALink()
{
    const Folder folder;
    const QString target = folder.put(QStringLiteral("real.json"), "old");
    const QString link = folder.path(QStringLiteral("link.json"));
    QVERIFY(QFile::link(target, link));
    QCOMPARE(outcome(link, "new"), QStringLiteral("written"));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(Folder::bytes(target), QByteArray("new"));
}

void TestFiles::fullDevice()
{
    QCOMPARE(outcome(QStringLiteral("/dev/full"), "anything"), QStringLiteral("file.not-written"));

    struct stat status
    {
    };

    QCOMPARE(::stat("/dev/full", &status), 0);
    QVERIFY(S_ISCHR(status.st_mode));
    QCOMPARE(outcome(QStringLiteral("/dev/null"), "anything"), QStringLiteral("written"));
}

void TestFiles::linkToFullDeviceStaysALink()
{
    const Folder folder;
    const QString link = folder.path(QStringLiteral("out.png"));
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), link));
    QCOMPARE(outcome(link, "anything"), QStringLiteral("file.not-written"));
    QVERIFY(QFileInfo(link).isSymLink());
}

void TestFiles::fileSizeLimitLeavesTheOldFile()
{
    const Folder folder;
    const QString path = folder.put(QStringLiteral("out.json"), "the old file");
    const int answer = inChild([&path] {
        const rlimit limit{4096, 4096};
        if (std::signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0)
            return 2;
        return outcome(path, QByteArray(100'000, 'x')) == u"file.not-written" ? 0 : 1;
    });
    QCOMPARE(answer, 0);
    QCOMPARE(Folder::bytes(path), QByteArray("the old file"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestFiles::directoryInThePlace()
{
    const Folder folder;
    const QString path = folder.path(QStringLiteral("out.png"));
    QVERIFY(QDir().mkpath(path));
    QCOMPARE(outcome(path, "anything"), QStringLiteral("file.target-is-directory"));
    QVERIFY(QFileInfo(path).isDir());
}

void TestFiles::missingFolder()
{
    const Folder folder;
    QCOMPARE(outcome(folder.path(QStringLiteral("no/such/out.png")), "anything"),
             QStringLiteral("file.not-written"));
}

void TestFiles::readOnlyFolder()
{
    const Folder folder;
    const QString path = folder.put(QStringLiteral("shut/out.json"), "the old file");
    const QByteArray shut = QFile::encodeName(folder.path(QStringLiteral("shut")));
    // The folder above must be open for the user that root becomes.
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
    QCOMPARE(::chmod(shut.constData(), 0555), 0);
    const int answer = inChild([&path] {
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
            return 2;
        return outcome(path, "new") == u"file.not-written" ? 0 : 1;
    });
    QCOMPARE(answer, 0);
    QCOMPARE(Folder::bytes(path), QByteArray("the old file"));
    QCOMPARE(::chmod(shut.constData(), 0755), 0);
}

QTEST_APPLESS_MAIN(TestFiles)
#include "tst_files.moc"
