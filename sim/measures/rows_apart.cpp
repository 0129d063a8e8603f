#include "sim/measures/rows_apart.hpp"

#include "foothold/arrival.hpp"
#include "foothold/members.hpp"

#include <algorithm>

namespace foothold {

RowsApart::RowsApart(const World& one,
                     const World& other,
                     const std::vector<std::uint8_t>& watched,
                     std::size_t first,
                     std::size_t count)
    : first_{first}, count_{count} {
    std::copy_n(watched.begin() + static_cast<std::ptrdiff_t>(first), count, apart_.begin());
    compare(one.people.life, other.people.life);
    compare(one.people.activity, other.people.activity);
    compare(one.people.job_zone, other.people.job_zone);
    compare(one.people.job_tier, other.people.job_tier);
    compare(one.people.barriers, other.people.barriers);
    compare_households(one, other);
}

template <class T>
void RowsApart::compare(const Column<PersonId, T>& one, const Column<PersonId, T>& other) {
    const T* a = &one.values()[first_];
    const T* b = &other.values()[first_];
    if (std::memcmp(a, b, count_ * sizeof(T)) == 0) {
        return;
    }
    for (std::size_t i = 0; i < count_; ++i) {
        apart_[i] = static_cast<std::uint8_t>(apart_[i] | std::uint8_t{a[i] != b[i]});
    }
}

/// The households of consecutive people are consecutive.
void RowsApart::compare_households(const World& one, const World& other) {
    const std::size_t end = first_ + count_;
    const HouseholdId last = one.people.household.values()[end - 1];
    HouseholdId h = one.people.household.values()[first_];
    const auto all_equal = [&](const auto& a, const auto& b) {
        return std::memcmp(&a[h], &b[h], (last.row + 1 - h.row) * sizeof a[h]) == 0;
    };
    if (all_equal(one.households.arrived, other.households.arrived)
        && all_equal(one.households.arrived_in, other.households.arrived_in)
        && all_equal(one.households.barriers, other.households.barriers)) {
        return;
    }
    for (; h.row <= last.row; ++h.row) {
        if (came_alike(one, other, h)
            && one.households.barriers[h] == other.households.barriers[h]) {
            continue;
        }
        for (const PersonId p : members_of(one, h)) {
            if (first_ <= p.row && p.row < end) {
                apart_[p.row - first_] = 1;
            }
        }
    }
}

}  // namespace foothold
