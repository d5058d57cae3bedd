// The export dialog, worked with the mouse and the keyboard.
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/previewpane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace gyre;

namespace {

Valuation valued(FirmId firm, std::int64_t billions, const char* date)
{
    Valuation valuation;
    valuation.org = firm;
    valuation.amount = Amount::exactly(billions * 1'000'000'000, Currency::usd());
    valuation.status = Status::Closed;
    valuation.date = PartialDate::parse(QString::fromLatin1(date));
    return valuation;
}

Firm named(const char* id, const char* name, FirmKind kind)
{
    Firm firm;
    firm.id = QString::fromLatin1(id);
    firm.name = QString::fromLatin1(name);
    firm.kind = kind;
    return firm;
}

/// Harbour invests in Tern and holds a third of it; Tern is valued twice.
Network sampleNetwork()
{
    NetworkEditor edit;
    const FirmId harbour = edit.addFirm(named("harbour", "Harbour", FirmKind::BigTech));
    const FirmId tern = edit.addFirm(named("tern", "Tern", FirmKind::AiLab));
    Deal deal;
    deal.from = harbour;
    deal.to = tern;
    deal.type = DealType::EquityInvestment;
    deal.amount = Amount::exactly(3'000'000'000, Currency::usd());
    edit.addDeal(deal);
    edit.addValuation(valued(tern, 4, "2023-05"));
    edit.addValuation(valued(tern, 9, "2024-08"));
    Stake stake;
    stake.holder = harbour;
    stake.org = tern;
    stake.percent = 33;
    edit.addStake(stake);
    return edit.done();
}

ExportRequest base()
{
    ExportRequest request;
    request.project.network = sampleNetwork();
    return request;
}

std::shared_ptr<const Network> background()
{
    return std::make_shared<const Network>(sampleNetwork());
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Clears the line and types into it.
void type(QWidget* line, const QString& text)
{
    QTest::mouseClick(line, Qt::LeftButton);
    QTest::keySequence(line, QKeySequence::SelectAll);
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

/// Picks an entry by going down from the first. No Return: that would press Export.
void pick(QComboBox* box, int index)
{
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(box, Qt::Key_Down);
}

template<typename Widget>
Widget* find(const QDialog& dialog, const char* objectName)
{
    return dialog.findChild<Widget*>(QString::fromLatin1(objectName));
}

void click(QAbstractButton* button)
{
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(12, button->height() / 2));
}

} // namespace

class ExportDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void writesTheBytesOfTheSharedExport();
    void remembersSettingsForNextTime();
    void staysOpenWithAMessageWhereItCannotWrite();
    void saysWhyAPlaceIsNoFolder();
    void writesTheRestWhereOneFileCannotBeWritten();
    void saysWhatWillBeReplaced();
    void offersNothingToExportWithoutAPicture();
    void refusesPicturesThatNoMemoryHolds();
    void isLightInADarkWindow();
    void previewShowsWhatWillBeExported();
    void sizesFollowThePresetAndBack();
    void sizesOnPaperWithTheirResolution();
    void chartsCanBeOfOneFirm();
    void backgroundFactsAreAskedForOnlyWhenWanted();
    void everyControlHasANameAndAPlaceInTheTabOrder();

private:
    [[nodiscard]] std::unique_ptr<ExportDialog> shown(ExportRequest request = base()) const;

    QTemporaryDir m_place;
};

void ExportDialogTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("gyre-test"));
    QCoreApplication::setApplicationName(QStringLiteral("exportdialog"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_place.path());
}

void ExportDialogTest::init()
{
    QSettings().clear();
}

std::unique_ptr<ExportDialog> ExportDialogTest::shown(ExportRequest request) const
{
    auto dialog = std::make_unique<ExportDialog>(std::move(request), background);
    dialog->show();
    if (!QTest::qWaitForWindowActive(dialog.get()))
        qWarning("the dialog was not activated");
    return dialog;
}

void ExportDialogTest::writesTheBytesOfTheSharedExport()
{
    const QString folder = m_place.filePath(QStringLiteral("new/pictures"));
    const auto dialog = shown();
    type(find<QLineEdit>(*dialog, "folder"), folder);
    type(find<QLineEdit>(*dialog, "title"), QStringLiteral("Who pays Tern"));
    click(find<QCheckBox>(*dialog, "transparent"));
    QCOMPARE(dialog->request().title, QStringLiteral("Who pays Tern"));
    QVERIFY(dialog->request().isTransparent);
    const std::vector<ExportedFile> expected = exported(dialog->request());
    QCOMPARE(expected.size(), std::size_t{3});
    click(find<QPushButton>(*dialog, "export"));
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), static_cast<int>(QDialog::Accepted), 30000);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(dialog->writtenFiles().size(), 3);
    for (const ExportedFile& file : expected) {
        const QByteArray bytes = bytesOf(folder + QLatin1Char('/') + file.name);
        QVERIFY2(!bytes.isEmpty(), qPrintable(file.name));
        QVERIFY2(bytes == file.bytes, qPrintable(file.name));
    }
}

