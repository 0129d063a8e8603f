#include "sim/cli/evaluate_truth.hpp"

#include "foothold/money.hpp"

#include "sim/appraisal/lookup.hpp"
#include "sim/appraisal/money.hpp"
#include "sim/appraisal/paying.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// Of the months until the study's first `months` are over. `from` is the month of the course's
/// first entry.
std::int64_t
months_in_work(const std::vector<std::int8_t>& course, Month from, std::size_t months) {
    const auto last = static_cast<std::ptrdiff_t>(months) - from;
    const auto end =
        course.begin()
        + std::clamp<std::ptrdiff_t>(last, 0, static_cast<std::ptrdiff_t>(course.size()));
    return std::count(course.begin(), end, std::int8_t{1});
}

/// More months in work of participants than in the reference, a participant.
double job_months(const std::vector<Followed>& people, std::size_t months) {
    double participants = 0.0;
    double more = 0.0;
    for (const Followed& it : people) {
        if (it.supported != 0) {
            participants += 1.0;
            more += static_cast<double>(months_in_work(it.in_work, it.from, months)
                                        - months_in_work(it.in_work_without, it.from, months));
        }
    }
    return participants > 0.0 ? more / participants : 0.0;
}

double net_job_years(const EvaluatedStudy& study,
                     std::size_t arm,
                     std::size_t replicate,
                     std::size_t horizon) {
    const std::size_t employed = row_of(study.region, "employed");
    double months = 0.0;
    for (std::size_t time = 1; time <= horizon; ++time) {
        months += static_cast<double>(
            difference(study.region, employed, arm, study.header.reference, replicate, time));
    }
    return months / months_per_year;
}

}  // namespace

TrueEffect truth_of(const EvaluatedStudy& study,
                    std::size_t compared,
                    std::size_t months,
                    std::optional<double> worth) {
    const std::size_t arm = arm_of(study.region, study.people.arms[compared]);
    const std::size_t replicates = study.people.replicates.size();
    std::vector<double> each;
    std::vector<double> years;
    std::vector<double> money;
    std::vector<double> cost;
    std::vector<double> programme;
    TrueEffect truth;
    for (std::size_t r = 0; r < replicates; ++r) {
        const std::vector<Followed>& people = study.people.at(compared, r);
        truth.participants +=
            static_cast<double>(std::count_if(
                people.begin(), people.end(), [](const Followed& it) { return it.supported != 0; }))
            / static_cast<double>(replicates);
        each.push_back(job_months(people, months));
        years.push_back(net_job_years(study, arm, r, months));
        money.push_back(
            static_cast<double>(paid(study.programme, arm, r, months)
                                - paid(study.programme, study.header.reference, r, months))
            / pence_per_pound);
        programme.push_back(
            programme_cost(study.header, study.region, study.programme, arm, r, months));
        cost.push_back(
            net_public_cost(study.header, study.region, study.programme, arm, r, months));
    }
    truth.job_months = estimate(each);
    truth.net_job_years = estimate(years);
    truth.spent = estimate(money);
    truth.programme_cost = estimate(programme);
    truth.net_public_cost = estimate(cost);
    truth.worth = worth;
    truth.pays = pays(truth.net_public_cost, truth.net_job_years, truth.spent.mean, worth);
    return truth;
}

}  // namespace foothold
