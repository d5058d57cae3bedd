// A drop-down list that looks like the other controls of the window.
#pragma once

#include <QComboBox>

namespace gyre {

class Choice : public QComboBox
{
    Q_OBJECT

public:
    explicit Choice(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace gyre
