#include "sim/core/parallel.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

constexpr std::array<std::size_t, 3> crews{1, 2, 7};
constexpr std::array<std::size_t, 8> sizes{0, 1, 15, 16, 17, 4096, 4097, 30'011};

/// Numbers of very different sizes: adding them in another order gives another sum.
double uneven(PersonId p) {
    return std::ldexp(std::sin(p.row), static_cast<int>(p.row % 60) - 30);
}

TEST(ForEach, visits_every_row_once) {
    for (const std::size_t crew : crews) {
        const ThreadLimit limit{crew};
        for (const std::size_t n : sizes) {
            std::vector<int> visits(n, 0);
            for_each<PersonId>(n, [&](PersonId p) { ++visits[p.row]; });
            EXPECT_EQ(visits, std::vector<int>(n, 1)) << crew << " threads, " << n << " rows";
        }
    }
}

TEST(ForEachPiece, cuts_where_the_size_says_whoever_works) {
    for (const std::size_t crew : crews) {
        const ThreadLimit limit{crew};
        std::vector<std::size_t> ends(10, 0);
        for_each_piece(
            97, 10, [&](std::size_t first, std::size_t last) { ends[first / 10] = last; });
        EXPECT_EQ(ends, (std::vector<std::size_t>{10, 20, 30, 40, 50, 60, 70, 80, 90, 97}));
    }
}

TEST(OrderedSum, is_the_same_to_the_last_bit_for_any_number_of_threads) {
    for (const std::size_t n : sizes) {
        double expected = 0.0;
        for (std::size_t from = 0; from < n; from += rows_per_piece) {
            double piece = 0.0;
            for (std::size_t row = from; row < std::min(n, from + rows_per_piece); ++row) {
                piece += uneven({static_cast<std::uint32_t>(row)});
            }
            expected += piece;
        }
        for (const std::size_t crew : crews) {
            const ThreadLimit limit{crew};
            EXPECT_EQ(ordered_sum<PersonId>(n, 0.0, uneven), expected)
                << crew << " threads, " << n << " rows";
        }
    }
}

TEST(OrderedSum, would_differ_if_the_order_did) {
    constexpr std::uint32_t n = 30'011;
    double backwards = 0.0;
    for (std::uint32_t row = n; row-- > 0;) {
        backwards += uneven({row});
    }
    EXPECT_NE(ordered_sum<PersonId>(n, 0.0, uneven), backwards) << "the test above proves nothing";
}

TEST(BinnedSum, counts_every_row_in_its_bins_for_any_number_of_threads) {
    for (const std::size_t n : sizes) {
        std::vector<std::int64_t> expected(7, 0);
        for (std::size_t row = 0; row < n; ++row) {
            ++expected[row % 7];
            expected[0] += static_cast<std::int64_t>(row);
        }
        for (const std::size_t crew : crews) {
            const ThreadLimit limit{crew};
            const auto counted = binned_sum<PersonId>(n, 7, [](PersonId p, auto& bins) {
                ++bins[p.row % 7];
                bins[0] += p.row;
            });
            EXPECT_EQ(counted, expected) << crew << " threads, " << n << " rows";
        }
    }
}

TEST(Collect, keeps_rows_in_ascending_order_for_any_number_of_threads) {
    for (const std::size_t n : sizes) {
        std::vector<PersonId> expected;
        for (std::uint32_t row = 0; row < n; ++row) {
            if (row % 3 == 1) {
                expected.push_back({row});
            }
        }
        for (const std::size_t crew : crews) {
            const ThreadLimit limit{crew};
            EXPECT_EQ(collect<PersonId>(n, [](PersonId p) { return p.row % 3 == 1; }), expected)
                << crew << " threads, " << n << " rows";
        }
    }
}

}  // namespace
}  // namespace foothold
