// The arrows of ARCHITECTURE.md, held by reading every #include: app → ui → graph; inside graph
// basics ← model ← briefing | analysis | layout | interchange, and no Qt GUI.
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

namespace {

struct Include
{
    QString file;
    QString header;
    /// <…> rather than "…".
    bool isOutside;
};

std::vector<Include> includesOf(const QString& folder)
{
    static const QRegularExpression line(
        QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"),
        QRegularExpression::MultilineOption);
    std::vector<Include> includes;
    QDirIterator files(QStringLiteral(GYRE_SOURCE_DIR "/") + folder,
                       {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString name = file.fileName().mid(qsizetype(sizeof(GYRE_SOURCE_DIR)));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto match = line.globalMatch(text); match.hasNext();) {
            const auto found = match.next();
            includes.push_back({name, found.captured(2), found.captured(1) == QStringLiteral("<")});
        }
    }
    return includes;
}

/// All of Qt Core that the core may use, by header.
bool isQtCore(const QString& header)
{
    return QFile::exists(QLibraryInfo::path(QLibraryInfo::HeadersPath) +
                         QStringLiteral("/QtCore/") + header);
}

bool isQt(const QString& header)
{
    static const QRegularExpression qt(QStringLiteral("^(Q[A-Za-z]\\w*(/\\w+)?|q\\w+\\.h)$"));
    return qt.match(header).hasMatch();
}

QString folderIn(const QString& path, int depth)
{
    return path.section(QLatin1Char('/'), depth, depth);
}

} // namespace

class TestArrows : public QObject
{
    Q_OBJECT

private slots:
    void programNeedsUiNeedsGraph();
    void partsOfTheCore();
    void coreSeesNoGui();
    void heavyLibrariesStayWhereTheyBelong();
    void pathsAreFull();
};

void TestArrows::programNeedsUiNeedsGraph()
{
    const QMap<QString, QStringList> mayUse{
        {QStringLiteral("graph"), {QStringLiteral("graph")}},
        {QStringLiteral("ui"), {QStringLiteral("graph"), QStringLiteral("ui")}},
        {QStringLiteral("app"),
         {QStringLiteral("graph"), QStringLiteral("ui"), QStringLiteral("app")}}};
    QStringList wrong;
    std::size_t seen = 0;
    for (auto part = mayUse.begin(); part != mayUse.end(); ++part)
        for (const Include& include : includesOf(part.key())) {
            ++seen;
            if (!include.isOutside && !part.value().contains(folderIn(include.header, 0)) &&
                include.header.contains(QLatin1Char('/')))
                wrong << include.file + QStringLiteral(" includes ") + include.header;
        }
    QVERIFY(seen > 100);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestArrows::partsOfTheCore()
{
    const QString basics = QStringLiteral("basics");
    const QString model = QStringLiteral("model");
    QMap<QString, QStringList> mayUse{{basics, {basics}}, {model, {basics, model}}};
    for (const char* part : {"briefing", "analysis", "layout", "interchange"})
        mayUse.insert(QLatin1String(part), {basics, model, QLatin1String(part)});
    QStringList wrong;
    for (const Include& include : includesOf(QStringLiteral("graph"))) {
        if (include.isOutside)
            continue;
        const QString part = folderIn(include.file, 1);
        if (!mayUse.value(part).contains(folderIn(include.header, 1)))
            wrong << include.file + QStringLiteral(" includes ") + include.header;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestArrows::coreSeesNoGui()
{
    QStringList wrong;
    for (const Include& include : includesOf(QStringLiteral("graph")))
        if (include.isOutside && isQt(include.header) && !isQtCore(include.header))
            wrong << include.file + QStringLiteral(" includes ") + include.header;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QVERIFY(isQt(QStringLiteral("QtWidgets/QWidget")) && isQt(QStringLiteral("QWidget")));
    QVERIFY(!isQtCore(QStringLiteral("QWidget")) && isQtCore(QStringLiteral("QString")));
}

void TestArrows::heavyLibrariesStayWhereTheyBelong()
{
    QStringList wrong;
    for (const QString& folder :
         {QStringLiteral("graph"), QStringLiteral("ui"), QStringLiteral("app")})
        for (const Include& include : includesOf(folder)) {
            const bool isGumbo = include.header == QStringLiteral("gumbo.h");
            const bool isPoppler = include.header.startsWith(QStringLiteral("poppler"));
            const bool isExpat = include.header == QStringLiteral("expat.h");
            // A program of its own has it.
            if ((isPoppler && !include.file.startsWith(QStringLiteral("app/pdftext/"))) ||
                (isGumbo && !include.file.startsWith(QStringLiteral("graph/briefing/"))) ||
                (isExpat && !include.file.startsWith(QStringLiteral("graph/interchange/"))))
                wrong << include.file + QStringLiteral(" includes ") + include.header;
        }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestArrows::pathsAreFull()
{
    QStringList wrong;
    for (const QString& folder :
         {QStringLiteral("graph"), QStringLiteral("ui"), QStringLiteral("app")})
        for (const Include& include : includesOf(folder))
            if (!include.isOutside && !include.header.endsWith(QStringLiteral(".moc")) &&
                (include.header.contains(QStringLiteral("..")) ||
                 !QFile::exists(QStringLiteral(GYRE_SOURCE_DIR "/") + include.header)))
                wrong << include.file + QStringLiteral(" includes ") + include.header;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_APPLESS_MAIN(TestArrows)
#include "tst_arrows.moc"
