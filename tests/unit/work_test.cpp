#include "sim/phases/phases.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace foothold {
namespace {

constexpr std::uint32_t workers = 2000;

Scenario ending(double separation) {
    Scenario it = plain_scenario();
    it.parameters.work.separation = {separation, separation, separation};
    return it;
}

/// Which of 2000 workers lose their job in month 0; the same luck in every call.
std::vector<int> who_lose(const Scenario& scenario, const Resident& each) {
    SmallWorld small{scenario};
    small.add_singles(workers, each);
    work(small.world, MonthRules{scenario}.in(0));
    std::vector<int> lose(workers);
    for (std::uint32_t row = 0; row < workers; ++row) {
        lose[row] = small.world.people.activity[{row}] != Activity::employed;
    }
    return lose;
}

int count(const std::vector<int>& lose) {
    int sum = 0;
    for (const int each : lose) {
        sum += each;
    }
    return sum;
}

/// The same people and luck: whoever loses in the safer job loses in the riskier one too.
void expect_riskier(const std::vector<int>& riskier, const std::vector<int>& safer) {
    for (std::uint32_t row = 0; row < workers; ++row) {
        ASSERT_GE(riskier[row], safer[row]) << "worker " << row;
    }
    EXPECT_GT(count(riskier), count(safer));
}

TEST(Work, ends_a_job_at_once_or_never_at_the_extremes) {
    EXPECT_EQ(count(who_lose(ending(0.0), {})), 0);
    EXPECT_EQ(count(who_lose(ending(100.0), {})), static_cast<int>(workers));
    EXPECT_EQ(count(who_lose(ending(100.0), {.months = 0})), 0)
        << "a job that began this month lasts until the next";
}

TEST(Work, ends_fewer_jobs_the_longer_they_have_lasted) {
    Scenario scenario = ending(0.02);
    scenario.parameters.work.new_job_excess = 9.0;
    const auto new_job = who_lose(scenario, {.months = 1});
    const auto half_a_year = who_lose(scenario, {.months = 6});
    const auto two_years = who_lose(scenario, {.months = 24});
    expect_riskier(new_job, half_a_year);
    expect_riskier(half_a_year, two_years);
    EXPECT_EQ(who_lose(scenario, {.months = 200}), who_lose(scenario, {.months = 240}));
}

TEST(Work, ends_insecure_jobs_sooner) {
    Scenario scenario = plain_scenario();
    scenario.parameters.work.separation = {0.10, 0.05, 0.02};
    const auto insecure = who_lose(scenario, {.tier = 0});
    const auto low_paid = who_lose(scenario, {.tier = 1});
    const auto secure = who_lose(scenario, {.tier = 2});
    expect_riskier(insecure, low_paid);
    expect_riskier(low_paid, secure);
}

TEST(Work, ends_jobs_held_against_barriers_sooner) {
    Scenario scenario = ending(0.05);
    scenario.parameters.barriers.items[0].separation = 2.0;
    expect_riskier(who_lose(scenario, {.barriers = illness}), who_lose(scenario, {}));
    EXPECT_EQ(who_lose(scenario, {.barriers = strain}), who_lose(scenario, {}));
}

TEST(Work, ends_fewer_jobs_with_support) {
    Scenario scenario = ending(0.3);
    scenario.programmes.items = {plain_programme()};
    scenario.parameters.work.supported = 0.3;
    SmallWorld small{scenario};
    small.add_singles(workers, {});
    small.start(0);
    for (std::uint32_t row = 0; row < workers; ++row) {
        small.support({row}, 0);
    }
    work(small.world, MonthRules{scenario}.in(0));
    std::vector<int> lose(workers);
    for (std::uint32_t row = 0; row < workers; ++row) {
        lose[row] = small.world.people.activity[{row}] != Activity::employed;
    }
    expect_riskier(who_lose(scenario, {}), lose);
}

TEST(Work, ends_jobs_of_the_young_sooner_until_their_25th_birthday) {
    Scenario scenario = ending(0.05);
    scenario.parameters.work.young = 3.0;
    const auto grown = who_lose(scenario, {.age = 25});
    expect_riskier(who_lose(scenario, {.age = 24}), grown);
    EXPECT_EQ(grown, who_lose(scenario, {.age = 60}));
    scenario.parameters.work.young = 1.0;
    EXPECT_EQ(who_lose(scenario, {.age = 24}), grown);
}

/// 2000 workers of a tier and as many of the tier below, whose qualification is half none and half
/// a degree, after a month in which jobs turned.
class Turned {
  public:
    Turned(double hazard, double per_level) : scenario_{ending(0.0)}, small_{scenario_} {
        scenario_.parameters.work.slipping = hazard;
        scenario_.parameters.work.slipping_per_level = per_level;
        for (const std::uint8_t tier : {std::uint8_t{1}, std::uint8_t{0}}) {
            for (const std::uint8_t level : {std::uint8_t{0}, std::uint8_t{4}}) {
                small_.add_singles(workers / 2, {.tier = tier, .qualification = level});
            }
        }
        work(small_.world, MonthRules{scenario_}.in(0));
    }

