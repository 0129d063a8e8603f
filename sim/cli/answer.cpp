#include "sim/cli/answer.hpp"

#include "sim/io/results.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace foothold {

namespace {

constexpr double pence_per_pound = 100.0;
constexpr std::array reported_years{1, 2, 5, 10};

/// Everything the rows are made from.
struct Study {
    StudyHeader header;
    Courses region;
    Courses programme;

    std::size_t row(const Courses& courses, const std::string& name) const {
        for (std::size_t m = 0; m < courses.measures.size(); ++m) {
            if (courses.measures[m].name == name) {
                return m;
            }
        }
        return courses.measures.size();
    }

    /// `value(replicate)` of an arm, over replicates.
    template <class Value>
    Estimate over_replicates(Value value) const {
        std::vector<double> values;
        for (std::size_t r = 0; r < region.replicates.size(); ++r) {
            values.push_back(value(r));
        }
        return estimate(values);
    }

    Estimate in_programme(const std::string& name, std::size_t arm, double scale = 1.0) const {
        const std::size_t m = row(programme, name);
        return over_replicates([&](std::size_t r) {
            return static_cast<double>(programme.at(m, arm, r, header.times - 1)) * scale;
        });
    }

    double cost(std::size_t arm, std::size_t replicate) const {
        double sum = 0.0;
        for (const char* line : {"spend_staff",
                                 "spend_on_costs",
                                 "spend_management",
                                 "spend_premises",
                                 "spend_personal_budgets"}) {
            sum += static_cast<double>(
                programme.at(row(programme, line), arm, replicate, header.times - 1));
        }
        return sum / pence_per_pound;
    }

    double difference(const std::string& name,
                      std::size_t arm,
                      std::size_t replicate,
                      std::size_t time) const {
        const std::size_t m = row(region, name);
        return static_cast<double>(region.at(m, arm, replicate, time)
                                   - region.at(m, header.reference, replicate, time));
    }

    /// Person-years in work more than in the reference, over the whole study.
    double job_years(std::size_t arm, std::size_t replicate) const {
        double months = 0.0;
        for (std::size_t t = 1; t < header.times; ++t) {
            months += difference("employed", arm, replicate, t);
        }
        return months / 12.0;
    }
};

template <class Value>
AnswerRow row_of(const std::vector<std::size_t>& arms,
                 std::string key,
                 std::string label,
                 std::string unit,
                 Value value) {
    AnswerRow row{std::move(key), std::move(label), std::move(unit), {}};
    for (const std::size_t arm : arms) {
        row.arms.push_back(value(arm));
    }
    return row;
}

/// Cost of one more, where "more" can be told from nothing; its interval follows from the
/// denominator's, which dwarfs the cost's.
std::optional<Estimate> cost_of_one_more(const Estimate& cost, const Estimate& more) {
    if (!more.differs_from_zero() || more.mean <= 0.0) {
        return std::nullopt;
    }
    const double low = cost.mean / (more.mean + *more.half_width);
    const double high = cost.mean / (more.mean - *more.half_width);
    return Estimate{cost.mean / more.mean,
                    std::max(high - cost.mean / more.mean, cost.mean / more.mean - low)};
}

std::vector<AnswerRow> rows_of(const Study& study, const std::vector<std::size_t>& arms) {
    std::vector<AnswerRow> rows;
    const auto counted = [&](const char* key, const char* label, const char* unit) {
        rows.push_back(row_of(
            arms, key, label, unit, [&](std::size_t arm) { return study.in_programme(key, arm); }));
    };
    counted("helped", "people helped", "person");
    counted("households_helped", "households helped", "household");
    counted("further_members", "of them second or further members", "person");
    counted("barriers_resolved", "barriers resolved with help", "barrier");
    for (const int year : reported_years) {
        const auto time = static_cast<std::size_t>(year) * 12;
        if (time < study.header.times) {
            rows.push_back(row_of(arms,
                                  "employed_year_" + std::to_string(year),
                                  "more in work after year " + std::to_string(year),
                                  "person",
                                  [&](std::size_t arm) {
                                      return study.over_replicates([&](std::size_t r) {
                                          return study.difference("employed", arm, r, time);
                                      });
                                  }));
        }
    }
    const double years = static_cast<double>(study.header.times - 1) / 12.0;
    const auto job_years = [&](std::size_t arm) {
        return study.over_replicates([&](std::size_t r) { return study.job_years(arm, r); });
    };
    const auto more_in_work = [&](std::size_t arm) {
        return study.over_replicates(
            [&](std::size_t r) { return study.job_years(arm, r) / years; });
    };
    const auto cost = [&](std::size_t arm) {
        return study.over_replicates([&](std::size_t r) { return study.cost(arm, r); });
    };
    rows.push_back(
        row_of(arms, "job_years", "more years in work, all told", "person-year", job_years));
    rows.push_back(row_of(arms, "cost", "cost", "GBP", cost));
    rows.push_back(
        row_of(arms,
               "cost_per_additional_person",
               "cost per additional person in work",
               "GBP",
               [&](std::size_t arm) { return cost_of_one_more(cost(arm), more_in_work(arm)); }));
    rows.push_back(row_of(
        arms, "cost_per_job_year", "cost per additional year in work", "GBP", [&](std::size_t arm) {
            return cost_of_one_more(cost(arm), job_years(arm));
        }));
    return rows;
}

}  // namespace

Estimate estimate(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    Estimate result{sum / n, std::nullopt};
    if (values.size() > 1) {
        double squares = 0.0;
        for (const double value : values) {
            squares += (value - result.mean) * (value - result.mean);
        }
        constexpr double upper = 0.975;
        const double t = boost::math::quantile(boost::math::students_t{n - 1.0}, upper);
        result.half_width = t * std::sqrt(squares / (n - 1.0) / n);
    }
    return result;
}

Answer answer_from(const std::filesystem::path& results, const std::string& question) {
    const Study study{read_header(results), read_region(results), read_programme(results)};
    Answer answer;
    answer.question = question;
    answer.reference_label = study.header.arm_labels[study.header.reference];
    answer.replicates = study.region.replicates.size();
    answer.fingerprint = stored_fingerprint(results);
    std::vector<std::size_t> arms;
    for (std::size_t arm = 0; arm < study.header.arms.size(); ++arm) {
        if (arm != study.header.reference) {
            arms.push_back(arm);
            answer.arms.push_back(study.header.arms[arm]);
            answer.labels.push_back(study.header.arm_labels[arm]);
        }
    }
    answer.rows = rows_of(study, arms);
    return answer;
}

}  // namespace foothold
