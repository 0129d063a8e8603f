#pragma once

#include "foothold/pairs.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace foothold {

/// One column of the table of people followed: a whole number for each.
struct FollowedColumn {
    std::string_view name;
    std::string_view unit;
    std::string_view meaning;
    std::int64_t (*get)(const Followed&);
    void (*set)(Followed&, std::int64_t);
};

/// The columns, in the order of the files.
const std::vector<FollowedColumn>& followed_columns();

/// The numbers of one person, in that order, and back.
std::vector<std::int64_t> numbers_of(const Followed& person);
Followed followed_from(const std::int64_t* numbers);

}  // namespace foothold
