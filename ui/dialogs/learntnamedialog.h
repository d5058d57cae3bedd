// One row of what the reader said about names, in fields; what would ruin a briefing is said while
// it is typed.
#pragma once

#include "graph/model/learntname.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gyre {

class Lexicon;

class LearntNameDialog : public QDialog
{
    Q_OBJECT

public:
    /// No `name`: a new one. `names` are all learnt so far, whose firms are on offer beside the
    /// program's own. `lexicon` must outlive the dialog.
    LearntNameDialog(const std::optional<LearntName>& name, LearntNames names,
                     const Lexicon& lexicon, QWidget* parent = nullptr);

    /// As it stands in the fields.
    [[nodiscard]] LearntName name() const;

private:
    void addFields(QFormLayout& form);
    void fillFirms();
    [[nodiscard]] QString firmChosen() const;
    [[nodiscard]] QString faultIn(const LearntName& name) const;
    [[nodiscard]] QString remarkOn(const LearntName& name) const;
    void refresh();

    LearntName m_before;
    LearntNames m_names;
    const Lexicon& m_lexicon;
    bool m_isNew;
    QComboBox* m_kind = nullptr;
    QComboBox* m_firm = nullptr;
    QLineEdit* m_spellings = nullptr;
    QComboBox* m_firmKind = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace gyre
