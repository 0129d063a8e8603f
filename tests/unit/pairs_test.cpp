#include "sim/measures/pairs.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace foothold {
namespace {

constexpr std::size_t times = 14;  // a year and a month

/// The same small place twice: a couple whose first member is supported in the arm from month 0 on,
/// a neighbour of theirs, and somebody elsewhere. Nobody works.
struct TwoLives {
    Scenario scenario = plain_scenario();
    SmallWorld arm{with_programme(scenario)};
    SmallWorld reference{scenario};
    PersonId client{0};
    PersonId partner{1};
    PersonId neighbour{2};
    PersonId stranger{3};
    OpeningGroups groups{populated()};
    PairBook book{scenario, groups, scenario.parameters, scenario.parameters, times};
    Month month = -1;

    static Scenario& with_programme(Scenario& scenario) {
        scenario.programmes.items.push_back(plain_programme());
        return scenario;
    }

    const World& populated() {
        const Resident out{Activity::searching, 40, 36, illness};
        for (SmallWorld* each : {&arm, &reference}) {
            each->add(0, {out, out}, debt);
            each->add_singles(1, out, 0);
            each->add_singles(1, {Activity::inactive, 30, 6}, 1);
        }
        arm.start(0);
        return reference.world;
    }

    void close() {
        book.close(arm.world, reference.world, Draws{1, 0, month}, month);
        ++month;
    }

    void support_client() {
        arm.support(client, 0);
        arm.world.households.helped[arm.world.people.household[client]] = 1;
    }

    static void put_in_work(SmallWorld& where, PersonId p) {
        where.world.people.activity[p] = Activity::employed;
        where.world.people.since[p] = 0;
    }

    /// Closes every month that is left, and tells the account of all of them.
    PairAccounts rest() {
        while (static_cast<std::size_t>(month) + 1 < times) {
            close();
        }
        return std::move(book).take();
    }
};

/// Of everybody, in the first year.
Ledger everybody(const PairAccounts& accounts, const std::string& dimension) {
    const std::vector<LedgerGroup> groups = ledger_groups({"A", "B"});
    Ledger sum;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].dimension == dimension) {
            sum += accounts.by_group.at(0).at(g);
        }
    }
    return sum;
}

Ledger of_group(const PairAccounts& accounts, const std::string& name) {
    const std::vector<LedgerGroup> groups = ledger_groups({"A", "B"});
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].name == name) {
            return accounts.by_group.at(0).at(g);
        }
    }
    ADD_FAILURE() << "no group " << name;
    return {};
}

std::int64_t course(const PairAccounts& accounts, const std::string& name, std::size_t time) {
    const std::vector<MeasureInfo> measures = pair_measures();
    const auto found = std::find_if(
        measures.begin(), measures.end(), [&](const auto& each) { return each.name == name; });
    return accounts.courses.at(static_cast<std::size_t>(found - measures.begin())).at(time);
}

TEST(Pairs, of_equal_lives_hold_nothing_but_what_participants_have_in_both) {
    TwoLives two;
    two.close();
    two.support_client();
    TwoLives::put_in_work(two.arm, two.client);
    TwoLives::put_in_work(two.reference, two.client);
    TwoLives::put_in_work(two.arm, two.stranger);
    TwoLives::put_in_work(two.reference, two.stranger);
    const PairAccounts accounts = two.rest();
    Ledger expected;
    expected[LedgerLine::gross] = 12;
    expected[LedgerLine::deadweight] = 12;
    EXPECT_EQ(everybody(accounts, "household_type"), expected);
    EXPECT_EQ(course(accounts, "differ_supported", 13), 0);
    EXPECT_EQ(course(accounts, "differ_others", 13), 0);
}

TEST(Pairs, tell_participants_from_their_household_their_neighbours_and_others) {
    TwoLives two;
    two.close();
    two.support_client();
    TwoLives::put_in_work(two.arm, two.client);
    TwoLives::put_in_work(two.reference, two.partner);
    TwoLives::put_in_work(two.arm, two.neighbour);
    TwoLives::put_in_work(two.reference, two.stranger);
    const PairAccounts accounts = two.rest();
    Ledger expected;
    expected[LedgerLine::gross] = 12;
    expected[LedgerLine::household_lost] = 12;
    expected[LedgerLine::neighbours_won] = 12;
    expected[LedgerLine::elsewhere_lost] = 12;
    for (const char* dimension : {"household_type", "barriers", "out_of_work", "neighbourhood"}) {
        EXPECT_EQ(everybody(accounts, dimension), expected) << dimension;
    }
    EXPECT_EQ(expected.net(), 0);
    EXPECT_EQ(course(accounts, "gross", 0), 0);
    EXPECT_EQ(course(accounts, "gross", 13), 1);
    EXPECT_EQ(course(accounts, "differ_supported", 13), 1);
    EXPECT_EQ(course(accounts, "differ_household", 13), 1);
    EXPECT_EQ(course(accounts, "differ_others", 13), 2);
}

