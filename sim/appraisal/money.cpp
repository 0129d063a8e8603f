#include "sim/appraisal/money.hpp"

#include "foothold/money.hpp"

#include "sim/appraisal/lookup.hpp"
#include "sim/core/mathematics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

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
constexpr std::array<std::string_view, 10> parameters_needed{
    discount_rate,
    health_out_of_work,
    health_sick,
    health_counted,
    "parameters.accounting.price_year",
    "parameters.accounting.unit_cost_year",
    "parameters.accounting.deflators.0.year",
    "parameters.accounting.deflators.0.index",
    "parameters.accounting.displacement_skills",
    "parameters.accounting.displacement_regeneration"};

bool has_measure(const Courses& courses, std::string_view name) {
    return std::any_of(courses.measures.begin(),
                       courses.measures.end(),
                       [&](const MeasureInfo& measure) { return measure.name == name; });
}

/// A study's money in constant prices: the arm less the reference, in one replicate.
class Changes {
  public:
    Changes(const StudyHeader& header,
            const Courses& region,
            const Courses& programme,
            std::size_t arm,
            std::size_t replicate)
        : header_{header}, region_{region}, programme_{programme}, prices_{header}, arm_{arm},
          replicate_{replicate}, health_out_of_work_{parameter_of(header, health_out_of_work)},
          health_sick_{parameter_of(header, health_sick)}, health_counted_{parameter_of(
                                                               header, health_counted)} {}

    /// Money of the month that closes at `time`. [pence]
    std::int64_t of_the_day(std::int64_t pence, std::size_t time) const {
        return std::llround(prices_.of_month(time) * static_cast<double>(pence));
    }

    std::int64_t at_unit_costs(std::int64_t pence) const {
        return std::llround(prices_.of_unit_costs() * static_cast<double>(pence));
    }

    /// Used of services in a month, in the order of `payers`. [pence]
    ByPayer services(std::size_t time) const {
        ByPayer used{};
        for (std::size_t payer = 0; payer < payers.size(); ++payer) {
            used[payer] = at_unit_costs(change("services_" + std::string{payers[payer]}, time));
        }
        return used;
    }

    /// What the NHS saves in a month because fewer people are out of work than in the reference:
    /// all of it, whether it is counted or not. [pence]
    std::int64_t health_saved(std::size_t time) const {
        const auto fewer = [&](std::string_view name) {
            return -static_cast<double>(change(name, time));
        };
        const double a_year = (fewer("searching") + fewer("inactive")) * health_out_of_work_
                              + fewer("sick") * health_sick_;
        return std::llround(prices_.of_unit_costs() * a_year / months_per_year * pence_per_pound);
    }

    MoneyFlow money(std::size_t time) const {
        const ByPayer used = services(time);
        MoneyFlow flow;
        flow.programme = of_the_day(more_paid(time) - more_paid(time - 1), time);
        flow.taxes = of_the_day(change("taxes", time), time);
        flow.benefits = of_the_day(change("benefits", time), time);
        flow.services = std::accumulate(used.begin(), used.end(), std::int64_t{0});
        flow.health = std::llround(health_counted_ * static_cast<double>(health_saved(time)));
        flow.incomes = of_the_day(change("incomes", time), time);
        return flow;
    }

  private:
    std::int64_t change(std::string_view name, std::size_t time) const {
        return difference(
            region_, row_of(region_, name), arm_, header_.reference, replicate_, time);
    }

    std::int64_t more_paid(std::size_t by) const {
        return paid(programme_, arm_, replicate_, by)
               - paid(programme_, header_.reference, replicate_, by);
    }

    const StudyHeader& header_;
    const Courses& region_;
    const Courses& programme_;
    Prices prices_;
    std::size_t arm_;
    std::size_t replicate_;
    double health_out_of_work_;  // [GBP/year]
    double health_sick_;         // [GBP/year]
    double health_counted_;      // [1]
};

/// Households of a supported person. What cannot be told apart, the programme and the NHS's saving
/// by work, stays with them.
MoneyFlow supported_part(const Courses& pairs,
                         const Changes& changes,
                         const MoneyFlow& everybody,
                         std::size_t pair,
                         std::size_t replicate,
                         std::size_t time) {
    const auto change = [&](std::string_view name) {
        return pairs.at(row_of(pairs, name), pair, replicate, time);
    };
    MoneyFlow part = everybody;
    part.taxes = changes.of_the_day(change("taxes_supported"), time);
    part.benefits = changes.of_the_day(change("benefits_supported"), time);
    part.services = changes.at_unit_costs(change("services_supported"));
    part.incomes = changes.of_the_day(change("incomes_supported"), time);
    return part;
}

/// The sum over a study's months of `pence(time)`, discounted. [GBP]
template <class Pence>
double discounted(const StudyHeader& header, std::size_t months, Pence pence) {
    const double rate = parameter_of(header, discount_rate);
    double sum = 0.0;
    for (std::size_t time = 1; time <= months; ++time) {
        sum += present_value(static_cast<double>(pence(time)), rate, time);
    }
    return sum / pence_per_pound;
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
        if (!has_parameter(study.header, path)) {
            missing.push_back("the parameter '" + std::string{path} + "'");
        }
    }
    return missing;
}

std::vector<MoneyMonth>
money_of(const MoneySources& study, std::size_t arm, std::size_t replicate, std::size_t months) {
    const auto& [header, region, programme, pairs] = study;
    const std::size_t pair = arm_of(pairs, header.arms[arm]);
    const Changes changes{header, region, programme, arm, replicate};
    std::vector<MoneyMonth> course;
    for (std::size_t time = 1; time <= months; ++time) {
        MoneyMonth month;
        month.everybody = changes.money(time);
        month.supported = supported_part(pairs, changes, month.everybody, pair, replicate, time);
        month.services = changes.services(time);
        month.health_in_full = changes.health_saved(time);
        course.push_back(month);
    }
    return course;
}

double present_value(double sum, double rate_per_year, std::size_t time) {
    return sum / power(1.0 + rate_per_year, static_cast<double>(time) / months_per_year);
}

double programme_cost(const StudyHeader& header,
                      const Courses& region,
                      const Courses& programme,
                      std::size_t arm,
                      std::size_t replicate,
                      std::size_t months) {
    const Changes changes{header, region, programme, arm, replicate};
    return discounted(
        header, months, [&](std::size_t time) { return changes.money(time).programme; });
}

double net_public_cost(const StudyHeader& header,
                       const Courses& region,
                       const Courses& programme,
                       std::size_t arm,
                       std::size_t replicate,
                       std::size_t months) {
    const Changes changes{header, region, programme, arm, replicate};
    return -discounted(
        header, months, [&](std::size_t time) { return changes.money(time).exchequer(); });
}

}  // namespace foothold
