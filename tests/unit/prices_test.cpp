// Money of the day in the prices of one year.
#include "sim/appraisal/prices.hpp"
#include "tests/unit/small_accounts.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

TEST(Prices, change_in_april) {
    EXPECT_EQ(price_year_of({2019, 3}), 2018);
    EXPECT_EQ(price_year_of({2019, 4}), 2019);
    const Prices prices{SmallStudy{24, 1}.header};
    EXPECT_EQ(prices.of_month(1), 1.0);
    EXPECT_EQ(prices.of_month(12), 1.0);
    EXPECT_EQ(prices.of_month(13), 0.8);
}

TEST(Prices, hold_beyond_the_years_whose_rates_are_known) {
    SmallStudy study{60, 1};
    EXPECT_EQ(Prices{study.header}.of_month(60), Prices{study.header}.of_month(25));
    study.header.start = {2010, 1};
    EXPECT_EQ(Prices{study.header}.of_month(1), 1.0);
}

TEST(Prices, uprate_unit_costs_from_their_own_year) {
    SmallStudy study{12, 1};
    EXPECT_EQ(Prices{study.header}.of_unit_costs(), 1.0);
    study.set_parameter("unit_cost_year", 2019);
    EXPECT_EQ(Prices{study.header}.of_unit_costs(), 0.8);
    study.set_parameter("price_year", 2020);
    EXPECT_EQ(Prices{study.header}.of_unit_costs(), 1.6);
}

TEST(Prices, name_the_nearest_year_where_the_one_asked_for_has_no_deflator) {
    SmallStudy study{12, 1};
    study.set_parameter("price_year", 2031);
    EXPECT_EQ(Prices{study.header}.year(), 2020);
    study.set_parameter("price_year", 2001);
    EXPECT_EQ(Prices{study.header}.year(), 2018);
}

}  // namespace
}  // namespace foothold
