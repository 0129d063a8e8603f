#include "sim/appraisal/cascade.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

/// One arm, two replicates, four times: people differ from time 1 on in the first, from time 2 on
/// in the second.
Courses two_replicates() {
    Courses it;
    for (const auto name : cascade_measures) {
        it.measures.push_back({std::string{name}, "person", ""});
    }
    it.arms = {"help"};
    it.replicates = {0, 1};
    it.times = 4;
    it.values = {{0, 1, 2, 3, 0, 0, 3, 8},
                 {0, 0, 1, 1, 0, 0, 0, 1},
                 {0, 0, 0, 5, 0, 0, 0, 2},
                 {0, 0, 0, 1, 0, 0, 0, 0}};
    return it;
}

TEST(Cascade, counts_months_from_the_first_person_who_differs) {
    const auto rows = cascade(two_replicates(), 0, {0, 1, 2, 3});
    ASSERT_EQ(rows.size(), 3U) << "nobody is seen three months after";
    EXPECT_EQ(rows[0].people, (std::array<double, 4>{2.0, 0.0, 0.0, 0.0}));
    EXPECT_EQ(rows[1].people, (std::array<double, 4>{5.0, 1.0, 1.0, 0.0}));
    EXPECT_EQ(rows[1].replicates, 2U);
    EXPECT_EQ(rows[2].replicates, 1U);
    EXPECT_EQ(rows[2].people, (std::array<double, 4>{3.0, 1.0, 5.0, 1.0}));
}

TEST(Cascade, knows_the_last_month_that_all_replicates_live) {
    Courses courses = two_replicates();
    EXPECT_EQ(months_reached(courses, 0), 1U) << "from time 2 to 3 in the second";
    for (auto& values : courses.values) {
        std::fill(values.begin() + 4, values.end(), 0);
    }
    EXPECT_EQ(months_reached(courses, 0), 2U) << "nobody differs in the second";
    courses.values.assign(courses.values.size(), std::vector<std::int64_t>(8, 0));
    EXPECT_EQ(months_reached(courses, 0), 0U);
}

}  // namespace
}  // namespace foothold
