// One line under everything: how much is shown, what it sums to, and what is being read.
#pragma once

#include "ui/document/analyses.h"
#include "ui/document/document.h"

#include <QStatusBar>
#include <QTimer>

#include <vector>

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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What is said, and how soon it goes where there is no room: 0 stays.
    struct Part
    {
        QString text;
        int rank = 0;
    };

    void refresh();
    void refreshBusy();
    [[nodiscard]] QString loopsText() const;
    void fit();

    Document& m_document;
    const Analyses& m_analyses;
    std::vector<Part> m_parts;
    QLabel* m_counts;
    QLabel* m_reading;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QTimer m_patience;
};

} // namespace gyre
