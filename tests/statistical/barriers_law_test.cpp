#include "tests/property/town.hpp"
#include "tests/statistical/statistics.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr std::uint32_t many = 40'000;

/// People in a world where illness comes and goes at constant hazards.
struct Clinic {
    Scenario scenario = plain_scenario();
    double onset;

    Clinic(double onset_hazard, double recovery, double relapse) : onset{onset_hazard} {
        scenario.parameters.barriers.items[0].recovery = recovery;
        scenario.parameters.barriers.items[0].relapse = relapse;
    }

    SmallWorld open(BarrierSet present) const {
        SmallWorld small{scenario};
        small.reference->onset[0] = onset;
        small.add_singles(many, {.barriers = present});
        return small;
    }
};

double ill(const World& world) {
    double count = 0.0;
    for (const BarrierSet set : world.people.barriers.values()) {
        count += (set & illness) != 0;
    }
    return count;
}

TEST(BarriersLaw, spells_under_a_constant_hazard_are_geometric) {
    constexpr double recovery = 0.08;
    const Clinic clinic{0.0, recovery, 0.0};
    const MonthRules rules{clinic.scenario};
    SmallWorld small = clinic.open(illness);
    std::vector<double> found;
    std::vector<double> expected;
    double left = many;
    for (Month month = 0; month < 36; ++month) {
        barriers(small.world, rules.in(month));
        const double still = ill(small.world);
        found.push_back(left - still);
        expected.push_back(many * std::exp(-recovery * month) * -std::expm1(-recovery));
        left = still;
    }
    found.push_back(left);
    expected.push_back(many * std::exp(-recovery * 36));
    EXPECT_LT(std::abs(z_of(found, expected)), furthest);
}

TEST(BarriersLaw, two_constant_hazards_lead_to_the_stationary_share) {
    constexpr double onset = 0.05;
    constexpr double recovery = 0.15;
    const Clinic clinic{onset, recovery, 0.0};
    const MonthRules rules{clinic.scenario};
    SmallWorld small = clinic.open(0);
    const double comes = -std::expm1(-onset);
    const double goes = -std::expm1(-recovery);
    const double share = comes / (comes + goes);
    for (Month month = 0; month < 80; ++month) {
        barriers(small.world, rules.in(month));
        // From nobody: the share approaches its limit by a factor (1 - comes - goes) a month.
        const double expected = share * (1.0 - std::pow(1.0 - comes - goes, month + 1));
        if (month % 8 == 7) {
            EXPECT_LT(std::abs(z_of(ill(small.world), many, expected)), furthest) << month;
        }
    }
}

TEST(BarriersLaw, spells_of_which_some_are_chronic_end_as_a_mixture) {
    constexpr double recovery = 0.1;
    constexpr double share = 0.3;
    constexpr double slower = 0.1;
    Clinic clinic{100.0, recovery, 0.0};
    clinic.scenario.parameters.barriers.items[0].chronic = share;
    clinic.scenario.parameters.barrier_dynamics.chronic_recovery = slower;
    const MonthRules rules{clinic.scenario};
    SmallWorld small = clinic.open(0);
    barriers(small.world, rules.in(0));  // everybody falls ill
    small.reference->onset[0] = 0.0;
    for (Month month = 1; month <= 60; ++month) {
        barriers(small.world, rules.in(month));
        const double expected = (1.0 - share) * std::exp(-recovery * month)
                                + share * std::exp(-recovery * slower * month);
        EXPECT_LT(std::abs(z_of(ill(small.world), many, expected)), furthest) << month;
    }
}

/// Monthly hazard of illness in one group of people, from how many it struck in a month.
double struck(const Clinic& clinic, const Resident& each) {
    SmallWorld small{clinic.scenario};
    small.reference->onset[0] = clinic.onset;
    small.add_singles(many, each);
    barriers(small.world, MonthRules{clinic.scenario}.in(0));
    return -std::log1p(-ill(small.world) / many);
}

TEST(BarriersLaw, a_job_lost_or_found_multiplies_onset_by_its_hazard_ratio) {
    constexpr double onset = 0.05;
    Clinic clinic{onset, 0.0, 0.0};
    clinic.scenario.parameters.barriers.items[0].after_job_loss = 2.18;
    clinic.scenario.parameters.barriers.items[0].after_job_entry = 0.70;
    const double settled = struck(clinic, {.months = 24});
    const double lost = struck(clinic, {.activity = Activity::searching, .months = 6});
    const double found = struck(clinic, {.months = 6});
    // The standard error of a log hazard is about 1 / sqrt(events); the same luck is in all three.
    EXPECT_NEAR(std::log(settled), std::log(onset), furthest / std::sqrt(many * onset));
    EXPECT_NEAR(std::log(lost / settled), std::log(2.18), furthest / std::sqrt(many * onset));
    EXPECT_NEAR(
        std::log(found / settled), std::log(0.70), furthest / std::sqrt(many * onset * 0.7));
}

