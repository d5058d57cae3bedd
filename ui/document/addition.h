// Files or pasted words on their way into a project: first read, without any project, then joined
// into one. Both run off the GUI thread; the second is run again where the project moved meanwhile.
#pragma once

#include "graph/basics/progress.h"
#include "graph/briefing/lexicon.h"
#include "graph/interchange/formats.h"
#include "graph/model/project.h"

namespace gyre {

struct Addition
{
    struct NetworkFile
    {
        QString path;
        NetworkReading reading;
    };

    std::vector<Shared<ReadBriefing>> briefings;
    std::vector<NetworkFile> networks;
    Diagnostics diagnostics;

    [[nodiscard]] bool isEmpty() const { return briefings.empty() && networks.empty(); }
};

/// Told of a long text between its reading and the search for facts in it: it can be shown already.
using WhenRead = std::function<void(const Briefing&)>;

/// Reads briefings and networks in the order given. A file that can't be used is told in the
/// diagnostics and does not stop the others.
Addition readFiles(const QStringList& paths, const Lexicon& lexicon, const WhenRead& whenRead,
                   const Progress& progress);
Addition readPaste(const QString& text, bool isHtml, const Lexicon& lexicon,
                   const WhenRead& whenRead, const Progress& progress);

struct Joined
{
    Project project;
    Diagnostics diagnostics;
    /// Of the briefings that came with the addition, the first.
    std::optional<std::size_t> firstNewBriefing;
};

/// Everything of the addition that is not in the project yet.
Joined joined(Project project, const Addition& addition);

/// The project with briefing `id` read anew as `reading`: dates of its facts are taken over, the
/// reader's word on them stays, facts that were not there are added.
Project reread(Project project, const QString& id, const Shared<ReadBriefing>& reading);

} // namespace gyre
