#pragma once

#include "foothold/trajectory.hpp"

#include <cstddef>
#include <iosfwd>

namespace foothold {

/// Whether the answer reports on this time: the close of year 1, 2, 5, 10.
bool is_reported_time(std::size_t time);

/// What the first replicate shows so far: one line per arm, as soon as a reported year is over in
/// all arms.
void print_first_look(const StudyHeader& header,
                      const Replicate& so_far,
                      std::size_t time,
                      std::ostream& out);

}  // namespace foothold