TEST(Pairs, know_the_groups_of_the_opening) {
    TwoLives two;
    two.close();
    two.support_client();
    TwoLives::put_in_work(two.arm, two.client);
    TwoLives::put_in_work(two.reference, two.stranger);
    const PairAccounts accounts = two.rest();
    EXPECT_EQ(of_group(accounts, "2").additional(), 12);  // illness and the household's debt
    EXPECT_EQ(of_group(accounts, "0").displaced(), 12);
    EXPECT_EQ(of_group(accounts, "over_2_years").net(), 12);
    EXPECT_EQ(of_group(accounts, "under_1_year").net(), -12);
    EXPECT_EQ(of_group(accounts, "A").net(), 12);
    EXPECT_EQ(of_group(accounts, "B").net(), -12);
    EXPECT_EQ(of_group(accounts, "came_later"), Ledger{});
}

TEST(Pairs, keep_apart_who_lives_here_in_one_world_only) {
    TwoLives two;
    two.close();
    two.support_client();
    const HouseholdId h = two.arm.world.people.household[two.neighbour];
    two.arm.world.households.arrived[h] = 0;
    two.arm.world.people.life[two.neighbour] = 1;
    TwoLives::put_in_work(two.arm, two.neighbour);
    TwoLives::put_in_work(two.reference, two.neighbour);
    const PairAccounts accounts = two.rest();
    Ledger expected;
    expected[LedgerLine::moved_won] = 12;
    expected[LedgerLine::moved_lost] = 12;
    EXPECT_EQ(everybody(accounts, "household_type"), expected);
    EXPECT_EQ(course(accounts, "differ_moved", 13), 1);
    EXPECT_EQ(course(accounts, "differ_others", 13), 0);
}

TEST(Pairs, know_people_by_the_home_they_had_before_the_policy) {
    TwoLives two;
    two.close();
    two.support_client();
    // In the arm the stranger finds work and moves next door to the client; the neighbour loses
    // work and moves away.
    for (const auto& [p, place] :
         {std::pair{two.stranger, std::uint16_t{0}}, std::pair{two.neighbour, std::uint16_t{1}}}) {
        two.arm.world.households.neighbourhood[two.arm.world.people.household[p]] = {place};
    }
    TwoLives::put_in_work(two.arm, two.stranger);
    TwoLives::put_in_work(two.reference, two.neighbour);
    const PairAccounts accounts = two.rest();
    EXPECT_EQ(of_group(accounts, "A")[LedgerLine::neighbours_lost], 12);
    EXPECT_EQ(of_group(accounts, "B")[LedgerLine::elsewhere_won], 12);
    EXPECT_EQ(of_group(accounts, "A").net(), -12);
    EXPECT_EQ(everybody(accounts, "neighbourhood").moved(), 0);
}

TEST(Pairs, know_newcomers_by_where_they_came_to) {
    TwoLives two;
    two.close();
    two.support_client();
    for (SmallWorld* each : {&two.arm, &two.reference}) {
        const HouseholdId h = each->world.people.household[two.stranger];
        each->world.households.arrived[h] = 0;
        each->world.households.arrived_in[h] = {0};
    }
    TwoLives::put_in_work(two.arm, two.stranger);
    const PairAccounts accounts = two.rest();
    EXPECT_EQ(of_group(accounts, "A")[LedgerLine::neighbours_won], 12);
    EXPECT_EQ(of_group(accounts, "came_later").net(), 12);
}

// The dwelling of a row lies elsewhere where its household has moved in one world only; who comes
// to another place are other people.
TEST(Pairs, take_newcomers_to_two_places_for_two_households) {
    TwoLives two;
    two.close();
    two.support_client();
    const HouseholdId h = two.arm.world.people.household[two.neighbour];
    for (SmallWorld* each : {&two.arm, &two.reference}) {
        each->world.households.arrived[h] = 0;
        each->world.people.life[two.neighbour] = 1;
    }
    two.arm.world.households.arrived_in[h] = {1};
    TwoLives::put_in_work(two.arm, two.neighbour);
    const PairAccounts accounts = two.rest();
    Ledger expected;
    expected[LedgerLine::moved_won] = 12;
    EXPECT_EQ(everybody(accounts, "household_type"), expected);
}

