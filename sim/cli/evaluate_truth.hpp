#pragma once

#include "foothold/courses.hpp"

#include "sim/cli/evaluate_report.hpp"
#include "sim/io/results.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>

namespace foothold {

/// What is compared with the reference, and everything that is known of it.
struct EvaluatedStudy {
    StudyHeader header;
    Courses region;
    Courses programme;
    FollowedPeople people;

    explicit EvaluatedStudy(const std::filesystem::path& file)
        : header{read_header(file)}, region{read_region(file)}, programme{read_programme(file)},
          people{read_followed(file)} {}
};

/// What is true of an arm, which counts among those compared with the reference, over the study's
/// first `months`. `worth` is what a year in work may cost, if somebody said. [GBP]
TrueEffect truth_of(const EvaluatedStudy& study,
                    std::size_t compared,
                    std::size_t months,
                    std::optional<double> worth);

}  // namespace foothold
