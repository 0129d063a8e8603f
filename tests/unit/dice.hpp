#pragma once

#include "foothold/draws.hpp"

#include <cstdint>

namespace foothold {

/// Random numbers for making up test cases: a fixed seed gives the same ones everywhere.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : luck_{seed, 0, 0} {}

    /// Uniform on (0, 1).
    double share() { return luck_.uniform({next_++, 0}, Purpose::birth_structure); }

    double between(double least, double most) { return least + (most - least) * share(); }

    /// One of 0 .. count - 1.
    int below(int count) { return static_cast<int>(share() * count); }

    bool chance(double probability) { return share() < probability; }

  private:
    Draws luck_;
    std::uint32_t next_ = 0;
};

}  // namespace foothold
