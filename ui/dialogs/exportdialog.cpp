#include "ui/dialogs/exportdialog.h"

#include "graph/interchange/formats.h"
#include "ui/charts/claims.h"
#include "ui/dialogs/previewpane.h"
#include "ui/document/guard.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace gyre {

ExportDialog::ExportDialog(ExportRequest base, Background background, QWidget* parent)
    : QDialog(parent)
    , m_base(std::move(base))
    , m_background(std::move(background))
{
    setWindowTitle(tr("Export pictures"));
    build();
    nameAll();
    fillFirms();
    restore(rememberedExportSettings());
    m_title->setText(m_base.title);
    m_facts->setChecked(m_base.background != nullptr);
    connectAll();
    setTabs();
    changed();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::restore(const ExportSettings& settings)
{
    for (const auto& [kind, check] : m_what)
        check->setChecked(std::find(settings.what.begin(), settings.what.end(), kind) !=
                          settings.what.end());
    for (const auto& [format, check] : m_formats)
        check->setChecked(std::find(settings.formats.begin(), settings.formats.end(), format) !=
                          settings.formats.end());
    showSize(settings.size);
    followSize();
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(static_cast<int>(settings.theme))));
    m_transparent->setChecked(settings.isTransparent);
    m_folder->setText(QDir::toNativeSeparators(settings.folder));
}

ExportSettings ExportDialog::settings() const
{
    ExportSettings settings;
    settings.what.clear();
    for (const ExportKind kind : exportKinds()) {
        if (m_what.at(kind)->isChecked())
            settings.what.push_back(kind);
    }
    settings.formats.clear();
    for (const ExportFormat format : exportFormats()) {
        if (m_formats.at(format)->isChecked())
            settings.formats.push_back(format);
    }
    settings.size = size();
    settings.isTransparent = m_transparent->isChecked();
    settings.theme = static_cast<ThemeName>(m_theme->currentData().toInt());
    settings.folder = folder();
    return settings;
}

QString ExportDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

ExportRequest ExportDialog::request() const
{
    const ExportSettings chosen = settings();
    ExportRequest request = m_base;
    request.what = chosen.what;
    request.formats = chosen.formats;
    request.size = chosen.size;
    request.isTransparent = chosen.isTransparent;
    request.theme = chosen.theme;
    request.title = m_title->text().trimmed();
    request.chartFirm.reset();
    if (m_firm->currentData().isValid())
        request.chartFirm = FirmId{m_firm->currentData().toUInt()};
    request.background = m_facts->isChecked() && m_background ? m_background() : nullptr;
    return request;
}

void ExportDialog::connectAll()
{
    for (const auto& [kind, check] : m_what)
        connect(check, &QCheckBox::toggled, this, &ExportDialog::changed);
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::choosePreset);
    for (const auto& [format, check] : m_formats)
        connect(check, &QCheckBox::toggled, this, &ExportDialog::changed);
    for (QDoubleSpinBox* side : {m_width, m_height}) {
        connect(side, &QDoubleSpinBox::valueChanged, this, &ExportDialog::followSize);
        connect(side, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    }
    connect(m_unit, &QComboBox::activated, this, &ExportDialog::chooseUnit);
    connect(m_dots, &QSpinBox::valueChanged, this, &ExportDialog::changed);
    for (QComboBox* choice : {m_scale, m_theme, m_firm})
        connect(choice, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    for (QCheckBox* check : {m_transparent, m_facts})
        connect(check, &QCheckBox::toggled, this, &ExportDialog::changed);
    for (QLineEdit* line : {m_title, m_folder})
        connect(line, &QLineEdit::textChanged, this, &ExportDialog::changed);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_preview, &PreviewPane::currentChanged, this, &ExportDialog::changed);
    connect(m_preview, &PreviewPane::resized, this, [this] { m_previewDelay.start(); });
    connect(&m_previewDelay, &QTimer::timeout, this, &ExportDialog::showPreview);
    connect(&m_work, &Work::progressed, this, [this](double fraction) {
        m_progress->setValue(static_cast<int>(fraction * m_progress->maximum()));
    });
    connect(&m_work, &Work::failed, this, [this](const Diagnostics& problems) {
        setBusy(false);
        tellOf(problems);
    });
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(120);
}

bool ExportDialog::isOnPaper() const
{
    return m_unit->currentIndex() == 1;
}

