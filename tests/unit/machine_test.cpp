#include "sim/bench/machine.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace foothold {
namespace {

TEST(Machine, is_what_its_first_processor_says) {
    const Machine it =
        machine_in("processor\t: 0\nmodel name\t: Some Make 7\ncpu MHz\t\t: 2596.100\n"
                   "\nprocessor\t: 1\nmodel name\t: Other\ncpu MHz\t\t: 800.0\n");
    EXPECT_EQ(it.processor, "Some Make 7");
    ASSERT_TRUE(it.gigahertz);
    EXPECT_DOUBLE_EQ(*it.gigahertz, 2.5961);
}

TEST(Machine, that_states_nothing_has_no_clock) {
    for (const char* text : {"",
                             "processor: 0",
                             "cpu MHz:",
                             "cpu MHz",
                             "cpu MHz: unknown\n",
                             "model name\t:\ncpu MHz\t: 0\n"}) {
        const Machine it = machine_in(text);
        EXPECT_EQ(it.processor, "") << text;
        EXPECT_FALSE(it.gigahertz) << text;
    }
}

TEST(MemoryGrowth, sees_what_was_held_and_given_back) {
    const MemoryGrowth memory;
    if (!memory.bytes()) {
        GTEST_SKIP() << "this system does not say how much memory a process holds";
    }
    constexpr std::size_t much = 60'000'000;
    EXPECT_EQ(std::vector<char>(much, 1).back(), 1);
    EXPECT_GT(*memory.bytes(), 0.9 * much);
}

TEST(CopySpeed, is_that_of_memory_and_not_of_nothing) {
    EXPECT_GT(copy_speed(), 1e7);
    EXPECT_LT(copy_speed(), 1e13);
}

}  // namespace
}  // namespace foothold
