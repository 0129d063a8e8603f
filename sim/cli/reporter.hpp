#pragma once

#include "sim/cli/progress.hpp"
#include "sim/io/study.hpp"

#include <string>

namespace foothold {

/// Tells on the terminal how a study goes: progress, a first look at it, and the answer whenever
/// the results hold more replicates. The last answer is the result.
struct Reporter {
    const std::string& question;
    const StudyFiles& files;
    ProgressLine& line;
    bool json;
    bool quiet;

    /// What calls this reporter, which must outlive it.
    StudyWatcher watcher() const;

    void look(const StudyHeader& header, const Replicate& so_far, std::size_t time) const;
    void answer(const StudyProgress& at) const;
};

}  // namespace foothold
