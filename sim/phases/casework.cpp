#include "sim/phases/casework.hpp"

#include "foothold/members.hpp"
#include "foothold/money.hpp"

#include "sim/core/contracts.hpp"
#include "sim/core/mathematics.hpp"
#include "sim/phases/training.hpp"
#include "sim/policy/delivery.hpp"
#include "sim/policy/payment_rules.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace foothold {

namespace {

constexpr double alliance_hours = 10.0;  // [hour] unit in which alliance_growth is given

/// What one case gets in one month.
struct Session {
    World& world;
    const MonthContext& now;
    const Programme& programme;
    ProgrammeState& state;
    Case& each;
    DeliveryState delivery{};

    const CaseworkParameters& rules() const { return now.parameters.casework; }

    Activity activity() const { return world.people.activity[each.person]; }

    /// Weight of this client in the advocate's time.
    double need() const { return need_of(world, programme, rules(), each.person); }

    /// What a provider that parks clients expects to be paid for this one yet. [GBP]
    double payment() const {
        const Payment& terms = programme.payment;
        if (terms.model == PaymentModel::grant || terms.parking <= 0.0) {
            return 0.0;
        }
        return expected_payment(
            terms.fees,
            each.band,
            each.claimed,
            chance_seen(world, now.parameters, now.effects, each.person, now.month));
    }

    double experience() const {
        const int months = now.month - state.advocates[each.advocate.row].joined;
        return 1.0 - rules().inexperience * exponential(-months / rules().experience_memory);
    }

    /// The barrier to work on: crises first, then by the order of the scenario. none =
    /// most_barriers.
    std::size_t chosen() const {
        const auto& barriers = now.parameters.barriers.items;
        const BarrierSet present = in_reach(world, programme, each.person);
        std::size_t best = most_barriers;
        for (std::size_t k = 0; k < barriers.size(); ++k) {
            if ((present & (1U << k))
                && (best == most_barriers || barriers[k].stage < barriers[best].stage)) {
                best = k;
            }
        }
        return best;
    }

    /// What this month's hours are worth to this client, if an hour by telephone or screen is worth
    /// `kept` to somebody with neither health nor digital barriers. [1]
    double worth(double kept) const {
        const BarrierSet present = world.barriers(each.person);
        const double ill = now.effects.is_ill(present) ? rules().remote_ill : 1.0;
        const double excluded =
            (present & now.effects.digital()) != 0 ? rules().remote_excluded : 1.0;
        return delivery.left(kept * ill * excluded);
    }

    /// `near` is what remote work leaves of a meeting. [1]
    void meet(double time, double near) {
        auto& people = world.people;
        const double gain = std::min(1.0, rules().alliance_growth * time * near / alliance_hours);
        each.alliance += static_cast<float>((1.0 - static_cast<double>(each.alliance)) * gain);
        people.confidence[each.person] +=
            static_cast<float>((1.0 - static_cast<double>(people.confidence[each.person]))
                               * rules().confidence_growth * std::min(1.0, near));
    }

    /// Hazard ratio of material barriers lifting once this programme's budget is spent.
    double bought_help() const {
        if (!(rules().budget_returns > 0.0)) {
            return rules().budget_help;
        }
        const double size = programme.offer.personal_budget / rules().budget_typical;
        return 1.0 + (rules().budget_help - 1.0) * power(size, rules().budget_returns);
    }

    double help_hazard(std::size_t k, double time) const {
        const Barrier& barrier = now.parameters.barriers.items[k];
        const double capital = world.neighbourhoods.capital[world.neighbourhood(each.person)];
        const double bought = barrier.material && each.budget_spent != never ? bought_help() : 1.0;
        return barrier.help * power(time, rules().hours_exponent)
               * (rules().alliance_floor + static_cast<double>(each.alliance))
               * (rules().capital_floor + capital) * experience() * bought;
    }

    void lift(std::size_t k) { lift_with_help(world, now, each, k); }

    /// Spends the personal budget if it is time and there is money; returns what is left of that.
    std::int64_t spend_budget(std::int64_t money) {
        const double amount = programme.offer.personal_budget * pence_per_pound;
        const auto pence = static_cast<std::int64_t>(std::llround(amount));
        if (each.budget_spent == never
            && now.month - each.opened >= programme.offer.budget_spent_after && pence > 0
            && pence <= money) {
            each.budget_spent = now.month;
            state.spend.personal_budgets += pence;
            return money - pence;
        }
        return money;
    }

