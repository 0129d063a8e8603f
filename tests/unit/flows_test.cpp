#include "sim/experiments/flows.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace foothold {
namespace {

/// People on their own whose activities a test writes down month by month.
class Watched {
  public:
    explicit Watched(std::size_t people, const Resident& each = {})
        : scenario_{plain_scenario()}, small_{scenario_} {
        small_.add_singles(people, each);
    }

    World& world() { return small_.world; }

    void set(std::uint32_t row, Activity activity, Month now) {
        People& people = world().people;
        const PersonId p{row};
        if (people.activity[p] == activity) {
            return;
        }
        if (people.activity[p] == Activity::employed) {
            people.out_since[p] = now;
        }
        people.activity[p] = activity;
        people.since[p] = now;
    }

    /// Lives each person's months, from month -1 on: E, U, N and S (sick) at each close.
    LabourFacts live(const std::vector<std::string>& lives) {
        Panel panel;
        for (std::size_t at = 0; at < lives.front().size(); ++at) {
            const auto now = static_cast<Month>(at) - 1;
            for (std::size_t row = 0; row < lives.size(); ++row) {
                set(static_cast<std::uint32_t>(row), as(lives[row][at]), static_cast<Month>(now));
            }
            panel.month_closed(world(), 0, static_cast<Month>(now));
        }
        return panel.facts();
    }

  private:
    static Activity as(char letter) {
        return letter == 'E'   ? Activity::employed
               : letter == 'U' ? Activity::searching
               : letter == 'S' ? Activity::sick
                               : Activity::inactive;
    }

