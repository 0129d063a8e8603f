#include "sim/measures/catalogue.hpp"
#include "tests/property/town.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

/// The first `months` months of two arms must agree in every place measure and every table.
void expect_same(const Replicate& lived,
                 const TableKeeper& tables,
                 std::size_t arm,
                 std::size_t months,
                 const Place& town,
                 const Parameters& parameters) {
    const std::vector<MeasureInfo> names = place_measures(parameters);
    const std::size_t cells = (months + 1) * town.neighbourhoods.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& reference = lived.arms[0].places[i];
        const auto& other = lived.arms[arm].places[i];
        for (std::size_t cell = 0; cell < cells; ++cell) {
            ASSERT_EQ(other[cell], reference[cell])
                << names[i].name << " at time " << cell / town.neighbourhoods.size();
        }
    }
    for (std::size_t time = 0; time <= months; ++time) {
        const Tables& reference = tables.arms()[0][time];
        const Tables& other = tables.arms()[arm][time];
        ASSERT_EQ(other.people, reference.people) << "people at time " << time;
        ASSERT_EQ(other.households, reference.households) << "households at time " << time;
        ASSERT_EQ(other.neighbourhoods, reference.neighbourhoods) << "places at time " << time;
        ASSERT_EQ(other.jobs, reference.jobs) << "jobs at time " << time;
    }
}

TEST(Programme, changes_nothing_before_its_money_comes) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 80);
        Scenario scenario = lively_scenario(seed);
        scenario.settings.horizon = 40;
        for (Programme& each : scenario.programmes.items) {
            each.funding.from = later(scenario.settings.start, 30);
        }
        TableKeeper tables;
        const Replicate lived = Simulation{scenario, town, 0}.run({{}, {}, {&tables}});
        for (const std::size_t arm : {1U, 2U}) {
            expect_same(lived, tables, arm, 30, town, scenario.parameters);
            EXPECT_NE(tables.arms()[arm].back(), tables.arms()[0].back())
                << "seed " << seed << ": nothing happened afterwards, so nothing was tested";
        }
    }
}

TEST(Watching, lives_the_same_months_with_measures_and_without) {
    Dice dice{3};
    const Place town = any_town(dice, 80);
    Scenario scenario = lively_scenario(3);
    scenario.settings.horizon = 24;
    const Simulation simulation{scenario, town, 0};
    TableKeeper with;
    const Replicate measured = simulation.run({{}, {}, {&with}});
    TableKeeper without;
    const Replicate unmeasured = simulation.run({{}, {}, {&without}, false});
    EXPECT_EQ(with.arms(), without.arms());
    for (const Trajectory& arm : measured.arms) {
        EXPECT_FALSE(arm.places.front().empty());
    }
    for (const Trajectory& arm : unmeasured.arms) {
        EXPECT_TRUE(arm.digest.empty());
        for (const auto& measure : arm.places) {
            EXPECT_TRUE(measure.empty());
        }
    }
}

TEST(Programme, that_nobody_can_join_changes_nothing_but_its_own_spending) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 80);
        Scenario scenario = lively_scenario(seed);
        scenario.settings.horizon = 60;
        for (Programme& each : scenario.programmes.items) {
            each.eligibility.age_from = 99.0;
            each.funding.months = 48;
        }
        TableKeeper tables;
        const Replicate lived = Simulation{scenario, town, 0}.run({{}, {}, {&tables}});
        for (const std::size_t arm : {1U, 2U}) {
            expect_same(lived, tables, arm, 60, town, scenario.parameters);
            EXPECT_NE(lived.arms[arm].programmes, lived.arms[0].programmes) << "staff were paid";
        }
    }
}

/// Tables of every month and arm, but for whom a programme has met.
struct Unmet : Observer {
    std::vector<std::vector<Tables>> arms{3};

    void month_closed(const World& world, std::size_t arm, Month) override {
        World it = world;
        for (Month& met : it.people.met.values()) {
            met = never;
        }
        arms[arm].push_back(tables_of(it));
    }
};

TEST(Programme, that_nobody_accepts_changes_nobody) {
    Dice dice{9};
    const Place town = any_town(dice, 80);
    Scenario scenario = lively_scenario(9);
    scenario.parameters.engagement.accept_base = -20.0;
    Unmet tables;
    const Replicate lived = Simulation{scenario, town, 0}.run({{}, {}, {&tables}});
    for (std::size_t time = 0; time < lived.arms[0].digest.size(); ++time) {
        ASSERT_EQ(tables.arms[1][time].people, tables.arms[0][time].people);
        ASSERT_EQ(tables.arms[1][time].households, tables.arms[0][time].households);
        ASSERT_EQ(tables.arms[1][time].jobs, tables.arms[0][time].jobs);
    }
    EXPECT_NE(tables.arms[1].back().neighbourhoods, tables.arms[0].back().neighbourhoods)
        << "people were met";
}

