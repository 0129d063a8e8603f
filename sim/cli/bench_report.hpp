#pragma once

#include "sim/bench/machine.hpp"
#include "sim/bench/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// A report beside what it was measured on.
struct BenchPage {
    BenchReport report;
    Machine machine;
    std::string title;  // of the study
};

/// A report beside an older one.
struct BenchComparison {
    std::string file;  // of the older one
    BenchReport before;
    std::vector<Slower> slower;
};

std::string bench_text(const BenchPage& page);

std::string bench_text(const BenchComparison& it, const BenchReport& now);

std::string bench_json(const BenchPage& page, const std::optional<BenchComparison>& comparison);

/// Reads what `bench_json` wrote. Throws IoError if there is no such file, ScenarioError if it is
/// something else.
BenchReport read_bench_json(const std::string& path);

}  // namespace foothold
