#pragma once

#include "foothold/courses.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace foothold {

/// The groups of people who differ from their other self: whom a programme has supported so far;
/// others of such a household; everybody else; who lives here in only one of the worlds.
inline constexpr std::array<std::string_view, 4> cascade_measures{
    "differ_supported", "differ_household", "differ_others", "differ_moved"};

/// How far a policy has spread, some months after the first person differed.
struct CascadeRow {
    std::size_t months = 0;                                // [month] since
    std::size_t replicates = 0;                            // that last so long
    std::array<double, cascade_measures.size()> people{};  // [person] mean over them
};

/// Months after the first person differed that every replicate lives; replicates in which nobody
/// ever differs are passed over. 0 if there are no others. [month]
std::size_t months_reached(const Courses& pairs, std::size_t arm);

/// `pairs` are the pair measures, whose arms are those compared. Rows that no replicate reaches are
/// left out.
std::vector<CascadeRow>
cascade(const Courses& pairs, std::size_t arm, const std::vector<std::size_t>& months);

}  // namespace foothold
