#include "foothold/draws.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace foothold {
namespace {

constexpr std::uint64_t seed = 0x0123456789abcdefULL;
const Draws luck{seed, 3, 17};

/// The batch of `rows` rows from `first` against one draw at a time.
void expect_batch_equals_scalar(std::uint32_t first, std::size_t rows, std::uint32_t which) {
    std::vector<std::uint16_t> lives(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto row = static_cast<std::uint32_t>(i);
        lives[i] = static_cast<std::uint16_t>(luck.words({row, 0}, Purpose::birth_latent, which)[0]
                                              % (i % 3 == 0 ? 65536 : 4));
    }
    std::vector<std::uint32_t> words(4 * rows + 1, 0xdeadbeef);
    luck.words(first,
               lives,
               Purpose::barrier_onset,
               which,
               {&words[0], &words[rows], &words[2 * rows], &words[3 * rows]});
    EXPECT_EQ(words.back(), 0xdeadbeef) << "wrote past the end";
    constexpr std::size_t stride = 8;
    std::vector<std::uint32_t> side_by_side(stride * rows + 1, 0xdeadbeef);
    luck.words_side_by_side(
        first, lives, Purpose::barrier_onset, which, side_by_side.data() + 4, stride);
    EXPECT_EQ(side_by_side.back(), 0xdeadbeef) << "wrote past the end";
    for (std::size_t i = 0; i < rows; ++i) {
        const Address who{first + static_cast<std::uint32_t>(i), lives[i]};
        const auto one = luck.words(who, Purpose::barrier_onset, which);
        for (std::size_t lane = 0; lane < 4; ++lane) {
            ASSERT_EQ(words[lane * rows + i], one[lane])
                << "row " << who.row << ", life " << who.life << ", lane " << lane;
            ASSERT_EQ(side_by_side[i * stride + 4 + lane], one[lane])
                << "row " << who.row << ", life " << who.life << ", lane " << lane;
            ASSERT_EQ(side_by_side[i * stride + lane], 0xdeadbeef) << "another block's place";
        }
    }
}

TEST(Draws, are_the_same_many_at_a_time_as_one_at_a_time) {
    for (const std::size_t rows :
         std::vector<std::size_t>{1, 2, 3, 7, 8, 9, 16, 17, 31, 128, 1000}) {
        expect_batch_equals_scalar(0, rows, 0);
        expect_batch_equals_scalar(1'234'567, rows, 15);
        expect_batch_equals_scalar(0xffffffffU - 1000U, rows, 0xffffff00U);
    }
}

TEST(Draws, depend_on_every_part_of_their_address) {
    const double drawn = luck.uniform({42, 1}, Purpose::separation, 5);
    EXPECT_EQ(Draws(seed, 3, 17).uniform({42, 1}, Purpose::separation, 5), drawn);
    EXPECT_NE(Draws(seed + 1, 3, 17).uniform({42, 1}, Purpose::separation, 5), drawn);
    EXPECT_NE(Draws(seed + (1ULL << 32), 3, 17).uniform({42, 1}, Purpose::separation, 5), drawn);
    EXPECT_NE(Draws(seed, 4, 17).uniform({42, 1}, Purpose::separation, 5), drawn);
    EXPECT_NE(Draws(seed, 3, 18).uniform({42, 1}, Purpose::separation, 5), drawn);
    EXPECT_NE(Draws(seed, 3, -17).uniform({42, 1}, Purpose::separation, 5), drawn);
    EXPECT_NE(luck.uniform({43, 1}, Purpose::separation, 5), drawn);
    EXPECT_NE(luck.uniform({42, 2}, Purpose::separation, 5), drawn);
    EXPECT_NE(luck.uniform({42, 1}, Purpose::contact, 5), drawn);
    EXPECT_NE(luck.uniform({42, 1}, Purpose::separation, 6), drawn);
}

TEST(Draws, keep_life_and_replicate_and_month_and_purpose_apart) {
    // Each pair shares a word of the counter: a carry from one into the other would show here.
    EXPECT_NE(Draws(seed, 1, 0).words({0, 0}, Purpose::contact),
              Draws(seed, 0, 0).words({0, 1}, Purpose::contact));
    EXPECT_NE(Draws(seed, 0, 1).words({0, 0}, Purpose::birth_structure),
              Draws(seed, 0, 0).words({0, 0}, Purpose::birth_latent));
    EXPECT_NE(Draws(seed, 0, -1).words({0, 0}, Purpose::contact),
              Draws(seed, 0, 0).words({0, 0}, Purpose::contact));
}

TEST(Draws, lie_inside_zero_and_one) {
    double least = 1.0;
    double most = 0.0;
    for (std::uint32_t row = 0; row < 200'000; ++row) {
        const double u = luck.uniform({row, 0}, Purpose::contact);
        least = std::min(least, u);
        most = std::max(most, u);
    }
    EXPECT_GT(least, 0.0);
    EXPECT_LT(most, 1.0);
    EXPECT_LT(least, 1e-4);
    EXPECT_GT(most, 1.0 - 1e-4);
}

TEST(Draws, from_one_word_never_reach_zero_or_one) {
    EXPECT_GT(unit(0), 0.0);
    EXPECT_LT(unit(0xffffffffU), 1.0);
    EXPECT_EQ(unit(0x80000000U), 0.5 + 0x1.0p-33);
}

TEST(Draws, make_the_certain_happen_and_the_impossible_not) {
    for (std::uint32_t row = 0; row < 10'000; ++row) {
        ASSERT_TRUE(luck.happens(1.0, {row, 0}, Purpose::contact));
        ASSERT_FALSE(luck.happens(0.0, {row, 0}, Purpose::contact));
    }
}

TEST(Draws, happen_to_more_people_where_the_chance_is_higher_and_to_the_same_ones) {
    for (std::uint32_t row = 0; row < 10'000; ++row) {
        const bool seldom = luck.happens(0.1, {row, 0}, Purpose::contact);
        const bool often = luck.happens(0.3, {row, 0}, Purpose::contact);
        ASSERT_TRUE(often || !seldom) << "row " << row;
    }
}

}  // namespace
}  // namespace foothold
