#include "foothold/diagnostics.hpp"

#include "sim/io/csv.hpp"
#include "sim/io/place_distance.hpp"
#include "sim/io/place_figures.hpp"
#include "sim/io/place_file.hpp"
#include "tests/unit/small_place.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace foothold {

namespace {

/// What reading says is wrong, one a line; empty if nothing is.
std::string problems_of(const PlaceTexts& texts) {
    try {
        parse_place(texts, "p");
    } catch (const ScenarioError& error) {
        std::string out;
        for (const Diagnostic& it : error.all()) {
            out += it.text() + '\n';
        }
        return out;
    }
    return {};
}

std::string problems_of(const Place& place) {
    return problems_of(place_texts(place, small_sources()));
}

void replace(std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

class Folder {
  public:
    Folder()
        : path_(std::filesystem::temp_directory_path()
                / ("foothold_place_"
                   + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "_"
                   + ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    ~Folder() { std::filesystem::remove_all(path_); }

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace

TEST(PlaceFile, reads_back_what_it_wrote) {
    const Folder folder;
    write_place(small_place(), small_sources(), folder.path() / "place");
    EXPECT_EQ(read_place(folder.path() / "place"), small_place());
}

TEST(PlaceFile, replaces_a_place_and_leaves_nothing_beside_it) {
    const Folder folder;
    write_place(small_place(), small_sources(), folder.path() / "place");
    Place changed = small_place();
    changed.title = "Another";
    write_place(changed, small_sources(), folder.path() / "place");
    EXPECT_EQ(read_place(folder.path() / "place").title, "Another");
    using Entries = std::filesystem::directory_iterator;
    EXPECT_EQ(std::distance(Entries(folder.path()), Entries()), 1);
}

TEST(PlaceFile, leaves_alone_a_folder_that_is_not_a_place) {
    const Folder folder;
    std::ofstream(folder.path() / "thesis.txt") << "years of work";
    EXPECT_THROW(write_place(small_place(), small_sources(), folder.path()), IoError);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "thesis.txt"));
}

TEST(PlaceFile, wants_a_source_for_every_figure) {
    std::vector<FigureSource> sources = small_sources();
    sources.pop_back();
    EXPECT_THROW(place_texts(small_place(), sources), ScenarioError);
    PlaceTexts texts = place_texts(small_place(), small_sources());
    replace(texts.place, "zones.jobs_secure:", "zones.jobs_secur:");
    EXPECT_NE(problems_of(texts).find("figures.zones.jobs_secur: unknown key; did you mean "
                                      "'zones.jobs_secure'?"),
              std::string::npos)
        << problems_of(texts);
}

TEST(PlaceFile, names_a_table_that_was_cut_short) {
    PlaceTexts texts = place_texts(small_place(), small_sources());
    texts.neighbourhoods.resize(texts.neighbourhoods.rfind("E01000002"));
    EXPECT_EQ(problems_of(texts),
              "p/place.yaml:7:19: error: rows.neighbourhoods: p/neighbourhoods.csv has 1 rows, not "
              "2; it was cut short or changed\n");
}

TEST(PlaceFile, points_at_the_misspelt_column_and_suggests_the_right_one) {
    PlaceTexts texts = place_texts(small_place(), small_sources());
    replace(texts.zones, "jobs_low_paid", "jobs_low_payed");
    EXPECT_EQ(problems_of(texts),
              "p/zones.csv:1:1: error: jobs_low_paid: the table has no such column; did you mean "
              "'jobs_low_payed'?\n"
              "p/zones.csv:1:35: error: jobs_low_payed: unknown column; did you mean "
              "'jobs_low_paid'?\n");
}

TEST(PlaceFile, reports_codes_that_join_to_nothing_together) {
    Place place = small_place();
    place.neighbourhoods[1].code = place.neighbourhoods[0].code;
    place.neighbourhoods[0].zone = "E02000009";
    place.neighbourhoods[1].authority = "E08000009";
    EXPECT_EQ(problems_of(place),
              "p/neighbourhoods.csv:2:47: error: zone: zones.csv has no zone 'E02000009'\n"
              "p/neighbourhoods.csv:3:1: error: code: neighbourhood 'E01000001' is named twice\n"
              "p/neighbourhoods.csv:3:17: error: authority: authorities.csv has no rates for "
              "'E08000009'\n");
}

TEST(PlaceFile, wants_shares_to_add_up) {
    Place place = small_place();
    place.neighbourhoods[0].tenure[0] = 0.51;
    place.neighbourhoods[0].employed = 0.9;
    const std::string problems = problems_of(place);
    EXPECT_NE(problems.find("the shares of tenure add up to 1.0100; must be 1"), std::string::npos);
    EXPECT_NE(problems.find("sick and retired add up to 1.2000; must be at most 1"),
              std::string::npos)
        << problems;
}

TEST(PlaceFile, wants_people_to_fill_their_households) {
    Place place = small_place();
    place.neighbourhoods[0].people = {1, 1, 1, 1};
    place.neighbourhoods[1].children = 500;
    const std::string problems = problems_of(place);
    EXPECT_NE(problems.find("-66 adults are left for 9 households of three or more"),
              std::string::npos)
        << problems;
    EXPECT_NE(problems.find("500 children do not fit 20 households"), std::string::npos);
}

TEST(PlaceFile, wants_somebody_to_live_there_and_some_job) {
    Place place = small_place();
    place.neighbourhoods[0].people = {};
    place.neighbourhoods[1].households = {};
    place.zones[0].jobs = {};
    const std::string problems = problems_of(place);
    EXPECT_NE(problems.find("nobody of working age lives here"), std::string::npos);
    EXPECT_NE(problems.find("there is no household here"), std::string::npos);
    EXPECT_NE(problems.find("there is no job in any zone"), std::string::npos);
}

TEST(PlaceFile, has_a_document_that_names_every_column) {
    const std::string document = read_text("docs/formats/place.md");
    for (const FigureSource& it : small_sources()) {
        const std::string column = it.figure.substr(it.figure.find('.') + 1);
        EXPECT_NE(document.find('`' + column + '`'), std::string::npos) << it.figure;
    }
}

TEST(PlaceBuild, recovers_the_decay_that_made_the_flows) {
    constexpr double decay = 0.3;
    const std::vector<Position> positions{{0, 0}, {4, 0}, {0, 7}, {9, 9}, {2, 3}};
    const std::vector<double> workers{100, 300, 50, 200, 80};
    FlowInput flows{std::vector<double>(25, 0.0), std::vector<double>(5, 0.0)};
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 5; ++j) {
            // Any factor of the origin and any trips within a zone must make no difference.
            const double km = distance_km(positions[i], positions[j]);
            flows.to[i * 5 + j] =
                i == j ? 1e6 : (1.0 + double(i)) * workers[j] * std::exp(-decay * km);
        }
    }
    const DecayFit fit = fit_decay(positions, workers, flows);
    EXPECT_NEAR(fit.decay_per_km, decay, 1e-9);
    EXPECT_NEAR(fit.in_common, 1.0, 1e-9);
    EXPECT_FALSE(fit.at_bound);
}

TEST(PlaceBuild, counts_work_outside_the_zones_kept_as_elsewhere) {
    const FlowInput flows{{60, 20, 0, 10}, {20, 90}};
    EXPECT_EQ(works_elsewhere(flows, {true, true}), (std::vector<double>{0.2, 0.9}));
    EXPECT_EQ(works_elsewhere(flows, {true, false}), (std::vector<double>{0.4, 1.0}));
}

TEST(PlaceBuild, puts_a_degree_of_latitude_at_111_km) {
    const Position north = Plane(53.0, -3.0).at(54.0, -3.0);
    EXPECT_NEAR(north.y_km, 111.195, 1e-3);
    EXPECT_NEAR(Plane(60.0, 0.0).at(60.0, 1.0).x_km, 111.195 / 2, 1e-3);
}

}  // namespace foothold