ExportSize ExportDialog::size() const
{
    const QSizeF sides(m_width->value(), m_height->value());
    return isOnPaper() ? ExportSize::onPaper(sides, m_dots->value())
                       : ExportSize{sides, m_scale->currentData().toDouble(), 0};
}

/// Into the controls, in the unit the size is of.
void ExportDialog::showSize(const ExportSize& size)
{
    const std::optional<QSizeF> paper = size.millimetres();
    m_unit->setCurrentIndex(paper ? 1 : 0);
    if (paper)
        m_dots->setValue(qRound(size.dotsPerInch));
    else
        m_scale->setCurrentIndex(std::max(0, m_scale->findData(size.scale)));
    const QSizeF sides = paper.value_or(size.picture);
    for (const auto& [box, side] :
         {std::pair{m_width, sides.width()}, std::pair{m_height, sides.height()}}) {
        const QSignalBlocker quiet(box);
        box->setDecimals(paper ? 1 : 0);
        box->setRange(paper ? leastExportMillimetres : leastExportSide,
                      paper ? greatestExportMillimetres : greatestExportSide);
        box->setSingleStep(paper ? 5 : 20);
        box->setValue(side);
    }
    m_scale->setVisible(!paper);
    m_dots->setVisible(paper.has_value());
    m_fineness->setText(paper ? tr("&Resolution") : tr("S&cale"));
    m_fineness->setBuddy(paper ? static_cast<QWidget*>(m_dots) : m_scale);
}

void ExportDialog::choosePreset(int index)
{
    if (index < 0 || index >= static_cast<int>(exportPresets().size())) {
        m_width->setFocus();
        m_width->selectAll();
        return;
    }
    showSize(exportPresets()[static_cast<std::size_t>(index)].size);
    changed();
}

/// The same room in the other unit.
void ExportDialog::chooseUnit()
{
    const QSizeF sides(m_width->value(), m_height->value());
    const bool wasOnPaper = m_width->decimals() > 0;
    if (wasOnPaper == isOnPaper())
        return;
    if (wasOnPaper) {
        ExportSize onScreen;
        onScreen.picture = (sides * pixelsPerMillimetre).toSize();
        showSize(onScreen);
    } else {
        showSize(ExportSize::onPaper(sides / pixelsPerMillimetre, m_dots->value()));
    }
    followSize();
    changed();
}

/// The preset of the size typed, or "other".
void ExportDialog::followSize()
{
    const QSizeF room = size().picture;
    int found = m_preset->count() - 1;
    for (std::size_t i = exportPresets().size(); i-- > 0;) {
        const ExportSize& preset = exportPresets()[i].size;
        const bool isOfUnit = preset.millimetres().has_value() == isOnPaper();
        if (isOfUnit && preset.picture == room)
            found = static_cast<int>(i);
    }
    m_preset->setCurrentIndex(found);
}

/// Why nothing can be exported as things are.
std::optional<QString> ExportDialog::obstacle() const
{
    const ExportSettings chosen = settings();
    if (chosen.what.empty())
        return tr("Choose one picture at least.");
    if (chosen.formats.empty())
        return tr("Choose one format at least.");
    if (chosen.size.isTooLarge())
        return tr("%1 × %2 pixels are more than memory allows; choose a smaller size or scale.")
            .arg(chosen.size.pixels().width())
            .arg(chosen.size.pixels().height());
    if (chosen.folder.isEmpty())
        return tr("Choose a folder to write to.");
    return std::nullopt;
}

void ExportDialog::changed()
{
    const ExportSettings chosen = settings();
    const QSize pixels = chosen.size.pixels();
    m_pixels->setText(tr("%1 × %2 pixels").arg(pixels.width()).arg(pixels.height()));
    m_title->setEnabled(m_what.at(ExportKind::Network)->isChecked());
    m_firm->setEnabled(m_what.at(ExportKind::Valuations)->isChecked() ||
                       m_what.at(ExportKind::Ownership)->isChecked());
    const std::optional<QString> why = obstacle();
    m_export->setEnabled(!why && !m_isExporting);
    say(why.value_or(QString()), why.has_value());
    showReplaced();
    m_preview->setKinds(chosen.what);
    m_previewDelay.start();
}

void ExportDialog::showPreview()
{
    if (m_isExporting)
        return;
    if (const std::optional<ExportKind> kind = m_preview->current())
        drawPreview(*kind);
    else
        m_preview->say(tr("No picture is chosen."));
}

