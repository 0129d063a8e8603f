#include "sim/appraisal/value.hpp"

#include "foothold/money.hpp"

#include "sim/appraisal/displacement.hpp"
#include "sim/appraisal/lookup.hpp"
#include "sim/appraisal/ratio.hpp"
#include "sim/core/contracts.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace foothold {

namespace {

/// `value(replicate)` over replicates.
Estimate over_replicates(std::size_t replicates, const std::function<double(std::size_t)>& value) {
    std::vector<double> values;
    for (std::size_t r = 0; r < replicates; ++r) {
        values.push_back(value(r));
    }
    return estimate(values);
}

double sum_to(const std::vector<double>& by_year, std::size_t years) {
    return std::accumulate(
        by_year.begin(), by_year.begin() + static_cast<std::ptrdiff_t>(years), 0.0);
}

/// One line in every replicate. shape [replicate][year]
using Years = std::vector<std::vector<double>>;

Years years_of(const ArmCourses& courses, const ValueLine& line, double rate) {
    Years years;
    for (const auto& course : courses) {
        years.push_back(yearly_values(course, line, rate));
    }
    return years;
}

LineValue line_value(const ValueLine& line, const Years& years) {
    LineValue value{std::string{line.key}, std::string{line.label}, {}, {}, {}};
    const std::size_t count = years.front().size();
    for (std::size_t year = 0; year < count; ++year) {
        value.by_year.push_back(
            over_replicates(years.size(), [&](std::size_t r) { return years[r][year]; }));
        value.so_far.push_back(over_replicates(
            years.size(), [&](std::size_t r) { return sum_to(years[r], year + 1); }));
    }
    value.total = value.so_far.back();
    return value;
}

BreakEven break_even(const LineValue& mean, const Years& years) {
    std::vector<double> means;
    for (const Estimate& each : mean.by_year) {
        means.push_back(each.mean);
    }
    const auto paid_back = std::count_if(years.begin(), years.end(), [](const auto& each) {
        return break_even_year(each).has_value();
    });
    return {break_even_year(means),
            static_cast<double>(paid_back) / static_cast<double>(years.size())};
}

/// What comes back for a pound of programme: one plus the balance over the cost. Nothing if the
/// programme costs nothing.
std::optional<Estimate> return_on_a_pound(const Years& balance, const Years& programme) {
    std::vector<double> balances;
    std::vector<double> costs;
    for (std::size_t r = 0; r < balance.size(); ++r) {
        balances.push_back(sum_to(balance[r], balance[r].size()));
        costs.push_back(-sum_to(programme[r], programme[r].size()));
    }
    std::optional<Estimate> back = ratio_of_sums(balances, costs);
    if (back) {
        back->mean += 1.0;
        if (back->interval) {
            back->interval = Interval{1.0 + back->interval->low, 1.0 + back->interval->high};
        }
    }
    return back;
}

/// Whether a programme of the arm ever supports anybody.
bool supports_anybody(const Courses& programme, std::size_t arm) {
    const std::size_t helped = row_of(programme, "helped");
    for (std::size_t r = 0; r < programme.replicates.size(); ++r) {
        for (std::size_t time = 0; time < programme.times; ++time) {
            if (programme.at(helped, arm, r, time) != 0) {
                return true;
            }
        }
    }
    return false;
}

ArmValue arm_value(const MoneySources& study, std::size_t arm, std::size_t months, double rate) {
    ArmCourses courses;
    for (std::size_t r = 0; r < study.region.replicates.size(); ++r) {
        courses.push_back(money_of(study, arm, r, months));
    }
    ArmValue value;
    value.arm = study.header.arms[arm];
    value.label = study.header.arm_labels[arm];
    value.supports = supports_anybody(study.programme, arm);
    const auto years = [&](std::string_view key) {
        return years_of(courses, line_called(key), rate);
    };
    for (const ValueLine& line : value_lines()) {
        value.lines.push_back(line_value(line, years_of(courses, line, rate)));
    }
    value.exchequer_break_even = break_even(value.line("exchequer"), years("exchequer"));
    value.society_break_even = break_even(value.line("society"), years("society"));
    value.exchequer_ratio = return_on_a_pound(years("exchequer"), years("programme"));
    value.society_ratio = return_on_a_pound(years("society"), years("programme"));
    if (value.supports) {
        test_displacement(
            value,
            courses,
            rate,
            parameter_of(study.header, "parameters.accounting.displacement_skills"),
            parameter_of(study.header, "parameters.accounting.displacement_regeneration"));
    }
    return value;
}

}  // namespace

