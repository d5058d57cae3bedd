// The list of facts under the text: two lines a fact, rejected ones struck through with the way
// back beside them.
//
// Keys: arrows move, J and K select the next and the previous fact, Enter selects and then accepts,
// Delete rejects or takes the rejection back, E edits.
#pragma once

#include "ui/models/facts.h"

#include <QListView>

namespace gyre {

class FactsModel;

class FactsView : public QListView
{
    Q_OBJECT

public:
    explicit FactsView(QWidget* parent = nullptr);
    ~FactsView() override;

    void setRows(std::vector<FactRow> rows);
    [[nodiscard]] const std::vector<FactRow>& rows() const;
    /// The row of this selection becomes current and is scrolled to, without a signal.
    void showSelection(const Selection& selection);
    /// The words "Undo reject" or "Add" of a row, in viewport pixels; empty where there are none.
    [[nodiscard]] QRect linkRect(int row) const;

signals:
    void chosen(const gyre::FactRow& row);
    void hovered(const gyre::Selection& selection);
    void reviewAsked(const gyre::Selection& selection, gyre::Review review);
    void candidateAccepted(std::size_t candidate);
    void editAsked(const gyre::Selection& selection);
    void menuAsked(const gyre::Selection& selection, QPoint globalPosition);

protected:
    bool event(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void press(int row);
    void enter(int row);
    void step(int by);
    void toggleRejected(const FactRow& row);
    bool answer(const QKeyEvent& event);

    FactsModel* m_model;
    Selection m_shown;
    /// Where J and K go on once the row they were at is listed no more.
    int m_place = -1;
};

} // namespace gyre
