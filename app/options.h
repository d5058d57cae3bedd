// The table of options: one row each, read by the parser and by the help text.
#pragma once

#include "app/commandline.h"

#include <QCoreApplication>

#include <span>

namespace gyre {

/// The context of the command line's words.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Sets of verbs, as bits.
using Verbs = unsigned;

constexpr Verbs only(Verb verb)
{
    return 1U << static_cast<unsigned>(verb);
}

struct Option
{
    /// With its dashes.
    const char* name;
    /// What stands for the value in the help text; nullptr: the option has none.
    const char* value;
    Verbs verbs;
    /// Marked for translation in the context "CommandLine".
    const char* help;
    /// Puts the value into the command; returns what is wrong with it, or nothing.
    QString (*take)(Invocation& command, const QString& value);
    bool isValueOptional = false;
};

std::span<const Option> options();

struct VerbWords
{
    Verb verb;
    const char* name;
    const char* arguments;
    const char* help;
};

std::span<const VerbWords> verbs();
QString name(Verb verb);

} // namespace gyre