const std::vector<ValueLine>& value_lines() {
    using It = const MoneyMonth&;
    static const std::vector<ValueLine> lines{
        {"programme", "programmes", [](It it) { return -it.everybody.programme; }},
        {"taxes", "more tax and NI", [](It it) { return it.everybody.taxes; }},
        {"benefits", "less in benefits", [](It it) { return -it.everybody.benefits; }},
        {"services_health", "NHS saves", [](It it) { return -it.services[0]; }},
        {"services_justice", "police and justice save", [](It it) { return -it.services[1]; }},
        {"services_housing", "housing services save", [](It it) { return -it.services[2]; }},
        {"services_other", "councils and others save", [](It it) { return -it.services[3]; }},
        {"health_of_work", "NHS saves by work itself", [](It it) { return it.everybody.health; }},
        {"exchequer", "the Exchequer", [](It it) { return it.everybody.exchequer(); }},
        {"supported", "supported households", [](It it) { return it.supported.households(); }},
        {"others", "all other households", [](It it) { return it.others().households(); }},
        {"households", "households", [](It it) { return it.everybody.households(); }},
        {"output", "output", [](It it) { return it.everybody.output(); }},
        {"society", "society", [](It it) { return it.everybody.society(); }},
    };
    return lines;
}

const ValueLine& line_called(std::string_view key) {
    const auto found = std::find_if(value_lines().begin(),
                                    value_lines().end(),
                                    [&](const ValueLine& line) { return line.key == key; });
    FOOTHOLD_EXPECT(found != value_lines().end());
    return *found;
}

const LineValue& ArmValue::line(std::string_view key) const {
    const auto found = std::find_if(
        lines.begin(), lines.end(), [&](const LineValue& value) { return value.key == key; });
    FOOTHOLD_EXPECT(found != lines.end());
    return *found;
}

std::vector<double>
yearly_values(const std::vector<MoneyMonth>& course, const ValueLine& line, double rate) {
    std::vector<double> years((course.size() + months_per_year - 1) / months_per_year, 0.0);
    for (std::size_t month = 0; month < course.size(); ++month) {
        years[month / months_per_year] +=
            present_value(static_cast<double>(line.of(course[month])), rate, month + 1)
            / pence_per_pound;
    }
    return years;
}

std::optional<std::size_t> break_even_year(const std::vector<double>& by_year) {
    std::optional<std::size_t> since;
    double so_far = 0.0;
    for (std::size_t year = 0; year < by_year.size(); ++year) {
        so_far += by_year[year];
        if (so_far < 0.0) {
            since.reset();
        } else if (!since) {
            since = year + 1;
        }
    }
    return since;
}

StudyValue
value_of(const MoneySources& study, const std::vector<std::size_t>& arms, std::size_t months) {
    const StudyHeader& header = study.header;
    FOOTHOLD_EXPECT(months > 0 && months < header.times);
    FOOTHOLD_EXPECT(study.pairs.replicates == study.region.replicates);
    StudyValue value;
    value.reference = header.arms[header.reference];
    value.reference_label = header.arm_labels[header.reference];
    value.replicates = study.region.replicates.size();
    value.planned = planned_replicates(header);
    value.lived = header.times - 1;
    value.months = months;
    value.discount_rate = parameter_of(header, "parameters.accounting.discount_rate");
    value.price_year = Prices{header}.year();
    value.unit_cost_year =
        static_cast<std::int32_t>(parameter_of(header, "parameters.accounting.unit_cost_year"));
    for (const std::size_t arm : arms) {
        value.arms.push_back(arm_value(study, arm, months, value.discount_rate));
    }
    return value;
}

}  // namespace foothold
