// "Names Gyre has learnt": what the reader said about names, row by row, to be looked through and
// set right. Nothing is changed before its OK.
#pragma once

#include "graph/model/learntname.h"
#include "ui/models/rowsmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace gyre {

class Lexicon;

class NamesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `lexicon` must outlive the dialog; `hasBriefing`: one is open, which stays as it was read.
    NamesDialog(LearntNames names, const Lexicon& lexicon, bool hasBriefing,
                QWidget* parent = nullptr);

    [[nodiscard]] const LearntNames& names() const { return m_names; }

private:
    void addTools(QVBoxLayout& column);
    void addTable(QVBoxLayout& column);
    void addButtons(QVBoxLayout& column);
    [[nodiscard]] std::vector<Column<std::size_t>> columns() const;
    void show(std::optional<std::size_t> chosen);
    /// Of m_names.
    [[nodiscard]] std::optional<std::size_t> chosen() const;
    void askForNew();
    void askForChange();
    void remove();
    void refresh();

    LearntNames m_names;
    const Lexicon& m_lexicon;
    RowsModel<std::size_t>* m_rows = nullptr;
    QLineEdit* m_filter = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace gyre
