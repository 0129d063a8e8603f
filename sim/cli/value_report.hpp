#pragma once

#include "sim/appraisal/value.hpp"

#include <string>

namespace foothold {

/// The accounts for people: the answer, the accounts by year, then the tests. 80 columns.
std::string value_text(const StudyValue& value);

/// Everything in it. docs/methods/value.md
std::string value_json(const StudyValue& value);

/// One row for each arm, line and year, and one for the whole.
std::string value_csv(const StudyValue& value);

}  // namespace foothold
