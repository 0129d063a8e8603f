#include "sim/cli/public_purse.hpp"

#include <cmath>
#include <string>
#include <string_view>

namespace foothold {

namespace {

constexpr double pence_per_pound = 100.0;

double parameter(const StudyHeader& header, std::string_view path) {
    for (std::size_t i = 0; i < header.parameters.size(); ++i) {
        if (header.parameters[i] == path) {
            return header.parameter_values[i];
        }
    }
    return 0.0;
}

/// A measure of an arm less the same of the reference, at one time; 0 if there is no such measure.
double difference(const StudyHeader& header,
                  const Courses& region,
                  std::string_view name,
                  std::size_t arm,
                  std::size_t replicate,
                  std::size_t time) {
    for (std::size_t m = 0; m < region.measures.size(); ++m) {
        if (region.measures[m].name == name) {
            return static_cast<double>(region.at(m, arm, replicate, time)
                                       - region.at(m, header.reference, replicate, time));
        }
    }
    return 0.0;
}

/// What the arm's programmes have spent by a time.
double spent(const Courses& programme, std::size_t arm, std::size_t replicate, std::size_t time) {
    double sum = 0.0;
    for (std::size_t m = 0; m < programme.measures.size(); ++m) {
        const bool is_spend = programme.measures[m].name.rfind("spend_", 0) == 0;
        sum += is_spend ? static_cast<double>(programme.at(m, arm, replicate, time)) : 0.0;
    }
    return sum;
}

}  // namespace

double net_public_cost(const StudyHeader& header,
                       const Courses& region,
                       const Courses& programme,
                       std::size_t arm,
                       std::size_t replicate) {
    const double rate = parameter(header, "parameters.accounting.discount_rate");
    double cost = 0.0;
    for (std::size_t time = 1; time < header.times; ++time) {
        const auto change = [&](std::string_view name) {
            return difference(header, region, name, arm, replicate, time);
        };
        const double programmes = spent(programme, arm, replicate, time)
                                  - spent(programme, arm, replicate, time - 1)
                                  - spent(programme, header.reference, replicate, time)
                                  + spent(programme, header.reference, replicate, time - 1);
        const double month = programmes + change("benefits") - change("taxes") + change("services");
        cost += month / std::pow(1.0 + rate, static_cast<double>(time) / 12.0);
    }
    return cost / pence_per_pound;
}

}  // namespace foothold
