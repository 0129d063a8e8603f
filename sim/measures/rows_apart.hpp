#pragma once

#include "foothold/world.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace foothold {

/// So many rows of people are compared at once.
inline constexpr std::size_t rows_together = 1024;
using RowsId = Id<struct RowsTag>;

/// The few among up to `rows_together` rows of people that an account must look at: those where the
/// life, the activity, the job or the barriers may differ between two worlds, and those watched.
/// Columns are compared as wholes, for most rows are equal.
class RowsApart {
  public:
    RowsApart(const World& one,
              const World& other,
              const std::vector<std::uint8_t>& watched,
              std::size_t first,
              std::size_t count);

    template <class Visit>
    void for_each(Visit visit) const {
        std::uint64_t eight = 0;
        for (std::size_t i = 0; i < count_; i += sizeof eight) {
            std::memcpy(&eight, &apart_[i], sizeof eight);
            for (std::size_t row = i; eight != 0 && row < i + sizeof eight; ++row) {
                if (apart_[row] != 0) {
                    visit(PersonId{static_cast<std::uint32_t>(first_ + row)});
                }
            }
        }
    }

  private:
    template <class T>
    void compare(const Column<PersonId, T>& one, const Column<PersonId, T>& other);

    void compare_households(const World& one, const World& other);

    std::size_t first_;
    std::size_t count_;
    std::array<std::uint8_t, rows_together> apart_{};  // 1 where a row must be looked at
};

}  // namespace foothold
