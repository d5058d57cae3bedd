// A small picture of what will be exported, with one tab a kind.
#pragma once

#include "ui/picture/exporting.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QTabBar;

namespace gyre {

class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget* parent = nullptr);

    /// Kinds that will be exported, in their order; the others have no tab.
    void setKinds(const std::vector<ExportKind>& kinds);
    [[nodiscard]] std::optional<ExportKind> current() const;

    /// The scale at which a picture of `size` fills the pane, in its device pixels.
    [[nodiscard]] double scaleFor(QSizeF size) const;
    void show(const QImage& image, bool isTransparent);
    /// In place of a picture.
    void say(const QString& message);

    [[nodiscard]] const QImage& image() const { return m_image; }

signals:
    void currentChanged();
    void resized();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QTabBar* m_tabs;
    QLabel* m_picture;
    QImage m_image;
    std::vector<ExportKind> m_kinds;
};

/// "Network", "Valuations", "Ownership".
QString title(ExportKind kind);

} // namespace gyre
