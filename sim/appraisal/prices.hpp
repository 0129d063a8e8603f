#pragma once

#include "foothold/trajectory.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {

/// A year of prices runs from April to March, as tax years do; it is called by the year in which
/// it begins.
std::int32_t price_year_of(CalendarMonth month);

/// What money is worth in the prices of one year, `parameters.accounting.price_year`. A deflator
/// holds from its year until the next one. So money of before the first is in the prices of the
/// first, and money of after the last in those of the last: the model's dated rates of wages, tax
/// and benefits begin and end in these years and are constant beyond. docs/methods/value.md
class Prices {
  public:
    /// Throws std::out_of_range if the study holds no deflators.
    explicit Prices(const StudyHeader& header);

    /// The year of the accounts' prices: the one asked for, or the nearest that has a deflator.
    std::int32_t year() const { return year_; }

    /// A pound of the month that closes at `time`, in the accounts' prices. [1]
    double of_month(std::size_t time) const;

    /// A pound of a unit cost, `parameters.accounting.unit_cost_year`, in them. [1]
    double of_unit_costs() const { return of_unit_costs_; }

  private:
    struct Deflator {
        std::int32_t year = 0;
        double index = 0.0;  // [1] any base
    };

    const Deflator& in(std::int32_t year) const;
    double of_year(std::int32_t year) const;

    CalendarMonth start_;
    std::vector<Deflator> deflators_;  // oldest first
    std::int32_t year_ = 0;
    double index_ = 0.0;  // of that year
    double of_unit_costs_ = 0.0;
};

}  // namespace foothold
