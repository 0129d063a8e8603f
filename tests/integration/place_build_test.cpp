#include "foothold/diagnostics.hpp"

#include "sim/io/csv.hpp"
#include "sim/io/place_build.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace foothold {

namespace {

namespace fs = std::filesystem;

const fs::path places = "scenarios/places";
const std::vector<std::string> region{
    "E08000011", "E08000012", "E08000013", "E08000014", "E08000015", "E06000006"};
const std::vector<std::string> town{"E01006449",
                                    "E01006450",
                                    "E01006451",
                                    "E01006452",
                                    "E01006453",
                                    "E01006467",
                                    "E01006470",
                                    "E01006471",
                                    "E01006473",
                                    "E01006474",
                                    "E01006475",
                                    "E01006476",
                                    "E01033228"};

/// The folder of official tables, if this machine has it.
std::optional<fs::path> tables() {
    const char* named = std::getenv("FOOTHOLD_DATA");
    const fs::path folder = named != nullptr ? fs::path(named) : fs::path("../shared/data");
    return fs::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

PlaceBuildRequest region_request(const fs::path& from) {
    return {from,
            places / "sources.yaml",
            region,
            {},
            0.0,
            "liverpool-city-region",
            "Liverpool City Region"};
}

PlaceTexts shipped(const fs::path& place) {
    return {read_text(place / "place.yaml"),
            read_text(place / "neighbourhoods.csv"),
            read_text(place / "zones.csv"),
            read_text(place / "authorities.csv")};
}

/// A folder that shows the official tables, some of them doctored.
class Doctored {
  public:
    explicit Doctored(const fs::path& from)
        : folder_(
            fs::temp_directory_path()
            / ("foothold_tables_"
               + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        for (const auto& entry : fs::directory_iterator(from)) {
            fs::create_symlink(fs::absolute(entry.path()), folder_ / entry.path().filename());
        }
    }

    Doctored(const Doctored&) = delete;
    Doctored& operator=(const Doctored&) = delete;

    ~Doctored() { fs::remove_all(folder_); }

    /// Puts `to` where `file` first says `from`.
    void change(const std::string& file, const std::string& from, const std::string& to) {
        std::string text = read_text(folder_ / file);
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        fs::remove(folder_ / file);
        std::ofstream(folder_ / file, std::ios::binary) << text.replace(at, from.size(), to);
    }

    void remove(const std::string& file) { fs::remove(folder_ / file); }

    /// What the builder says is wrong, without the folder's name; empty if nothing is.
    std::string problems(PlaceBuildRequest request) const {
        request.from = folder_;
        try {
            make_place(request);
        } catch (const ScenarioError& error) {
            std::string out;
            for (const Diagnostic& it : error.all()) {
                out += it.text() + '\n';
            }
            const std::string name = folder_.string();
            for (std::size_t at = out.find(name); at != std::string::npos; at = out.find(name)) {
                out.replace(at, name.size(), "DIR");
            }
            return out;
        }
        return {};
    }

  private:
    fs::path folder_;
};

constexpr const char* households = "census2021_ts041_number_of_households_lsoa21_lcr.csv";
constexpr const char* tenure = "census2021_ts054_tenure_lsoa21_lcr.csv";
constexpr const char* flows_table = "census2011_wu01ew_travel_to_work_flows_msoa11_lcr.csv";

constexpr const char* jobs_table = "bres2023_employees_msoa_lcr.csv";

/// The decay found another way: Newton steps on the published table, older zones as they are.
double decay_from_table(const fs::path& from, const Place& place) {
    std::map<std::string, std::pair<double, double>> at;
    for (const PlaceZone& zone : place.zones) {
        at[zone.code] = {zone.x_km, zone.y_km};
    }
    Diagnostics found;
    const CsvTable counts = read_csv(from / "census2011_workplace_counts_msoa11_lcr.csv", found);
    std::map<std::string, double> workers;
    for (const CsvTable::Row& row : counts.rows) {
        if (at.contains(row.fields[0].text)) {
            workers[row.fields[0].text] = std::stod(row.fields[2].text);
        }
    }
    std::map<std::string, std::map<std::string, double>> trips;
    for (const CsvTable::Row& row : read_csv(from / flows_table, found).rows) {
        const std::string& i = row.fields[0].text;
        const std::string& j = row.fields[1].text;
        if (i != j && workers.contains(i) && workers.contains(j)) {
            trips[i][j] += std::stod(row.fields[2].text);
        }
    }
    double decay = 0.1;
    for (int step = 0; step < 12; ++step) {
        double slope = 0.0;
        double curve = 0.0;
        for (const auto& [i, row] : trips) {
            double w0 = 0.0;
            double w1 = 0.0;
            double w2 = 0.0;
            double number = 0.0;
            for (const auto& [j, size] : workers) {
                if (i == j) {
                    continue;
                }
                const double km =
                    std::hypot(at[i].first - at[j].first, at[i].second - at[j].second);
                const double w = size * std::exp(-decay * km);
                const double seen = row.contains(j) ? row.at(j) : 0.0;
                w0 += w;
                w1 += w * km;
                w2 += w * km * km;
                number += seen;
                slope -= seen * km;
            }
            slope += number * w1 / w0;
            curve += number * (w2 / w0 - w1 * w1 / w0 / w0);
        }
        decay += slope / curve;
    }
    return decay;
}

template <class Values>
double sum(const Values& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

TEST(ShippedPlaces, can_be_read_and_carry_their_licence) {
    for (const char* name : {"liverpool-city-region", "demonstration-town"}) {
        const Place place = read_place(places / name);
        EXPECT_EQ(place.name, name);
        EXPECT_EQ(place.licence,
                  "Contains public sector information licensed under the Open Government Licence "
                  "v3.0. Contains OS data (c) Crown copyright and database right.");
    }
}

TEST(ShippedPlaces, hold_the_published_totals) {
    const Place place = read_place(places / "liverpool-city-region");
    EXPECT_EQ(place.neighbourhoods.size(), 1003U);
    EXPECT_EQ(place.zones.size(), 201U);
    EXPECT_EQ(place.rates.size(), 6U * 20U);
    double people = 0.0;
    double children = 0.0;
    double employed = 0.0;
    for (const PlaceNeighbourhood& it : place.neighbourhoods) {
        people += sum(it.people);
        children += it.children;
        employed += sum(it.people) * it.employed;
    }
    EXPECT_EQ(people, 996582);  // mid-2020, aged 16 to 65
    EXPECT_EQ(children, 286165);
    EXPECT_NEAR(employed / people, 0.658, 0.005);
    double jobs = 0.0;
    double estimated = 0.0;
    for (const PlaceZone& it : place.zones) {
        const bool unpublished = it.code == "E02006935" || it.code == "E02006936";
        (unpublished ? estimated : jobs) += sum(it.jobs);
    }
    EXPECT_EQ(jobs, 666300);  // employees, 2023
    EXPECT_EQ(estimated, 9176);
}

TEST(ShippedPlaces, hold_the_mean_of_the_rolling_years_that_end_in_a_year) {
    const Place place = read_place(places / "demonstration-town");
    const auto rate = std::find_if(
        place.rates.begin(), place.rates.end(), [](const auto& it) { return it.year == 2019; });
    ASSERT_NE(rate, place.rates.end());
    EXPECT_EQ(rate->name, "Knowsley");
    EXPECT_DOUBLE_EQ(rate->employment, 0.7265);  // 69.4, 72.3, 73.3 and 75.6 %
    EXPECT_DOUBLE_EQ(rate->inactivity, 0.2440);  // 27.3, 24.4, 23.8 and 22.1 %
}

TEST(ShippedPlaces, are_what_the_tables_and_this_builder_give_byte_for_byte) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    PlaceBuildRequest request = region_request(*from);
    EXPECT_TRUE(make_place(request).texts == shipped(places / "liverpool-city-region"))
        << "run the two commands of docs/formats/place.md";
    request.neighbourhoods = town;
    request.zones_within_km = 2.0;
    request.name = "demonstration-town";
    request.title = "Demonstration town (a teaching extract)";
    EXPECT_TRUE(make_place(request).texts == shipped(places / "demonstration-town"));
}

TEST(PlaceBuild, fits_the_decay_that_an_independent_fit_finds) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    const Place place = read_place(places / "liverpool-city-region");
    // One older zone has since been split; the check leaves it out.
    EXPECT_NEAR(place.distance_decay_per_km, decay_from_table(*from, place), 0.002);
    EXPECT_GT(place.distance_decay_per_km, 0.1);
    EXPECT_LT(place.distance_decay_per_km, 0.5);
}

TEST(PlaceBuild, points_at_what_is_wrong_in_the_tables) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    Doctored doctored(*from);
    const PlaceBuildRequest request = region_request(*from);
    doctored.change(households, "E06000006,1162\r\n", "E06000006,-1162\r\n");
    doctored.change(
        tenure, "Tenure of household: Social rented,", "Tenure of houshold: Social rented,");
    doctored.change(flows_table, "E02000004,E02001366,1\r\n", "E02000004,E02001366,one\r\n");
    const std::string problems = doctored.problems(request);
    EXPECT_NE(
        problems.find(std::string("DIR/") + households
                      + ":2:43: error: Number of households: Number of households: '-1162' is "
                        "not a count"),
        std::string::npos)
        << problems;
    EXPECT_NE(problems.find("Tenure of household: Social rented: the table has no such column; did "
                            "you mean 'Tenure of houshold: Social rented'?"),
              std::string::npos)
        << problems;
    EXPECT_NE(problems.find(std::string("DIR/") + flows_table
                            + ":2:21: error: count: 'one' is not a count"),
              std::string::npos)
        << problems;
}

TEST(PlaceBuild, says_which_code_joins_to_nothing) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    Doctored doctored(*from);
    doctored.change(households, "\nE01012392,", "\nE01099999,");
    EXPECT_NE(doctored.problems(region_request(*from))
                  .find("error: E01012392: the code has no row in " + std::string(households)),
              std::string::npos)
        << doctored.problems(region_request(*from));
}

