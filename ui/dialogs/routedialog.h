// Asks for two firms and shows the way between them: says at once how long it is.
#pragma once

#include "graph/model/view.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace gyre {

class RouteDialog : public QDialog
{
    Q_OBJECT

public:
    /// Ways among the deals of `view`. Invalid ends are to be chosen.
    RouteDialog(View view, const Filter::Route& start, QWidget* parent = nullptr);

    /// As it stands; an end that names no firm is invalid.
    [[nodiscard]] Filter::Route route() const;

private:
    [[nodiscard]] QString answer() const;
    void refresh();

    View m_view;
    QComboBox* m_from = nullptr;
    QComboBox* m_to = nullptr;
    QRadioButton* m_eitherWay = nullptr;
    QRadioButton* m_withMoney = nullptr;
    QLabel* m_answer = nullptr;
    QPushButton* m_show = nullptr;
};

} // namespace gyre
