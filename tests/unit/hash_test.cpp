#include "sim/core/hash.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace foothold {
namespace {

std::uint64_t digest_of(const std::vector<unsigned char>& bytes) {
    Digest digest;
    digest.add_bytes(bytes.data(), bytes.size());
    return digest.value();
}

TEST(Digest, changes_with_any_bit_of_any_byte) {
    for (const std::size_t size : std::vector<std::size_t>{1, 7, 8, 9, 16, 61}) {
        std::vector<unsigned char> bytes(size);
        for (std::size_t i = 0; i < size; ++i) {
            bytes[i] = static_cast<unsigned char>(i * 37);
        }
        std::set<std::uint64_t> seen{digest_of(bytes)};
        for (std::size_t i = 0; i < size; ++i) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                bytes[i] ^= static_cast<unsigned char>(1U << bit);
                EXPECT_TRUE(seen.insert(digest_of(bytes)).second)
                    << "byte " << i << " of " << size << ", bit " << bit;
                bytes[i] ^= static_cast<unsigned char>(1U << bit);
            }
        }
        EXPECT_EQ(seen.size(), 1 + 8 * size);
    }
}

TEST(Digest, tells_lengths_apart_even_of_zeros) {
    std::set<std::uint64_t> seen;
    for (std::size_t size = 0; size < 50; ++size) {
        EXPECT_TRUE(seen.insert(digest_of(std::vector<unsigned char>(size, 0))).second) << size;
    }
}

TEST(Digest, tells_orders_apart) {
    Digest one;
    one.add(std::uint64_t{1});
    one.add(std::uint64_t{2});
    Digest other;
    other.add(std::uint64_t{2});
    other.add(std::uint64_t{1});
    EXPECT_NE(one.value(), other.value());
}

TEST(Digest, tells_where_one_text_ends_and_the_next_begins) {
    Digest one;
    one.add("ab");
    one.add("c");
    Digest other;
    other.add("a");
    other.add("bc");
    EXPECT_NE(one.value(), other.value());
}

TEST(Digest, is_the_same_for_the_same) {
    EXPECT_EQ(digest_of({1, 2, 3}), digest_of({1, 2, 3}));
}

}  // namespace
}  // namespace foothold
