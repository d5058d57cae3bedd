#include "ui/dialogs/exportdialog.h"

#include "graph/interchange/formats.h"
#include "ui/charts/claims.h"
#include "ui/dialogs/previewpane.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace gyre {

namespace {

QString scaleWords(double scale)
{
    return QString::number(scale) + QChar(0x00D7);
}

QSpinBox* sideBox(const QString& name)
{
    auto* box = new QSpinBox;
    box->setRange(leastExportSide, greatestExportSide);
    box->setSingleStep(20);
    box->setSuffix(QStringLiteral(" px"));
    box->setAccelerated(true);
    box->setKeyboardTracking(false);
    box->setAccessibleName(name);
    return box;
}

} // namespace

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

QWidget* ExportDialog::buildWhat()
{
    auto* box = new QGroupBox(tr("Pictures"));
    auto* row = new QHBoxLayout(box);
    for (const ExportKind kind : exportKinds()) {
        const QString label = kind == ExportKind::Network      ? tr("&Network")
                              : kind == ExportKind::Valuations ? tr("&Valuations")
                                                               : tr("&Ownership");
        auto* check = new QCheckBox(label);
        check->setAccessibleName(tr("Export the picture: %1").arg(gyre::title(kind)));
        m_what[kind] = check;
        row->addWidget(check);
    }
    row->addStretch();
    return box;
}

QWidget* ExportDialog::buildForm()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    m_preset = new QComboBox;
    for (const ExportPreset& preset : exportPresets())
        m_preset->addItem(tr("%1 · %2 × %3")
                              .arg(QCoreApplication::translate("Export", preset.title))
                              .arg(preset.size.width())
                              .arg(preset.size.height()),
                          preset.size);
    m_preset->addItem(tr("Other size"));
    m_preset->setAccessibleName(tr("Size"));
    form->addRow(tr("&Size"), m_preset);
    m_width = sideBox(tr("Width in pixels"));
    m_height = sideBox(tr("Height in pixels"));
    auto* sides = new QHBoxLayout;
    auto* widthLabel = new QLabel(tr("&Width"));
    widthLabel->setBuddy(m_width);
    auto* heightLabel = new QLabel(tr("H&eight"));
    heightLabel->setBuddy(m_height);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{widthLabel, m_width, heightLabel, m_height})
        sides->addWidget(widget);
    sides->addStretch();
    form->addRow(QString(), sides);
    m_scale = new QComboBox;
    for (const double scale : exportScales())
        m_scale->addItem(scaleWords(scale), scale);
    m_scale->setAccessibleName(tr("Scale"));
    m_pixels = new QLabel;
    auto* scaleRow = new QHBoxLayout;
    scaleRow->addWidget(m_scale);
    scaleRow->addWidget(m_pixels, 1);
    form->addRow(tr("S&cale"), scaleRow);
    qobject_cast<QLabel*>(form->labelForField(scaleRow))->setBuddy(m_scale);
    m_theme = new QComboBox;
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeName::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeName::Dark));
    m_theme->addItem(tr("Print"), static_cast<int>(ThemeName::Print));
    m_theme->setAccessibleName(tr("Theme"));
    form->addRow(tr("&Theme"), m_theme);
    m_transparent = new QCheckBox(tr("T&ransparent background"));
    form->addRow(QString(), m_transparent);
    m_title = new QLineEdit;
    m_title->setPlaceholderText(tr("Made from the data"));
    m_title->setClearButtonEnabled(true);
    m_title->setAccessibleName(tr("Title of the network’s picture"));
    form->addRow(tr("T&itle"), m_title);
    m_firm = new QComboBox;
    m_firm->setAccessibleName(tr("Firm of the charts"));
    m_firm->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_firm->setMinimumContentsLength(18);
    form->addRow(tr("C&harts of"), m_firm);
    m_facts = new QCheckBox(tr("With &background facts, drawn apart"));
    m_facts->setToolTip(tr("Values and stakes that the briefing does not state, each with its "
                           "source; never counted as the briefing’s."));
    form->addRow(QString(), m_facts);
    return box;
}

QWidget* ExportDialog::buildFolder()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("&Folder"));
    m_folder = new QLineEdit;
    m_folder->setAccessibleName(tr("Folder the pictures are written to"));
    label->setBuddy(m_folder);
    m_browse = new QPushButton(tr("&Browse…"));
    m_browse->setAccessibleName(tr("Choose the folder"));
    m_browse->setAutoDefault(false);
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    return box;
}