void ExportDialogTest::remembersSettingsForNextTime()
{
    const QString folder = m_place.filePath(QStringLiteral("remembered"));
    {
        const auto dialog = shown();
        click(find<QCheckBox>(*dialog, "network"));
        pick(find<QComboBox>(*dialog, "preset"), 2);
        pick(find<QComboBox>(*dialog, "scale"), 1);
        pick(find<QComboBox>(*dialog, "theme"), 2);
        click(find<QCheckBox>(*dialog, "transparent"));
        type(find<QLineEdit>(*dialog, "folder"), folder);
        click(find<QPushButton>(*dialog, "export"));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), 30000);
        QCOMPARE(dialog->result(), static_cast<int>(QDialog::Accepted));
    }
    const auto dialog = shown();
    const ExportRequest request = dialog->request();
    const std::vector<ExportKind> charts{ExportKind::Valuations, ExportKind::Ownership};
    QVERIFY(request.what == charts);
    QCOMPARE(request.size.picture, QSizeF(1920, 1080));
    QCOMPARE(request.size.scale, 1.5);
    QVERIFY(request.theme == ThemeName::Print);
    QVERIFY(request.isTransparent);
    QCOMPARE(dialog->folder(), folder);
    QVERIFY(request.title.isEmpty());
}

void ExportDialogTest::staysOpenWithAMessageWhereItCannotWrite()
{
    // A folder inside a file can be made by nobody, not even by root.
    QFile blocker(m_place.filePath(QStringLiteral("blocker")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.write("kept");
    blocker.close();
    const auto dialog = shown();
    auto* message = find<QLabel>(*dialog, "message");
    QVERIFY(message->text().isEmpty());
    type(find<QLineEdit>(*dialog, "folder"), blocker.fileName() + QStringLiteral("/pictures"));
    click(find<QPushButton>(*dialog, "export"));
    QTRY_VERIFY_WITH_TIMEOUT(!message->text().isEmpty(), 30000);
    QVERIFY(dialog->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("blocker")), qPrintable(message->text()));
    QVERIFY(message->isVisible());
    QCOMPARE(bytesOf(blocker.fileName()), QByteArray("kept"));
    // The way out: another folder.
    type(find<QLineEdit>(*dialog, "folder"), m_place.filePath(QStringLiteral("free")));
    QVERIFY(message->text().isEmpty());
    click(find<QPushButton>(*dialog, "export"));
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), static_cast<int>(QDialog::Accepted), 30000);
}

void ExportDialogTest::saysWhyAPlaceIsNoFolder()
{
    for (const char* place : {"/dev/full", "/proc/nope"}) {
        const auto dialog = shown();
        type(find<QLineEdit>(*dialog, "folder"), QString::fromLatin1(place));
        click(find<QPushButton>(*dialog, "export"));
        auto* message = find<QLabel>(*dialog, "message");
        QTRY_VERIFY_WITH_TIMEOUT(!message->text().isEmpty(), 30000);
        QVERIFY2(message->text().contains(QLatin1String(place)), qPrintable(message->text()));
        QVERIFY2(message->text().contains(QStringLiteral("no folder")),
                 qPrintable(message->text()));
    }
}

void ExportDialogTest::writesTheRestWhereOneFileCannotBeWritten()
{
    const QString folder = m_place.filePath(QStringLiteral("half"));
    // A folder stands where the network's picture should: in nobody's way, also not in root's.
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/network.png")));
    const auto dialog = shown();
    type(find<QLineEdit>(*dialog, "folder"), folder);
    click(find<QPushButton>(*dialog, "export"));
    auto* message = find<QLabel>(*dialog, "message");
    QTRY_VERIFY_WITH_TIMEOUT(!message->text().isEmpty(), 30000);
    QVERIFY(dialog->isVisible());
    QVERIFY(!bytesOf(folder + QStringLiteral("/valuations.png")).isEmpty());
    QVERIFY(!bytesOf(folder + QStringLiteral("/ownership.png")).isEmpty());
    QCOMPARE(dialog->writtenFiles().size(), 2);
    const QStringList lines = message->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains(QStringLiteral("network.png")));
    QVERIFY(lines[1].contains(QStringLiteral("valuations.png, ownership.png")));
}

