// What is published of treatment for addiction, against people supported by an advocate with the
// parameters that are shipped, through the phases that lift barriers and close cases.
#include "sim/io/scenario_file.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr std::uint32_t many = 4000;
constexpr int treated = 12;  // [month] the usual limit of support

/// The shipped numbers with one programme that gives everybody five hours a month.
Scenario treatment() {
    Scenario it = plain_scenario();
    it.parameters = load_scenario("scenarios/demonstration-town.yaml", {}).scenario.parameters;
    it.parameters.casework.hours_by_need = 0.0;
    Programme programme = plain_programme();
    programme.staffing.advocates = 0;
    programme.staffing.contact_hours = 5.0 * many;
    programme.staffing.caseload = many;
    programme.funding.months = treated + 1;
    programme.offer.limit = treated + 1;
    it.programmes.items = {programme};
    return it;
}

TEST(PublishedTreatment, of_addiction_ends_well_for_half_within_a_year) {
    // England 2015/16, adults leaving treatment: 50.5 % free of dependence, 30.3 % drop out, the
    // others are transferred, here: reach the limit (qualitywatch.org.uk).
    const Scenario scenario = treatment();
    const auto& barriers_of = scenario.parameters.barriers.items;
    std::size_t addiction = 0;
    while (barriers_of[addiction].name != "addiction") {
        ++addiction;
    }
    const auto bit = static_cast<BarrierSet>(1U << addiction);
    SmallWorld small{scenario};
    small.add_singles(many, {.activity = Activity::sick, .months = 60, .barriers = bit});
    small.start(0);
    for (std::uint32_t row = 0; row < many; ++row) {
        small.support({row}, 0, 0.0F);
    }
    const MonthRules rules{scenario};
    std::vector<char> over(many, 0);
    double free = 0.0;
    double dropped = 0.0;
    for (int month = 0; month < treated; ++month) {
        barriers(small.world, rules.in(static_cast<Month>(month)));
        advocacy(small.world, rules.in(static_cast<Month>(month)));
        for (std::uint32_t row = 0; row < many; ++row) {
            if (over[row] != 0) {
                continue;
            }
            if (!(small.world.people.barriers[{row}] & bit)) {
                ++free;
                over[row] = 1;
            } else if (small.world.support.cases[row].closing == Closing::dropped_out) {
                ++dropped;
                over[row] = 1;
            }
        }
    }
    EXPECT_NEAR(free / many, 0.505, 0.025);
    EXPECT_NEAR(dropped / many, 0.26, 0.025)
        << "what is documented as missing its target of 0.303 (casework.drop_out)";
}

}  // namespace
}  // namespace foothold
