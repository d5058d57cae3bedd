// Chains of deals that lead back to where they began. A click shows the loop in the network.
#pragma once

#include "ui/document/analyses.h"
#include "ui/document/document.h"
#include "ui/models/rowsmodel.h"
#include "ui/panels/tablepage.h"

namespace gyre {

class LoopsPage : public TablePage
{
    Q_OBJECT

public:
    LoopsPage(Document& document, const Analyses& analyses, QWidget* parent = nullptr);

    [[nodiscard]] const RowsModel<Circuit>& model() const { return m_model; }

private:
    void refresh();
    void showSelection();
    void choose(int row);

    Document& m_document;
    const Analyses& m_analyses;
    RowsModel<Circuit> m_model;
};

} // namespace gyre
