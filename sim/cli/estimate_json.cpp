#include "sim/cli/estimate_json.hpp"

namespace foothold {

nlohmann::ordered_json json_of(const Estimate& estimate) {
    using Json = nlohmann::ordered_json;
    const std::optional<Interval>& interval = estimate.interval;
    return {{"mean", estimate.mean},
            {"low_95", interval ? Json(interval->low) : Json(nullptr)},
            {"high_95", interval ? Json(interval->high) : Json(nullptr)}};
}

nlohmann::ordered_json json_of(const std::optional<Estimate>& estimate) {
    return estimate ? json_of(*estimate) : nlohmann::ordered_json(nullptr);
}

}  // namespace foothold
