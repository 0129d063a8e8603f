#include "sim/appraisal/divergence.hpp"

#include "sim/appraisal/state_digest.hpp"
#include "sim/engine/simulation.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// Thrown to leave a run of which nothing more is wanted.
struct SeenEnough {};

constexpr std::size_t few = 5;  // rows that are named

Scenario study_of_two(const Scenario& scenario, const std::string& arm) {
    Scenario study = scenario;
    study.arms.items.clear();
    for (const std::string& wanted : {scenario.reference, arm}) {
        for (const Arm& each : scenario.arms.items) {
            if (each.name == wanted) {
                study.arms.items.push_back(each);
            }
        }
    }
    return study;
}

void add_differing(const std::vector<std::uint64_t>& a,
                   const std::vector<std::uint64_t>& b,
                   const std::vector<std::string>& names,
                   std::vector<std::string>& found) {
    for (std::size_t c = 0; c < a.size(); ++c) {
        if (a[c] != b[c]) {
            found.push_back(names[c]);
        }
    }
}

/// Finds the moments of parting. Arms of a month are lived one after the other, so one month of the
/// reference's digests is kept.
class Lookout {
  public:
    void look(const World& world, std::size_t arm, Month month, std::size_t phase) {
        kept_.resize(std::max(kept_.size(), phase + 1));
        if (arm == 0) {
            kept_[phase] = state_digest(world);
            return;
        }
        const StateDigest own = state_digest(world);
        if (own == kept_[phase]) {
            return;
        }
        std::vector<std::string> columns;
        add_differing(own.people, kept_[phase].people, person_columns(), columns);
        if (!columns.empty()) {
            found.people = Parting{month, phase, columns};
        }
        add_differing(own.place, kept_[phase].place, place_columns(), columns);
        if (own.programmes != kept_[phase].programmes) {
            columns.emplace_back("programmes");
        }
        if (!found.anything) {
            found.anything = Parting{month, phase, columns};
        }
        if (found.people) {
            throw SeenEnough{};
        }
    }

    Divergence found;

  private:
    std::vector<StateDigest> kept_;  // shape [phase], of the reference in the month in hand
};

/// Rows in which any column differs: 1 where it does.
template <class Rows>
std::vector<std::uint8_t> differing_rows(const Rows& a, const Rows& b) {
    std::vector<std::uint8_t> differs(a.size(), 0);
    std::vector<const void*> others;
    Rows::for_each_column(b, [&](const char*, const auto& column) { others.push_back(&column); });
    std::size_t next = 0;
    Rows::for_each_column(a, [&](const char*, const auto& column) {
        using Same = std::remove_reference_t<decltype(column)>;
        const auto& other = *static_cast<Same*>(others[next++]);
        for (std::size_t row = 0; row < differs.size(); ++row) {
            differs[row] |= column.values()[row] != other.values()[row];
        }
    });
    return differs;
}

void name_those_who_differ(const World& reference, const World& arm, Month now, Divergence& found) {
    const auto people = differing_rows(reference.people, arm.people);
    for (std::uint32_t row = 0; row < people.size(); ++row) {
        found.people_differ += people[row];
        if (people[row] == 0 || found.first.size() == few) {
            continue;
        }
        const PersonId p{row};
        found.first.push_back({p,
                               arm.people.household[p],
                               arm.neighbourhood(p),
                               (now - arm.people.birth[p]) / months_per_year,
                               reference.people.activity[p],
                               arm.people.activity[p]});
    }
    const auto households = differing_rows(reference.households, arm.households);
    for (std::uint32_t row = 0; row < households.size(); ++row) {
        found.households_differ += households[row];
        if (households[row] != 0 && found.first_households.size() < few) {
            found.first_households.push_back({row});
        }
    }
}

/// Lives `study` while `look` does not throw.
void live_watching(const Scenario& study,
                   const Place& place,
                   std::uint32_t replicate,
                   const std::function<void()>& month_done,
                   const decltype(RunWatcher::phase_done)& look) {
    RunWatcher watcher;
    watcher.measured = false;
    watcher.month_done = month_done;
    watcher.phase_done = look;
    try {
        Simulation{study, place, replicate}.run(watcher);
    } catch (const SeenEnough&) {
        return;
    }
}

}  // namespace

Divergence divergence(const Scenario& scenario,
                      const Place& place,
                      const std::string& arm,
                      std::uint32_t replicate,
                      const std::function<void()>& month_done) {
    const Scenario study = study_of_two(scenario, arm);
    Lookout lookout;
    live_watching(
        study, place, replicate, month_done, [&](const auto&... seen) { lookout.look(seen...); });
    Divergence found = lookout.found;
    if (!found.people) {
        return found;
    }
    World reference;
    live_watching(study,
                  place,
                  replicate,
                  month_done,
                  [&](const World& world, std::size_t which, Month month, std::size_t phase) {
                      if (month != found.people->month || phase != found.people->phase) {
                          return;
                      }
                      if (which == 0) {
                          reference.people = world.people;
                          reference.households = world.households;
                          return;
                      }
                      name_those_who_differ(reference, world, month, found);
                      throw SeenEnough{};
                  });
    return found;
}

}  // namespace foothold