    Scenario scenario_;
    SmallWorld small_;
};

Share shared(std::int64_t with, std::int64_t of) {
    return {with, of};
}

TEST(Flows, compare_everybody_with_themselves_three_months_before) {
    Watched town{4};
    const LabourFacts facts = town.live({"UUUE", "UUUN", "EEEU", "NNNE"});
    EXPECT_EQ(facts[Flow::employed], shared(4, 12)) << "months 0 to 2";
    EXPECT_EQ(facts[Flow::unemployed_to_employed], shared(1, 2));
    EXPECT_EQ(facts[Flow::unemployed_to_inactive], shared(1, 2));
    EXPECT_EQ(facts[Flow::employed_to_unemployed], shared(1, 1));
    EXPECT_EQ(facts[Flow::employed_to_inactive], shared(0, 1));
    EXPECT_EQ(facts[Flow::inactive_to_employed], shared(1, 1));
    EXPECT_EQ(facts[Flow::inactive_to_unemployed], shared(0, 1));
}

TEST(Flows, count_students_the_sick_and_the_retired_as_inactive) {
    Watched town{3};
    Panel panel;
    for (Month now = -1; now < 3; ++now) {
        town.set(0, Activity::student, now);
        town.set(1, Activity::sick, now);
        town.set(2, Activity::retired, now);
        panel.month_closed(town.world(), 0, now);
    }
    EXPECT_EQ(panel.facts()[Flow::inactive_to_employed], shared(0, 3));
}

TEST(Flows, leave_out_who_is_not_16_to_64_and_who_moved_in_since) {
    Watched young{1, {Activity::searching, 15}};
    EXPECT_EQ(young.live({"UUUE"})[Flow::unemployed_to_employed], shared(0, 0));
    Watched old{1, {Activity::searching, 65}};
    EXPECT_EQ(old.live({"UUUE"})[Flow::unemployed_to_employed], shared(0, 0));
    Watched moved{1, {Activity::searching}};
    Panel panel;
    for (Month now = -1; now < 3; ++now) {
        moved.world().people.life[{0}] = now > 0;
        panel.month_closed(moved.world(), 0, now);
    }
    EXPECT_EQ(panel.facts()[Flow::unemployed_to_employed], shared(0, 0));
}

TEST(Flows, follow_one_arm_only) {
    Watched town{1};
    Panel panel{1};
    for (Month now = -1; now < 3; ++now) {
        panel.month_closed(town.world(), 0, now);
    }
    EXPECT_EQ(panel.facts(), LabourFacts{});
}

TEST(Flows, take_the_shorter_of_search_and_time_without_work_as_unemployment) {
    // Out for 30 months, but searching since month -1 only; and searching for 30 months.
    Watched town{2, {Activity::inactive, 40, 30}};
    town.world().people.activity[{1}] = Activity::searching;
    const LabourFacts facts = town.live({"UUUE", "UUUU"});
    EXPECT_EQ(facts[Flow::entry_under_3_months], shared(1, 1));
    EXPECT_EQ(facts[Flow::entry_over_24_months], shared(0, 1));
}

TEST(Flows, tell_the_qualified_and_the_young_apart) {
    Watched town{5, {Activity::searching, 24}};
    town.world().people.qualification[{0}] = 4;
    town.world().people.qualification[{1}] = 0;
    town.world().people.qualification[{2}] = 0;
    town.world().people.birth[{3}] = -12 * 26;
    const LabourFacts facts = town.live({"UUUE", "UUUU", "UUUE", "EEEU", "EEEU"});
    EXPECT_EQ(facts[Flow::entry_with_degree], shared(1, 1));
    EXPECT_EQ(facts[Flow::entry_without_qualification], shared(1, 2));
    EXPECT_EQ(facts[Flow::young_employed_to_unemployed], shared(1, 1));
}

TEST(Flows, tell_the_ill_and_time_since_the_last_job_apart) {
    Watched town{5, {Activity::inactive, 40, 30}};  // last jobs ended 30 months ago
    town.world().people.last_job_end[{0}] = -5;
    town.world().people.last_job_end[{1}] = -5;
    town.world().people.barriers[{1}] = illness;
    town.world().people.barriers[{2}] = illness;
    town.world().people.last_job_end[{3}] = never;
    const LabourFacts facts = town.live({"NNNE", "UUUE", "SSSS", "NNNE", "NNNN"});
    EXPECT_EQ(facts[Flow::others_entry_within_year], shared(1, 1));
    EXPECT_EQ(facts[Flow::ill_entry_within_year], shared(1, 1));
    EXPECT_EQ(facts[Flow::ill_entry_beyond_year], shared(0, 1));
    EXPECT_EQ(facts[Flow::others_entry_beyond_year], shared(1, 2));
}

TEST(Flows, see_job_entry_by_month_of_search) {
    // Search begins at the close of month -1; work at the close of month 3, the fourth month.
    Watched town{1, {Activity::inactive}};
    const LabourFacts facts = town.live({"UUUUEE"});
    EXPECT_EQ(facts[Flow::monthly_entry_upto_3_months], shared(0, 3));
    EXPECT_EQ(facts[Flow::monthly_entry_4_to_6_months], shared(1, 1));
}

TEST(Flows, look_at_the_same_people_a_year_later) {
    Watched town{4, {Activity::inactive}};
    const LabourFacts facts =
        town.live({"UUUUUUUUUUUUE", "UUUUUUUUUUUUU", "SSSSSSSSSSSSE", "SNNSEESNNNNNS"});
    EXPECT_EQ(facts[Flow::unemployed_in_work_after_year], shared(1, 2));
    EXPECT_EQ(facts[Flow::always_unemployed], shared(1, 2));
    EXPECT_EQ(facts[Flow::sick_in_work_after_year], shared(1, 2));
    EXPECT_EQ(facts[Flow::always_inactive], shared(1, 2)) << "work between quarters goes unseen";
}

TEST(Flows, see_who_is_back_within_six_months) {
    Watched town{3, {Activity::searching}};
    const LabourFacts facts = town.live({"UEEEEEEE", "UEEUEEEE", "UEEEEENN"});
    EXPECT_EQ(facts[Flow::back_in_search_within_6_months], shared(1, 3));
    EXPECT_EQ(facts[Flow::back_out_within_6_months], shared(2, 3));
}

TEST(Flows, see_how_many_jobs_last) {
    Watched town{4, {.activity = Activity::searching, .barriers = illness}};
    town.world().people.barriers[{3}] = 0;  // not whom the published programme took
    const LabourFacts facts =
        town.live({"UEEEEEEEEEEEEE", "UEEEEEEEUUUUUU", "UEEEENNNNNNNNN", "UEEEEEEEEEEEEE"});
    EXPECT_EQ(facts[Flow::survives_13_to_26_weeks], shared(2, 3));
    EXPECT_EQ(facts[Flow::survives_26_to_52_weeks], shared(1, 2));
}

TEST(Flows, count_employment_by_barriers_of_one_s_own_and_of_the_household) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.add(0, {{.barriers = illness}}, debt);
    small.add(0, {{.activity = Activity::sick, .barriers = illness}}, debt);
    small.add(0, {Resident{}});
    Panel panel;
    panel.month_closed(small.world, 0, 0);
    EXPECT_EQ(panel.facts().employed_by_barriers[0], shared(1, 1));
    EXPECT_EQ(panel.facts().employed_by_barriers[1], shared(0, 0));
    EXPECT_EQ(panel.facts().employed_by_barriers[2], shared(1, 2));
}

TEST(Flows, hold_vacancies_against_searchers) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.add_singles(4, {Activity::searching});
    small.world.jobs.vacancies[1] = 3;
    Panel panel;
    panel.month_closed(small.world, 0, 0);
    EXPECT_DOUBLE_EQ(panel.facts().vacancies_per_unemployed.value(), 0.75);
}

TEST(Flows, count_from_the_month_asked_for) {
    Watched town{1, {Activity::searching}};
    Panel panel{0, 3};
    for (Month now = -1; now < 4; ++now) {
        panel.month_closed(town.world(), 0, now);
    }
    EXPECT_EQ(panel.facts()[Flow::unemployed_to_employed], shared(0, 1));
}

TEST(Flows, of_two_replicates_add_up) {
    Watched town{2};
    LabourFacts facts = town.live({"UUUE", "UUUN"});
    Watched other{1};
    facts += other.live({"UUUE"});
    EXPECT_EQ(facts[Flow::unemployed_to_employed], shared(2, 3));
}

}  // namespace
}  // namespace foothold
