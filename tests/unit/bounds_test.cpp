#include "sim/core/mathematics.hpp"
#include "sim/phases/phases.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace foothold {
namespace {

// Phases decide most draws by bounds. Here the same is decided at full length.

constexpr std::uint32_t many = 6000;
constexpr Month today = 3;

/// One of `count` values, by somebody's own luck of another seed.
std::uint32_t pick(std::uint32_t row, std::uint32_t which, std::uint32_t count) {
    return Draws{77, 0, 0}.words({row, 0}, Purpose::birth_structure, which)[0] % count;
}

/// Workers of every kind in two zones, most of the jobs of zone 0 secure.
void fill(SmallWorld& small) {
    small.add_singles(many / 2, {}, 0);
    small.add_singles(many / 2, {}, 1);
    People& people = small.world.people;
    for (std::uint32_t row = 0; row < many; ++row) {
        const PersonId p{row};
        people.job_zone[p] = {static_cast<std::uint16_t>(pick(row, 0, 2))};
        const std::uint32_t tier = pick(row, 1, people.job_zone[p].row == 0 ? 12 : 5);
        people.job_tier[p] = static_cast<std::uint8_t>(std::min<std::uint32_t>(tier, 2));
        people.qualification[p] = static_cast<std::uint8_t>(pick(row, 2, 5));
        people.job_since[p] = static_cast<Month>(today - pick(row, 3, 40) * pick(row, 4, 24));
        people.birth[p] = static_cast<Month>(-12 * static_cast<int>(20 + pick(row, 5, 40)));
        people.barriers[p] = static_cast<BarrierSet>(pick(row, 6, 4));
        people.apprentice_until[p] = static_cast<Month>(pick(row, 7, 12) == 0 ? today + 2 : never);
    }
}

struct Turn {
    std::size_t step;
    double first;
    std::uint32_t row;

    friend bool operator<(const Turn& a, const Turn& b) {
        return std::tie(a.step, a.first, a.row) < std::tie(b.step, b.first, b.row);
    }
};

/// Everybody's tier once jobs have turned: everybody in one queue, sorted.
std::vector<std::uint8_t> turned(const SmallWorld& small, const MonthContext& now) {
    const People& people = small.world.people;
    const WorkParameters& rules = now.parameters.work;
    std::vector<Turn> slip;
    std::vector<Turn> rise;
    for (std::uint32_t row = 0; row < many; ++row) {
        const PersonId p{row};
        if (people.job_since[p] == today || people.apprentice_until[p] > today) {
            continue;
        }
        const auto words = now.luck.words(small.world.address(p), Purpose::job_quality);
        const std::size_t tier = people.job_tier[p];
        const std::size_t job = people.job_zone[p].row * tiers + tier;
        const double weight = exponential(rules.slipping_per_level * people.qualification[p]);
        const double slips = -logarithm(unit(words[0])) * weight / rules.slipping;
        if (tier > 0 && slips < 1.0) {
            slip.push_back({job - 1, slips, row});
        } else if (tier + 1 < tiers) {
            rise.push_back({job, -logarithm(unit(words[1])) / weight, row});
        }
    }
    std::sort(slip.begin(), slip.end());
    std::sort(rise.begin(), rise.end());
    std::vector<std::uint8_t> tier = people.job_tier.values();
    auto next = rise.begin();
    for (const Turn& each : slip) {
        next = std::find_if(next, rise.end(), [&](const Turn& it) { return it.step >= each.step; });
        if (next != rise.end() && next->step == each.step) {
            --tier[each.row];
            ++tier[next->row];
            ++next;
        }
    }
    return tier;
}

TEST(Bounds, let_the_same_jobs_turn_as_a_queue_of_everybody) {
    for (const double slipping : {1e-9, 0.01, 0.06, 0.5, 3.0, 100.0}) {
        for (const double per_level : {-20.0, -0.5, 0.0, 0.7, 20.0}) {
            Scenario scenario = plain_scenario();
            scenario.parameters.work.slipping = slipping;
            scenario.parameters.work.slipping_per_level = per_level;
            SmallWorld small{scenario};
            fill(small);
            const MonthRules rules{scenario};
            const auto expected = turned(small, rules.in(today));
            work(small.world, rules.in(today));
            EXPECT_EQ(small.world.people.job_tier.values(), expected)
                << slipping << " a month, " << per_level << " per level";
        }
    }
}

TEST(Bounds, end_the_same_jobs_as_everybodys_own_hazard) {
    Scenario scenario = plain_scenario();
    scenario.parameters.work.separation = {0.05, 0.02, 0.01};
    scenario.parameters.work.new_job_excess = 9.0;
    scenario.parameters.work.new_job_memory = 6.0;
    scenario.parameters.work.young = 1.8;
    scenario.parameters.work.place = 0.5;
    scenario.parameters.barriers.items[0].separation = 2.5;
    scenario.parameters.barriers.items[1].separation = 0.5;
    SmallWorld small{scenario};
    fill(small);
    small.world.balance.employed.assign(2, {0.2, 0.0, 0.0, 0.0, 0.0});
    small.world.balance.employed[1].scale = 4.0;
    small.world.jobs.cut[1] = 0.03;
    const MonthRules rules{scenario};
    const MonthContext now = rules.in(today);
    const People before = small.world.people;
    work(small.world, now);
    int ended = 0;
    for (std::uint32_t row = 0; row < many; ++row) {
        const PersonId p{row};
        const int tenure = today - before.job_since[p];
        const auto& work = scenario.parameters.work;
        const double fresh = work.new_job_excess * exponential(-tenure / work.new_job_memory);
        const std::size_t tier = before.job_tier[p];
        const double young = today - before.birth[p] < 25 * 12 ? work.young : 1.0;
        const double hazard = work.separation[tier] * (1.0 + fresh)
                                  * rules.effects.separation(before.barriers[p]) * young
                                  * power(row < many / 2 ? 0.2 : 4.0, -work.place)
                              + small.world.jobs.cut[before.job_zone[p].row * tiers + tier];
        const double u = unit(now.luck.words({row, 0}, Purpose::separation)[0]);
        const bool ends = tenure > 0 && u < chance_of(hazard);
        EXPECT_EQ(small.world.people.activity[p] != Activity::employed, ends) << "worker " << row;
        ended += ends;
    }
    EXPECT_GT(ended, 100);
}

}  // namespace
}  // namespace foothold
