#include "foothold/diagnostics.hpp"

#include "sim/io/value_input.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

TEST(ValueInput, asks_to_run_a_study_again_that_was_recorded_without_what_is_needed) {
    ValueInput input;
    input.region.measures = {{"taxes", "pence", "paid"}};
    try {
        expect_complete(input, "old/results.h5");
        FAIL() << "nothing is missing?";
    } catch (const IoError& error) {
        const std::string said = error.what();
        EXPECT_EQ(error.path(), "old/results.h5");
        EXPECT_NE(said.find("the measure 'searching'"), std::string::npos) << said;
        EXPECT_NE(said.find("run the study again"), std::string::npos) << said;
    }
}

}  // namespace
}  // namespace foothold
