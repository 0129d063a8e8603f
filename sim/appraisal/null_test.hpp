#pragma once

#include "foothold/courses.hpp"
#include "foothold/place.hpp"
#include "foothold/scenario.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// First time at which a measure of two arms differs in one replicate; nothing if none ever does.
std::optional<std::size_t>
first_parted(const Courses& courses, std::size_t arm, std::size_t reference, std::size_t replicate);

/// The study of two arms that must be one and the same: the reference, and a twin that also has
/// every programme of `arms`, with no money.
Scenario
twin_study(const Scenario& scenario, const std::vector<std::string>& arms, std::int32_t months);

/// What differs between the reference and its twin.
struct NullTest {
    std::int32_t months = 0;              // [month] lived
    std::vector<std::string> programmes;  // of the twin, beyond the reference's
    std::size_t compared = 0;             // [number] measures by neighbourhood and time
    std::string failure;  // in words: what differs first, and when; empty if nothing does

    bool passes() const { return failure.empty(); }
};

/// Lives a study of two arms and compares every place measure in every neighbourhood and every
/// column of people and households.
NullTest compare_twins(const Scenario& study,
                       const Place& place,
                       std::uint32_t replicate,
                       const std::function<void()>& month_done = {});

/// The same of the first `months` months of the reference and its twin.
NullTest null_test(const Scenario& scenario,
                   const Place& place,
                   const std::vector<std::string>& arms,
                   std::uint32_t replicate,
                   std::int32_t months,
                   const std::function<void()>& month_done = {});

}  // namespace foothold
