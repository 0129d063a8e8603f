#include "sim/phases/race.hpp"
#include "sim/policy/training_rules.hpp"
#include "tests/unit/small_race.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

constexpr std::uint32_t clients = 2000;

/// A course of three months to level 2, on which everybody who needs it is sent at once.
Training course() {
    Training it;
    it.starts = 1.0;
    it.months = 3;
    it.completes = 1.0;
    it.barrier = "strain";
    it.below = 2;
    it.level = 2;
    it.cost = 800.0;
    it.lock_in = 0.0;
    return it;
}

Scenario with_course(const Training& training) {
    Scenario it = plain_scenario();
    it.programmes.items = {plain_programme()};
    it.programmes.items[0].offer.training = training;
    it.programmes.items[0].funding.per_month = 1e7;
    it.programmes.items[0].staffing.caseload = clients;
    return it;
}

/// Clients of one advocate from month 0.
struct Classroom {
    Scenario scenario;
    MonthRules rules{scenario};
    SmallWorld small{scenario};

    Classroom(Scenario from, std::uint32_t people, const Resident& each)
        : scenario{std::move(from)} {
        small.start(0);
        const PersonId first = small.add_singles(people, each);
        for (std::uint32_t i = 0; i < people; ++i) {
            small.support({first.row + i}, 0);
        }
    }

    World& world() { return small.world; }

    const Case& first_case() { return world().support.cases[0]; }

    const Spend& spend() { return world().support.programmes[0].spend; }

    void live(Month from, Month to) {
        for (Month month = from; month <= to; ++month) {
            advocacy(small.world, rules.in(month));
        }
    }

    std::uint32_t completed() {
        std::uint32_t sum = 0;
        for (const Case& each : world().support.cases) {
            sum += each.completed;
        }
        return sum;
    }
};

constexpr Resident unskilled{
    .activity = Activity::inactive, .barriers = strain, .qualification = 0};

