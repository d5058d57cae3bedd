#include "ui/panels/statusline.h"

#include "ui/models/phrases.h"
#include "ui/words/firmnames.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace gyre {

namespace {

/// Shorter work than this shows no progress: it would only flicker.
constexpr int patienceMs = 100;
/// Beside the counts.
constexpr int margins = 28;
constexpr int busyRoom = 340;

} // namespace

StatusLine::StatusLine(Document& document, const Analyses& analyses, QWidget* parent)
    : QStatusBar(parent)
    , m_document(document)
    , m_analyses(analyses)
    , m_counts(new QLabel(this))
    , m_reading(new QLabel(tr("Reading …"), this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setSizeGripEnabled(false);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setContentsMargins(12, 3, 0, 4);
    m_counts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reading->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->setAccessibleName(tr("Reading"));
    m_cancel->setObjectName(QStringLiteral("link"));
    addWidget(m_counts, 1);
    addPermanentWidget(m_reading);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_reading, m_progress, m_cancel})
        widget->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &StatusLine::refreshBusy);
    connect(&document, &Document::busyChanged, this, [this] {
        if (m_document.isBusy())
            m_patience.start();
        else
            refreshBusy();
    });
    connect(&document, &Document::progressed, m_progress,
            [this](double fraction) { m_progress->setValue(int(fraction * 1000)); });
    connect(m_cancel, &QPushButton::clicked, &document, &Document::cancel);
    connect(&document, &Document::projectChanged, this, &StatusLine::refresh);
    connect(&analyses, &Analyses::changed, this, &StatusLine::refresh);
}

QString StatusLine::text() const
{
    return m_counts->text();
}

void StatusLine::refreshBusy()
{
    m_patience.stop();
    const bool isBusy = m_document.isBusy();
    if (isBusy && m_progress->isHidden())
        m_progress->setValue(0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_reading, m_progress, m_cancel})
        widget->setVisible(isBusy);
    fit();
}

void StatusLine::refresh()
{
    m_parts.clear();
    if (!m_document.isEmpty()) {
        const View& view = m_document.view();
        const std::size_t all = m_document.network().dealCount();
        const QLocale locale;
        m_parts.push_back({counted(view.firmCount(), tr("1 firm"), tr("%1 firms")), 3});
        m_parts.push_back({view.dealCount() == all
                               ? counted(all, tr("1 deal shown"), tr("%1 deals shown"))
                               : tr("%1 deals shown of %2")
                                     .arg(locale.toString(qulonglong(view.dealCount())),
                                          locale.toString(qulonglong(all))),
                           1});
        // Of a large network the picture holds a part, the sums all.
        if (const std::size_t drawn = m_document.drawnView().dealCount(); drawn < view.dealCount())
            m_parts.push_back({tr("%1 in the picture").arg(locale.toString(qulonglong(drawn))), 1});
        const Totals& totals = m_analyses.totals();
        m_parts.push_back({tr("in all %1").arg(sums(totals.sums)), 0});
        m_parts.push_back({tr("of which in talks or rumoured %1").arg(sums(totals.rumoured)), 0});
        if (totals.undisclosed > 0)
            m_parts.push_back(
                {tr("%1 not disclosed").arg(locale.toString(qulonglong(totals.undisclosed))), 2});
        m_parts.push_back({loopsText(), 0});
        if (const QString names = namesLine(view); !names.isEmpty())
            m_parts.push_back({names, 1});
    }
    fit();
}

QString StatusLine::loopsText() const
{
    const Circuits& circuits = m_analyses.circuits();
    if (!m_analyses.isUpToDate())
        return tr("looking for loops …");
    return circuits.isTruncated ? tr("more than %1 loops").arg(circuits.found.size())
                                : counted(circuits.found.size(), tr("1 loop"), tr("%1 loops"));
}

/// Counts that stand elsewhere too go before a sum is cut; all of it is in the tool tip.
void StatusLine::fit()
{
    const auto joined = [this](int greatestRank) {
        QStringList parts;
        for (const Part& part : m_parts)
            if (part.rank <= greatestRank)
                parts << part.text;
        return parts.join(QStringLiteral("  ·  "));
    };
    const QString whole = joined(3);
    m_counts->setToolTip(whole);
    m_counts->setAccessibleName(whole);
    const int room = width() - margins - (m_reading->isHidden() ? 0 : busyRoom);
    int rank = 3;
    while (rank > 0 && m_counts->fontMetrics().horizontalAdvance(joined(rank)) > room)
        --rank;
    m_counts->setText(
        m_counts->fontMetrics().elidedText(joined(rank), Qt::ElideRight, std::max(room, 40)));
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

} // namespace gyre
