#pragma once

#include "sim/appraisal/evaluation_frame.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace foothold {

enum class Design : std::uint8_t { rct, matched, before_after };
inline constexpr std::array<std::string_view, 3> design_names{"rct", "matched", "before_after"};

/// Who is lost to follow-up by chance.
struct DropOut {
    double chance = 0.0;             // [1] of somebody in work at follow-up
    double out_of_work_ratio = 1.0;  // chance of somebody out of work over that
};

/// What an evaluation finds.
struct Finding {
    double effect = 0.0;  // [1] or [month]
    double error = 0.0;   // standard error
};

/// Somebody drawn, with the number, uniform on (0, 1), that says whether they are lost.
struct Pick {
    std::size_t at = 0;  // in the frame's list
    double loss = 0.0;
};

/// Whom an evaluation drew: independently of one another, as from many people like these.
struct Drawn {
    std::vector<Pick> participants;
    std::vector<Pick> compared;  // twice as many; for matching only
};

bool is_lost(const Found& found, double loss, DropOut drop_out);

/// The first half of the drawn live in the arm, the others in the reference. The difference of
/// means with its unequal-variance standard error. Nothing with fewer than two left on a side.
std::optional<Finding>
randomised_trial(const EvaluationFrame& frame, const Drawn& drawn, DropOut drop_out);

/// Each participant less the nearest of the compared by score, with replacement, with the standard
/// error of Abadie and Imbens (2006), "Large sample properties of matching estimators for average
/// treatment effects", Econometrica 74(1), for one match, whose variance at a score is judged from
/// the neighbour in score.
std::optional<Finding>
matched_comparison(const EvaluationFrame& frame, const Drawn& drawn, DropOut drop_out);

/// Participants at follow-up less what they would have been had they stayed as they were.
std::optional<Finding>
before_and_after(const EvaluationFrame& frame, const Drawn& drawn, DropOut drop_out);

}  // namespace foothold
