#pragma once

#include "foothold/trajectory.hpp"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// A mean over replicates with its 95 % interval, from the replicates' own spread (Student's t).
/// There is no interval with one replicate.
struct Estimate {
    double mean = 0.0;
    std::optional<double> half_width;

    bool differs_from_zero() const {
        return half_width && (mean > *half_width || mean < -*half_width);
    }
};

Estimate estimate(const std::vector<double>& values);

/// One line of the answer: a quantity and its estimate in every arm but the reference.
struct AnswerRow {
    std::string key;    // for --json
    std::string label;  // for people
    std::string unit;
    std::vector<std::optional<Estimate>> arms;
};

/// What a study found, arm by arm against the reference, person by person the same luck.
struct Answer {
    std::string question;
    std::string reference_label;
    std::vector<std::string> arms;
    std::vector<std::string> labels;
    std::size_t replicates = 0;
    std::vector<AnswerRow> rows;
    std::string fingerprint;
};

/// Reads the answer out of a results file. Throws IoError.
Answer answer_from(const std::filesystem::path& results, const std::string& question);

/// The answer as a table of at most 80 columns (for up to three arms), and in words.
void print_answer(const Answer& answer, std::ostream& out);

/// The answer as JSON.
std::string json_of(const Answer& answer);

}  // namespace foothold
