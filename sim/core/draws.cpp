#include "foothold/draws.hpp"

#include "sim/core/philox.hpp"
#include "sim/core/philox_rows.hpp"

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
    philox_rows({first,
                 lives.data(),
                 lives.size(),
                 counter_of(0, 0, which, month_, purpose, replicate_),
                 key_,
                 columns,
                 1});
}

void Draws::words_side_by_side(std::uint32_t first,
                               std::span<const std::uint16_t> lives,
                               Purpose purpose,
                               std::uint32_t which,
                               std::uint32_t* words,
                               std::size_t stride) const {
    philox_rows({first,
                 lives.data(),
                 lives.size(),
                 counter_of(0, 0, which, month_, purpose, replicate_),
                 key_,
                 {words, words + 1, words + 2, words + 3},
                 stride});
}

}  // namespace foothold
