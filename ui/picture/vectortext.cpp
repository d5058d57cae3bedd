#include "ui/picture/vectortext.h"

#include <algorithm>
#include <cmath>

namespace gyre {

void appendNumber(QByteArray& text, double number)
{
    // Of lengths that no picture has, so that nothing overflows.
    constexpr double most = 1e9;
    auto hundredths = static_cast<long long>(std::llround(std::clamp(number, -most, most) * 100));
    if (hundredths < 0) {
        text.append('-');
        hundredths = -hundredths;
    }
    text.append(QByteArray::number(hundredths / 100));
    const auto rest = static_cast<int>(hundredths % 100);
    if (rest == 0)
        return;
    text.append('.');
    text.append(static_cast<char>('0' + rest / 10));
    if (rest % 10 != 0)
        text.append(static_cast<char>('0' + rest % 10));
}

double roundedToHundredths(double number)
{
    return std::round(number * 100) / 100;
}

QString printable(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        if (letter.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            clean += letter;
            clean += text.at(++i);
        } else if (!letter.isSurrogate() && letter.unicode() < 0xFFFE &&
                   (letter.unicode() >= 0x20 || letter == u'\n' || letter == u'\t')) {
            clean += letter;
        }
    }
    return clean;
}

} // namespace gyre
