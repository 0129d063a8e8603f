#pragma once

#include "foothold/parameters.hpp"
#include "foothold/world.hpp"

#include "sim/experiments/flows.hpp"
#include "sim/experiments/logit.hpp"

#include <array>
#include <optional>
#include <vector>

namespace foothold {

/// Non-employment as Berthoud (2003) counts it, neither a job nor a partner with one, of people of
/// 17 to 59 who do not study and have none of the disadvantages of his that the model knows: no
/// partner, no qualification, ill health, aged 50 or more, and work scarce around (the half of
/// neighbourhoods with the lower employment in reach).
Share nonemployment_without_disadvantage(const World& world,
                                         const Parameters& parameters,
                                         Month now);

/// What facing several barriers at once adds beyond their separate effects: the coefficient of the
/// number of pairs of barriers in a logistic regression of non-employment on each barrier, that
/// number, age, qualification and the neighbourhood's employment when the world opened; people of
/// 16 to 64 who do not study. Berthoud finds none. Nothing where the regression does not settle.
std::optional<double>
extra_effect_of_pairs(const World& world, const Parameters& parameters, Month now);

/// Households with anybody of working age by the number of dimensions (employment, education,
/// health, housing) in which they are deprived, in the neighbourhoods chosen; shares of all.
std::array<double, 5> deprivation_of(const World& world,
                                     const Parameters& parameters,
                                     const std::vector<std::uint8_t>& chosen,
                                     Month now);

/// The share [1] of neighbourhoods that is most deprived in employment: 1 where it is.
std::vector<std::uint8_t> most_deprived(const World& world, double share);

/// Mean correlation between any two dimensions within a household, if all four were equally common:
/// from the variance of their number (a beta-binomial's). Its published value is computed in the
/// same way.
double clustering_of(const std::array<double, 5>& shares);

/// Whose employment is set against people's chances.
enum class Around : std::uint8_t {
    catchment,  // zones weighted by travel to work, as last month published
    authority,  // the local authority's residents of working age
};

/// Follows who of the unemployed, or of the sick, is in work a year later, and sets it against
/// employment around. Windows of a year follow one another from the close of month -1.
class Returners : public Observer {
  public:
    /// Of those who are `of` (searching or sick) at the start of a window, in arm 0.
    Returners(Activity of, Around around) : of_{of}, around_{around} { data_.covariates = 6; }

    void month_closed(const World& world, std::size_t arm, Month now) override;

    /// Odds ratio of being in work a year later per percentage point of employment around, with age
    /// and qualification held. Nothing where it does not settle.
    std::optional<double> odds_ratio_per_point() const;

  private:
    struct Start {
        PersonId person;
        std::uint16_t life = 0;
        std::vector<double> covariates;
    };

    std::vector<double> employment_around(const World& world) const;

    Activity of_;
    Around around_;
    std::vector<Start> starts_;
    LogitData data_;
};

}  // namespace foothold
