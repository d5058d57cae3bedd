// Arguments → an Invocation, or a message saying what is wrong and what would be right. Nothing is
// opened or looked up on disk here; the help text comes from the same table as the parsing.
#pragma once

#include "graph/interchange/formats.h"
#include "graph/layout/layouts.h"
#include "graph/model/view.h"
#include "ui/picture/exportoptions.h"
#include "ui/picture/look.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace gyre {

enum class Verb : std::uint8_t
{
    Open,
    Extract,
    Export,
    Analyze,
    Convert,
    Layout,
    Help,
    Version
};

/// A firm as the reader names it; found once the network is read.
struct FocusWords
{
    QString firm;
    int hops = 1;

    bool operator==(const FocusWords&) const = default;
};

struct Invocation
{
    Verb verb = Verb::Open;
    /// Of Verb::Help: what about.
    std::optional<Verb> helpAbout;

    QStringList files;
    /// The folder of `export`, the last FILE of `convert` and `layout`.
    QString output;

    /// All but its focus and its route, which `focus` and `path` name.
    Filter filter;
    std::vector<FocusWords> focus;
    /// "FROM,TO" as typed: either name may hold commas.
    QString path;

    /// Names that a reader taught, put behind the program's own.
    QString gazetteer;

    bool isPathOfMoney = false;

    /// extract
    std::optional<PartialDate> date;
    bool withText = false;
    /// The names that the window learnt (not of extract alone).
    bool withOwnGazetteer = false;
    /// Briefings read at a time; 0: as many as there are processors.
    int jobs = 0;

    /// export
    std::vector<ExportKind> only{ExportKind::Network, ExportKind::Valuations,
                                 ExportKind::Ownership};
    std::vector<ExportFormat> formats{ExportFormat::Png};
    ExportSize size;
    /// --mm: takes the place of width, height and scale.
    std::optional<QSizeF> millimetres;
    /// --width, --height or --preset was given.
    bool hasOwnSize = false;
    std::optional<int> dotsPerInch;
    std::optional<double> scale;
    bool isTransparent = false;
    ThemeName theme = ThemeName::Light;
    QString title;
    QString positions;
    bool withBackground = false;
    bool withGeometry = false;
    bool mergesPairs = false;

    /// export and layout; nullptr: the default one
    const LayoutEngine* engine = nullptr;
    LayoutOptions layout;

    /// analyze: the most firms in a loop
    std::optional<int> loops;

    /// convert; nullptr: as the file's name says
    const NetworkFormat* formatIn = nullptr;
    const NetworkFormat* formatOut = nullptr;
};

struct ParsedArguments
{
    std::optional<Invocation> command;
    /// One sentence where there is no command.
    QString message;
};

/// `arguments` without the program's name. O(arguments · options).
ParsedArguments parsed(const QStringList& arguments);

/// The filter that leaves nothing out: where `convert` starts from.
Filter everything();

/// What `gyre --help` prints, or `gyre VERB --help`.
QString helpText(std::optional<Verb> about);

/// The one of `known` that was most likely meant; empty where none is near.
QString nearest(const QString& word, const QStringList& known);

} // namespace gyre
