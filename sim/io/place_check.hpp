#pragma once

#include "foothold/diagnostics.hpp"
#include "foothold/place.hpp"

#include "sim/io/csv.hpp"

#include <cstdint>

namespace foothold {

/// What a household of three or more working-age adults may hold; the population is drawn so.
inline constexpr std::int32_t least_adults_shared = 3;
inline constexpr std::int32_t most_adults_shared = 5;

/// A household with children has one to five of them on average.
inline constexpr std::int32_t most_children_per_family = 5;

/// The tables that a place was read from; row k is the place's k-th neighbourhood, zone, rate.
struct PlaceTables {
    const CsvReader& neighbourhoods;
    const CsvReader& zones;
    const CsvReader& authorities;
};

/// Reports everything that makes the place unusable: codes that are named twice or join to nothing,
/// shares that do not add up, neighbourhoods without people or households or whose people and
/// households do not fit together, no jobs.
void check_place(const Place& place, const PlaceTables& tables);

}  // namespace foothold
