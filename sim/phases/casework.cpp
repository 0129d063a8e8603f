#include "sim/phases/casework.hpp"

#include "sim/core/contracts.hpp"
#include "sim/core/mathematics.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

constexpr double pence_per_pound = 100.0;
constexpr double alliance_hours = 10.0;  // [hour] unit in which alliance_growth is given

/// What one case gets in one month.
struct Session {
    World& world;
    const MonthContext& now;
    const Programme& programme;
    ProgrammeState& state;
    Case& each;
    CaseId id;

    const CaseworkParameters& rules() const { return now.parameters.casework; }

    Activity activity() const { return world.people.activity[each.person]; }

    double hours() const {
        const Advocate& advocate = state.advocates[each.advocate.row];
        const double shared = programme.staffing.contact_hours / std::max(1, advocate.cases);
        return std::min(shared, rules().most_hours);
    }

    double experience() const {
        const int months = now.month - state.advocates[each.advocate.row].joined;
        return 1.0 - rules().inexperience * exponential(-months / rules().experience_memory);
    }

    /// The barriers that the advocate works on: the client's own, and under household targeting the
    /// household's too.
    BarrierSet in_reach() const {
        const BarrierSet own = world.people.barriers[each.person];
        return programme.targeting == Targeting::household ? world.barriers(each.person) : own;
    }

    /// The barrier to work on: crises first, then by the order of the scenario. none =
    /// most_barriers.
    std::size_t chosen() const {
        const auto& barriers = now.parameters.barriers.items;
        std::size_t best = most_barriers;
        for (std::size_t k = 0; k < barriers.size(); ++k) {
            if ((in_reach() & (1U << k))
                && (best == most_barriers || barriers[k].stage < barriers[best].stage)) {
                best = k;
            }
        }
        return best;
    }

    void meet(double time) {
        auto& people = world.people;
        const double gain = std::min(1.0, rules().alliance_growth * time / alliance_hours);
        each.alliance += static_cast<float>((1.0 - static_cast<double>(each.alliance)) * gain);
        people.confidence[each.person] +=
            static_cast<float>((1.0 - static_cast<double>(people.confidence[each.person]))
                               * rules().confidence_growth);
    }

    double help_hazard(std::size_t k, double time) const {
        const Barrier& barrier = now.parameters.barriers.items[k];
        const double capital = world.neighbourhoods.capital[world.neighbourhood(each.person)];
        const double bought =
            barrier.material && each.budget_spent != never ? rules().budget_help : 1.0;
        return barrier.help * power(time, rules().hours_exponent)
               * (rules().alliance_floor + static_cast<double>(each.alliance))
               * (rules().capital_floor + capital) * experience() * bought;
    }

    void lift(std::size_t k) {
        const auto bit = static_cast<BarrierSet>(1U << k);
        const HouseholdId h = world.people.household[each.person];
        if (now.parameters.barriers.items[k].scope == Scope::household) {
            world.households.barriers[h] =
                static_cast<BarrierSet>(world.households.barriers[h] & ~bit);
            world.households.recovered[h][k] = now.month;
        } else {
            world.people.barriers[each.person] =
                static_cast<BarrierSet>(world.people.barriers[each.person] & ~bit);
            world.people.recovered[each.person][k] = now.month;
        }
        ++each.resolved;
    }

    void spend_budget(std::int64_t budget_left) {
        const double amount = programme.offer.personal_budget * pence_per_pound;
        const auto pence = static_cast<std::int64_t>(std::llround(amount));
        if (each.budget_spent == never
            && now.month - each.opened >= programme.offer.budget_spent_after && pence > 0
            && pence <= budget_left) {
            each.budget_spent = now.month;
            state.spend.personal_budgets += pence;
        }
    }

    void work() {
        if (!each.advocate) {
            return;
        }
        const double time = hours();
        meet(time);
        const std::size_t k = chosen();
        if (k == most_barriers) {
            return;
        }
        const auto stream = static_cast<std::uint32_t>(now.parameters.barriers.items[k].stream);
        if (now.luck.happens(chance_of(help_hazard(k, time)),
                             world.address(each.person),
                             Purpose::casework,
                             stream)) {
            lift(k);
        }
    }

    bool drops_out() const {
        const double hazard =
            rules().drop_out
            * exponential(-rules().drop_out_alliance * static_cast<double>(each.alliance));
        return now.luck.happens(chance_of(hazard), world.address(each.person), Purpose::drop_out);
    }

    /// Why the case ends this month, or open if it does not.
    Closing verdict() {
        if (world.people.life[each.person] != each.life || !is_working_age(activity())
            || !state.area[world.neighbourhood(each.person).row]) {
            return Closing::moved;
        }
        if (activity() == Activity::employed) {
            each.job_started = each.job_started == never ? now.month : each.job_started;
            return now.month - each.job_started >= programme.offer.in_work ? Closing::success
                                                                           : Closing::open;
        }
        each.job_started = never;
        if (now.month - each.opened > programme.offer.limit) {
            return Closing::limit;
        }
        return drops_out() ? Closing::dropped_out : Closing::open;
    }
};

}  // namespace

void close_case(
    World& world, const MonthContext& now, ProgrammeState& state, Case& each, Closing why) {
    FOOTHOLD_EXPECT(each.closing == Closing::open);
    each.closing = why;
    each.closed = now.month;
    if (each.advocate) {
        --state.advocates[each.advocate.row].cases;
        each.advocate = {};
    }
    if (world.people.life[each.person] != each.life) {
        return;  // somebody else lives here now
    }
    world.people.open_case[each.person] = {};
    const CaseworkParameters& rules = now.parameters.casework;
    const double before = static_cast<double>(world.people.trust[each.person]);
    double after = before;
    if (why == Closing::funding_ended) {
        after = before * (1.0 - rules.trust_loss);
    } else if (why == Closing::success || why == Closing::limit) {
        after = before + (1.0 - before) * rules.trust_gain * static_cast<double>(each.alliance);
    }
    world.people.trust[each.person] = static_cast<float>(after);
    const NeighbourhoodId n = world.neighbourhood(each.person);
    const double workless = std::max(1, world.neighbourhoods.workless[n]);
    world.neighbourhoods.reputation[n] =
        std::clamp(world.neighbourhoods.reputation[n]
                       + now.parameters.engagement.reputation_reach * (after - before) / workless,
                   -1.0,
                   1.0);
}

void work_on_cases(World& world,
                   const MonthContext& now,
                   ProgrammeState& state,
                   const FundingState& funding) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    const double money =
        programme.funding.per_month * pence_per_pound * (funding.month_of_funding + 1);
    for (std::uint32_t row = 0; row < world.support.cases.size(); ++row) {
        Case& each = world.support.cases[row];
        if (each.closing != Closing::open || each.programme != state.programme) {
            continue;
        }
        Session session{world, now, programme, state, each, {row}};
        const Closing why = funding.funded ? session.verdict() : Closing::funding_ended;
        if (why != Closing::open) {
            close_case(world, now, state, each, why);
            continue;
        }
        session.spend_budget(static_cast<std::int64_t>(money) - state.spend.total());
        session.work();
    }
}

}  // namespace foothold