TEST(PlaceBuild, refuses_jobs_in_an_unknown_zone_and_a_zone_left_without_jobs) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    Doctored doctored(*from);
    doctored.change(jobs_table, "\nE02001328,", "\nE02099999,");
    doctored.change(jobs_table, "Knowsley,2000\r\n", "Knowsley,\r\n");
    const std::string problems = doctored.problems(region_request(*from));
    const std::string table = std::string("DIR/") + jobs_table;
    EXPECT_NE(problems.find(table + ":3:1: error: MSOACD: 'E02099999' is no zone of the look-ups"),
              std::string::npos)
        << problems;
    const std::string no_figure = std::string(": the code has no figure in ") + jobs_table
                                  + "; if none is published, list it in tables.jobs.unpublished\n";
    EXPECT_NE(problems.find("error: E02001328" + no_figure), std::string::npos) << problems;
    EXPECT_NE(problems.find(table + ":4:30: error: E02001329" + no_figure), std::string::npos)
        << problems;
    EXPECT_EQ(std::count(problems.begin(), problems.end(), '\n'), 3) << problems;
}

TEST(PlaceBuild, accepts_jobs_of_authorities_that_are_not_chosen) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    PlaceBuildRequest request = region_request(*from);
    request.authorities = {"E08000011"};
    EXPECT_EQ(Doctored(*from).problems(request), "");
}

