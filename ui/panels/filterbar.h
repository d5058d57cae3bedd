// Which deals are looked at: by type, by status, from which amount on, as of which date, with or
// without the background facts, around which firms. Says at a glance what is left out.
#pragma once

#include "ui/document/document.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace gyre {

class AsOfButton;

class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(Document& document, QWidget* parent = nullptr);

    [[nodiscard]] QToolButton& typeButton() { return *m_type; }

    [[nodiscard]] QToolButton& statusButton() { return *m_status; }

    [[nodiscard]] QToolButton& leastButton() { return *m_least; }

    [[nodiscard]] AsOfButton& asOfButton() { return *m_asOf; }

    [[nodiscard]] QToolButton& backgroundButton() { return *m_background; }

    [[nodiscard]] QToolButton& focusButton() { return *m_focus; }

    /// Where there is little room: what is usual goes without saying.
    void setCompact(bool isCompact);

private:
    void addTypes();
    void addStatuses();
    void addLeast();
    void addOthers();
    void fillFocusMenu(QMenu& menu);
    [[nodiscard]] QString nameOf(FirmId firm) const;
    [[nodiscard]] QString focusText() const;
    void refresh();
    void setFilter(const Filter& filter);
    void setLeast(std::int64_t least, Currency currency);
    void hintAtLeast(const QString& refused);
    void takeTypedLeast();

    Document& m_document;
    QToolButton* m_type = nullptr;
    QToolButton* m_status = nullptr;
    QToolButton* m_least = nullptr;
    AsOfButton* m_asOf = nullptr;
    QToolButton* m_background = nullptr;
    QToolButton* m_focus = nullptr;
    QLineEdit* m_typedLeast = nullptr;
    QLabel* m_leastHint = nullptr;
    bool m_isCompact = false;
    std::vector<QAction*> m_typeActions;
    std::vector<QAction*> m_statusActions;
};

} // namespace gyre
