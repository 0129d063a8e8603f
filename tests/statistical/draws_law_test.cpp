#include "foothold/draws.hpp"

#include "tests/statistical/statistics.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr std::uint32_t many = 200'000;
constexpr std::size_t bins = 64;

std::size_t bin_of(double u) {
    return static_cast<std::size_t>(u * static_cast<double>(bins));
}

/// z of how evenly numbers fall into bins.
template <class Number>
double unevenness(Number number) {
    std::vector<double> found(bins, 0.0);
    for (std::uint32_t i = 0; i < many; ++i) {
        ++found[bin_of(number(i))];
    }
    return z_of(found, std::vector<double>(bins, static_cast<double>(many) / bins));
}

/// z of how evenly pairs of numbers fall into a square of bins.
template <class Pair>
double dependence(Pair pair) {
    std::vector<double> found(bins * bins, 0.0);
    for (std::uint32_t i = 0; i < many; ++i) {
        const auto [u, v] = pair(i);
        ++found[bin_of(u) * bins + bin_of(v)];
    }
    return z_of(found, std::vector<double>(bins * bins, static_cast<double>(many) / (bins * bins)));
}

const Draws luck{20180401, 0, 5};

TEST(DrawsLaw, numbers_are_uniform_over_people_months_and_replicates) {
    EXPECT_LT(std::abs(unevenness([](std::uint32_t i) {
                  return luck.uniform({i, 0}, Purpose::contact);
              })),
              furthest);
    EXPECT_LT(std::abs(unevenness([](std::uint32_t i) {
                  return Draws(7, 0, static_cast<Month>(i % 30'000))
                      .uniform({i / 30'000, 0}, Purpose::contact);
              })),
              furthest);
    EXPECT_LT(std::abs(unevenness([](std::uint32_t i) {
                  return Draws(7, i % 60'000, 3).uniform({i / 60'000, 0}, Purpose::contact);
              })),
              furthest);
    EXPECT_LT(std::abs(unevenness([](std::uint32_t i) {
                  return unit(luck.words({i, 0}, Purpose::contact)[i % 4]);
              })),
              furthest);
}

TEST(DrawsLaw, one_number_tells_nothing_of_the_next_persons) {
    EXPECT_LT(std::abs(dependence([](std::uint32_t i) {
                  return std::pair{luck.uniform({i, 0}, Purpose::contact),
                                   luck.uniform({i + 1, 0}, Purpose::contact)};
              })),
              furthest);
}

TEST(DrawsLaw, one_number_tells_nothing_of_the_next_months_or_of_another_purposes) {
    const Draws next{20180401, 0, 6};
    EXPECT_LT(std::abs(dependence([&](std::uint32_t i) {
                  return std::pair{luck.uniform({i, 0}, Purpose::contact),
                                   next.uniform({i, 0}, Purpose::contact)};
              })),
              furthest);
    EXPECT_LT(std::abs(dependence([](std::uint32_t i) {
                  return std::pair{luck.uniform({i, 0}, Purpose::contact),
                                   luck.uniform({i, 0}, Purpose::acceptance)};
              })),
              furthest);
}

TEST(DrawsLaw, the_words_of_one_address_are_independent) {
    EXPECT_LT(std::abs(dependence([](std::uint32_t i) {
                  const auto words = luck.words({i, 0}, Purpose::separation);
                  return std::pair{unit(words[0]), unit(words[1])};
              })),
              furthest);
}

TEST(DrawsLaw, things_happen_as_often_as_their_chance_says) {
    for (const double chance : {0.001, 0.1, 0.5, 0.93}) {
        double happened = 0.0;
        for (std::uint32_t row = 0; row < many; ++row) {
            happened += luck.happens(chance, {row, 1}, Purpose::drop_out);
        }
        EXPECT_LT(std::abs(z_of(happened, many, chance)), furthest) << chance;
    }
}

}  // namespace
}  // namespace foothold
