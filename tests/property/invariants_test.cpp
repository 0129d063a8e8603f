#include "sim/state/barrier_hazards.hpp"
#include "sim/state/opening.hpp"
#include "sim/state/reference.hpp"
#include "tests/property/town.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace foothold {
namespace {

constexpr std::uint64_t worlds = 100;

/// Looks at every month of a run beside the month before it.
class Invariant : public Observer {
  public:
    void month_closed(const World& world, std::size_t arm, Month now) override {
        before_.resize(std::max(before_.size(), arm + 1));
        look(world, before_[arm] ? &*before_[arm] : nullptr, now);
        before_[arm] = world;
    }

  protected:
    virtual void look(const World& world, const World* before, Month now) = 0;

  private:
    std::vector<std::optional<World>> before_;  // shape [arm]
};

/// Lives small random worlds under the eyes of an invariant.
template <class Kind>
void hold_in_any_world() {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 20 + dice.below(60));
        const Scenario scenario = lively_scenario(seed);
        Kind invariant;
        Simulation{scenario, town, static_cast<std::uint32_t>(seed)}.run({{}, {}, {&invariant}});
        if (testing::Test::HasFailure()) {
            FAIL() << "in the world of seed " << seed;
        }
    }
}

struct PeopleAreConserved : Invariant {
    void look(const World& world, const World* before, Month now) override {
        const People& people = world.people;
        if (before != nullptr) {
            ASSERT_EQ(people.size(), before->people.size());
            ASSERT_EQ(people.household, before->people.household) << "rows never move";
            ASSERT_EQ(world.households.first, before->households.first);
            ASSERT_EQ(world.households.members, before->households.members);
        }
        for (std::uint32_t row = 0; row < people.size(); ++row) {
            const PersonId p{row};
            const int age = now - people.birth[p];
            const Activity activity = people.activity[p];
            ASSERT_EQ(activity == Activity::child, age < 16 * 12) << "person " << row;
            ASSERT_EQ(activity == Activity::aged_out, age >= 66 * 12) << "person " << row;
            ASSERT_LE(activity, Activity::aged_out);
            ASSERT_EQ(people.life[p], world.households.life[people.household[p]]);
            ASSERT_TRUE(people.since[p] <= now || activity == Activity::child) << "person " << row;
        }
    }
};

struct JobsBelongToTheEmployed : Invariant {
    void look(const World& world, const World*, Month now) override {
        const People& people = world.people;
        for (std::uint32_t row = 0; row < people.size(); ++row) {
            const PersonId p{row};
            const bool works = people.activity[p] == Activity::employed;
            ASSERT_EQ(static_cast<bool>(people.job_zone[p]), works) << "person " << row;
            ASSERT_EQ(people.job_since[p] != never, works) << "person " << row;
            ASSERT_LT(people.job_tier[p], tiers);
            ASSERT_LE(people.job_since[p], now);
            ASSERT_LE(people.last_job_end[p], now);
            if (works) {
                ASSERT_LE(people.since[p], people.job_since[p]);
            }
        }
    }
};

struct BarriersAreWhoseTheyAre : Invariant {
    void look(const World& world, const World*, Month) override {
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            ASSERT_EQ(world.people.barriers[p] & ~0x3, 0) << "person " << row;
            ASSERT_TRUE(world.people.activity[p] != Activity::child
                        || world.people.barriers[p] == 0)
                << "child " << row;
            ASSERT_GE(world.people.confidence[p], 0.0F);
            ASSERT_LE(world.people.confidence[p], 1.0F);
            ASSERT_GE(world.people.trust[p], 0.0F);
            ASSERT_LE(world.people.trust[p], 1.0F);
        }
        for (const BarrierSet shared : world.households.barriers.values()) {
            ASSERT_EQ(shared & ~0x4, 0);
        }
    }
};

struct HiresFitVacancies : Invariant {
    void look(const World& world, const World*, Month) override {
        for (std::size_t i = 0; i < world.jobs.hires.size(); ++i) {
            ASSERT_GE(world.jobs.hires[i], 0);
            ASSERT_LE(world.jobs.hires[i], world.jobs.vacancies[i]) << "zone and tier " << i;
        }
    }
};

struct SpellsGrowOrReset : Invariant {
    void look(const World& world, const World* before, Month now) override {
        for (std::uint32_t row = 0; before != nullptr && row < world.people.size(); ++row) {
            const PersonId p{row};
            if (world.people.life[p] != before->people.life[p]) {
                continue;
            }
            const bool reset = world.people.since[p] == now;
            const bool same = world.people.activity[p] == before->people.activity[p];
            ASSERT_TRUE(reset || world.people.since[p] == before->people.since[p])
                << "person " << row;
            ASSERT_TRUE(reset || same) << "person " << row;
        }
    }
};

