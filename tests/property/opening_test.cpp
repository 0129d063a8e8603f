#include "foothold/diagnostics.hpp"

#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening.hpp"
#include "sim/state/reference.hpp"
#include "tests/property/town.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>

namespace foothold {
namespace {

constexpr std::uint64_t worlds = 100;

/// Opens small random worlds and looks at each.
void for_each_opening(const std::function<void(const World&, const Place&, const Scenario&)>& look,
                      int people = 60) {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 20 + dice.below(people));
        const Scenario scenario = lively_scenario(seed);
        look(open_world(scenario, town, static_cast<std::uint32_t>(seed)), town, scenario);
        if (testing::Test::HasFailure()) {
            FAIL() << "in the world of seed " << seed;
        }
    }
}

TEST(Opening, has_the_households_children_and_ages_of_the_place_exactly) {
    for_each_opening([](const World& world, const Place& town, const Scenario& scenario) {
        const std::size_t places = town.neighbourhoods.size();
        std::vector<PlaceNeighbourhood> found(places);
        for (std::uint32_t row = 0; row < world.households.size(); ++row) {
            const HouseholdId h{row};
            ++found[world.households.neighbourhood[h].row]
                  .households[static_cast<std::size_t>(world.households.composition[h])];
        }
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            PlaceNeighbourhood& it = found[world.neighbourhood(p).row];
            const int age = -scenario.settings.burn_in - world.people.birth[p];
            EXPECT_EQ(world.people.opening_age[p], age);
            if (age < 16 * 12) {
                it.children += age >= 0;
                continue;
            }
            std::size_t band = 0;
            while (age >= age_band_starts[band + 1] * 12) {
                ++band;
            }
            ++it.people[band];
        }
        for (std::size_t n = 0; n < places; ++n) {
            EXPECT_EQ(found[n].households, town.neighbourhoods[n].households);
            EXPECT_EQ(found[n].people, town.neighbourhoods[n].people);
            EXPECT_EQ(found[n].children, town.neighbourhoods[n].children);
        }
    });
}

TEST(Opening, settles_births_to_couples_and_families_as_many_a_year_as_turn_16) {
    for_each_opening([](const World& world, const Place& town, const Scenario& scenario) {
        const PopulationParameters& rules = scenario.parameters.population;
        std::vector<int> births(town.neighbourhoods.size());
        std::vector<int> couples(town.neighbourhoods.size());
        for (std::uint32_t row = 0; row < world.households.size(); ++row) {
            const HouseholdId h{row};
            const PersonId first = world.households.first[h];
            int last = -100;
            const Composition kind = world.households.composition[h];
            couples[world.households.neighbourhood[h].row] +=
                kind != Composition::single && kind != Composition::three_or_more;
            for (std::uint32_t i = 0; i < world.households.members[h]; ++i) {
                const PersonId p{first.row + i};
                const int month = -world.people.opening_age[p];
                if (month <= 0) {
                    continue;
                }
                ++births[world.households.neighbourhood[h].row];
                EXPECT_EQ(world.people.activity[p], Activity::child);
                EXPECT_LE(month, 12 * rules.births_for);
                EXPECT_GE(month - last, 18) << "months between brothers and sisters";
                last = month;
                EXPECT_NE(world.households.composition[h], Composition::single);
                EXPECT_NE(world.households.composition[h], Composition::three_or_more);
            }
        }
        for (std::size_t n = 0; n < births.size(); ++n) {
            const double most = town.neighbourhoods[n].children * rules.births_for / 16.0;
            EXPECT_LE(births[n], most + 0.5);
            // Five years leave each couple or family room for three births.
            EXPECT_GE(births[n], std::min(most - 0.5, 1.0 * couples[n]));
        }
    });
}

