// Numbers in text files of pictures: short, the same everywhere, never in another locale's way.
#pragma once

#include <QByteArray>
#include <QPointF>
#include <QString>

namespace gyre {

/// At most two decimals, no needless zeros: "12", "-0.5", "3.25".
void appendNumber(QByteArray& text, double number);

inline QByteArray numberText(double number)
{
    QByteArray text;
    appendNumber(text, number);
    return text;
}

/// To hundredths, as appendNumber writes it.
double roundedToHundredths(double number);

/// Without characters that no XML holds: control characters and halves of surrogate pairs.
QString printable(const QString& text);

} // namespace gyre