    /// Share of a group of 1000 who are now in the worst tier.
    double worst(std::uint32_t group) const {
        double sum = 0;
        for (std::uint32_t i = 0; i < workers / 2; ++i) {
            sum += small_.world.people.job_tier[{group * workers / 2 + i}] == 0;
        }
        return 2.0 * sum / workers;
    }

    static constexpr std::uint32_t better_unqualified = 0;
    static constexpr std::uint32_t better_qualified = 1;
    static constexpr std::uint32_t worse_unqualified = 2;
    static constexpr std::uint32_t worse_qualified = 3;

  private:
    Scenario scenario_;
    SmallWorld small_;
};

TEST(Work, lets_as_many_jobs_turn_better_as_turn_worse) {
    const double error = 4.0 * std::sqrt(2.0 * 0.25 / workers);
    const Turned same{0.3, 0.0};
    EXPECT_NEAR(same.worst(Turned::better_unqualified), 1.0 - std::exp(-0.3), error);
    EXPECT_NEAR(same.worst(Turned::better_qualified), 1.0 - std::exp(-0.3), error);
    EXPECT_NEAR(same.worst(Turned::worse_qualified), std::exp(-0.3), error);
    const Turned other{0.5, 0.4};
    EXPECT_NEAR(other.worst(Turned::better_unqualified), 1.0 - std::exp(-0.5), error);
    EXPECT_NEAR(
        other.worst(Turned::better_qualified), 1.0 - std::exp(-0.5 * std::exp(-1.6)), error);
    EXPECT_GT(other.worst(Turned::worse_unqualified), other.worst(Turned::worse_qualified) + 0.1);
    for (const Turned& it : {same, other}) {
        EXPECT_DOUBLE_EQ(it.worst(0) + it.worst(1) + it.worst(2) + it.worst(3), 2.0);
    }
    const Turned never{0.0, 0.4};
    EXPECT_EQ(never.worst(Turned::better_unqualified), 0.0);
    EXPECT_EQ(never.worst(Turned::worse_qualified), 1.0);
}

TEST(Work, keeps_the_jobs_of_every_zone_and_tier_as_many_when_they_turn) {
    Scenario scenario = ending(0.0);
    scenario.parameters.work.slipping = 1.0;
    SmallWorld small{scenario};
    std::uint32_t row = 0;
    People& people = small.world.people;
    const auto add = [&](std::uint32_t count, std::uint16_t zone, std::uint8_t tier) {
        small.add_singles(count, {.tier = tier});
        for (const std::uint32_t upto = row + count; row < upto; ++row) {
            people.job_zone[{row}] = {zone};
        }
    };
    add(300, 0, 2);
    add(100, 0, 1);
    add(200, 0, 0);
    add(100, 1, 2);
    add(300, 1, 0);  // nobody in the middle: nothing can turn in zone 1
    const std::uint32_t apprentices = row;
    add(100, 0, 0);
    const std::uint32_t fresh = row;
    add(100, 0, 1);
    for (std::uint32_t p = apprentices; p < row; ++p) {
        people.apprentice_until[{p}] = p < fresh ? 24 : never;
        people.job_since[{p}] = p < fresh ? people.job_since[{p}] : 0;
    }
    const auto before = people.job_tier;
    work(small.world, MonthRules{scenario}.in(0));
    std::array<int, 2 * tiers> more{};
    int turned = 0;
    for (std::uint32_t p = 0; p < row; ++p) {
        const bool still = people.job_zone[{p}].row == 1 || p >= apprentices;
        EXPECT_TRUE(!still || people.job_tier[{p}] == before[{p}]) << p;
        turned += people.job_tier[{p}] != before[{p}];
        ++more[people.job_zone[{p}].row * tiers + people.job_tier[{p}]];
        --more[people.job_zone[{p}].row * tiers + before[{p}]];
    }
    EXPECT_EQ(more, (std::array<int, 2 * tiers>{}));
    EXPECT_GT(turned, 50);
}

TEST(Work, lets_jobs_turn_better_in_proportion_to_their_weights) {
    const Turned it{0.05, 0.4};  // few of many rise, so that weights are odds: e^1.6 to 1
    const double qualified = 1.0 - it.worst(Turned::worse_qualified);
    const double unqualified = 1.0 - it.worst(Turned::worse_unqualified);
    const double share = qualified / (qualified + unqualified);
    EXPECT_NEAR(share, 1.0 / (1.0 + std::exp(-1.6)), 4.0 * std::sqrt(0.17 * 0.83 / 55.0));
}

TEST(Work, lets_no_job_slip_where_none_can_rise) {
    Scenario scenario = ending(0.0);
    scenario.parameters.work.slipping = 5.0;
    SmallWorld small{scenario};
    small.add_singles(workers, {.tier = 2});
    work(small.world, MonthRules{scenario}.in(0));
    for (std::uint32_t row = 0; row < workers; ++row) {
        EXPECT_EQ(small.world.people.job_tier[{row}], 2);
        EXPECT_EQ(small.world.people.job_since[{row}], -24);
    }
}

Activity after(double to_inactivity, double to_inactivity_ill, BarrierSet barriers) {
    Scenario scenario = ending(100.0);
    scenario.parameters.work.to_inactivity = to_inactivity;
    scenario.parameters.work.to_inactivity_ill = to_inactivity_ill;
    SmallWorld small{scenario};
    small.add(0, {{.barriers = barriers}});
    work(small.world, MonthRules{scenario}.in(0));
    return small.world.people.activity[{0}];
}

TEST(Work, leads_to_search_or_to_inactivity_by_health) {
    EXPECT_EQ(after(0.0, 1.0, 0), Activity::searching);
    EXPECT_EQ(after(1.0, 0.0, 0), Activity::inactive);
    EXPECT_EQ(after(0.0, 1.0, illness), Activity::sick);
    EXPECT_EQ(after(1.0, 0.0, illness), Activity::searching);
    EXPECT_EQ(after(1.0, 0.0, strain), Activity::inactive) << "strain is no health barrier here";
}

TEST(Work, sends_those_who_had_only_just_found_it_back_to_search) {
    Scenario scenario = ending(100.0);
    scenario.parameters.work.to_inactivity = 0.8;
    scenario.parameters.work.new_job_memory = 10.0;
    const auto search = [&](int months, double still_looking) {
        scenario.parameters.work.still_looking = still_looking;
        SmallWorld small{scenario};
        small.add_singles(workers, {.months = months});
        work(small.world, MonthRules{scenario}.in(0));
        int sum = 0;
        for (std::uint32_t row = 0; row < workers; ++row) {
            sum += small.world.people.activity[{row}] == Activity::searching;
        }
        return sum / static_cast<double>(workers);
    };
    const double error = 4.0 * std::sqrt(0.5 * 0.5 / workers);
    EXPECT_EQ(search(1, 0.0), search(240, 0.0)) << "no matter how new, if it does not count";
    EXPECT_NEAR(search(240, 0.9), 1.0 - 0.8, error) << "settled";
    EXPECT_NEAR(search(10, 0.9), 1.0 - 0.8 * (1.0 - 0.9 * std::exp(-1.0)), error);
    EXPECT_NEAR(search(1, 0.9), 1.0 - 0.8 * (1.0 - 0.9 * std::exp(-0.1)), error);
}

TEST(Work, leaves_no_trace_of_the_job_but_when_it_ended) {
    const Scenario scenario = ending(100.0);
    SmallWorld small{scenario};
    const PersonId p = small.add_singles(1, {});
    work(small.world, MonthRules{scenario}.in(5));
    EXPECT_EQ(small.world.people.since[p], 5);
    EXPECT_EQ(small.world.people.last_job_end[p], 5);
    EXPECT_FALSE(small.world.people.job_zone[p]);
    EXPECT_EQ(small.world.people.job_since[p], never);
}

TEST(Work, ends_more_jobs_where_applications_land_slowly) {
    Scenario scenario = ending(0.05);
    const auto lost = [&](double scale, double place) {
        scenario.parameters.work.place = place;
        SmallWorld small{scenario};
        small.add_singles(workers, {});
        small.world.balance.employed.assign(2, {scale, 0.0, 0.0, 0.0, 0.0});
        work(small.world, MonthRules{scenario}.in(0));
        int sum = 0;
        for (std::uint32_t row = 0; row < workers; ++row) {
            sum += small.world.people.activity[{row}] != Activity::employed;
        }
        return sum / static_cast<double>(workers);
    };
    const double error = 4.0 * std::sqrt(0.1 * 0.9 / workers);
    EXPECT_EQ(lost(0.25, 0.0), lost(1.0, 0.5)) << "no part of it, or nothing to share";
    EXPECT_NEAR(lost(0.25, 0.0), 1.0 - std::exp(-0.05), error);
    EXPECT_NEAR(lost(0.25, 0.5), 1.0 - std::exp(-0.1), error) << "a quarter to the power -1/2";
}

}  // namespace
}  // namespace foothold
