// Each rule is able to fail: a small house with one thing wrong, and the very line it must report.
#include "tests/architecture/rules.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace foothold::architecture {
namespace {

/// A folder of its own for each test, gone afterwards.
class Planted : public testing::Test {
  protected:
    Planted()
        : root_{std::filesystem::path{testing::TempDir()} / "foothold-architecture"
                / testing::UnitTest::GetInstance()->current_test_info()->name()} {
        std::filesystem::remove_all(root_);
    }

    ~Planted() override { std::filesystem::remove_all(root_); }

    void plant(const std::string& path, const std::string& text) {
        std::filesystem::create_directories((root_ / path).parent_path());
        std::ofstream{root_ / path} << text;
    }

    std::vector<Source> house() const { return read_sources(root_, {"include", "sim"}); }

    std::filesystem::path root_;
};

using PlantedInclude = Planted;
using PlantedWord = Planted;
using PlantedSize = Planted;
using PlantedList = Planted;
using PlantedPurpose = Planted;
using PlantedNumber = Planted;

TEST_F(PlantedInclude, of_a_higher_layer_is_reported) {
    plant("sim/core/text.cpp",
          "#include \"sim/core/text.hpp\"\n#include \"sim/phases/search.hpp\"\n");
    EXPECT_EQ(include_faults(house()), Faults{"sim/core/text.cpp:2: core must not include phases"});
}

TEST_F(PlantedInclude, of_a_lower_layer_is_fine) {
    plant("sim/cli/main.cpp",
          "#include \"foothold/ids.hpp\"\n#include \"sim/io/yaml.hpp\"\n#include <CLI/CLI.hpp>\n");
    EXPECT_EQ(include_faults(house()), Faults{});
}

TEST_F(PlantedInclude, by_a_short_path_is_reported) {
    plant("sim/io/yaml.cpp", "#include \"yaml.hpp\"\n");
    EXPECT_EQ(include_faults(house()),
              Faults{"sim/io/yaml.cpp:1: include \"yaml.hpp\" by its full path from the root"});
}

TEST_F(PlantedInclude, of_the_engine_in_a_public_header_is_reported) {
    plant("include/foothold/world.hpp", "#pragma once\n#include \"sim/core/text.hpp\"\n");
    EXPECT_EQ(include_faults(house()),
              Faults{"include/foothold/world.hpp:2: include/foothold must include only itself and "
                     "the standard library"});
}

TEST_F(PlantedInclude, of_a_third_party_outside_its_door_is_reported) {
    plant("sim/core/parallel.cpp", "#include <tbb/parallel_for.h>\n");
    plant("sim/io/hdf5.cpp", "#include <hdf5.h>\n#include <unistd.h>\n");
    plant("sim/io/hdf5.hpp", "#include <hdf5.h>\n");
    plant("sim/phases/search.cpp", "#include <tbb/parallel_for.h>\n#include <boost/any.hpp>\n");
    EXPECT_EQ(include_faults(house()),
              (Faults{"sim/io/hdf5.hpp:1: <hdf5.h> may be included only in sim/io/hdf5.cpp and "
                      "sim/io/hdf5_driver.cpp",
                      "sim/phases/search.cpp:1: <tbb/parallel_for.h> may be included only in "
                      "sim/core/parallel.cpp",
                      "sim/phases/search.cpp:2: <boost/any.hpp> has no door; see docs/adr on third "
                      "parties"}));
}

TEST_F(PlantedInclude, from_an_unknown_layer_is_reported) {
    plant("sim/utils/misc.cpp", "");
    EXPECT_EQ(include_faults(house()), Faults{"sim/utils/misc.cpp:1: there is no layer utils"});
}

TEST_F(PlantedWord, that_the_model_must_not_use_is_reported) {
    plant("sim/phases/search.cpp",
          "#include <random>\n"
          "std::normal_distribution<double> d;\n"
          "double a = std::exp(1.0);\n"
          "int b = std::reduce(first, last);\n"
          "std::unordered_map<int, int> c;\n"
          "std::atomic<int> e;\n"
          "void f() { std::shuffle(first, last, engine); }\n");
    const Faults faults = word_faults(house());
    ASSERT_EQ(faults.size(), 7);
    EXPECT_EQ(faults[0], "sim/phases/search.cpp:1: the model must not include <random>");
    EXPECT_EQ(faults[1].find("sim/phases/search.cpp:2: normal_distribution: draw by address"), 0);
    EXPECT_EQ(faults[2].find("sim/phases/search.cpp:3: exp: use the house's own"), 0);
    EXPECT_EQ(faults[3].find("sim/phases/search.cpp:4: reduce: sum in integers"), 0);
    EXPECT_EQ(faults[4].find("sim/phases/search.cpp:5: unordered_map: its order"), 0);
    EXPECT_EQ(faults[5].find("sim/phases/search.cpp:6: atomic: go through the three verbs"), 0);
    EXPECT_EQ(faults[6].find("sim/phases/search.cpp:7: shuffle: draw by address"), 0);
}

TEST_F(PlantedWord, that_prints_or_exits_outside_the_command_line_is_reported) {
    plant("sim/cli/main.cpp", "int main() { std::cout << 1; std::exit(2); }\n");
    plant("sim/io/yaml.cpp",
          "void f() {\n    std::cout << 1;\n    printf(\"\");\n    exit(1);\n}\n");
    EXPECT_EQ(word_faults(house()),
              (Faults{"sim/io/yaml.cpp:2: cout: only the command line prints",
                      "sim/io/yaml.cpp:3: printf: only the command line prints",
                      "sim/io/yaml.cpp:4: exit: only the command line exits; throw a "
                      "ScenarioError or IoError"}));
}

TEST_F(PlantedWord, in_a_comment_a_string_or_the_house_is_fine) {
    plant("sim/core/parallel_threads.cpp", "std::jthread worker;\nstd::atomic<int> next;\n");
    plant("sim/phases/search.cpp",
          "// std::exp(1.0) and 'tis fine\n/* std::rand()\n */ auto s = \"std::log\";\n"
          "auto raw = R\"x(std::pow \" )x\";\nauto y = foothold::log(2.0) + exit_rate(p) + "
          "it.exit();\n");
    EXPECT_EQ(word_faults(house()), Faults{});
}

TEST_F(PlantedSize, beyond_the_most_is_reported) {
    const auto lines = [](std::size_t n) { return std::string(n, '\n'); };
    plant("include/foothold/ids.hpp", lines(151));
    plant("include/foothold/place.hpp", lines(200));
    plant("sim/io/long.cpp", lines(401));
    plant("sim/io/short.cpp", lines(400));
    EXPECT_EQ(
        size_faults(house()),
        (Faults{"include/foothold/ids.hpp:151: 151 lines; the most is 150, so split it by idea",
                "sim/io/long.cpp:401: 401 lines; the most is 400, so split it by idea"}));
}

TEST_F(PlantedList, without_a_file_is_reported) {
    plant("CMakeLists.txt", "sources(\n    sim/core/draws.cpp\n)\n");
    plant("tests/CMakeLists.txt", "sources(\n    unit/draws_test.cpp\n)\n");
    for (const char* path : {"sim/core/draws.cpp",
                             "sim/core/hash.cpp",
                             "sim/core/hash.hpp",
                             "sim/core/parallel_serial.cpp",
                             "tests/unit/draws_test.cpp",
                             "tests/unit/hash_test.cpp"}) {
        plant(path, "");
    }
    EXPECT_EQ(list_faults(root_),
              (Faults{"sim/core/hash.cpp:1: is not listed in CMakeLists.txt",
                      "tests/unit/hash_test.cpp:1: is not listed in tests/CMakeLists.txt"}));
}

TEST_F(PlantedPurpose, twice_used_unused_or_misnumbered_is_reported) {
    plant("include/foothold/draws.hpp",
          "enum class Purpose : std::uint32_t {\n"
          "    search_starts = 1,  // fine\n"
          "    separation = 2,\n"
          "    onset = 2,\n"
          "    relief,\n"
          "    forgotten = 5\n"
          "};\n"
          "class Draws {};\n");
    plant("sim/phases/search.cpp", "a(Purpose::search_starts); b(Purpose::separation);\n");
    plant("sim/phases/jobs.cpp", "b(Purpose::separation, Purpose::onset, Purpose::relief);\n");
    EXPECT_EQ(purpose_faults(house()),
              (Faults{"include/foothold/draws.hpp:3: Purpose::separation is drawn for in more than "
                      "one file: sim/phases/jobs.cpp, sim/phases/search.cpp",
                      "include/foothold/draws.hpp:4: Purpose::onset has the number of separation",
                      "include/foothold/draws.hpp:5: Purpose::relief has no number of its own",
                      "include/foothold/draws.hpp:6: Purpose::forgotten is drawn for nowhere"}));
}

TEST_F(PlantedNumber, that_looks_like_evidence_is_reported) {
    plant("sim/phases/search.cpp",
          "const double a = 0.5 * 12 + 2u + 1.0 + x86 - 0;  // 0.042 in a comment is fine\n"
          "const double hazard = 0.042;\n"
          "const double hours = 37.5;\n"
          "const double small = 1e-9, big = 1'000;\n");
    plant("sim/io/yaml.cpp", "int elsewhere = 99;\n");
    plant("numbers.allowed", "# a comment\nsim/phases/search.cpp 37.5 hours in a week\n");
    const Faults faults = number_faults(house(), root_ / "numbers.allowed");
    ASSERT_EQ(faults.size(), 3);
    EXPECT_EQ(faults[0],
              "sim/phases/search.cpp:2: 0.042 looks like evidence; give it in scenarios/ with its "
              "source, or a reason in tests/architecture/numbers.allowed");
    EXPECT_EQ(faults[1].find("sim/phases/search.cpp:4: 1e-9 looks like evidence"), 0);
    EXPECT_EQ(faults[2].find("sim/phases/search.cpp:4: 1'000 looks like evidence"), 0);
}

TEST_F(PlantedNumber, allowed_without_reason_or_need_is_reported) {
    plant("numbers.allowed", "sim/phases/search.cpp 7\nsim/phases/search.cpp 52 weeks in a year\n");
    EXPECT_EQ(number_faults(house(), root_ / "numbers.allowed"),
              (Faults{"numbers.allowed:1: give path, number and the reason",
                      "numbers.allowed:2: 52 no longer stands in sim/phases/search.cpp"}));
}

}  // namespace
}  // namespace foothold::architecture
