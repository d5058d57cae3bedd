#include "ui/charts/ticks.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace gyre {

namespace {

/// The least step of 1, 2, 2.5, 5 times a power of ten that is at least `least`.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

QString labelOf(QDate day, bool isByDay)
{
    const QLocale plain = QLocale::c();
    if (isByDay)
        return plain.toString(day, QStringLiteral("d MMM"));
    return day.month() == 1 ? QString::number(day.year())
                            : plain.toString(day, QStringLiteral("MMM"));
}

/// Every `months` months from the first multiple in or after `first`.
std::vector<TimeTick> monthTicks(QDate first, QDate last, int months)
{
    std::vector<TimeTick> ticks;
    int count = first.year() * 12 + first.month() - 1;
    count = count / months * months;
    for (;; count += months) {
        const QDate day(count / 12, count % 12 + 1, 1);
        if (day > last)
            return ticks;
        if (day >= first)
            ticks.push_back({day, labelOf(day, false)});
    }
}

std::vector<TimeTick> dayTicks(QDate first, QDate last, int days)
{
    std::vector<TimeTick> ticks;
    for (QDate day = first; day <= last; day = day.addDays(days))
        ticks.push_back({day, labelOf(day, true)});
    return ticks;
}

std::vector<TimeTick> bareTicks(QDate first, QDate last, int atMost)
{
    const auto days = static_cast<double>(first.daysTo(last));
    for (const int step : {1, 2, 7, 14}) {
        if (days < 75 && days / step <= atMost)
            return dayTicks(first, last, step);
    }
    for (const int months : {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
        if (days / 30.44 / months <= atMost)
            return monthTicks(first, last, months);
    }
    return monthTicks(first, last, 12000);
}

} // namespace

std::vector<double> roundTicks(double top, int atMost)
{
    const double step = roundStep(top / atMost);
    std::vector<double> ticks{0};
    for (int i = 1; ticks.back() < top * (1 - 1e-9); ++i)
        ticks.push_back(i * step);
    return ticks;
}

std::vector<TimeTick> timeTicks(QDate first, QDate last, int atMost)
{
    std::vector<TimeTick> ticks = bareTicks(first, last, atMost);
    const bool saysYear = std::any_of(ticks.begin(), ticks.end(), [](const TimeTick& tick) {
        return tick.label == QString::number(tick.at.year());
    });
    if (!saysYear && !ticks.empty())
        ticks.front().label += QLatin1Char(' ') + QString::number(ticks.front().at.year());
    return ticks;
}

} // namespace gyre
