#include "sim/measures/followed.hpp"

#include "sim/core/parallel.hpp"
#include "sim/policy/support_rules.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace foothold {

namespace {

constexpr std::size_t compared_per_participant = 2;

/// Of whoever has this life in the row, if the household came at `came`.
std::int8_t work_of(const World& world, PersonId p, std::uint16_t life, const Arrival& came) {
    if (world.people.life[p] != life || arrival_of(world, world.people.household[p]) != came
        || !is_working_age(world.people.activity[p])) {
        return -1;
    }
    return world.people.activity[p] == Activity::employed ? std::int8_t{1} : std::int8_t{0};
}

/// Asked first, as it rules most people out at once.
bool may_be_eligible(const Programme& rules, Activity activity) {
    return is_workless(activity)
           || (activity == Activity::employed && rules.eligibility.in_work_too);
}

}  // namespace

Followed FollowedBook::described(const World& arm, PersonId p, Month month) const {
    const People& people = arm.people;
    const HouseholdId h = people.household[p];
    const auto barriers = static_cast<BarrierSet>(seen_.barriers[p] | seen_.shared[h]);
    Followed it;
    it.person = p;
    it.life = people.life[p];
    it.household = h;
    it.neighbourhood = arm.households.neighbourhood[h];
    it.from = month;
    it.age = static_cast<std::int16_t>((month - people.birth[p]) / 12);
    it.qualification = people.qualification[p];
    it.activity = seen_.activity[p];
    const auto counted = static_cast<BarrierSet>(barriers & arm.reference->counted);
    it.barriers = static_cast<std::uint8_t>(std::popcount(counted));
    it.ill = (barriers & arm.reference->ill_health) != 0;
    it.months_out =
        static_cast<std::int16_t>(is_workless(it.activity) ? seen_.month - seen_.out_since[p] : 0);
    it.composition = arm.households.composition[h];
    it.universal_credit = seen_.universal_credit[h];
    return it;
}

void FollowedBook::look(const World& arm, Month month) {
    const auto next = static_cast<Month>(month + 1);
    bool somebody_may_join = false;
    eligible_.assign(arm.support.programmes.size(), {});
    for (std::size_t i = 0; i < eligible_.size(); ++i) {
        const ProgrammeState& state = arm.support.programmes[i];
        const Programme& rules = scenario_.programmes.items[state.programme];
        if (funding_in(rules, scenario_.settings.start, next).intake) {
            somebody_may_join = true;
            eligible_[i] = collect<PersonId>(arm.people.size(), [&](PersonId p) {
                return may_be_eligible(rules, arm.people.activity[p]) && !arm.people.open_case[p]
                       && is_eligible(arm, rules, state.area, p, month);
            });
        }
    }
    if (somebody_may_join) {
        seen_.month = month;
        seen_.activity = arm.people.activity;
        seen_.barriers = arm.people.barriers;
        seen_.out_since = arm.people.out_since;
        seen_.shared = arm.households.barriers;
        seen_.universal_credit = arm.households.universal_credit;
    }
}

void FollowedBook::close(const World& arm, const World& reference, const Draws& luck, Month month) {
    follow_new_cases(arm, luck, month);
    for (std::size_t i = 0; i < followed_.size(); ++i) {
        Followed& it = followed_[i];
        it.in_work.push_back(work_of(arm, it.person, it.life, came_[i]));
        it.in_work_without.push_back(work_of(reference, it.person, it.life, came_[i]));
        if (first_case_[i]) {
            it.closed = arm.support.cases[first_case_[i].row].closed;
            it.closing = arm.support.cases[first_case_[i].row].closing;
        }
    }
    look(arm, month);
}

void FollowedBook::follow(const World& arm, PersonId p, Month month) {
    followed_.push_back(described(arm, p, month));
    first_case_.emplace_back();
    came_.push_back(arrival_of(arm, arm.people.household[p]));
}

void FollowedBook::note_later_support(const Case& it) {
    for (Followed& each : followed_) {
        if (each.person == it.person && each.life == it.life && !each.supported) {
            each.supported_from = it.opened;
        }
    }
}

void FollowedBook::follow_new_cases(const World& arm, const Draws& luck, Month month) {
    std::map<std::size_t, std::size_t> joined;  // by running programme
    for (; cases_ < arm.support.cases.size(); ++cases_) {
        const Case& it = arm.support.cases[cases_];
        if (!supported_.emplace(it.person.row, it.life).second) {
            continue;
        }
        if (compared_.contains({it.person.row, it.life})) {
            note_later_support(it);
        }
        follow(arm, it.person, month);
        followed_.back().supported = 1;
        followed_.back().further_member = it.further_member;
        first_case_.back() = {static_cast<std::uint32_t>(cases_)};
        for (std::size_t i = 0; i < arm.support.programmes.size(); ++i) {
            joined[i] += arm.support.programmes[i].programme == it.programme ? 1U : 0U;
        }
    }
    for (const auto& [programme, people] : joined) {
        follow_compared(arm, luck, month, programme, compared_per_participant * people);
    }
}

void FollowedBook::follow_compared(
    const World& arm, const Draws& luck, Month month, std::size_t programme, std::size_t wanted) {
    std::vector<std::pair<double, PersonId>> drawn;
    for (const PersonId p : eligible_[programme]) {
        const std::pair<std::uint32_t, std::uint16_t> self{p.row, arm.people.life[p]};
        const bool newcomer = arm.households.arrived[arm.people.household[p]] == month;
        if (!newcomer && !compared_.contains(self) && !supported_.contains(self)) {
            drawn.emplace_back(luck.uniform(arm.address(p), Purpose::comparison), p);
        }
    }
    std::sort(drawn.begin(), drawn.end());
    drawn.resize(std::min(drawn.size(), wanted));
    std::sort(drawn.begin(), drawn.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    });
    for (const auto& [key, p] : drawn) {
        follow(arm, p, month);
        compared_.emplace(p.row, arm.people.life[p]);
    }
}

std::vector<Followed> FollowedBook::take() && {
    return std::move(followed_);
}

}  // namespace foothold
