#include "foothold/diagnostics.hpp"

#include "sim/io/csv.hpp"
#include "sim/io/place_check.hpp"
#include "sim/io/place_figures.hpp"
#include "sim/io/place_sources.hpp"
#include "sim/io/place_tables.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace foothold {

namespace {

constexpr const char* sources_file = "scenarios/places/sources.yaml";

PlaceAssumptions assumptions() {
    return read_place_sources(sources_file).assumptions;
}

/// 1,000 adults, 200 older people and 340 children in 700 households.
NeighbourhoodInput ordinary() {
    NeighbourhoodInput area;
    area.ages.working = {200, 200, 250, 350};
    area.ages.children = 340;
    area.ages.pupils = 230;
    area.ages.older = 200;
    area.households = 700;
    area.size = {0.34, 0.32, 0.17, 0.17};
    area.aged_16_and_over = 1200;
    area.employed_share = 0.6;
    area.active = 730;
    area.unemployed = 40;
    area.retired = 200;
    area.sick = 90;
    area.students = 330;
    area.deprived_children = 0.4;
    return area;
}

std::int64_t adults_for_larger(const NeighbourhoodInput& area, const Households& it) {
    return std::int64_t(area.ages.of_working_age()) - it[0] - it[1] - 2 * (it[2] + it[3]);
}

void expect_fit(const NeighbourhoodInput& area, const Households& it) {
    const std::int64_t rest = adults_for_larger(area, it);
    EXPECT_GE(rest, std::int64_t{least_adults_shared} * it[4]);
    EXPECT_LE(rest, std::int64_t{most_adults_shared} * it[4]);
    const std::int64_t families = it[1] + it[3];
    EXPECT_LE(families, std::int64_t(area.ages.children));
    EXPECT_GE(most_children_per_family * families, std::int64_t(area.ages.children));
}

std::string problems_of(std::string from, const std::string& to) {
    std::string text = read_text(sources_file);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    try {
        parse_place_sources(text.replace(at, from.size(), to), "sources.yaml");
    } catch (const ScenarioError& error) {
        std::string out;
        for (const Diagnostic& it : error.all()) {
            out += it.text() + '\n';
        }
        return out;
    }
    return {};
}

}  // namespace

TEST(PlaceHouseholds, follow_the_formula_of_the_format_document) {
    const NeighbourhoodInput area = ordinary();
    const HouseholdEstimate estimate = estimate_households(area, assumptions());
    // Older: 62 alone, 45 couples. 200 families, 30 % of them lone parents.
    EXPECT_EQ(estimate.households[0], 200);  // 238 - 62 + 24
    EXPECT_EQ(estimate.households[1], 60);
    EXPECT_EQ(estimate.households[3], 140);
    // 193 remain and 460 adults for them: 74 beyond two each, so 34 to 67 larger ones.
    EXPECT_EQ(estimate.households[2] + estimate.households[4], 193);
    EXPECT_EQ(estimate.households[4], 67);
    expect_fit(area, estimate.households);
}

TEST(PlaceHouseholds, fit_whatever_the_tables_say) {
    const PlaceAssumptions assume = assumptions();
    for (const double adults : {3.0, 40.0, 400.0, 4000.0}) {
        for (const double children : {0.0, 1.0, 30.0, 300.0}) {
            for (const double households : {10.0, 100.0, 1000.0}) {
                for (const double communal : {0.0, 500.0}) {
                    NeighbourhoodInput area = ordinary();
                    area.ages.working = {adults, 0, 0, 0};
                    area.ages.children = std::min(children, adults);
                    area.households = households;
                    area.communal = communal;
                    SCOPED_TRACE(std::to_string(adults) + " " + std::to_string(children) + " "
                                 + std::to_string(households));
                    expect_fit(area, estimate_households(area, assume).households);
                }
            }
        }
    }
}

TEST(PlaceHouseholds, house_a_hall_of_residence_in_fives) {
    NeighbourhoodInput area = ordinary();
    area.ages.working[0] += 2000;
    area.communal = 2000;
    const HouseholdEstimate estimate = estimate_households(area, assumptions());
    EXPECT_GT(estimate.added, 350);
    expect_fit(area, estimate.households);
}

