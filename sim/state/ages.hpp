#pragma once

#include "foothold/place.hpp"

namespace foothold {

/// Ages between which people are simulated. [month]
inline constexpr int school_ends = age_band_starts.front() * 12;      // 16th birthday
inline constexpr int working_age_ends = age_band_starts.back() * 12;  // 66th birthday

/// Ages that the law sets. [month]
inline constexpr int duty_to_study_ends = 18 * 12;   // England: education or training until 18
inline constexpr int earliest_retirement = 55 * 12;  // normal minimum pension age

/// Youth as labour statistics count it, 16 to 24; not included. [month]
inline constexpr int young_upto = 25 * 12;

/// The age at which loadings and log odds by age add nothing, and what they are counted in. [month]
inline constexpr int central_age = 40 * 12;
inline constexpr double months_per_decade = 120.0;

/// The level of qualification at which log odds by level add nothing, GCSE or equal.
inline constexpr int central_level = 2;

}  // namespace foothold
