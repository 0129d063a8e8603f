#include "sim/policy/support_rules.hpp"

#include "foothold/members.hpp"
#include "foothold/money.hpp"

#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace foothold {

namespace {

bool lists(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

bool may_by_work(const World& world, const Eligibility& rules, PersonId p) {
    const Activity activity = world.people.activity[p];
    if (activity == Activity::employed) {
        return rules.in_work_too && world.people.job_tier[p] + 1U < tiers;
    }
    return is_workless(activity) && activity != Activity::retired;
}

bool another_is_workless(const World& world, PersonId p) {
    const HouseholdId h = world.people.household[p];
    for (const PersonId other : members_of(world, h)) {
        if (other != p && is_workless(world.people.activity[other])) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<FundingPeriod> periods_of(const Funding& funding) {
    std::vector<FundingPeriod> periods{{funding.from, funding.months, funding.per_month}};
    periods.insert(periods.end(), funding.further_periods.begin(), funding.further_periods.end());
    return periods;
}

FundingState funding_in(const Programme& programme, CalendarMonth start, Month now) {
    FundingState state;
    bool ended = false;
    bool ends = false;
    for (const FundingPeriod& period : periods_of(programme.funding)) {
        const int first = period.from.index() - start.index();
        const int end = first + period.months;
        ended = ended || (now >= end && period.months > 0);
        ends = ends || (now == end && period.months > 0);
        if (now >= first && now < end) {
            state.funded = true;
            state.intake = now < end - programme.funding.intake_stops_before_end;
            state.months_left = end - 1 - now;
            state.month_of_funding = now - first;
            state.per_month = period.per_month;
            state.money = period.per_month * (state.month_of_funding + 1);
        }
    }
    const bool runs_off = programme.funding.exit == Exit::run_off;
    state.renewed = state.funded && ends;
    state.ended_now = !state.funded && ends && !runs_off;
    state.running_off = !state.funded && ended && runs_off;
    return state;
}

MonthlyCost monthly_cost(const Staffing& staffing, const Posts& filled, const Posts& all) {
    const auto pence = [](double pounds) { return std::llround(pounds * pence_per_pound); };
    const double pay =
        (filled.senior * staffing.senior_salary + filled.other * staffing.salary) / 12.0;
    const double on_costs = pay * staffing.on_costs;
    return {pence(pay),
            pence(on_costs),
            pence((pay + on_costs) * staffing.management),
            pence(staffing.premises / 12.0 * all.total())};
}

Posts posts_covered(const Staffing& staffing, double per_month) {
    const auto money = std::llround(per_month * pence_per_pound);
    const auto affordable = [&](const Posts& posts) {
        return monthly_cost(staffing, posts, posts).total() <= money;
    };
    Posts posts;
    while (posts.senior < staffing.senior_advocates
           && affordable({posts.senior + 1, posts.other})) {
        ++posts.senior;
    }
    while (posts.other < staffing.advocates && affordable({posts.senior, posts.other + 1})) {
        ++posts.other;
    }
    return posts;
}

Posts in_post(const ProgrammeState& state) {
    Posts posts;
    for (const Advocate& advocate : state.advocates) {
        posts.senior += advocate.left == never && advocate.senior ? 1 : 0;
        posts.other += advocate.left == never && !advocate.senior ? 1 : 0;
    }
    return posts;
}

std::int64_t
money_left(const Programme& programme, const ProgrammeState& state, const FundingState& funding) {
    if (funding.running_off) {
        return std::numeric_limits<std::int64_t>::max();
    }
    const Posts posts = posts_covered(programme.staffing, funding.per_month);
    const MonthlyCost due = monthly_cost(programme.staffing, in_post(state), posts);
    return static_cast<std::int64_t>(funding.money * pence_per_pound) - due.total()
           - (state.spend.total() - state.spent_before);
}

std::vector<std::uint8_t>
area_of(const Programme& programme, const Geography& geography, const AreaCodes& codes) {
    std::vector<std::uint8_t> area(geography.neighbourhoods, 0);
    const auto worst = static_cast<std::size_t>(
        std::llround(programme.area.worst_share * static_cast<double>(geography.neighbourhoods)));
    for (std::size_t rank = 0; rank < worst; ++rank) {
        const std::uint16_t n = geography.by_employment_deprivation[rank];
        area[n] = lists(programme.area.neighbourhoods, codes.neighbourhoods[n])
                  && lists(programme.area.zones, codes.zones[n])
                  && lists(programme.area.authorities, codes.authorities[n]);
    }
    return area;
}

bool is_eligible(const World& world,
                 const Programme& programme,
                 const std::vector<std::uint8_t>& area,
                 PersonId p,
                 Month now) {
    const Eligibility& rules = programme.eligibility;
    if (!may_by_work(world, rules, p) || !area[world.neighbourhood(p).row]) {
        return false;
    }
    const double age = (now - world.people.birth[p]) / 12.0;
    if (age < rules.age_from || age >= rules.age_to + 1.0) {
        return false;
    }
    const auto counted = static_cast<BarrierSet>(world.barriers(p) & world.reference->counted);
    return std::popcount(counted) >= rules.barriers_at_least
           && (world.people.activity[p] == Activity::employed
               || months_out_of_work(world, p, now) >= rules.months_out_of_work_at_least)
           && (!rules.other_member_out_of_work || another_is_workless(world, p));
}

std::uint8_t job_step(const People& people, PersonId p) {
    const bool employed = people.activity[p] == Activity::employed;
    return employed ? static_cast<std::uint8_t>(people.job_tier[p] + 1U) : std::uint8_t{0};
}

BarrierSet in_reach(const World& world, const Programme& programme, PersonId p) {
    return programme.targeting == Targeting::household ? world.barriers(p)
                                                       : world.people.barriers[p];
}

double need_of(const World& world,
               const Programme& programme,
               const CaseworkParameters& casework,
               PersonId p) {
    const auto counted =
        static_cast<BarrierSet>(in_reach(world, programme, p) & world.reference->counted);
    return 1.0 + casework.hours_by_need * std::popcount(counted);
}

std::uint32_t address_of(std::string_view name) {
    // FNV-1a, 32 bits, with the low byte left free for sub-indices.
    std::uint32_t hash = 2166136261U;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash & 0xFFFFFF00U;
}

}  // namespace foothold