TEST(PlaceShares, take_older_people_off_the_census_numbers) {
    PlaceNeighbourhood out;
    EXPECT_EQ(fill_shares(ordinary(), assumptions(), out), 0.0);
    EXPECT_NEAR(out.employed, (720 - 0.09 * 200) / 1000, 1e-12);
    EXPECT_NEAR(out.unemployed, 0.04, 1e-12);
    EXPECT_NEAR(out.student, (330 - 230 - (720 - 690)) / 1000.0, 1e-12);
    EXPECT_NEAR(out.sick, (90 - 0.03 * 200) / 1000, 1e-12);
    EXPECT_NEAR(out.retired, (200 - 0.86 * 200) / 1000, 1e-12);
}

TEST(PlaceShares, cut_students_first_where_people_are_counted_twice) {
    NeighbourhoodInput area = ordinary();
    area.students = 630;
    PlaceNeighbourhood out;
    EXPECT_NEAR(fill_shares(area, assumptions(), out), 0.224, 1e-12);
    EXPECT_NEAR(out.student, 0.37 - 0.224, 1e-12);
    EXPECT_NEAR(out.employed + out.unemployed + out.student + out.sick + out.retired, 1.0, 1e-12);
}

TEST(PlaceShares, have_scores_with_mean_0_and_deviation_1_over_people) {
    std::vector<NeighbourhoodInput> areas(3);
    std::vector<PlaceNeighbourhood> out(3);
    const double residents[] = {100, 300, 600};
    const double score[] = {0.4, 0.1, 0.2};
    for (std::size_t k = 0; k < 3; ++k) {
        areas[k].residents = residents[k];
        areas[k].score[0] = score[k];
    }
    standardise_scores(areas, out);
    double mean = 0.0;
    double square = 0.0;
    for (std::size_t k = 0; k < 3; ++k) {
        mean += residents[k] * out[k].score[0] / 1000;
        square += residents[k] * out[k].score[0] * out[k].score[0] / 1000;
    }
    EXPECT_NEAR(mean, 0.0, 1e-12);
    EXPECT_NEAR(square, 1.0, 1e-12);
    EXPECT_GT(out[0].score[0], out[2].score[0]);
    EXPECT_EQ(out[0].score[1], 0.0);  // no difference anywhere
}

TEST(PlaceTables, split_whole_numbers_and_keep_their_total) {
    EXPECT_EQ(split_whole(10, {1, 1, 1}), (std::vector<double>{4, 3, 3}));
    EXPECT_EQ(split_whole(7, {0.2, 0.5, 0.3}), (std::vector<double>{1, 4, 2}));
    EXPECT_EQ(split_whole(7, {0, 0}), (std::vector<double>{0, 0}));
}

TEST(PlaceTables, fit_a_pattern_with_one_star) {
    EXPECT_TRUE(fits("ts041_lcr.csv", "ts041_*.csv"));
    EXPECT_TRUE(fits("a.csv", "a.csv"));
    EXPECT_FALSE(fits("ts054_lcr.csv", "ts041_*.csv"));
    EXPECT_FALSE(fits("ab", "ab*b"));
}

TEST(PlaceSources, point_at_the_misspelt_key_and_suggest_the_right_one) {
    EXPECT_NE(problems_of("      employees: ", "      employes: ")
                  .find("tables.jobs.columns.employes: unknown key; did you mean 'employees'?"),
              std::string::npos);
    EXPECT_NE(problems_of("  older_sick:", "  older_sik:").find("did you mean 'older_sick'?"),
              std::string::npos);
}

TEST(PlaceSources, want_a_source_and_a_range_for_every_assumption) {
    EXPECT_NE(problems_of("cite: local", "local").find("must begin with one of cite:"),
              std::string::npos);
    EXPECT_NE(problems_of("value: 0.27", "value: 0.57")
                  .find("assumptions.low_paid_or_insecure.value: the value does not lie between "
                        "low and high"),
              std::string::npos);
}

}  // namespace foothold
