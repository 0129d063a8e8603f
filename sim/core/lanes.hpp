#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

/// Four numbers at a time, as every compiler that knows vector_size makes them for the machine at
/// hand; the same bits as one at a time.
namespace foothold {

using Floats = float __attribute__((vector_size(16)));
using Integers = std::int32_t __attribute__((vector_size(16)));

inline constexpr std::size_t lanes = 4;

inline Floats load_floats(const float* from) {
    Floats values;
    std::memcpy(&values, from, sizeof values);
    return values;
}

/// The upper 24 bits of four random words: as many as a float holds exactly.
inline Floats upper_bits(const std::uint32_t* from) {
    using Words = std::uint32_t __attribute__((vector_size(16)));
    Words words;
    std::memcpy(&words, from, sizeof words);
    words >>= 8U;
    Integers bits;
    std::memcpy(&bits, &words, sizeof words);
    return __builtin_convertvector(bits, Floats);
}

/// Whether any of four truths, each all ones or nothing, holds.
inline bool any(Integers truths) {
    std::uint64_t halves[2];
    std::memcpy(halves, &truths, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/// Bit i says whether the i-th of sixteen numbers is another than `value`.
inline unsigned others_than(std::int16_t value, const std::int16_t* numbers) {
    using Shorts = std::int16_t __attribute__((vector_size(16)));
    constexpr Shorts low{1, 2, 4, 8, 16, 32, 64, 128};
    constexpr Shorts high = low << 8;
    Shorts held[2];
    std::memcpy(held, numbers, sizeof held);
    const Shorts bits =
        ((held[0] != value) & low) | ((held[1] != value) & high);  // truths: all ones
    std::uint64_t halves[2];
    std::memcpy(halves, &bits, sizeof halves);
    std::uint64_t all = halves[0] | halves[1];
    all |= all >> 32U;
    all |= all >> 16U;
    return static_cast<unsigned>(all & 0xFFFFU);
}

}  // namespace foothold
