#include "sim/core/mathematics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace foothold {
namespace {

constexpr double close = 1e-15;           // relative: about four units in the last place
constexpr double unit_least = 0x1.0p-33;  // the smallest number that unit() gives

void expect_near(double ours, double theirs, double relative, double x) {
    ASSERT_LE(std::abs(ours - theirs), relative * std::abs(theirs)) << "at " << x;
}

TEST(Exponential, agrees_with_the_library_from_minus_to_plus_700) {
    for (int i = -700'000; i <= 700'000; i += 37) {
        const double x = i / 1000.0;
        expect_near(exponential(x), std::exp(x), close, x);
    }
    for (int k = 1; k < 60; ++k) {
        const double x = std::ldexp(1.0, -k);
        expect_near(exponential(x), std::exp(x), close, x);
        expect_near(exponential(-x), std::exp(-x), close, -x);
    }
    EXPECT_EQ(exponential(0.0), 1.0);
}

TEST(Exponential, stays_finite_and_positive_beyond_its_range) {
    EXPECT_EQ(exponential(1e6), exponential(700.0));
    EXPECT_EQ(exponential(-1e6), exponential(-700.0));
    EXPECT_EQ(exponential(std::numeric_limits<double>::infinity()), exponential(700.0));
    EXPECT_LT(exponential(-std::numeric_limits<double>::infinity()), 1e-300);
}

TEST(ExponentialAbove, is_never_below_and_at_most_seven_per_cent_above) {
    for (int i = -699'000'000; i <= 699'000'000; i += 1237) {
        const double x = i / 1e6;
        const double exact = exponential(x);
        const double bound = exponential_above(x);
        ASSERT_GE(bound, exact) << "at " << x;
        ASSERT_LE(bound, exact * 1.07) << "at " << x;
    }
    for (int k = -900; k <= 900; ++k) {  // where the bound touches
        const double x = k * 0.6931471805599453;
        ASSERT_GE(exponential_above(x), exponential(x)) << "at " << x;
    }
    EXPECT_GE(exponential_above(1e6), exponential(1e6));
    EXPECT_GE(exponential_above(-1e6), exponential(-1e6));
}

TEST(Exponential, never_falls_where_it_should_rise) {
    double before = exponential(-3.0);
    for (int i = 1; i <= 60'000; ++i) {
        const double now = exponential(-3.0 + i * 1e-4);
        ASSERT_GT(now, before) << i;
        before = now;
    }
}

TEST(Logarithm, agrees_with_the_library_over_all_sizes) {
    for (int k = -1020; k <= 1020; ++k) {
        for (const double m : {1.0, 1.1, 1.4142, 1.4143, 1.7, 1.999999}) {
            const double x = std::ldexp(m, k);
            expect_near(logarithm(x), std::log(x), close, x);
        }
    }
    EXPECT_EQ(logarithm(1.0), 0.0);
}

TEST(Logarithm, keeps_its_precision_next_to_one) {
    for (int k = 1; k < 52; ++k) {
        const double gap = std::ldexp(1.0, -k);
        expect_near(logarithm(1.0 + gap), std::log(1.0 + gap), close, 1.0 + gap);
        expect_near(logarithm(1.0 - gap), std::log(1.0 - gap), close, 1.0 - gap);
    }
}

TEST(Power, agrees_with_the_library) {
    for (const double x : {1e-9, 0.01, 0.3, 0.999, 1.0, 1.5, 7.0, 1e4}) {
        for (const double y : {-3.0, -0.7, 0.0, 0.3, 0.7, 1.0, 2.0, 8.0}) {
            const double size = 1.0 + std::abs(y * std::log(x));
            expect_near(power(x, y), std::pow(x, y), close * size, x);
        }
    }
    EXPECT_EQ(power(0.0, 0.7), 0.0);
    EXPECT_EQ(power(1.0, 123.0), 1.0);
}

TEST(InverseLogit, agrees_with_the_library_and_stays_a_probability) {
    for (int i = -3000; i <= 3000; ++i) {
        const double x = i / 100.0;
        expect_near(inverse_logit(x), 1.0 / (1.0 + std::exp(-x)), close, x);
        ASSERT_GT(inverse_logit(x), 0.0);
        ASSERT_LE(inverse_logit(x), 1.0);
    }
    EXPECT_EQ(inverse_logit(0.0), 0.5);
    EXPECT_EQ(inverse_logit(1e9), 1.0);
}

TEST(InverseLogit, undoes_the_log_odds) {
    for (int i = 1; i < 1000; ++i) {
        const double p = i / 1000.0;
        EXPECT_NEAR(inverse_logit(logit(p)), p, 1e-15);
    }
}

TEST(ChanceOf, is_the_share_that_a_hazard_reaches_in_a_month) {
    for (const double hazard : {0.0, 1e-6, 1e-3, 0.045, 0.5, 1.0, 5.0, 100.0}) {
        EXPECT_NEAR(chance_of(hazard), -std::expm1(-hazard), 3e-16);
        EXPECT_LE(chance_of(hazard), hazard) << "the barriers phase relies on this";
    }
}

double share_below(double x) {
    return 0.5 * std::erfc(-x / std::sqrt(2.0));
}

double density(double x) {
    return std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::acos(-1.0));
}

TEST(NormalQuantile, inverts_the_normal_distribution) {
    for (int i = 1; i < 10'000; ++i) {
        const double u = i / 10'000.0;
        const double x = normal_quantile(u);
        ASSERT_LE(std::abs(share_below(x) - u) / density(x), 1e-9) << u;
    }
    for (int k = 14; k < 1000; k += 3) {  // the lower tail, as far as it goes
        const double u = std::ldexp(1.0, -k);
        const double x = normal_quantile(u);
        ASSERT_LE(std::abs(share_below(x) - u) / density(x), 1e-9 * std::abs(x)) << u;
    }
}

TEST(NormalQuantile, knows_the_figures_of_the_tables) {
    EXPECT_EQ(normal_quantile(0.5), 0.0);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
    EXPECT_NEAR(normal_quantile(0.025), -1.959963984540054, 1e-14);
    EXPECT_NEAR(normal_quantile(0.999), 3.090232306167813, 1e-13);
    EXPECT_NEAR(normal_quantile(unit_least), -6.337957754554, 1e-10);
}

TEST(NormalQuantile, is_as_far_above_the_middle_as_below) {
    for (int i = 1; i < 1024; ++i) {
        const double u = i / 2048.0;
        EXPECT_EQ(normal_quantile(u), -normal_quantile(1.0 - u));
    }
}

TEST(NormalShareBelow, agrees_with_the_library) {
    for (int i = -3600; i <= 3600; ++i) {
        const double x = i / 100.0;
        ASSERT_NEAR(normal_share_below(x), share_below(x), 1e-15) << x;
        if (x < 0.0) {
            expect_near(normal_share_below(x), share_below(x), 1e-8, x);
        }
    }
    EXPECT_EQ(normal_share_below(0.0), 0.5);
    EXPECT_EQ(normal_share_below(-40.0), 0.0);
    EXPECT_EQ(normal_share_below(40.0), 1.0);
}

}  // namespace
}  // namespace foothold
