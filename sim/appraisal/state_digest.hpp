#pragma once

#include "foothold/world.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// A digest of each part of a world, so that what differs can be named without keeping a second
/// world. Programmes that have done nothing yet count as absent; the digest in the results file
/// holds their empty record too, and so tells nothing of arms with different programmes.
struct StateDigest {
    std::vector<std::uint64_t> people;  // by column of People, then of Households
    std::vector<std::uint64_t> place;   // by column of Neighbourhoods, then jobs
    std::uint64_t programmes = 0;

    friend bool operator==(const StateDigest&, const StateDigest&) = default;
};

StateDigest state_digest(const World& world);

/// Names of the columns that `StateDigest::people` stands for, e.g. "people.activity".
std::vector<std::string> person_columns();

/// Names of what `StateDigest::place` stands for.
std::vector<std::string> place_columns();

}  // namespace foothold
