// One line of text to be edited that is shown in as many lines as it needs: a title is read more
// often than written, and a title that is cut is not read.
#pragma once

#include <QPlainTextEdit>

namespace gyre {

class FieldEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit FieldEdit(const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Forgets what was typed.
    void setText(const QString& text);
    [[nodiscard]] bool isModified() const;

    void setTextFont(const QFont& wanted);

signals:
    /// Return was pressed, or the focus left.
    void editingFinished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void fitHeight();
};

} // namespace gyre
