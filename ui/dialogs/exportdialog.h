// Which pictures, how large and how they look, with a live preview; writes them into a folder. The
// bytes are those of `exported()`, so of `gyre export` with the same request.
#pragma once

#include "ui/dialogs/exportsettings.h"
#include "ui/document/work.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <map>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace gyre {

class PreviewPane;

class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Gives the bundled facts; called when they are first asked for.
    using Background = std::function<std::shared_ptr<const Network>()>;

    /// `base`: project, filter, places, layout, firm of the charts and whether the background facts
    /// are on, as the window has them; the rest is remembered from last time.
    ExportDialog(ExportRequest base, Background background, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// What Export would write now.
    [[nodiscard]] ExportRequest request() const;
    [[nodiscard]] QString folder() const;

    /// Full paths, in the order they were written.
    [[nodiscard]] QStringList writtenFiles() const { return m_written; }

    void reject() override;

private:
    void build();
    QWidget* buildWhat();
    QWidget* buildFormats();
    void buildSize(QFormLayout& form);
    void buildLook(QFormLayout& form);
    QWidget* buildForm();
    QWidget* buildControls();
    QWidget* buildFolder();
    void buildButtons();
    void nameAll();
    void fillFirms();
    void connectAll();
    void setTabs();
    void restore(const ExportSettings& settings);
    [[nodiscard]] ExportSettings settings() const;
    [[nodiscard]] std::optional<QString> obstacle() const;

    void choosePreset(int index);
    void chooseUnit();
    void showSize(const ExportSize& size);
    void followSize();
    [[nodiscard]] bool isOnPaper() const;
    [[nodiscard]] ExportSize size() const;
    void changed();
    void showPreview();
    void drawPreview(ExportKind kind);
    void chooseFolder();
    void startExport();
    void exportCharts(ExportRequest request, std::vector<ExportedFile> files);
    void write(const std::vector<ExportedFile>& files);
    void tellOf(const Diagnostics& problems);
    void showReplaced();
    void say(const QString& message, bool isError);
    void setBusy(bool isBusy);

    ExportRequest m_base;
    Background m_background;
    QStringList m_written;
    bool m_isExporting = false;

    std::map<ExportKind, QCheckBox*> m_what;
    std::map<ExportFormat, QCheckBox*> m_formats;
    QComboBox* m_preset = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QComboBox* m_unit = nullptr;
    QComboBox* m_scale = nullptr;
    QSpinBox* m_dots = nullptr;
    QLabel* m_fineness = nullptr;
    QLabel* m_pixels = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_transparent = nullptr;
    QLineEdit* m_title = nullptr;
    QComboBox* m_firm = nullptr;
    QCheckBox* m_facts = nullptr;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_replaced = nullptr;
    QLabel* m_message = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_cancel = nullptr;
    PreviewPane* m_preview = nullptr;
    QTimer m_previewDelay;
    /// Network pictures are made off the GUI thread; Qt Charts cannot be.
    Work m_work;
};

} // namespace gyre