TEST(Training, raises_the_level_lifts_the_barrier_and_costs_what_it_says) {
    Classroom it{with_course(course()), 2, unskilled};
    it.live(0, 2);
    EXPECT_TRUE(in_course(it.world(), {0}));
    EXPECT_EQ(it.world().people.qualification[{0}], 0);
    EXPECT_EQ(it.spend().training, 2 * 80'000);
    EXPECT_EQ(it.spend().total(), 2 * 80'000) << "it is in what the funder pays";
    it.live(3, 6);
    EXPECT_EQ(it.first_case().course_ended, 3);
    EXPECT_FALSE(in_course(it.world(), {0}));
    EXPECT_TRUE(has_completed_course(it.world(), {0}));
    EXPECT_EQ(it.world().people.qualification[{0}], 2);
    EXPECT_EQ(it.world().people.barriers[{0}], 0);
    EXPECT_EQ(it.world().people.recovered[{0}][1], 3);
    EXPECT_EQ(it.first_case().resolved, 1);
    EXPECT_EQ(it.spend().training, 2 * 80'000) << "nobody goes twice";
}

TEST(Training, is_begun_and_completed_with_the_chances_given) {
    Training training = course();
    training.starts = 0.3;
    training.completes = 0.6;
    Classroom it{with_course(training), clients, unskilled};
    it.live(0, 0);
    const auto near = [](double seen, double share, double of) {
        EXPECT_NEAR(seen, of * share, 4.0 * std::sqrt(of * share * (1.0 - share)));
    };
    const double begun = static_cast<double>(it.spend().training) / 80'000.0;
    near(begun, 0.3, clients);
    it.live(3, 3);
    near(it.completed(), 0.6, begun);
    std::uint32_t level_2 = 0;
    for (std::uint32_t row = 0; row < clients; ++row) {
        level_2 += it.world().people.qualification[{row}] == 2;
    }
    EXPECT_EQ(level_2, it.completed());
}

TEST(Training, gives_a_level_that_counts_to_the_share_who_get_its_worth) {
    const auto lived = [](double worth) {
        Training training = course();
        training.completes = 0.8;
        training.worth = worth;
        Classroom it{with_course(training), clients, unskilled};
        it.live(0, 3);
        std::vector<bool> raised;
        for (std::uint32_t row = 0; row < clients; ++row) {
            const bool completed = it.world().support.cases[row].completed != 0;
            raised.push_back(it.world().people.qualification[{row}] == 2);
            EXPECT_EQ(it.world().people.barriers[{row}] == 0, completed);
            EXPECT_LE(raised.back(), completed);
        }
        return raised;
    };
    const std::vector<bool> none = lived(0.0);
    const std::vector<bool> some = lived(0.4);
    const std::vector<bool> all = lived(1.0);
    EXPECT_EQ(std::count(none.begin(), none.end(), true), 0);
    const double expected = clients * 0.8 * 0.4;
    EXPECT_NEAR(static_cast<double>(std::count(some.begin(), some.end(), true)),
                expected,
                4.0 * std::sqrt(expected * (1.0 - 0.8 * 0.4)));
    for (std::size_t row = 0; row < clients; ++row) {
        EXPECT_LE(some[row], all[row]);
    }
}

TEST(Training, is_for_those_with_the_barrier_or_below_the_level_and_lowers_nobody) {
    const auto begun = [](const Resident& each) {
        Classroom it{with_course(course()), 1, each};
        it.live(0, 3);
        EXPECT_GE(it.world().people.qualification[{0}], each.qualification);
        return it.first_case().course_began == 0;
    };
    EXPECT_TRUE(begun({.activity = Activity::inactive, .qualification = 1}));
    EXPECT_TRUE(begun({.activity = Activity::inactive, .barriers = strain, .qualification = 4}));
    EXPECT_FALSE(begun({.activity = Activity::inactive, .barriers = illness, .qualification = 2}));
    EXPECT_FALSE(begun({.activity = Activity::employed, .qualification = 0}));
}

TEST(Training, of_poor_value_costs_the_same_and_changes_nothing_in_anybody) {
    Training poor = course();
    poor.level = 0;
    Classroom it{with_course(poor), 2, unskilled};
    it.live(0, 3);
    EXPECT_EQ(it.spend().training, 2 * 80'000);
    EXPECT_EQ(it.completed(), 2U);
    EXPECT_EQ(it.world().people.qualification[{0}], 0);
    EXPECT_EQ(it.world().people.barriers[{0}], strain);
    EXPECT_EQ(it.first_case().resolved, 0);
}

TEST(Training, is_not_paid_from_money_that_is_not_there) {
    Scenario scenario = with_course(course());
    scenario.programmes.items[0].funding.per_month = 700.0;
    Classroom it{scenario, 2, unskilled};
    it.live(0, 0);
    EXPECT_EQ(it.spend().training, 0);
    it.live(1, 1);
    EXPECT_EQ(it.spend().training, 80'000) << "1,400 pounds came in so far";
    it.live(2, 2);
    EXPECT_EQ(it.spend().training, 160'000) << "2,100 by then";
}

TEST(Training, does_not_begin_when_the_case_or_the_money_would_end_before) {
    Scenario scenario = with_course(course());
    scenario.programmes.items[0].offer.limit = 6;
    scenario.programmes.items[0].funding.months = 12;
    const auto begins = [&](Month now, Month opened) {
        Classroom it{scenario, 1, unskilled};
        it.world().support.cases[0].opened = opened;
        it.live(now, now);
        return it.first_case().course_began == now;
    };
    EXPECT_TRUE(begins(3, 0));
    EXPECT_FALSE(begins(4, 0)) << "four months and three are more than six";
    EXPECT_TRUE(begins(8, 8)) << "it ends in month 11, the last with money";
    EXPECT_FALSE(begins(9, 9));
}

TEST(Training, is_left_for_work) {
    Classroom it{with_course(course()), 1, unskilled};
    it.live(0, 0);
    it.world().people.activity[{0}] = Activity::employed;
    it.live(1, 3);
    EXPECT_EQ(it.first_case().course_ended, 1);
    EXPECT_EQ(it.completed(), 0U);
    EXPECT_EQ(it.world().people.qualification[{0}], 0);
}

/// Clients hired in a month, of whom all search and apply at the given rate.
double hired(double rate, const Training& training, bool on_it, bool after_it) {
    Scenario scenario = with_course(training);
    scenario.parameters.search.readiness_base = 20.0;
    scenario.parameters.search.applications = rate;
    Classroom it{scenario, clients, {.activity = Activity::searching, .qualification = 0}};
    for (Case& each : it.world().support.cases) {
        each.course_began = on_it || after_it ? Month{0} : never;
        each.course_ended = after_it ? Month{3} : never;
        each.completed = after_it ? 1 : 0;
    }
    it.world().jobs.vacancies[low_paid] = 2 * clients;
    race_for_vacancies(it.world(), it.rules.in(4));
    double sum = 0.0;
    for (const Activity each : it.world().people.activity.values()) {
        sum += each == Activity::employed ? 1.0 : 0.0;
    }
    return sum;
}

TEST(Training, locks_in_while_it_lasts) {
    Training training = course();
    const auto near = [](double seen, double rate) {
        const double share = -std::expm1(-rate);
        EXPECT_NEAR(seen, clients * share, 4.0 * std::sqrt(clients * share * (1.0 - share)));
    };
    EXPECT_EQ(hired(0.5, training, true, false), 0.0);
    training.lock_in = 0.4;
    near(hired(0.5, training, true, false), 0.5 * 0.4);
    near(hired(0.5, training, false, true), 0.5);
    near(hired(0.5, training, false, false), 0.5);
}

TEST(Training, led_by_employers_weighs_with_them_once_it_is_completed) {
    Training training = course();
    training.lock_in = 1.0;
    training.employer_led = std::log(3.0);
    const auto near = [](double seen, double rate) {
        const double share = -std::expm1(-rate);
        EXPECT_NEAR(seen, clients * share, 4.0 * std::sqrt(clients * share * (1.0 - share)));
    };
    near(hired(0.2, training, true, false), 0.2);
    near(hired(0.2, training, false, true), 0.2 * 3.0);
}

TEST(Training, changes_nothing_when_there_is_none) {
    const auto lived = [](const Training& training) {
        Classroom it{with_course(training), 50, unskilled};
        it.live(0, 5);
        return it;
    };
    Training none = course();
    none.months = 0;
    Classroom left_out = lived({});
    Classroom switched_off = lived(none);
    for (Classroom* it : {&left_out, &switched_off}) {
        EXPECT_EQ(it->spend().training, 0);
        EXPECT_EQ(it->world().people.qualification[{0}], 0);
        EXPECT_EQ(it->world().people.barriers[{0}], strain);
        EXPECT_EQ(it->first_case().course_began, never);
    }
}

}  // namespace
}  // namespace foothold
