#include "sim/cli/answer.hpp"

#include "foothold/money.hpp"

#include "sim/appraisal/lookup.hpp"
#include "sim/appraisal/money.hpp"
#include "sim/core/contracts.hpp"
#include "sim/io/results.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace foothold {

namespace {

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
        const std::int64_t pence = paid(programme, arm, replicate, header.times - 1);
        return static_cast<double>(pence) / pence_per_pound;
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
        return months / months_per_year;
    }
};

/// Puts the rows together, each with a value for every arm.
class Rows {
  public:
    Rows(const Study& study, const std::vector<std::size_t>& arms) : study_{study}, arms_{arms} {}

    template <class Value>
    void add(std::string key, std::string label, std::string unit, bool is_gain, Value value) {
        AnswerRow row{std::move(key), std::move(label), std::move(unit), is_gain, {}};
        for (const std::size_t arm : arms_) {
            row.arms.push_back(value(arm));
        }
        rows_.push_back(std::move(row));
    }

    void add_count(const char* key, const char* label, const char* unit) {
        add(key, label, unit, false, [&](std::size_t arm) {
            Estimate count = study_.in_programme(key, arm);
            if (count.interval) {
                count.interval->low = std::max(0.0, count.interval->low);
            }
            return count;
        });
    }

    void add_more_in_work(int year) {
        const auto time = static_cast<std::size_t>(year) * months_per_year;
        const std::string number = std::to_string(year);
        const auto gain = [&](std::size_t arm) {
            return study_.over_replicates(
                [&](std::size_t r) { return study_.difference("employed", arm, r, time); });
        };
        if (time < study_.header.times) {
            add("employed_year_" + number,
                "more in work after year " + number,
                "person",
                true,
                gain);
        }
    }

    std::vector<AnswerRow> take() { return std::move(rows_); }

  private:
    const Study& study_;
    const std::vector<std::size_t>& arms_;
    std::vector<AnswerRow> rows_;
};

std::vector<AnswerRow> rows_of(const Study& study, const std::vector<std::size_t>& arms) {
    Rows rows{study, arms};
    rows.add_count("helped", "people helped", "person");
    rows.add_count("households_helped", "households helped", "household");
    rows.add_count("further_members", "second or further members", "person");
    rows.add_count("barriers_resolved", "barriers resolved with help", "barrier");
    for (const int year : reported_years) {
        rows.add_more_in_work(year);
    }
    const double years = static_cast<double>(study.header.times - 1) / months_per_year;
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
    rows.add("job_years", "more years in work, all told", "person-year", true, job_years);
    rows.add("cost", "cost in GBP", "GBP", false, cost);
    rows.add("net_public_cost", "net public cost in GBP", "GBP", false, [&](std::size_t arm) {
        return study.over_replicates([&](std::size_t r) {
            return net_public_cost(
                study.header, study.region, study.programme, arm, r, study.header.times - 1);
        });
    });
    rows.add("cost_per_additional_person",
             "GBP per extra person in work",
             "GBP",
             false,
             [&](std::size_t arm) { return cost_of_one(cost(arm), more_in_work(arm)); });
    rows.add("cost_per_job_year", "GBP per extra year in work", "GBP", false, [&](std::size_t arm) {
        return cost_of_one(cost(arm), job_years(arm));
    });
    return rows.take();
}

/// Every two arms that are not the reference, against each other: they share their luck too.
std::vector<Contrast> contrasts_of(const Study& study, const std::vector<std::size_t>& arms) {
    std::vector<Contrast> contrasts;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        for (std::size_t j = i + 1; j < arms.size(); ++j) {
            contrasts.push_back({study.header.arms[arms[i]],
                                 study.header.arms[arms[j]],
                                 study.over_replicates([&](std::size_t r) {
                                     return study.job_years(arms[i], r)
                                            - study.job_years(arms[j], r);
                                 })});
        }
    }
    return contrasts;
}

}  // namespace

std::optional<Estimate> cost_of_one(const Estimate& cost, const Estimate& gain) {
    if (!gain.interval || gain.interval->low <= 0.0) {
        return std::nullopt;
    }
    return Estimate{cost.mean / gain.mean,
                    Interval{cost.mean / gain.interval->high, cost.mean / gain.interval->low}};
}

const AnswerRow& Answer::row(const std::string& key) const {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const AnswerRow& it) { return it.key == key; });
    FOOTHOLD_EXPECT(found != rows.end());
    return *found;
}

Answer answer_from(const std::filesystem::path& results, const std::string& question) {
    const Study study{read_header(results), read_region(results), read_programme(results)};
    Answer answer;
    answer.question = question;
    answer.reference = study.header.arms[study.header.reference];
    answer.months = study.header.times - 1;
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
    answer.contrasts = contrasts_of(study, arms);
    return answer;
}

}  // namespace foothold
