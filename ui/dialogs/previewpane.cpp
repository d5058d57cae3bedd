#include "ui/dialogs/previewpane.h"

#include <QLabel>
#include <QPainter>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace gyre {

namespace {

/// Grey squares behind what is transparent, as in picture editors.
QPixmap onSquares(const QImage& image)
{
    QPixmap pixmap(image.size());
    constexpr int side = 8;
    QPainter painter(&pixmap);
    painter.fillRect(pixmap.rect(), QColor(0xff, 0xff, 0xff));
    for (int y = 0; y < pixmap.height(); y += side) {
        for (int x = (y / side) % 2 * side; x < pixmap.width(); x += 2 * side)
            painter.fillRect(x, y, side, side, QColor(0xe4, 0xe4, 0xe4));
    }
    painter.drawImage(0, 0, image);
    return pixmap;
}

} // namespace

PreviewPane::PreviewPane(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_picture(new QLabel(this))
{
    m_tabs->setAccessibleName(tr("Picture shown in the preview"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_picture->setAccessibleName(tr("Preview"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFrameShape(QFrame::StyledPanel);
    m_picture->setMinimumSize(240, 160);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_picture->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    column->addWidget(m_picture, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &PreviewPane::currentChanged);
}

void PreviewPane::setKinds(const std::vector<ExportKind>& kinds)
{
    if (kinds == m_kinds)
        return;
    const std::optional<ExportKind> before = current();
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_kinds = kinds;
    for (const ExportKind kind : kinds)
        m_tabs->addTab(title(kind));
    const auto same = std::find(kinds.begin(), kinds.end(), before);
    m_tabs->setCurrentIndex(same == kinds.end() ? 0 : static_cast<int>(same - kinds.begin()));
}

std::optional<ExportKind> PreviewPane::current() const
{
    const int index = m_tabs->currentIndex();
    if (index < 0 || index >= static_cast<int>(m_kinds.size()))
        return std::nullopt;
    return m_kinds.at(static_cast<std::size_t>(index));
}

double PreviewPane::scaleFor(QSizeF size) const
{
    const QSizeF room = QSizeF(m_picture->contentsRect().size()) - QSizeF(16, 16);
    const double fit = std::min(room.width() / size.width(), room.height() / size.height());
    return std::max(fit, 0.01) * devicePixelRatioF();
}

void PreviewPane::show(const QImage& image, bool isTransparent)
{
    m_image = image;
    QPixmap pixmap = isTransparent ? onSquares(image) : QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(pixmap);
}

void PreviewPane::say(const QString& message)
{
    m_image = QImage();
    m_picture->setText(message);
}

void PreviewPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    emit resized();
}

QString title(ExportKind kind)
{
    switch (kind) {
    case ExportKind::Valuations:
        return PreviewPane::tr("Valuations");
    case ExportKind::Ownership:
        return PreviewPane::tr("Ownership");
    case ExportKind::Network:
        break;
    }
    return PreviewPane::tr("Network");
}

} // namespace gyre
