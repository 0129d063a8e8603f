// Who claims with whom: the family of the householders, and every other adult alone.
#include "sim/policy/household_income.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr Resident parent{.activity = Activity::inactive, .age = 50};

Resident at(int age, Activity activity) {
    return {.activity = activity, .age = age, .months = 1};
}

/// Universal Credit and Child Benefit of a social tenant's household in April 2018. [pence]
struct Paid {
    Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    HouseholdId h;

    explicit Paid(const std::vector<Resident>& members,
                  Composition kind = Composition::lone_parent,
                  BarrierSet shared = 0)
        : h{small.add(0, members, shared)} {
        small.world.households.composition[h] = kind;
    }

    int benefits(Month month = 0) {
        income(small.world, MonthRules{scenario}.in(month));
        return small.world.households.benefits[h];
    }

    double gain(std::uint32_t row, Month month = 0) {
        income(small.world, MonthRules{scenario}.in(month));
        return static_cast<double>(small.world.people.gain_from_work[{row}]);
    }
};

constexpr int alone = 31782 + 40000;  // a lone householder out of work

TEST(BenefitUnits, let_a_grown_child_claim_alone_and_take_its_share_off_the_rent) {
    EXPECT_EQ(Paid({parent}).benefits(), alone);
    EXPECT_EQ(Paid({parent, at(30, Activity::inactive)}).benefits(), alone - 7216 + 31782);
    EXPECT_EQ(Paid({parent, at(22, Activity::inactive)}).benefits(), alone - 7216 + 25177);
    EXPECT_EQ(Paid({parent, at(20, Activity::inactive)}).benefits(), alone + 25177)
        << "nothing off the rent under 21";
}

TEST(BenefitUnits, have_a_child_from_its_birth_on) {
    Paid family{{parent, at(-1, Activity::child)}};  // to be born in month 12
    const int with_child = Paid({parent, at(0, Activity::child)}).benefits();
    EXPECT_EQ(family.benefits(0), alone);
    EXPECT_EQ(family.benefits(11), alone);
    EXPECT_EQ(family.benefits(12), with_child);
    EXPECT_GT(with_child, alone);
}

TEST(BenefitUnits, do_not_share_each_others_earnings) {
    Paid family{{parent, {.age = 30, .tier = 2}}};
    EXPECT_EQ(family.benefits(), alone - 7216);
    EXPECT_EQ(Paid({{.age = 50, .tier = 2}, at(30, Activity::inactive)}).benefits(), 31782);
}

TEST(BenefitUnits, put_partners_into_one_claim) {
    const Resident partner{.activity = Activity::inactive, .age = 48};
    EXPECT_EQ(Paid({parent, partner}, Composition::couple).benefits(), 49889 + 40000);
    EXPECT_EQ(Paid({parent, partner, partner}, Composition::three_or_more).benefits(),
              49889 + 40000 - 7216 + 31782);
}

TEST(BenefitUnits, pay_nothing_of_their_own_to_the_young_under_18_unless_sick) {
    EXPECT_EQ(Paid({parent, at(17, Activity::searching)}).benefits(), alone);
    EXPECT_EQ(Paid({parent, at(17, Activity::sick)}).benefits(), alone + 25177 + 32832);
    EXPECT_EQ(Paid({parent, at(18, Activity::searching)}).benefits(), alone + 25177);
}

TEST(BenefitUnits, leave_students_to_their_parents_until_20_and_out_after) {
    // 277.08 of Universal Credit and 20.70 * 52 / 12 = 89.70 of Child Benefit
    EXPECT_EQ(Paid({parent, at(17, Activity::student)}).benefits(), alone + 27708 + 8970);
    EXPECT_EQ(Paid({parent, at(20, Activity::student)}).benefits(), alone);
    EXPECT_EQ(Paid({parent, at(21, Activity::student)}).benefits(), alone - 7216);
}

TEST(BenefitUnits, let_students_claim_only_as_parents_or_beside_a_partner_who_does_not_study) {
    const Resident student = at(24, Activity::student);
    const Resident toddler{.activity = Activity::child, .age = 1};
    EXPECT_EQ(Paid({student}, Composition::single).benefits(), 0);
    EXPECT_EQ(Paid({student, student}, Composition::couple).benefits(), 0);
    EXPECT_EQ(Paid({student, parent}, Composition::couple).benefits(), 49889 + 40000);
    // Born in April 2017, as the limit began: 231.67.
    EXPECT_EQ(Paid({student, toddler}).benefits(), 25177 + 40000 + 23167 + 8970);
}

