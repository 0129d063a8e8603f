#include "tests/property/town.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <numeric>
#include <set>
#include <utility>

namespace foothold {
namespace {

/// The accounts of the arm after the reference, kept by looking at both worlds and nothing else:
/// what the program records must agree with this.
class Bookkeeper : public Observer {
  public:
    void month_closed(const World& world, std::size_t arm, Month now) override {
        if (arm == 0) {
            reference_ = world;
        } else if (arm == 1 && now >= 0) {
            close(world, now);
        }
    }

    std::int64_t gross = 0;              // [person-month]
    std::int64_t deadweight = 0;         // [person-month]
    std::int64_t lost = 0;               // [person-month] of everybody not supported so far
    std::int64_t won = 0;                // [person-month]
    std::int64_t net = 0;                // [person-month]
    std::vector<std::int64_t> unfilled;  // shape [month]; vacancies nobody took, in both arms
    std::vector<std::int64_t> surplus;   // shape [month]; zones and tiers with more than wanted
    std::vector<std::int64_t> more_employed;  // shape [month]
    std::vector<std::int64_t> more_at_race;   // shape [month]; jobs held once vacancies were filled

  private:
    static std::int64_t employed(const World& world) {
        const auto& activity = world.people.activity.values();
        return std::count(activity.begin(), activity.end(), Activity::employed);
    }

    static std::int64_t held_at_race(const World& world) {
        const Jobs& jobs = world.jobs;
        return std::accumulate(jobs.filled.begin(), jobs.filled.end(), std::int64_t{0})
               + std::accumulate(jobs.hires.begin(), jobs.hires.end(), std::int64_t{0});
    }

    void close(const World& world, Month now) {
        for (const Case& each : world.support.cases) {
            participants_.insert({each.person.row, each.life});
        }
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            ASSERT_EQ(world.people.life[{row}], reference_.people.life[{row}])
                << "month " << now << ": with mobility off nobody leaves";
            const bool with = world.people.activity[{row}] == Activity::employed;
            const bool without = reference_.people.activity[{row}] == Activity::employed;
            if (participants_.count({row, world.people.life[{row}]}) != 0) {
                gross += with;
                deadweight += without;
            } else {
                won += with && !without;
                lost += without && !with;
            }
        }
        more_employed.push_back(employed(world) - employed(reference_));
        more_at_race.push_back(held_at_race(world) - held_at_race(reference_));
        net += more_employed.back();
        unfilled.push_back(0);
        surplus.push_back(0);
        count_vacancies(world);
        count_vacancies(reference_);
    }

    void count_vacancies(const World& world) {
        const Jobs& jobs = world.jobs;
        for (std::size_t i = 0; i < jobs.vacancies.size(); ++i) {
            unfilled.back() += jobs.vacancies[i] - jobs.hires[i];
            surplus.back() += jobs.filled[i] > std::floor(jobs.wanted[i] + 0.5);
        }
    }

    World reference_;
    std::set<std::pair<std::uint32_t, std::uint16_t>> participants_;
};

/// A scenario in which people touch one another through vacancies only: no mechanism that carries
/// anything from one to another, nothing that households share, and jobs that are alike to those
/// who hold them.
Scenario only_through_vacancies(std::uint64_t seed) {
    Scenario it = lively_scenario(seed);
    it.settings.horizon = 36;
    it.arms.items.resize(2);
    it.arms.items[1] = {"alone", "One at a time", {"alone"}};
    Parameters& parameters = it.parameters;
    Mechanisms& mechanisms = parameters.mechanisms;
    mechanisms.spill_over = mechanisms.norms = mechanisms.networks = mechanisms.mobility = false;
    for (Barrier& barrier : parameters.barriers.items) {
        barrier.scope = Scope::personal;
    }
    parameters.search.gain_from_work = 0.0;
    parameters.search.acceptance = 0.0;
    parameters.search.conditionality = 0.0;
    parameters.search.on_the_job = 0.0;
    parameters.work.promotion.assign(tiers - 1, 0.0);
    parameters.work.slipping = 0.0;
    parameters.work.separation = {0.01, 0.01, 0.01};
    parameters.labour_demand.elasticity = 0.0;
    parameters.labour_demand.hiring_pace = 1.0;
    return it;
}

Bookkeeper lived(const Scenario& scenario, const Place& town) {
    Bookkeeper books;
    const Replicate replicate = Simulation{scenario, town, 0}.run({{}, {}, {&books}});
    Ledger recorded;
    const std::vector<Ledger>& at_the_end = replicate.pairs.at(0).by_group.back();
    for (std::size_t n = 0; n < town.neighbourhoods.size(); ++n) {
        recorded += at_the_end[at_the_end.size() - 1 - n];  // the last groups are neighbourhoods
    }
    EXPECT_EQ(recorded[LedgerLine::gross], books.gross);
    EXPECT_EQ(recorded[LedgerLine::deadweight], books.deadweight);
    EXPECT_EQ(recorded.displaced(), books.lost);
    EXPECT_EQ(recorded.spill_over(), books.won);
    EXPECT_EQ(recorded.moved(), 0);
    EXPECT_EQ(recorded.net(), books.net);
    return books;
}

TEST(Ledger, displaces_nobody_where_vacancies_are_unlimited_and_nothing_else_is_shared) {
    std::int64_t changed = 0;  // [person-month]
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 80);
        Scenario scenario = only_through_vacancies(seed);
        Shock boom;
        boom.name = "boom";
        boom.from = scenario.settings.start;
        boom.months = 1000.0;
        boom.ratio.assign(tiers, 1.0);
        boom.added.assign(tiers, 100'000.0);
        scenario.parameters.labour_demand.shocks.items = {boom};
        const Bookkeeper books = lived(scenario, town);
        EXPECT_EQ(books.lost, 0) << "seed " << seed;
        EXPECT_EQ(books.won, 0) << "seed " << seed;
        EXPECT_EQ(books.net, books.gross - books.deadweight) << "seed " << seed;
        changed += std::abs(books.gross - books.deadweight);
    }
    EXPECT_GT(changed, 100) << "support did little, so little was tested";
}

