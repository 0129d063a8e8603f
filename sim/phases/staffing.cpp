#include "sim/phases/staffing.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

bool in_post(const Advocate& advocate) {
    return advocate.left == never;
}

Month recruited_from(const Programme& programme, Month now) {
    return static_cast<Month>(now
                              + static_cast<int>(std::llround(programme.staffing.recruitment_lag)));
}

void open_posts(const MonthContext& now, const Programme& programme, ProgrammeState& state) {
    const auto posts = static_cast<std::size_t>(programme.staffing.senior_advocates
                                                + programme.staffing.advocates);
    state.recruiting.assign(posts, recruited_from(programme, now.month));
}

void hire(const MonthContext& now, const Programme& programme, ProgrammeState& state) {
    auto seniors = std::count_if(state.advocates.begin(),
                                 state.advocates.end(),
                                 [](const Advocate& a) { return in_post(a) && a.senior; });
    for (const Month due : state.recruiting) {
        if (due <= now.month) {
            const bool senior = seniors < programme.staffing.senior_advocates;
            seniors += senior ? 1 : 0;
            state.advocates.push_back({now.month, never, static_cast<std::uint8_t>(senior), 0});
        }
    }
    std::erase_if(state.recruiting, [&](Month due) { return due <= now.month; });
}

void leave(World& world,
           const MonthContext& now,
           const Programme& programme,
           ProgrammeState& state,
           const FundingState& funding) {
    const Staffing& staffing = programme.staffing;
    const bool notice = funding.months_left < staffing.notice_months;
    const double chance =
        std::min(1.0, staffing.attrition * (notice ? staffing.notice_attrition : 1.0));
    const std::uint32_t which = address_of(programme.family);
    for (std::uint32_t a = 0; a < state.advocates.size(); ++a) {
        Advocate& advocate = state.advocates[a];
        if (!in_post(advocate) || advocate.joined == now.month
            || !now.luck.happens(chance, {a, 0}, Purpose::staff_leaving, which)) {
            continue;
        }
        advocate.left = now.month;
        advocate.cases = 0;
        for (Case& each : world.support.cases) {
            if (each.closing == Closing::open && each.programme == state.programme
                && each.advocate.row == a) {
                each.advocate = {};
            }
        }
        // Nobody is recruited for less time than it takes to recruit.
        if (funding.months_left > 2.0 * staffing.recruitment_lag) {
            state.recruiting.push_back(recruited_from(programme, now.month));
        }
    }
}

void hand_over(World& world,
               const MonthContext& now,
               const Programme& programme,
               ProgrammeState& state) {
    for (Case& each : world.support.cases) {
        if (each.closing != Closing::open || each.programme != state.programme || each.advocate) {
            continue;
        }
        each.advocate = with_most_room(programme, state);
        if (each.advocate) {
            ++state.advocates[each.advocate.row].cases;
            each.alliance *= static_cast<float>(now.parameters.casework.alliance_kept);
        }
    }
}

}  // namespace

std::int32_t capacity(const Programme& programme, const Advocate& advocate) {
    return advocate.senior ? programme.staffing.senior_caseload : programme.staffing.caseload;
}

AdvocateId with_most_room(const Programme& programme, const ProgrammeState& state) {
    AdvocateId best;
    std::int32_t most = 0;
    for (std::uint32_t a = 0; a < state.advocates.size(); ++a) {
        const Advocate& advocate = state.advocates[a];
        const std::int32_t room =
            in_post(advocate) ? capacity(programme, advocate) - advocate.cases : 0;
        if (room > most) {
            most = room;
            best = {a};
        }
    }
    return best;
}

void staff(World& world,
           const MonthContext& now,
           ProgrammeState& state,
           const FundingState& funding) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    if (funding.month_of_funding == 0) {
        open_posts(now, programme, state);
    }
    leave(world, now, programme, state, funding);
    hire(now, programme, state);
    hand_over(world, now, programme, state);
}

}  // namespace foothold
