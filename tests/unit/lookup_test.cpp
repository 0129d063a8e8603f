#include "sim/appraisal/lookup.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

Courses two_lines() {
    Courses it;
    it.measures = {{"spend_staff", "pence", "salaries"}, {"spend_premises", "pence", "premises"}};
    it.arms = {"none", "help"};
    it.replicates = {0};
    it.times = 2;
    it.values = {{0, 0, 0, 300}, {0, 0, 0, 50}};
    return it;
}

TEST(Spent, is_what_the_funder_paid) {
    Courses courses = two_lines();
    courses.measures.push_back({"paid", "pence", "paid by the funder"});
    courses.values.push_back({0, 0, 10, 400});
    EXPECT_EQ(paid(courses, 1, 0, 1), 400);
    EXPECT_EQ(paid(courses, 1, 0, 0), 10);
    EXPECT_EQ(paid(courses, 0, 0, 1), 0);
}

TEST(Spent, is_the_sum_of_the_lines_in_files_that_do_not_tell_what_was_paid) {
    EXPECT_EQ(paid(two_lines(), 1, 0, 1), 350);
}

}  // namespace
}  // namespace foothold
