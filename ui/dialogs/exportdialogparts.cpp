// The controls of the export dialog: made, named, filled and put in the order of the tab key.
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/previewpane.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include <set>

namespace gyre {

namespace {

QString scaleWords(double scale)
{
    return QString::number(scale) + QChar(0x00D7);
}

QDoubleSpinBox* sideBox(const QString& name)
{
    auto* box = new QDoubleSpinBox;
    // A point in every language, as on the command line.
    box->setLocale(QLocale::c());
    box->setAccelerated(true);
    box->setKeyboardTracking(false);
    box->setAccessibleName(name);
    return box;
}

/// Scrolls upwards and downwards alone, and brings into view what the Tab key reaches.
class ControlsArea : public QScrollArea
{
public:
    ControlsArea()
    {
        setFrameShape(QFrame::NoFrame);
        setProperty("isPlain", true);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize inner = widget()->sizeHint().expandedTo(widget()->minimumSizeHint());
        const int bar = std::max(verticalScrollBar()->sizeHint().width(),
                                 style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this));
        const int gap = style()->pixelMetric(QStyle::PM_ScrollView_ScrollBarSpacing, nullptr, this);
        return inner + QSize(bar + std::max(gap, 0) + 2 * frameWidth(), 0);
    }

    [[nodiscard]] QSize minimumSizeHint() const override { return {sizeHint().width(), 120}; }
};

QLabel* labelOf(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text);
    label->setBuddy(buddy);
    return label;
}

QString presetWords(const ExportPreset& preset)
{
    const QString title = QCoreApplication::translate("Export", preset.title);
    const std::optional<QSizeF> paper = preset.size.millimetres();
    const QSizeF sides = paper.value_or(preset.size.picture);
    return (paper ? ExportDialog::tr("%1 · %2 × %3 mm") : ExportDialog::tr("%1 · %2 × %3"))
        .arg(title)
        .arg(qRound(sides.width()))
        .arg(qRound(sides.height()));
}

} // namespace

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

QWidget* ExportDialog::buildFormats()
{
    auto* box = new QGroupBox(tr("Formats"));
    auto* row = new QHBoxLayout(box);
    for (const ExportFormat format : exportFormats()) {
        const bool isTable = format == ExportFormat::Csv;
        auto* check = new QCheckBox(isTable ? tr("CSV table") : name(format).toUpper());
        check->setAccessibleName(isTable ? tr("Write the table behind each picture as CSV")
                                         : tr("Write each picture as %1").arg(check->text()));
        m_formats[format] = check;
        row->addWidget(check);
    }
    row->addStretch();
    return box;
}

void ExportDialog::buildSize(QFormLayout& form)
{
    m_preset = new QComboBox;
    for (const ExportPreset& preset : exportPresets())
        m_preset->addItem(presetWords(preset));
    m_preset->addItem(tr("Other size"));
    m_preset->setAccessibleName(tr("Size"));
    form.addRow(tr("&Size"), m_preset);
    m_width = sideBox(tr("Width"));
    m_height = sideBox(tr("Height"));
    m_unit = new QComboBox;
    m_unit->addItems({tr("pixels"), tr("mm")});
    m_unit->setAccessibleName(tr("Unit of width and height"));
    auto* sides = new QHBoxLayout;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{labelOf(tr("&Width"), m_width), m_width,
                                         labelOf(tr("H&eight"), m_height), m_height, m_unit})
        sides->addWidget(widget);
    sides->addStretch();
    form.addRow(QString(), sides);
    m_scale = new QComboBox;
    for (const double scale : exportScales())
        m_scale->addItem(scaleWords(scale), scale);
    m_scale->setAccessibleName(tr("Scale"));
    m_dots = new QSpinBox;
    m_dots->setRange(leastDotsPerInch, greatestDotsPerInch);
    m_dots->setSingleStep(50);
    m_dots->setValue(printDotsPerInch);
    m_dots->setSuffix(tr(" dpi"));
    m_dots->setKeyboardTracking(false);
    m_dots->setAccessibleName(tr("Resolution in dots per inch"));
    m_pixels = new QLabel;
    auto* fineness = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_scale, m_dots})
        fineness->addWidget(widget);
    fineness->addWidget(m_pixels, 1);
    m_fineness = new QLabel;
    form.addRow(m_fineness, fineness);
}