TEST(BenefitUnits, give_the_care_of_the_old_to_their_children) {
    const Resident old{.activity = Activity::aged_out, .age = 70};
    const Resident child = at(40, Activity::inactive);
    EXPECT_EQ(Paid({old, child}).benefits(), 31782) << "no rent: it is the parent's";
    EXPECT_EQ(Paid({old, child}, Composition::lone_parent, debt).benefits(), 31782 + 15645);
    EXPECT_EQ(Paid({parent, child}, Composition::lone_parent, debt).benefits(),
              alone + 15645 - 7216 + 31782);
}

TEST(Apprenticeship, costs_parents_the_published_amounts) {
    // Child element and Child Benefit a week, of a later child and of an eldest born before April
    // 2017: 67 and 85 in 2018/19, 69 and 86 in 2021/22, 83 and 103 in 2024/25.
    struct Year {
        Month month;
        double wage;
        double later;
        double eldest;
    };

    for (const Year& year : {Year{0, 111, 67, 85}, Year{44, 129, 69, 86}, Year{72, 192, 83, 103}}) {
        Resident pupil{.activity = Activity::student, .age = 17};
        Paid one{{parent, pupil}};
        Paid two{{parent, pupil, pupil}};
        for (std::uint32_t row = 1; row < 3; ++row) {
            one.small.world.people.birth[{1}] = static_cast<Month>(year.month - 12 * 17);
            two.small.world.people.birth[{row}] = static_cast<Month>(year.month - 12 * 17);
        }
        EXPECT_NEAR(year.wage - one.gain(1, year.month), year.eldest, 1.0);
        EXPECT_NEAR(year.wage - two.gain(1, year.month), year.later, 1.0);
    }
}

TEST(Apprenticeship, costs_nothing_where_a_scenario_protects_it) {
    Paid family{{parent, at(17, Activity::student)}};
    family.scenario.parameters.tax_benefit.apprenticeship_protected = true;
    EXPECT_NEAR(family.gain(1), 111.0, 1e-4);
    const int before = family.benefits();
    family.small.world.people.activity[{1}] = Activity::employed;
    family.small.world.people.apprentice_until[{1}] = 12;
    family.small.world.people.job_since[{1}] = 0;
    EXPECT_EQ(family.benefits(), before);
    EXPECT_EQ(family.small.world.households.net_income[family.h], before + 48100);
    EXPECT_EQ(family.benefits(12), alone) << "an ordinary worker now, and no dependant";
}

TEST(Apprenticeship, pays_the_apprentice_rate_until_it_ends) {
    Paid family{{parent, at(17, Activity::employed)}};
    family.small.world.people.apprentice_until[{1}] = 12;
    family.small.world.people.job_since[{1}] = 0;
    income(family.small.world, MonthRules{family.scenario}.in(11));
    EXPECT_EQ(family.small.world.households.net_income[family.h], alone + 48100);  // 3.70 * 130
    income(family.small.world, MonthRules{family.scenario}.in(12));
    // 18 by now: 5.90 * 30 hours, insurance of 12 % above 702; too much for a claim of their own
    EXPECT_EQ(family.small.world.households.net_income[family.h], alone + 76700 - 780);
}

TEST(GainFromWork, jumps_where_earnings_lift_the_benefit_cap) {
    const Resident child{.activity = Activity::child, .age = 8};
    Paid family{{parent, child, child, child, child}};
    family.small.world.households.tenure[family.h] = Tenure::privately_rented;
    // By hand in universal_credit_test: capped at 1,398.87 out of work. At 30 hours of 7.83 net
    // pay is 973.91 and Universal Credit 1,789.91 - 63 % of 973.91 - 198 = 1,301.09.
    EXPECT_NEAR(family.gain(0), (973.91 + 1301.09 - 1398.87) * 12 / 52, 0.01);
}

}  // namespace
}  // namespace foothold
