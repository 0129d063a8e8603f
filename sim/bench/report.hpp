#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// What was lived. Speeds can be compared only where this is the same.
struct BenchSubject {
    std::string scenario;     // its name
    std::int64_t people = 0;  // [person] whom the place's figures count
    std::size_t neighbourhoods = 0;
    std::size_t arms = 0;
    std::size_t months = 0;  // [month] of each arm that are timed

    double person_months() const {
        return static_cast<double>(people) * static_cast<double>(arms * months);
    }

    friend bool operator==(const BenchSubject&, const BenchSubject&) = default;
};

/// How fast the model is with so many threads; medians over the runs.
struct ThreadsSpeed {
    std::size_t threads = 0;
    double whole = 0.0;         // [ns/person-month]
    std::vector<double> parts;  // [ns/person-month]; shape [part]
    double opening = 0.0;       // [s] to open the world
    double copy = 0.0;          // [byte/s] a plain copy of memory
};

/// What `foothold bench` measured.
struct BenchReport {
    BenchSubject subject;
    std::size_t repeats = 0;
    std::vector<std::string> parts;       // of a month: phases, measures, digest, pairs
    double place_read = 0.0;              // [s] scenario and place, from their files
    std::optional<double> bytes_at_most;  // [byte/person] while all arms live side by side
    double bytes_of_world = 0.0;          // [byte/person] of one arm's columns
    double yardstick = 0.0;               // [ns/person-month]
    std::vector<ThreadsSpeed> speeds;     // in the order asked for

    /// How many times as fast as the yardstick something is that takes `ns` per person-month; none
    /// if it takes no time.
    std::optional<double> ratio(double ns) const {
        return ns > 0.0 ? std::optional{yardstick / ns} : std::nullopt;
    }

    /// Share of the machine's memory traffic that one look at every column a month makes.
    double share_of_copy(const ThreadsSpeed& it) const {
        constexpr double nanosecond = 1e-9;  // [s]
        return bytes_of_world / (it.whole * nanosecond) / it.copy;
    }
};

/// Something that is slower than it was.
struct Slower {
    std::size_t threads;
    std::string part;  // or `whole_month`
    double before;     // [1] ratio to the yardstick
    double now;        // [1]
};

inline constexpr const char* whole_month = "whole month";
inline constexpr double tolerated_loss = 0.2;  // [1] of a ratio to the yardstick

/// What lost more than `tolerated_loss` of its ratio to the yardstick: the month, or a part of it
/// that takes at least a hundredth of the month in either report. Looks at the numbers of threads
/// and the parts that both have.
std::vector<Slower> losses(const BenchReport& before, const BenchReport& now);

}  // namespace foothold