void ExportDialog::buildButtons()
{
    m_export = new QPushButton(tr("E&xport"));
    m_export->setDefault(true);
    m_export->setProperty("isPrimary", true);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setVisible(false);
    m_message = new QLabel;
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void ExportDialog::build()
{
    buildButtons();
    m_preview = new PreviewPane;
    auto* left = new QVBoxLayout;
    left->addWidget(buildWhat());
    left->addWidget(buildForm());
    left->addStretch();
    auto* upper = new QHBoxLayout;
    upper->addLayout(left);
    upper->addWidget(m_preview, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_message, 1);
    buttons->addWidget(m_progress);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(upper, 1);
    column->addWidget(buildFolder());
    column->addLayout(buttons);
    resize(980, 560);
}

/// For tests and for programs that operate windows.
void ExportDialog::nameAll()
{
    const std::initializer_list<std::pair<QWidget*, const char*>> names{
        {m_preset, "preset"},     {m_width, "width"},   {m_height, "height"},
        {m_scale, "scale"},       {m_theme, "theme"},   {m_transparent, "transparent"},
        {m_title, "title"},       {m_firm, "firm"},     {m_facts, "background"},
        {m_folder, "folder"},     {m_browse, "browse"}, {m_message, "message"},
        {m_progress, "progress"}, {m_export, "export"}, {m_cancel, "cancel"},
        {m_preview, "preview"}};
    for (const auto& [widget, objectName] : names)
        widget->setObjectName(QString::fromLatin1(objectName));
    for (const auto& [kind, check] : m_what)
        check->setObjectName(name(kind));
}

/// All firms, then those that a chart can say something about, by name.
void ExportDialog::fillFirms()
{
    const Network& network = m_base.project.network;
    std::set<FirmId> wanted;
    for (const Valuation& valuation : network.valuations())
        wanted.insert(valuation.org);
    for (const Stake& stake : network.stakes())
        wanted.insert({stake.org, stake.holder});
    if (m_base.chartFirm)
        wanted.insert(*m_base.chartFirm);
    std::vector<std::pair<QString, FirmId>> firms;
    for (const FirmId firm : wanted) {
        if (network.contains(firm))
            firms.emplace_back(network.firm(firm).name, firm);
    }
    std::sort(firms.begin(), firms.end());
    m_firm->addItem(tr("All firms"));
    for (const auto& [firmName, firm] : firms) {
        m_firm->addItem(firmName, firm.value);
        if (firm == m_base.chartFirm)
            m_firm->setCurrentIndex(m_firm->count() - 1);
    }
}

void ExportDialog::restore(const ExportSettings& settings)
{
    for (const auto& [kind, check] : m_what)
        check->setChecked(std::find(settings.what.begin(), settings.what.end(), kind) !=
                          settings.what.end());
    m_width->setValue(settings.size.width());
    m_height->setValue(settings.size.height());
    followSize();
    m_scale->setCurrentIndex(std::max(0, m_scale->findData(settings.scale)));
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
    settings.size = QSize(m_width->value(), m_height->value());
    settings.scale = m_scale->currentData().toDouble();
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
    request.size = chosen.size;
    request.scale = chosen.scale;
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
    for (QSpinBox* side : {m_width, m_height}) {
        connect(side, &QSpinBox::valueChanged, this, &ExportDialog::followSize);
        connect(side, &QSpinBox::valueChanged, this, &ExportDialog::changed);
    }
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
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(120);
}

void ExportDialog::setTabs()
{
    std::vector<QWidget*> order;
    for (const ExportKind kind : exportKinds())
        order.push_back(m_what.at(kind));
    order.insert(order.end(), {m_preset, m_width, m_height, m_scale, m_theme, m_transparent,
                               m_title, m_firm, m_facts, m_folder, m_browse, m_export, m_cancel});
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        setTabOrder(order.at(i), order.at(i + 1));
}

void ExportDialog::choosePreset(int index)
{
    const QSize size = m_preset->itemData(index).toSize();
    if (!size.isValid()) {
        m_width->setFocus();
        m_width->selectAll();
        return;
    }
    m_width->setValue(size.width());
    m_height->setValue(size.height());
}

/// The preset of the size typed, or "other".
void ExportDialog::followSize()
{
    const int known = m_preset->findData(QSize(m_width->value(), m_height->value()));
    m_preset->setCurrentIndex(known >= 0 ? known : m_preset->count() - 1);
}

/// Why nothing can be exported as things are.
std::optional<QString> ExportDialog::obstacle() const
{
    const ExportSettings chosen = settings();
    if (chosen.what.empty())
        return tr("Choose one picture at least.");
    const QSizeF pixels = QSizeF(chosen.size) * chosen.scale;
    if (pixels.width() * pixels.height() > greatestExportPixels)
        return tr("%1 × %2 pixels are more than memory allows; choose a smaller size or scale.")
            .arg(qRound(pixels.width()))
            .arg(qRound(pixels.height()));
    if (chosen.folder.isEmpty())
        return tr("Choose a folder to write to.");
    return std::nullopt;
}

void ExportDialog::changed()
{
    const ExportSettings chosen = settings();
    const QSizeF pixels = QSizeF(chosen.size) * chosen.scale;
    m_pixels->setText(tr("%1 × %2 pixels").arg(qCeil(pixels.width())).arg(qCeil(pixels.height())));
    m_title->setEnabled(m_what.at(ExportKind::Network)->isChecked());
    m_firm->setEnabled(m_what.at(ExportKind::Valuations)->isChecked() ||
                       m_what.at(ExportKind::Ownership)->isChecked());
    const std::optional<QString> why = obstacle();
    m_export->setEnabled(!why && !m_isExporting);
    say(why.value_or(QString()), why.has_value());
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
    const double scale = m_preview->scaleFor(asked.size);
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

void ExportDialog::write(const std::vector<ExportedFile>& files)
{
    setBusy(false);
    const QDir target(folder());
    try {
        if (!target.mkpath(QStringLiteral(".")))
            throw Error(QStringLiteral("file.not-written"), {}, target.path());
        for (const ExportedFile& file : files) {
            writeFile(target.filePath(file.name), file.bytes);
            m_written << target.filePath(file.name);
        }
    } catch (const Error& error) {
        say(located(error.diagnostic()), true);
        m_folder->setFocus();
        return;
    }
    remember(settings());
    accept();
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