void ExportDialog::drawPreview(ExportKind kind)
{
    ExportRequest asked = request();
    const double scale = m_preview->scaleFor(asked.size.picture);
    if (kind != ExportKind::Network) {
        m_preview->show(preview(asked, kind, scale), asked.isTransparent);
        return;
    }
    m_work.add(
        [this, asked = std::move(asked), kind, scale](const Progress&) -> Work::Finish {
            const QImage image = preview(asked, kind, scale);
            return [this, image, isTransparent = asked.isTransparent, kind] {
                if (m_preview->current() == kind)
                    m_preview->show(image, isTransparent);
            };
        },
        QStringLiteral("preview"));
}

void ExportDialog::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the pictures"),
                                                             folder(), QFileDialog::ShowDirsOnly);
    if (!chosen.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(chosen));
}

void ExportDialog::setBusy(bool isBusy)
{
    m_isExporting = isBusy;
    m_export->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    m_progress->setValue(0);
    m_message->setVisible(!isBusy);
}

/// The network's picture off the GUI thread, then the charts, which Qt Charts draws on it.
void ExportDialog::startExport()
{
    if (obstacle() || m_isExporting)
        return;
    m_work.cancel();
    m_written.clear();
    const ExportRequest whole = request();
    setBusy(true);
    m_work.add([this, whole](const Progress& progress) -> Work::Finish {
        ExportRequest network = whole;
        std::erase_if(network.what, [](ExportKind kind) { return kind != ExportKind::Network; });
        std::vector<ExportedFile> files = exported(network, progress);
        return [this, whole, files = std::move(files)] { exportCharts(whole, files); };
    });
}

void ExportDialog::exportCharts(ExportRequest request, std::vector<ExportedFile> files)
{
    std::erase_if(request.what, [](ExportKind kind) { return kind == ExportKind::Network; });
    for (ExportedFile& file : exported(request))
        files.push_back(std::move(file));
    write(files);
}

/// What can be written is, whatever becomes of the rest.
void ExportDialog::write(const std::vector<ExportedFile>& files)
{
    setBusy(false);
    const QDir target(folder());
    Diagnostics problems;
    guarded(target.path(), problems, [&target] {
        if (!target.mkpath(QStringLiteral(".")))
            throw Error(QStringLiteral("file.no-folder"), {}, target.path());
    });
    if (problems.empty())
        for (const ExportedFile& file : files) {
            const QString path = target.filePath(file.name);
            guarded(path, problems, [&] {
                writeFile(path, file.bytes);
                m_written << path;
            });
        }
    if (!problems.empty()) {
        tellOf(problems);
        m_folder->setFocus();
        return;
    }
    remember(settings());
    accept();
}

/// Each problem in a line of its own, then what was written in spite of them.
void ExportDialog::tellOf(const Diagnostics& problems)
{
    QStringList lines;
    for (const Diagnostic& problem : problems)
        lines << located(problem);
    QStringList names;
    for (const QString& path : m_written)
        names << QFileInfo(path).fileName();
    if (!names.isEmpty())
        lines << tr("Written all the same: %1").arg(names.join(QStringLiteral(", ")));
    showReplaced();
    say(lines.join(u'\n'), true);
}

/// Said before it happens: names of pictures that are in the folder already.
void ExportDialog::showReplaced()
{
    QStringList there;
    const QDir target(folder());
    const ExportSettings chosen = settings();
    for (const ExportKind kind : chosen.what)
        for (const ExportFormat format : chosen.formats)
            if (const QString file = name(kind) + u'.' + name(format); target.exists(file))
                there << file;
    m_replaced->setText(
        tr("Already in this folder, will be replaced: %1").arg(there.join(QStringLiteral(", "))));
    m_replaced->setVisible(!there.isEmpty() && !folder().isEmpty());
}

void ExportDialog::say(const QString& message, bool isError)
{
    m_message->setText(message);
    m_message->setAccessibleName(message);
    QPalette colours = palette();
    if (isError)
        colours.setColor(QPalette::WindowText, colours.color(QPalette::BrightText));
    m_message->setPalette(colours);
}

void ExportDialog::reject()
{
    if (m_isExporting) {
        m_work.cancel();
        setBusy(false);
        changed();
        return;
    }
    remember(settings());
    QDialog::reject();
}

} // namespace gyre
