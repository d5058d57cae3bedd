// A bar that may be broader than its window: what does not fit is scrolled to, by hand or by the
// focus; as high as what is in it.
#pragma once

#include <QScrollArea>

namespace gyre {

class Strip : public QScrollArea
{
    Q_OBJECT

public:
    Strip(QWidget* bar, QWidget* parent);

signals:
    /// So much is to be seen of the bar at once.
    void roomChanged(int width);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
};

} // namespace gyre
