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

TEST(Bounds, let_the_same_people_take_up_or_give_up_looking_for_work) {
    Scenario scenario = plain_scenario();
    SearchParameters& search = scenario.parameters.search;
    search.applications = 0.0;
    search.start_search = 0.3;
    search.give_up = 0.6;
    search.sick_start = 0.4;
    search.retired_start = 0.1;
    search.readiness_base = 1.0;
    search.readiness_per_confidence = 1.5;
    search.local_employment = 0.05;
    search.gain_from_work = 0.2;
    search.discouragement_memory = 29.0;
    scenario.parameters.barriers.items[0].readiness = 1.2;
    scenario.parameters.barriers.items[1].readiness = -0.4;
    for (const double sign : {-1.0, 1.0}) {
        search.discouragement = sign * 1.8;
        search.weariness = sign * 0.5;
        SmallWorld small{scenario};
        small.add_singles(many, {}, 0);
        People& people = small.world.people;
        for (std::uint32_t row = 0; row < many; ++row) {
            const PersonId p{row};
            people.activity[p] = static_cast<Activity>(static_cast<int>(Activity::searching)
                                                       + static_cast<int>(pick(row, 0, 4)));
            people.out_since[p] = static_cast<Month>(today - pick(row, 1, 80));
            people.barriers[p] = static_cast<BarrierSet>(pick(row, 2, 4));
            people.confidence[p] = static_cast<float>(pick(row, 3, 101)) / 100.0F;
            people.ease[p] = static_cast<float>(pick(row, 4, 200)) / 100.0F - 1.0F;
            people.gain_from_work[p] = static_cast<float>(pick(row, 5, 400)) - 100.0F;
        }
        const MonthRules rules{scenario};
        const MonthContext now = rules.in(today);
        const World before = small.world;
        job_search(small.world, now);
        int changes = 0;
        for (std::uint32_t row = 0; row < many; ++row) {
            const PersonId p{row};
            const Activity activity = before.people.activity[p];
            const double around =
                before.neighbourhoods.catchment_employment[{0}] - before.reference->employment();
            const double drive =
                0.05 * 100.0 * around
                + 0.2 * static_cast<double>(before.people.gain_from_work[p]) / 100.0;
            const double out = chance_of((today - before.people.out_since[p]) / 29.0);
            const double lost = rules.effects.readiness(before.people.barriers[p]);
            const double ready =
                inverse_logit(1.0 - lost + 1.5 * static_cast<double>(before.people.confidence[p]));
            const double kind = activity == Activity::sick      ? 0.4
                                : activity == Activity::retired ? 0.1
                                                                : 1.0;
            const double hazard = activity == Activity::searching
                                      ? 0.6 * (1.0 - ready) * exponential(sign * 0.5 * out - drive)
                                      : 0.3 * ready * kind
                                            * exponential(static_cast<double>(before.people.ease[p])
                                                          + drive - sign * 1.8 * out);
            const bool changes_now =
                now.luck.uniform({row, 0}, Purpose::search_change) < chance_of(hazard);
            EXPECT_EQ(small.world.people.activity[p] != activity, changes_now) << "person " << row;
            changes += changes_now;
        }
        EXPECT_GT(changes, 500);
        EXPECT_LT(changes, static_cast<int>(many) - 500);
    }
}

}  // namespace
}  // namespace foothold
