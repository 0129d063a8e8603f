#include "sim/appraisal/follow_up.hpp"

#include "sim/core/contracts.hpp"

#include <algorithm>
#include <iterator>

namespace foothold {

namespace {

/// Whether a spell of work that began after not working lasted `months`: as the measures
/// sustained_13_weeks and sustained_26_weeks have it, so many months after the one it began in.
bool sustained(const std::vector<std::int8_t>& course,
               bool worked_before,
               std::size_t last,
               std::size_t months) {
    bool counts = !worked_before;
    std::size_t in_a_row = 0;
    for (std::size_t month = 0; month <= last; ++month) {
        const bool works = course[month] == 1;
        counts = counts || !works;
        in_a_row = works && counts ? in_a_row + 1 : 0;
        if (in_a_row > months) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<double>
outcome_of_life(const std::vector<std::int8_t>& course, bool worked_before, FollowUp at) {
    constexpr std::size_t quarter = 3;
    constexpr std::size_t half_year = 6;
    FOOTHOLD_EXPECT(at.months < course.size());
    const auto last = course.begin() + static_cast<std::ptrdiff_t>(at.months);
    if (*last < 0) {
        return std::nullopt;
    }
    const auto worked = std::count(std::next(course.begin()), std::next(last), std::int8_t{1});
    switch (at.success) {
    case Success::in_work:
        return *last == 1 ? 1.0 : 0.0;
    case Success::ever_in_work:
        return worked > 0 ? 1.0 : 0.0;
    case Success::sustained_13_weeks:
        return sustained(course, worked_before, at.months, quarter) ? 1.0 : 0.0;
    case Success::sustained_26_weeks:
        return sustained(course, worked_before, at.months, half_year) ? 1.0 : 0.0;
    case Success::months_in_work:
        return static_cast<double>(worked);
    }
    return std::nullopt;
}

double outcome_if_unchanged(bool worked_before, FollowUp at) {
    switch (at.success) {
    case Success::in_work:
    case Success::ever_in_work:
        return worked_before ? 1.0 : 0.0;
    case Success::months_in_work:
        return worked_before ? static_cast<double>(at.months) : 0.0;
    case Success::sustained_13_weeks:
    case Success::sustained_26_weeks:
        break;  // nobody comes to work from not working
    }
    return 0.0;
}

}  // namespace foothold
