#include "ui/panels/factsbar.h"

#include "ui/panels/choice.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace gyre {

FactsBar::FactsBar(QWidget* parent)
    : QWidget(parent)
    , m_filter(new Choice(this))
    , m_order(new QToolButton(this))
{
    m_filter->setAccessibleName(tr("Facts listed"));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (int i = 0; i < factFilterCount; ++i)
        m_filter->addItem(title(static_cast<FactFilter>(i)));
    m_order->setObjectName(QStringLiteral("control"));
    m_order->setText(tr("Least sure first"));
    m_order->setAccessibleName(m_order->text());
    m_order->setToolTip(tr("The readings that need you most come first"));
    m_order->setCheckable(true);
    m_order->setMinimumWidth(60);
    m_order->setFixedHeight(m_filter->sizeHint().height());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_filter, 1);
    row->addWidget(m_order, 0);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &FactsBar::changed);
    connect(m_order, &QToolButton::toggled, this, &FactsBar::changed);
}

FactWish FactsBar::wish() const
{
    return {static_cast<FactFilter>(m_filter->currentIndex()), m_order->isChecked()};
}

} // namespace gyre
