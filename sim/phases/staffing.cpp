#include "sim/phases/staffing.hpp"

#include "sim/phases/casework.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

bool is_in_post(const Advocate& advocate) {
    return advocate.left == never;
}

Month recruited_from(const Programme& programme, Month now) {
    return static_cast<Month>(now
                              + static_cast<int>(std::llround(programme.staffing.recruitment_lag)));
}

void hire(const MonthContext& now, ProgrammeState& state, const Posts& posts) {
    Posts filled = in_post(state);
    for (const Month due : state.recruiting) {
        if (due <= now.month && filled.total() < posts.total()) {
            const bool senior = filled.senior < posts.senior;
            (senior ? filled.senior : filled.other) += 1;
            state.advocates.push_back({now.month, never, static_cast<std::uint8_t>(senior)});
        }
    }
    std::erase_if(state.recruiting, [&](Month due) { return due <= now.month; });
}

/// Clients are left without the person they trusted.
void leave_clients(World& world,
                   const MonthContext& now,
                   const ProgrammeState& state,
                   AdvocateId gone) {
    for (std::uint32_t row = 0; row < world.support.cases.size(); ++row) {
        Case& each = world.support.cases[row];
        if (each.closing == Closing::open && each.programme == state.programme
            && each.advocate == gone) {
            each.advocate = {};
            lose_trust(world, now, {row}, now.parameters.casework.trust_loss_advocate);
        }
    }
}

void give_up_post(World& world, const MonthContext& now, ProgrammeState& state, AdvocateId gone) {
    state.advocates[gone.row].left = now.month;
    state.advocates[gone.row].cases = 0;
    leave_clients(world, now, state, gone);
}

/// Money that covers fewer posts than are filled is felt by those who came last.
void give_up_posts(World& world,
                   const MonthContext& now,
                   ProgrammeState& state,
                   const Posts& posts) {
    for (auto a = static_cast<std::uint32_t>(state.advocates.size()); a-- > 0;) {
        const Posts filled = in_post(state);
        const bool senior = state.advocates[a].senior != 0;
        if (is_in_post(state.advocates[a])
            && (senior ? filled.senior > posts.senior : filled.other > posts.other)) {
            give_up_post(world, now, state, {a});
        }
    }
}

/// Posts that neither somebody holds nor somebody is on the way to.
void advertise(const MonthContext& now,
               const Programme& programme,
               ProgrammeState& state,
               const Posts& posts) {
    const int taken = in_post(state).total() + static_cast<int>(state.recruiting.size());
    for (int post = taken; post < posts.total(); ++post) {
        state.recruiting.push_back(recruited_from(programme, now.month));
    }
}

/// Money of an earlier period is gone. All empty posts are advertised; a renewal keeps who is in
/// post and whoever is on the way.
void open_posts(World& world,
                const MonthContext& now,
                const Programme& programme,
                ProgrammeState& state,
                const FundingState& funding,
                const Posts& posts) {
    state.spent_before = state.spend.total();
    if (funding.renewed) {
        give_up_posts(world, now, state, posts);
    } else {
        state.recruiting.clear();
    }
    advertise(now, programme, state, posts);
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
        if (!is_in_post(advocate) || advocate.joined == now.month
            || !now.luck.happens(chance, {a, 0}, Purpose::staff_leaving, which)) {
            continue;
        }
        give_up_post(world, now, state, {a});
        // Nobody is recruited for less time than it takes to recruit.
        if (funding.months_left > 2.0 * staffing.recruitment_lag) {
            state.recruiting.push_back(recruited_from(programme, now.month));
        }
    }
}

/// Where money follows claims it may no longer cover everybody: who came last goes first. Where it
/// covers more again, the posts are advertised.
void follow_the_money(World& world,
                      const MonthContext& now,
                      const Programme& programme,
                      ProgrammeState& state,
                      const FundingState& funding,
                      const Posts& posts) {
    give_up_posts(world, now, state, posts);
    if (funding.months_left > 2.0 * programme.staffing.recruitment_lag) {
        advertise(now, programme, state, posts);
    }
}

/// The colleague with most room for a case that lost its advocate; none if nobody has any.
AdvocateId successor(const Programme& programme, const ProgrammeState& state) {
    AdvocateId best;
    std::int32_t most = 0;
    for (std::uint32_t a = 0; a < state.advocates.size(); ++a) {
        const Advocate& advocate = state.advocates[a];
        const std::int32_t room =
            is_in_post(advocate) ? capacity(programme, advocate) - advocate.cases : 0;
        if (room > most) {
            most = room;
            best = {a};
        }
    }
    return best;
}

void hand_over(World& world,
               const MonthContext& now,
               const Programme& programme,
               ProgrammeState& state) {
    for (Case& each : world.support.cases) {
        if (each.closing != Closing::open || each.programme != state.programme || each.advocate) {
            continue;
        }
        each.advocate = successor(programme, state);
        if (each.advocate) {
            ++state.advocates[each.advocate.row].cases;
            each.alliance *= static_cast<float>(now.parameters.casework.alliance_kept);
        }
    }
}

}  // namespace

void dismiss_idle(const MonthContext& now, ProgrammeState& state) {
    for (Advocate& advocate : state.advocates) {
        if (is_in_post(advocate) && advocate.cases == 0) {
            advocate.left = now.month;
        }
    }
}

std::int32_t capacity(const Programme& programme, const Advocate& advocate) {
    return advocate.senior ? programme.staffing.senior_caseload : programme.staffing.caseload;
}

std::int32_t
room_for_new(const Programme& programme, const Advocate& advocate, const FundingState& funding) {
    if (!is_in_post(advocate)) {
        return 0;
    }
    std::int32_t most = capacity(programme, advocate);
    const std::int32_t taper = programme.funding.taper_months;
    if (programme.funding.exit == Exit::taper && funding.months_left < taper) {
        most = most * funding.months_left / taper;
    }
    return std::min(most - advocate.cases, programme.staffing.new_cases - advocate.new_cases);
}

AdvocateId with_most_room(const Programme& programme,
                          const ProgrammeState& state,
                          const FundingState& funding) {
    AdvocateId best;
    std::int32_t most = 0;
    for (std::uint32_t a = 0; a < state.advocates.size(); ++a) {
        const std::int32_t room = room_for_new(programme, state.advocates[a], funding);
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
    const Posts posts = posts_covered(programme.staffing, funding.per_month);
    if (funding.month_of_funding == 0) {
        open_posts(world, now, programme, state, funding, posts);
    }
    if (funding.running_off) {
        state.recruiting.clear();
    }
    for (Advocate& advocate : state.advocates) {
        advocate.new_cases = 0;
    }
    leave(world, now, programme, state, funding);
    if (funding.funded && programme.payment.model == PaymentModel::by_results) {
        follow_the_money(world, now, programme, state, funding, posts);
    }
    hire(now, state, posts);
    hand_over(world, now, programme, state);
}

}  // namespace foothold
