#pragma once

#include "foothold/courses.hpp"
#include "foothold/trajectory.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// People in work by arm, replicate, year and neighbourhood, added up over the months from the
/// study's start to the close of the year: what the measure `employed` says by itself.
struct JobMonths {
    std::size_t replicates = 0;
    std::size_t years = 0;  // the last may be short
    std::size_t neighbourhoods = 0;
    std::vector<std::int64_t> values;

    // shape [((arm * replicates + replicate) * years + year) * neighbourhoods], [person-month]

    std::int64_t
    at(std::size_t arm, std::size_t replicate, std::size_t year, std::size_t neighbourhood) const {
        return values[((arm * replicates + replicate) * years + year) * neighbourhoods
                      + neighbourhood];
    }
};

/// Months that the first `years` years of a study have: twelve each, fewer in a short last one.
std::size_t months_in(std::size_t years, const StudyHeader& header);

/// What does not add up in a study's accounts, each in a sentence; nothing if all does. In every
/// arm, replicate and year: each line comes to the same over the groups of every dimension; net is
/// the difference of `employed` of the whole place, summed over months; and in each neighbourhood
/// it is that of `employed` there.
std::vector<std::string> ledger_faults(const StudyHeader& header,
                                       const Ledgers& ledgers,
                                       const Courses& region,
                                       const JobMonths& by_neighbourhood);

}  // namespace foothold
