#pragma once

#include "foothold/programme.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

/// What a programme's money allows this month.
struct FundingState {
    bool funded = false;        // the programme is running
    bool intake = false;        // new people may be taken on
    bool ended_now = false;     // last month was the last funded one, and open cases are cut off
    bool running_off = false;   // the money has ended, and open cases run their course
    bool renewed = false;       // first month of a period that follows another without a gap
    int months_left = 0;        // [month] of this period after this one
    int month_of_funding = -1;  // 0 in the first month of a period
    double per_month = 0.0;     // [GBP/month] that the provider may count on
    double money = 0.0;         // [GBP] of this period so far, this month included

    /// Advocates are at work.
    bool working() const { return funded || running_off; }
};

/// The periods of a programme's funding, in order.
std::vector<FundingPeriod> periods_of(const Funding& funding);

/// State of a programme's funding in a month of the study that starts in `start`.
FundingState funding_in(const Programme& programme, CalendarMonth start, Month now);

/// Posts, or the people in them.
struct Posts {
    int senior = 0;
    int other = 0;

    int total() const { return senior + other; }
};

/// What a programme costs in a month, personal budgets aside. [pence]
struct MonthlyCost {
    std::int64_t staff = 0;
    std::int64_t on_costs = 0;
    std::int64_t management = 0;
    std::int64_t premises = 0;

    std::int64_t total() const { return staff + on_costs + management + premises; }
};

/// Cost of a month with these people in post and premises for these posts.
MonthlyCost monthly_cost(const Staffing& staffing, const Posts& filled, const Posts& all);

/// The posts that the month's money pays for in full, senior ones first: no more are advertised.
Posts posts_covered(const Staffing& staffing, double per_month);

/// Who is in post.
Posts in_post(const ProgrammeState& state);

/// Money of the present period that this month's staff and premises leave over; without bound while
/// cases run off, whose last costs are borne whatever they are. [pence]
std::int64_t
money_left(const Programme& programme, const ProgrammeState& state, const FundingState& funding);

/// Official codes of each neighbourhood and of what it lies in; shape [neighbourhood].
struct AreaCodes {
    std::vector<std::string> neighbourhoods;
    std::vector<std::string> zones;
    std::vector<std::string> authorities;
};

/// Which neighbourhoods a programme works in; shape [neighbourhood], 1 where it does.
std::vector<std::uint8_t>
area_of(const Programme& programme, const Geography& geography, const AreaCodes& codes);

/// Whether somebody may join, waiting lists and open cases aside.
bool is_eligible(const World& world,
                 const Programme& programme,
                 const std::vector<std::uint8_t>& area,
                 PersonId p,
                 Month now);

/// How good a job somebody has: 0 out of work, then 1 for the worst tier up to 3 for the best.
std::uint8_t job_step(const People& people, PersonId p);

/// The same luck for the same programme in every arm and study: draws are addressed by its name.
std::uint32_t address_of(std::string_view name);

/// The barriers that an advocate works on: the client's own, and under household targeting the
/// household's too.
BarrierSet in_reach(const World& world, const Programme& programme, PersonId p);

/// Weight of a client in the advocate's time.
double need_of(const World& world,
               const Programme& programme,
               const CaseworkParameters& casework,
               PersonId p);

/// Whether an advocate works with somebody now.
inline bool has_advocate(const World& world, PersonId p) {
    const CaseId open = world.people.open_case[p];
    return open && world.support.cases[open.row].advocate;
}

}  // namespace foothold
