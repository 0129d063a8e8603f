#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace foothold {
namespace {

constexpr Resident inactive{.activity = Activity::inactive};

Scenario helped() {
    Scenario it = plain_scenario();
    it.programmes.items = {plain_programme()};
    return it;
}

/// A world with a running programme, its rules and its state.
struct Running {
    Scenario scenario;
    MonthRules rules{scenario};
    SmallWorld small{scenario};

    explicit Running(Scenario from) : scenario{std::move(from)} { small.start(0); }

    World& world() { return small.world; }

    ProgrammeState& state() { return small.world.support.programmes[0]; }

    const Case& first_case() const { return small.world.support.cases[0]; }

    void live(Month from, Month to) {
        for (Month month = from; month <= to; ++month) {
            advocacy(small.world, rules.in(month));
        }
    }
};

std::ptrdiff_t in_post(const ProgrammeState& state) {
    return std::count_if(state.advocates.begin(), state.advocates.end(), [](const Advocate& a) {
        return a.left == never;
    });
}

void line_up(Running& it, std::size_t people) {
    for (std::size_t i = 0; i < people; ++i) {
        const PersonId p = it.small.add_singles(1, inactive);
        it.state().waiting.push_back({static_cast<double>(i), p, 0, 0});
    }
}

TEST(Staffing, fills_posts_after_the_time_it_takes_to_recruit) {
    Scenario scenario = helped();
    scenario.programmes.items[0].staffing.recruitment_lag = 3.0;
    scenario.programmes.items[0].staffing.senior_advocates = 1;
    scenario.programmes.items[0].staffing.senior_caseload = 1;
    scenario.programmes.items[0].funding = {{2018, 6}, 12, 1000.0, 0};  // months 2 to 13
    Running it{scenario};
    it.live(0, 4);
    EXPECT_EQ(in_post(it.state()), 0);
    it.live(5, 5);
    ASSERT_EQ(in_post(it.state()), 2);
    EXPECT_EQ(it.state().advocates[0].senior, 1) << "senior posts are filled first";
    EXPECT_EQ(it.state().advocates[1].senior, 0);
    EXPECT_EQ(it.state().advocates[0].joined, 5);
    it.live(6, 12);
    EXPECT_EQ(it.state().advocates.size(), 2U);
}

TEST(Staffing, replaces_who_leaves_while_there_is_money_for_it) {
    Scenario scenario = helped();  // 12 months from month 0
    scenario.programmes.items[0].staffing.attrition = 1.0;
    scenario.programmes.items[0].staffing.recruitment_lag = 2.0;
    Running it{scenario};
    it.live(0, 11);
    // In post from month 2; leaves in 3, successor from 5; leaves in 6, successor from 8; leaves
    // in 9 with 2 months left, which is not more than twice the time to recruit.
    std::vector<Month> joined;
    for (const Advocate& each : it.state().advocates) {
        joined.push_back(each.joined);
        EXPECT_EQ(each.left, each.joined + 1);
    }
    EXPECT_EQ(joined, (std::vector<Month>{2, 5, 8}));
}

TEST(Staffing, loses_people_faster_under_notice) {
    Scenario scenario = helped();
    scenario.programmes.items[0].staffing.advocates = 500;
    scenario.programmes.items[0].staffing.attrition = 0.1;
    scenario.programmes.items[0].staffing.notice_months = 3.0;
    scenario.programmes.items[0].staffing.notice_attrition = 4.0;
    Running it{scenario};
    const auto left_in = [&](Month month) {
        it.live(month, month);
        const auto& all = it.state().advocates;
        return static_cast<double>(std::count_if(
            all.begin(), all.end(), [&](const Advocate& a) { return a.left == month; }));
    };
    EXPECT_EQ(left_in(0), 0.0) << "nobody leaves on the first day";
    EXPECT_NEAR(left_in(1), 50.0, 4 * 6.7) << "one in ten";
    EXPECT_EQ(in_post(it.state()), 500) << "replaced at once where recruiting takes no time";
    EXPECT_NEAR(left_in(9), 200.0, 4 * 11.0) << "two months left: four in ten";
}

TEST(Caseload, never_exceeds_what_an_advocate_may_carry) {
    Scenario scenario = helped();
    scenario.programmes.items[0].staffing.advocates = 3;
    scenario.programmes.items[0].staffing.senior_advocates = 1;
    scenario.programmes.items[0].staffing.senior_caseload = 1;
    scenario.programmes.items[0].staffing.attrition = 0.2;
    scenario.parameters.casework.drop_out = 0.3;
    Running it{scenario};
    line_up(it, 60);
    for (Month month = 0; month < 12; ++month) {
        it.live(month, month);
        std::vector<int> cases(it.state().advocates.size(), 0);
        for (const Case& each : it.world().support.cases) {
            if (each.closing == Closing::open && each.advocate) {
                ++cases[each.advocate.row];
            }
        }
        for (std::size_t a = 0; a < cases.size(); ++a) {
            const Advocate& advocate = it.state().advocates[a];
            EXPECT_EQ(advocate.cases, cases[a]) << "month " << month;
            EXPECT_LE(cases[a], advocate.left != never ? 0 : advocate.senior ? 1 : 2);
        }
    }
    EXPECT_GT(it.world().support.cases.size(), 7U) << "places were taken again";
}

TEST(WaitingList, is_served_in_its_order_until_nobody_has_room) {
    Scenario scenario = helped();
    scenario.programmes.items[0].staffing.advocates = 2;
    Running it{scenario};
    line_up(it, 10);
    it.live(0, 0);
    ASSERT_EQ(it.world().support.cases.size(), 4U);
    for (std::uint32_t i = 0; i < 4; ++i) {
        EXPECT_EQ(it.world().support.cases[i].person, PersonId{i});
        EXPECT_EQ(it.world().support.cases[i].opened, 0);
        EXPECT_EQ(it.world().support.cases[i].advocate.row, i % 2) << "whoever has most room";
        EXPECT_EQ(it.world().people.open_case[PersonId{i}], CaseId{i});
    }
    ASSERT_EQ(it.state().waiting.size(), 6U);
    EXPECT_EQ(it.state().waiting.front().person, PersonId{4});
    EXPECT_EQ(it.state().households, 4);
}

TEST(WaitingList, brings_members_of_a_household_to_its_own_advocate) {
    Scenario scenario = helped();
    scenario.programmes.items[0].staffing.advocates = 2;
    Running it{scenario};
    const HouseholdId h = it.small.add(0, {inactive, inactive, inactive});
    for (std::uint32_t row = 0; row < 3; ++row) {
        it.state().waiting.push_back({1.0 * row, {row}, 0, 0});
    }
    it.live(0, 0);
    const auto& cases = it.world().support.cases;
    ASSERT_EQ(cases.size(), 3U);
    EXPECT_EQ(cases[0].advocate, cases[1].advocate);
    EXPECT_NE(cases[0].advocate, cases[2].advocate) << "two places only";
    EXPECT_EQ(cases[0].further_member, 0);
    EXPECT_EQ(cases[1].further_member, 1);
    EXPECT_EQ(it.world().households.first_case[h], CaseId{0});
    EXPECT_EQ(it.state().households, 1);
}

TEST(WaitingList, is_not_served_after_intake_stops) {
    Scenario scenario = helped();
    scenario.programmes.items[0].funding.intake_stops_before_end = 3;  // of months 0 to 11
    Running it{scenario};
    it.live(0, 8);
    line_up(it, 1);
    it.live(9, 11);
    EXPECT_TRUE(it.world().support.cases.empty());
}

/// Somebody with all three barriers after two years of help that never fails.
std::pair<BarrierSet, BarrierSet> left_after_help(Targeting targeting) {
    Scenario scenario = helped();
    scenario.programmes.items[0].targeting = targeting;
    scenario.programmes.items[0].funding.months = 24;
    scenario.programmes.items[0].offer.limit = 24;
    for (Barrier& barrier : scenario.parameters.barriers.items) {
        barrier.help = 100.0;
    }
    Running it{scenario};
    const HouseholdId h = it.small.add(0, {{.activity = Activity::inactive, .barriers = 3}}, debt);
    it.small.support({0}, 0);
    it.live(1, 20);
    return {it.world().people.barriers[{0}], it.world().households.barriers[h]};
}

TEST(Casework, lifts_the_households_barriers_only_where_it_targets_households) {
    EXPECT_EQ(left_after_help(Targeting::household), (std::pair<BarrierSet, BarrierSet>{0, 0}));
    EXPECT_EQ(left_after_help(Targeting::individual), (std::pair<BarrierSet, BarrierSet>{0, debt}));
}

TEST(Casework, takes_up_one_barrier_a_month_crises_first) {
    Scenario scenario = helped();
    auto& barriers = scenario.parameters.barriers.items;
    barriers[0].stage = 2;
    barriers[1].stage = 3;
    barriers[2].stage = 1;
    for (Barrier& barrier : barriers) {
        barrier.help = 100.0;
    }
    Running it{scenario};
    const HouseholdId h = it.small.add(0, {{.activity = Activity::inactive, .barriers = 3}}, debt);
    const PersonId p{0};
    it.small.support(p, 0);
    it.live(1, 1);
    EXPECT_EQ(it.world().barriers(p), illness | strain) << "debt first";
    EXPECT_EQ(it.world().households.recovered[h][2], 1);
    it.live(2, 2);
    EXPECT_EQ(it.world().barriers(p), strain);
    EXPECT_EQ(it.world().people.recovered[p][0], 2);
    it.live(3, 3);
    EXPECT_EQ(it.world().barriers(p), 0);
    EXPECT_EQ(it.first_case().resolved, 3);
}

TEST(Casework, builds_alliance_and_confidence_with_the_hours_shared_out) {
    Scenario scenario = helped();  // 10 contact hours a month
    scenario.parameters.casework.alliance_growth = 0.4;
    scenario.parameters.casework.confidence_growth = 0.2;
    Running alone{scenario};
    alone.small.add_singles(2, inactive);
    alone.small.support({0}, 0, 0.5F);
    alone.live(1, 1);
    EXPECT_FLOAT_EQ(alone.first_case().alliance, 0.5F + 0.5F * 0.4F);
    EXPECT_FLOAT_EQ(alone.world().people.confidence[{0}], 0.5F + 0.5F * 0.2F);
    Running shared{scenario};
    shared.small.add_singles(2, inactive);
    shared.small.support({0}, 0, 0.5F);
    shared.small.support({1}, 0, 0.5F);
    shared.live(1, 1);
    EXPECT_FLOAT_EQ(shared.first_case().alliance, 0.5F + 0.5F * 0.2F) << "five hours each";
}

TEST(Caseload, builds_up_at_the_pace_at_which_one_can_get_to_know_people) {
    Scenario scenario = helped();
    scenario.programmes.items[0].staffing.advocates = 2;
    scenario.programmes.items[0].staffing.caseload = 10;
    scenario.programmes.items[0].staffing.new_cases = 4;
    Running it{scenario};
    line_up(it, 60);
    std::vector<int> caseload;
    for (Month month = 0; month < 4; ++month) {
        it.live(month, month);
        caseload.push_back(it.state().advocates[0].cases);
        EXPECT_EQ(it.state().advocates[1].cases, caseload.back());
    }
    EXPECT_EQ(caseload, (std::vector<int>{4, 8, 10, 10}));
}

TEST(Casework, gives_more_of_the_advocates_hours_to_those_with_more_barriers) {
    Scenario scenario = helped();  // 10 contact hours a month
    scenario.parameters.casework.alliance_growth = 0.1;
    scenario.parameters.casework.hours_by_need = 0.5;
    Running it{scenario};
    it.small.add(0, {inactive});
    it.small.add(0, {{.activity = Activity::inactive, .barriers = illness | strain}}, debt);
    it.small.support({0}, 0, 0.0F);
    it.small.support({1}, 0, 0.0F);
    it.live(1, 1);
    // Weights 1 and 1 + 3 * 0.5; alliance grows by 0.1 per 10 hours, so it shows the hours.
    const double light = it.world().support.cases[0].alliance * 100.0;
    const double heavy = it.world().support.cases[1].alliance * 100.0;
    EXPECT_NEAR(light, 10.0 / 3.5, 1e-5);
    EXPECT_NEAR(heavy, 10.0 * 2.5 / 3.5, 1e-5);
    EXPECT_NEAR(light + heavy, 10.0, 1e-5) << "the advocate's hours, all of them";
}

TEST(Casework, keeps_part_of_the_alliance_when_the_advocate_changes) {
    Scenario scenario = helped();
    scenario.programmes.items[0].staffing.advocates = 0;
    scenario.parameters.casework.alliance_kept = 0.3;
    Running it{scenario};
    it.small.add_singles(1, inactive);
    it.small.support({0}, 0, 0.8F);
    it.state().advocates[0].left = 0;
    it.state().advocates[0].cases = 0;
    it.world().support.cases[0].advocate = {};
    it.live(1, 2);
    EXPECT_FLOAT_EQ(it.first_case().alliance, 0.8F) << "nobody to take over";
    it.state().advocates.push_back({3, never, 0, 0});
    it.live(3, 3);
    EXPECT_EQ(it.first_case().advocate.row, 1U);
    EXPECT_EQ(it.state().advocates[1].cases, 1);
    EXPECT_FLOAT_EQ(it.first_case().alliance, 0.8F * 0.3F);
}

TEST(Casework, goes_worse_for_the_same_client_after_a_change_of_advocate) {
    const auto lived = [](bool change) {
        Scenario scenario = helped();
        scenario.programmes.items[0].offer.limit = 24;
        scenario.programmes.items[0].staffing.caseload = 400;
        scenario.programmes.items[0].staffing.contact_hours = 4000.0;
        CaseworkParameters& rules = scenario.parameters.casework;
        rules.alliance_growth = 0.3;
        rules.alliance_kept = 0.3;
        rules.alliance_floor = 0.0;
        rules.trust_loss_advocate = 0.1;
        rules.drop_out = 0.1;
        rules.drop_out_alliance = 2.0;
        scenario.parameters.barriers.items[0].help = 0.01;
        Running it{scenario};
        it.small.add_singles(400, {.activity = Activity::inactive, .barriers = illness});
        it.world().neighbourhoods.workless[{0}] = 400;
        for (std::uint32_t row = 0; row < 400; ++row) {
            it.small.support({row}, 0, 0.8F);
        }
        it.state().advocates.push_back({-120, never, 0, 0});  // has room for all
        if (change) {
            it.scenario.programmes.items[0].staffing.attrition = 1.0;
            it.live(1, 1);
            it.scenario.programmes.items[0].staffing.attrition = 0.0;
        } else {
            it.live(1, 1);
        }
        it.live(2, 5);
        return it;
    };
    const auto dropped = [](const Running& it) {
        const auto& all = it.small.world.support.cases;
        return std::count_if(all.begin(), all.end(), [](const Case& each) {
            return each.closing == Closing::dropped_out;
        });
    };
    const auto resolved = [](const Running& it) {
        int sum = 0;
        for (const Case& each : it.small.world.support.cases) {
            sum += each.resolved;
        }
        return sum;
    };
    const Running kept = lived(false);
    const Running changed = lived(true);
    EXPECT_FLOAT_EQ(kept.small.world.people.trust[{0}], 0.5F);
    EXPECT_FLOAT_EQ(changed.small.world.people.trust[{0}], 0.45F);
    EXPECT_LT(changed.small.world.support.cases[0].alliance,
              kept.small.world.support.cases[0].alliance);
    EXPECT_GT(dropped(changed), dropped(kept));
    EXPECT_LT(resolved(changed), resolved(kept));
    EXPECT_GT(resolved(changed), 0);
}

TEST(Casework, spends_the_personal_budget_once_and_never_more_than_the_money) {
    Scenario scenario = helped();
    scenario.programmes.items[0].offer.personal_budget = 600.0;
    scenario.programmes.items[0].offer.budget_spent_after = 2.0;
    scenario.programmes.items[0].funding.per_month = 250.0;
    Running it{scenario};
    it.small.add_singles(2, inactive);
    it.small.support({0}, 0);
    it.small.support({1}, 0);
    it.live(1, 1);
    EXPECT_EQ(it.first_case().budget_spent, never) << "too early";
    it.live(2, 2);
    EXPECT_EQ(it.first_case().budget_spent, 2) << "750 pounds came in so far";
    EXPECT_EQ(it.world().support.cases[1].budget_spent, never) << "150 are left";
    EXPECT_EQ(it.state().spend.personal_budgets, 60'000);
    it.live(3, 4);
    EXPECT_EQ(it.world().support.cases[1].budget_spent, 4) << "1,250 by then";
    EXPECT_EQ(it.state().spend.personal_budgets, 120'000);
}

TEST(Casework, buys_more_help_with_a_larger_budget_only_if_told_to) {
    const auto lifted = [](double budget, double returns) {
        Scenario scenario = helped();
        scenario.programmes.items[0].offer.personal_budget = budget;
        scenario.programmes.items[0].offer.budget_spent_after = 0.0;
        scenario.programmes.items[0].funding.per_month = 1e7;
        scenario.programmes.items[0].staffing.caseload = 400;
        scenario.programmes.items[0].staffing.contact_hours = 2000.0;
        scenario.parameters.barriers.items[0].material = true;
        scenario.parameters.barriers.items[0].help = 0.01;
        scenario.parameters.casework.budget_help = 2.0;
        scenario.parameters.casework.budget_typical = 600.0;
        scenario.parameters.casework.budget_returns = returns;
        Running it{scenario};
        it.small.add_singles(400, {.activity = Activity::inactive, .barriers = illness});
        for (std::uint32_t row = 0; row < 400; ++row) {
            it.small.support({row}, 0, 0.8F);
        }
        it.live(1, 6);
        const auto& all = it.world().support.cases;
        return std::count_if(
            all.begin(), all.end(), [](const Case& each) { return each.resolved > 0; });
    };
    EXPECT_EQ(lifted(600.0, 0.0), lifted(2400.0, 0.0)) << "size does not matter";
    EXPECT_EQ(lifted(600.0, 1.0), lifted(600.0, 0.0)) << "a typical budget gives the typical help";
    EXPECT_GT(lifted(2400.0, 1.0), lifted(600.0, 1.0));
    EXPECT_LT(lifted(150.0, 1.0), lifted(600.0, 1.0));
}

}  // namespace
}  // namespace foothold
