#include "sim/policy/payment_rules.hpp"

#include "foothold/money.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/policy/readiness.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

double fee_of(const OutcomeFees& fees, Milestone milestone) {
    switch (milestone) {
    case Milestone::engagement:
        return fees.engagement;
    case Milestone::job_start:
        return fees.job_start;
    case Milestone::weeks_13:
        return fees.weeks_13;
    case Milestone::weeks_26:
        return fees.weeks_26;
    case Milestone::weeks_52:
        return fees.weeks_52;
    case Milestone::progression:
        break;
    }
    return 0.0;
}

double fee_of(const ProgressionFees& fees, Milestone milestone) {
    return milestone == Milestone::engagement    ? fees.engagement
           : milestone == Milestone::progression ? fees.progression
                                                 : 0.0;
}

bool is_in_better_work(const World& world, const Case& each) {
    return each.closing == Closing::open && world.people.life[each.person] == each.life
           && job_step(world.people, each.person) > each.opening_job;
}

std::uint8_t reached_in_work(const Case& each) {
    constexpr int year = 12;  // [month]
    unsigned bits = bit_of(Milestone::job_start);
    bits |= each.longest_job >= year / 4 ? unsigned{bit_of(Milestone::weeks_13)} : 0U;
    bits |= each.longest_job >= year / 2 ? unsigned{bit_of(Milestone::weeks_26)} : 0U;
    bits |= each.longest_job >= year ? unsigned{bit_of(Milestone::weeks_52)} : 0U;
    return static_cast<std::uint8_t>(bits);
}

/// How intensely somebody out of work looks, or is open to an offer. [1]
double intensity_seen(const World& world, const Parameters& parameters, PersonId p, Month now) {
    const SearchParameters& search = parameters.search;
    const Activity activity = world.people.activity[p];
    if (activity == Activity::searching) {
        return 1.0;
    }
    const double open = activity == Activity::inactive ? search.inactive_intensity
                        : activity == Activity::sick   ? search.sick_intensity
                                                       : 0.0;
    return open * exponential(-search.discouragement * long_out(world, parameters, p, now));
}

/// Applications for work from outside it, at the ease of the place. [1/month]
double job_sought(const World& world, const Parameters& parameters, PersonId p, Month now) {
    const auto& places = world.balance.employed;
    const double ease = places.empty() ? 1.0 : places[world.neighbourhood(p).row].scale;
    return parameters.search.applications * ease * intensity_seen(world, parameters, p, now);
}

/// The same for a better job than the one held. [1/month]
double better_job_sought(const World& world, const Parameters& parameters, PersonId p) {
    return world.people.job_tier[p] + 1U < tiers
               ? parameters.search.applications * parameters.search.on_the_job
               : 0.0;
}

}  // namespace

DurationBand band_of(const World& world, PersonId p, Month now) {
    constexpr int year = 12;  // [month]
    if (world.people.activity[p] == Activity::employed) {
        return DurationBand::in_work;
    }
    const int out = months_out_of_work(world, p, now);
    return out >= 2 * year ? DurationBand::over_2_years
           : out >= year   ? DurationBand::from_1_to_2_years
                           : DurationBand::under_1_year;
}

double fee_of(const Fees& fees, DurationBand band, Milestone milestone) {
    switch (band) {
    case DurationBand::over_2_years:
        return fee_of(fees.over_2_years, milestone);
    case DurationBand::from_1_to_2_years:
        return fee_of(fees.from_1_to_2_years, milestone);
    case DurationBand::under_1_year:
        return fee_of(fees.under_1_year, milestone);
    case DurationBand::in_work:
        break;
    }
    return fee_of(fees.in_work, milestone);
}

std::uint8_t reached(const World& world, const Payment& payment, const Case& each, Month now) {
    const bool engaged =
        (each.claimed & bit_of(Milestone::engagement)) != 0
        || (each.closing == Closing::open && now - each.opened >= payment.engagement_months);
    if (!engaged) {
        return 0;
    }
    unsigned bits = bit_of(Milestone::engagement);
    if (each.band == DurationBand::in_work) {
        bits |= is_in_better_work(world, each) ? unsigned{bit_of(Milestone::progression)} : 0U;
    } else if (each.entered_work != never) {
        bits |= reached_in_work(each);
    }
    return static_cast<std::uint8_t>(bits);
}

double chance_seen(const World& world,
                   const Parameters& parameters,
                   const BarrierEffects& effects,
                   PersonId p,
                   Month now) {
    const double standing =
        exponential(standing_with_employers(world, parameters, effects, p, now));
    const double a_month = world.people.activity[p] == Activity::employed
                               ? better_job_sought(world, parameters, p) * standing
                               : job_sought(world, parameters, p, now) * standing
                                     * readiness_of(world, parameters, effects, p);
    return chance_of(12.0 * a_month);
}

double
expected_payment(const Fees& fees, DurationBand band, std::uint8_t claimed, double chance_of_work) {
    double sum = 0.0;
    for (std::size_t i = 0; i < milestones; ++i) {
        const auto milestone = static_cast<Milestone>(i);
        if ((claimed & bit_of(milestone)) == 0) {
            sum += fee_of(fees, band, milestone)
                   * (milestone == Milestone::engagement ? 1.0 : chance_of_work);
        }
    }
    return sum;
}

std::vector<std::size_t> order_of_service(const std::vector<double>& pay_per_hour,
                                          double creaming,
                                          std::int64_t places_before) {
    std::vector<std::size_t> by_pay(pay_per_hour.size());
    std::iota(by_pay.begin(), by_pay.end(), std::size_t{0});
    std::stable_sort(by_pay.begin(), by_pay.end(), [&](std::size_t a, std::size_t b) {
        return pay_per_hour[a] > pay_per_hour[b];
    });
    std::vector<std::uint8_t> served(by_pay.size(), 0);
    std::vector<std::size_t> order;
    std::size_t best = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < by_pay.size(); ++i) {
        const auto place = static_cast<double>(places_before + static_cast<std::int64_t>(i));
        const bool by_payment = std::floor(creaming * (place + 1.0)) > std::floor(creaming * place);
        while (best < served.size() && served[by_pay[best]]) {
            ++best;
        }
        while (first < served.size() && served[first]) {
            ++first;
        }
        order.push_back(by_payment ? by_pay[best] : first);
        served[order.back()] = 1;
    }
    return order;
}

double weight_in_time(double need, double payment, const Load& load, double parking) {
    if (load.payment <= 0.0) {
        return need;
    }
    return (1.0 - parking) * need + parking * load.need * payment / load.payment;
}

FundingState counted_on(FundingState funding, const Programme& programme, const Income& income) {
    const Payment& payment = programme.payment;
    if (payment.model == PaymentModel::grant || !funding.funded) {
        return funding;
    }
    const bool first = funding.month_of_funding == 0;
    if (!first && funding.month_of_funding >= payment.working_capital) {
        funding.per_month = payment.upfront * funding.per_month + income.from_claims;
    }
    funding.money = (first ? 0.0 : income.counted_before) + funding.per_month;
    return funding;
}

std::int64_t contract_value(const Funding& funding) {
    std::int64_t sum = 0;
    for (const FundingPeriod& period : periods_of(funding)) {
        sum += std::llround(period.per_month * period.months * pence_per_pound);
    }
    return sum;
}

}  // namespace foothold
