#include "foothold/diagnostics.hpp"

#include "sim/state/latent.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

constexpr const char* matrix = "parameters.population.correlations";
constexpr const char* order = "parameters.population.correlation_order";

Parameters correlated() {
    Parameters it = plain_parameters();
    it.population.correlations = {{1.0, 0.5, 0.2}, {0.5, 1.0, -0.3}, {0.2, -0.3, 1.0}};
    return it;
}

Scenario study_of(const Parameters& parameters) {
    Scenario it = plain_scenario();
    it.parameters = parameters;
    return it;
}

void expect_error(const Parameters& parameters,
                  const std::string& path,
                  const std::string& problem) {
    try {
        cholesky_of(parameters);
        FAIL() << "accepted it; expected: " << path << ": " << problem;
    } catch (const ScenarioError& error) {
        ASSERT_EQ(error.all().size(), 1U);
        EXPECT_EQ(error.all()[0].path, path);
        EXPECT_EQ(error.all()[0].problem, problem);
    }
    Diagnostics found;
    check_correlations(parameters, found);
    ASSERT_EQ(found.size(), 1U) << "foothold check must say the same";
    EXPECT_EQ(found.all()[0].problem, problem);
}

TEST(Correlations, that_no_population_can_have_are_refused) {
    Parameters it = correlated();
    it.population.correlations = {{1.0, 0.9, -0.9}, {0.9, 1.0, 0.9}, {-0.9, 0.9, 1.0}};
    expect_error(it,
                 matrix,
                 "is not positive definite, so no population can have these correlations; bring "
                 "the largest ones nearer to 0");
}

TEST(Correlations, must_be_symmetric) {
    Parameters it = correlated();
    it.population.correlations[2][1] = 0.3;
    expect_error(it, matrix, "is not symmetric at row 3, column 2");
}

TEST(Correlations, must_have_ones_on_the_diagonal) {
    Parameters it = correlated();
    it.population.correlations[1][1] = 0.99;
    expect_error(it, matrix, "row 2 has no 1 on the diagonal");
}

TEST(Correlations, must_have_a_row_and_a_column_for_each_barrier) {
    Parameters it = correlated();
    it.population.correlations.pop_back();
    expect_error(it, matrix, "has 2 rows; expected 3");
    it = correlated();
    it.population.correlations[0].pop_back();
    expect_error(it, matrix, "row 1 has 2 entries; expected 3");
}

TEST(Correlations, name_every_barrier_once) {
    Parameters it = correlated();
    it.population.correlation_order = {"illness", "debt", "illness"};
    expect_error(it, order, "barrier strain is missing; name every barrier once");
    it = correlated();
    it.population.correlation_order.emplace_back("luck");
    expect_error(it, order, "names 4 barriers, but the scenario has 3; name every barrier once");
}

TEST(Correlations, are_the_product_of_their_factor_with_itself) {
    const Parameters it = correlated();
    const std::vector<double> l = cholesky_of(it);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            double sum = 0.0;
            for (std::size_t m = 0; m < 3; ++m) {
                sum += l[i * 3 + m] * l[j * 3 + m];
            }
            EXPECT_NEAR(sum, it.population.correlations[i][j], 1e-15);
            EXPECT_TRUE(j <= i || l[i * 3 + j] == 0.0) << "not lower triangular";
        }
    }
}

TEST(Correlations, may_be_given_in_any_order_of_barriers) {
    Parameters turned = correlated();
    turned.population.correlation_order = {"debt", "illness", "strain"};
    turned.population.correlations = {{1.0, 0.2, -0.3}, {0.2, 1.0, 0.5}, {-0.3, 0.5, 1.0}};
    EXPECT_EQ(cholesky_of(turned), cholesky_of(correlated()));
}

/// Latent values of `people` one-adult households, drawn; z[k][i].
std::vector<std::vector<double>> draw(const Parameters& parameters, std::uint32_t people) {
    const SmallWorld small{study_of(parameters)};
    const Latent latent{parameters, *small.geography, cholesky_of(parameters)};
    const Draws luck{1, 0, -36};
    std::vector<std::vector<double>> z(3, std::vector<double>(people));
    for (std::uint32_t i = 0; i < people; ++i) {
        const auto one = latent.of(luck, luck, {i, 0}, {i, 0}, {0}, 480, 2);
        for (std::size_t k = 0; k < 3; ++k) {
            z[k][i] = one[k];
        }
    }
    return z;
}

