#pragma once

#include "foothold/trajectory.hpp"
#include "foothold/world.hpp"

#include "sim/appraisal/cascade.hpp"
#include "sim/appraisal/divergence.hpp"
#include "sim/appraisal/null_test.hpp"
#include "sim/appraisal/shared_luck.hpp"

#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foothold {

/// One arm beside the reference.
struct ComparedArm {
    std::string name;
    std::size_t alike_least = 0;  // [month] in which every measure of the region is equal; over
    std::size_t alike_most = 0;   // replicates
    std::string failure;          // a measure that differs where the digests do not; else empty
    std::optional<Divergence> divergence;            // none without running again
    std::optional<std::vector<CascadeRow>> cascade;  // none if the file holds no pairs
    std::vector<std::pair<CountedOutcome, std::optional<SharedLuck>>> luck;
};

/// What `foothold compare` found.
struct Comparison {
    StudyHeader header;
    std::string fingerprint;      // of the results
    std::uint32_t replicate = 0;  // the one run again
    std::size_t replicates = 0;
    std::optional<NullTest> null_test;  // none without running again
    std::vector<ComparedArm> arms;

    bool passes() const;
};

/// As people say it: "aged out".
std::string word_of(Activity activity);

/// Text of at most 80 columns.
void print_comparison(const Comparison& found, std::ostream& out);

/// All of it.
std::string json_of(const Comparison& found);

}  // namespace foothold
