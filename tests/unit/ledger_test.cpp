#include "sim/appraisal/ledger.hpp"
#include "sim/appraisal/ledger_check.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

/// Lines in their order: gross, deadweight, household won and lost, neighbours won and lost,
/// elsewhere won and lost, moved won and lost.
Ledger ledger(std::array<std::int64_t, 10> lines) {
    return {lines};
}

/// Two neighbourhoods and two kinds of household in 18 months, one arm, replicates 4, 5 and 9.
/// Each replicate counts `r` times the same, so that shares are known by eye.
struct SmallAccount {
    StudyHeader header;
    Ledgers ledgers;
    Courses region;

    SmallAccount() {
        header.times = 19;
        header.arms = {"none", "help"};
        header.reference = 0;
        header.neighbourhoods = {"N0", "N1"};
        ledgers.groups = {{"household_type", "single"},
                          {"household_type", "couple"},
                          {"neighbourhood", "N1"},
                          {"neighbourhood", "N0"}};
        ledgers.arms = {"help"};
        ledgers.replicates = {4, 5, 9};
        ledgers.years = 2;
        region.measures = {{"employed", "person", "people in work"}};
        region.arms = header.arms;
        region.replicates = ledgers.replicates;
        region.times = header.times;
        count_in_ledgers();
        count_in_measures();
    }

    /// In year 1, and twice that in the half of year 2. Net: single 2, couple 1; N1 3, N0 0.
    void count_in_ledgers() {
        const std::array<Ledger, 4> groups{ledger({10, 6, 0, 1, 0, 1, 0, 0, 1, 1}),
                                           ledger({5, 4, 1, 0, 0, 1, 0, 0, 0, 0}),
                                           ledger({9, 5, 1, 1, 0, 1, 0, 0, 0, 0}),
                                           ledger({6, 5, 0, 0, 0, 1, 0, 0, 1, 1})};
        for (std::size_t r = 1; r <= 3; ++r) {
            for (const std::size_t so_far : {1U, 3U}) {
                for (const Ledger& group : groups) {
                    Ledger& sum = ledgers.values.emplace_back();
                    for (std::size_t times = 0; times < r * so_far; ++times) {
                        sum += group;
                    }
                }
            }
        }
    }

    /// 7 in work in the reference, all in N0. The arm has 3 r more in month 1, and 6 r in month 13.
    void count_in_measures() {
        std::vector<std::int64_t> arm;
        for (std::int64_t r = 1; r <= 3; ++r) {
            for (std::int64_t time = 0; time < 19; ++time) {
                arm.push_back(7 + (time == 1 ? 3 * r : time == 13 ? 6 * r : 0));
            }
        }
        std::vector<std::int64_t> values(3 * 19, 7);
        values.insert(values.end(), arm.begin(), arm.end());
        region.values = {values};
    }

    std::vector<std::string> faults() const { return ledger_faults(header, ledgers, region); }
};

TEST(Ledger, goes_from_gross_to_net_by_the_lines_of_an_appraisal) {
    const Ledger it = ledger({100, 70, 4, 5, 2, 9, 1, 6, 8, 3});
    EXPECT_EQ(it.additional(), 30);
    EXPECT_EQ(account_line("displaced").of(it), 5 + 9 + 6);
    EXPECT_EQ(account_line("spill_over").of(it), 4 + 2 + 1);
    EXPECT_EQ(account_line("moved").of(it), 5);
    EXPECT_EQ(account_line("net").of(it), 30 - 20 + 7 + 5);
}

TEST(Ledger, adds_the_groups_of_one_dimension_up_to_everybody) {
    const SmallAccount small;
    const Account first = account_of(small.ledgers, 0, 1);
    EXPECT_EQ(first.exact(account_line("gross")), (std::vector<std::int64_t>{15, 30, 45}));
    const Account all = account_of(small.ledgers, 0, 2);
    EXPECT_EQ(all.exact(account_line("net")), (std::vector<std::int64_t>{9, 18, 27}));
    EXPECT_EQ(all.estimated(account_line("net")).mean, 18.0);
    ASSERT_TRUE(all.estimated(account_line("net")).interval);
}

TEST(Ledger, keeps_the_groups_of_a_dimension_in_the_order_of_the_file) {
    const SmallAccount small;
    EXPECT_EQ(dimensions_of(small.ledgers),
              (std::vector<std::string>{"household_type", "neighbourhood"}));
    const std::vector<Account> places = accounts_by(small.ledgers, 0, 2, "neighbourhood");
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].name, "N1");
    EXPECT_EQ(places[0].exact(account_line("gross")), (std::vector<std::int64_t>{27, 54, 81}));
    EXPECT_EQ(places[1].exact(account_line("net")), (std::vector<std::int64_t>{0, 0, 0}));
    EXPECT_EQ(largest_gross_first({places[1], places[0]}), (std::vector<std::size_t>{1, 0}));
}