void ExportDialogTest::saysWhatWillBeReplaced()
{
    const QString folder = m_place.filePath(QStringLiteral("again"));
    QVERIFY(QDir().mkpath(folder));
    QFile before(folder + QStringLiteral("/ownership.png"));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.close();
    const auto dialog = shown();
    auto* replaced = find<QLabel>(*dialog, "replaced");
    type(find<QLineEdit>(*dialog, "folder"), folder);
    QVERIFY(replaced->isVisible());
    QVERIFY(replaced->text().contains(QStringLiteral("ownership.png")));
    QVERIFY(!replaced->text().contains(QStringLiteral("network.png")));
    click(find<QCheckBox>(*dialog, "ownership"));
    QVERIFY(!replaced->isVisible());
}

void ExportDialogTest::offersNothingToExportWithoutAPicture()
{
    const auto dialog = shown();
    for (const char* kind : {"network", "valuations", "ownership"})
        click(find<QCheckBox>(*dialog, kind));
    QVERIFY(!find<QPushButton>(*dialog, "export")->isEnabled());
    QVERIFY(!find<QLabel>(*dialog, "message")->text().isEmpty());
    click(find<QCheckBox>(*dialog, "ownership"));
    QVERIFY(find<QPushButton>(*dialog, "export")->isEnabled());
    QVERIFY(find<QLabel>(*dialog, "message")->text().isEmpty());
    click(find<QCheckBox>(*dialog, "png"));
    QVERIFY(!find<QPushButton>(*dialog, "export")->isEnabled());
    QVERIFY(find<QLabel>(*dialog, "message")->text().contains(QStringLiteral("format")));
}

void ExportDialogTest::refusesPicturesThatNoMemoryHolds()
{
    const auto dialog = shown();
    auto* width = find<QDoubleSpinBox>(*dialog, "width");
    auto* height = find<QDoubleSpinBox>(*dialog, "height");
    for (QDoubleSpinBox* side : {width, height}) {
        side->setFocus();
        side->selectAll();
        QTest::keyClicks(side, QStringLiteral("16384"));
        QTest::keyClick(side, Qt::Key_Tab);
    }
    pick(find<QComboBox>(*dialog, "scale"), 3);
    QVERIFY(!find<QPushButton>(*dialog, "export")->isEnabled());
    QVERIFY(find<QLabel>(*dialog, "message")->text().contains(QStringLiteral("49152")));
}

void ExportDialogTest::isLightInADarkWindow()
{
    const QPalette before = QApplication::palette();
    QPalette dark(QColor(0xe0, 0xe0, 0xe0), QColor(0x20, 0x20, 0x20));
    dark.setColor(QPalette::Base, QColor(0x10, 0x10, 0x10));
    QApplication::setPalette(dark);
    const auto inDark = shown();
    const std::vector<ExportedFile> darkFiles = exported(inDark->request());
    QVERIFY(inDark->request().theme == ThemeName::Light);
    QApplication::setPalette(before);
    const auto inLight = shown();
    QVERIFY(exported(inLight->request()) == darkFiles);
}

void ExportDialogTest::previewShowsWhatWillBeExported()
{
    const auto dialog = shown();
    auto* pane = find<PreviewPane>(*dialog, "preview");
    QTRY_VERIFY_WITH_TIMEOUT(!pane->image().isNull(), 30000);
    const ThemeName themes[] = {ThemeName::Light, ThemeName::Dark};
    for (int i = 0; i < 2; ++i) {
        pick(find<QComboBox>(*dialog, "theme"), i);
        QTRY_VERIFY_WITH_TIMEOUT(pane->image().pixelColor(1, 1) == palette(themes[i]).canvas,
                                 30000);
    }
    // The tab of the valuations: the same painting as the export's, made small.
    auto* tabs = pane->findChild<QTabBar*>();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QVERIFY(pane->current() == ExportKind::Valuations);
    const ExportRequest request = dialog->request();
    const QImage expected =
        preview(request, ExportKind::Valuations, pane->scaleFor(request.size.picture));
    QTRY_VERIFY_WITH_TIMEOUT(pane->image() == expected, 30000);
    click(find<QCheckBox>(*dialog, "valuations"));
    QCOMPARE(tabs->count(), 2);
}

void ExportDialogTest::sizesFollowThePresetAndBack()
{
    const auto dialog = shown();
    auto* preset = find<QComboBox>(*dialog, "preset");
    auto* width = find<QDoubleSpinBox>(*dialog, "width");
    auto* height = find<QDoubleSpinBox>(*dialog, "height");
    pick(preset, 2);
    QCOMPARE(QSizeF(width->value(), height->value()), QSizeF(1920, 1080));
    width->setFocus();
    width->selectAll();
    QTest::keyClicks(width, QStringLiteral("800"));
    QTest::keyClick(width, Qt::Key_Tab);
    QCOMPARE(preset->currentIndex(), preset->count() - 1);
    height->selectAll();
    QTest::keyClicks(height, QStringLiteral("500"));
    QTest::keyClick(height, Qt::Key_Tab);
    QCOMPARE(preset->currentIndex(), 1);
    QCOMPARE(dialog->request().size.picture, QSizeF(800, 500));
}

