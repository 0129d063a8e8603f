#include "foothold/diagnostics.hpp"

#include "sim/io/fingerprint.hpp"
#include "sim/io/hash_text.hpp"
#include "sim/io/hdf5.hpp"
#include "sim/io/results.hpp"
#include "sim/io/results_layout.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace foothold {

namespace {

using Rows = std::vector<std::vector<std::int64_t>>;

constexpr const char* other_file = "; run the same `foothold run -o` again, which makes it anew "
                                   "from what is kept, or name another";

hdf5::File open_whole(const std::filesystem::path& path) {
    try {
        return hdf5::File::open(path);
    } catch (const IoError&) {
        throw IoError{path.string(),
                      (std::filesystem::exists(path) ? "is cut short, or no HDF5 file"
                                                     : std::string{"no such file"})
                          + other_file};
    }
}

hdf5::File open_results(const std::filesystem::path& path) {
    hdf5::File file = open_whole(path);
    if (!file.has("/summary") || !file.has("/provenance")) {
        file.fail(std::string{"is not a results file"} + other_file);
    }
    const std::int32_t version = file.number("/", "schema_version");
    if (version != results_layout::schema_version) {
        file.fail("is a results file of schema version " + std::to_string(version)
                  + ", and this program reads version "
                  + std::to_string(results_layout::schema_version));
    }
    return file;
}

std::vector<MeasureInfo> measures_of(const hdf5::File& file, const std::string& group) {
    std::vector<MeasureInfo> measures;
    std::istringstream names(file.text(group, "measures"));
    for (std::string name; names >> name;) {
        const std::string dataset = group + "/" + name;
        measures.push_back({name, file.text(dataset, "units"), file.text(dataset, "long_name")});
    }
    return measures;
}

std::uint64_t hash_attribute(const hdf5::File& file, const std::string& name) {
    const auto hash = hash_from(file.text("/provenance", name));
    if (!hash) {
        file.fail("has a damaged " + name);
    }
    return *hash;
}

std::uint64_t seed_of(const hdf5::File& file) {
    std::istringstream text(file.text("/", "seed"));
    std::uint64_t seed = 0;
    if (!(text >> seed)) {
        file.fail("has a damaged seed");
    }
    return seed;
}

std::size_t reference_of(const hdf5::File& file, const std::vector<std::string>& arms) {
    const auto found = std::find(arms.begin(), arms.end(), file.text("/provenance", "reference"));
    if (found == arms.end()) {
        file.fail("names a reference that is not one of its arms");
    }
    return static_cast<std::size_t>(found - arms.begin());
}

CalendarMonth start_of(const hdf5::File& file) {
    const CalendarMonth start{file.number("/provenance", "start_year"),
                              file.number("/provenance", "start_month")};
    if (start.month < 1 || start.month > 12) {
        file.fail("has a damaged start_month");
    }
    return start;
}

StudyHeader header_of(const hdf5::File& file) {
    StudyHeader header;
    header.title = file.text("/", "title");
    header.scenario_yaml = file.text("/", "scenario_yaml");
    header.version = file.text("/", "source");
    header.seed = seed_of(file);
    header.scenario_hash = hash_attribute(file, "scenario_hash");
    header.place_hash = hash_attribute(file, "place_hash");
    header.place_licence = file.text("/", "licence");
    header.start = start_of(file);
    header.times = file.shape("/summary/time").at(0);
    header.arms = file.read_texts("/summary/scenario");
    header.arm_labels = file.read_texts("/summary/scenario_label");
    header.reference = reference_of(file, header.arms);
    header.neighbourhoods = file.read_texts("/summary/neighbourhood");
    header.neighbourhood_names = file.read_texts("/summary/neighbourhood_name");
    header.place_measures = measures_of(file, "/summary");
    header.programme_measures = measures_of(file, "/programme");
    if (file.has("/pairs")) {
        header.pair_measures = measures_of(file, "/pairs");
        const std::vector<std::string> names = file.read_texts("/ledger/group");
        const std::vector<std::string> dimensions = file.read_texts("/ledger/dimension");
        for (std::size_t i = 0; i < names.size(); ++i) {
            header.ledger_groups.push_back({dimensions.at(i), names[i]});
        }
    }
    if (file.has("/parameters")) {
        header.parameters = file.read_texts("/parameters/parameter");
        header.parameter_values = file.read_all<double>("/parameters/value");
    }
    return header;
}

/// A whole dataset, if it has the shape its axes promise.
std::vector<std::int64_t>
read_expected(const hdf5::File& file, const std::string& dataset, const hdf5::Shape& shape) {
    if (file.shape(dataset) != shape) {
        file.fail("is damaged: " + dataset + " has not the length of its axes");
    }
    return file.read<std::int64_t>(dataset, hdf5::all_of(shape));
}

std::vector<std::uint32_t> replicates_of(const hdf5::File& file, const std::string& group) {
    std::vector<std::uint32_t> numbers;
    for (const std::int32_t number : file.read_all<std::int32_t>(group + "/replicate")) {
        numbers.push_back(static_cast<std::uint32_t>(number));
    }
    return numbers;
}

/// Accounts by pair are missing in a study of one arm.
void expect_pairs(const hdf5::File& file) {
    if (!file.has("/pairs")) {
        file.fail(
            "has no accounts of arms against the reference: it has one arm, or was made by an "
            "older version; run the study again");
    }
}

Courses read_courses(const std::filesystem::path& path, const std::string& group) {
    const hdf5::File file = open_results(path);
    if (group == "/pairs") {
        expect_pairs(file);
    }
    Courses courses;
    courses.measures = measures_of(file, group);
    const bool pairs = file.has(group + "/contrast");
    courses.arms = file.read_texts(group + (pairs ? "/arm" : "/scenario"));
    courses.replicates = replicates_of(file, group);
    courses.times = file.shape(group + "/time").at(0);
    const hdf5::Shape shape = {courses.arms.size(), courses.replicates.size(), courses.times};
    for (const MeasureInfo& measure : courses.measures) {
        courses.values.push_back(read_expected(file, group + "/" + measure.name, shape));
    }
    return courses;
}

Rows read_rows(const hdf5::File& file,
               const std::string& group,
               const std::vector<MeasureInfo>& measures,
               const hdf5::Block& block) {
    Rows rows;
    for (const MeasureInfo& measure : measures) {
        rows.push_back(file.read<std::int64_t>(group + "/" + measure.name, block));
    }
    return rows;
}

/// One replicate as the segments had it. `place_in_file` counts from 0.
Replicate replicate_from(const hdf5::File& file,
                         const StudyHeader& header,
                         std::uint32_t number,
                         std::size_t place_in_file) {
    const std::size_t times = header.times;
    Replicate replicate{number, {}, {}};
    for (std::size_t arm = 0; arm < header.arms.size(); ++arm) {
        const hdf5::Block course{{arm, place_in_file, 0}, {1, 1, times}};
        const hdf5::Block places{{arm, place_in_file, 0, 0},
                                 {1, 1, times, header.neighbourhoods.size()}};
        const auto digest = file.read<std::int64_t>("/digest/state", course);
        replicate.arms.push_back({read_rows(file, "/summary", header.place_measures, places),
                                  read_rows(file, "/programme", header.programme_measures, course),
                                  {digest.begin(), digest.end()}});
    }
    return replicate;
}

}  // namespace

