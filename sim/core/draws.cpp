#include "foothold/draws.hpp"

#include "sim/core/philox.hpp"

// The batch below is plain integer arithmetic, so every instruction set gives the same bits; where
// the compiler can choose at load time, it may use wider registers.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)                                \
    && !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
#define FOOTHOLD_WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOOTHOLD_WIDE
#endif

namespace foothold {

namespace {

/// Counter of the generator for one address.
constexpr std::array<std::uint32_t, 4> counter_of(std::uint32_t row,
                                                  std::uint16_t life,
                                                  std::uint32_t which,
                                                  std::uint16_t month,
                                                  Purpose purpose,
                                                  std::uint32_t replicate) {
    return {row,
            which,
            (std::uint32_t{month} << 16) | static_cast<std::uint32_t>(purpose),
            (std::uint32_t{life} << 16) | replicate};
}

struct Batch {
    std::uint32_t first;
    const std::uint16_t* lives;
    std::size_t rows;
    std::array<std::uint32_t, 4> counter;  // of life 0; row and life are added per row
    std::array<std::uint32_t, 2> key;
};

FOOTHOLD_WIDE void fill(const Batch& batch,
                        std::uint32_t* __restrict a,
                        std::uint32_t* __restrict b,
                        std::uint32_t* __restrict c,
                        std::uint32_t* __restrict d) {
    for (std::size_t i = 0; i < batch.rows; ++i) {
        std::uint32_t c0 = batch.first + static_cast<std::uint32_t>(i);
        std::uint32_t c1 = batch.counter[1];
        std::uint32_t c2 = batch.counter[2];
        std::uint32_t c3 = batch.counter[3] | (std::uint32_t{batch.lives[i]} << 16);
        std::uint32_t k0 = batch.key[0];
        std::uint32_t k1 = batch.key[1];
#pragma GCC unroll 10
        for (int round = 0; round < 10; ++round) {
            const std::uint64_t x = std::uint64_t{0xD2511F53} * c0;
            const std::uint64_t y = std::uint64_t{0xCD9E8D57} * c2;
            c0 = static_cast<std::uint32_t>(y >> 32) ^ c1 ^ k0;
            c1 = static_cast<std::uint32_t>(y);
            c2 = static_cast<std::uint32_t>(x >> 32) ^ c3 ^ k1;
            c3 = static_cast<std::uint32_t>(x);
            k0 += 0x9E3779B9U;
            k1 += 0xBB67AE85U;
        }
        a[i] = c0;
        b[i] = c1;
        c[i] = c2;
        d[i] = c3;
    }
}

}  // namespace

std::array<std::uint32_t, 4> Draws::words(Address who, Purpose purpose, std::uint32_t which) const {
    return philox4x32(counter_of(who.row, who.life, which, month_, purpose, replicate_), key_);
}

double Draws::uniform(Address who, Purpose purpose, std::uint32_t which) const {
    const auto bits = words(who, purpose, which);
    return uniform_from(bits[0], bits[1]);
}

void Draws::words(std::uint32_t first,
                  std::span<const std::uint16_t> lives,
                  Purpose purpose,
                  std::uint32_t which,
                  std::array<std::uint32_t*, 4> columns) const {
    const Batch batch{first,
                      lives.data(),
                      lives.size(),
                      counter_of(0, 0, which, month_, purpose, replicate_),
                      key_};
    fill(batch, columns[0], columns[1], columns[2], columns[3]);
}

}  // namespace foothold
