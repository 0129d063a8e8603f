#include "sim/io/value_input.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/io/results.hpp"

#include <string>
#include <vector>

namespace foothold {

ValueInput read_value_input(const std::filesystem::path& results) {
    ValueInput input{
        read_header(results), read_region(results), read_programme(results), read_pairs(results)};
    expect_complete(input, results);
    return input;
}

void expect_complete(const ValueInput& input, const std::filesystem::path& results) {
    const std::vector<std::string> missing = missing_for_value(input.sources());
    if (missing.empty()) {
        return;
    }
    const std::string more =
        missing.size() == 1 ? "" : " and " + std::to_string(missing.size() - 1) + " more";
    throw IoError{results.string(),
                  "was recorded without " + missing.front() + more
                      + ", which the accounts need; run the study again with this program"};
}

}  // namespace foothold
