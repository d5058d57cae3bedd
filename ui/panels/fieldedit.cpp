#include "ui/panels/fieldedit.h"

#include "ui/panels/undokeys.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <cmath>

namespace gyre {

namespace {

/// A longer text scrolls: it is no title.
constexpr int mostLines = 5;
/// Border and padding of the style sheet, above and below.
constexpr int frame = 8;

} // namespace

FieldEdit::FieldEdit(const QString& name, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("plain"));
    setAccessibleName(name);
    setPlaceholderText(name);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    passOnUndoKeys(*this);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &FieldEdit::fitHeight);
    fitHeight();
}

QString FieldEdit::text() const
{
    return toPlainText().simplified();
}

void FieldEdit::setText(const QString& text)
{
    setPlainText(text);
    document()->setModified(false);
    fitHeight();
}

bool FieldEdit::isModified() const
{
    return document()->isModified();
}

void FieldEdit::setTextFont(const QFont& wanted)
{
    if (font() == wanted)
        return;
    setFont(wanted);
    fitHeight();
}

void FieldEdit::fitHeight()
{
    const double line = QFontMetricsF(font()).lineSpacing();
    const double text = blockBoundingRect(document()->firstBlock()).height();
    const int high = int(std::ceil(std::clamp(text, line, mostLines * line))) + frame;
    if (height() != high || minimumHeight() != high)
        setFixedHeight(high);
}

void FieldEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit editingFinished();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void FieldEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    emit editingFinished();
}

void FieldEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void FieldEdit::insertFromMimeData(const QMimeData* source)
{
    insertPlainText(source->text().simplified());
}

} // namespace gyre
