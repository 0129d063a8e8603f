// Did any number move? A short study of the demonstration town against what it gave before.
#include "sim/engine/simulation.hpp"
#include "sim/io/place_file.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/measures/catalogue.hpp"

#include <gtest/gtest.h>

#include <array>
#include <iomanip>
#include <sstream>
#include <string_view>

namespace foothold {
namespace {

constexpr auto golden_file = "tests/golden/demonstration-town.txt";
constexpr std::array<std::size_t, 3> times{0, 12, 24};
constexpr std::array<std::string_view, 12> place_columns{"employed",
                                                         "searching",
                                                         "inactive",
                                                         "sick",
                                                         "students",
                                                         "workless_over_2_years",
                                                         "job_entries",
                                                         "job_losses",
                                                         "barriers",
                                                         "on_universal_credit",
                                                         "benefits",
                                                         "taxes"};
constexpr std::array<std::string_view, 5> programme_columns{
    "contacted", "helped", "barriers_resolved", "spend_staff", "spend_personal_budgets"};

bool update = false;  // set by --update

std::size_t column_of(const std::vector<MeasureInfo>& infos, std::string_view name) {
    const auto found = std::find_if(
        infos.begin(), infos.end(), [&](const MeasureInfo& info) { return info.name == name; });
    EXPECT_NE(found, infos.end()) << "no measure is called " << name;
    return static_cast<std::size_t>(found - infos.begin());
}

std::string hex(std::uint64_t digest) {
    std::ostringstream text;
    text << std::hex << std::setw(16) << std::setfill('0') << digest;
    return text.str();
}

/// "arm month name" to value, as text.
using Numbers = std::map<std::string, std::string>;

void add_arm(Numbers& numbers,
             const std::string& name,
             const Trajectory& lived,
             const Parameters& parameters) {
    const std::vector<MeasureInfo> of_places = place_measures(parameters);
    const std::vector<MeasureInfo> of_programmes = programme_measures();
    const std::size_t places = lived.places[0].size() / lived.digest.size();
    for (const std::size_t time : times) {
        const std::string at = name + " " + std::to_string(time) + " ";
        numbers[at + "digest"] = hex(lived.digest[time]);
        for (const std::string_view column : place_columns) {
            const auto& values = lived.places[column_of(of_places, column)];
            std::int64_t sum = 0;
            for (std::size_t n = 0; n < places; ++n) {
                sum += values[time * places + n];
            }
            numbers[at + std::string{column}] = std::to_string(sum);
        }
        for (const std::string_view column : programme_columns) {
            numbers[at + std::string{column}] =
                std::to_string(lived.programmes[column_of(of_programmes, column)][time]);
        }
    }
}

Numbers live() {
    const LoadedScenario loaded = load_scenario("scenarios/demonstration-town.yaml",
                                                {"settings.burn_in=12", "settings.horizon=24"});
    const Place place = read_place(loaded.place);
    const Replicate lived = Simulation{loaded.scenario, place, 0}.run();
    Numbers numbers;
    for (std::size_t arm = 0; arm < lived.arms.size(); ++arm) {
        add_arm(numbers,
                loaded.scenario.arms.items[arm].name,
                lived.arms[arm],
                loaded.scenario.parameters);
    }
    return numbers;
}

Numbers read() {
    Numbers numbers;
    std::ifstream file{golden_file};
    for (std::string line; std::getline(file, line);) {
        const std::size_t space = line.rfind(' ');
        if (space != std::string::npos && line.front() != '#') {
            numbers[line.substr(0, space)] = line.substr(space + 1);
        }
    }
    return numbers;
}

void write(const Numbers& numbers) {
    std::ofstream file{golden_file};
    file
        << "# scenarios/demonstration-town.yaml with settings.burn_in=12 and settings.horizon=24,\n"
           "# replicate 0: arm, months since the start, measure over the whole town, value.\n"
           "# Written by golden_tests --update; a change is explained under Results in the\n"
           "# CHANGELOG.\n";
    for (const auto& [name, value] : numbers) {
        file << name << ' ' << value << '\n';
    }
    ASSERT_TRUE(file.flush()) << "cannot write " << golden_file;
}

/// What differs, one line each.
std::string moved(const Numbers& before, const Numbers& after) {
    std::string text;
    for (const auto& [name, value] : after) {
        const auto found = before.find(name);
        if (found == before.end()) {
            text += name + ": new, " + value + "\n";
        } else if (found->second != value) {
            text += name + ": was " + found->second + ", is " + value + "\n";
        }
    }
    for (const auto& [name, value] : before) {
        text += after.count(name) == 0 ? name + ": was " + value + ", is gone\n" : "";
    }
    return text;
}

TEST(Golden, demonstration_town_gives_the_numbers_it_gave_before) {
    const Numbers now = live();
    if (update) {
        write(now);
        return;
    }
    const std::string differences = moved(read(), now);
    if (!differences.empty()) {
        ADD_FAILURE() << "Numbers moved (arm, months, measure):\n"
                      << differences
                      << "If they were meant to, say what moved, by how much and why under Results "
                         "in CHANGELOG.md, then run\n    golden_tests --update\nin the checkout "
                         "and commit "
                      << golden_file << " with it.";
    }
}

TEST(Golden, says_which_numbers_moved) {
    EXPECT_EQ(moved({{"a", "1"}, {"b", "2"}, {"c", "3"}}, {{"a", "1"}, {"b", "4"}, {"d", "5"}}),
              "b: was 2, is 4\nd: new, 5\nc: was 3, is gone\n");
}

}  // namespace
}  // namespace foothold

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    foothold::update = argc > 1 && std::string_view{argv[1]} == "--update";
    return RUN_ALL_TESTS();
}
