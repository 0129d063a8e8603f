#pragma once

#include "sim/experiments/sensitivity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// What a study of sensitivity found.
struct SensitivityFindings {
    std::string outcome;  // in words
    std::string unit;
    std::vector<Knob> knobs;  // of the screening
    std::optional<Screening> screening;
    std::vector<Knob> looked_at;  // of the decomposition
    std::optional<Decomposition> decomposition;
};

/// Tables of at most 80 columns, with bars.
std::string sensitivity_text(const SensitivityFindings& found);

std::string morris_csv(const SensitivityFindings& found);
std::string sobol_csv(const SensitivityFindings& found);

/// The picture.
std::string sensitivity_svg(const SensitivityFindings& found);

}  // namespace foothold
