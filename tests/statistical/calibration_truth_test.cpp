// Does calibration find parameters that are known, because the model itself made the targets?
#include "sim/experiments/calibration.hpp"
#include "sim/experiments/thin.hpp"
#include "sim/io/scenario_file.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <mutex>

namespace foothold {
namespace {

/// A third of the town, watched for two and a half years. Three of the parameters stand behind one
/// flow each, and what is watched must tell them; the intensity of the inactive it hardly can,
/// since the burn-in settles how many of them find work. It must be covered all the same.
class SmallTown {
  public:
    SmallTown()
        : loaded_{load_scenario("scenarios/demonstration-town.yaml",
                                {"settings.burn_in=12", "settings.horizon=30"})},
          place_{thin(place_of(loaded_), 3)} {}

    const std::vector<Knob>& knobs() const { return knobs_; }

    /// What is watched: the same run is made once only.
    Model model() {
        return [this](const Point& point, std::uint32_t luck) {
            {
                const std::lock_guard mine{turn_};
                if (const auto known = known_.find({point, luck}); known != known_.end()) {
                    return known->second;
                }
            }
            std::vector<double> seen =
                labour_market(turned(loaded_.scenario, knobs_, point), place_, luck);
            const std::lock_guard mine{turn_};
            return known_[{point, luck}] = std::move(seen);
        };
    }

  private:
    LoadedScenario loaded_;
    Place place_;
    std::vector<Knob> knobs_{{"search.give_up", 0.1, 0.6},
                             {"work.separation[0]", 0.005, 0.03},
                             {"search.inactive_intensity", 0.1, 1.0},
                             {"work.to_inactivity", 0.3, 0.75}};
    std::map<std::pair<Point, std::uint32_t>, std::vector<double>> known_;
    std::mutex turn_;
};

const std::vector<std::string> watched{"unemployed_to_employed",
                                       "unemployed_to_inactive",
                                       "employed_to_unemployed",
                                       "employed_to_inactive",
                                       "inactive_to_employed",
                                       "inactive_to_unemployed",
                                       "back_out_within_6_months",
                                       "survives_13_to_26_weeks"};

std::vector<std::size_t> places_of(const std::vector<std::string>& names) {
    const std::vector<std::string> all = labour_statistics();
    std::vector<std::size_t> places;
    for (const std::string& name : names) {
        places.push_back(
            static_cast<std::size_t>(std::find(all.begin(), all.end(), name) - all.begin()));
    }
    return places;
}

/// How far luck alone moves each statistic: standard deviation over replicates at the centre.
std::vector<double> luck_of(const Model& model, std::size_t dimensions) {
    constexpr std::size_t replicates = 8;
    const Runs runs = run_all(model, std::vector<Point>(replicates, Point(dimensions, 0.5)), 60000);
    std::vector<double> spread;
    for (std::size_t s = 0; s < runs.outputs.front().size(); ++s) {
        double sum = 0.0;
        double squares = 0.0;
        for (const double value : runs.column(s)) {
            sum += value;
            squares += value * value;
        }
        const double mean = sum / replicates;
        spread.push_back(std::sqrt((squares - replicates * mean * mean) / (replicates - 1)));
    }
    return spread;
}

TEST(SimulatedTruth, is_covered_by_the_ensemble) {
    SmallTown town;
    const Model model = town.model();
    const std::size_t dimensions = town.knobs().size();
    const std::vector<std::size_t> places = places_of(watched);
    const std::vector<double> luck = luck_of(model, dimensions);
    const std::vector<Point> truths{{0.2, 0.3, 0.7, 0.4},
                                    {0.8, 0.6, 0.2, 0.7},
                                    {0.4, 0.8, 0.5, 0.2},
                                    {0.6, 0.2, 0.9, 0.9},
                                    {0.3, 0.5, 0.3, 0.6}};
    int covered = 0;
    std::vector<double> learnt(dimensions, 0.0);
    for (std::size_t i = 0; i < truths.size(); ++i) {
        const std::vector<double> seen =
            model(truths[i], static_cast<std::uint32_t>(50000 + i));  // luck that no run has
        std::vector<Target> targets;
        for (const std::size_t place : places) {
            targets.push_back({"", seen[place], luck[place], true, ""});
        }
        const Calibration found = calibrate(
            *foothold_toolbox(), dimensions, targets, places, model, {80, 1, 2, {1024, 20, i}});
        for (std::size_t d = 0; d < dimensions; ++d) {
            const Knowledge known = knowledge_of(found.posterior.particles, d);
            const bool inside = known.low <= truths[i][d] && truths[i][d] <= known.high;
            covered += inside ? 1 : 0;
            learnt[d] += known.learnt / static_cast<double>(truths.size());
        }
    }
    // Twenty truths, each inside its 95 % interval with at least 95 %: fewer than 16 would happen
    // once in 400 times.
    EXPECT_GE(covered, 16);
    // And the intervals of those that can be told are not wide enough for anything.
    EXPECT_GT(learnt[0], 0.25) << town.knobs()[0].path;
    EXPECT_GT(learnt[1], 0.25) << town.knobs()[1].path;
    EXPECT_GT(learnt[3], 0.25) << town.knobs()[3].path;
    RecordProperty("covered", covered);
    for (std::size_t d = 0; d < dimensions; ++d) {
        RecordProperty("learnt_" + town.knobs()[d].path, std::to_string(learnt[d]));
    }
}

}  // namespace
}  // namespace foothold
