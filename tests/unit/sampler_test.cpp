#include "sim/core/parallel.hpp"
#include "sim/experiments/sampler.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

double mean_of(const std::vector<Point>& particles, std::size_t d) {
    double sum = 0.0;
    for (const Point& each : particles) {
        sum += each[d];
    }
    return sum / static_cast<double>(particles.size());
}

double covariance_of(const std::vector<Point>& particles, std::size_t a, std::size_t b) {
    const double mean_a = mean_of(particles, a);
    const double mean_b = mean_of(particles, b);
    double sum = 0.0;
    for (const Point& each : particles) {
        sum += (each[a] - mean_a) * (each[b] - mean_b);
    }
    return sum / static_cast<double>(particles.size());
}

TEST(Sampler, finds_a_normal_posterior_whose_mean_and_covariance_are_known) {
    // Two readings: u + v = 0.9 and u - v = 0.1, each with standard deviation 0.02. So u is 0.5 and
    // v is 0.4, each with variance 0.02^2 / 2 and nothing in common; the walls are far away.
    const double sd = 0.02;
    const auto likelihood = [&](const Point& p) {
        const double sum = (p[0] + p[1] - 0.9) / sd;
        const double difference = (p[0] - p[1] - 0.1) / sd;
        return -0.5 * (sum * sum + difference * difference);
    };
    const Posterior found = sample_posterior(3, likelihood, {4096, 25, 7});
    EXPECT_NEAR(mean_of(found.particles, 0), 0.5, 0.001);
    EXPECT_NEAR(mean_of(found.particles, 1), 0.4, 0.001);
    EXPECT_NEAR(covariance_of(found.particles, 0, 0), sd * sd / 2.0, sd * sd / 20.0);
    EXPECT_NEAR(covariance_of(found.particles, 1, 1), sd * sd / 2.0, sd * sd / 20.0);
    EXPECT_NEAR(covariance_of(found.particles, 0, 1), 0.0, sd * sd / 20.0);
    // Nothing was said about the third: it is as uniform as before.
    EXPECT_NEAR(mean_of(found.particles, 2), 0.5, 0.02);
    EXPECT_NEAR(covariance_of(found.particles, 2, 2), 1.0 / 12.0, 0.004);
    EXPECT_GT(found.accepted, 0.1);
}

TEST(Sampler, finds_what_is_left_at_a_wall_of_the_prior) {
    // Half a normal: the mean distance from the wall is sd * sqrt(2 / pi).
    const double sd = 0.1;
    const auto likelihood = [&](const Point& p) { return -0.5 * p[0] * p[0] / sd / sd; };
    const Posterior found = sample_posterior(1, likelihood, {4096, 25, 3});
    EXPECT_NEAR(mean_of(found.particles, 0), sd * std::sqrt(2.0 / 3.141592653589793), 0.004);
}

TEST(Sampler, keeps_both_of_two_equally_likely_explanations) {
    const auto likelihood = [](const Point& p) {
        const double off = std::abs(p[0] - 0.5) - 0.3;
        return -0.5 * off * off / 0.01 / 0.01;
    };
    const Posterior found = sample_posterior(1, likelihood, {4096, 25, 11});
    const auto low = std::count_if(
        found.particles.begin(), found.particles.end(), [](const Point& p) { return p[0] < 0.5; });
    EXPECT_NEAR(static_cast<double>(low) / 4096.0, 0.5, 0.1);
}

TEST(Sampler, leaves_the_prior_alone_when_nothing_is_known) {
    const Posterior found = sample_posterior(2, [](const Point&) { return 0.0; }, {4096, 5, 5});
    EXPECT_EQ(found.stages, 1U);
    EXPECT_NEAR(mean_of(found.particles, 0), 0.5, 0.02);
    EXPECT_NEAR(covariance_of(found.particles, 1, 1), 1.0 / 12.0, 0.004);
}

TEST(Sampler, gives_the_same_particles_with_any_number_of_threads) {
    const auto likelihood = [](const Point& p) { return -50.0 * (p[0] - p[1]) * (p[0] - p[1]); };
    std::vector<std::vector<Point>> found;
    for (const std::size_t threads : {1U, 2U, 5U}) {
        const ThreadLimit limit{threads};
        found.push_back(sample_posterior(2, likelihood, {512, 5, 9}).particles);
    }
    EXPECT_EQ(found[0], found[1]);
    EXPECT_EQ(found[0], found[2]);
}

}  // namespace
}  // namespace foothold
