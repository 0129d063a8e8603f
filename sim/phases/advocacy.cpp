#include "sim/core/contracts.hpp"
#include "sim/core/mathematics.hpp"
#include "sim/phases/casework.hpp"
#include "sim/phases/phases.hpp"
#include "sim/phases/repairs.hpp"
#include "sim/phases/staffing.hpp"
#include "sim/policy/delivery.hpp"
#include "sim/policy/payment_rules.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace foothold {

namespace {

/// The advocate for a new client: whoever supports the household already, if there is room.
AdvocateId advocate_for(const World& world,
                        const Programme& programme,
                        const ProgrammeState& state,
                        const FundingState& funding,
                        PersonId p) {
    const CaseId first = world.households.first_case[world.people.household[p]];
    if (first && programme.targeting == Targeting::household) {
        const AdvocateId known = world.support.cases[first.row].advocate;
        if (known && world.support.cases[first.row].programme == state.programme
            && room_for_new(programme, state.advocates[known.row], funding) > 0) {
            return known;
        }
    }
    return with_most_room(programme, state, funding);
}

/// The last case of this person with this programme, if there was one.
const Case* former_case(const World& world, const ProgrammeState& state, PersonId p) {
    const auto& cases = world.support.cases;
    const auto it = std::find_if(cases.rbegin(), cases.rend(), [&](const Case& each) {
        return each.person == p && each.life == world.people.life[p]
               && each.programme == state.programme;
    });
    return it == cases.rend() ? nullptr : &*it;
}

void open_case(
    World& world, const MonthContext& now, ProgrammeState& state, PersonId p, AdvocateId advocate) {
    const HouseholdId h = world.people.household[p];
    Case opened;
    opened.person = p;
    opened.life = world.people.life[p];
    opened.programme = state.programme;
    opened.advocate = advocate;
    opened.opened = now.month;
    opened.opening_job = job_step(world.people, p);
    opened.band = band_of(world, p, now.month);
    opened.further_member = world.households.helped[h];
    if (const Case* former = former_case(world, state, p)) {
        // A new advocate, but a programme that one knows.
        opened.returned = 1;
        opened.further_member = former->further_member;
        opened.alliance =
            former->alliance * static_cast<float>(now.parameters.casework.alliance_kept);
    }
    const CaseId id{static_cast<std::uint32_t>(world.support.cases.size())};
    world.support.cases.push_back(opened);
    ++state.advocates[advocate.row].cases;
    ++state.advocates[advocate.row].new_cases;
    ++state.income.places;
    world.people.open_case[p] = id;
    if (!world.households.first_case[h]) {
        world.households.first_case[h] = id;
    }
    state.households += world.households.helped[h] == 0;
    world.households.helped[h] = 1;
}

/// Rows of the waiting list in the order they are offered a place.
std::vector<std::size_t> served_in_order(const World& world,
                                         const MonthContext& now,
                                         const Programme& programme,
                                         const ProgrammeState& state) {
    const Payment& payment = programme.payment;
    const bool creams = payment.model == PaymentModel::by_results && payment.creaming > 0.0;
    std::vector<double> pay_per_hour(state.waiting.size(), 0.0);
    for (std::size_t i = 0; creams && i < state.waiting.size(); ++i) {
        const PersonId p = state.waiting[i].person;
        const double chance = chance_seen(world, now.parameters, now.effects, p, now.month);
        pay_per_hour[i] = expected_payment(payment.fees, band_of(world, p, now.month), 0, chance)
                          / need_of(world, programme, now.parameters.casework, p);
    }
    return order_of_service(pay_per_hour, creams ? payment.creaming : 0.0, state.income.places);
}

/// Places are served in the order of the waiting list, or by what people are expected to pay, until
/// nobody has room.
void take_on(World& world,
             const MonthContext& now,
             ProgrammeState& state,
             const FundingState& funding) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    std::vector<std::uint8_t> served(state.waiting.size(), 0);
    for (const std::size_t i : served_in_order(world, now, programme, state)) {
        const PersonId p = state.waiting[i].person;
        if (!world.people.open_case[p]) {  // otherwise another programme was quicker
            const AdvocateId advocate = advocate_for(world, programme, state, funding, p);
            if (!advocate) {
                break;
            }
            open_case(world, now, state, p, advocate);
        }
        served[i] = 1;
    }
    std::vector<Waiting> still;
    for (std::size_t i = 0; i < served.size(); ++i) {
        if (!served[i]) {
            still.push_back(state.waiting[i]);
        }
    }
    state.waiting = std::move(still);
}

