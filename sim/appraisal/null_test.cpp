#include "sim/appraisal/null_test.hpp"

#include "sim/appraisal/state_digest.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/measures/catalogue.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// Compares the people of the twin with those of the reference at every month's close.
class Twins : public Observer {
  public:
    void month_closed(const World& world, std::size_t arm, Month now) override {
        if (arm == 0) {
            reference_.push_back(state_digest(world).people);
            return;
        }
        const auto& expected = reference_[static_cast<std::size_t>(now + 1)];
        const auto own = state_digest(world).people;
        for (std::size_t c = 0; c < own.size() && failure.empty(); ++c) {
            if (own[c] != expected[c]) {
                failure = "the column " + person_columns()[c] + " differs at the close of month "
                          + std::to_string(now);
            }
        }
    }

    std::string failure;

  private:
    std::vector<std::vector<std::uint64_t>> reference_;  // shape [time][column]
};

const Arm& arm_named(const Scenario& scenario, const std::string& name) {
    return *std::find_if(scenario.arms.items.begin(),
                         scenario.arms.items.end(),
                         [&](const Arm& arm) { return arm.name == name; });
}

/// The first measure that differs, by time.
std::string first_difference(const Replicate& lived, const Scenario& study, const Place& place) {
    const std::vector<MeasureInfo> names = place_measures(study.parameters);
    const std::size_t neighbourhoods = place.neighbourhoods.size();
    const std::size_t cells = lived.arms[0].places.empty() ? 0 : lived.arms[0].places[0].size();
    for (std::size_t cell = 0; cell < cells; ++cell) {
        for (std::size_t m = 0; m < names.size(); ++m) {
            if (lived.arms[0].places[m][cell] != lived.arms[1].places[m][cell]) {
                return names[m].name + " differs at time " + std::to_string(cell / neighbourhoods)
                       + " in " + place.neighbourhoods[cell % neighbourhoods].code;
            }
        }
    }
    return {};
}

}  // namespace

std::optional<std::size_t> first_parted(const Courses& courses,
                                        std::size_t arm,
                                        std::size_t reference,
                                        std::size_t replicate) {
    for (std::size_t t = 0; t < courses.times; ++t) {
        for (std::size_t m = 0; m < courses.measures.size(); ++m) {
            if (courses.at(m, arm, replicate, t) != courses.at(m, reference, replicate, t)) {
                return t;
            }
        }
    }
    return std::nullopt;
}

Scenario
twin_study(const Scenario& scenario, const std::vector<std::string>& arms, std::int32_t months) {
    Scenario study = scenario;
    study.settings.horizon = std::min(months, scenario.settings.horizon);
    const Arm& reference = arm_named(scenario, scenario.reference);
    Arm twin = reference;
    twin.name += " and programmes without money";
    for (const std::string& name : arms) {
        for (const std::string& programme : arm_named(scenario, name).programmes) {
            const auto& all = scenario.programmes.items;
            Programme idle = *std::find_if(all.begin(), all.end(), [&](const Programme& each) {
                return each.name == programme;
            });
            idle.name += " without money";
            idle.funding.months = 0;
            idle.funding.further_periods.clear();
            if (std::count(twin.programmes.begin(), twin.programmes.end(), idle.name) == 0) {
                twin.programmes.push_back(idle.name);
                study.programmes.items.push_back(idle);
            }
        }
    }
    study.arms.items = {reference, twin};
    return study;
}

NullTest compare_twins(const Scenario& study,
                       const Place& place,
                       std::uint32_t replicate,
                       const std::function<void()>& month_done) {
    Twins twins;
    RunWatcher watcher;
    watcher.month_done = month_done;
    watcher.observers = {&twins};
    const Replicate lived = Simulation{study, place, replicate}.run(watcher);
    NullTest found;
    found.months = study.settings.horizon;
    found.failure = first_difference(lived, study, place);
    found.failure = found.failure.empty() ? twins.failure : found.failure;
    for (const auto& measure : lived.arms[0].places) {
        found.compared += measure.size();
    }
    const auto& twin = study.arms.items[1].programmes;
    found.programmes.assign(
        twin.begin() + static_cast<std::ptrdiff_t>(study.arms.items[0].programmes.size()),
        twin.end());
    return found;
}

NullTest null_test(const Scenario& scenario,
                   const Place& place,
                   const std::vector<std::string>& arms,
                   std::uint32_t replicate,
                   std::int32_t months,
                   const std::function<void()>& month_done) {
    return compare_twins(twin_study(scenario, arms, months), place, replicate, month_done);
}

}  // namespace foothold
