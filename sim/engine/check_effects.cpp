#include "sim/engine/check_effects.hpp"

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

}  // namespace

void check_effects(const Programme& programme, const Parameters& parameters, Diagnostics& wrong) {
    check_training(programme, parameters, wrong);
    check_repairs(programme, parameters, wrong);
}

}  // namespace foothold