/// A household whose first case has closed passes on to another open case of it, if there is one.
void pass_on(World& world) {
    auto& households = world.households;
    std::vector<HouseholdId> touched;
    for (const Case& each : world.support.cases) {
        if (world.people.life[each.person] == each.life) {
            touched.push_back(world.people.household[each.person]);
        }
    }
    for (const HouseholdId h : touched) {
        const CaseId first = households.first_case[h];
        if (first && world.support.cases[first.row].closing != Closing::open) {
            households.first_case[h] = {};
        }
    }
    for (std::uint32_t row = 0; row < world.support.cases.size(); ++row) {
        const Case& each = world.support.cases[row];
        if (each.closing == Closing::open && world.people.life[each.person] == each.life) {
            const HouseholdId h = world.people.household[each.person];
            if (!households.first_case[h]) {
                households.first_case[h] = {row};
            }
        }
    }
}

/// How much programmes are there in a neighbourhood.
struct Presence {
    double cases = 0.0;  // [case] open, with an advocate
    double speed = 0.0;  // [case] the same, weighted by how fast their advocates win partners
};

std::vector<Presence> presence(const World& world, const MonthContext& now) {
    const double co_located = now.parameters.engagement.capital_co_located;
    std::vector<DeliveryState> delivery;
    for (const Programme& programme : now.scenario.programmes.items) {
        delivery.push_back(delivery_in(programme, now.scenario.settings.start, now.month));
    }
    std::vector<Presence> there(world.neighbourhoods.size());
    for (const Case& each : world.support.cases) {
        const DeliveryState& how = delivery[each.programme];
        if (each.closing == Closing::open && each.advocate && !how.stopped) {
            const Staffing& staffing = now.scenario.programmes.items[each.programme].staffing;
            Presence& here = there[world.neighbourhood(each.person).row];
            here.cases += 1.0;
            here.speed += 1.0 + staffing.co_located * how.left(0.0) * (co_located - 1.0);
        }
    }
    return there;
}

/// Partnership capital grows where advocates work, faster where they sit with partners, and decays
/// to its start where none does or all have stopped; what is said of programmes is slowly
/// forgotten.
void tend_places(World& world, const MonthContext& now) {
    const EngagementParameters& rules = now.parameters.engagement;
    const std::vector<Presence> there = presence(world, now);
    const double kept = exponential(-1.0 / rules.reputation_memory);
    for (std::uint16_t n = 0; n < there.size(); ++n) {
        double& capital = world.neighbourhoods.capital[{n}];
        const Presence& here = there[n];
        if (here.cases > 0.0) {
            const double growth =
                rules.capital_growth * here.speed / std::max(here.cases, rules.capital_cases);
            capital += (1.0 - capital) * std::min(1.0, growth);
        } else {
            capital += (rules.capital_start - capital) * rules.capital_decay;
        }
        world.neighbourhoods.reputation[{n}] *= kept;
    }
}

}  // namespace

/// Advocates come and go, take people on from the waiting list, work with them, and close cases.
/// Advocates of one programme serve their own queue in a stated order, so nothing here is a race.
///
/// Reads   programmes, people, neighbourhoods.capital
/// Writes  programmes, cases, people.{barriers, recovered, qualification, confidence, trust,
/// open_case},
///         households.{barriers, recovered, first_case}, neighbourhoods.{capital, reputation}
/// Draws   staff_leaving: one per advocate; casework, drop_out: one per open case; training: one
/// per
///         client who may be sent on a course or comes to its end; repairs: one per household in
///         line
/// Keeps   caseload <= capacity of every advocate
void advocacy(World& world, const MonthContext& now) {
    if (world.support.programmes.empty()) {
        return;
    }
    for (ProgrammeState& state : world.support.programmes) {
        const Programme& programme = now.scenario.programmes.items[state.programme];
        const FundingState funding = counted_on(
            funding_in(programme, now.scenario.settings.start, now.month), programme, state.income);
        if (funding.working()) {
            staff(world, now, state, funding);
        }
        if (funding.working() || funding.ended_now) {
            work_on_cases(world, now, state, funding);
        }
        if (funding.funded) {
            repair_homes(world, now, state, funding);
        }
        if (funding.intake
            && !delivery_in(programme, now.scenario.settings.start, now.month).stopped) {
            take_on(world, now, state, funding);
        }
        if (funding.ended_now || funding.running_off) {
            dismiss_idle(now, state);
        }
        for ([[maybe_unused]] const Advocate& advocate : state.advocates) {
            FOOTHOLD_ENSURE(advocate.cases >= 0 && advocate.cases <= capacity(programme, advocate));
        }
    }
    pass_on(world);
    tend_places(world, now);
}

}  // namespace foothold
