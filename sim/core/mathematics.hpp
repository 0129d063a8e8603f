#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

/// exp, log and what is made of them, from additions, multiplications and bits alone: the same bits
/// with any compiler, C library or browser. Good to about 1 unit in the last place where the model
/// uses them.
namespace foothold {

/// e to the power x, for x held within -700 and 700.
inline double exponential(double x) {
    x = x < -700.0 ? -700.0 : (x > 700.0 ? 700.0 : x);
    constexpr double log2_of_e = 1.4426950408889634;
    constexpr double ln2_high = 6.93147180369123816490e-01;  // 33 bits: k * ln2_high is exact
    constexpr double ln2_low = 1.90821492927058770002e-10;
    constexpr double shift = 0x1.8p52;  // adding it rounds to the nearest integer
    const double k = (x * log2_of_e + shift) - shift;
    const double r = (x - k * ln2_high) - k * ln2_low;
    // Taylor series of e^r for |r| <= ln(2)/2; the first term left out is below 2^-57.
    double sum = 1.0 / 6227020800.0;
    sum = sum * r + 1.0 / 479001600.0;
    sum = sum * r + 1.0 / 39916800.0;
    sum = sum * r + 1.0 / 3628800.0;
    sum = sum * r + 1.0 / 362880.0;
    sum = sum * r + 1.0 / 40320.0;
    sum = sum * r + 1.0 / 5040.0;
    sum = sum * r + 1.0 / 720.0;
    sum = sum * r + 1.0 / 120.0;
    sum = sum * r + 1.0 / 24.0;
    sum = sum * r + 1.0 / 6.0;
    sum = sum * r + 0.5;
    sum = sum * r + 1.0;
    sum = sum * r + 1.0;
    const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(k) + 1023) << 52;
    return sum * std::bit_cast<double>(exponent);
}

/// No less than e to the power x and at most 7 % more, at a tenth of the price: 1 + f lies above
/// 2^f while f runs from 0 to 1, and bits of a double count just so.
inline double exponential_above(double x) {
    x = x < -700.0 ? -700.0 : (x > 700.0 ? 700.0 : x);
    constexpr double log2_of_e = 1.4426950408889634;
    constexpr double bias = 1023.0 + 1e-9;  // more than rounding could take away
    return std::bit_cast<double>(static_cast<std::int64_t>((x * log2_of_e + bias) * 0x1.0p52));
}

/// Natural logarithm of a positive, normal x.
inline double logarithm(double x) {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    auto exponent = static_cast<std::int64_t>(bits >> 52) - 1023;
    double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
    if (m > 1.4142135623730951) {
        m *= 0.5;
        ++exponent;
    }
    // ln m = 2 artanh(s), s = (m - 1) / (m + 1), |s| <= 0.1716
    const double s = (m - 1.0) / (m + 1.0);
    const double q = s * s;
    double sum = 1.0 / 23.0;
    sum = sum * q + 1.0 / 21.0;
    sum = sum * q + 1.0 / 19.0;
    sum = sum * q + 1.0 / 17.0;
    sum = sum * q + 1.0 / 15.0;
    sum = sum * q + 1.0 / 13.0;
    sum = sum * q + 1.0 / 11.0;
    sum = sum * q + 1.0 / 9.0;
    sum = sum * q + 1.0 / 7.0;
    sum = sum * q + 1.0 / 5.0;
    sum = sum * q + 1.0 / 3.0;
    const double k = static_cast<double>(exponent);
    constexpr double ln2_high = 6.93147180369123816490e-01;
    constexpr double ln2_low = 1.90821492927058770002e-10;
    return k * ln2_high + (2.0 * s + (2.0 * s * q * sum + k * ln2_low));
}

/// x to the power y for positive x; 0 for x = 0.
inline double power(double x, double y) {
    return x > 0.0 ? exponential(y * logarithm(x)) : 0.0;
}

/// Probability with these log odds.
inline double inverse_logit(double x) {
    return 1.0 / (1.0 + exponential(-x));
}

/// Log odds of a probability inside (0, 1).
inline double logit(double p) {
    return logarithm(p / (1.0 - p));
}

/// Chance that something with this hazard happens at least once in a month: 1 - exp(-h).
inline double chance_of(double hazard) {
    return 1.0 - exponential(-hazard);
}

/// Whether something with this hazard happens in a month, decided by u uniform on (0, 1). A chance
/// is never above its hazard, so most draws need no exponential.
inline bool strikes(double u, double hazard) {
    return u < hazard && u < chance_of(hazard);
}

/// Value of a standard normal below which a share u in (0, 1) lies.
/// Source: Wichura (1988), "Algorithm AS 241", Applied Statistics 37(3), routine PPND16.
double normal_quantile(double u);

/// Share of a standard normal below x, from its quantile's inverse by Hart (1968) as in West
/// (2005), "Better approximations to cumulative normal functions", Wilmott.
double normal_share_below(double x);

}  // namespace foothold
