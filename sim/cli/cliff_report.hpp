#pragma once

#include "sim/appraisal/funding_length.hpp"

#include <string>

namespace foothold {

/// The findings as tables of 80 columns, with their notes.
std::string cliff_text(const CliffFindings& found, const std::string& fingerprint);

/// Everything, with whole numbers by replicate. docs/methods/cliff.md
std::string cliff_json(const CliffFindings& found, const std::string& fingerprint);

/// One row for every length, further month, cause and contrast.
std::string cliff_csv(const CliffFindings& found);

/// Bars of the lengths, of further months and of the causes of the drop.
std::string cliff_svg(const CliffFindings& found);

}  // namespace foothold
