// One line under everything: how much is shown, what it sums to, and what is being read.
#pragma once

#include "ui/document/analyses.h"
#include "ui/document/document.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gyre {

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(Document& document, const Analyses& analyses, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    void refresh();
    void refreshBusy();

    Document& m_document;
    const Analyses& m_analyses;
    QLabel* m_counts;
    QLabel* m_reading;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QTimer m_patience;
};

} // namespace gyre
