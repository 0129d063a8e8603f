#pragma once

#include "foothold/scenario.hpp"
#include "foothold/trajectory.hpp"
#include "foothold/world.hpp"

#include "sim/measures/tally.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace foothold {

/// Something counted every month in every neighbourhood, over people of working age or over
/// households.
struct PlaceMeasure {
    std::string_view name;
    std::string_view unit;
    std::string_view meaning;
    std::int64_t (*of)(const Tally&);
};

/// Something counted over an arm's programmes together, every month.
struct ProgrammeMeasure {
    std::string_view name;
    std::string_view unit;
    std::string_view meaning;
    std::int64_t (*of)(const World&);
};

/// All measures: names, units and meanings, in the order of their columns. Barriers add one each.
std::vector<MeasureInfo> place_measures(const Parameters& parameters);
std::vector<MeasureInfo> programme_measures();

/// Counts one month into `trajectory`, at time `at` of `times`.
void measure(const World& world,
             const Parameters& parameters,
             Month now,
             std::size_t at,
             std::size_t times,
             Trajectory& trajectory);

/// The part of it that counts programmes.
void measure_programmes(const World& world,
                        std::size_t at,
                        std::size_t times,
                        Trajectory& trajectory);

}  // namespace foothold
