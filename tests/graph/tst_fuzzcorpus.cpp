// The fuzzers' corpus: seeds of every reader and of the extraction, and all that was ever found to
// be read wrongly, slowly or not at all. A file NAME of target TARGET that fails here fails alike
// in build/fuzz/tests/fuzz_TARGET tests/fuzz/corpus/TARGET/NAME.
#include "tests/fuzz/targets.h"

#include <QDirIterator>
#include <QTest>

using namespace gyre;

class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private slots:

    void text_data() { addFiles("text"); }

    void text() { replay("text"); }

    void html_data() { addFiles("html"); }

    void html() { replay("html"); }

    void email_data() { addFiles("email"); }

    void email() { replay("email"); }

    void pdf_data() { addFiles("pdf"); }

    void pdf() { replay("pdf"); }

    void extract_data() { addFiles("extract"); }

    void extract() { replay("extract"); }

    void json_data() { addFiles("json"); }

    void json() { replay("json"); }

    void csv_data() { addFiles("csv"); }

    void csv() { replay("csv"); }

    void graphml_data() { addFiles("graphml"); }

    void graphml() { replay("graphml"); }

    void hasFilesForEveryTarget();

private:
    static QString folderOf(const char* target)
    {
        return QStringLiteral(GYRE_SOURCE_DIR "/tests/fuzz/corpus/") + QLatin1String(target);
    }

    static void addFiles(const char* target)
    {
        QTest::addColumn<QString>("path");
        const QDir folder(folderOf(target));
        for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    static void replay(const char* target)
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(fuzz::findTarget(QLatin1String(target))->fault(file.readAll()), QString());
    }
};

void TestFuzzCorpus::hasFilesForEveryTarget()
{
    for (const fuzz::Target& target : fuzz::targets()) {
        QVERIFY2(QDir(folderOf(target.name)).entryList(QDir::Files).size() >= 5, target.name);
        const QByteArray slot = target.name + QByteArray("()");
        QVERIFY2(metaObject()->indexOfSlot(slot.constData()) >= 0, target.name);
    }
}

QTEST_APPLESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
