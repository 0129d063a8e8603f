#include "sim/phases/moves.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace foothold {
namespace {

constexpr std::uint32_t many = 20'000;

/// Households of one person, each dwelling with a quality of its own.
struct Street {
    Scenario scenario = plain_scenario();

    DemographyParameters& rates() { return scenario.parameters.demography; }

    SmallWorld build(const Resident& each) const {
        SmallWorld small{scenario};
        small.add_singles(many, each);
        for (std::uint32_t row = 0; row < many; ++row) {
            small.world.households.dwelling_quality[{row}] = static_cast<float>(row) / many;
            small.world.households.net_income[{row}] = static_cast<std::int32_t>((row * 7) % many);
        }
        return small;
    }
};

bool moved(const World& world, std::uint32_t row) {
    return world.households.life[{row}] != 0
           || world.households.dwelling_quality[{row}] != static_cast<float>(row) / many;
}

TEST(Moves, are_as_many_as_the_rate_says_whatever_the_tenures) {
    Street street;
    street.rates().moves = 1.2;
    street.rates().moves_social = 2.0;
    street.rates().moves_private = 6.0;
    street.rates().leave_region = 0.2;
    SmallWorld small = street.build({});
    for (std::uint32_t row = 0; row < many; ++row) {
        small.world.households.tenure[{row}] = static_cast<Tenure>(row % 4 == 3 ? 0 : row % 4);
    }
    const auto tenure = small.world.households.tenure;
    housing_moves(small.world, MonthRules{street.scenario}.in(0));
    std::array<double, 3> moves{};
    for (std::uint32_t row = 0; row < many; ++row) {
        moves[static_cast<std::size_t>(tenure[{row}])] += moved(small.world, row);
    }
    // Half are owners, a quarter each rent: 0.1 = h (1/2 + 2/4 + 6/4), so h = 0.04 a month.
    const std::array<double, 3> homes{many / 2.0, many / 4.0, many / 4.0};
    const std::array<double, 3> hazard{0.04, 0.08, 0.24};
    for (std::size_t t = 0; t < 3; ++t) {
        const double chance = -std::expm1(-hazard[t]);
        EXPECT_NEAR(moves[t], homes[t] * chance, 4 * std::sqrt(homes[t] * chance)) << t;
    }
}

TEST(Moves, stay_in_the_authority_if_they_are_local) {
    Street street;
    street.rates().moves = 12.0;
    for (const double local : {1.0, 0.0}) {
        street.rates().local_moves = local;
        SmallWorld small = street.build({});
        small.geography->authority = {0, 1};
        for (std::uint32_t row = 0; row < many; row += 2) {
            small.world.households.neighbourhood[{row}] = {1};
        }
        const auto before = small.world.households.neighbourhood;
        housing_moves(small.world, MonthRules{street.scenario}.in(0));
        double moves = 0.0;
        double crossed = 0.0;
        for (std::uint32_t row = 0; row < many; ++row) {
            moves += moved(small.world, row);
            crossed += small.world.households.neighbourhood[{row}] != before[{row}];
        }
        EXPECT_NEAR(moves, many * -std::expm1(-1.0), 4 * 70);
        EXPECT_NEAR(crossed, local == 1.0 ? 0.0 : moves / 2.0, local == 1.0 ? 0.0 : 4 * 60);
    }
}

TEST(Moves, give_the_better_dwellings_by_luck_among_equal_incomes) {
    Street street;
    street.rates().moves = 12.0;
    SmallWorld small = street.build({});
    auto& households = small.world.households;
    for (std::uint32_t row = 0; row < many; ++row) {
        households.net_income[{row}] = 100'000;
        households.dwelling_quality[{row}] = static_cast<float>(row * 7919 % many) / many;
    }
    const auto before = households.dwelling_quality;
    housing_moves(small.world, MonthRules{street.scenario}.in(0));
    double movers = 0.0;
    double together = 0.0;  // sum of the products of both, each centred and of variance 1
    for (std::uint32_t row = 0; row < many; ++row) {
        if (households.dwelling_quality[{row}] != before[{row}]) {
            ++movers;
            together += 12.0 * (static_cast<double>(row) / many - 0.5)
                        * (static_cast<double>(households.dwelling_quality[{row}]) - 0.5);
        }
    }
    ASSERT_GT(movers, many / 2.0);
    EXPECT_NEAR(together / movers, 0.0, 4.0 / std::sqrt(movers)) << "no order by row";
}

/// Share of movers of this kind who leave the place.
double leaving(Street& street, const Resident& each) {
    street.rates().moves = 1200.0;  // everybody moves
    SmallWorld small = street.build(each);
    housing_moves(small.world, MonthRules{street.scenario}.in(0));
    double gone = 0.0;
    for (std::uint32_t row = 0; row < many; ++row) {
        gone += small.world.households.life[{row}];
    }
    return gone / many;
}

TEST(Moves, take_the_qualified_the_young_and_those_in_work_out_of_the_place) {
    Street street;
    street.rates().leave_region = 0.2;
    street.rates().leave_per_level = 0.3;
    street.rates().leave_per_decade = -0.2;
    street.rates().leave_out_of_work = -0.5;
    const auto expected = [](double log_odds) {
        return 1.0 / (1.0 + std::exp(-(std::log(0.2 / 0.8) + log_odds)));
    };
    constexpr double error = 4 * 0.0035;
    EXPECT_NEAR(leaving(street, {}), 0.2, error);
    EXPECT_NEAR(leaving(street, {.qualification = 4}), expected(0.6), error);
    EXPECT_NEAR(leaving(street, {.age = 20, .qualification = 0}), expected(0.4 - 0.6), error);
    EXPECT_NEAR(leaving(street, {.activity = Activity::sick}), expected(-0.5), error);
}

}  // namespace
}  // namespace foothold
