// Who says so: the line of sources under a picture, made of the facts it draws. Texts by their
// publisher, title and date; pages of a network by their publishers, the most frequent first.
#pragma once

#include "graph/model/briefing.h"
#include "graph/model/evidence.h"

#include <QStringList>

#include <vector>

namespace gyre {

/// What a picture draws, by its evidence; background facts apart.
struct DrawnEvidence
{
    std::vector<const EvidenceList*> own;
    std::vector<const EvidenceList*> background;
};

struct SourceFiles
{
    const std::vector<Shared<ReadBriefing>>& briefings;
    const QStringList& networkFiles;
};

/// "Sources: Publisher, “Title”, 16 Dec 2025; Reuters, CNBC and 12 more. Background facts: …". A
/// text of which nothing is drawn is not named, unless nothing is drawn at all. Files are named
/// where a fact names neither text nor page; without files, all texts. `given`: takes the place of
/// the own sources. At most `mostPublishers` publishers are named, the others counted.
QString sourceLine(const SourceFiles& files, const DrawnEvidence& drawn, const QString& given,
                   int mostPublishers);

/// As many publishers as two lines of a picture this wide can hold.
int publishersThatFit(double width);

} // namespace gyre
