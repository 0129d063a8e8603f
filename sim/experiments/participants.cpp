#include "sim/experiments/participants.hpp"

#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>

namespace foothold {

namespace {

bool works(const World& world, PersonId p) {
    return world.people.activity[p] == Activity::employed;
}

/// Whether any programme of this arm works in the neighbourhood.
std::vector<std::uint8_t> area_of(const World& world) {
    std::vector<std::uint8_t> area(world.neighbourhoods.size(), 0);
    for (const ProgrammeState& programme : world.support.programmes) {
        for (std::size_t n = 0; n < area.size(); ++n) {
            area[n] = static_cast<std::uint8_t>(area[n] | programme.area[n]);
        }
    }
    return area;
}

}  // namespace

double Participants::Since::effect() const {
    return people > 0 ? static_cast<double>(working - working_without) / static_cast<double>(people)
                      : 0.0;
}

void Participants::month_closed(const World& world, std::size_t arm, Month now) {
    const std::size_t people = world.people.size();
    if (arm == reference_) {
        without_.resize(people);
        for_each<PersonId>(people, [&](PersonId p) {
            without_[p.row] = {world.people.life[p],
                               static_cast<std::uint8_t>(works(world, p)),
                               arrival_of(world, world.people.household[p]),
                               world.neighbourhood(p)};
        });
    }
    if (arm != arm_) {
        return;
    }
    FOOTHOLD_EXPECT(without_.size() == people);
    if (now == -1) {
        const std::vector<std::uint8_t> area = area_of(world);
        const auto here = binned_sum<PersonId>(people, 2, [&](PersonId p, auto& own) {
            const Activity activity = world.people.activity[p];
            const bool lives_here = area[world.neighbourhood(p).row] != 0;
            own[0] += lives_here && is_workless(activity) && activity != Activity::retired;
            own[1] += lives_here && is_working_age(activity);
        });
        workless_in_area_ = here[0];
        people_in_area_ = here[1];
        return;
    }
    take_in_new_cases(world, now);
    compare(world, now);
    count_everybody(world);
    spent_ = 0;
    for (const ProgrammeState& programme : world.support.programmes) {
        spent_ += programme.spend.total();
    }
}

void Participants::take_in_new_cases(const World& world, Month now) {
    for (; cases_ < world.support.cases.size(); ++cases_) {
        const Case& it = world.support.cases[cases_];
        if (!known_.emplace(it.person.row, it.life).second) {
            continue;
        }
        const Seen& self = without_[it.person.row];
        const HouseholdId h = world.people.household[it.person];
        if (self.life == it.life && self.came == arrival_of(world, h)) {
            pairs_.push_back({it.person, it.life, now});
        }
    }
}

void Participants::compare(const World& world, Month now) {
    for (const Pair& it : pairs_) {
        const Seen& self = without_[it.person.row];
        if (world.people.life[it.person] != it.life || self.life != it.life) {
            continue;
        }
        const auto at = static_cast<std::size_t>(now - it.opened);
        since_.resize(std::max(since_.size(), at + 1));
        ++since_[at].people;
        since_[at].working += works(world, it.person);
        since_[at].working_without += self.works;
    }
}

void Participants::count_everybody(const World& world) {
    const std::vector<std::uint8_t> area = area_of(world);
    const auto more = binned_sum<PersonId>(
        world.people.size(), 2, [&](PersonId p, std::vector<std::int64_t>& own) {
            const Seen& self = without_[p.row];
            const bool here = works(world, p);
            own[0] += here - self.works;
            own[1] += (here && area[world.neighbourhood(p).row] != 0)
                      - (self.works != 0 && area[self.lives_in.row] != 0);
        });
    net_ += more[0];
    net_in_area_ += more[1];
    ++months_;
}

double Participants::effect_on_area() const {
    const auto person_months = static_cast<double>(people_in_area_ * months_);
    return person_months > 0.0 ? static_cast<double>(net_in_area_) / person_months : 0.0;
}

Participants::Since Participants::since_start(std::size_t first, std::size_t months) const {
    Since sum;
    for (std::size_t at = first; at < std::min(first + months, since_.size()); ++at) {
        sum.people += since_[at].people;
        sum.working += since_[at].working;
        sum.working_without += since_[at].working_without;
    }
    return sum;
}

Participants::Since Participants::in_all() const {
    return since_start(0, since_.size());
}

void Acceptance::month_closed(const World& world, std::size_t arm, Month now) {
    if (arm != arm_) {
        return;
    }
    std::set<std::uint32_t> joined;
    for (const ProgrammeState& programme : world.support.programmes) {
        for (const Waiting& it : programme.waiting) {
            if (it.accepted == now) {
                joined.insert(it.person.row);
            }
        }
    }
    for (const Case& it : world.support.cases) {
        if (it.opened == now) {
            joined.insert(it.person.row);
        }
    }
    const People& people = world.people;
    for (std::uint32_t row = 0; row < people.size(); ++row) {
        const PersonId p{row};
        if (people.met[p] != now) {
            continue;
        }
        const CaseId first_case = world.households.first_case[people.household[p]];
        const bool further = first_case && world.support.cases[first_case.row].opened < now
                             && world.support.cases[first_case.row].person != p;
        Share& group = further ? further_ : first_;
        ++group.of;
        group.with += joined.contains(row);
    }
}

}  // namespace foothold