TEST(BarriersLaw, switches_leave_onset_as_it_is_for_people_without_a_past_or_others) {
    Clinic clinic{0.05, 0.0, 4.0};
    clinic.scenario.parameters.barriers.items[0].spill_over = 3.0;
    clinic.scenario.parameters.mechanisms.relapse = false;
    clinic.scenario.parameters.mechanisms.spill_over = false;
    SmallWorld small{clinic.scenario};
    small.reference->onset[0] = clinic.onset;
    for (std::uint32_t h = 0; h < many; ++h) {
        const HouseholdId id = small.add(0, {{}, {.barriers = strain}});
        small.world.people.recovered[small.world.households.first[id]][0] = 0;
    }
    barriers(small.world, MonthRules{clinic.scenario}.in(1));
    EXPECT_LT(std::abs(z_of(ill(small.world), 2.0 * many, -std::expm1(-clinic.onset))), furthest);
}

TEST(BarriersLaw, relapse_adds_up_as_its_fading_hazard_says) {
    constexpr double onset = 0.006;
    constexpr double relapse = 4.0;
    const Clinic clinic{onset, 0.0, relapse};
    const MonthRules rules{clinic.scenario};
    SmallWorld small = clinic.open(0);
    for (Recoveries& each : small.world.people.recovered.values()) {
        each[0] = 0;
    }
    double hazard = 0.0;  // up to now
    for (Month month = 1; month <= 60; ++month) {
        barriers(small.world, rules.in(month));
        hazard += onset * (1.0 + relapse * std::exp(-month / 12.0));
        if (month == 6 || month == 12 || month == 24 || month == 60) {
            EXPECT_LT(std::abs(z_of(ill(small.world), many, -std::expm1(-hazard))), furthest)
                << "month " << month;
        }
    }
}

TEST(BarriersLaw, prevalence_stays_where_the_place_was_found) {
    Scenario scenario = plain_scenario();
    Barrier& barrier = scenario.parameters.barriers.items[0];
    barrier.prevalence = 0.2;
    barrier.recovery = 0.02;
    barrier.domain_loading = 0.3;
    Dice dice{1};
    const Place town = any_town(dice, 2500);
    const MonthRules rules{scenario};
    scenario.settings.burn_in = 0;
    World world = Simulation{scenario, town, 0}.burned_in();
    double people = 0.0;
    for (const Activity activity : world.people.activity.values()) {
        people += is_working_age(activity);
    }
    EXPECT_EQ(ill(world), std::round(0.2 * people)) << "exact at the opening";
    const double error = std::sqrt(0.2 * 0.8 / people);
    for (Month month = 0; month < 120; ++month) {
        barriers(world, rules.in(month));
        EXPECT_LT(std::abs(ill(world) / people - 0.2), 4.0 * error) << "month " << month;
    }
}

TEST(BarriersLaw,
     prevalence_stays_where_it_was_found_with_relapse_chronic_spells_and_others_to_slow_it) {
    Scenario scenario = plain_scenario();
    for (Barrier& each : scenario.parameters.barriers.items) {
        each.prevalence = 0.15;
        each.recovery = 0.02;
    }
    scenario.parameters.barriers.items[0].relapse = 3.0;
    scenario.parameters.barriers.items[0].raised_by = {{"strain"}, {1.5}};
    scenario.parameters.barriers.items[0].slowed_by = {{"strain"}, {0.7}};
    scenario.parameters.barriers.items[0].chronic = 0.2;
    scenario.parameters.barrier_dynamics.chronic_recovery = 0.2;
    Dice dice{2};
    const Place town = any_town(dice, 2500);
    const MonthRules rules{scenario};
    scenario.settings.burn_in = 0;
    World world = Simulation{scenario, town, 0}.burned_in();
    const double before = ill(world);
    for (Month month = 0; month < 24; ++month) {
        barriers(world, rules.in(month));
    }
    const double people = before / 0.15;
    EXPECT_NEAR(ill(world) / people, 0.15, 4.0 * std::sqrt(0.15 * 0.85 / people));
}

}  // namespace
}  // namespace foothold
