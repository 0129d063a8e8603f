#include "sim/measures/catalogue.hpp"
#include "sim/phases/race.hpp"
#include "tests/property/town.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <map>

namespace foothold {
namespace {

TEST(PairedLuck, lets_nobody_lose_an_application_when_a_barrier_is_lifted) {
    int gained = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 20 + dice.below(80));
        const Scenario scenario = lively_scenario(seed);
        const MonthRules rules{scenario};
        World world = Simulation{scenario, town, 0}.burned_in();
        // Vacancies enough for everybody, so that nobody is in another's way.
        std::fill(world.jobs.vacancies.begin(), world.jobs.vacancies.end(), 10'000);
        std::fill(world.jobs.hires.begin(), world.jobs.hires.end(), 0);
        World lifted = world;
        for (auto& set : lifted.people.barriers.values()) {
            set = static_cast<BarrierSet>(set & ~illness);
        }
        race_for_vacancies(world, rules.in(0));
        race_for_vacancies(lifted, rules.in(0));
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const bool before = world.people.activity[{row}] == Activity::employed;
            const bool after = lifted.people.activity[{row}] == Activity::employed;
            ASSERT_TRUE(after || !before) << "seed " << seed << ", person " << row;
            gained += after && !before;
        }
    }
    EXPECT_GT(gained, 10) << "too few gained: little was tested";
}

TEST(Measures, add_up_in_every_month_and_place) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 20 + dice.below(80));
        const Scenario scenario = lively_scenario(seed);
        const Replicate lived = Simulation{scenario, town, 0}.run();
        const std::vector<MeasureInfo> infos = place_measures(scenario.parameters);
        std::map<std::string, std::size_t> column;
        for (std::size_t i = 0; i < infos.size(); ++i) {
            ASSERT_TRUE(column.emplace(infos[i].name, i).second) << infos[i].name << " twice";
        }
        for (const Trajectory& arm : lived.arms) {
            ASSERT_EQ(arm.places.size(), infos.size());
            for (std::size_t cell = 0; cell < arm.places[0].size(); ++cell) {
                const auto sum = [&](std::initializer_list<const char*> names) {
                    std::int64_t total = 0;
                    for (const char* name : names) {
                        total += arm.places[column.at(name)][cell];
                    }
                    return total;
                };
                ASSERT_EQ(sum({"employed", "searching", "inactive", "sick", "retired", "students"}),
                          sum({"people"}));
                ASSERT_EQ(sum({"insecure_jobs", "low_paid_jobs", "secure_jobs"}),
                          sum({"employed"}));
                ASSERT_EQ(sum({"workless_under_1_year",
                               "workless_1_to_2_years",
                               "workless_over_2_years"}),
                          sum({"searching", "inactive", "sick"}));
                ASSERT_EQ(sum({"with_illness", "with_strain", "with_debt"}), sum({"barriers"}));
                ASSERT_LE(sum({"barriers_of_workless"}), sum({"barriers"}));
            }
        }
    }
}

TEST(Measures, of_programmes_add_up_in_every_month) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 20 + dice.below(80));
        const Scenario scenario = lively_scenario(seed);
        const Replicate lived = Simulation{scenario, town, 0}.run();
        const std::vector<MeasureInfo> infos = programme_measures();
        std::map<std::string, std::size_t> column;
        for (std::size_t i = 0; i < infos.size(); ++i) {
            ASSERT_TRUE(column.emplace(infos[i].name, i).second) << infos[i].name << " twice";
        }
        std::int64_t helped = 0;
        for (const Trajectory& arm : lived.arms) {
            for (std::size_t time = 0; time < arm.digest.size(); ++time) {
                const auto sum = [&](std::initializer_list<const char*> names) {
                    std::int64_t total = 0;
                    for (const char* name : names) {
                        total += arm.programmes[column.at(name)][time];
                    }
                    return total;
                };
                ASSERT_EQ(sum({"caseload",
                               "closed_success",
                               "closed_dropped_out",
                               "closed_limit",
                               "closed_moved",
                               "closed_funding_ended"}),
                          sum({"helped", "returned"}));
                ASSERT_EQ(sum({"households_helped", "further_members"}), sum({"helped"}));
                ASSERT_LE(sum({"helped"}), sum({"contacted"}));
                helped += sum({"helped"});
            }
        }
        ASSERT_GT(helped, 0) << "seed " << seed;
    }
}

}  // namespace
}  // namespace foothold
