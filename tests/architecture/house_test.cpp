// The house as it stands keeps its own rules.
#include "tests/architecture/rules.hpp"

#include <gtest/gtest.h>

namespace foothold::architecture {
namespace {

const std::filesystem::path root = ".";
constexpr auto allowances = "tests/architecture/numbers.allowed";

const std::vector<Source>& engine() {
    static const std::vector<Source> sources = read_sources(root, {"include", "sim"});
    return sources;
}

/// One line per fault, so that a failure reads like a compiler's.
void expect_none(const Faults& faults) {
    for (const std::string& fault : faults) {
        ADD_FAILURE() << "\n" << fault;
    }
}

TEST(House, has_been_found) {
    EXPECT_FALSE(engine().empty()) << "run from the root of the checkout";
}

TEST(House, includes_only_its_own_floor_and_those_below) {
    expect_none(include_faults(engine()));
}

TEST(House, computes_only_by_its_own_means) {
    expect_none(word_faults(engine()));
}

TEST(House, builds_every_file) {
    expect_none(list_faults(root));
}

TEST(House, keeps_its_files_short) {
    expect_none(size_faults(read_sources(root, {"include", "sim", "tests"})));
}

TEST(House, draws_for_each_purpose_in_one_file) {
    expect_none(purpose_faults(engine()));
}

TEST(House, holds_no_evidence_in_its_code) {
    expect_none(number_faults(engine(), allowances));
}

}  // namespace
}  // namespace foothold::architecture