TEST(PlaceBuild, refuses_flows_from_or_to_what_is_not_a_zone) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    Doctored doctored(*from);
    doctored.change(flows_table, "\nE02000004,E02001366,", "\nX02000004,E02001366,");
    doctored.change(flows_table, "\nE02000004,E02002576,", "\nE02000004,E0200257,");
    doctored.change(flows_table, "\nE02000005,E02001492,", "\nE02999999,OD0000001,");  // no fault
    const std::string table = std::string("DIR/") + flows_table;
    EXPECT_EQ(doctored.problems(region_request(*from)),
              table + ":2:1: error: from_msoa: 'X02000004' is not the code of a zone\n" + table
                  + ":3:11: error: to_msoa: 'E0200257' is not the code of a zone\n");
}

TEST(PlaceBuild, says_which_table_is_missing_or_was_cut_short) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    Doctored doctored(*from);
    doctored.remove(households);
    doctored.remove(tenure);
    const std::string problems = doctored.problems(region_request(*from));
    EXPECT_NE(problems.find("error: tables.households.file: no file in DIR fits "
                            "'census2021_ts041_*.csv'"),
              std::string::npos)
        << problems;
    EXPECT_NE(problems.find("error: tables.tenure.file: no file in DIR fits"), std::string::npos);
}

TEST(PlaceBuild, refuses_a_neighbourhood_or_authority_that_the_tables_do_not_have) {
    const std::optional<fs::path> from = tables();
    if (!from) {
        GTEST_SKIP() << "the official tables are not here; set FOOTHOLD_DATA to their folder";
    }
    PlaceBuildRequest request = region_request(*from);
    request.authorities = {"E08000099"};
    EXPECT_THROW(make_place(request), ScenarioError);
    request = region_request(*from);
    request.neighbourhoods = {"E01099999"};
    EXPECT_THROW(make_place(request), ScenarioError);
}

TEST(PlaceBuild, leaves_the_old_place_when_the_tables_are_wrong) {
    const fs::path out = fs::temp_directory_path() / "foothold_place_kept";
    fs::remove_all(out);
    write_place(shipped(places / "demonstration-town"), out);
    PlaceBuildRequest request = region_request("no/such/folder");
    EXPECT_ANY_THROW(build_place(request, out));
    EXPECT_TRUE(shipped(out) == shipped(places / "demonstration-town"));
    fs::remove_all(out);
}

}  // namespace foothold
