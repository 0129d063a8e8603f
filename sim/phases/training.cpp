#include "sim/phases/training.hpp"

#include "foothold/money.hpp"

#include "sim/phases/casework.hpp"
#include "sim/policy/training_rules.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace foothold {

namespace {

enum Which : std::uint32_t { start, finish };

bool happens(const World& world, const MonthContext& now, const Case& each, double p, Which which) {
    return now.luck.happens(p, world.address(each.person), Purpose::training, which);
}

/// Whether the course would be over before the case and the money are.
bool in_time(const Case& each, const Offer& offer, const FundingState& funding, Month now) {
    const int length = offer.training.months;
    return now - each.opened + length <= offer.limit
           && (funding.running_off || length <= funding.months_left);
}

/// `counts` says whether employers take the level as they take that of others.
void complete(
    World& world, const MonthContext& now, const Training& training, bool counts, Case& each) {
    const PersonId p = each.person;
    each.completed = 1;
    if (training.level == 0) {
        return;  // it was of no value
    }
    if (counts) {
        world.people.qualification[p] =
            std::max(world.people.qualification[p], static_cast<std::uint8_t>(training.level));
    }
    const BarrierSet barrier = barrier_named(now.parameters.barriers, training.barrier);
    if ((world.people.barriers[p] & barrier) != 0) {
        lift_with_help(world, now, each, static_cast<std::size_t>(std::countr_zero(barrier)));
    }
}

void go_on(World& world, const MonthContext& now, const Training& training, Case& each) {
    if (world.people.activity[each.person] == Activity::employed) {
        each.course_ended = now.month;  // left for work
    } else if (now.month - each.course_began >= training.months) {
        each.course_ended = now.month;
        // One draw decides both, so that more are worth it where `worth` is larger, and nobody
        // less.
        if (happens(world, now, each, training.completes, finish)) {
            const double chance = training.completes * training.worth;
            complete(world, now, training, happens(world, now, each, chance, finish), each);
        }
    }
}

}  // namespace

std::int64_t train(World& world,
                   const MonthContext& now,
                   const FundingState& funding,
                   ProgrammeState& state,
                   Case& each,
                   std::int64_t money) {
    const Offer& offer = now.scenario.programmes.items[state.programme].offer;
    const Training& training = offer.training;
    if (training.months == 0 || each.course_ended != never) {
        return money;
    }
    if (each.course_began != never) {
        go_on(world, now, training, each);
        return money;
    }
    const std::int64_t cost = std::llround(training.cost * pence_per_pound);
    if (!each.advocate || cost > money || !in_time(each, offer, funding, now.month)
        || !needs_course(world, now.parameters, training, each.person)
        || !happens(world, now, each, training.starts, start)) {
        return money;
    }
    each.course_began = now.month;
    state.spend.training += cost;
    return money - cost;
}

}  // namespace foothold
