#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/policy/delivery.hpp"
#include "sim/policy/support_rules.hpp"
#include "sim/state/barrier_hazards.hpp"
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
    double outreach_hazard = 0;  // [1/month] for the eligible out of work, with partners
    DeliveryState delivery{};
    double largest_contact = largest_contact_hazard();  // [1/month]

    /// Share of the workless around somebody whom programmes have lately met.
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
        const Activity activity = world.people.activity[p];
        const bool signs_on =
            activity == Activity::searching && world.households.universal_credit[h];
        const EngagementParameters& rules = now.parameters.engagement;
        const double capital = world.neighbourhoods.capital[n];
        const auto with_partners = [&](double alone) { return alone + (1.0 - alone) * capital; };
        return (signs_on ? routes.jobcentre * with_partners(rules.jobcentre_alone) : 0.0)
               + routes.partners * with_partners(rules.partners_alone)
               + routes.word_of_mouth * contact_density(n)
                     * with_partners(rules.word_of_mouth_alone)
                     * delivery.left(rules.remote_word_of_mouth)
               + (is_workless(activity) ? outreach_hazard * with_partners(rules.outreach_alone)
                                              * delivery.left(rules.remote_outreach)
                                        : 0.0);
    }

    bool may_join(PersonId p) const {
        return !world.people.open_case[p]
               && is_eligible(world, programme, state.area, p, now.month);
    }

    /// Whether somebody whom the end of the money cut off is asked to come back.
    bool asks_back(PersonId p) const {
        return may_join(p)
               && now.luck.happens(
                   programme.routes.invitation, world.address(p), Purpose::invitation, which);
    }

    /// No contact_hazard is larger: as if everybody around were met and every partner helped, added
    /// in the same order, so that rounding cannot matter. [1/month]
    double largest_contact_hazard() const {
        const Routes& routes = programme.routes;
        return routes.jobcentre + routes.partners + routes.word_of_mouth + outreach_hazard;
    }

    /// Whether the programme meets this person this month, at its door or through a member of the
    /// household. Most are not met, whoever they are, so that comes first.
    bool meets(PersonId p) const {
        const Activity activity = world.people.activity[p];
        if (activity == Activity::employed ? !programme.eligibility.in_work_too
                                           : !is_workless(activity)) {
            return false;
        }
        const Address who = world.address(p);
        if (programme.targeting == Targeting::household && household_is_supported(p)) {
            return may_join(p)
                   && now.luck.happens(
                       programme.routes.invitation, who, Purpose::invitation, which);
        }
        const double u = now.luck.uniform(who, Purpose::contact, which);
        return u < largest_contact && may_join(p) && strikes(u, contact_hazard(p));
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

/// Whom a programme knows already; rows in ascending order.
struct Known {
    std::vector<std::uint32_t> barred;   // in a case, waiting, or helped too short a time ago
    std::vector<std::uint32_t> cut_off;  // the end of the money ended their support

    bool bars(PersonId p) const { return std::binary_search(barred.begin(), barred.end(), p.row); }
};

/// Last case with the programme of everybody who had one.
std::vector<const Case*> last_cases(const World& world, const ProgrammeState& state) {
    std::vector<const Case*> cases;
    for (const Case& each : world.support.cases) {
        if (each.programme == state.programme && world.people.life[each.person] == each.life) {
            cases.push_back(&each);
        }
    }
    std::stable_sort(cases.begin(), cases.end(), [](const Case* a, const Case* b) {
        return a->person < b->person;
    });
    std::vector<const Case*> last;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (i + 1 == cases.size() || cases[i + 1]->person != cases[i]->person) {
            last.push_back(cases[i]);
        }
    }
    return last;
}