/// A barrier without any effect, in place `at` of the list, with a stream of its own.
Scenario with_neutral_barrier(const Scenario& scenario, Scope scope, std::size_t at) {
    Scenario it = scenario;
    Barrier added;
    added.name = "neutral";
    added.scope = scope;
    added.stream = 9;
    added.prevalence = 0.3;
    added.domain_loading = 0.2;
    added.recovery = 0.05;
    added.relapse = 2.0;
    added.spill_over = 1.3;
    added.long_out_of_work = 1.5;
    added.after_job_loss = 1.5;
    added.after_job_entry = 0.5;
    added.separation = 1.0;
    added.stage = 9;
    auto& barriers = it.parameters.barriers.items;
    barriers.insert(barriers.begin() + static_cast<std::ptrdiff_t>(at), added);
    auto& population = it.parameters.population;
    population.correlation_order.emplace_back("neutral");
    for (auto& row : population.correlations) {
        row.push_back(0.0);
    }
    population.correlations.emplace_back(population.correlation_order.size(), 0.0);
    population.correlations.back().back() = 1.0;
    return it;
}

BarrierSet leave_out(BarrierSet set, std::size_t at) {
    const unsigned below = set & ((1U << at) - 1U);
    const unsigned above = set >> (at + 1);
    return static_cast<BarrierSet>(below | (above << at));
}

/// Everything about people and households that the added barrier must not move.
class Lives : public Observer {
  public:
    explicit Lives(std::size_t without) : without_{without} {}

    void month_closed(const World& world, std::size_t, Month) override {
        World it = world;
        const auto leave_out_of = [&](auto& column) {
            for (BarrierSet& set : column.values()) {
                seen_ += without_ < most_barriers && (set & (1U << without_));
                set = without_ < most_barriers ? leave_out(set, without_) : set;
            }
        };
        leave_out_of(it.people.barriers);
        leave_out_of(it.people.chronic);
        leave_out_of(it.households.barriers);
        leave_out_of(it.households.chronic);
        const auto leave_out_recovery = [&](Recoveries& all) {
            for (std::size_t k = without_; k + 1 < most_barriers; ++k) {
                all[k] = all[k + 1];
            }
            all.back() = never;
        };
        for (Recoveries& all : it.people.recovered.values()) {
            leave_out_recovery(all);
        }
        for (Recoveries& all : it.households.recovered.values()) {
            leave_out_recovery(all);
        }
        months_.push_back(tables_of(it));
    }

    const std::vector<Tables>& months() const { return months_; }

    std::size_t seen() const { return seen_; }

  private:
    std::size_t without_;
    std::vector<Tables> months_;
    std::size_t seen_ = 0;
};

void expect_neutral(const Scenario& scenario, Scope scope, std::size_t at, std::uint64_t seed) {
    Dice dice{seed};
    const Place town = any_town(dice, 80);
    Lives plain{most_barriers};
    Lives added{at};
    Simulation{scenario, town, 0}.run({{}, {}, {&plain}});
    const Scenario more = with_neutral_barrier(scenario, scope, at);
    Simulation{more, town, 0}.run({{}, {}, {&added}});
    EXPECT_GT(added.seen(), 100U) << "the added barrier must be there to be tested";
    ASSERT_EQ(added.months().size(), plain.months().size());
    for (std::size_t i = 0; i < plain.months().size(); ++i) {
        ASSERT_EQ(added.months()[i], plain.months()[i])
            << "record " << i << ", place " << at << ", seed " << seed;
    }
}

TEST(NeutralBarrier, shared_by_a_household_leaves_every_life_as_it_was) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        expect_neutral(lively_scenario(seed), Scope::household, 3, seed);
        expect_neutral(lively_scenario(seed), Scope::household, 1, seed);
    }
}

TEST(NeutralBarrier, of_a_person_leaves_every_life_as_it_was_where_barriers_do_not_spill_over) {
    // By definition spill_over counts whatever barriers the other adults have.
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        Scenario scenario = lively_scenario(seed);
        for (Barrier& barrier : scenario.parameters.barriers.items) {
            barrier.spill_over = 1.0;
        }
        expect_neutral(scenario, Scope::personal, 3, seed);
        expect_neutral(scenario, Scope::personal, 0, seed);
    }
}

TEST(Payment, by_results_with_all_money_upfront_and_no_fees_lives_as_a_grant) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 120);
        const Scenario grant = lively_scenario(seed);
        Scenario by_results = grant;
        for (Programme& programme : by_results.programmes.items) {
            programme.payment.model = PaymentModel::by_results;
            programme.payment.upfront = 1.0;
            programme.payment.cash_memory = 12.0;
            programme.payment.creaming = 0.0;
            programme.payment.parking = 0.0;
        }
        const Replicate one = Simulation{grant, town, 0}.run();
        const Replicate other = Simulation{by_results, town, 0}.run();
        for (std::size_t arm = 0; arm < one.arms.size(); ++arm) {
            EXPECT_EQ(one.arms[arm].digest, other.arms[arm].digest) << "arm " << arm;
        }
        EXPECT_NE(one.arms[1].programmes, other.arms[1].programmes) << "the funder pays all of it";
    }
}

}  // namespace
}  // namespace foothold
