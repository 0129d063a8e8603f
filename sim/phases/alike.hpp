#pragma once

#include "foothold/world.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace foothold {

/// Which households of [first, last), members included, are the same in two worlds in the columns
/// that were asked about. Columns are compared as wholes, for most of most worlds is equal.
class Alike {
  public:
    Alike(const World& one, const World& other, std::uint32_t first, std::uint32_t last)
        : one_{one}, other_{other}, first_{first},
          apart_(last - first, 0), first_person_{one.households.first[{first}].row},
          people_{one.households.first[{last - 1}].row + one.households.members[{last - 1}]
                  - first_person_} {}

    template <class T>
    Alike& in(Column<PersonId, T> People::*column) {
        compare(one_.people.*column, other_.people.*column, first_person_, people_, [&](auto p) {
            return one_.people.household[p];
        });
        return *this;
    }

    template <class T>
    Alike& in(Column<HouseholdId, T> Households::*column) {
        compare(
            one_.households.*column, other_.households.*column, first_, apart_.size(), [](auto h) {
                return h;
            });
        return *this;
    }

    bool all() const { return none_apart_; }

    bool is(HouseholdId h) const { return apart_[h.row - first_] == 0; }

  private:
    template <class IdT, class T, class HouseholdOf>
    void compare(const Column<IdT, T>& one,
                 const Column<IdT, T>& other,
                 std::uint32_t first,
                 std::size_t count,
                 HouseholdOf household_of) {
        const T* a = &one.values()[first];
        const T* b = &other.values()[first];
        if (std::memcmp(a, b, count * sizeof(T)) == 0) {
            return;
        }
        none_apart_ = false;
        for (std::size_t i = 0; i < count; ++i) {
            if (!(a[i] == b[i])) {
                const IdT id{static_cast<decltype(IdT::row)>(first + i)};
                apart_[household_of(id).row - first_] = 1;
            }
        }
    }

    const World& one_;
    const World& other_;
    std::uint32_t first_;
    std::vector<std::uint8_t> apart_;  // shape [household]
    std::uint32_t first_person_;
    std::size_t people_;
    bool none_apart_ = true;
};

}  // namespace foothold