StudyHeader read_header(const std::filesystem::path& results) {
    return header_of(open_results(results));
}

Courses read_region(const std::filesystem::path& results) {
    return read_courses(results, "/region");
}

Courses read_programme(const std::filesystem::path& results) {
    return read_courses(results, "/programme");
}

Courses read_pairs(const std::filesystem::path& results) {
    return read_courses(results, "/pairs");
}

Ledgers read_ledgers(const std::filesystem::path& results) {
    const hdf5::File file = open_results(results);
    expect_pairs(file);
    Ledgers ledgers;
    ledgers.groups = header_of(file).ledger_groups;
    ledgers.arms = file.read_texts("/ledger/arm");
    ledgers.replicates = replicates_of(file, "/ledger");
    ledgers.years = file.shape("/ledger/year").at(0);
    const hdf5::Shape shape = {
        ledgers.arms.size(), ledgers.replicates.size(), ledgers.years, ledgers.groups.size()};
    ledgers.values.resize(shape[0] * shape[1] * shape[2] * shape[3]);
    for (std::size_t line = 0; line < ledger_lines.size(); ++line) {
        const auto values =
            read_expected(file, "/ledger/" + std::string{ledger_lines[line]}, shape);
        for (std::size_t i = 0; i < values.size(); ++i) {
            ledgers.values[i].lines[line] = values[i];
        }
    }
    return ledgers;
}

Courses read_digests(const std::filesystem::path& results) {
    return read_courses(results, "/digest");
}

std::string computed_fingerprint(const std::filesystem::path& results) {
    const hdf5::File file = open_results(results);
    const StudyHeader header = header_of(file);
    const auto numbers = file.read_all<std::int32_t>("/summary/replicate");
    Fingerprint fingerprint;
    for (std::size_t place = 0; place < numbers.size(); ++place) {
        const auto number = static_cast<std::uint32_t>(numbers[place]);
        fingerprint.add(replicate_from(file, header, number, place));
    }
    return fingerprint.text();
}

std::string stored_fingerprint(const std::filesystem::path& results) {
    return open_results(results).text("/", "fingerprint");
}

}  // namespace foothold
