#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/policy/support_rules.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <bit>

namespace foothold {

namespace {

/// One programme's month of reaching people.
struct Reach {
    const World& world;
    const MonthContext& now;
    const Programme& programme;
    const ProgrammeState& state;
    std::uint32_t which;         // sub-address of its draws
    double outreach_hazard = 0;  // [1/month] for every eligible resident

    /// Share of the workless around somebody whom programmes have met.
    double contact_density(NeighbourhoodId n) const {
        const double workless = std::max(1, world.neighbourhoods.workless[n]);
        return std::min(1.0, world.neighbourhoods.met[n] / workless);
    }

    /// Whether this programme supports somebody in the household.
    bool household_is_supported(PersonId p) const {
        const CaseId first = world.households.first_case[world.people.household[p]];
        return first && world.support.cases[first.row].programme == state.programme;
    }

    double contact_hazard(PersonId p) const {
        const Routes& routes = programme.routes;
        const NeighbourhoodId n = world.neighbourhood(p);
        const HouseholdId h = world.people.household[p];
        const bool signs_on =
            world.people.activity[p] == Activity::searching && world.households.universal_credit[h];
        return (signs_on ? routes.jobcentre : 0.0)
               + routes.partners * world.neighbourhoods.capital[n]
               + routes.word_of_mouth * contact_density(n) + outreach_hazard;
    }

    /// Whether the programme meets this person this month, at its door or through a member of the
    /// household.
    bool meets(PersonId p) const {
        if (world.people.open_case[p] || !is_eligible(world, programme, state.area, p, now.month)) {
            return false;
        }
        const Address who = world.address(p);
        if (programme.targeting == Targeting::household && household_is_supported(p)) {
            return now.luck.happens(programme.routes.invitation, who, Purpose::invitation, which);
        }
        return now.luck.happens(chance_of(contact_hazard(p)), who, Purpose::contact, which);
    }

    bool accepts(PersonId p) const {
        const EngagementParameters& rules = now.parameters.engagement;
        const HouseholdId h = world.people.household[p];
        const NeighbourhoodId n = world.households.neighbourhood[h];
        const double trust = std::clamp(static_cast<double>(world.people.trust[p])
                                            + world.neighbourhoods.reputation[n],
                                        0.0,
                                        1.0);
        double odds =
            rules.accept_base + rules.accept_per_trust * trust
            + rules.accept_per_confidence * static_cast<double>(world.people.confidence[p])
            + rules.accept_per_contact_density * contact_density(n)
            + now.effects.acceptance(world.barriers(p));
        odds -= world.households.universal_credit[h] ? rules.fear_of_losing_benefits : 0.0;
        if (household_is_supported(p)) {
            const Case& first = world.support.cases[world.households.first_case[h].row];
            odds -= rules.second_member
                    * (1.0 - rules.second_member_eroded * static_cast<double>(first.alliance));
        }
        return now.luck.happens(inverse_logit(odds), world.address(p), Purpose::acceptance, which);
    }

    int counted(PersonId p) const {
        return std::popcount(static_cast<BarrierSet>(world.barriers(p) & world.reference->counted));
    }

    /// Place in the queue; smaller is served first. Ties are cut by the person's own luck, then by
    /// id.
    double key(PersonId p) const {
        const double luck = now.luck.uniform(world.address(p), Purpose::acceptance, which + 1);
        switch (programme.priority) {
        case Priority::need:
            return luck - counted(p);
        case Priority::household:
            return luck + now.month
                   + (household_is_supported(p) ? 0 : now.scenario.settings.horizon);
        case Priority::closest_to_work:
            return luck + counted(p);
        case Priority::first_come:
            break;
        }
        return luck + now.month;
    }
};

std::vector<std::uint32_t>
sorted_rows_of_known(const World& world, const ProgrammeState& state, std::uint16_t index) {
    std::vector<std::uint32_t> rows;
    for (const Waiting& waiting : state.waiting) {
        rows.push_back(waiting.person.row);
    }
    for (const Case& each : world.support.cases) {
        if (each.programme == index && world.people.life[each.person] == each.life) {
            rows.push_back(each.person.row);
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void leave_queue(const World& world,
                 const MonthContext& now,
                 const Programme& programme,
                 ProgrammeState& state,
                 std::uint32_t which) {
    std::erase_if(state.waiting, [&](const Waiting& waiting) {
        return world.people.life[waiting.person] != waiting.life
               || !is_eligible(world, programme, state.area, waiting.person, now.month)
               || now.luck.happens(now.parameters.engagement.waiting_drop_out,
                                   world.address(waiting.person),
                                   Purpose::waiting,
                                   which);
    });
}

/// Share of posts that are filled: nobody goes out before anybody is there.
double share_in_post(const Programme& programme, const ProgrammeState& state) {
    const auto in_post = std::count_if(state.advocates.begin(),
                                       state.advocates.end(),
                                       [](const Advocate& each) { return each.left == never; });
    const int posts = programme.staffing.advocates + programme.staffing.senior_advocates;
    return posts > 0 ? static_cast<double>(in_post) / posts : 0.0;
}

double
outreach_hazard(const World& world, const Programme& programme, const ProgrammeState& state) {
    std::int64_t workless = 0;
    for (std::uint16_t n = 0; n < world.neighbourhoods.size(); ++n) {
        workless += state.area[n] ? world.neighbourhoods.workless[{n}] : 0;
    }
    return workless > 0
               ? programme.routes.outreach_hours * share_in_post(programme, state)
                     * programme.routes.contacts_per_outreach_hour / static_cast<double>(workless)
               : 0.0;
}

void reach(World& world, const MonthContext& now, ProgrammeState& state) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    const FundingState funding = funding_in(programme, now.scenario.settings.start, now.month);
    const std::uint32_t which = address_of(programme.family);
    if (!funding.intake) {
        if (!funding.funded) {
            state.waiting.clear();
        }
        return;
    }
    leave_queue(world, now, programme, state, which);
    const Reach month{
        world, now, programme, state, which, outreach_hazard(world, programme, state)};
    const auto met =
        collect<PersonId>(world.people.size(), [&](PersonId p) { return month.meets(p); });
    const std::vector<std::uint32_t> known = sorted_rows_of_known(world, state, state.programme);
    std::vector<Waiting> joining;
    for (const PersonId p : met) {
        if (std::binary_search(known.begin(), known.end(), p.row)) {
            continue;
        }
        state.contacted += world.people.met[p] == 0;
        world.neighbourhoods.met[world.neighbourhood(p)] += world.people.met[p] == 0;
        world.people.met[p] = 1;
        state.invited +=
            programme.targeting == Targeting::household && month.household_is_supported(p);
        if (month.accepts(p)) {
            ++state.accepted;
            joining.push_back({month.key(p), p, world.people.life[p], now.month});
        }
    }
    state.waiting.insert(state.waiting.end(), joining.begin(), joining.end());
    std::sort(state.waiting.begin(), state.waiting.end());
}

}  // namespace

/// Programmes meet people, through the Jobcentre, partner services, neighbours, outreach or a
/// supported member of the household; some accept and wait for a place.
///
/// Reads   people.{activity, barriers, confidence, trust}, households, neighbourhoods, cases
/// Writes  programmes.waiting, neighbourhoods.met
/// Draws   contact or invitation: one per eligible person; acceptance: one per person met;
///         waiting: one per person waiting
void engagement(World& world, const MonthContext& now) {
    for (ProgrammeState& state : world.support.programmes) {
        reach(world, now, state);
    }
}

}  // namespace foothold