TEST(Opening, settles_births_by_the_age_of_the_householder) {
    double births = 0.0;
    double sum = 0.0;
    for_each_opening([&](const World& world, const Place&, const Scenario&) {
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            if (world.people.opening_age[p] < 0) {
                const PersonId first = world.households.first[world.people.household[p]];
                births += 1.0;
                sum += (world.people.opening_age[first] - world.people.opening_age[p]) / 12.0;
            }
        }
    });
    ASSERT_GT(births, 500.0);
    EXPECT_NEAR(sum / births, 30.0, 6.0) << "as far as there are householders of that age";
}

TEST(Opening, gives_dwellings_the_tenures_of_the_place) {
    for_each_opening([](const World& world, const Place& town, const Scenario&) {
        std::vector<std::array<double, 3>> found(town.neighbourhoods.size());
        std::vector<double> all(town.neighbourhoods.size(), 0.0);
        for (std::uint32_t row = 0; row < world.households.size(); ++row) {
            const HouseholdId h{row};
            const std::size_t n = world.households.neighbourhood[h].row;
            ++found[n][static_cast<std::size_t>(world.households.tenure[h])];
            ++all[n];
        }
        for (std::size_t n = 0; n < found.size(); ++n) {
            for (std::size_t t = 0; t < 3; ++t) {
                EXPECT_NEAR(found[n][t], town.neighbourhoods[n].tenure[t] * all[n], 1.0);
            }
        }
    });
}

TEST(Opening, lays_households_out_as_consecutive_rows_adults_first) {
    for_each_opening([](const World& world, const Place&, const Scenario&) {
        std::uint32_t next = 0;
        for (std::uint32_t row = 0; row < world.households.size(); ++row) {
            const HouseholdId h{row};
            ASSERT_EQ(world.households.first[h].row, next);
            bool children = false;
            for (std::uint32_t i = 0; i < world.households.members[h]; ++i, ++next) {
                ASSERT_EQ(world.people.household[{next}], h);
                const bool child = world.people.activity[{next}] == Activity::child;
                ASSERT_TRUE(child || !children) << "person " << next;
                children = children || child;
            }
        }
        ASSERT_EQ(next, world.people.size());
    });
}

TEST(Opening, meets_the_prevalence_of_every_barrier_exactly) {
    for_each_opening([](const World& world, const Place&, const Scenario& scenario) {
        double adults = 0.0;
        std::array<double, 3> with{};
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            adults += world.people.activity[p] != Activity::child;
            for (std::size_t k = 0; k < 2; ++k) {
                with[k] += (world.people.barriers[p] >> k) & 1;
            }
        }
        for (const BarrierSet set : world.households.barriers.values()) {
            with[2] += (set >> 2) & 1;
        }
        const auto& barriers = scenario.parameters.barriers.items;
        EXPECT_EQ(with[0], std::round(barriers[0].prevalence * adults));
        EXPECT_EQ(with[1], std::round(barriers[1].prevalence * adults));
        EXPECT_EQ(
            with[2],
            std::round(barriers[2].prevalence * static_cast<double>(world.households.size())));
    });
}

TEST(Opening, has_the_places_students_and_about_its_employment) {
    double employed = 0.0;
    double wanted = 0.0;
    double variance = 0.0;
    for_each_opening([&](const World& world, const Place& town, const Scenario&) {
        std::vector<double> students(town.neighbourhoods.size(), 0.0);
        std::vector<double> adults(town.neighbourhoods.size(), 0.0);
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            const std::size_t n = world.neighbourhood(p).row;
            adults[n] += world.people.activity[p] != Activity::child;
            students[n] += world.people.activity[p] == Activity::student;
            employed += world.people.activity[p] == Activity::employed;
        }
        for (std::size_t n = 0; n < adults.size(); ++n) {
            const double share = world.geography->anchored_employment[n];
            EXPECT_EQ(students[n], std::round(town.neighbourhoods[n].student * adults[n]));
            wanted += share * adults[n];
            variance += share * (1.0 - share) * adults[n];
        }
    });
    EXPECT_LT(std::abs(employed - wanted), 5.0 * std::sqrt(variance));
}

