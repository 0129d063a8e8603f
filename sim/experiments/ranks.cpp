#include "sim/experiments/ranks.hpp"

#include "sim/core/contracts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace foothold {

namespace {

std::vector<std::size_t> from_highest(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] > values[b];
    });
    return order;
}

std::vector<double> ranks_of(const std::vector<double>& values) {
    const std::vector<std::size_t> order = from_highest(values);
    std::vector<double> ranks(values.size());
    std::size_t first = 0;
    while (first < order.size()) {
        std::size_t end = first + 1;
        while (end < order.size() && values[order[end]] == values[order[first]]) {
            ++end;
        }
        const double shared = 0.5 * static_cast<double>(first + end - 1);
        for (std::size_t i = first; i < end; ++i) {
            ranks[order[i]] = shared;
        }
        first = end;
    }
    return ranks;
}

}  // namespace

double rank_correlation(const std::vector<double>& one, const std::vector<double>& other) {
    FOOTHOLD_EXPECT(one.size() == other.size());
    const std::vector<double> a = ranks_of(one);
    const std::vector<double> b = ranks_of(other);
    const double mean = 0.5 * (static_cast<double>(a.size()) - 1.0);
    double together = 0.0;
    double of_a = 0.0;
    double of_b = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        together += (a[i] - mean) * (b[i] - mean);
        of_a += (a[i] - mean) * (a[i] - mean);
        of_b += (b[i] - mean) * (b[i] - mean);
    }
    return of_a > 0.0 && of_b > 0.0 ? together / std::sqrt(of_a * of_b) : 0.0;
}

double
highest_kept(const std::vector<double>& before, const std::vector<double>& later, double share) {
    FOOTHOLD_EXPECT(before.size() == later.size() && !before.empty());
    const auto many = static_cast<std::size_t>(
        std::max(1.0, std::round(share * static_cast<double>(before.size()))));
    std::vector<std::size_t> then = from_highest(before);
    std::vector<std::size_t> now = from_highest(later);
    then.resize(many);
    now.resize(many);
    std::size_t kept = 0;
    for (const std::size_t place : then) {
        kept += static_cast<std::size_t>(std::count(now.begin(), now.end(), place));
    }
    return static_cast<double>(kept) / static_cast<double>(many);
}

}  // namespace foothold
