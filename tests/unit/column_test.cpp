#include "foothold/column.hpp"
#include "foothold/world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

template <class C, class Index>
concept indexed_by = requires(C column, Index index) {
    column[index];
};

template <class A, class B>
concept comparable = requires(A a, B b) {
    a == b;
};

using Ages = Column<PersonId, int>;

static_assert(indexed_by<Ages, PersonId>);
static_assert(!indexed_by<Ages, HouseholdId>);
static_assert(!indexed_by<Ages, std::size_t>);
static_assert(!indexed_by<Ages, ZoneId>);
static_assert(comparable<PersonId, PersonId>);
static_assert(!comparable<PersonId, HouseholdId>);
static_assert(!comparable<PersonId, std::uint32_t>);
static_assert(sizeof(PersonId) == 4 && sizeof(ZoneId) == 2, "ids are stored by the million");

TEST(Id, is_nobody_until_it_is_given_a_row) {
    EXPECT_FALSE(PersonId{});
    EXPECT_FALSE(ZoneId{});
    EXPECT_TRUE(PersonId{0});
    EXPECT_TRUE(ZoneId{0});
    EXPECT_LT(PersonId{3}, PersonId{4});
    EXPECT_LT(PersonId{3}, PersonId{}) << "nobody sorts last";
}

TEST(Column, keeps_a_value_for_each_row) {
    Ages ages;
    ages.resize(3, 16);
    ages[{1}] = 40;
    EXPECT_EQ(ages.size(), 3U);
    EXPECT_EQ(ages.values(), (std::vector<int>{16, 40, 16}));
    ages.resize(4);
    EXPECT_EQ(ages[{3}], 0);
    EXPECT_EQ(ages[{1}], 40);
}

TEST(Column, equals_another_only_if_every_value_does) {
    Ages one;
    one.resize(2, 5);
    Ages other = one;
    EXPECT_EQ(one, other);
    other[{1}] = 6;
    EXPECT_NE(one, other);
}

#ifndef NDEBUG
TEST(ColumnDeathTest, stops_at_a_row_it_does_not_have) {
    Ages ages;
    ages.resize(3);
    EXPECT_DEATH(ages[{3}] = 1, "values_.size");
}
#endif

template <class Rows>
std::size_t listed_columns() {
    std::size_t listed = 0;
    Rows rows;
    Rows::for_each_column(rows, [&](const char*, auto&) { ++listed; });
    return listed;
}

TEST(World, lists_every_column_it_has) {
    constexpr std::size_t column = sizeof(std::vector<int>);
    EXPECT_EQ(listed_columns<People>() * column, sizeof(People));
    EXPECT_EQ(listed_columns<Households>() * column, sizeof(Households));
    EXPECT_EQ(listed_columns<Neighbourhoods>() * column, sizeof(Neighbourhoods));
}

}  // namespace
}  // namespace foothold
