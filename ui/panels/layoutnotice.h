// Over the network while its picture is made: how many deals are laid out, how far it is, and a way
// to stop; after a stop, a way to go on.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gyre {

class LayoutNotice : public QWidget
{
    Q_OBJECT

public:
    explicit LayoutNotice(QWidget* parent);

    void showWork(std::size_t deals);
    void setProgress(double fraction);
    void showStopped(std::size_t deals);

    [[nodiscard]] QString text() const;

    [[nodiscard]] QPushButton& button() { return *m_button; }

signals:
    void stopAsked();
    void goOnAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_button;
    bool m_isStopped = false;
};

} // namespace gyre
