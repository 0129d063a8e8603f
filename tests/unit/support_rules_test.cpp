#include "sim/policy/support_rules.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace foothold {
namespace {

constexpr CalendarMonth start{2018, 4};

/// Funding for 6 months from June 2018: months 2 to 7; intake stops 2 months before the end.
Programme funded() {
    Programme it = plain_programme();
    it.funding = {{2018, 6}, 6, 1000.0, 2};
    return it;
}

TEST(FundingIn, is_open_from_the_first_to_the_last_funded_month) {
    EXPECT_FALSE(funding_in(funded(), start, 1).funded);
    EXPECT_TRUE(funding_in(funded(), start, 2).funded);
    EXPECT_TRUE(funding_in(funded(), start, 7).funded);
    EXPECT_FALSE(funding_in(funded(), start, 8).funded);
}

TEST(FundingIn, takes_nobody_on_in_the_last_months) {
    EXPECT_FALSE(funding_in(funded(), start, 1).intake);
    EXPECT_TRUE(funding_in(funded(), start, 2).intake);
    EXPECT_TRUE(funding_in(funded(), start, 5).intake);
    EXPECT_FALSE(funding_in(funded(), start, 6).intake);
    EXPECT_FALSE(funding_in(funded(), start, 8).intake);
}

TEST(FundingIn, ends_once_in_the_month_after_the_last) {
    for (Month month = 0; month < 24; ++month) {
        EXPECT_EQ(funding_in(funded(), start, month).ended_now, month == 8) << month;
    }
    Programme none = funded();
    none.funding.months = 0;
    for (Month month = 0; month < 24; ++month) {
        EXPECT_FALSE(funding_in(none, start, month).ended_now);
        EXPECT_FALSE(funding_in(none, start, month).funded);
    }
}

TEST(FundingIn, counts_months_of_funding_and_months_left) {
    EXPECT_EQ(funding_in(funded(), start, 1).month_of_funding, -1);
    EXPECT_EQ(funding_in(funded(), start, 2).month_of_funding, 0);
    EXPECT_EQ(funding_in(funded(), start, 7).month_of_funding, 5);
    EXPECT_EQ(funding_in(funded(), start, 2).months_left, 5);
    EXPECT_EQ(funding_in(funded(), start, 7).months_left, 0);
    EXPECT_EQ(funding_in(funded(), start, 8).months_left, 0);
}

TEST(FundingIn, knows_each_of_several_periods_by_itself) {
    Programme it = funded();  // months 2 to 7
    it.funding.further_periods = {{{2019, 1}, 3, 500.0}, {{2019, 6}, 2, 700.0}};
    for (Month month = 0; month < 24; ++month) {
        const FundingState state = funding_in(it, start, month);
        const bool first = month >= 2 && month <= 7;
        const bool second = month >= 9 && month <= 11;
        const bool third = month >= 14 && month <= 15;
        EXPECT_EQ(state.funded, first || second || third) << month;
        EXPECT_EQ(state.intake, (month >= 2 && month <= 5) || month == 9) << month;
        EXPECT_EQ(state.ended_now, month == 8 || month == 12 || month == 16) << month;
        EXPECT_EQ(state.month_of_funding == 0, month == 2 || month == 9 || month == 14) << month;
    }
    const FundingState last = funding_in(it, start, 15);
    EXPECT_EQ(last.month_of_funding, 1);
    EXPECT_EQ(last.months_left, 0);
    EXPECT_EQ(last.per_month, 700.0);
    EXPECT_EQ(last.money, 1400.0) << "money of an earlier period went back";
    EXPECT_EQ(funding_in(it, start, 12).money, 0.0);
}

/// Salaries of 24,000 and 36,000; with on-costs and management 2,750 and 4,125 a month; premises
/// 250.
Staffing priced() {
    Staffing it;
    it.advocates = 4;
    it.senior_advocates = 1;
    it.salary = 24'000.0;
    it.senior_salary = 36'000.0;
    it.on_costs = 0.25;
    it.management = 0.1;
    it.premises = 3'000.0;
    return it;
}

TEST(PostsCovered, are_those_that_the_months_money_pays_in_full_senior_ones_first) {
    const auto covered = [](double per_month) {
        const Posts posts = posts_covered(priced(), per_month);
        return std::pair{posts.senior, posts.other};
    };
    EXPECT_EQ(covered(1e6), (std::pair{1, 4})) << "no more than there are";
    EXPECT_EQ(covered(4'375.0 + 4 * 3'000.0), (std::pair{1, 4}));
    EXPECT_EQ(covered(4'375.0 + 4 * 3'000.0 - 0.01), (std::pair{1, 3}));
    EXPECT_EQ(covered(4'375.0), (std::pair{1, 0}));
    EXPECT_EQ(covered(4'000.0), (std::pair{0, 1})) << "not enough for a senior one";
    EXPECT_EQ(covered(0.0), (std::pair{0, 0}));
    for (const double money : {0.0, 2'999.0, 3'000.0, 7'500.0, 12'345.67, 50'000.0}) {
        const Posts posts = posts_covered(priced(), money);
        EXPECT_LE(static_cast<double>(monthly_cost(priced(), posts, posts).total()), money * 100.0);
    }
}

TEST(AreaOf, is_the_worst_share_by_employment_deprivation) {
    Geography g;
    g.neighbourhoods = 4;
    g.by_employment_deprivation = {2, 0, 3, 1};
    const AreaCodes codes{{"a", "b", "c", "d"}, {"M", "N", "N", "O"}, {"X", "X", "Y", "Y"}};
    Programme it = plain_programme();
    using Area = std::vector<std::uint8_t>;
    EXPECT_EQ(area_of(it, g, codes), (Area{1, 1, 1, 1}));
    it.area.worst_share = 0.5;
    EXPECT_EQ(area_of(it, g, codes), (Area{1, 0, 1, 0}));
    it.area.authorities = {"Y"};
    EXPECT_EQ(area_of(it, g, codes), (Area{0, 0, 1, 0}));
    it.area.worst_share = 1.0;
    it.area.neighbourhoods = {"b", "d"};
    EXPECT_EQ(area_of(it, g, codes), (Area{0, 0, 0, 1}));
}

TEST(AreaOf, is_every_neighbourhood_of_the_zones_named) {
    Geography g;
    g.neighbourhoods = 4;
    g.by_employment_deprivation = {2, 0, 3, 1};
    const AreaCodes codes{{"a", "b", "c", "d"}, {"M", "N", "N", "O"}, {"X", "X", "Y", "Y"}};
    Programme it = plain_programme();
    using Area = std::vector<std::uint8_t>;
    it.area.zones = {"N", "O"};
    EXPECT_EQ(area_of(it, g, codes), (Area{0, 1, 1, 1}));
    it.area.authorities = {"Y"};
    EXPECT_EQ(area_of(it, g, codes), (Area{0, 0, 1, 1})) << "both must hold";
    it.area.worst_share = 0.5;
    EXPECT_EQ(area_of(it, g, codes), (Area{0, 0, 1, 0}));
}

/// Whether one resident of a household of their own may join.
bool may_join(const Programme& programme, const Resident& who, BarrierSet shared = 0) {
    SmallWorld small{plain_scenario()};
    small.add(0, {who}, shared);
    return is_eligible(small.world, programme, {1, 1}, {0}, 0);
}

TEST(IsEligible, asks_for_somebody_out_of_work) {
    const Programme it = plain_programme();
    EXPECT_TRUE(may_join(it, {.activity = Activity::searching}));
    EXPECT_TRUE(may_join(it, {.activity = Activity::inactive}));
    EXPECT_TRUE(may_join(it, {.activity = Activity::sick}));
    EXPECT_FALSE(may_join(it, {.activity = Activity::retired}));
    EXPECT_FALSE(may_join(it, {.activity = Activity::employed}));
    EXPECT_FALSE(may_join(it, {.activity = Activity::student}));
    EXPECT_FALSE(may_join(it, {.activity = Activity::child, .age = 10}));
    EXPECT_FALSE(may_join(it, {.activity = Activity::aged_out, .age = 70}));
}

TEST(IsEligible, takes_workers_below_the_secure_tier_where_the_rules_say_so) {
    Programme it = plain_programme();
    it.eligibility.in_work_too = true;
    it.eligibility.months_out_of_work_at_least = 12.0;
    EXPECT_TRUE(may_join(it, {.activity = Activity::employed, .tier = 0}));
    EXPECT_TRUE(may_join(it, {.activity = Activity::employed, .tier = 1}));
    EXPECT_FALSE(may_join(it, {.activity = Activity::employed, .tier = 2}));
}

TEST(IsEligible, counts_a_year_of_age_from_birthday_to_birthday) {
    Programme it = plain_programme();
    it.eligibility.age_from = 18.0;
    it.eligibility.age_to = 24.0;
    SmallWorld small{plain_scenario()};
    const PersonId p = small.add_singles(1, {.activity = Activity::searching});
    const auto at_age = [&](int months) {
        small.world.people.birth[p] = static_cast<Month>(-months);
        return is_eligible(small.world, it, {1, 1}, p, 0);
    };
    EXPECT_FALSE(at_age(18 * 12 - 1));
    EXPECT_TRUE(at_age(18 * 12));
    EXPECT_TRUE(at_age(25 * 12 - 1)) << "24 until the 25th birthday";
    EXPECT_FALSE(at_age(25 * 12));
}

TEST(IsEligible, counts_own_and_shared_barriers) {
    Programme it = plain_programme();
    it.eligibility.barriers_at_least = 2;
    EXPECT_FALSE(may_join(it, {.activity = Activity::searching}));
    EXPECT_FALSE(may_join(it, {.activity = Activity::searching, .barriers = illness}));
    EXPECT_TRUE(may_join(it, {.activity = Activity::searching, .barriers = illness | strain}));
    EXPECT_TRUE(may_join(it, {.activity = Activity::searching, .barriers = illness}, debt));
}

TEST(IsEligible, asks_for_time_out_of_work) {
    Programme it = plain_programme();
    it.eligibility.months_out_of_work_at_least = 12.0;
    EXPECT_FALSE(may_join(it, {.activity = Activity::searching, .months = 11}));
    EXPECT_TRUE(may_join(it, {.activity = Activity::searching, .months = 12}));
}

TEST(IsEligible, asks_for_another_member_out_of_work) {
    Programme it = plain_programme();
    it.eligibility.other_member_out_of_work = true;
    const Resident out{.activity = Activity::searching};
    const auto with = [&](std::vector<Resident> others) {
        SmallWorld small{plain_scenario()};
        others.insert(others.begin(), out);
        small.add(0, others);
        return is_eligible(small.world, it, {1, 1}, {0}, 0);
    };
    EXPECT_FALSE(with({})) << "oneself does not count";
    EXPECT_FALSE(with({{.activity = Activity::employed}}));
    EXPECT_FALSE(with({{.activity = Activity::child, .age = 10}}));
    EXPECT_FALSE(with({{.activity = Activity::student}}));
    EXPECT_TRUE(with({{.activity = Activity::employed}, {.activity = Activity::inactive}}));
    EXPECT_TRUE(with({out}));
}

TEST(IsEligible, asks_for_a_home_in_the_area) {
    const Programme it = plain_programme();
    SmallWorld small{plain_scenario()};
    small.add(1, {{.activity = Activity::searching}});
    EXPECT_FALSE(is_eligible(small.world, it, {1, 0}, {0}, 0));
    EXPECT_TRUE(is_eligible(small.world, it, {0, 1}, {0}, 0));
}

TEST(AddressOf, is_the_published_hash_with_room_for_sub_addresses) {
    // FNV-1a, 32 bits: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968
    EXPECT_EQ(address_of(""), 0x811c9d00U);
    EXPECT_EQ(address_of("a"), 0xe40c2900U);
    EXPECT_EQ(address_of("foobar"), 0xbf9cf900U);
}

TEST(AddressOf, keeps_programmes_apart) {
    std::set<std::uint32_t> seen;
    for (const char* name : {"households_into_work",
                             "connecting_communities",
                             "youth_employment_gateway",
                             "city_strategy",
                             "local_jobs",
                             "help"}) {
        EXPECT_TRUE(seen.insert(address_of(name)).second) << name;
    }
}

}  // namespace
}  // namespace foothold
