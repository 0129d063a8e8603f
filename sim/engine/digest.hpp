#pragma once

#include "foothold/world.hpp"

#include <cstdint>

namespace foothold {

/// A digest of the whole state, bit for bit.
std::uint64_t digest_of(const World& world);

}  // namespace foothold
