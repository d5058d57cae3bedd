// Ctrl+K: firms, deals and phrases as one types. Up and Down move in the list below the field,
// Enter shows what is current, Escape closes the list, then leaves the field.
#pragma once

#include "ui/document/document.h"
#include "ui/models/search.h"

#include <QLineEdit>
#include <QTimer>

class QListWidget;

namespace gyre {

class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(Document& document, QWidget* parent = nullptr);

    /// The list below the field: a child of the window, hidden while there is nothing to show.
    [[nodiscard]] QListWidget& list() { return *m_list; }

signals:
    void phraseChosen(std::size_t briefing, gyre::TextSpan span);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void find();
    void fill();
    void place();
    void choose(int row);
    void moveCurrent(int by);
    void close();

    Document& m_document;
    QListWidget* m_list;
    QTimer m_timer;
    std::vector<SearchHit> m_hits;
};

} // namespace gyre
