#include "sim/policy/support_rules.hpp"

#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

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
    const std::uint32_t first = world.households.first[h].row;
    for (std::uint32_t row = first; row < first + world.households.members[h]; ++row) {
        if (row != p.row && is_workless(world.people.activity[PersonId{row}])) {
            return true;
        }
    }
    return false;
}

}  // namespace

FundingState funding_in(const Programme& programme, CalendarMonth start, Month now) {
    const int first = programme.funding.from.index() - start.index();
    const int end = first + programme.funding.months;
    FundingState state;
    state.funded = now >= first && now < end;
    state.intake = state.funded && now < end - programme.funding.intake_stops_before_end;
    state.ended_now = now == end && programme.funding.months > 0;
    state.months_left = state.funded ? end - 1 - now : 0;
    state.month_of_funding = state.funded ? now - first : -1;
    return state;
}

std::vector<std::uint8_t> area_of(const Programme& programme,
                                  const Geography& geography,
                                  const std::vector<std::string>& neighbourhood_codes,
                                  const std::vector<std::string>& authority_codes) {
    std::vector<std::uint8_t> area(geography.neighbourhoods, 0);
    const auto worst = static_cast<std::size_t>(
        std::llround(programme.area.worst_share * static_cast<double>(geography.neighbourhoods)));
    for (std::size_t rank = 0; rank < worst; ++rank) {
        const std::uint16_t n = geography.by_employment_deprivation[rank];
        area[n] = lists(programme.area.neighbourhoods, neighbourhood_codes[n])
                  && lists(programme.area.authorities, authority_codes[n]);
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

std::uint32_t address_of(std::string_view name) {
    // FNV-1a, 32 bits, with the low byte left free for sub-indices.
    std::uint32_t hash = 2166136261U;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash & 0xFFFFFF00U;
}

}  // namespace foothold
