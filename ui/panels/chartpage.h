// Valuations or ownership on the Qt Charts view: of the firm that was asked for, or of all.
#pragma once

#include "ui/charts/charts.h"
#include "ui/document/document.h"

#include <QWidget>

class QComboBox;

namespace gyre {

class ChartView;

class ChartPage : public QWidget
{
    Q_OBJECT

public:
    ChartPage(Document& document, ChartKind kind, QWidget* parent = nullptr);

    [[nodiscard]] ChartView& view() { return *m_view; }

    [[nodiscard]] QComboBox& firmChoice() { return *m_firms; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectAll();
    void refresh();
    void fillFirms();
    void showSelection();

    Document& m_document;
    ChartKind m_kind;
    QComboBox* m_firms;
    ChartView* m_view;
    bool m_isStale = true;
};

} // namespace gyre
