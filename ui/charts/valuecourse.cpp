#include "ui/charts/valuecourse.h"

#include <algorithm>

namespace gyre {

namespace {

template<typename Test>
ClaimPoints only(const ClaimPoints& points, const Test& test)
{
    ClaimPoints kept;
    std::copy_if(points.begin(), points.end(), std::back_inserter(kept), test);
    return kept;
}

double dayOf(const ValueClaim& claim)
{
    return middleDay(*claim.valuation.date);
}

Currency axisCurrency(const ValuesOfFirm& values)
{
    std::map<Currency, int> counts;
    for (const ValueClaim& claim : values.claims) {
        if (claim.valuation.date)
            ++counts[claim.valuation.amount.currency];
    }
    Currency best;
    int most = 0;
    for (const auto& [currency, count] : counts) {
        if (count > most || (count == most && currency == Currency::usd())) {
            best = currency;
            most = count;
        }
    }
    return best;
}

} // namespace

Course courseOf(const ValuesOfFirm& values)
{
    Course course;
    course.currency = axisCurrency(values);
    for (const ValueClaim& claim : values.claims) {
        if (claim.valuation.amount.currency != course.currency)
            course.otherCurrency.push_back(&claim);
        else if (claim.valuation.date)
            course.dated.push_back(&claim);
        else
            course.undated.push_back(&claim);
    }
    std::stable_sort(
        course.dated.begin(), course.dated.end(),
        [](const ValueClaim* a, const ValueClaim* b) { return dayOf(*a) < dayOf(*b); });
    return course;
}

bool isSharp(const PartialDate& date)
{
    return date.precision() == PartialDate::Precision::Month ||
           date.precision() == PartialDate::Precision::Day;
}

ClaimPoints donePoints(const Course& course, bool isBackground)
{
    const ClaimPoints done = only(course.dated, [isBackground](const ValueClaim* claim) {
        return claim->isBackground == isBackground && !isTalk(claim->valuation.status) &&
               isSharp(*claim->valuation.date);
    });
    ClaimPoints after = only(
        done, [](const ValueClaim* claim) { return claim->valuation.basis != Basis::PreMoney; });
    return after.empty() ? done : after;
}

ClaimPoints talkPoints(const Course& course, bool isBackground)
{
    const ClaimPoints done = donePoints(course, isBackground);
    if (done.empty())
        return {};
    const double from = dayOf(*done.back());
    ClaimPoints talk = only(course.dated, [isBackground, from](const ValueClaim* claim) {
        return claim->isBackground == isBackground && isTalk(claim->valuation.status) &&
               isSharp(*claim->valuation.date) && dayOf(*claim) > from;
    });
    if (!talk.empty())
        talk.insert(talk.begin(), done.back());
    return talk;
}

QPolygonF staircase(const ClaimPoints& points)
{
    QPolygonF stair;
    for (const ValueClaim* claim : points) {
        const QPointF next(dayOf(*claim), claim->extent.high);
        if (!stair.isEmpty())
            stair << QPointF(next.x(), stair.constLast().y());
        stair << next;
    }
    return stair;
}

DrawnEvidence evidenceOf(const ClaimPoints& claims)
{
    DrawnEvidence drawn;
    for (const ValueClaim* claim : claims)
        (claim->isBackground ? drawn.background : drawn.own).push_back(&claim->valuation.evidence);
    return drawn;
}

ClaimPoints toldPoints(const Course& course)
{
    ClaimPoints own =
        only(course.dated, [](const ValueClaim* claim) { return !claim->isBackground; });
    return own.size() >= 2 ? own : course.dated;
}

} // namespace gyre
