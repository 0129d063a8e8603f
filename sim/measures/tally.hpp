#pragma once

#include "foothold/barrier.hpp"
#include "foothold/world.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {

/// How many activities there are.
inline constexpr std::size_t activities = static_cast<std::size_t>(Activity::aged_out) + 1;

/// How many have each barrier.
using BarrierCounts = std::array<std::int32_t, most_barriers>;

/// What all measures of one neighbourhood and month are made from. People are those of working age;
/// the workless search, are inactive or are sick.
struct Tally {
    static constexpr int year = 12;  // [month] the usual border of long-term worklessness

    std::array<std::int32_t, activities> by_activity{};  // [person]
    std::array<std::int32_t, tiers> by_tier{};           // [person] in work
    std::array<std::int32_t, year + 1> by_months_in{};   // [person] in work since so many months
    std::array<std::int32_t, 3> by_years_out{};  // [person] workless; two years or more are 2
    std::int32_t job_changes = 0;                // [person] this month, from job to job
    std::int32_t job_losses = 0;                 // [person] this month, and not in work again
    std::int32_t supported = 0;                  // [person] with an open case
    std::int32_t barriers = 0;                   // [barrier] that people face, of those that count
    std::int32_t barriers_of_workless = 0;       // [barrier] the same
    BarrierCounts facing{};                      // [person] who face it, own or shared
    BarrierCounts held{};                        // [person or household] whose own it is
    std::int32_t universal_credit = 0;           // [household] that receive it
    std::int64_t benefits = 0;                   // [pence/month]
    std::int64_t taxes = 0;                      // [pence/month]
    std::int64_t incomes = 0;                    // [pence/month] net

    std::int64_t doing(Activity activity) const {
        return by_activity[static_cast<std::size_t>(activity)];
    }

    Tally& operator+=(const Tally& other);
};

/// Everybody at the close of the month, counted in one walk. Shape [neighbourhood].
std::vector<Tally> tallies(const World& world, Month now);

}  // namespace foothold
