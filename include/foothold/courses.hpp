#pragma once

#include "foothold/trajectory.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// Measures by arm, replicate and time: what is left when the neighbourhoods are summed.
struct Courses {
    std::vector<MeasureInfo> measures;
    std::vector<std::string> arms;
    std::vector<std::uint32_t> replicates;  // their numbers, ascending
    std::size_t times = 0;
    std::vector<std::vector<std::int64_t>>
        values;  // shape [measure][(arm * replicates + replicate) * times + time]

    /// `replicate` counts from 0, whatever the replicates' numbers.
    std::int64_t
    at(std::size_t measure, std::size_t arm, std::size_t replicate, std::size_t time) const {
        return values[measure][(arm * replicates.size() + replicate) * times + time];
    }
};

/// Accounts of job-months by compared arm, replicate, year and group, added up from the study's
/// start to the close of the year.
struct Ledgers {
    std::vector<LedgerGroup> groups;
    std::vector<std::string> arms;          // those compared with the reference
    std::vector<std::uint32_t> replicates;  // their numbers, ascending
    std::size_t years = 0;                  // the last may be short
    std::vector<Ledger> values;  // shape [((arm * replicates + replicate) * years + year) * groups]

    const Ledger&
    at(std::size_t arm, std::size_t replicate, std::size_t year, std::size_t group) const {
        return values[((arm * replicates.size() + replicate) * years + year) * groups.size()
                      + group];
    }
};

/// Everybody who was followed, by compared arm and replicate.
struct FollowedPeople {
    std::vector<std::string> arms;              // those compared with the reference
    std::vector<std::uint32_t> replicates;      // their numbers, ascending
    std::vector<std::vector<Followed>> people;  // shape [arm * replicates + replicate]

    const std::vector<Followed>& at(std::size_t arm, std::size_t replicate) const {
        return people[arm * replicates.size() + replicate];
    }
};

}  // namespace foothold
