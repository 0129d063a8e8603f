#pragma once

#include "sim/appraisal/funding_length.hpp"
#include "sim/cli/commands.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// What was typed after `foothold cliff`.
struct CliffArguments {
    ScenarioArguments scenario;  // or results
    CliffQuestion asked;
    std::string out;
    std::size_t threads = 0;
    std::optional<std::uint64_t> replicates;
    bool json = false;
    bool csv = false;
    bool quiet = false;
    std::vector<std::string> typed;  // options, by their long name
};

/// What a study that was made by `foothold cliff` found. Refuses another study.
CliffFindings cliff_findings_in(const std::filesystem::path& results);

/// Prints findings in the form asked for.
void print_cliff(const CliffFindings& found,
                 const std::filesystem::path& results,
                 const CliffArguments& given);

/// Prints the findings of a study that has been run. Options that ask for what it is not are
/// refused; those that ask for what it is, or for threads, are named on standard error as having
/// done nothing.
ExitCode read_cliff(const std::filesystem::path& results, const CliffArguments& given);

}  // namespace foothold
