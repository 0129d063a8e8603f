#pragma once

#include "foothold/courses.hpp"

#include "sim/appraisal/cliff_study.hpp"
#include "sim/experiments/estimate.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// One length of funding against the reference, over the whole place and study.
struct LengthFindings {
    std::int32_t months = 0;               // [month] of funding
    std::vector<std::int64_t> job_months;  // [job-month] net; shape [replicate]
    std::vector<std::int64_t> pence;       // [pence] more than the reference; shape [replicate]
    Estimate net;                          // [job-month]
    Estimate cost;                         // [GBP]
    std::optional<Estimate> cost_of_year;  // [GBP/job-year]; none if the gain may be luck
};

/// What a further month of funding adds between two neighbouring lengths, each replicate with
/// itself.
struct FurtherMonth {
    std::int32_t from = 0;                 // [month] of funding
    std::int32_t to = 0;                   // [month] of funding
    Estimate job_months;                   // [job-month] per further month of funding
    Estimate cost;                         // [GBP] per further month of funding
    std::optional<Estimate> cost_of_year;  // [GBP/job-year]; none if the gain may be luck
};

/// Why net job-months drop at the end of funding, in the order in which the chain of arms adds the
/// causes.
enum class DropCause : std::uint8_t { referrals, notice, dropped, relapse };
inline constexpr std::array drop_causes{"referrals", "notice", "dropped", "relapse"};

/// The drop at the end of a length of funding, taken apart.
struct DropAnatomy {
    std::int32_t months = 0;         // [month] of funding that ends
    std::int32_t window = 0;         // [month] after the end
    std::int32_t first = 0;          // [month] of the study in which work first differs; 0 never
    std::vector<std::int64_t> drop;  // [job-month] shape [replicate]
    // [job-month] shape [cause][replicate]; the causes add up to the drop in every replicate
    std::array<std::vector<std::int64_t>, drop_causes.size()> causes;
    Estimate drop_estimate;
    std::array<Estimate, drop_causes.size()> cause_estimates;
    Estimate cost_of_going_on;  // [GBP] more than of the end, until the window closes
};

/// The same length and money, known from the start or for a year at a time.
struct RenewalContrast {
    std::int32_t months = 0;  // [month] of funding
    Estimate committed;       // [job-month] net
    Estimate renewed;         // [job-month] net
    Estimate difference;      // [job-month] committed less renewed
    Estimate cost_committed;  // [GBP]
    Estimate cost_renewed;    // [GBP]
};

struct CliffFindings {
    CliffDesign design;
    std::string reference;
    std::size_t replicates = 0;
    std::vector<LengthFindings> lengths;  // ascending
    std::vector<FurtherMonth> further;    // one fewer than lengths
    DropAnatomy anatomy;
    std::optional<RenewalContrast> renewal;
};

/// `region` holds the place measures and `programme` the programme measures of a cliff study.
/// Throws std::out_of_range if an arm or measure is missing.
CliffFindings cliff_findings(const CliffDesign& design,
                             const Courses& region,
                             const Courses& programme,
                             std::size_t reference);

}  // namespace foothold
