#include "sim/bench/yardstick.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace foothold {
namespace {

std::uint64_t digest_after(std::uint64_t seed, int months) {
    Yardstick yardstick{2000, seed};
    for (int month = 0; month < months; ++month) {
        yardstick.live_month();
    }
    return yardstick.digest();
}

TEST(Yardstick, ends_where_it_always_ended) {
    // If this fails, the yardstick was changed, and ratios to it cannot be compared with older
    // ones.
    EXPECT_EQ(digest_after(1, 24), 15520468860500850825U);
}

TEST(Yardstick, lives_another_course_with_another_seed) {
    EXPECT_EQ(digest_after(2, 6), digest_after(2, 6));
    EXPECT_NE(digest_after(2, 6), digest_after(3, 6));
}

TEST(Yardstick, goes_where_the_same_kernel_went_in_other_programs) {
    struct Known {
        int month;
        double workless;  // [1]
        double barriers;  // [1]
    };

    constexpr std::array<Known, 3> course{
        {{12, 0.19, 1.38}, {60, 0.174, 1.79}, {120, 0.198, 2.03}}};
    Yardstick yardstick{100'000, 20180401};
    int lived = 0;
    for (const Known& known : course) {
        for (; lived < known.month; ++lived) {
            yardstick.live_month();
        }
        EXPECT_NEAR(yardstick.workless_share(), known.workless, 0.006) << known.month;
        EXPECT_NEAR(yardstick.mean_barriers(), known.barriers, 0.02) << known.month;
    }
}

TEST(Yardstick, records_everybody_and_helps_no_more_than_there_are_places) {
    Yardstick yardstick{20'050, 5};
    std::int64_t most = 0;
    for (int month = 0; month < 15; ++month) {
        yardstick.live_month();
        std::int64_t people = 0;
        for (const YardstickRecord& it : yardstick.records()) {
            people += it.people;
            most = std::max(most, it.helped);
        }
        EXPECT_EQ(people, 20'050);
        EXPECT_EQ(yardstick.records().size(), 100U);
    }
    EXPECT_EQ(most, 2) << "a hundredth of 200 or 201";
}

}  // namespace
}  // namespace foothold
