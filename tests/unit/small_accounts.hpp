// A study of two arms whose money is known by heart.
#pragma once

#include "sim/appraisal/money.hpp"

#include <string>
#include <vector>

namespace foothold {

/// A study of `months` from April 2018 with two arms, whose measures are zero until set. Prices are
/// 80 in 2018/19, 100 in 2019/20 and 160 in 2020/21.
struct SmallStudy {
    StudyHeader header;
    Courses region;
    Courses programme;
    Courses pairs;

    SmallStudy(std::size_t months, std::size_t replicates) {
        header.arms = {"none", "help"};
        header.arm_labels = {"Nothing", "Help"};
        header.times = months + 1;
        header.start = {2018, 4};
        header.parameters = {"parameters.accounting.discount_rate",
                             "parameters.accounting.price_year",
                             "parameters.accounting.unit_cost_year",
                             "parameters.accounting.deflators.0.year",
                             "parameters.accounting.deflators.0.index",
                             "parameters.accounting.deflators.1.year",
                             "parameters.accounting.deflators.1.index",
                             "parameters.accounting.deflators.2.year",
                             "parameters.accounting.deflators.2.index",
                             "parameters.accounting.health_out_of_work",
                             "parameters.accounting.health_sick",
                             "parameters.accounting.health_counted",
                             "parameters.accounting.displacement_skills",
                             "parameters.accounting.displacement_regeneration"};
        header.parameter_values = {0.035,
                                   2018,
                                   2018,
                                   2018,
                                   80.0,
                                   2019,
                                   100.0,
                                   2020,
                                   160.0,
                                   1200.0,
                                   2400.0,
                                   0.0,
                                   0.15,
                                   0.375};
        region = empty({"searching",
                        "inactive",
                        "sick",
                        "benefits",
                        "taxes",
                        "incomes",
                        "services_health",
                        "services_justice",
                        "services_housing",
                        "services_other",
                        "services"},
                       {"none", "help"},
                       replicates);
        programme =
            empty({"helped", "spend_staff", "spend_premises"}, {"none", "help"}, replicates);
        pairs = empty(
            {"benefits_supported", "taxes_supported", "incomes_supported", "services_supported"},
            {"help"},
            replicates);
    }

    Courses empty(const std::vector<std::string>& measures,
                  const std::vector<std::string>& arms,
                  std::size_t replicates) const {
        Courses courses;
        for (const std::string& name : measures) {
            courses.measures.push_back({name, "pence", name});
        }
        courses.arms = arms;
        for (std::uint32_t r = 0; r < replicates; ++r) {
            courses.replicates.push_back(r);
        }
        courses.times = header.times;
        courses.values.assign(
            measures.size(), std::vector<std::int64_t>(arms.size() * replicates * header.times, 0));
        return courses;
    }

    static void set(Courses& courses,
                    const std::string& name,
                    std::size_t arm,
                    std::size_t replicate,
                    std::size_t time,
                    std::int64_t value) {
        for (std::size_t m = 0; m < courses.measures.size(); ++m) {
            if (courses.measures[m].name == name) {
                courses.values[m][(arm * courses.replicates.size() + replicate) * courses.times
                                  + time] = value;
            }
        }
    }

    void set_parameter(const std::string& path, double value) {
        for (std::size_t i = 0; i < header.parameters.size(); ++i) {
            if (header.parameters[i] == "parameters.accounting." + path) {
                header.parameter_values[i] = value;
            }
        }
    }

    MoneySources sources() const { return {header, region, programme, pairs}; }
};

/// In month 1 the programme spends GBP 50. In month 2 supported households earn: GBP 60 more tax,
/// 40 less benefit, 100 more income, 5 less in services. Others lose GBP 10 of tax and 20 of
/// income.
inline SmallStudy by_hand(std::size_t months = 2) {
    SmallStudy it{months, 1};
    for (std::size_t time = 1; time <= months; ++time) {
        SmallStudy::set(it.programme, "spend_staff", 1, 0, time, 4000);
        SmallStudy::set(it.programme, "spend_premises", 1, 0, time, 1000);
        SmallStudy::set(it.programme, "helped", 1, 0, time, 7);
    }
    SmallStudy::set(it.region, "taxes", 0, 0, 2, 90000);
    SmallStudy::set(it.region, "taxes", 1, 0, 2, 95000);
    SmallStudy::set(it.region, "benefits", 1, 0, 2, -4000);
    SmallStudy::set(it.region, "incomes", 1, 0, 2, 8000);
    SmallStudy::set(it.region, "services", 1, 0, 2, -500);
    SmallStudy::set(it.region, "services_health", 1, 0, 2, -500);
    SmallStudy::set(it.region, "searching", 1, 0, 2, -1);
    SmallStudy::set(it.pairs, "taxes_supported", 0, 0, 2, 6000);
    SmallStudy::set(it.pairs, "benefits_supported", 0, 0, 2, -4000);
    SmallStudy::set(it.pairs, "incomes_supported", 0, 0, 2, 10000);
    SmallStudy::set(it.pairs, "services_supported", 0, 0, 2, -500);
    return it;
}

}  // namespace foothold
