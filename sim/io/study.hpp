#pragma once

#include "foothold/place.hpp"
#include "foothold/trajectory.hpp"

#include "sim/io/scenario_file.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stdexcept>

namespace foothold {

/// How far a study is.
struct StudyProgress {
    std::size_t replicates = 0;       // wanted
    std::size_t replicates_done = 0;  // finished, those of an earlier run included
    std::size_t months = 0;           // [month] that one replicate takes, all arms together
    std::size_t months_done = 0;      // [month] of the replicate in hand
};

/// Where a study's files are. docs/formats/results.md
struct StudyFiles {
    std::filesystem::path folder;

    std::filesystem::path results() const { return folder / "results.h5"; }

    std::filesystem::path scenario() const { return folder / "scenario.yaml"; }

    std::filesystem::path record() const { return folder / "run.json"; }

    std::filesystem::path segment(std::size_t replicate) const;
};

/// The user asked to stop. What is finished is kept.
class Stopped : public std::runtime_error {
  public:
    explicit Stopped(std::size_t replicates_kept);

    explicit Stopped(const std::string& what) : std::runtime_error{what} {}
};

/// Called while a study runs. All may be empty.
struct StudyWatcher {
    std::function<void(const StudyHeader&, const Replicate&, std::size_t)>
        first_look;  // of the first replicate, when all its arms have closed this time
    std::function<void(const StudyProgress&)> progress;  // after every month
    std::function<void(const StudyProgress&)> answer;    // when results.h5 holds more replicates
    std::function<bool()> should_stop;                   // asked after every month
};

/// What is common to the replicates of a study.
StudyHeader header_of(const LoadedScenario& loaded, const Place& place);

/// Runs the replicates that `files` do not hold yet, each kept in a segment as soon as it is done,
/// and merges them into results.h5 after 1, 2, 4, ... and all of them. A study that was killed goes
/// on where it was. Throws IoError, or Stopped when told to.
void run_study(const LoadedScenario& loaded,
               const Place& place,
               const StudyFiles& files,
               const StudyWatcher& watcher);

}  // namespace foothold
