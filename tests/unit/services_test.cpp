#include "sim/measures/catalogue.hpp"
#include "sim/measures/services.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace foothold {
namespace {

std::int64_t sum(const ByPayer& parts) {
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
}

TEST(Services, of_all_payers_add_up_to_the_whole_rounded_once) {
    for (const CostByPayer& cost : {CostByPayer{1370, 1165, 129, 226},
                                    CostByPayer{0.05, 0.05, 0.05, 0.05},
                                    CostByPayer{920, 0, 0, 80}}) {
        const auto parts = cost.by_payer();
        const double whole = parts[0] + parts[1] + parts[2] + parts[3];
        EXPECT_EQ(sum(monthly_services(cost)), std::llround(whole / 12.0 * 100.0));
    }
}

TEST(Services, cost_nothing_to_a_payer_who_pays_nothing) {
    const ByPayer parts = monthly_services({100.0, 0.0, 0.0, 700.0 / 3});
    EXPECT_EQ(parts[1], 0);
    EXPECT_EQ(parts[2], 0);
}

TEST(Services, of_a_set_are_those_of_its_barriers) {
    Parameters parameters = plain_parameters();
    parameters.barriers.items[0].services_cost = {1200.0, 0.0, 0.0, 0.0};
    parameters.barriers.items[2].services_cost = {0.0, 600.0, 120.0, 0.0};
    const ServicesCost costs{parameters};
    EXPECT_EQ(costs.of_set(0), (ByPayer{0, 0, 0, 0}));
    EXPECT_EQ(costs.of_set(0b101), (ByPayer{10000, 5000, 1000, 0}));
}

}  // namespace
}  // namespace foothold
