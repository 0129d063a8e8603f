#include "sim/core/mathematics.hpp"
#include "sim/experiments/logit.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

void add_many(LogitData& data, const std::vector<double>& row, int of, int with) {
    for (int i = 0; i < of; ++i) {
        data.add(row, i < with);
    }
}

TEST(Logit, of_a_constant_alone_is_the_log_odds_of_the_share) {
    LogitData data{1, {}, {}};
    add_many(data, {1.0}, 100, 20);
    const LogitFit fit = fit_logit(data);
    ASSERT_TRUE(fit.converged);
    EXPECT_NEAR(fit.coefficients[0], logit(0.2), 1e-9);
    EXPECT_NEAR(fit.errors[0], std::sqrt(1.0 / (100 * 0.2 * 0.8)), 1e-9);
}

TEST(Logit, of_two_groups_is_their_odds_ratio) {
    LogitData data{2, {}, {}};
    add_many(data, {1.0, 0.0}, 50, 10);
    add_many(data, {1.0, 1.0}, 40, 30);
    const LogitFit fit = fit_logit(data);
    ASSERT_TRUE(fit.converged);
    EXPECT_NEAR(exponential(fit.coefficients[1]), (30.0 / 10.0) / (10.0 / 40.0), 1e-7);
    // Woolf's standard error of a log odds ratio.
    EXPECT_NEAR(fit.errors[1], std::sqrt(1.0 / 10 + 1.0 / 40 + 1.0 / 30 + 1.0 / 10), 1e-7);
}

TEST(Logit, finds_no_interaction_where_effects_add_up_on_its_scale) {
    LogitData data{4, {}, {}};
    for (int a = 0; a < 2; ++a) {
        for (int b = 0; b < 2; ++b) {
            const double share = inverse_logit(-1.0 + 0.7 * a + 1.1 * b);
            add_many(data,
                     {1.0, double(a), double(b), double(a * b)},
                     100000,
                     static_cast<int>(std::lround(100000 * share)));
        }
    }
    const LogitFit fit = fit_logit(data);
    ASSERT_TRUE(fit.converged);
    EXPECT_NEAR(fit.coefficients[1], 0.7, 1e-4);
    EXPECT_NEAR(fit.coefficients[3], 0.0, 1e-4);
}

TEST(Logit, does_not_settle_where_the_data_do_not) {
    LogitData separated{2, {}, {}};
    add_many(separated, {1.0, 0.0}, 10, 0);
    add_many(separated, {1.0, 1.0}, 10, 10);
    EXPECT_FALSE(fit_logit(separated).converged);
    LogitData twins{2, {}, {}};
    add_many(twins, {1.0, 1.0}, 10, 5);
    EXPECT_FALSE(fit_logit(twins).converged);
    EXPECT_FALSE(fit_logit(LogitData{1, {}, {}}).converged);
}

}  // namespace
}  // namespace foothold
