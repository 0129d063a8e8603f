#pragma once

#include "foothold/barrier.hpp"
#include "foothold/ids.hpp"
#include "foothold/month.hpp"
#include "foothold/payment.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace foothold {

/// Why a case was closed.
enum class Closing : std::uint8_t { open, success, dropped_out, limit, moved, funding_ended };
inline constexpr std::array closing_names{
    "open", "success", "dropped_out", "limit", "moved", "funding_ended"};

/// One person's support by one programme, kept for the whole run.
struct Case {
    PersonId person;
    std::uint16_t life = 0;
    std::uint16_t programme = 0;
    AdvocateId advocate;  // row in the programme's advocates; none while nobody is in charge
    Month opened = never;
    Month closed = never;
    Month budget_spent = never;
    Month in_job_since = never;    // in which support first saw the spell of work that lasts now;
                                   // of who was in work from the start: of work in a better tier
    Month entered_work = never;    // in which the last spell of work found in the case began
    std::int32_t longest_job = 0;  // [month] longest that a spell of work found in the case lasted
    std::uint8_t opening_job = 0;  // job_step of the person when it opened
    Closing closing = Closing::open;
    std::uint8_t further_member = 0;  // 1 if somebody else of the household was supported first
    std::uint8_t returned = 0;        // 1 if this programme had supported this person before
    std::uint8_t resolved = 0;        // [barrier] lifted with help so far
    BarrierSet lifted = 0;            // with help; read only when the case is cut off
    float alliance = 0.0F;            // [1] working alliance, 0 to 1
    DurationBand band = DurationBand::under_1_year;  // of the person when it opened
    std::uint8_t claimed = 0;                        // [bit] milestones claimed so far
    Month course_began = never;                      // training that the programme pays for
    Month course_ended = never;  // at its end or when left for work; never if the case closed first
    std::uint8_t completed = 0;  // 1 if it was completed
};

/// A post held by somebody.
struct Advocate {
    Month joined = never;
    Month left = never;
    std::uint8_t senior = 0;
    std::int32_t cases = 0;      // [person] supported now
    std::int32_t new_cases = 0;  // [person] taken on this month
};

/// Somebody who accepted and waits for a place.
struct Waiting {
    double key = 0.0;  // smaller is served first
    PersonId person;
    std::uint16_t life = 0;
    Month accepted = never;

    friend bool operator<(const Waiting& a, const Waiting& b) {
        return a.key != b.key ? a.key < b.key : a.person < b.person;
    }
};

/// What a programme has spent so far. [pence]
struct Spend {
    std::int64_t staff = 0;
    std::int64_t on_costs = 0;
    std::int64_t management = 0;
    std::int64_t premises = 0;
    std::int64_t personal_budgets = 0;
    std::int64_t training = 0;
    std::int64_t repairs = 0;

    std::int64_t total() const {
        return staff + on_costs + management + premises + personal_budgets + training + repairs;
    }
};

/// Money that was claimed and has not been paid yet.
struct Claim {
    Month due = never;        // [month] in which it is paid
    std::int64_t amount = 0;  // [pence]
};

/// What the funder has paid for a programme, and what its provider counts on.
struct Income {
    std::int64_t paid = 0;                          // [pence] so far
    std::array<std::int64_t, milestones> claims{};  // [claim] so far, by milestone
    std::vector<Claim> due;                         // in the order they were made
    double from_claims = 0.0;     // [GBP/month] what claims have lately paid, on average
    double counted_before = 0.0;  // [GBP] counted on in the present period's earlier months
    std::int64_t places = 0;      // [case] opened so far, to share places by the two orders
};

/// One running programme.
struct ProgrammeState {
    std::uint16_t programme = 0;      // index in the scenario's list
    std::vector<std::uint8_t> area;   // shape [neighbourhood]; 1 where it works
    std::vector<Advocate> advocates;  // everybody who ever held a post
    std::vector<Month>
        recruiting;  // month in which each post being filled will be taken; senior posts first
    std::vector<Waiting> waiting;  // sorted by (key, person)
    Spend spend;
    Income income;
    std::int64_t spent_before = 0;  // [pence] spent when the present period of funding began
    std::int64_t contacted = 0;     // [person] so far
    std::int64_t accepted = 0;      // [person] so far
    std::int64_t invited = 0;       // [person] further members invited so far
    std::int64_t households = 0;    // [household] with at least one case so far
    std::int64_t repaired = 0;      // [household] whose housing barrier repairs have ended so far
};

/// Everything that programmes have done.
struct Support {
    std::vector<ProgrammeState> programmes;
    std::vector<Case> cases;  // in the order they were opened
};

}  // namespace foothold
