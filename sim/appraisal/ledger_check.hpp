#pragma once

#include "foothold/courses.hpp"
#include "foothold/trajectory.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace foothold {

/// Months that the first `years` years of a study have: twelve each, fewer in a short last one.
std::size_t months_in(std::size_t years, const StudyHeader& header);

/// What does not add up in a study's accounts, each in a sentence; nothing if all does. In every
/// arm, replicate and year: each line comes to the same over the groups of every dimension, and net
/// is the difference of `employed` of the whole place, summed over months.
std::vector<std::string>
ledger_faults(const StudyHeader& header, const Ledgers& ledgers, const Courses& region);

}  // namespace foothold