Known known_to(const World& world,
               const MonthContext& now,
               const Programme& programme,
               const ProgrammeState& state) {
    Known known;
    for (const Waiting& waiting : state.waiting) {
        known.barred.push_back(waiting.person.row);
    }
    for (const Case* last : last_cases(world, state)) {
        if (last->closing == Closing::funding_ended) {
            known.cut_off.push_back(last->person.row);
        } else if (last->closing == Closing::open
                   || now.month - last->closed < programme.eligibility.return_after) {
            known.barred.push_back(last->person.row);
        }
    }
    std::sort(known.barred.begin(), known.barred.end());
    return known;
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
    const int posts = programme.staffing.advocates + programme.staffing.senior_advocates;
    return posts > 0 ? static_cast<double>(in_post(state).total()) / posts : 0.0;
}

/// Outreach hours fall alike on all workless residents of the area who are not on the programme's
/// books. Those who were met and declined are among them: another day they may accept.
double outreach_hazard(const World& world,
                       const Programme& programme,
                       const ProgrammeState& state,
                       const Known& known) {
    std::int64_t workless = 0;
    for (std::uint16_t n = 0; n < world.neighbourhoods.size(); ++n) {
        workless += state.area[n] ? world.neighbourhoods.workless[{n}] : 0;
    }
    for (const std::uint32_t row : known.barred) {
        const Activity activity = world.people.activity[{row}];
        workless -= state.area[world.neighbourhood({row}).row] && is_workless(activity)
                    && activity != Activity::retired;
    }
    return workless > 0
               ? programme.routes.outreach_hours * share_in_post(programme, state)
                     * programme.routes.contacts_per_outreach_hour / static_cast<double>(workless)
               : 0.0;
}

/// Everybody whom the programme meets this month, in the order of rows.
std::vector<PersonId> met_by(const Reach& month, const Known& known) {
    auto met = collect<PersonId>(month.world.people.size(),
                                 [&](PersonId p) { return month.meets(p) && !known.bars(p); });
    for (const std::uint32_t row : known.cut_off) {
        if (!known.bars({row}) && month.asks_back({row})) {
            met.push_back({row});
        }
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    return met;
}

/// Notes that the programme met somebody, today; a meeting fades from memory with time.
void note_meeting(World& world, const MonthContext& now, ProgrammeState& state, PersonId p) {
    Month& last = world.people.met[p];
    const double remembered =
        last == never ? 0.0
                      : exponential((last - now.month) / now.parameters.engagement.contact_memory);
    state.contacted += last == never;
    world.neighbourhoods.met[world.neighbourhood(p)] += 1.0 - remembered;
    last = now.month;
}

void reach(World& world, const MonthContext& now, ProgrammeState& state) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    const FundingState funding = funding_in(programme, now.scenario.settings.start, now.month);
    const std::uint32_t which = address_of(programme.family);
    if (!funding.funded) {
        state.waiting.clear();
        return;
    }
    leave_queue(world, now, programme, state, which);
    const DeliveryState delivery = delivery_in(programme, now.scenario.settings.start, now.month);
    if (!funding.intake || delivery.stopped) {
        return;
    }
    const Known known = known_to(world, now, programme, state);
    const Reach month{world,
                      now,
                      programme,
                      state,
                      which,
                      outreach_hazard(world, programme, state, known),
                      delivery};
    std::vector<Waiting> joining;
    for (const PersonId p : met_by(month, known)) {
        note_meeting(world, now, state, p);
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
/// supported member of the household; some accept and wait for a place. Who waits may give up in
/// any funded month.
///
/// Reads   people.{activity, barriers, confidence, trust}, households, neighbourhoods, cases
/// Writes  programmes.waiting, people.met, neighbourhoods.met
/// Draws   contact or invitation: one per eligible person; acceptance: one per person met;
///         waiting: one per person waiting
void engagement(World& world, const MonthContext& now) {
    if (world.support.programmes.empty()) {
        return;
    }
    const double kept = exponential(-1.0 / now.parameters.engagement.contact_memory);
    for (double& met : world.neighbourhoods.met.values()) {
        met *= kept;
    }
    for (ProgrammeState& state : world.support.programmes) {
        reach(world, now, state);
    }
}

}  // namespace foothold
