#include "sim/policy/benefit_units.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

struct Family {
    Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    HouseholdId h;

    Family(Composition composition, const std::vector<Resident>& members)
        : h{small.add(0, members)} {
        small.world.households.composition[h] = composition;
    }

    const TaxBenefitParameters& rules() const { return scenario.parameters.tax_benefit; }

    std::uint32_t householders() const {
        const Householders it = householders_of(small.world, rules(), h);
        return it.last - it.first;
    }

    bool dependant(std::uint32_t row) const {
        const Householders it = householders_of(small.world, rules(), h);
        return is_dependant(small.world, rules(), it, PersonId{row}, 0);
    }
};

constexpr Resident of(int age, Activity activity = Activity::employed) {
    return {.activity = activity, .age = age, .months = 2};
}

TEST(Householders, are_two_in_couples_and_one_elsewhere) {
    EXPECT_EQ(Family(Composition::couple, {of(60), of(30)}).householders(), 2U);
    EXPECT_EQ(Family(Composition::couple_with_children, {of(40), of(38), of(19)}).householders(),
              2U);
    EXPECT_EQ(Family(Composition::single, {of(40)}).householders(), 1U);
    EXPECT_EQ(Family(Composition::lone_parent, {of(40), of(19)}).householders(), 1U)
        << "a grown child";
    EXPECT_EQ(Family(Composition::couple, {of(40)}).householders(), 1U);
}

TEST(Householders, of_three_or_more_are_partners_unless_a_generation_apart) {
    const auto count = [](int one, int other) {
        return Family(Composition::three_or_more, {of(one), of(other), of(20)}).householders();
    };
    EXPECT_EQ(count(45, 31), 2U);
    EXPECT_EQ(count(31, 45), 2U);
    EXPECT_EQ(count(45, 30), 1U);
    EXPECT_EQ(count(30, 45), 1U);
}

TEST(Dependants, are_children_and_students_under_20_of_the_householders) {
    const Resident child = of(15, Activity::child);
    const Resident student = of(19, Activity::student);
    const Resident older_student = of(20, Activity::student);
    const Family family{Composition::lone_parent,
                        {of(45), child, student, older_student, of(17, Activity::searching)}};
    EXPECT_FALSE(family.dependant(0));
    EXPECT_TRUE(family.dependant(1));
    EXPECT_TRUE(family.dependant(2));
    EXPECT_FALSE(family.dependant(3));
    EXPECT_FALSE(family.dependant(4));
}

TEST(Dependants, are_a_generation_younger) {
    const Resident student = of(18, Activity::student);
    EXPECT_FALSE(Family(Composition::three_or_more, {of(19), of(20), student}).dependant(2))
        << "friends who share";
    EXPECT_TRUE(Family(Composition::three_or_more, {of(33), of(60), student}).dependant(2));
    EXPECT_FALSE(Family(Composition::single, {student}).dependant(0));
}

TEST(Dependants, are_apprentices_only_where_a_scenario_protects_them) {
    Family family{Composition::lone_parent, {of(45), of(17), of(20), of(17)}};
    family.small.world.people.apprentice_until[{1}] = 12;
    family.small.world.people.apprentice_until[{2}] = 12;
    EXPECT_FALSE(family.dependant(1));
    family.scenario.parameters.tax_benefit.apprenticeship_protected = true;
    EXPECT_TRUE(family.dependant(1));
    EXPECT_FALSE(family.dependant(2)) << "too old";
    EXPECT_FALSE(family.dependant(3)) << "in an ordinary job";
    family.small.world.people.apprentice_until[{1}] = 0;
    EXPECT_FALSE(family.dependant(1)) << "it has ended";
}

}  // namespace
}  // namespace foothold
