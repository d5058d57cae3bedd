// The values of one firm as a course over time: what stands on the axis, what beside it, and which
// points a line joins. No drawing.
#pragma once

#include "ui/charts/claims.h"
#include "ui/picture/sources.h"

#include <QPolygonF>

namespace gyre {

using ClaimPoints = std::vector<const ValueClaim*>;

struct Course
{
    /// Of the axis: the one of most dated values, dollars before others.
    Currency currency;
    /// In the order of time.
    ClaimPoints dated;
    ClaimPoints undated;
    ClaimPoints otherCurrency;
};

/// Points into `values`.
Course courseOf(const ValuesOfFirm& values);

/// Exact to the month at least: precise enough to be a point of a line.
bool isSharp(const PartialDate& date);

/// What a solid line joins: done deals of sharp dates; where there are values before and after the
/// money of a round, only the latter.
ClaimPoints donePoints(const Course& course, bool isBackground);
/// What a dashed line joins: the last done deal and the talk after it; empty where there is none.
ClaimPoints talkPoints(const Course& course, bool isBackground);
/// A value holds until the next one is reported: a staircase over (day, amount).
QPolygonF staircase(const ClaimPoints& points);

DrawnEvidence evidenceOf(const ClaimPoints& claims);

/// What the title tells: the briefings' dated points where there are two at least, else all.
ClaimPoints toldPoints(const Course& course);

} // namespace gyre
