#pragma once

#include "sim/appraisal/ledger_check.hpp"

#include <filesystem>

namespace foothold {

/// People in work in every neighbourhood, added up over months, year by year, from the measure
/// `employed` of a results file. One arm of one replicate is in memory at a time. Throws IoError.
JobMonths read_job_months(const std::filesystem::path& results);

}  // namespace foothold
