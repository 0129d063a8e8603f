#pragma once

#include <cstdint>
#include <string>

namespace foothold {

/// Months since the study's start: 0 is the first month in which programmes may run, burn-in months
/// are negative. Durations are stored as the month they began, so that idle people are never
/// written.
using Month = std::int16_t;

/// "It never happened": far enough back that every duration counted from it is long.
inline constexpr Month never = -10000;

inline constexpr std::int32_t months_per_year = 12;

/// A month of the calendar, written 2018-04 in YAML.
struct CalendarMonth {
    std::int32_t year = 0;
    std::int32_t month = 1;  // 1 is January

    constexpr std::int32_t index() const { return year * months_per_year + (month - 1); }

    friend auto operator<=>(const CalendarMonth&, const CalendarMonth&) = default;
};

/// The calendar month that lies `offset` months after `start`.
constexpr CalendarMonth later(CalendarMonth start, std::int32_t offset) {
    const std::int32_t index = start.index() + offset;
    return {index / months_per_year, index % months_per_year + 1};
}

/// "2018-04".
inline std::string text(CalendarMonth month) {
    return std::to_string(month.year) + (month.month < 10 ? "-0" : "-")
           + std::to_string(month.month);
}

}  // namespace foothold
