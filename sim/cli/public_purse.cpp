#include "sim/cli/public_purse.hpp"

#include "sim/appraisal/lookup.hpp"

#include <cmath>
#include <string_view>

namespace foothold {

namespace {

constexpr double pence_per_pound = 100.0;

}  // namespace

double net_public_cost(const StudyHeader& header,
                       const Courses& region,
                       const Courses& programme,
                       std::size_t arm,
                       std::size_t replicate) {
    const double rate = parameter_of(header, "parameters.accounting.discount_rate");
    double cost = 0.0;
    for (std::size_t time = 1; time < header.times; ++time) {
        const auto change = [&](std::string_view name) {
            return static_cast<double>(
                difference(region, row_of(region, name), arm, header.reference, replicate, time));
        };
        const auto more_spent = [&](std::size_t by) {
            return spent(programme, arm, replicate, by)
                   - spent(programme, header.reference, replicate, by);
        };
        const auto programmes = static_cast<double>(more_spent(time) - more_spent(time - 1));
        const double month = programmes + change("benefits") - change("taxes") + change("services");
        cost += month / std::pow(1.0 + rate, static_cast<double>(time) / 12.0);
    }
    return cost / pence_per_pound;
}

}  // namespace foothold
