#include "sim/phases/zone_choice.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <vector>

namespace foothold {
namespace {

constexpr std::uint32_t people = 4000;
constexpr std::size_t zones = 11;
constexpr std::size_t tier = 1;

/// People of one neighbourhood among zones that lie further away one by one, every third of which
/// has nothing open.
struct Choosers {
    Scenario scenario = plain_scenario();
    SmallWorld small{scenario};

    Choosers() {
        small.add_singles(people, {.activity = Activity::searching}, 0);
        Geography& g = *small.geography;
        g.zones = zones;
        g.reach.assign(2 * zones, 0.0);
        small.world.jobs.vacancies.assign(zones * tiers, 9);  // in other tiers: for nobody here
        for (std::size_t z = 0; z < zones; ++z) {
            g.reach[z] = std::pow(0.8, static_cast<double>(z));
            vacancies(z) = z % 3 == 2 ? 0 : static_cast<std::int32_t>(2 + z);
        }
    }

    std::int32_t& vacancies(std::size_t zone) {
        return small.world.jobs.vacancies[zone * tiers + tier];
    }

    double pull(std::size_t zone, double distance) {
        return vacancies(zone) * std::pow(small.geography->reach[zone], distance);
    }

    std::vector<std::size_t> choices(double distance) const {
        const MonthRules rules{scenario};
        std::vector<std::size_t> all;
        for (std::uint32_t row = 0; row < people; ++row) {
            all.push_back(choose_zone(small.world, rules.in(3), {row}, tier, distance));
        }
        return all;
    }
};

TEST(ZoneChoice, goes_by_vacancies_and_how_near_they_are) {
    Choosers choosers;
    for (const double distance : {0.0, 1.0, 2.5}) {
        double all = 0.0;
        for (std::size_t z = 0; z < zones; ++z) {
            all += choosers.pull(z, distance);
        }
        std::vector<int> chosen(zones, 0);
        for (const std::size_t z : choosers.choices(distance)) {
            ++chosen[z];
        }
        for (std::size_t z = 0; z < zones; ++z) {
            const double share = choosers.pull(z, distance) / all;
            EXPECT_NEAR(chosen[z], people * share, 4.0 * std::sqrt(people * share * (1.0 - share)))
                << "zone " << z << ", distance counts for " << distance;
        }
    }
}

TEST(ZoneChoice, changes_only_for_those_whom_a_further_vacancy_wins_over) {
    Choosers choosers;
    const std::vector<std::size_t> before = choosers.choices(1.0);
    for (const std::size_t zone : {std::size_t{0}, std::size_t{4}, std::size_t{5}}) {
        ++choosers.vacancies(zone);
        const std::vector<std::size_t> after = choosers.choices(1.0);
        int won = 0;
        for (std::uint32_t row = 0; row < people; ++row) {
            won += after[row] != before[row];
            EXPECT_TRUE(after[row] == before[row] || after[row] == zone) << "person " << row;
        }
        EXPECT_GT(won, 0) << "zone " << zone;
        --choosers.vacancies(zone);
    }
}

TEST(ZoneChoice, is_another_one_in_another_life) {
    Choosers choosers;
    const std::vector<std::size_t> before = choosers.choices(1.0);
    for (std::uint32_t row = 0; row < people; ++row) {
        ++choosers.small.world.people.life[{row}];
    }
    const std::vector<std::size_t> after = choosers.choices(1.0);
    int others = 0;
    for (std::uint32_t row = 0; row < people; ++row) {
        others += after[row] != before[row];
    }
    EXPECT_GT(others, static_cast<int>(people) / 2);
}

}  // namespace
}  // namespace foothold
