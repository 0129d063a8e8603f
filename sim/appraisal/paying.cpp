#include "sim/appraisal/paying.hpp"

namespace foothold {

std::optional<bool> pays(const Estimate& net_public_cost,
                         const Estimate& net_job_years,
                         double spent,
                         std::optional<double> worth) {
    const std::optional<Interval>& cost = net_public_cost.interval;
    const std::optional<Interval>& years = net_job_years.interval;
    if (!cost || !years) {
        return std::nullopt;
    }
    const auto worth_it = [&](double at) { return worth && spent < *worth * at; };
    if (cost->high < 0.0 || worth_it(years->low)) {
        return true;
    }
    const bool never_worth_it = !worth || !worth_it(years->high);
    return cost->low > 0.0 && never_worth_it ? std::optional<bool>{false} : std::nullopt;
}

}  // namespace foothold
