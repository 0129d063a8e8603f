#include "sim/engine/check_effects.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace foothold {

namespace {

void check_training(const Programme& programme, const Parameters& parameters, Diagnostics& wrong) {
    const Training& training = programme.offer.training;
    const std::string at = "programmes." + programme.name + ".offer.training.";
    if (training.months > programme.offer.limit) {
        wrong.error({},
                    at + "months",
                    std::to_string(training.months) + " is more than offer.limit, the "
                        + std::to_string(programme.offer.limit)
                        + " months of a case, so that nobody could start; shorten the course or "
                          "raise the limit");
    }
    if (training.barrier.empty()) {
        return;
    }
    const Barrier* barrier = parameters.barriers.find(training.barrier);
    if (barrier == nullptr) {
        std::vector<std::string> names;
        for (const Barrier& each : parameters.barriers.items) {
            names.push_back(each.name);
        }
        const std::string near = nearest(training.barrier, names);
        wrong.error({},
                    at + "barrier",
                    "there is no barrier called '" + training.barrier + "'"
                        + (near.empty() ? std::string{} : "; did you mean '" + near + "'?"));
    } else if (barrier->scope != Scope::personal) {
        wrong.error(
            {},
            at + "barrier",
            "'" + training.barrier
                + "' is shared by a household, and a course is one person's; name a barrier "
                  "of scope personal");
    }
}

void check_repairs(const Programme& programme, const Parameters& parameters, Diagnostics& wrong) {
    const Barrier* housing = parameters.barriers.find(parameters.population.housing_barrier);
    if (programme.repairs.households_per_month > 0 && housing != nullptr
        && housing->scope != Scope::household) {
        wrong.error({},
                    "programmes." + programme.name + ".repairs",
                    "repairs end a barrier that a household shares, but '" + housing->name
                        + "' (population.housing_barrier) is of scope personal");
    }
}

void check_delivery(const Programme& programme, CalendarMonth start, Diagnostics& wrong) {
    std::int32_t free_from = start.index();
    for (std::size_t i = 0; i < programme.delivery.size(); ++i) {
        const RemotePeriod& period = programme.delivery[i];
        const std::string at =
            "programmes." + programme.name + ".delivery[" + std::to_string(i) + "].";
        if (period.from.index() < free_from) {
            wrong.error({},
                        at + "from",
                        i == 0 ? "is before the study starts (" + text(start) + ")"
                               : "is before the period listed before it has ended; list "
                                 "periods in order, without overlap");
        }
        if (period.adapts_after > period.months) {
            wrong.error({},
                        at + "adapts_after",
                        std::to_string(period.adapts_after) + " is more than the period's "
                            + std::to_string(period.months)
                            + " months; make the period as long as the waiting lasts");
        }
        free_from = period.from.index() + period.months;
    }
}

void check_payment(const Programme& programme, Diagnostics& wrong) {
    const Payment& payment = programme.payment;
    if (payment.model == PaymentModel::by_results
        && payment.engagement_months > programme.offer.limit) {
        wrong.error({},
                    "programmes." + programme.name + ".payment.engagement_months",
                    std::to_string(payment.engagement_months) + " is more than offer.limit, the "
                        + std::to_string(programme.offer.limit)
                        + " months of a case, so that hardly anything could ever be claimed");
    }
    if (programme.funding.exit == Exit::taper && programme.funding.taper_months == 0) {
        wrong.error({},
                    "programmes." + programme.name + ".funding.taper_months",
                    "is 0, so that exit: taper is a cliff; say over how many months, or exit: "
                    "cliff");
    }
    if (programme.eligibility.age_from > programme.eligibility.age_to) {
        wrong.error({},
                    "programmes." + programme.name + ".eligibility.age_from",
                    "is above age_to, so that nobody may join");
    }
}

/// A clause for nobody, which would change nothing and say nothing.
void check_clause(const Shock& shock, Diagnostics& wrong) {
    const bool holds = std::any_of(shock.local.share.begin(),
                                   shock.local.share.end(),
                                   [](double share) { return share > 0.0; });
    if (holds && shock.local.worst_share <= 0.0) {
        wrong.error({},
                    "parameters.labour_demand.shocks." + shock.name + ".local.worst_share",
                    "is 0, so that the clause serves nobody first; give a share, 1 for all");
    }
}

}  // namespace

void check_effects(const Scenario& scenario, Diagnostics& wrong) {
    for (const Shock& shock : scenario.parameters.labour_demand.shocks.items) {
        check_clause(shock, wrong);
    }
    for (const Programme& programme : scenario.programmes.items) {
        check_training(programme, scenario.parameters, wrong);
        check_repairs(programme, scenario.parameters, wrong);
        check_delivery(programme, scenario.settings.start, wrong);
        check_payment(programme, wrong);
    }
}

}  // namespace foothold
