// As of which date the network is looked at: its deals, and its firms by their names of then.
#pragma once

#include "ui/document/document.h"

#include <QToolButton>

class QLabel;
class QLineEdit;
class QMenu;

namespace gyre {

class AsOfButton : public QToolButton
{
    Q_OBJECT

public:
    explicit AsOfButton(Document& document, QWidget* parent = nullptr);

    /// Where there is little room.
    void setCompact(bool isCompact);

    /// Where a date is typed.
    [[nodiscard]] QLineEdit& typed() { return *m_typed; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addTyped(QMenu& menu);
    void fillYears(QMenu& menu);
    void setDate(const std::optional<PartialDate>& date);
    /// How a date is written; what was typed instead is said to be none.
    void hint(const QString& refused);
    void takeTyped();
    void refresh();

    Document& m_document;
    QLineEdit* m_typed = nullptr;
    QLabel* m_hint = nullptr;
    bool m_isCompact = false;
    QAction* m_any = nullptr;
    QAction* m_afterYears = nullptr;
    std::vector<QAction*> m_years;
};

} // namespace gyre
