#pragma once

#include "sim/experiments/estimate.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace foothold {

/// `mean`, `low_95` and `high_95`; the ends are null without an interval.
nlohmann::ordered_json json_of(const Estimate& estimate);

/// The same, or null.
nlohmann::ordered_json json_of(const std::optional<Estimate>& estimate);

}  // namespace foothold
