#include "sim/experiments/participants.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

/// Six people on their own, out of work, in an arm with a programme and in one without.
class Twins : public testing::Test {
  protected:
    Twins() : scenario_{plain_scenario()}, with_{made()}, without_{made()} {
        scenario_.programmes.items = {plain_programme()};
        with_.start(0).area = {1, 0};  // works in the first neighbourhood only
    }

    SmallWorld made() const {
        SmallWorld small{scenario_};
        small.add_singles(4, {.activity = Activity::searching}, 0);
        small.add_singles(2, {.activity = Activity::searching}, 1);
        return small;
    }

    static void set(SmallWorld& small, std::uint32_t row, bool works) {
        small.world.people.activity[{row}] = works ? Activity::employed : Activity::searching;
    }

    void close(Month now) {
        participants_.month_closed(without_.world, 0, now);
        participants_.month_closed(with_.world, 1, now);
    }

    Scenario scenario_;
    SmallWorld with_;
    SmallWorld without_;
    Participants participants_{1, 0};
};

TEST_F(Twins, are_set_beside_themselves_by_month_since_support_began) {
    close(-1);
    with_.support({0}, 0);
    close(0);
    with_.support({1}, 1);
    set(with_, 0, true);
    close(1);
    set(with_, 1, true);
    set(without_, 1, true);  // would have found work anyway
    close(2);
    EXPECT_EQ(participants_.people(), 2);
    EXPECT_DOUBLE_EQ(participants_.since_start(0, 1).effect(), 0.0);
    EXPECT_DOUBLE_EQ(participants_.since_start(1, 1).effect(), 0.5);  // 0 in month 1, 1 in month 2
    EXPECT_DOUBLE_EQ(participants_.since_start(2, 1).effect(), 1.0);
    EXPECT_EQ(participants_.in_all().working, 3);
    EXPECT_EQ(participants_.in_all().working_without, 1);
}

TEST_F(Twins, add_up_to_the_gain_of_the_place_less_what_others_lose) {
    close(-1);
    with_.support({0}, 0);
    set(with_, 0, true);     // gains a job
    set(without_, 1, true);  // whom the participant kept from it
    set(with_, 5, true);     // a gain outside the area
    close(0);
    EXPECT_EQ(participants_.net(), 1);
    EXPECT_EQ(participants_.net_in_area(), 0);
    EXPECT_EQ(participants_.workless_in_area(), 4);
    EXPECT_DOUBLE_EQ(participants_.effect_on_area(), 0.0);
}

TEST_F(Twins, move_their_area_by_more_in_work_over_all_its_people_of_working_age) {
    close(-1);
    with_.support({0}, 0);
    set(with_, 0, true);
    close(0);  // one more in work
    set(with_, 0, false);
    close(1);  // and nobody
    EXPECT_DOUBLE_EQ(participants_.effect_on_area(), 0.5 / 4);
}

TEST_F(Twins, are_compared_no_more_once_either_has_left) {
    close(-1);
    with_.support({0}, 0);
    with_.support({1}, 0);
    close(0);
    with_.world.people.life[{0}] = 1;
    without_.world.people.life[{1}] = 1;
    close(1);
    EXPECT_EQ(participants_.since_start(0, 1).people, 2);
    EXPECT_EQ(participants_.since_start(1, 1).people, 0);
}

TEST_F(Twins, must_have_come_to_the_place_together) {
    close(-1);
    with_.world.households.arrived[{0}] = -3;
    without_.world.households.arrived[{0}] = -7;  // another newcomer, by chance as many-th
    with_.support({0}, 0);
    close(0);
    EXPECT_EQ(participants_.people(), 1);
    EXPECT_EQ(participants_.in_all().people, 0);
}

TEST(Acceptance, is_told_apart_for_first_and_further_members) {
    Scenario scenario = plain_scenario();
    scenario.programmes.items = {plain_programme()};
    SmallWorld small{scenario};
    const Resident out{.activity = Activity::searching};
    small.add(0, {out, out, out});
    small.add(0, {out});
    ProgrammeState& programme = small.start(0);
    People& people = small.world.people;
    Acceptance acceptance{0};
    for (std::uint32_t row = 0; row < 4; ++row) {
        people.met[{row}] = never;
    }
    acceptance.month_closed(small.world, 0, -1);
    people.met[{0}] = 0;  // accepts at once
    people.met[{3}] = 0;  // does not
    small.support({0}, 0);
    acceptance.month_closed(small.world, 0, 0);
    people.met[{1}] = 1;  // a further member who waits
    people.met[{2}] = 1;  // and one who refuses
    programme.waiting.push_back({0.5, {1}, 0, 1});
    acceptance.month_closed(small.world, 0, 1);
    acceptance.month_closed(small.world, 0, 2);  // nobody is met
    EXPECT_EQ(acceptance.first(), (Share{1, 2}));
    EXPECT_EQ(acceptance.further(), (Share{1, 2}));
}

}  // namespace
}  // namespace foothold