void ExportDialog::buildLook(QFormLayout& form)
{
    m_theme = new QComboBox;
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeName::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeName::Dark));
    m_theme->addItem(tr("Print"), static_cast<int>(ThemeName::Print));
    m_theme->setAccessibleName(tr("Theme"));
    form.addRow(tr("&Theme"), m_theme);
    m_transparent = new QCheckBox(tr("Tr&ansparent background"));
    form.addRow(QString(), m_transparent);
    m_title = new QLineEdit;
    m_title->setPlaceholderText(tr("Made from the data"));
    m_title->setClearButtonEnabled(true);
    m_title->setAccessibleName(tr("Title of the network’s picture"));
    form.addRow(tr("T&itle"), m_title);
    m_firm = new QComboBox;
    m_firm->setAccessibleName(tr("Firm of the charts"));
    m_firm->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_firm->setMinimumContentsLength(18);
    form.addRow(tr("C&harts of"), m_firm);
    m_facts = new QCheckBox(tr("With &background facts, drawn apart"));
    m_facts->setToolTip(tr("Values and stakes that the briefing does not state, each with its "
                           "source; never counted as the briefing’s."));
    form.addRow(QString(), m_facts);
}

QWidget* ExportDialog::buildForm()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    buildSize(*form);
    buildLook(*form);
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
    m_replaced = new QLabel;
    m_replaced->setWordWrap(true);
    m_replaced->setTextFormat(Qt::PlainText);
    m_replaced->setForegroundRole(QPalette::PlaceholderText);
    m_replaced->hide();
    auto* both = new QWidget;
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(box);
    column->addWidget(m_replaced);
    return both;
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

/// In a scroll area: at a large size of type they need more height than a small screen has.
QWidget* ExportDialog::buildControls()
{
    auto* controls = new QWidget;
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 4, 0);
    column->addWidget(buildWhat());
    column->addWidget(buildFormats());
    column->addWidget(buildForm());
    column->addStretch();
    auto* area = new ControlsArea;
    area->setWidget(controls);
    return area;
}

void ExportDialog::build()
{
    buildButtons();
    m_preview = new PreviewPane;
    auto* upper = new QHBoxLayout;
    upper->addWidget(buildControls());
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
        {m_preset, "preset"},     {m_width, "width"},
        {m_height, "height"},     {m_scale, "scale"},
        {m_dots, "dpi"},          {m_unit, "unit"},
        {m_theme, "theme"},       {m_transparent, "transparent"},
        {m_title, "title"},       {m_firm, "firm"},
        {m_facts, "background"},  {m_folder, "folder"},
        {m_browse, "browse"},     {m_message, "message"},
        {m_progress, "progress"}, {m_replaced, "replaced"},
        {m_export, "export"},     {m_cancel, "cancel"},
        {m_preview, "preview"}};
    for (const auto& [widget, objectName] : names)
        widget->setObjectName(QString::fromLatin1(objectName));
    for (const auto& [kind, check] : m_what)
        check->setObjectName(name(kind));
    for (const auto& [format, check] : m_formats)
        check->setObjectName(name(format));
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

void ExportDialog::setTabs()
{
    std::vector<QWidget*> order;
    for (const ExportKind kind : exportKinds())
        order.push_back(m_what.at(kind));
    for (const ExportFormat format : exportFormats())
        order.push_back(m_formats.at(format));
    order.insert(order.end(),
                 {m_preset, m_width, m_height, m_unit, m_scale, m_dots, m_theme, m_transparent,
                  m_title, m_firm, m_facts, m_folder, m_browse, m_export, m_cancel});
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        setTabOrder(order.at(i), order.at(i + 1));
}

} // namespace gyre
