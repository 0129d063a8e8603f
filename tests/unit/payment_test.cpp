#include "sim/phases/settlement.hpp"
#include "sim/policy/payment_rules.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace foothold {
namespace {

constexpr std::uint8_t secure_tier = 2;
constexpr Resident inactive{.activity = Activity::inactive};

/// Half the money upfront, and fees that tell milestones and bands apart; a claim is paid two
/// months later.
Payment terms() {
    Payment it;
    it.model = PaymentModel::by_results;
    it.upfront = 0.5;
    it.engagement_months = 2;
    it.lag = 2;
    it.cash_memory = 1.0;
    it.fees.over_2_years = {100.0, 200.0, 300.0, 400.0, 500.0};
    it.fees.from_1_to_2_years = {10.0, 20.0, 30.0, 40.0, 50.0};
    it.fees.under_1_year = {1.0, 2.0, 3.0, 4.0, 5.0};
    it.fees.in_work = {7.0, 70.0};
    return it;
}

Scenario paid_by_results() {
    Scenario it = plain_scenario();
    it.programmes.items = {plain_programme()};  // 10,000 a month for months 0 to 11
    it.programmes.items[0].payment = terms();
    it.parameters.search.applications = 0.2;
    it.parameters.search.inactive_intensity = 1.0;
    return it;
}

struct Running {
    Scenario scenario;
    MonthRules rules{scenario};
    SmallWorld small{scenario};

    explicit Running(Scenario from) : scenario{std::move(from)} { small.start(0); }

    ProgrammeState& state() { return small.world.support.programmes[0]; }

    Case& only_case() { return small.world.support.cases.at(0); }

    std::int64_t claims(Milestone milestone) {
        return state().income.claims[static_cast<std::size_t>(milestone)];
    }

    /// Pounds paid for claims so far.
    double for_claims(Month now) {
        const int funded = std::min(now + 1, 12);
        return static_cast<double>(state().income.paid) / 100.0 - 5'000.0 * funded;
    }

