#include "sim/policy/delivery.hpp"

#include "sim/policy/support_rules.hpp"

namespace foothold {

DeliveryState delivery_in(const Programme& programme, CalendarMonth start, Month now) {
    DeliveryState state;
    for (const RemotePeriod& period : programme.delivery) {
        const int since = now - (period.from.index() - start.index());
        if (since >= 0 && since < period.months) {
            state = {period.remote, since < period.adapts_after};
        }
    }
    return state;
}

bool meets_advocate(const World& world, const Scenario& scenario, PersonId p, Month now) {
    if (!has_advocate(world, p)) {
        return false;
    }
    const Case& each = world.support.cases[world.people.open_case[p].row];
    const Programme& programme = scenario.programmes.items[each.programme];
    return !delivery_in(programme, scenario.settings.start, now).stopped;
}

}  // namespace foothold
