// Tells of problems without stopping the reader: one strip with the gravest of them, all on demand.
#pragma once

#include "graph/basics/diagnostic.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace gyre {

class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void show(const Diagnostics& diagnostics);

    /// All that were shown since the program started, the newest last.
    [[nodiscard]] const Diagnostics& all() const { return m_all; }

    [[nodiscard]] QString text() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setExpanded(bool isExpanded);

    Diagnostics m_all;
    Diagnostics m_shown;
    QLabel* m_summary;
    QLabel* m_details;
    QPushButton* m_more;
    QToolButton* m_close;
};

} // namespace gyre
