#include "sim/state/barrier_hazards.hpp"
#include "sim/state/opening.hpp"
#include "tests/property/town.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

struct Spread {
    double mean = 0.0;
    double deviation = 0.0;
};

/// Confidence of people in work, or out of it.
Spread confidence_of(const World& world, bool in_work) {
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint32_t row = 0; row < world.people.size(); ++row) {
        const Activity activity = world.people.activity[{row}];
        if (in_work ? activity == Activity::employed : is_workless(activity)) {
            const double value = static_cast<double>(world.people.confidence[{row}]);
            count += 1.0;
            sum += value;
            squares += value * value;
        }
    }
    const double mean = sum / count;
    return {mean, std::sqrt(squares / count - mean * mean)};
}

TEST(Confidence, tells_those_in_work_from_those_out_of_it_after_ten_years_as_at_the_opening) {
    Dice dice{5};
    const Place town = any_town(dice, 800);
    Scenario scenario = lively_scenario(5);
    scenario.settings.burn_in = 120;
    const auto gap = [](const World& world) {
        return confidence_of(world, true).mean - confidence_of(world, false).mean;
    };
    const World opening = open_world(scenario, town, 0);
    scenario.parameters.casework.confidence_memory = 24.0;
    const World drifting = Simulation{scenario, town, 0}.burned_in({});
    EXPECT_GT(gap(drifting), 0.5 * gap(opening));
    for (const bool in_work : {true, false}) {
        const double before = confidence_of(opening, in_work).deviation;
        EXPECT_NEAR(confidence_of(drifting, in_work).deviation, before, 0.25 * before);
    }
    scenario.parameters.casework.confidence_memory = 1200.0;
    const World fixed = Simulation{scenario, town, 0}.burned_in({});
    EXPECT_LT(gap(fixed), 0.5 * gap(opening)) << "what never changes says less and less";
}

}  // namespace
}  // namespace foothold
