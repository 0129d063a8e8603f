#pragma once

#include "foothold/trajectory.hpp"

#include "sim/experiments/estimate.hpp"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// What it costs to gain one, with the interval that follows from the gain's, which dwarfs the
/// cost's. Nothing where the gain cannot be told from none.
std::optional<Estimate> cost_of_one(const Estimate& cost, const Estimate& gain);

/// One line of the answer: a quantity and its estimate in every arm but the reference.
struct AnswerRow {
    std::string key;    // for --json
    std::string label;  // for people
    std::string unit;
    bool is_gain = false;  // over the reference
    std::vector<std::optional<Estimate>> arms;
};

/// Years in work of one arm less those of another, over the whole study.
struct Contrast {
    std::string arm;
    std::string other;
    Estimate job_years;
};

/// What a study found, arm by arm against the reference, person by person the same luck.
struct Answer {
    std::string question;
    std::string reference;
    std::string reference_label;
    std::vector<std::string> arms;
    std::vector<std::string> labels;
    std::size_t replicates = 0;
    std::size_t months = 0;  // [month] of the study
    std::vector<AnswerRow> rows;
    std::vector<Contrast> contrasts;  // of the arms among themselves
    std::string fingerprint;

    /// The row of that key. The answer must have it.
    const AnswerRow& row(const std::string& key) const;
};

/// Reads the answer out of a results file. Throws IoError.
Answer answer_from(const std::filesystem::path& results, const std::string& question);

/// The answer as tables of at most three arms and 80 columns, and in words.
void print_answer(const Answer& answer, std::ostream& out);

/// The answer as JSON. docs/formats/results.md
std::string json_of(const Answer& answer);

}  // namespace foothold
