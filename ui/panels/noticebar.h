// Tells of problems and of what was done without stopping the reader: one strip with the newest
// word (of several at once the gravest), all on demand.
#pragma once

#include "graph/basics/diagnostic.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace gyre {

class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// What can be done about a message.
    struct Offer
    {
        QString text;
        std::function<void()> call;
    };

    void show(const Diagnostics& diagnostics);
    void show(const Diagnostics& diagnostics, Offer offer);

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
    Offer m_offer;
    QPushButton* m_take;
    QPushButton* m_more;
    QToolButton* m_close;
};

} // namespace gyre
