#include "sim/phases/phases.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr std::uint32_t crowd = 1000;

/// A world in which readiness is one half and nobody finds a job.
Scenario undecided(double conditionality) {
    Scenario it = plain_scenario();
    it.parameters.search.applications = 0.0;
    it.parameters.search.conditionality = conditionality;
    it.parameters.search.start_search = 0.2;
    it.parameters.search.give_up = 0.2;
    return it;
}

/// How many of a thousand like `each` search after a month; the same luck in every call.
int searching(const Scenario& scenario, const Resident& each, bool on_universal_credit) {
    SmallWorld small{scenario};
    small.add_singles(crowd, each);
    for (auto& paid : small.world.households.universal_credit.values()) {
        paid = on_universal_credit ? 1 : 0;
    }
    job_search(small.world, MonthRules{scenario}.in(0));
    int sum = 0;
    for (std::uint32_t row = 0; row < crowd; ++row) {
        sum += small.world.people.activity[{row}] == Activity::searching;
    }
    return sum;
}

TEST(JobSearch, is_begun_and_kept_up_more_where_benefits_ask_for_it) {
    const Resident searcher{.activity = Activity::searching};
    const Resident inactive{.activity = Activity::inactive};
    EXPECT_GT(searching(undecided(2.0), searcher, true), searching(undecided(0.0), searcher, true));
    EXPECT_GT(searching(undecided(2.0), inactive, true), searching(undecided(0.0), inactive, true));
    EXPECT_EQ(searching(undecided(50.0), searcher, true), static_cast<int>(crowd));
    EXPECT_EQ(searching(undecided(50.0), inactive, true), static_cast<int>(crowd));
}

TEST(JobSearch, is_not_asked_for_of_those_without_benefits_the_ill_and_carers) {
    constexpr BarrierSet caring = debt;  // the shared barrier that stands for caring here
    const Resident well{.activity = Activity::searching};
    const Resident ill{.activity = Activity::searching, .barriers = illness};
    const Resident carer{.activity = Activity::searching, .barriers = caring};
    EXPECT_EQ(searching(undecided(50.0), well, false), searching(undecided(0.0), well, false));
    EXPECT_EQ(searching(undecided(50.0), ill, true), searching(undecided(0.0), ill, true));
    EXPECT_EQ(searching(undecided(50.0), carer, true), searching(undecided(0.0), carer, true));
    EXPECT_LT(searching(undecided(0.0), well, true), static_cast<int>(crowd));
    const Resident sick{.activity = Activity::sick};  // though no barrier shows
    EXPECT_EQ(searching(undecided(2.0), sick, true), searching(undecided(0.0), sick, true));
}

}  // namespace
}  // namespace foothold
