#include "sim/policy/training_rules.hpp"

#include "sim/state/barrier_hazards.hpp"

#include <algorithm>

namespace foothold {

const Training& training_of(const World& world, const Scenario& scenario, PersonId p) {
    const Case& each = world.support.cases[world.people.open_case[p].row];
    return scenario.programmes.items[each.programme].offer.training;
}

bool in_course(const World& world, PersonId p) {
    const CaseId open = world.people.open_case[p];
    if (!open) {
        return false;
    }
    const Case& each = world.support.cases[open.row];
    return each.course_began != never && each.course_ended == never;
}

bool has_completed_course(const World& world, PersonId p) {
    const CaseId open = world.people.open_case[p];
    return open && world.support.cases[open.row].completed != 0;
}

bool needs_course(const World& world,
                  const Parameters& parameters,
                  const Training& training,
                  PersonId p) {
    const BarrierSet barrier = barrier_named(parameters.barriers, training.barrier);
    return is_workless(world.people.activity[p])
           && ((world.people.barriers[p] & barrier) != 0
               || world.people.qualification[p] < training.below);
}

double most_employer_led(const Scenario& scenario) {
    double most = 0.0;
    for (const Programme& programme : scenario.programmes.items) {
        most = std::max(most, programme.offer.training.employer_led);
    }
    return most;
}

}  // namespace foothold