double mean(const std::vector<double>& x) {
    double sum = 0.0;
    for (const double value : x) {
        sum += value;
    }
    return sum / static_cast<double>(x.size());
}

double covariance(const std::vector<double>& x, const std::vector<double>& y) {
    const double mean_x = mean(x);
    const double mean_y = mean(y);
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += (x[i] - mean_x) * (y[i] - mean_y);
    }
    return sum / static_cast<double>(x.size() - 1);
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
    return covariance(x, y) / std::sqrt(covariance(x, x) * covariance(y, y));
}

constexpr std::uint32_t many = 20'000;

void expect_correlation(const std::vector<double>& x, const std::vector<double>& y, double r) {
    const double error = (1.0 - r * r) / std::sqrt(static_cast<double>(x.size()));
    EXPECT_NEAR(correlation(x, y), r, 4.0 * error);
}

TEST(Latent, has_the_correlations_it_was_given) {
    const auto z = draw(correlated(), many);
    expect_correlation(z[0], z[1], 0.5);
    expect_correlation(z[0], z[2], 0.2);
    expect_correlation(z[1], z[2], -0.3);
    for (const auto& each : z) {
        EXPECT_NEAR(mean(each), 0.0, 4.0 / std::sqrt(many));
        EXPECT_NEAR(covariance(each, each), 1.0, 4.0 * std::sqrt(2.0 / many));
    }
}

TEST(Latent, adds_what_a_person_and_a_household_share_to_every_barrier) {
    Parameters it = correlated();
    it.population.household_sd = 0.6;
    it.population.person_sd = 0.8;
    const auto z = draw(it, many);
    // All variances rise from 1 to 1 + 0.36 + 0.64 = 2, all covariances by 1.
    expect_correlation(z[0], z[1], (0.5 + 1.0) / 2.0);
    expect_correlation(z[1], z[2], (-0.3 + 1.0) / 2.0);
    const SmallWorld small{study_of(it)};
    EXPECT_DOUBLE_EQ(Latent(it, *small.geography, cholesky_of(it)).spread(), std::sqrt(2.0));
}

TEST(Latent, is_alike_for_members_of_a_household) {
    Parameters it = plain_parameters();
    it.population.household_sd = 1.0;
    const SmallWorld small{study_of(it)};
    const Latent latent{it, *small.geography, cholesky_of(it)};
    const Draws luck{1, 0, 0};
    std::vector<double> one(many);
    std::vector<double> other(many);
    for (std::uint32_t h = 0; h < many; ++h) {
        one[h] = latent.of(luck, luck, {h, 0}, {2 * h, 0}, {0}, 480, 2)[0];
        other[h] = latent.of(luck, luck, {h, 0}, {2 * h + 1, 0}, {0}, 480, 2)[0];
    }
    expect_correlation(one, other, 0.5);
}

TEST(Latent, moves_with_place_age_and_qualification) {
    Parameters it = plain_parameters();
    it.barriers.items[0].domain = Domain::health;
    it.barriers.items[0].domain_loading = 0.3;
    it.barriers.items[0].age_loading = 0.2;
    it.barriers.items[0].qualification_loading = 0.1;
    const SmallWorld small{study_of(it)};
    small.geography->score[1][static_cast<std::size_t>(Domain::health)] = 2.0;
    const Latent latent{it, *small.geography, cholesky_of(it)};
    const Draws luck{1, 0, 0};
    const double plain = latent.of(luck, luck, {7, 0}, {7, 0}, {0}, 40 * 12, 2)[0];
    EXPECT_NEAR(
        latent.of(luck, luck, {7, 0}, {7, 0}, {1}, 40 * 12, 2)[0], plain + 0.3 * 2.0, 1e-12);
    EXPECT_NEAR(
        latent.of(luck, luck, {7, 0}, {7, 0}, {0}, 55 * 12, 2)[0], plain + 0.2 * 1.5, 1e-12);
    EXPECT_NEAR(
        latent.of(luck, luck, {7, 0}, {7, 0}, {0}, 40 * 12, 0)[0], plain + 0.1 * 2.0, 1e-12);
    EXPECT_NEAR(latent.of(luck, luck, {7, 0}, {7, 0}, {0}, 40 * 12, 4)[0], plain, 1e-12)
        << "no bonus above level 2";
}

}  // namespace
}  // namespace foothold