TEST(Pairs, count_the_money_of_supported_households_only) {
    TwoLives two;
    two.close();
    two.support_client();
    for (std::uint32_t h = 0; h < 3; ++h) {
        two.arm.world.households.net_income[{h}] += 1000;
        two.reference.world.households.benefits[{h}] += 100;
    }
    const PairAccounts accounts = two.rest();
    EXPECT_EQ(course(accounts, "incomes_supported", 13), 1000);
    EXPECT_EQ(course(accounts, "benefits_supported", 13), -100);
    EXPECT_EQ(course(accounts, "taxes_supported", 13), 0);
}

TEST(Pairs, count_nobody_as_supported_before_support_began) {
    TwoLives two;
    two.close();
    TwoLives::put_in_work(two.arm, two.client);
    two.close();
    two.support_client();
    const PairAccounts accounts = two.rest();
    EXPECT_EQ(course(accounts, "gross", 1), 0);
    EXPECT_EQ(course(accounts, "elsewhere_won", 1), 1);
    EXPECT_EQ(course(accounts, "gross", 2), 1);
}

TEST(Followed, are_the_participants_and_two_eligible_people_for_each) {
    TwoLives two;
    two.arm.world.people.activity[two.stranger] = Activity::employed;  // not eligible
    two.close();
    two.support_client();
    two.close();
    TwoLives::put_in_work(two.reference, two.client);
    const PairAccounts accounts = two.rest();
    ASSERT_EQ(accounts.followed.size(), 3U);
    const Followed& client = accounts.followed[0];
    EXPECT_EQ(client.person, two.client);
    EXPECT_EQ(client.supported, 1);
    EXPECT_EQ(client.from, 0);
    EXPECT_EQ(client.barriers, 2);
    EXPECT_EQ(client.months_out, 35);
    EXPECT_EQ(client.in_work, std::vector<std::int8_t>(13, 0));
    std::vector<std::int8_t> without(13, 1);
    without.front() = 0;
    EXPECT_EQ(client.in_work_without, without);
    EXPECT_EQ(accounts.followed[1].person, two.partner);
    EXPECT_EQ(accounts.followed[2].person, two.neighbour);
    EXPECT_EQ(accounts.followed[2].supported, 0);
}

TEST(Followed, are_described_as_they_were_when_the_month_began) {
    TwoLives two;
    two.close();
    two.support_client();
    TwoLives::put_in_work(two.arm, two.client);
    for (SmallWorld* each : {&two.arm, &two.reference}) {
        TwoLives::put_in_work(*each, two.neighbour);  // of the compared somebody finds work, too
    }
    two.arm.world.people.activity[two.stranger] = Activity::employed;
    const PairAccounts accounts = two.rest();
    EXPECT_EQ(accounts.followed[0].activity, Activity::searching);
    EXPECT_EQ(accounts.followed[0].months_out, 35);  // at the close of the month before
    EXPECT_EQ(accounts.followed[0].in_work.front(), 1);
    for (const Followed& each : accounts.followed) {
        EXPECT_NE(each.activity, Activity::employed);
    }
}

TEST(Followed, are_gone_when_somebody_else_lives_in_their_place) {
    TwoLives two;
    two.close();
    two.support_client();
    two.close();
    two.arm.world.people.life[two.client] = 1;
    const PairAccounts accounts = two.rest();
    EXPECT_EQ(accounts.followed[0].in_work[0], 0);
    EXPECT_EQ(accounts.followed[0].in_work[1], -1);
    EXPECT_EQ(accounts.followed[0].in_work_without[1], 0);
}

TEST(Followed, say_when_the_compared_were_supported_later_and_follow_them_from_there_too) {
    TwoLives two;
    two.close();
    two.support_client();
    two.close();
    two.arm.support(two.partner, 1);
    const PairAccounts accounts = two.rest();
    EXPECT_EQ(accounts.followed[1].person, two.partner);
    EXPECT_EQ(accounts.followed[1].supported_from, 1);
    const auto again = std::count_if(
        accounts.followed.begin(), accounts.followed.end(), [&](const Followed& each) {
            return each.person == two.partner && each.supported == 1 && each.from == 1;
        });
    EXPECT_EQ(again, 1);
}

}  // namespace
}  // namespace foothold
