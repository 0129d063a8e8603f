#include "sim/phases/demand.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr std::size_t in_town = 0;            // rows of Jobs: insecure jobs in town,
constexpr std::size_t elsewhere = 1 * tiers;  // and elsewhere

/// A study that starts in April 2018 with 100 jobs of each zone and tier.
struct Market {
    Scenario scenario = plain_scenario();

    Market() { scenario.parameters.labour_demand.layoffs = 0.5; }

    Shock& shock(CalendarMonth from, double months, double fade) {
        Shock it;
        it.name = "shock";
        it.from = from;
        it.months = months;
        it.fade = fade;
        it.ratio = {0.8, 1.0, 1.0};
        it.added = {0.0, 0.0, 0.0};
        scenario.parameters.labour_demand.shocks.items = {it};
        return scenario.parameters.labour_demand.shocks.items.front();
    }

    Jobs in(Month month) const {
        SmallWorld small{scenario};
        small.geography->zone_codes = {"town"};
        Jobs& jobs = small.world.jobs;
        jobs.base.assign(jobs.base.size(), 100.0);
        jobs.wanted = jobs.base;
        jobs.filled.assign(jobs.filled.size(), 90);
        decide_jobs(small.world, MonthRules{scenario}.in(month), {1000, 50});
        return jobs;
    }
};

TEST(Demand, is_cut_by_a_shock_from_its_first_month_and_recovers_as_it_fades) {
    Market market;
    market.shock({2019, 4}, 6.0, 10.0);
    EXPECT_EQ(market.in(11).vacancies[in_town], 10) << "March 2019: not yet";
    EXPECT_EQ(market.in(12).vacancies[in_town], 0) << "80 wanted, 90 held";
    EXPECT_EQ(market.in(17).vacancies[in_town], 0) << "the sixth month in full";
    EXPECT_EQ(market.in(25).vacancies[in_town], 4) << "seven tenths faded: 94 wanted";
    EXPECT_EQ(market.in(28).vacancies[in_town], 10) << "over";
    EXPECT_EQ(market.in(12).vacancies[1], 10) << "another tier is not touched";
}

TEST(Demand, lays_off_a_share_of_what_a_shock_left_unwanted) {
    Market market;
    market.shock({2019, 4}, 6.0, 10.0);
    EXPECT_DOUBLE_EQ(market.in(12).cut[in_town], 0.5 * 10.0 / 90.0);
    EXPECT_EQ(market.in(11).cut[in_town], 0.0);
    EXPECT_EQ(market.in(12).cut[1], 0.0);
}

TEST(Demand, is_left_alone_by_a_shock_of_no_size) {
    Market market;
    market.shock({2018, 4}, 1200.0, 0.0).ratio = {1.0, 1.0, 1.0};
    const Jobs calm = Market{}.in(5);
    EXPECT_EQ(market.in(5), calm);
}

TEST(Demand, gains_jobs_where_an_employer_comes) {
    Market market;
    Shock& anchor = market.shock({2018, 4}, 1200.0, 0.0);
    anchor.ratio = {1.0, 1.0, 1.0};
    anchor.added = {30.0, 0.0, 0.0};
    EXPECT_EQ(market.in(3).vacancies[in_town], 10 + 15) << "half of 30, as two zones are alike";
    anchor.zones = {"town"};
    EXPECT_EQ(market.in(3).vacancies[in_town], 10 + 30);
    EXPECT_EQ(market.in(3).vacancies[elsewhere], 10);
}

TEST(Demand, gains_jobs_evenly_where_there_were_none_of_their_tier) {
    Market market;
    Shock& works = market.shock({2018, 4}, 1200.0, 0.0);
    works.ratio = {1.0, 1.0, 1.0};
    works.added = {0.0, 0.0, 30.0};
    const auto secure_jobs = [&] {
        SmallWorld small{market.scenario};
        small.geography->zone_codes = {"town"};
        small.world.jobs.base = {100.0, 100.0, 0.0, 100.0, 100.0, 0.0};
        const auto weather = weather_of(small.world, MonthRules{market.scenario}.in(3));
        return std::vector<double>{weather[2].added, weather[5].added};
    };
    EXPECT_EQ(secure_jobs(), (std::vector<double>{15.0, 15.0}));
    works.zones = {"town"};
    EXPECT_EQ(secure_jobs(), (std::vector<double>{30.0, 0.0}));
}

TEST(Demand, rises_and_falls_with_the_cycle_from_where_the_study_starts) {
    Market market;
    LabourDemand& demand = market.scenario.parameters.labour_demand;
    demand.cycle = 0.05;
    demand.cycle_months = 96.0;
    EXPECT_EQ(market.in(0).vacancies[in_town], 10);
    EXPECT_EQ(market.in(24).vacancies[in_town], 15) << "the top: 105 wanted";
    EXPECT_EQ(market.in(48).vacancies[in_town], 10);
    EXPECT_EQ(market.in(72).vacancies[in_town], 5) << "the trough: 95 wanted";
    EXPECT_EQ(market.in(96).vacancies[in_town], 10);
}

TEST(Demand, knows_no_weather_in_the_burn_in) {
    Market market;
    market.shock({2018, 4}, 1200.0, 0.0);
    SmallWorld small{market.scenario};
    for (const Weather& each : weather_of(small.world, MonthRules{market.scenario}.in(-1))) {
        EXPECT_EQ(each.ratio, 1.0);
        EXPECT_EQ(each.added, 0.0);
    }
}

}  // namespace
}  // namespace foothold