TEST(Opening, anchors_employment_on_the_survey_of_the_start_year) {
    for_each_opening([](const World& world, const Place& town, const Scenario&) {
        double people = 0.0;
        double employed = 0.0;
        for (std::size_t n = 0; n < town.neighbourhoods.size(); ++n) {
            const auto& bands = town.neighbourhoods[n].people;
            const double here = std::accumulate(bands.begin(), bands.end(), 0);
            people += here;
            employed += here * world.geography->anchored_employment[n];
        }
        EXPECT_NEAR(employed / people, 0.68, 1e-9);
    });
}

TEST(Opening, needs_a_survey_of_the_start_year) {
    Dice dice{1};
    Place town = any_town(dice, 30);
    town.rates[0].year = 2012;
    try {
        open_world(lively_scenario(1), town, 0);
        FAIL() << "opened it";
    } catch (const ScenarioError& error) {
        EXPECT_STREQ(error.what(),
                     "error: settings.start: the place has no employment rate of authority A in "
                     "2018; start in a year that authorities.csv covers\n"
                     "1 error; nothing was run.");
    }
}

TEST(Opening, counts_the_jobs_that_people_hold) {
    for_each_opening([](const World& world, const Place&, const Scenario& scenario) {
        std::vector<std::int32_t> held(world.jobs.filled.size(), 0);
        std::int64_t searching = 0;
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            searching += world.people.activity[p] == Activity::searching;
            if (world.people.activity[p] == Activity::employed) {
                ++held[world.people.job_zone[p].row * tiers + world.people.job_tier[p]];
            }
        }
        EXPECT_EQ(world.jobs.filled, held);
        EXPECT_EQ(world.jobs.opening, held);
        const double wanted =
            std::accumulate(world.jobs.wanted.begin(), world.jobs.wanted.end(), 0.0);
        const double filled = std::accumulate(held.begin(), held.end(), 0.0);
        EXPECT_NEAR(wanted - filled,
                    scenario.parameters.labour_demand.vacancies_per_unemployed
                        * static_cast<double>(searching),
                    1e-6);
    });
}

TEST(Opening, keeps_duration_and_tenure_within_a_working_life) {
    for_each_opening([](const World& world, const Place&, const Scenario& scenario) {
        const Month now = static_cast<Month>(-scenario.settings.burn_in);
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            const int since_school = now - world.people.birth[p] - 16 * 12;
            if (world.people.activity[p] == Activity::child) {
                continue;
            }
            EXPECT_LE(now - world.people.since[p], since_school) << "person " << row;
            EXPECT_GE(now - world.people.since[p], 0) << "person " << row;
            EXPECT_LE(months_out_of_work(world, p, now), since_school) << "person " << row;
        }
    });
}

TEST(Opening, leaves_those_out_of_work_with_the_ease_that_has_not_taken_them_out) {
    Dice dice{3};
    const Place town = any_town(dice, 3000);
    Scenario scenario = lively_scenario(3);
    constexpr double spread = 0.6;
    scenario.parameters.search.own_ease = spread;
    scenario.parameters.population.entry_before = {0.1, 0.02, 0.003};
    const World world = open_world(scenario, town, 0);
    const double variance = std::exp(spread * spread) - 1.0;
    const auto opening = static_cast<Month>(-scenario.settings.burn_in);
    std::array<double, 2> sum{};
    std::array<double, 2> count{};
    for (std::uint32_t row = 0; row < world.people.size(); ++row) {
        const PersonId p{row};
        const Activity activity = world.people.activity[p];
        const double months = opening - world.people.since[p];
        const double ease = std::exp(static_cast<double>(world.people.ease[p]));
        if (activity == Activity::employed) {
            sum[0] += ease;
            count[0] += 1.0;
        } else if (activity == Activity::searching) {
            sum[1] += ease * (1.0 + variance * 0.1 * months);
            count[1] += 1.0;
        }
    }
    ASSERT_GT(count[1], 50.0);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_NEAR(sum[i] / count[i], 1.0, 4.0 * std::sqrt(variance / count[i]));
    }
}

}  // namespace
}  // namespace foothold
