// What is seen before anything is open: what Gyre does, and the ways in.
#pragma once

#include <QWidget>

namespace gyre {

class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    /// The window says that something is being dragged over it.
    void setDropTarget(bool isTarget);

signals:
    void openAsked();
    void pasteAsked();
    void sampleAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_card;
    bool m_isDropTarget = false;
};

} // namespace gyre
