#include "ui/dialogs/routedialog.h"

#include "graph/model/reach.h"
#include "ui/dialogs/firmbox.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace gyre {

RouteDialog::RouteDialog(View view, const Filter::Route& start, QWidget* parent)
    : QDialog(parent)
    , m_view(std::move(view))
{
    setWindowTitle(tr("Way between two firms"));
    auto* form = new QFormLayout(this);
    m_from = firmBox(m_view.network(), m_view.firms(), start.from, tr("First firm"), this);
    m_to = firmBox(m_view.network(), m_view.firms(), start.to, tr("Second firm"), this);
    m_eitherWay = new QRadioButton(tr("along &deals, whoever pays"), this);
    m_withMoney = new QRadioButton(tr("along the &money, from payer to receiver"), this);
    (start.isDirected ? m_withMoney : m_eitherWay)->setChecked(true);
    m_answer = new QLabel(this);
    m_answer->setWordWrap(true);
    m_answer->setMinimumWidth(200);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow(QString(), m_eitherWay);
    form->addRow(QString(), m_withMoney);
    form->addRow(m_answer);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_show = buttons->addButton(tr("Show"), QDialogButtonBox::AcceptRole);
    m_show->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setIcon(QIcon());
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QComboBox* box : {m_from, m_to})
        connect(box, &QComboBox::currentTextChanged, this, &RouteDialog::refresh);
    connect(m_withMoney, &QRadioButton::toggled, this, &RouteDialog::refresh);
    (start.from.isValid() ? m_to : m_from)->setFocus();
    refresh();
}

Filter::Route RouteDialog::route() const
{
    return {firmIn(*m_from), firmIn(*m_to), m_withMoney->isChecked()};
}

QString RouteDialog::answer() const
{
    const Filter::Route wanted = route();
    if (!wanted.from.isValid() || !wanted.to.isValid())
        return tr("Choose two of the firms that are shown.");
    if (wanted.from == wanted.to)
        return tr("Choose two different firms.");
    const ShortestRoutes found = shortestRoutes(m_view, wanted.from, wanted.to,
                                                wanted.isDirected ? Along::Money : Along::Deals);
    if (found.deals.empty())
        return wanted.isDirected ? tr("No money goes from the first to the second firm.")
                                 : tr("No deals join the two.");
    const QString steps = found.hops == 1 ? tr("1 step") : tr("%1 steps").arg(found.hops);
    const QString deals =
        found.deals.size() == 1 ? tr("1 deal") : tr("%1 deals").arg(found.deals.size());
    return tr("The shortest way: %1, with %2.").arg(steps, deals);
}

void RouteDialog::refresh()
{
    const Filter::Route wanted = route();
    m_answer->setText(answer());
    m_show->setEnabled(!shortestRoutes(m_view, wanted.from, wanted.to,
                                       wanted.isDirected ? Along::Money : Along::Deals)
                            .deals.empty());
}

} // namespace gyre