TEST(Ledger, displaces_somebody_where_the_same_town_has_few_vacancies) {
    std::int64_t lost = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 80);
        lost += lived(only_through_vacancies(seed), town).lost;
    }
    EXPECT_GT(lost, 0) << "or the test without displacement says nothing";
}

/// Few jobs open up, many look, and whoever looks applies: every vacancy is taken at once.
Scenario every_vacancy_filled(std::uint64_t seed) {
    Scenario it = only_through_vacancies(seed);
    it.parameters.labour_demand.vacancies_per_unemployed = 0.05;
    it.parameters.labour_demand.growth = 0.05;
    it.parameters.search.applications = 50.0;
    it.parameters.search.start_search = 2.0;
    it.parameters.demography.retire_from_55 = 0.0;
    return it;
}

/// A town in which nobody comes near 66 during the study.
Place without_the_old(Place town) {
    for (PlaceNeighbourhood& n : town.neighbourhoods) {
        n.people[0] += n.people[3];
        n.people[3] = 0;
    }
    return town;
}

TEST(Ledger, adds_nothing_net_where_every_vacancy_is_filled_and_no_job_ends) {
    std::int64_t moved_between_people = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Dice dice{seed};
        const Place town = without_the_old(any_town(dice, 200));
        Scenario scenario = every_vacancy_filled(seed);
        scenario.parameters.work.separation = {0.0, 0.0, 0.0};
        const Bookkeeper books = lived(scenario, town);
        for (std::size_t month = 0; month < books.more_employed.size(); ++month) {
            ASSERT_EQ(books.unfilled[month], 0) << "seed " << seed << ", month " << month;
            EXPECT_EQ(books.more_employed[month], 0) << "seed " << seed << ", month " << month;
        }
        EXPECT_EQ(books.gross - books.deadweight, books.lost - books.won) << "seed " << seed;
        moved_between_people += std::abs(books.gross - books.deadweight);
    }
    EXPECT_GT(moved_between_people, 0) << "support changed nobody's turn";
}

TEST(Ledger, holds_as_many_jobs_in_both_arms_once_every_vacancy_of_the_month_is_filled) {
    std::size_t looked_at = 0;
    std::size_t months = 0;
    std::size_t different_at_the_close = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 400);
        Scenario scenario = every_vacancy_filled(seed);
        scenario.parameters.work.separation = {0.004, 0.004, 0.004};
        const Bookkeeper books = lived(scenario, town);
        months += books.unfilled.size();
        for (std::size_t month = 0; month < books.unfilled.size(); ++month) {
            if (books.unfilled[month] == 0 && books.surplus[month] == 0) {
                ++looked_at;
                EXPECT_EQ(books.more_at_race[month], 0) << "seed " << seed << ", month " << month;
                different_at_the_close += books.more_employed[month] != 0;
            }
        }
    }
    EXPECT_GT(looked_at, months / 2) << "too few months to say anything";
    EXPECT_GT(different_at_the_close, 0U) << "jobs end by their holders' luck, and these differ";
}

}  // namespace
}  // namespace foothold
