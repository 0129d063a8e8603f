#include "sim/policy/household_income.hpp"

#include <algorithm>

namespace foothold {

namespace {

// The rules' own ages. [year]
constexpr int development_rate = 18;        // minimum wage
constexpr int adult_rate = 21;              // minimum wage; employers' insurance begins
constexpr int apprentices_insured_at = 25;  // employers' insurance on apprentices begins
constexpr int apprentice_rate_until = 19;   // afterwards for the first year only

}  // namespace

const TaxBenefitRates& rates_in(const TaxBenefitParameters& parameters, CalendarMonth month) {
    const TaxBenefitRates* in_force = &parameters.rates.front();
    for (const TaxBenefitRates& rates : parameters.rates) {
        if (rates.from <= month) {
            in_force = &rates;
        }
    }
    return *in_force;
}

double minimum_wage(const TaxBenefitRates& rates, int age) {
    return age >= rates.minimum_wage_age ? rates.minimum_wage
           : age >= adult_rate           ? rates.minimum_wage_21
           : age >= development_rate     ? rates.minimum_wage_18
                                         : rates.minimum_wage_16;
}

double tax_on(const TaxBenefitRates& rates, double earnings) {
    const double income_tax =
        rates.basic_rate * std::max(0.0, earnings - rates.personal_allowance / 12.0);
    const double insurance =
        rates.insurance_rate
        * std::max(0.0, earnings - rates.insurance_threshold * weeks_per_month);
    return income_tax + insurance;
}

double employer_insurance(const TaxBenefitRates& rates, double earnings, int age, bool apprentice) {
    // None below the upper earnings limit, which no job here reaches, for the young.
    if (age < (apprentice ? apprentices_insured_at : adult_rate)) {
        return 0.0;
    }
    return rates.employer_insurance_rate
           * std::max(0.0, earnings - rates.employer_insurance_threshold * weeks_per_month);
}

PayScale::PayScale(const TaxBenefitParameters& parameters, const TaxBenefitRates& rates) {
    const auto pay = [&](double hourly, double hours, int age, bool apprentice) {
        const double gross = hourly * hours * weeks_per_month;
        return Pay{gross, tax_on(rates, gross), employer_insurance(rates, gross, age, apprentice)};
    };
    // A band starts no earlier than the one below it ends: from 2024 the last two are one.
    const int full = static_cast<int>(rates.minimum_wage_age);
    const std::array<int, bands> from{0, development_rate, adult_rate, std::max(full, adult_rate)};
    for (std::size_t age = 0; age < bands; ++age) {
        band_from_[age] = 12 * from[age];
        const double least = minimum_wage(rates, from[age]);
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            by_age_[age][tier] = pay(least * parameters.wage_over_minimum[tier],
                                     parameters.weekly_hours[tier],
                                     from[age],
                                     false);
        }
        trained_apprentice_[age] = pay(least, parameters.apprentice_hours, 0, true);
    }
    const double hours = parameters.apprentice_hours;
    apprentice_ = pay(rates.minimum_wage_apprentice, hours, 0, true);
    older_apprentice_ = pay(rates.minimum_wage_apprentice, hours, apprentices_insured_at, true);
    older_trained_apprentice_ =
        pay(minimum_wage(rates, apprentices_insured_at), hours, apprentices_insured_at, true);
}

const Pay& PayScale::of_apprentice(int months_of_age, int months) const {
    const bool older = months_of_age >= 12 * apprentices_insured_at;
    if (months_of_age < 12 * apprentice_rate_until || months < 12) {
        return older ? older_apprentice_ : apprentice_;
    }
    return older ? older_trained_apprentice_ : trained_apprentice_[band(months_of_age)];
}

}  // namespace foothold
