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

std::int8_t work_of(const World& world, PersonId p, std::uint16_t life, Month arrived) {
    const HouseholdId h = world.people.household[p];
    if (world.people.life[p] != life || world.households.arrived[h] != arrived
        || !is_working_age(world.people.activity[p])) {
        return -1;
    }
    return world.people.activity[p] == Activity::employed ? std::int8_t{1} : std::int8_t{0};
}

/// What an evaluator could see of somebody in a month. Whoever found work in the very month in
/// which support began is described as they were before.
Followed described(const World& world, PersonId p, Month month, bool had_work) {
    const People& people = world.people;
    const HouseholdId h = people.household[p];
    const bool just_started = people.activity[p] == Activity::employed && !had_work;
    Followed it;
    it.person = p;
    it.life = people.life[p];
    it.household = h;
    it.neighbourhood = world.households.neighbourhood[h];
    it.from = month;
    it.age = static_cast<std::int16_t>((month - people.birth[p]) / 12);
    it.qualification = people.qualification[p];
    it.activity = just_started ? Activity::searching : people.activity[p];
    const auto counted = static_cast<BarrierSet>(world.barriers(p) & world.reference->counted);
    it.barriers = static_cast<std::uint8_t>(std::popcount(counted));
    it.ill = (world.barriers(p) & world.reference->ill_health) != 0;
    it.months_out = static_cast<std::int16_t>(just_started ? month - people.out_since[p]
                                                           : months_out_of_work(world, p, month));
    it.composition = world.households.composition[h];
    it.universal_credit = world.households.universal_credit[h];
    return it;
}

}  // namespace

void FollowedBook::close(const World& arm, const World& reference, const Draws& luck, Month month) {
    follow_new_cases(arm, luck, month);
    for (std::size_t i = 0; i < followed_.size(); ++i) {
        Followed& it = followed_[i];
        it.in_work.push_back(work_of(arm, it.person, it.life, arrived_[i]));
        it.in_work_without.push_back(work_of(reference, it.person, it.life, arrived_[i]));
        if (first_case_[i]) {
            it.closed = arm.support.cases[first_case_[i].row].closed;
            it.closing = arm.support.cases[first_case_[i].row].closing;
        }
    }
}

void FollowedBook::follow(const World& arm, PersonId p, Month month) {
    const bool had_work =
        arm.people.activity[p] == Activity::employed && arm.people.since[p] != month;
    followed_.push_back(described(arm, p, month, had_work));
    first_case_.emplace_back();
    arrived_.push_back(arm.households.arrived[arm.people.household[p]]);
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
    const ProgrammeState& state = arm.support.programmes[programme];
    const Programme& rules = scenario_.programmes.items[state.programme];
    const auto may = [&](PersonId p) {
        return !arm.people.open_case[p] && is_eligible(arm, rules, state.area, p, month)
               && !compared_.contains({p.row, arm.people.life[p]})
               && !supported_.contains({p.row, arm.people.life[p]});
    };
    std::vector<std::pair<double, PersonId>> drawn;
    for (const PersonId p : collect<PersonId>(arm.people.size(), may)) {
        drawn.emplace_back(luck.uniform(arm.address(p), Purpose::comparison), p);
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
