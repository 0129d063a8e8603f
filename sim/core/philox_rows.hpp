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
    std::array<std::uint32_t*, 4> words;  // where the four words of the first row go
    std::size_t stride;                   // from there to where those of the next one go: 1 fills
                                          // four columns; else the four words must be neighbours
};

void philox_rows(const PhiloxRows& batch);

}  // namespace foothold
