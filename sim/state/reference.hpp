#pragma once

#include "foothold/barrier.hpp"
#include "foothold/place.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace foothold {

/// Weights of what the workless who do not study do; those of sickness count more for the ill.
struct WorklessMix {
    double searching = 0.0;
    double sick = 0.0;
    double retired = 0.0;
    double inactive = 0.0;
};

/// What was solved when the world opened, so that the reference economy holds still.
struct Reference {
    BarrierSet counted = 0;         // barriers that count: for eligibility, need and others' burden
    BarrierSet ill_health = 0;      // barriers that count as ill health
    std::vector<double> cholesky;   // shape [barrier * barrier], lower triangle of the correlations
    std::vector<double> threshold;  // shape [barrier]; latent value above which it is present
    std::vector<double> onset;  // shape [barrier]; [1/month] hazard where the place adds nothing
    std::vector<double>
        onset_place;  // shape [neighbourhood * barrier]; [1] hazard ratio of the place
    std::vector<double>
        onset_person;               // shape [year of age from 16][level][barrier]; [1] hazard ratio
    std::vector<double> intercept;  // shape [neighbourhood]; log odds of employment
    std::vector<WorklessMix> mix;   // shape [neighbourhood]
    std::array<double, tiers> tier_log_odds{};  // log odds of a job in this tier or a worse one
    double mean_qualification = 0.0;            // [level] of the employed
    std::int64_t people = 0;                    // [person] of working age when the world opened
    std::int64_t employed = 0;                  // [person] the employment that the burn-in holds

    /// Share of people of working age in work when the world opened. [1]
    double employment() const {
        return static_cast<double>(employed) / static_cast<double>(people);
    }

    /// The row of people of this age [month] and qualification among those of `person_ratios`.
    static std::size_t person_row(int age, std::uint8_t qualification) {
        constexpr int span = age_band_starts.back() - age_band_starts.front();
        const int year = std::clamp(age / 12 - age_band_starts.front(), 0, span - 1);
        return static_cast<std::size_t>(year) * qualification_names.size() + qualification;
    }

    /// What people of a row multiply onsets by; shape [barrier].
    const double* person_ratios(std::size_t row) const {
        return &onset_person[row * threshold.size()];
    }

    /// What a place multiplies onsets by; shape [barrier].
    const double* place_ratios(std::size_t neighbourhood) const {
        return &onset_place[neighbourhood * threshold.size()];
    }
};

}  // namespace foothold