TEST(Ledger, shares_are_of_sums_and_exact_where_every_replicate_agrees) {
    const SmallAccount small;
    const Account all = account_of(small.ledgers, 0, 2);
    ASSERT_TRUE(all.deadweight_share());
    EXPECT_DOUBLE_EQ(all.deadweight_share()->mean, 10.0 / 15.0);
    EXPECT_NEAR(all.deadweight_share()->interval->low, 10.0 / 15.0, 1e-12);
    EXPECT_NEAR(all.deadweight_share()->interval->high, 10.0 / 15.0, 1e-12);
}

TEST(Ledger, gives_no_share_of_a_gain_that_cannot_be_told_from_none) {
    const Account doubtful{"",
                           {ledger({50, 90, 0, 1, 0, 0, 0, 0, 0, 0}),
                            ledger({50, 50, 0, 1, 0, 0, 0, 0, 0, 0}),
                            ledger({90, 20, 0, 1, 0, 0, 0, 0, 0, 0})}};
    EXPECT_GT(doubtful.estimated(account_line("additional")).mean, 0.0);
    EXPECT_FALSE(doubtful.displaced_share());
    EXPECT_TRUE(doubtful.deadweight_share());
    EXPECT_FALSE(ratio({1}, {0}));
    const auto share = ratio({1, 2, 3}, {10, 11, 9});
    ASSERT_TRUE(share);
    EXPECT_DOUBLE_EQ(share->mean, 0.2);
    EXPECT_LT(share->interval->low, 0.2);
}

TEST(Ledger, finds_the_displaced_share_of_what_is_additional) {
    // Additional 20, 21, 22; displaced less spill-over 5 each.
    Account account{"",
                    {ledger({50, 30, 1, 2, 0, 4, 0, 0, 0, 0}),
                     ledger({50, 29, 1, 2, 0, 4, 0, 0, 0, 0}),
                     ledger({50, 28, 1, 2, 0, 4, 0, 0, 0, 0})}};
    ASSERT_TRUE(account.displaced_share());
    EXPECT_DOUBLE_EQ(account.displaced_share()->mean, 15.0 / 63.0);
}

TEST(Ledger, finds_the_share_of_those_who_are_here_in_one_world_only) {
    // Additional 20, 21, 22; moved 3 each.
    const Account account{"",
                          {ledger({50, 30, 0, 0, 0, 0, 0, 0, 40, 37}),
                           ledger({50, 29, 0, 0, 0, 0, 0, 0, 40, 37}),
                           ledger({50, 28, 0, 0, 0, 0, 0, 0, 40, 37})}};
    ASSERT_TRUE(account.moved_share());
    EXPECT_DOUBLE_EQ(account.moved_share()->mean, 9.0 / 63.0);
}

TEST(Ledger, says_of_churn_no_share_of_gross) {
    const Account all = account_of(SmallAccount{}.ledgers, 0, 2);
    for (const AccountLine& line : account_lines()) {
        const bool one_side = line.key == "displaced" || line.key == "spill_over"
                              || line.key.find("_won") != std::string_view::npos
                              || line.key.find("_lost") != std::string_view::npos;
        EXPECT_EQ(all.share_of_gross(line).has_value(), !one_side) << line.key;
    }
}

TEST(LedgerCheck, finds_nothing_where_everything_adds_up) {
    EXPECT_EQ(SmallAccount{}.faults(), std::vector<std::string>{});
}

TEST(LedgerCheck, names_the_line_on_which_two_dimensions_differ) {
    SmallAccount small;
    // Replicate 5, year 2, N0: one more counted as gross and as deadweight leaves net as it was.
    Ledger& wrong = small.ledgers.values[(1 * 2 + 1) * 4 + 3];
    wrong[LedgerLine::gross] += 1;
    wrong[LedgerLine::deadweight] += 1;
    const std::string where = "arm help, replicate 5, to the close of year 2: ";
    EXPECT_EQ(
        small.faults(),
        (std::vector<std::string>{
            where + "gross comes to 90 job-months by household_type, but to 91 by neighbourhood",
            where
                + "deadweight comes to 60 job-months by household_type, but to 61 by "
                  "neighbourhood"}));
}

TEST(LedgerCheck, adds_up_to_the_difference_in_employment_of_the_place) {
    SmallAccount small;
    small.region.values[0][(3 + 2) * 19 + 18] += 1;  // the arm, replicate 9, the last month
    EXPECT_EQ(small.faults(),
              (std::vector<std::string>{
                  "arm help, replicate 9, to the close of year 2: net is 27 job-months, but the "
                  "difference in employed adds up to 28"}));
}

TEST(LedgerCheck, counts_a_short_last_year_by_its_months) {
    const SmallAccount small;
    EXPECT_EQ(months_in(1, small.header), 12U);
    EXPECT_EQ(months_in(2, small.header), 18U);
}

}  // namespace
}  // namespace foothold
