#include "sim/appraisal/money.hpp"

#include "foothold/money.hpp"

#include "sim/appraisal/lookup.hpp"
#include "sim/core/mathematics.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace foothold {

namespace {

constexpr std::string_view discount_rate = "parameters.accounting.discount_rate";
constexpr std::string_view health_out_of_work = "parameters.accounting.health_out_of_work";
constexpr std::string_view health_sick = "parameters.accounting.health_sick";
constexpr std::string_view health_counted = "parameters.accounting.health_counted";

constexpr std::array<std::string_view, 11> region_measures{"searching",
                                                           "inactive",
                                                           "sick",
                                                           "benefits",
                                                           "taxes",
                                                           "incomes",
                                                           "services_health",
                                                           "services_justice",
                                                           "services_housing",
                                                           "services_other",
                                                           "services"};
constexpr std::array<std::string_view, 4> pair_measures{
    "benefits_supported", "taxes_supported", "incomes_supported", "services_supported"};
constexpr std::array<std::string_view, 6> parameters_needed{
    discount_rate,
    health_out_of_work,
    health_sick,
    health_counted,
    "parameters.accounting.displacement_skills",
    "parameters.accounting.displacement_regeneration"};

bool has_measure(const Courses& courses, std::string_view name) {
    return std::any_of(courses.measures.begin(),
                       courses.measures.end(),
                       [&](const MeasureInfo& measure) { return measure.name == name; });
}

/// What the NHS saves in a month because fewer people are out of work than in the reference: all
/// of it, whether it is counted or not. [pence]
std::int64_t health_saved(const StudyHeader& header,
                          const Courses& region,
                          std::size_t arm,
                          std::size_t replicate,
                          std::size_t time) {
    const auto fewer = [&](std::string_view name) {
        return -static_cast<double>(
            difference(region, row_of(region, name), arm, header.reference, replicate, time));
    };
    const double a_year =
        (fewer("searching") + fewer("inactive")) * parameter_of(header, health_out_of_work)
        + fewer("sick") * parameter_of(header, health_sick);
    return std::llround(a_year / 12.0 * pence_per_pound);
}

std::int64_t counted(const StudyHeader& header, std::int64_t saving) {
    return std::llround(parameter_of(header, health_counted) * static_cast<double>(saving));
}

/// Households of a supported person. What cannot be told apart, the programme and the NHS's saving
/// by work, stays with them.
MoneyFlow supported_part(const Courses& pairs,
                         const MoneyFlow& everybody,
                         std::size_t arm,
                         std::size_t replicate,
                         std::size_t time) {
    const auto change = [&](std::string_view name) {
        return pairs.at(row_of(pairs, name), arm, replicate, time);
    };
    MoneyFlow part = everybody;
    part.taxes = change("taxes_supported");
    part.benefits = change("benefits_supported");
    part.services = change("services_supported");
    part.incomes = change("incomes_supported");
    return part;
}

}  // namespace

MoneyFlow MoneyFlow::operator-(const MoneyFlow& other) const {
    return {programme - other.programme,
            taxes - other.taxes,
            benefits - other.benefits,
            services - other.services,
            health - other.health,
            incomes - other.incomes};
}

std::vector<std::string> missing_for_value(const MoneySources& study) {
    std::vector<std::string> missing;
    for (const std::string_view name : region_measures) {
        if (!has_measure(study.region, name)) {
            missing.push_back("the measure '" + std::string{name} + "'");
        }
    }
    for (const std::string_view name : pair_measures) {
        if (!has_measure(study.pairs, name)) {
            missing.push_back("the pair measure '" + std::string{name} + "'");
        }
    }
    for (const std::string_view path : parameters_needed) {
        const auto& paths = study.header.parameters;
        if (std::find(paths.begin(), paths.end(), path) == paths.end()) {
            missing.push_back("the parameter '" + std::string{path} + "'");
        }
    }
    return missing;
}

MoneyFlow money_in(const StudyHeader& header,
                   const Courses& region,
                   const Courses& programme,
                   std::size_t arm,
                   std::size_t replicate,
                   std::size_t time) {
    const auto change = [&](std::string_view name) {
        return difference(region, row_of(region, name), arm, header.reference, replicate, time);
    };
    const auto more_spent = [&](std::size_t by) {
        return paid(programme, arm, replicate, by)
               - paid(programme, header.reference, replicate, by);
    };
    MoneyFlow flow;
    flow.programme = more_spent(time) - more_spent(time - 1);
    flow.taxes = change("taxes");
    flow.benefits = change("benefits");
    flow.services = change("services");
    flow.health = counted(header, health_saved(header, region, arm, replicate, time));
    flow.incomes = change("incomes");
    return flow;
}

std::vector<MoneyMonth>
money_of(const MoneySources& study, std::size_t arm, std::size_t replicate, std::size_t months) {
    const auto& [header, region, programme, pairs] = study;
    const std::size_t pair = arm_of(pairs, header.arms[arm]);
    std::vector<MoneyMonth> course;
    for (std::size_t time = 1; time <= months; ++time) {
        MoneyMonth month;
        month.everybody = money_in(header, region, programme, arm, replicate, time);
        month.supported = supported_part(pairs, month.everybody, pair, replicate, time);
        for (std::size_t payer = 0; payer < payers.size(); ++payer) {
            const std::size_t row = row_of(region, "services_" + std::string{payers[payer]});
            month.services[payer] = difference(region, row, arm, header.reference, replicate, time);
        }
        month.health_in_full = health_saved(header, region, arm, replicate, time);
        course.push_back(month);
    }
    return course;
}

double present_value(double sum, double rate_per_year, std::size_t time) {
    return sum / power(1.0 + rate_per_year, static_cast<double>(time) / 12.0);
}

double net_public_cost(const StudyHeader& header,
                       const Courses& region,
                       const Courses& programme,
                       std::size_t arm,
                       std::size_t replicate) {
    const double rate = parameter_of(header, discount_rate);
    double cost = 0.0;
    for (std::size_t time = 1; time < header.times; ++time) {
        const MoneyFlow month = money_in(header, region, programme, arm, replicate, time);
        cost -= present_value(static_cast<double>(month.exchequer()), rate, time);
    }
    return cost / pence_per_pound;
}

}  // namespace foothold
