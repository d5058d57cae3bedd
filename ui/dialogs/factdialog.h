// A deal, valuation or stake in its reader's hands: every field as people write it, with what is
// wrong said beside it while it is typed.
#pragma once

#include "graph/model/correction.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gyre {

class Lexicon;

class FactDialog : public QDialog
{
    Q_OBJECT

public:
    struct Subject
    {
        QString title;
        FactFields fields;
        /// The words it stands on; shown above the fields.
        QString quote;
        /// The words of a date that could not be resolved.
        QString dateWords;
        /// A new fact may be saved as it was proposed, a known one once something differs.
        bool isNew = false;
    };

    /// `lexicon` must outlive the dialog.
    FactDialog(Subject subject, Network network, const Lexicon& lexicon, QWidget* parent = nullptr);

    /// As they stand; fields left alone are as they were.
    [[nodiscard]] const FactFields& fields() const { return m_fields; }

private:
    struct Line
    {
        QLineEdit* edit = nullptr;
        QLabel* note = nullptr;
    };

    void addParties(QFormLayout& form);
    void addFigures(QFormLayout& form);
    void addStanding(QFormLayout& form);
    void addButtons(QFormLayout& form);

    [[nodiscard]] bool isKind(FactFields::Kind kind) const { return m_before.kind == kind; }

    [[nodiscard]] QComboBox* partyBox(const QString& name, const PartyField& party);
    [[nodiscard]] Line addLine(QFormLayout& form, const QString& label, const QString& name,
                               const QString& text);
    [[nodiscard]] QLabel* addNote(QFormLayout& form);
    [[nodiscard]] PartyField partyIn(const QComboBox& box) const;
    void swapParties();
    void hedge();
    void refresh();
    void makeRoom();
    [[nodiscard]] bool readParties();
    [[nodiscard]] bool readAmount();
    [[nodiscard]] bool readShare();
    [[nodiscard]] bool readDate();

    FactFields m_before;
    FactFields m_fields;
    Network m_network;
    const Lexicon& m_lexicon;
    QString m_dateWords;
    bool m_isNew;
    QComboBox* m_giver = nullptr;
    QComboBox* m_org = nullptr;
    QLabel* m_partyNote = nullptr;
    QComboBox* m_type = nullptr;
    Line m_amount;
    Line m_share;
    QComboBox* m_qualifier = nullptr;
    QComboBox* m_basis = nullptr;
    QComboBox* m_status = nullptr;
    QCheckBox* m_denied = nullptr;
    Line m_date;
    QPushButton* m_save = nullptr;
};

} // namespace gyre
