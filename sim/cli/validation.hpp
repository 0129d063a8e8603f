#pragma once

#include "sim/experiments/patterns.hpp"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// One row of the validation table, as it came out.
struct ValidationRow {
    Pattern pattern;
    std::optional<Estimate> simulated;
    Verdict verdict = Verdict::cannot_tell;
    std::string command;  // that makes this row again
};

/// What an experiment was and took.
struct ExperimentRecord {
    Experiment plan;
    std::size_t neighbourhoods = 0;
    std::size_t people = 0;      // [person] in the model, of all ages
    std::size_t replicates = 0;  // lived
    std::size_t months = 0;      // [month] of the place that one replicate takes, all arms together
    double seconds = 0.0;
};

struct Validation {
    std::string command;   // that made all of it
    std::string scenario;  // file whose parameters were validated
    std::string place;
    std::string version;
    std::uint64_t seed = 0;
    std::vector<ValidationRow> rows;
    std::vector<ExperimentRecord> experiments;

    std::size_t count(Verdict verdict) const;

    double seconds() const;
};

/// A table of 80 columns, and what it means.
void print_validation(const Validation& validation, std::ostream& out);

/// The same for programs. docs/formats/validation.md
std::string json_of(const Validation& validation);

/// The same as a page of documentation.
void write_validation_page(const Validation& validation, std::ostream& out);

/// A value in a row's unit, with as many decimals as its published figure deserves.
std::string in_unit(double value, const Pattern& pattern);

/// "24.1 (23.6 to 24.6)"; "n/a" without a value.
std::string with_interval(const ValidationRow& row);

/// The verdict; a row that parameters were fitted to says so.
std::string verdict_text(const ValidationRow& row);

}  // namespace foothold
