#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace foothold {

/// Philox4x32-10 of many consecutive rows: counter = {first + i, counter[1], counter[2], counter[3]
/// | lives[i] << 16}. Plain integer arithmetic, so every instruction set gives the same bits; the
/// widest one that the processor has is chosen when the program starts.
struct PhiloxRows {
    std::uint32_t first;
    const std::uint16_t* lives;  // shape [rows]
    std::size_t rows;
    std::array<std::uint32_t, 4> counter;
    std::array<std::uint32_t, 2> key;
    std::array<std::uint32_t*, 4> columns;  // each of shape [rows]; receives one word a row
};

void philox_rows(const PhiloxRows& batch);

}  // namespace foothold
