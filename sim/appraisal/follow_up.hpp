#pragma once

#include "foothold/pairs.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace foothold {

/// What a programme calls its success, at or by so many months after the month in which support
/// began.
enum class Success : std::uint8_t {
    in_work,             // in work at the close of the follow-up month
    ever_in_work,        // in work at the close of any month up to it
    sustained_13_weeks,  // came to work from not working, and it lasted
    sustained_26_weeks,
    months_in_work,  // [month] in work, of those up to it
};
inline constexpr std::array<std::string_view, 5> success_names{
    "in_work", "ever_in_work", "sustained_13_weeks", "sustained_26_weeks", "months_in_work"};

/// What success means and when one looks.
struct FollowUp {
    Success success = Success::in_work;
    std::size_t months = 12;  // [month] after the month in which support began
};

/// The outcome of one life, 0 or 1, or months. `course` is Followed::in_work or in_work_without;
/// item m is m months after the month in which support began. Nothing where somebody has gone or is
/// too old by then. The course must reach the follow-up.
std::optional<double>
outcome_of_life(const std::vector<std::int8_t>& course, bool worked_before, FollowUp at);

/// The outcome of somebody who stays as they were when support began.
double outcome_if_unchanged(bool worked_before, FollowUp at);

}  // namespace foothold
