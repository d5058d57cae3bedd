// The bar above everything: ways in, undo, back, search, filters, export.
#pragma once

#include <QWidget>

namespace gyre {

class Actions;
class Document;
class FilterBar;
class SearchField;

class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(Document& document, const Actions& actions, QWidget* parent = nullptr);

    [[nodiscard]] SearchField& search() { return *m_search; }

    [[nodiscard]] FilterBar& filters() { return *m_filters; }

    /// So much of it is to be seen at once: what goes without saying is left out where it is
    /// little.
    void fitInto(int width);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SearchField* m_search;
    FilterBar* m_filters;
};

} // namespace gyre
