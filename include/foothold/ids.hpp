#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace foothold {

/// A row number that cannot be mistaken for the row number of something else.
template <class Tag, class Row = std::uint32_t>
struct Id {
    static constexpr Row none = std::numeric_limits<Row>::max();

    Row row = none;

    friend auto operator<=>(Id, Id) = default;

    explicit operator bool() const { return row != none; }
};

using PersonId = Id<struct PersonTag>;
using HouseholdId = Id<struct HouseholdTag>;
using NeighbourhoodId = Id<struct NeighbourhoodTag, std::uint16_t>;
using ZoneId = Id<struct ZoneTag, std::uint16_t>;
using CaseId = Id<struct CaseTag>;
using AdvocateId = Id<struct AdvocateTag>;

}  // namespace foothold