    void account(Month from, Month to) {
        for (Month month = from; month <= to; ++month) {
            accounting(small.world, rules.in(month));
        }
    }
};

void start_work(Running& it, PersonId p, Month month, std::uint8_t tier = 0) {
    it.small.world.people.activity[p] = Activity::employed;
    it.small.world.people.since[p] = month;
    it.small.world.people.job_tier[p] = tier;
}

TEST(Claims, are_made_once_for_each_milestone_and_paid_after_the_lag) {
    Running it{paid_by_results()};
    const PersonId p = it.small.add_singles(1, inactive);  // out of work for 24 months
    it.small.support(p, 0);
    it.account(0, 1);
    EXPECT_EQ(it.claims(Milestone::engagement), 0);
    it.account(2, 3);
    EXPECT_EQ(it.claims(Milestone::engagement), 1);
    EXPECT_EQ(it.for_claims(3), 0.0) << "not due yet";
    it.account(4, 4);
    EXPECT_EQ(it.for_claims(4), 100.0);
    start_work(it, p, 5);
    it.account(5, 7);
    EXPECT_EQ(it.for_claims(7), 300.0) << "and the job";
    it.account(8, 10);
    EXPECT_EQ(it.for_claims(10), 600.0) << "and three months in it";
    it.account(11, 23);
    EXPECT_EQ(it.for_claims(23), 1500.0) << "and the rest, after the money has ended";
    for (const Milestone each :
         {Milestone::job_start, Milestone::weeks_13, Milestone::weeks_26, Milestone::weeks_52}) {
        EXPECT_EQ(it.claims(each), 1);
    }
    EXPECT_EQ(it.claims(Milestone::progression), 0);
}

TEST(Claims, for_work_wait_for_engagement) {
    Running it{paid_by_results()};
    const PersonId p = it.small.add_singles(1, inactive);
    it.small.support(p, 0);
    start_work(it, p, 1);
    it.account(0, 1);
    EXPECT_EQ(it.claims(Milestone::job_start), 0);
    it.account(2, 2);
    EXPECT_EQ(it.claims(Milestone::job_start), 1);
}

TEST(Claims, of_somebody_who_left_before_engagement_are_none) {
    Running it{paid_by_results()};
    const PersonId p = it.small.add_singles(1, inactive);
    it.small.support(p, 0);
    start_work(it, p, 1);
    it.only_case().closing = Closing::dropped_out;
    it.only_case().closed = 2;
    it.account(0, 20);
    EXPECT_EQ(it.only_case().entered_work, 1);
    EXPECT_EQ(it.for_claims(20), 0.0);
}

TEST(Claims, of_people_in_work_are_for_a_better_tier) {
    Running it{paid_by_results()};
    const PersonId p = it.small.add_singles(1, {.activity = Activity::employed, .tier = 0});
    it.small.support(p, 0);
    it.account(0, 4);
    EXPECT_EQ(it.claims(Milestone::progression), 0);
    EXPECT_EQ(it.for_claims(4), 7.0);
    it.small.world.people.job_tier[p] = 1;
    it.account(5, 7);
    EXPECT_EQ(it.claims(Milestone::progression), 1);
    EXPECT_EQ(it.claims(Milestone::job_start), 0);
    EXPECT_EQ(it.for_claims(7), 77.0);
}

TEST(Bands, are_by_time_out_of_work_when_the_case_opened) {
    Running it{paid_by_results()};
    const auto band = [&](Activity activity, int months) {
        const PersonId p = it.small.add_singles(1, {.activity = activity, .months = months});
        return band_of(it.small.world, p, 0);
    };
    EXPECT_EQ(band(Activity::inactive, 24), DurationBand::over_2_years);
    EXPECT_EQ(band(Activity::sick, 23), DurationBand::from_1_to_2_years);
    EXPECT_EQ(band(Activity::searching, 12), DurationBand::from_1_to_2_years);
    EXPECT_EQ(band(Activity::searching, 11), DurationBand::under_1_year);
    EXPECT_EQ(band(Activity::employed, 60), DurationBand::in_work);
    const PersonId p = it.small.add_singles(1, {.activity = Activity::inactive, .months = 23});
    it.state().waiting.push_back({0.0, p, 0, 0});
    advocacy(it.small.world, it.rules.in(0));
    advocacy(it.small.world, it.rules.in(5));
    EXPECT_EQ(it.only_case().band, DurationBand::from_1_to_2_years) << "two years by now";
}

TEST(Paid, is_what_a_grant_has_spent) {
    Scenario scenario = paid_by_results();
    scenario.programmes.items[0].payment = {};
    scenario.programmes.items[0].staffing.salary = 24'000.0;
    Running it{scenario};
    it.state().advocates = {{0, never, 0, 0}};
    it.account(0, 2);
    EXPECT_EQ(it.state().income.paid, 3 * 200'000);
    EXPECT_EQ(it.state().income.paid, it.state().spend.total());
}

TEST(Paid, never_exceeds_the_contract) {
    Scenario scenario = paid_by_results();
    scenario.programmes.items[0].payment.fees.over_2_years.engagement = 1e6;
    Running it{scenario};
    it.small.support(it.small.add_singles(1, inactive), 0);
    it.account(0, 20);
    EXPECT_EQ(it.state().income.paid, contract_value(scenario.programmes.items[0].funding));
    EXPECT_EQ(it.state().income.paid, 12 * 1'000'000);
}

TEST(Creaming, gives_places_to_whoever_pays_best_per_hour) {
    const std::vector<double> pay{1.0, 4.0, 2.0, 3.0};
    EXPECT_EQ(order_of_service(pay, 0.0, 0), (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(order_of_service(pay, 1.0, 0), (std::vector<std::size_t>{1, 3, 2, 0}));
    EXPECT_EQ(order_of_service(pay, 0.5, 0), (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(order_of_service(pay, 0.5, 1), (std::vector<std::size_t>{1, 0, 3, 2}))
        << "every other place, also from month to month";
}

/// One waits with a barrier that costs readiness, then one without.
std::uint32_t first_served(Payment payment) {
    Scenario scenario = paid_by_results();
    scenario.programmes.items[0].payment = payment;
    scenario.programmes.items[0].staffing.caseload = 1;
    scenario.parameters.barriers.items[0].readiness = 2.0;
    Running it{scenario};
    it.small.add_singles(1, {.activity = Activity::inactive, .barriers = illness});
    it.small.add_singles(1, inactive);
    it.state().waiting = {{0.0, {0}, 0, 0}, {1.0, {1}, 0, 0}};
    advocacy(it.small.world, it.rules.in(0));
    EXPECT_EQ(it.state().waiting.size(), 1U);
    return it.only_case().person.row;
}

TEST(Creaming, serves_the_likelier_first) {
    Payment payment = terms();
    EXPECT_EQ(first_served(payment), 0U) << "in the order of the list";
    payment.creaming = 1.0;
    EXPECT_EQ(first_served(payment), 1U);
    payment.model = PaymentModel::grant;
    EXPECT_EQ(first_served(payment), 0U) << "a grant is neutral";
}

double seen(const Resident& resident) {
    Scenario scenario = plain_scenario();
    scenario.parameters.search.hiring_per_level = 0.5;
    scenario.parameters.search.duration_penalty = 1.0;
    scenario.parameters.search.duration_memory = 6.0;
    scenario.parameters.search.applications = 0.05;
    scenario.parameters.search.on_the_job = 0.1;
    scenario.parameters.barriers.items[0].hiring = 0.4;
    scenario.parameters.barriers.items[0].readiness = 1.0;
    SmallWorld small{scenario};
    const PersonId p = small.add_singles(1, resident);
    const MonthRules rules{scenario};
    return chance_seen(small.world, scenario.parameters, rules.in(0).effects, p, 0);
}

TEST(ChanceSeen, goes_by_what_employers_see_as_well_as_by_barriers) {
    const Resident one{.activity = Activity::searching, .months = 2, .qualification = 2};
    const auto with = [&](auto change) {
        Resident other = one;
        change(other);
        return seen(other);
    };
    EXPECT_GT(seen(one), 0.0);
    EXPECT_LT(seen(one), 1.0);
    EXPECT_GT(with([](Resident& it) { it.qualification = 4; }), seen(one));
    EXPECT_LT(with([](Resident& it) { it.months = 30; }), seen(one));
    EXPECT_LT(with([](Resident& it) { it.barriers = illness; }), seen(one));
    EXPECT_EQ(with([](Resident& it) { it.activity = Activity::retired; }), 0.0);
}

TEST(ChanceSeen, of_people_in_work_is_of_a_better_job) {
    EXPECT_GT(seen({.tier = 0}), 0.0);
    EXPECT_EQ(seen({.tier = secure_tier}), 0.0);
}

TEST(Creaming, is_turned_round_by_a_fee_that_makes_up_for_a_smaller_chance) {
    Fees fees;
    fees.over_2_years.job_start = 3000.0;
    fees.under_1_year.job_start = 1000.0;
    const double long_out = expected_payment(fees, DurationBand::over_2_years, 0, 0.2);
    const double short_out = expected_payment(fees, DurationBand::under_1_year, 0, 0.4);
    EXPECT_DOUBLE_EQ(long_out, 600.0);
    EXPECT_DOUBLE_EQ(short_out, 400.0);
}

TEST(ExpectedPayment, leaves_out_what_has_been_claimed) {
    const Fees fees = terms().fees;
    EXPECT_DOUBLE_EQ(expected_payment(fees, DurationBand::over_2_years, 0, 0.5), 800.0);
    EXPECT_DOUBLE_EQ(expected_payment(fees,
                                      DurationBand::over_2_years,
                                      bit_of(Milestone::engagement) | bit_of(Milestone::job_start),
                                      0.5),
                     600.0);
    EXPECT_DOUBLE_EQ(expected_payment(fees, DurationBand::in_work, 0, 0.5), 42.0);
}

TEST(Parking, moves_hours_and_keeps_their_sum) {
    const Load load{3.0, 400.0};  // weights 1 and 2; expected 300 and 100 pounds
    EXPECT_DOUBLE_EQ(weight_in_time(1.0, 300.0, load, 0.0), 1.0);
    EXPECT_DOUBLE_EQ(weight_in_time(1.0, 300.0, load, 1.0), 2.25);
    EXPECT_DOUBLE_EQ(weight_in_time(2.0, 100.0, load, 1.0), 0.75);
    EXPECT_DOUBLE_EQ(weight_in_time(1.0, 300.0, load, 0.4) + weight_in_time(2.0, 100.0, load, 0.4),
                     3.0);
    EXPECT_DOUBLE_EQ(weight_in_time(2.0, 0.0, {3.0, 0.0}, 1.0), 2.0) << "nothing to be had";
}

TEST(Parking, builds_less_of_an_alliance_with_the_unlikely) {
    const auto alliances = [](double parking) {
        Scenario scenario = paid_by_results();
        scenario.programmes.items[0].payment.parking = parking;
        scenario.parameters.barriers.items[0].readiness = 2.0;
        scenario.parameters.casework.alliance_growth = 0.4;
        scenario.parameters.casework.most_hours = 1000.0;
        Running it{scenario};
        it.small.support(
            it.small.add_singles(1, {.activity = Activity::inactive, .barriers = illness}),
            0,
            0.0F);
        it.small.support(it.small.add_singles(1, inactive), 0, 0.0F);
        it.state().advocates[0].cases = 2;
        advocacy(it.small.world, it.rules.in(1));
        const auto& cases = it.small.world.support.cases;
        return std::pair{cases[0].alliance, cases[1].alliance};
    };
    const auto shared = alliances(0.0);
    const auto parked = alliances(1.0);
    EXPECT_FLOAT_EQ(shared.first, shared.second);
    EXPECT_LT(parked.first, shared.first);
    EXPECT_GT(parked.second, shared.second);
    // Alliance from nothing grows by hours, so equal sums are equal hours.
    EXPECT_FLOAT_EQ(parked.first + parked.second, shared.first + shared.second);
}

TEST(Money, that_claims_do_not_bring_costs_posts) {
    Scenario scenario = paid_by_results();
    Programme& programme = scenario.programmes.items[0];
    programme.staffing.advocates = 4;
    programme.staffing.salary = 30'000.0;  // 2,500 a month; four cost 10,000
    programme.payment.working_capital = 3;
    Running it{scenario};
    std::vector<int> filled;
    for (Month month = 0; month < 6; ++month) {
        advocacy(it.small.world, it.rules.in(month));
        accounting(it.small.world, it.rules.in(month));
        filled.push_back(in_post(it.state()).total());
    }
    EXPECT_EQ(filled, (std::vector<int>{4, 4, 4, 4, 2, 2}))
        << "working capital for three months; what is learnt in month 3 counts from month 4";
    EXPECT_EQ(it.state().advocates[3].left, 4) << "who came last goes first";
    EXPECT_EQ(it.state().advocates[0].left, never);
}

TEST(Money, that_claims_bring_again_fills_posts_again) {
    Scenario scenario = paid_by_results();
    Programme& programme = scenario.programmes.items[0];
    programme.staffing.advocates = 2;
    programme.staffing.salary = 60'000.0;  // one costs 5,000 a month
    programme.payment.lag = 0;
    programme.payment.fees.over_2_years.engagement = 6'000.0;
    Running it{scenario};
    const PersonId p = it.small.add_singles(1, inactive);
    const auto live = [&](Month month) {
        advocacy(it.small.world, it.rules.in(month));
        accounting(it.small.world, it.rules.in(month));
        return in_post(it.state()).total();
    };
    EXPECT_EQ(live(0), 2);
    EXPECT_EQ(live(1), 1) << "no claims in the first month";
    it.state().waiting.push_back({0.0, p, 0, 1});
    EXPECT_EQ(live(2), 1);
    EXPECT_EQ(live(3), 1);
    EXPECT_EQ(live(4), 1) << "engagement is claimed at the end of this month";
    EXPECT_EQ(live(5), 2);
}

}  // namespace
}  // namespace foothold
