#include "sim/experiments/histories.hpp"

#include "sim/state/barrier_hazards.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <bit>

namespace foothold {

namespace {

constexpr std::uint8_t secure = tiers - 1;

bool works(const World& world, PersonId p) {
    return world.people.activity[p] == Activity::employed;
}

}  // namespace

void LowPay::month_closed(const World& world, std::size_t arm, Month now) {
    constexpr int last_looks = 3;
    const People& people = world.people;
    if (arm != 0 || (now + 1) % 12 != 0 || (now + 1) / 12 > years) {
        return;
    }
    if (now == -1) {
        for (std::uint32_t row = 0; row < people.size(); ++row) {
            const PersonId p{row};
            if (works(world, p) && people.job_tier[p] != secure) {
                workers_.push_back({p, people.life[p]});
            }
        }
        return;
    }
    for (Worker& it : workers_) {
        const bool in_work = works(world, it.person);
        const bool is_secure = in_work && people.job_tier[it.person] == secure;
        it.always_low = it.always_low && !is_secure;
        it.secure_in_row = is_secure ? it.secure_in_row + 1 : 0;
        it.looks_out = in_work ? 0 : it.looks_out + 1;
    }
    if ((now + 1) / 12 < years) {
        return;
    }
    for (const Worker& it : workers_) {
        if (people.life[it.person] == it.life && is_working_age(people.activity[it.person])) {
            ++stuck_.of;
            ++escaped_.of;
            ++cycled_.of;
            const bool left = it.looks_out >= last_looks;
            const bool escaped = it.secure_in_row >= last_looks;
            stuck_.with += it.always_low && !left;
            escaped_.with += escaped;
            cycled_.with += !it.always_low && !left && !escaped;
        }
    }
}

void Relapse::month_closed(const World& world, std::size_t arm, Month now) {
    const People& people = world.people;
    if (arm != 0) {
        return;
    }
    followed_.resize(people.size(), 0);
    for (Recovered& it : recovered_) {
        const bool there =
            people.life[it.person] == it.life && is_working_age(people.activity[it.person]);
        it.back = it.back || (there && (people.barriers[it.person] >> barrier_ & 1U) != 0);
        for (std::size_t h = 0; h < horizons.size(); ++h) {
            if (there && now - it.lifted == horizons[h]) {
                ++found_[h].of;
                found_[h].with += it.back;
            }
        }
    }
    for (std::uint32_t row = 0; now >= 0 && now < 12 && row < people.size(); ++row) {
        const PersonId p{row};
        const bool lifted = people.recovered[p][barrier_] == now
                            && (people.barriers[p] >> barrier_ & 1U) == 0
                            && is_working_age(people.activity[p]);
        if (lifted && followed_[row] == 0) {
            followed_[row] = 1;
            recovered_.push_back({p, people.life[p], now});
        }
    }
}

void Sustainment::month_closed(const World& world, std::size_t arm, Month now) {
    constexpr int half_year = 6;  // [month]
    constexpr int lately = 24;    // [month]
    const People& people = world.people;
    if (arm != 0) {
        return;
    }
    for (Starter& it : starters_) {
        const bool there = people.life[it.person] == it.life;
        it.works = it.works && there && works(world, it.person);
        if (there && now - it.started == half_year) {
            Share& group = it.housed ? housed_ : unhoused_;
            ++group.of;
            group.with += it.works;
        }
    }
    std::erase_if(starters_, [&](const Starter& it) { return now - it.started >= half_year; });
    const bool first = workless_.empty();
    workless_.resize(people.size(), 0);
    lives_.resize(people.size(), 0);
    const auto k = static_cast<std::size_t>(std::countr_zero(housing_));
    for (std::uint32_t row = 0; row < people.size(); ++row) {
        const PersonId p{row};
        const HouseholdId h = people.household[p];
        const bool started =
            !first && workless_[row] != 0 && lives_[row] == people.life[p] && works(world, p);
        const auto others =
            static_cast<BarrierSet>(world.barriers(p) & world.reference->counted & ~housing_);
        if (started && others != 0) {
            const bool problem = (world.households.barriers[h] & housing_) != 0;
            const bool solved = !problem && now - world.households.recovered[h][k] < lately;
            if (problem || solved) {
                starters_.push_back({p, people.life[p], now, solved});
            }
        }
        workless_[row] = is_workless(people.activity[p]);
        lives_[row] = people.life[p];
    }
}

}  // namespace foothold
