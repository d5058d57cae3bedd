// How far a status may be trusted.
#pragma once

#include "graph/model/vocabulary.h"

namespace gyre {

/// Not firm yet: rumoured, in talks, letter of intent. Never drawn as a fact is.
constexpr bool isTalk(Status status)
{
    return status == Status::Rumoured || status == Status::InTalks ||
           status == Status::LetterOfIntent;
}

} // namespace gyre
