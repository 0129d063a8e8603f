#pragma once

#include "foothold/place.hpp"

#include <cstdint>

namespace foothold {

/// Everybody whom the place's figures count: of working age, and children.
std::int64_t residents_of(const Place& place);

/// Neighbourhoods that a place may have at most.
inline constexpr std::size_t most_neighbourhoods = 65'000;

/// A place like this one with about so many people. A larger one repeats every neighbourhood where
/// it stands, under codes of their own, and multiplies the jobs of every zone, so that people, jobs
/// and distances stay in proportion. A smaller one is thinned (sim/experiments/thin.hpp). Throws
/// std::invalid_argument if it would be empty or have more than `most_neighbourhoods`.
Place sized_place(const Place& place, std::int64_t people);

}  // namespace foothold
