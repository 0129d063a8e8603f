#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"

#include "sim/bench/report.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace foothold {

struct BenchPlan {
    std::vector<std::size_t> threads;
    std::size_t repeats = 1;
};

/// What will be lived. The first month of the horizon is not counted, as it is not timed.
BenchSubject subject_of(const Scenario& scenario, const Place& place);

/// Runs yardstick and model in turn, the model with every number of threads, as often as planned:
/// what slows the machine down for a while slows both. Calls `at` before each run, with what runs
/// and the share of all runs that is done. Fills all of a report but `place_read`.
BenchReport
measured_speed(const Scenario& scenario,
               const Place& place,
               const BenchPlan& plan,
               const std::function<void(const std::string& what, double done)>& at = {});

}  // namespace foothold
