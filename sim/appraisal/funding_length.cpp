#include "sim/appraisal/funding_length.hpp"

#include "foothold/money.hpp"

#include "sim/appraisal/lookup.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// A cliff study's courses, looked up by arm.
struct Study {
    const CliffDesign& design;
    const Courses& region;
    const Courses& programme;
    std::size_t reference;
    std::size_t employed;

    std::size_t replicates() const { return region.replicates.size(); }

    /// One whole number from each replicate.
    template <class Value>
    std::vector<std::int64_t> each(Value value) const {
        std::vector<std::int64_t> values;
        for (std::size_t r = 0; r < replicates(); ++r) {
            values.push_back(value(r));
        }
        return values;
    }

    /// Job-months of one arm less another's, up to the close of a time. [job-month]
    std::vector<std::int64_t> job_months(std::size_t arm, std::size_t less, std::size_t end) const {
        return each([&](std::size_t r) {
            std::int64_t sum = 0;
            for (std::size_t time = 1; time <= end; ++time) {
                sum += difference(region, employed, arm, less, r, time);
            }
            return sum;
        });
    }

    std::vector<std::int64_t> net(std::size_t arm) const {
        return job_months(arm, reference, region.times - 1);
    }

    /// Of one arm more than of another, up to the close of a time. [pence]
    std::vector<std::int64_t> cost(std::size_t arm, std::size_t less, std::size_t end) const {
        return each([&](std::size_t r) {
            return paid(programme, arm, r, end) - paid(programme, less, r, end);
        });
    }

    std::vector<std::int64_t> cost(std::size_t arm) const {
        return cost(arm, reference, programme.times - 1);
    }
};

Estimate scaled(const std::vector<std::int64_t>& values, double divisor) {
    std::vector<double> each;
    for (const std::int64_t value : values) {
        each.push_back(static_cast<double>(value) / divisor);
    }
    return estimate(each);
}

std::vector<std::int64_t> less(const std::vector<std::int64_t>& a,
                               const std::vector<std::int64_t>& b) {
    std::vector<std::int64_t> difference;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference.push_back(a[i] - b[i]);
    }
    return difference;
}

/// The mean cost over the mean gain, with the interval that follows from the gain's, which dwarfs
/// the cost's. Nothing where the gain cannot be told from none, or nothing more is paid.
std::optional<Estimate> cost_of_year(const Estimate& cost, const Estimate& job_months) {
    if (!job_months.interval || job_months.interval->low <= 0.0 || cost.mean <= 0.0) {
        return std::nullopt;
    }
    const double pounds = cost.mean * months_per_year;
    return Estimate{
        pounds / job_months.mean,
        Interval{pounds / job_months.interval->high, pounds / job_months.interval->low}};
}

LengthFindings at_length(const Study& study, std::int32_t months) {
    const std::size_t arm = arm_of(study.region, arm_of_length(months));
    LengthFindings it{months, study.net(arm), study.cost(arm), {}, {}, {}};
    it.net = scaled(it.job_months, 1.0);
    it.cost = scaled(it.pence, pence_per_pound);
    it.cost_of_year = cost_of_year(it.cost, it.net);
    return it;
}

FurtherMonth between(const LengthFindings& shorter, const LengthFindings& longer) {
    const double months = longer.months - shorter.months;
    FurtherMonth it{shorter.months, longer.months, {}, {}, {}};
    it.job_months = scaled(less(longer.job_months, shorter.job_months), months);
    it.cost = scaled(less(longer.pence, shorter.pence), months * pence_per_pound);
    it.cost_of_year = cost_of_year(it.cost, it.job_months);
    return it;
}

/// First time at which any replicate has more or fewer in work in one arm than in the other.
std::int32_t first_difference(const Study& study, std::size_t arm, std::size_t other) {
    for (std::size_t time = 1; time < study.region.times; ++time) {
        for (std::size_t r = 0; r < study.replicates(); ++r) {
            if (difference(study.region, study.employed, arm, other, r, time) != 0) {
                return static_cast<std::int32_t>(time);
            }
        }
    }
    return 0;
}

/// Arms are the same up to the month in which their programmes first differ, so sums from the
/// study's start are sums from that month.
DropAnatomy take_apart(const Study& study) {
    const CliffDesign& design = study.design;
    const std::array<std::string, drop_causes.size() + 1> chain{goes_on_arm,
                                                                run_off_arm,
                                                                run_off_notice_arm,
                                                                cut_no_relapse_arm,
                                                                arm_of_length(design.anatomy)};
    const auto end = static_cast<std::size_t>(design.begins + design.anatomy + design.window);
    DropAnatomy it;
    it.months = design.anatomy;
    it.window = design.window;
    for (std::size_t cause = 0; cause < drop_causes.size(); ++cause) {
        it.causes[cause] = study.job_months(
            arm_of(study.region, chain[cause]), arm_of(study.region, chain[cause + 1]), end);
        it.cause_estimates[cause] = scaled(it.causes[cause], 1.0);
    }
    const std::size_t goes_on = arm_of(study.region, chain.front());
    const std::size_t ends = arm_of(study.region, chain.back());
    it.drop = study.job_months(goes_on, ends, end);
    it.drop_estimate = scaled(it.drop, 1.0);
    it.cost_of_going_on = scaled(study.cost(goes_on, ends, end), pence_per_pound);
    it.first = first_difference(study, goes_on, ends);
    return it;
}

RenewalContrast contrast_renewal(const Study& study) {
    const std::size_t committed = arm_of(study.region, arm_of_length(study.design.anatomy));
    const std::size_t renewed = arm_of(study.region, renewed_arm);
    const std::vector<std::int64_t> net_committed = study.net(committed);
    const std::vector<std::int64_t> net_renewed = study.net(renewed);
    return {study.design.anatomy,
            scaled(net_committed, 1.0),
            scaled(net_renewed, 1.0),
            scaled(less(net_committed, net_renewed), 1.0),
            scaled(study.cost(committed), pence_per_pound),
            scaled(study.cost(renewed), pence_per_pound)};
}

}  // namespace

CliffFindings cliff_findings(const CliffDesign& design,
                             const Courses& region,
                             const Courses& programme,
                             std::size_t reference) {
    const Study study{design, region, programme, reference, row_of(region, "employed")};
    CliffFindings found;
    found.design = design;
    found.reference = region.arms[reference];
    found.replicates = study.replicates();
    for (const std::int32_t months : design.lengths) {
        found.lengths.push_back(at_length(study, months));
    }
    for (std::size_t i = 1; i < found.lengths.size(); ++i) {
        found.further.push_back(between(found.lengths[i - 1], found.lengths[i]));
    }
    found.anatomy = take_apart(study);
    if (design.renewed) {
        found.renewal = contrast_renewal(study);
    }
    return found;
}

}  // namespace foothold
