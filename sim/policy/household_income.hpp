#pragma once

#include "foothold/tax_benefit.hpp"
#include "foothold/world.hpp"

#include <array>

namespace foothold {

/// Weekly-to-monthly conversion used throughout: 52 weeks over 12 months.
inline constexpr double weeks_per_month = 52.0 / 12.0;

/// What a job brings in a month. [GBP/month]
struct Pay {
    double gross = 0.0;
    double tax = 0.0;                 // income tax and employees' National Insurance
    double employer_insurance = 0.0;  // on top of gross

    double net() const { return gross - tax; }
};

/// The set of rates in force in a calendar month; the first set before it, the last set after it.
const TaxBenefitRates& rates_in(const TaxBenefitParameters& parameters, CalendarMonth month);

/// Hourly minimum wage at an age [year]. [GBP/hour]
double minimum_wage(const TaxBenefitRates& rates, int age);

/// Income tax and National Insurance on monthly earnings of one person. [GBP/month]
double tax_on(const TaxBenefitRates& rates, double earnings);

/// What the employer of somebody of that age [year] pays in National Insurance. [GBP/month]
double
employer_insurance(const TaxBenefitRates& rates, double earnings, int age, bool apprentice = false);

/// Child Benefit. [GBP/month]
inline double child_benefit(const TaxBenefitRates& rates, int children) {
    return children == 0
               ? 0.0
               : weeks_per_month
                     * (rates.child_benefit_first + rates.child_benefit_other * (children - 1));
}

/// Whether somebody's job is an apprenticeship.
inline bool is_apprentice(const People& people, PersonId p, Month now) {
    return people.activity[p] == Activity::employed && people.apprentice_until[p] > now;
}

/// The pay of every kind of job in one calendar month: worked out once, then looked up.
class PayScale {
  public:
    PayScale(const TaxBenefitParameters& parameters, const TaxBenefitRates& rates);

    /// Of a job of that tier, at an age in months.
    const Pay& of(int months_of_age, std::size_t tier) const {
        return by_age_[band(months_of_age)][tier];
    }

    /// Of an apprentice of that age in months, who has been one for `months`.
    const Pay& of_apprentice(int months_of_age, int months) const;

  private:
    static constexpr std::size_t bands = 4;  // ages of the minimum wage

    /// Bands begin one after the other, the first at birth.
    std::size_t band(int months_of_age) const {
        std::size_t band = 0;
        for (std::size_t next = 1; next < bands; ++next) {
            band += static_cast<std::size_t>(months_of_age >= band_from_[next]);
        }
        return band;
    }

    std::array<int, bands> band_from_{};  // [month]
    std::array<std::array<Pay, tiers>, bands> by_age_{};
    Pay apprentice_;                               // at the apprentice rate, under 25
    Pay older_apprentice_;                         // the same from 25
    std::array<Pay, bands> trained_apprentice_{};  // past the apprentice rate, under 25
    Pay older_trained_apprentice_;                 // the same from 25
};

}  // namespace foothold
