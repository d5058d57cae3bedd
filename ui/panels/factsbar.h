// Over the list of facts: which of them, and in which order.
#pragma once

#include "ui/models/facts.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace gyre {

class FactsBar : public QWidget
{
    Q_OBJECT

public:
    explicit FactsBar(QWidget* parent = nullptr);

    [[nodiscard]] FactWish wish() const;

    [[nodiscard]] QComboBox& filter() { return *m_filter; }

    [[nodiscard]] QToolButton& order() { return *m_order; }

signals:
    void changed();

private:
    QComboBox* m_filter;
    QToolButton* m_order;
};

} // namespace gyre
