#pragma once

#include "foothold/trajectory.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace foothold {

/// When, where and how results were made: everything that may differ between two equal runs.
struct RunRecord {
    std::string scenario;  // path of the scenario as the user gave it
    std::string results;   // name of the results file, seen from the folder of the record
    std::string command;   // what was typed
    std::string host;
    std::chrono::system_clock::time_point started;
    std::chrono::system_clock::time_point finished;
};

/// Writes the record beside the results as JSON-LD in the manner of a Process Run Crate
/// (https://w3id.org/ro/wfrun/process). Throws IoError.
void write_run_record(const std::filesystem::path& path,
                      const StudyHeader& header,
                      const RunRecord& record);

}  // namespace foothold
