#pragma once

#include "foothold/draws.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/philox.hpp"

#include <cstdint>

namespace foothold {

/// What the luck of an experiment is for. The model's own luck is drawn elsewhere (Draws): the two
/// never mix.
enum class Chance : std::uint32_t { start, resample, step, accept, trajectory, choice };

/// Random numbers of an experiment by address: (seed, what for, three numbers). No state, so they
/// do not depend on who draws first.
class Luck {
  public:
    explicit Luck(std::uint64_t seed)
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)} {}

    /// Uniform on (0, 1).
    double uniform(Chance chance, std::size_t a, std::size_t b = 0, std::size_t c = 0) const {
        const auto word = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
        const auto words = philox4x32(
            {word(a), word(b), word(c), first_purpose + static_cast<std::uint32_t>(chance)}, key_);
        return uniform_from(words[0], words[1]);
    }

    double normal(Chance chance, std::size_t a, std::size_t b = 0, std::size_t c = 0) const {
        return normal_quantile(uniform(chance, a, b, c));
    }

    /// A whole number below n.
    std::size_t below(std::size_t n, Chance chance, std::size_t a, std::size_t b = 0) const {
        return static_cast<std::size_t>(uniform(chance, a, b) * static_cast<double>(n));
    }

  private:
    static constexpr std::uint32_t first_purpose = 0xF0000000;  // beyond those of the model

    std::array<std::uint32_t, 2> key_;
};

}  // namespace foothold
