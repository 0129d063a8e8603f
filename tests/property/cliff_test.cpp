// A cliff study lives the same lives as studies of single lengths would.
#include "sim/appraisal/cliff_study.hpp"
#include "tests/property/town.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

Scenario asked_about(std::uint64_t seed) {
    Scenario it = lively_scenario(seed);
    it.settings.horizon = 48;
    return it;
}

std::size_t arm_of(const Scenario& study, const std::string& name) {
    std::size_t arm = 0;
    while (study.arms.items.at(arm).name != name) {
        ++arm;
    }
    return arm;
}

/// All that is measured. Digests hold the number of the programme in its study, so they differ.
bool same_lives(const Trajectory& a, const Trajectory& b) {
    return a.places == b.places && a.programmes == b.programmes;
}

/// The first times of every measure.
std::vector<std::vector<std::int64_t>> until(const Trajectory& lived, std::size_t end) {
    const std::size_t times = lived.digest.size();
    std::vector<std::vector<std::int64_t>> values;
    for (const auto* table : {&lived.places, &lived.programmes}) {
        for (const auto& row : *table) {
            const auto each = row.size() / times * end;
            values.emplace_back(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(each));
        }
    }
    return values;
}

TEST(CliffStudy, gives_bit_for_bit_what_each_length_gives_by_itself) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 20 + dice.below(60));
        const Scenario scenario = asked_about(seed);
        const Scenario study = cliff_study(scenario, {"help", 6, 18, 6, 15, 12, seed % 2 == 0});
        const Replicate together = Simulation{study, town, 0}.run();
        for (const std::int32_t months : {6, 12, 15, 18}) {
            Scenario alone = scenario;
            const Programme own = scenario.programmes.items[0];
            alone.programmes.items = {at_length(own, months, seed % 2 == 0)};
            alone.arms.items = {scenario.arms.items[0], {"help", "", {"help"}}};
            const Replicate single = Simulation{alone, town, 0}.run();
            const std::size_t arm = arm_of(study, arm_of_length(months));
            ASSERT_TRUE(same_lives(together.arms[arm], single.arms[1]))
                << "seed " << seed << ", " << months;
            ASSERT_EQ(together.arms[0], single.arms[0]);
        }
    }
}

TEST(CliffStudy, changes_one_thing_from_arm_to_arm_and_each_has_an_effect_somewhere) {
    std::vector<int> differ(4, 0);
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 60);
        const Scenario study = cliff_study(asked_about(seed), {"help", 15, 15, 1, 15, 12, false});
        const Replicate lived = Simulation{study, town, 0}.run();
        const std::vector<std::string> chain{
            "goes_on", "run_off", "run_off_notice", "cut_no_relapse", "months_15"};
        for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
            const Trajectory& a = lived.arms[arm_of(study, chain[i])];
            const Trajectory& b = lived.arms[arm_of(study, chain[i + 1])];
            differ[i] += !same_lives(a, b);
            // Nothing differs before the programme first feels that its money ends: in month 9 of
            // 15 at the latest, with six months of notice.
            ASSERT_EQ(until(a, 9), until(b, 9)) << chain[i];
        }
        ASSERT_EQ(until(lived.arms[arm_of(study, "cut_no_relapse")], 16),
                  until(lived.arms[arm_of(study, "months_15")], 16))
            << "the same until the cut";
    }
    for (const int seeds : differ) {
        EXPECT_GT(seeds, 0);
    }
}

}  // namespace
}  // namespace foothold
