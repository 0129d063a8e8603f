#include "sim/core/philox.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

using Words = std::array<std::uint32_t, 4>;

// Known answers of Random123, kat_vectors, "philox4x32 10".
static_assert(philox4x32({0, 0, 0, 0}, {0, 0})
              == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
static_assert(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff})
              == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
static_assert(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0})
              == Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});

TEST(Philox, gives_the_published_answers_at_run_time_too) {
    volatile std::uint32_t zero = 0;  // keeps the compiler from answering
    const std::uint32_t none = zero;
    EXPECT_EQ(philox4x32({none, 0, 0, 0}, {0, 0}),
              (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox4x32({none + 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                         {0xa4093822, 0x299f31d0}),
              (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, changes_every_word_when_any_bit_of_the_counter_changes) {
    const Words at_zero = philox4x32({0, 0, 0, 0}, {7, 11});
    for (std::size_t word = 0; word < 4; ++word) {
        for (unsigned bit = 0; bit < 32; ++bit) {
            Words counter{};
            counter[word] = 1U << bit;
            const Words changed = philox4x32(counter, {7, 11});
            for (std::size_t i = 0; i < 4; ++i) {
                EXPECT_NE(changed[i], at_zero[i]) << "word " << word << ", bit " << bit;
            }
        }
    }
}

}  // namespace
}  // namespace foothold