    /// `load` is of all clients of the advocate.
    void work(const Load& load) {
        const double weight = weight_in_time(need(), payment(), load, programme.payment.parking);
        const double time =
            std::min(programme.staffing.contact_hours * weight / load.need, rules().most_hours);
        meet(time, worth(rules().remote_alliance));
        const std::size_t k = chosen();
        if (k == most_barriers) {
            return;
        }
        const auto stream = static_cast<std::uint32_t>(now.parameters.barriers.items[k].stream);
        if (now.luck.happens(chance_of(help_hazard(k, time * worth(rules().remote_help))),
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
        if (job_step(world.people, each.person) > each.opening_job) {
            each.in_job_since = each.in_job_since == never ? now.month : each.in_job_since;
            return now.month - each.in_job_since >= programme.offer.in_work ? Closing::success
                                                                            : Closing::open;
        }
        each.in_job_since = never;
        if (now.month - each.opened > programme.offer.limit) {
            return Closing::limit;
        }
        return drops_out() ? Closing::dropped_out : Closing::open;
    }
};

/// Neighbours hear how support went for somebody.
void tell_neighbours(World& world, const MonthContext& now, PersonId p, double change) {
    const NeighbourhoodId n = world.neighbourhood(p);
    const double workless = std::max(1, world.neighbourhoods.workless[n]);
    world.neighbourhoods.reputation[n] =
        std::clamp(world.neighbourhoods.reputation[n]
                       + now.parameters.engagement.reputation_reach * change / workless,
                   -1.0,
                   1.0);
}

void win_trust(World& world, const MonthContext& now, const Case& each) {
    float& trust = world.people.trust[each.person];
    const double before = static_cast<double>(trust);
    const double change =
        (1.0 - before) * now.parameters.casework.trust_gain * static_cast<double>(each.alliance);
    trust = static_cast<float>(before + change);
    tell_neighbours(world, now, each.person, change);
}

/// Share of trust lost when the money ends; what partners can take over is not lost.
double loss_at_the_end(const World& world,
                       const MonthContext& now,
                       const ProgrammeState& state,
                       PersonId p) {
    const CaseworkParameters& rules = now.parameters.casework;
    const Programme& programme = now.scenario.programmes.items[state.programme];
    const double taken_over =
        programme.funding.exit == Exit::hand_over
            ? rules.hand_over * world.neighbourhoods.capital[world.neighbourhood(p)]
            : 0.0;
    return rules.trust_loss * (1.0 - taken_over);
}

bool is_open(const Case& each, const ProgrammeState& state) {
    return each.closing == Closing::open && each.programme == state.programme;
}

/// All clients of each advocate of a programme together. shape [advocate]
std::vector<Load> loads(World& world, const MonthContext& now, ProgrammeState& state) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    std::vector<Load> load(state.advocates.size());
    for (Case& each : world.support.cases) {
        if (is_open(each, state) && each.advocate) {
            const Session session{world, now, programme, state, each};
            load[each.advocate.row].need += session.need();
            load[each.advocate.row].payment += session.payment();
        }
    }
    return load;
}

/// What was lifted with help leaves nobody fragile.
void steady(World& world, const Case& each) {
    const HouseholdId h = world.people.household[each.person];
    for (unsigned rest = each.lifted; rest != 0; rest &= rest - 1) {
        const auto k = static_cast<std::size_t>(std::countr_zero(rest));
        for (Month* recovered :
             {&world.people.recovered[each.person][k], &world.households.recovered[h][k]}) {
            *recovered = *recovered >= each.opened ? never : *recovered;
        }
    }
}

}  // namespace

void lift_for(World& world, HouseholdId h, std::size_t k, Month now) {
    const auto bit = static_cast<BarrierSet>(1U << k);
    world.households.barriers[h] = static_cast<BarrierSet>(world.households.barriers[h] & ~bit);
    world.households.recovered[h][k] = now;
}

void lift_with_help(World& world, const MonthContext& now, Case& each, std::size_t k) {
    const auto bit = static_cast<BarrierSet>(1U << k);
    const PersonId p = each.person;
    if (now.parameters.barriers.items[k].scope == Scope::household) {
        lift_for(world, world.people.household[p], k, now.month);
    } else {
        world.people.barriers[p] = static_cast<BarrierSet>(world.people.barriers[p] & ~bit);
        world.people.recovered[p][k] = now.month;
    }
    ++each.resolved;
    each.lifted = static_cast<BarrierSet>(each.lifted | bit);
}

void lose_trust(World& world, const MonthContext& now, CaseId id, double share) {
    const PersonId client = world.support.cases[id.row].person;
    const HouseholdId h = world.people.household[client];
    auto& trust = world.people.trust;
    const double lost = static_cast<double>(trust[client]) * share;
    trust[client] = static_cast<float>(static_cast<double>(trust[client]) - lost);
    tell_neighbours(world, now, client, -lost);
    if (world.households.first_case[h] != id) {
        return;  // somebody else of the household is supported before: theirs is the household's
    }
    const double felt = share * now.parameters.casework.trust_loss_household;
    for (const PersonId p : members_of(world, h)) {
        if (p != client && !world.people.open_case[p] && is_working_age(world.people.activity[p])) {
            trust[p] = static_cast<float>(static_cast<double>(trust[p]) * (1.0 - felt));
        }
    }
}

void close_case(
    World& world, const MonthContext& now, ProgrammeState& state, CaseId id, Closing why) {
    Case& each = world.support.cases[id.row];
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
    if (why == Closing::funding_ended) {
        lose_trust(world, now, id, loss_at_the_end(world, now, state, each.person));
        if (!now.parameters.mechanisms.relapse_after_cut) {
            steady(world, each);
        }
    } else if (why == Closing::success || why == Closing::limit) {
        win_trust(world, now, each);
    }
    world.people.open_case[each.person] = {};
}

void work_on_cases(World& world,
                   const MonthContext& now,
                   ProgrammeState& state,
                   const FundingState& funding) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    for (std::uint32_t row = 0; row < world.support.cases.size(); ++row) {
        Case& each = world.support.cases[row];
        if (is_open(each, state)) {
            Session session{world, now, programme, state, each};
            const Closing why = funding.working() ? session.verdict() : Closing::funding_ended;
            if (why != Closing::open) {
                close_case(world, now, state, {row}, why);
            }
        }
    }
    const DeliveryState delivery = delivery_in(programme, now.scenario.settings.start, now.month);
    if (delivery.stopped) {
        return;  // nobody is met until the contract has been changed
    }
    const std::vector<Load> load = loads(world, now, state);
    std::int64_t money = money_left(programme, state, funding);
    for (Case& each : world.support.cases) {
        if (is_open(each, state)) {
            Session session{world, now, programme, state, each, delivery};
            money = session.spend_budget(money);
            money = train(world, now, funding, state, each, money);
            if (each.advocate) {
                session.work(load[each.advocate.row]);
            }
        }
    }
}

}  // namespace foothold
