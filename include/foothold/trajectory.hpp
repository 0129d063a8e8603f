#pragma once

#include "foothold/month.hpp"
#include "foothold/pairs.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// What a measured number is: its name is also its dataset in the result file.
struct MeasureInfo {
    std::string name;
    std::string unit;
    std::string meaning;

    friend bool operator==(const MeasureInfo&, const MeasureInfo&) = default;
};

/// One arm's course in one replicate. Time 0 is the opening state, shared by all arms; time t is
/// the close of the t-th month. All values are exact integers (persons, months, pence).
struct Trajectory {
    std::vector<std::vector<std::int64_t>>
        places;  // shape [measure][time * neighbourhoods + neighbourhood]
    std::vector<std::vector<std::int64_t>> programmes;  // shape [programme measure][time]
    std::vector<std::uint64_t> digest;  // shape [time]; of the whole state, bit for bit

    friend bool operator==(const Trajectory&, const Trajectory&) = default;
};

/// All arms of one replicate: the same people, the same luck.
struct Replicate {
    std::uint32_t number = 0;
    std::vector<Trajectory> arms;          // shape [arm], in the study's order
    std::vector<PairAccounts> pairs = {};  // shape [arm but the reference], in the study's order

    friend bool operator==(const Replicate&, const Replicate&) = default;
};

/// What is common to every replicate of a study, and what a reader needs to understand the file.
struct StudyHeader {
    std::string title;
    std::string scenario_yaml;  // the resolved scenario, every value filled in
    std::string version;        // e.g. "foothold 0.1.0 (1a2b3c4)"
    std::uint64_t seed = 0;
    std::uint64_t scenario_hash = 0;  // of the scenario, of the place and of the model itself
    std::uint64_t place_hash = 0;
    std::string place_licence;  // to be printed with anything made from the results
    CalendarMonth
        start;  // calendar month of time 1, the first month simulated after the opening state
    std::size_t times = 0;  // opening state and months: horizon + 1
    std::vector<std::string> arms;
    std::vector<std::string> arm_labels;      // in plain words
    std::size_t reference = 0;                // which arm the others are compared with
    std::vector<std::string> neighbourhoods;  // codes
    std::vector<std::string> neighbourhood_names;
    std::vector<MeasureInfo> place_measures;
    std::vector<MeasureInfo> programme_measures;
    std::vector<MeasureInfo> pair_measures;  // of an arm and the reference together
    std::vector<LedgerGroup> ledger_groups;  // each with an account of its own
    std::vector<std::string> parameters;     // dotted paths of all numeric parameters
    std::vector<double> parameter_values;    // same shape

    /// Years the study lives; the last may be short.
    std::size_t years() const { return (times - 1 + months_per_year - 1) / months_per_year; }

    friend bool operator==(const StudyHeader&, const StudyHeader&) = default;
};

}  // namespace foothold
