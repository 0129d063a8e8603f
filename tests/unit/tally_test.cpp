#include "sim/measures/tally.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

TEST(Tally, counts_barriers_of_as_many_people_as_there_are) {
    SmallWorld it{plain_scenario()};
    const Resident ill{Activity::sick, 40, 30, illness};
    const Resident strained{Activity::employed, 40, 6, strain};
    for (int i = 0; i < 1000; ++i) {
        it.add(static_cast<std::uint16_t>(i % 2), {ill, strained, {Activity::child, 5}}, debt);
    }
    for (const Tally& tally : tallies(it.world, 0)) {
        EXPECT_EQ(tally.facing[0], 500);
        EXPECT_EQ(tally.facing[1], 500);
        EXPECT_EQ(tally.facing[2], 1000);  // shared by two of working age
        EXPECT_EQ(tally.held[2], 500);     // one for each household
        EXPECT_EQ(tally.barriers, 2000);
        EXPECT_EQ(tally.barriers_of_workless, 1000);
        EXPECT_EQ(tally.doing(Activity::sick), 500);
        EXPECT_EQ(tally.by_years_out[2], 500);
        EXPECT_EQ(tally.by_months_in[6], 500);
    }
}

TEST(Tally, adds_up_money_and_what_happened_this_month) {
    SmallWorld it{plain_scenario()};
    const HouseholdId h =
        it.add(1, {{}, {Activity::searching, 30, 14}, {Activity::retired, 63, 5}});
    auto& people = it.world.people;
    people.job_since[{0}] = 0;
    people.last_job_end[{1}] = 0;
    it.world.households.benefits[h] = 2'000'000'000;
    it.world.households.taxes[h] = 7;
    it.add(1, {{}});
    it.world.households.benefits[{1}] = 2'000'000'000;
    const std::vector<Tally> all = tallies(it.world, 0);
    EXPECT_EQ(all[0].doing(Activity::employed), 0);
    EXPECT_EQ(all[1].benefits, 4'000'000'000);
    EXPECT_EQ(all[1].taxes, 7);
    EXPECT_EQ(all[1].job_changes, 1);
    EXPECT_EQ(all[1].job_losses, 1);
    EXPECT_EQ(all[1].by_tier[1], 2);
    EXPECT_EQ(all[1].by_years_out[1], 1);  // the retired are not counted as workless
    EXPECT_EQ(all[1].doing(Activity::retired), 1);
}

}  // namespace
}  // namespace foothold
