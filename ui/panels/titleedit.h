// The picture's title, written where it stands.
#pragma once

#include <QLineEdit>

namespace gyre {

class TitleEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit TitleEdit(QWidget* parent);

    /// `place` in the parent's pixels; `proposed` comes back when the field is emptied.
    void start(const QRect& place, double pixels, const QString& title, const QString& proposed);

signals:
    /// Return, or the focus went elsewhere, with another title than before; Escape says nothing.
    void changed(const QString& title);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish(bool isWanted);

    QString m_before;
    bool m_isOpen = false;
};

} // namespace gyre