struct DwellingsAreConserved : Invariant {
    static std::vector<int> by_neighbourhood(const World& world) {
        std::vector<int> count(world.neighbourhoods.size() * tenure_names.size(), 0);
        for (std::uint32_t row = 0; row < world.households.size(); ++row) {
            const HouseholdId h{row};
            ++count[world.households.neighbourhood[h].row * tenure_names.size()
                    + static_cast<std::size_t>(world.households.tenure[h])];
        }
        return count;
    }

    void look(const World& world, const World* before, Month) override {
        if (before != nullptr) {
            ASSERT_EQ(by_neighbourhood(world), by_neighbourhood(*before));
        }
    }
};

struct CasesFitTheirAdvocates : Invariant {
    void look(const World& world, const World* before, Month) override {
        const auto& cases = world.support.cases;
        for (const ProgrammeState& state : world.support.programmes) {
            std::vector<int> open(state.advocates.size(), 0);
            for (const Case& each : cases) {
                if (each.closing == Closing::open && each.advocate) {
                    ++open[each.advocate.row];
                }
            }
            for (std::size_t a = 0; a < open.size(); ++a) {
                const Advocate& advocate = state.advocates[a];
                const int room = advocate.left != never ? 0 : advocate.senior != 0 ? 3 : 6;
                ASSERT_EQ(advocate.cases, open[a]) << "advocate " << a;
                ASSERT_LE(open[a], room) << "advocate " << a;
            }
            ASSERT_TRUE(std::is_sorted(state.waiting.begin(), state.waiting.end()));
        }
        for (std::uint32_t row = 0; row < cases.size(); ++row) {
            const bool open = cases[row].closing == Closing::open;
            ASSERT_EQ(open, world.people.open_case[cases[row].person] == CaseId{row})
                << "case " << row;
        }
        if (before != nullptr && !before->support.cases.empty()) {
            for (std::uint32_t row = 0; row < before->support.cases.size(); ++row) {
                const Case& was = before->support.cases[row];
                ASSERT_EQ(was.person, cases[row].person) << "rows never move";
                ASSERT_TRUE(was.closing == Closing::open || was.closing == cases[row].closing)
                    << "no case is opened again";
            }
        }
    }
};

struct HouseholdsAreLedByAnOpenCase : Invariant {
    void look(const World& world, const World*, Month) override {
        std::vector<int> open(world.households.size(), 0);
        for (const Case& each : world.support.cases) {
            open[world.people.household[each.person].row] += each.closing == Closing::open;
        }
        for (std::uint32_t row = 0; row < open.size(); ++row) {
            const CaseId first = world.households.first_case[{row}];
            ASSERT_EQ(static_cast<bool>(first), open[row] > 0) << "household " << row;
            ASSERT_TRUE(!first || world.support.cases[first.row].closing == Closing::open);
        }
    }
};

struct MoneyIsSpentOnceAndWithinBudget : Invariant {
    void look(const World& world, const World* before, Month now) override {
        for (std::size_t i = 0; i < world.support.programmes.size(); ++i) {
            const Spend& spend = world.support.programmes[i].spend;
            ASSERT_LE(spend.total(), std::int64_t{2'000'000} * std::min(18, now + 1));
            if (before != nullptr && before->support.programmes.size() > i && now > 0) {
                const Spend& was = before->support.programmes[i].spend;
                ASSERT_GE(spend.staff, was.staff);
                ASSERT_GE(spend.personal_budgets, was.personal_budgets);
                ASSERT_EQ(now >= 18, spend.premises == was.premises) << "18 funded months";
            }
        }
    }
};

TEST(AnyWorld, keeps_everybody_in_their_row_and_in_one_activity) {
    hold_in_any_world<PeopleAreConserved>();
}

TEST(AnyWorld, gives_a_job_to_each_of_the_employed_and_to_nobody_else) {
    hold_in_any_world<JobsBelongToTheEmployed>();
}

TEST(AnyWorld, keeps_personal_barriers_to_people_and_shared_ones_to_households) {
    hold_in_any_world<BarriersAreWhoseTheyAre>();
}

TEST(AnyWorld, hires_no_more_than_there_are_vacancies) {
    hold_in_any_world<HiresFitVacancies>();
}

TEST(AnyWorld, lets_spells_grow_by_a_month_or_start_again) {
    hold_in_any_world<SpellsGrowOrReset>();
}

TEST(AnyWorld, keeps_every_dwelling_in_its_neighbourhood) {
    hold_in_any_world<DwellingsAreConserved>();
}

TEST(AnyWorld, gives_no_advocate_more_cases_than_places) {
    hold_in_any_world<CasesFitTheirAdvocates>();
}

TEST(AnyWorld, lets_an_open_case_lead_each_supported_household) {
    hold_in_any_world<HouseholdsAreLedByAnOpenCase>();
}

TEST(AnyWorld, spends_money_once_and_within_the_budget) {
    hold_in_any_world<MoneyIsSpentOnceAndWithinBudget>();
}

}  // namespace
}  // namespace foothold
