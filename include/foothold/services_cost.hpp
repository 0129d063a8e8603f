#pragma once

#include "foothold/describe.hpp"

#include <array>
#include <string_view>

namespace foothold {

/// Who pays for public services: the NHS; police, courts and prisons; housing and homelessness; and
/// others, such as councils and children's services.
inline constexpr std::array<std::string_view, 4> payers{"health", "justice", "housing", "other"};

/// What a barrier costs public services while present, by who pays.
struct CostByPayer {
    double health = 0.0;
    double justice = 0.0;
    double housing = 0.0;
    double other = 0.0;

    /// In the order of `payers`. [GBP/year]
    std::array<double, payers.size()> by_payer() const { return {health, justice, housing, other}; }

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("health", it.health, quantity::pounds_per_year, "cost to the NHS");
        field("justice",
              it.justice,
              quantity::pounds_per_year,
              "cost to police, courts, prisons and probation");
        field("housing",
              it.housing,
              quantity::pounds_per_year,
              "cost to housing and homelessness services");
        field("other",
              it.other,
              quantity::pounds_per_year,
              "cost to others: councils, children's services, whoever else pays");
    }

    friend bool operator==(const CostByPayer&, const CostByPayer&) = default;
};

}  // namespace foothold