void ExportDialogTest::sizesOnPaperWithTheirResolution()
{
    const QString folder = m_place.filePath(QStringLiteral("paper"));
    {
        const auto dialog = shown();
        auto* width = find<QDoubleSpinBox>(*dialog, "width");
        auto* dots = find<QSpinBox>(*dialog, "dpi");
        QVERIFY(!dots->isVisible());
        pick(find<QComboBox>(*dialog, "unit"), 1);
        QVERIFY(dots->isVisible());
        QVERIFY(!find<QComboBox>(*dialog, "scale")->isVisible());
        // The room of 1600 × 1000 pixels, on paper.
        QCOMPARE(width->value(), 320.0);
        auto* preset = find<QComboBox>(*dialog, "preset");
        pick(preset, preset->findText(QStringLiteral("A4"), Qt::MatchStartsWith));
        QCOMPARE(width->value(), 297.0);
        QCOMPARE(dialog->request().size.pixels(), QSize(3508, 2480));
        dots->setFocus();
        dots->selectAll();
        QTest::keyClicks(dots, QStringLiteral("100"));
        QTest::keyClick(dots, Qt::Key_Tab);
        QCOMPARE(dialog->request().size, ExportSize::onPaper({297, 210}, 100));
        for (const char* format : {"svg", "pdf", "csv"})
            click(find<QCheckBox>(*dialog, format));
        type(find<QLineEdit>(*dialog, "folder"), folder);
        click(find<QPushButton>(*dialog, "export"));
        QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), static_cast<int>(QDialog::Accepted), 30000);
        QCOMPARE(dialog->writtenFiles().size(), 12);
        for (const ExportedFile& file : exported(dialog->request()))
            QVERIFY2(bytesOf(folder + QLatin1Char('/') + file.name) == file.bytes,
                     qPrintable(file.name));
    }
    const auto dialog = shown();
    QCOMPARE(dialog->request().size, ExportSize::onPaper({297, 210}, 100));
    QCOMPARE(dialog->request().formats.size(), std::size_t{4});
    pick(find<QComboBox>(*dialog, "unit"), 0);
    QCOMPARE(dialog->request().size, (ExportSize{{1485, 1050}, 1, 0}));
}

void ExportDialogTest::chartsCanBeOfOneFirm()
{
    const auto dialog = shown();
    auto* firm = find<QComboBox>(*dialog, "firm");
    QVERIFY(!dialog->request().chartFirm);
    pick(firm, firm->findText(QStringLiteral("Tern")));
    QVERIFY(dialog->request().chartFirm == base().project.network.findFirm(QStringLiteral("tern")));
    pick(firm, 0);
    QVERIFY(!dialog->request().chartFirm);
    ExportRequest ofFirm = base();
    ofFirm.chartFirm = FirmId{1};
    const auto preset = shown(ofFirm);
    QCOMPARE(find<QComboBox>(*preset, "firm")->currentText(), QStringLiteral("Tern"));
}

void ExportDialogTest::backgroundFactsAreAskedForOnlyWhenWanted()
{
    int asked = 0;
    ExportDialog dialog(base(), [&asked] {
        ++asked;
        return background();
    });
    dialog.show();
    QVERIFY(!dialog.request().background);
    QCOMPARE(asked, 0);
    click(find<QCheckBox>(dialog, "background"));
    QVERIFY(dialog.request().background);
    QVERIFY(asked > 0);
}

void ExportDialogTest::everyControlHasANameAndAPlaceInTheTabOrder()
{
    const auto dialog = shown();
    QStringList visited;
    find<QCheckBox>(*dialog, "network")->setFocus();
    for (int i = 0; i < 40 && !visited.contains(dialog->focusWidget()->objectName()); ++i) {
        QWidget* focus = dialog->focusWidget();
        visited << focus->objectName();
        const auto* button = qobject_cast<QAbstractButton*>(focus);
        QVERIFY2(!focus->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(focus->objectName()));
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (const char* control :
         {"network", "valuations", "ownership",  "png",    "svg",    "pdf",    "csv",
          "preset",  "width",      "height",     "unit",   "scale",  "theme",  "transparent",
          "title",   "firm",       "background", "folder", "browse", "export", "cancel"})
        QVERIFY2(visited.contains(QString::fromLatin1(control)), control);
    QVERIFY(visited.indexOf(QStringLiteral("width")) < visited.indexOf(QStringLiteral("height")));
    QVERIFY(visited.indexOf(QStringLiteral("folder")) < visited.indexOf(QStringLiteral("export")));
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(dialog->result(), static_cast<int>(QDialog::Rejected));
}

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
