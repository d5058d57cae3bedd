// All deals of the view as a table.
#pragma once

#include "ui/document/document.h"
#include "ui/models/rowsmodel.h"
#include "ui/panels/tablepage.h"

namespace gyre {

class DealsPage : public TablePage
{
    Q_OBJECT

public:
    explicit DealsPage(Document& document, QWidget* parent = nullptr);

    [[nodiscard]] const RowsModel<DealId>& model() const { return m_model; }

signals:
    void dealMenuRequested(gyre::DealId deal, QPoint globalPosition);

private:
    void refresh();
    void showSelection();

    Document& m_document;
    RowsModel<DealId> m_model;
};

} // namespace gyre
