#pragma once

#include "foothold/world.hpp"

#include <cstdint>

namespace foothold {

/// The members of one household, to loop over: consecutive rows of People, the householder first.
class Members {
  public:
    struct Iterator {
        std::uint32_t row;

        PersonId operator*() const { return {row}; }

        Iterator& operator++() {
            ++row;
            return *this;
        }

        friend bool operator==(Iterator, Iterator) = default;
    };

    Members(std::uint32_t first, std::uint32_t last) : first_{first}, last_{last} {}

    Iterator begin() const { return {first_}; }

    Iterator end() const { return {last_}; }

  private:
    std::uint32_t first_;
    std::uint32_t last_;  // row after the last of them
};

inline Members members_of(const World& world, HouseholdId h) {
    const std::uint32_t first = world.households.first[h].row;
    return {first, first + world.households.members[h]};
}

}  // namespace foothold
