#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"
#include "foothold/trajectory.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace foothold {

/// One number of a study: a measure over the whole place, on average over the months of one year,
/// in an arm, or the difference that the arm makes.
struct Outcome {
    std::string measure;
    std::int32_t year = 1;  // of the study, from 1
    std::string arm;
    bool difference = false;  // arm less reference
};

/// Names that `Outcome::measure` may have.
std::vector<std::string> outcome_measures(const Parameters& parameters);

/// The scenario with the arms that an outcome needs, to the end of its year.
Scenario only_for(const Outcome& outcome, const Scenario& scenario);

/// The outcome of one replicate of such a scenario.
double outcome_of(const Outcome& outcome,
                  const Scenario& scenario,
                  const Place& place,
                  std::uint32_t replicate,
                  const std::function<void()>& month_done = {});

/// The mean of a measure over the months of a year.
double mean_over_year(const Trajectory& lived,
                      const Parameters& parameters,
                      const std::string& measure,
                      std::int32_t year);

}  // namespace foothold
