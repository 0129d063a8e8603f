#pragma once

#include "foothold/describe.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

namespace quantity {

inline constexpr Quantity price_year{"year", 1990, 2100};
inline constexpr Quantity price_index{"1", 0.001, 1e6};

}  // namespace quantity

/// The price level of a year.
struct Deflator {
    std::int32_t year = 0;
    double index = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("year", it.year, quantity::price_year, "year that begins in this one's April");
        field("index", it.index, quantity::price_index, "price level, on a base of any year");
    }

    friend bool operator==(const Deflator&, const Deflator&) = default;
};

/// What money is worth and what is counted.
struct AccountingParameters {
    double discount_rate = 0.0;
    std::int32_t price_year = 0;
    std::int32_t unit_cost_year = 0;
    std::vector<Deflator> deflators;
    double health_out_of_work = 0.0;
    double health_sick = 0.0;
    double health_counted = 0.0;
    double displacement_skills = 0.0;
    double displacement_regeneration = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("discount_rate",
              it.discount_rate,
              quantity::share,
              "social time preference rate, real, a year");
        field("price_year",
              it.price_year,
              quantity::price_year,
              "year whose prices all accounts are in, from its April");
        field("unit_cost_year",
              it.unit_cost_year,
              quantity::price_year,
              "year whose prices unit costs are in, from its April");
        field("deflators",
              it.deflators,
              "price level by year; each holds until the next, the last for ever");
        field("health_out_of_work",
              it.health_out_of_work,
              quantity::pounds_per_year,
              "what the NHS saves while somebody works who would search or be at home");
        field("health_sick",
              it.health_sick,
              quantity::pounds_per_year,
              "what the NHS saves while somebody works who would be long-term sick");
        field("health_counted",
              it.health_counted,
              quantity::share,
              "share of those savings that counts, on top of what barriers cost the NHS");
        field(
            "displacement_skills",
            it.displacement_skills,
            quantity::share,
            "what others lose of what supported households gain, as a rule of thumb for employment "
            "and skills; a test, beside what the model finds");
        field("displacement_regeneration",
              it.displacement_regeneration,
              quantity::share,
              "the same rule of thumb for regeneration");
    }

    friend bool operator==(const AccountingParameters&, const AccountingParameters&) = default;
};

}  // namespace foothold
