#include "foothold/diagnostics.hpp"

#include "sim/io/fingerprint.hpp"
#include "sim/io/hdf5.hpp"
#include "sim/io/results.hpp"
#include "sim/io/run_record.hpp"
#include "sim/io/segment.hpp"
#include "tests/unit/full_disk.hpp"
#include "tests/unit/small_study.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace foothold {
namespace {

using small_study::Folder;
using Paths = std::vector<std::filesystem::path>;

const StudyHeader study = small_study::header();

template <class Action>
std::string problem(const Action& action) {
    try {
        action();
    } catch (const IoError& error) {
        return error.what();
    }
    return {};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Paths write_segments(const Folder& folder,
                     const StudyHeader& header,
                     const std::vector<std::uint32_t>& numbers) {
    Paths paths;
    for (const std::uint32_t number : numbers) {
        paths.push_back(folder / ("segment" + std::to_string(number) + ".h5"));
        write_segment(paths.back(), header, small_study::replicate(header, number));
    }
    return paths;
}

/// The three replicates of the small study, merged.
std::filesystem::path merged(const Folder& folder, const StudyHeader& header = study) {
    merge_segments(header, write_segments(folder, header, {0, 2, 7}), folder / "study.h5");
    return folder / "study.h5";
}

TEST(Results, are_the_same_bytes_whatever_the_order_of_the_segments) {
    const Folder folder;
    const Paths paths = write_segments(folder, study, {0, 2, 7});
    merge_segments(study, paths, folder / "a.h5");
    merge_segments(study, {paths[2], paths[0], paths[1]}, folder / "b.h5");
    EXPECT_EQ(small_study::bytes(folder / "a.h5"), small_study::bytes(folder / "b.h5"));
}

TEST(Results, hold_the_header_they_were_made_from) {
    const Folder folder;
    EXPECT_EQ(read_header(merged(folder)), study);
}

TEST(Results, hold_the_header_of_a_study_with_one_arm_and_no_parameters) {
    const Folder folder;
    StudyHeader plain = study;
    plain.arms = {"none"};
    plain.arm_labels = {"No programme"};
    plain.reference = 0;
    plain.parameters.clear();
    plain.parameter_values.clear();
    plain.programme_measures.clear();
    plain.place_licence.clear();
    plain.pair_measures.clear();
    plain.ledger_groups.clear();
    const auto path = merged(folder, plain);
    EXPECT_EQ(read_header(path), plain);
    EXPECT_FALSE(hdf5::File::open(path).has("/paired"));
    EXPECT_TRUE(read_programme(path).values.empty());
}

TEST(Results, keep_every_number_of_every_neighbourhood) {
    const Folder folder;
    const hdf5::File file = hdf5::File::open(merged(folder));
    const Replicate seventh = small_study::replicate(study, 7);
    for (std::size_t arm = 0; arm < 3; ++arm) {
        for (std::size_t measure = 0; measure < study.place_measures.size(); ++measure) {
            const std::string dataset = "/summary/" + study.place_measures[measure].name;
            const hdf5::Block block{{arm, 2, 0, 0}, {1, 1, 5, 4}};
            EXPECT_EQ(file.read<std::int64_t>(dataset, block), seventh.arms[arm].places[measure]);
        }
        const auto digest = file.read<std::int64_t>("/digest/state", {{arm, 2, 0}, {1, 1, 5}});
        EXPECT_EQ(std::vector<std::uint64_t>(digest.begin(), digest.end()),
                  seventh.arms[arm].digest);
    }
}

TEST(Results, sum_neighbourhoods_into_the_region) {
    const Folder folder;
    const Courses region = read_region(merged(folder));
    EXPECT_EQ(region.measures, study.place_measures);
    EXPECT_EQ(region.arms, study.arms);
    EXPECT_EQ(region.replicates, (std::vector<std::uint32_t>{0, 2, 7}));
    const Replicate second = small_study::replicate(study, 2);
    for (std::size_t time = 0; time < study.times; ++time) {
        const auto& row = second.arms[2].places[1];
        const std::int64_t sum =
            row[time * 4] + row[time * 4 + 1] + row[time * 4 + 2] + row[time * 4 + 3];
        EXPECT_EQ(region.at(1, 2, 1, time), sum);
    }
}

TEST(Results, keep_the_programme_measures) {
    const Folder folder;
    const Courses programme = read_programme(merged(folder));
    EXPECT_EQ(programme.measures, study.programme_measures);
    EXPECT_EQ(programme.at(1, 0, 2, 4), small_study::replicate(study, 7).arms[0].programmes[1][4]);
}

TEST(Results, pair_each_arm_with_the_reference_in_its_own_replicate) {
    const Folder folder;
    const auto path = merged(folder);
    const Courses region = read_region(path);
    const Courses programme = read_programme(path);
    const hdf5::File file = hdf5::File::open(path);
    EXPECT_EQ(file.read_texts("/paired/contrast"),
              (std::vector<std::string>{"household - none", "individual - none"}));
    const auto hires = file.read_all<std::int64_t>("/paired/hires");
    const auto spent = file.read_all<std::int64_t>("/paired/spent");
    for (std::size_t i = 0; i < hires.size(); ++i) {
        const std::size_t arm = i < hires.size() / 2 ? 0 : 2;
        const std::size_t replicate = i / study.times % 3;
        const std::size_t time = i % study.times;
        EXPECT_EQ(hires[i], region.at(2, arm, replicate, time) - region.at(2, 1, replicate, time));
        EXPECT_EQ(spent[i],
                  programme.at(1, arm, replicate, time) - programme.at(1, 1, replicate, time));
    }
}

TEST(Results, keep_the_accounts_of_every_pair) {
    const Folder folder;
    const auto path = merged(folder);
    const Courses pairs = read_pairs(path);
    const Ledgers ledgers = read_ledgers(path);
    EXPECT_EQ(pairs.arms, (std::vector<std::string>{"household", "individual"}));
    EXPECT_EQ(pairs.measures, study.pair_measures);
    EXPECT_EQ(ledgers.arms, pairs.arms);
    EXPECT_EQ(ledgers.groups, study.ledger_groups);
    EXPECT_EQ(ledgers.years, 1U);
    for (std::size_t r = 0; r < 3; ++r) {
        const Replicate whole = small_study::replicate(study, pairs.replicates[r]);
        for (std::size_t arm = 0; arm < 2; ++arm) {
            EXPECT_EQ(pairs.at(17, arm, r, 4), whole.pairs[arm].courses[17][4]);
            EXPECT_EQ(ledgers.at(arm, r, 0, 1), whole.pairs[arm].by_group[0][1]);
        }
    }
}

TEST(Results, keep_everybody_who_was_followed) {
    const Folder folder;
    const FollowedPeople people = read_followed(merged(folder));
    ASSERT_EQ(people.replicates, (std::vector<std::uint32_t>{0, 2, 7}));
    for (std::size_t r = 0; r < 3; ++r) {
        EXPECT_EQ(people.at(0, r), small_study::followed(people.replicates[r], 0)) << r;
        EXPECT_TRUE(people.at(1, r).empty());
    }
}

TEST(Results, of_one_arm_say_that_they_have_no_accounts_of_pairs) {
    const Folder folder;
    StudyHeader plain = study;
    plain.arms = {"none"};
    plain.arm_labels = {"No programme"};
    plain.reference = 0;
    plain.pair_measures.clear();
    plain.ledger_groups.clear();
    const auto path = merged(folder, plain);
    EXPECT_TRUE(contains(problem([&] { read_ledgers(path); }), "run the study again"));
    EXPECT_TRUE(contains(problem([&] { read_followed(path); }), "run the study again"));
}

TEST(Results, of_more_replicates_than_a_chunk_holds_keep_each_in_its_place) {
    const Folder folder;
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 0; number < 37; ++number) {
        numbers.push_back(number);
    }
    merge_segments(study, write_segments(folder, study, numbers), folder / "study.h5");
    const Courses programme = read_programme(folder / "study.h5");
    for (const std::uint32_t number : numbers) {
        const Replicate replicate = small_study::replicate(study, number);
        EXPECT_EQ(programme.at(0, 1, number, 3), replicate.arms[1].programmes[0][3]);
    }
    EXPECT_EQ(computed_fingerprint(folder / "study.h5"), stored_fingerprint(folder / "study.h5"));
}

TEST(Results, have_the_fingerprint_of_their_numbers) {
    const Folder folder;
    const auto path = merged(folder);
    Fingerprint expected;
    for (const std::uint32_t number : {0U, 2U, 7U}) {
        expected.add(small_study::replicate(study, number));
    }
    EXPECT_EQ(stored_fingerprint(path), expected.text());
    EXPECT_EQ(computed_fingerprint(path), expected.text());
}

TEST(Results, change_their_fingerprint_with_a_single_number) {
    Replicate one = small_study::replicate(study, 1);
    Fingerprint before;
    before.add(one);
    one.arms[2].places[0][7] += 1;
    Fingerprint after;
    after.add(one);
    EXPECT_NE(before.text(), after.text());
}

TEST(Results, name_no_moment_and_no_path) {
    const Folder folder;
    const std::string bytes = small_study::bytes(merged(folder));
    EXPECT_FALSE(contains(bytes, folder.path().string()));
    EXPECT_FALSE(contains(bytes, ".part"));
}

TEST(Results, refuse_two_segments_of_one_replicate) {
    const Folder folder;
    Paths paths = write_segments(folder, study, {0, 2});
    std::filesystem::copy_file(paths[1], folder / "copy.h5");
    paths.push_back(folder / "copy.h5");
    const std::string found = problem([&] { merge_segments(study, paths, folder / "a.h5"); });
    EXPECT_TRUE(contains(found, "copy.h5: holds replicate 2, as does ")) << found;
}

TEST(Results, refuse_a_segment_of_another_study_and_leave_nothing) {
    const Folder folder;
    Paths paths = write_segments(folder, study, {0});
    StudyHeader other = study;
    other.scenario_hash = 1;
    paths.push_back(write_segments(folder, other, {1}).front());
    EXPECT_TRUE(contains(problem([&] { merge_segments(study, paths, folder / "a.h5"); }),
                         "belongs to another study"));
    EXPECT_EQ(folder.size(), 2U);
}

TEST(Results, refuse_to_be_made_of_nothing) {
    const Folder folder;
    EXPECT_TRUE(contains(problem([&] { merge_segments(study, {}, folder / "a.h5"); }),
                         "there is no segment to merge"));
}

TEST(Results, name_the_measure_that_outgrows_32_bits) {
    const Folder folder;
    Replicate large = small_study::replicate(study, 0);
    large.arms[1].places[0][3] = 3'000'000'000;
    write_segment(folder / "0.h5", study, large);
    const auto merge = [&] { merge_segments(study, {folder / "0.h5"}, folder / "a.h5"); };
    EXPECT_TRUE(contains(problem(merge), "measure workless reaches 3000000000"));
    EXPECT_EQ(folder.size(), 1U);
}

TEST(Results, leave_nothing_on_a_full_disk_and_say_so) {
    const Folder folder;
    const Paths paths = write_segments(folder, study, {0, 1});
    merge_segments(study, paths, folder / "a.h5");
    const std::uintmax_t whole = std::filesystem::file_size(folder / "a.h5");
    std::filesystem::remove(folder / "a.h5");
    for (rlim_t bytes = 0; bytes < whole; bytes += whole / 40) {
        const FullDisk disk(bytes);
        const std::string found = problem([&] { merge_segments(study, paths, folder / "a.h5"); });
        ASSERT_TRUE(contains(found, "a.h5: cannot be written: File too large")) << found;
        ASSERT_EQ(folder.size(), 2U);
    }
}

TEST(Results, cannot_be_read_from_another_kind_of_file) {
    const Folder folder;
    const Paths paths = write_segments(folder, study, {0});
    EXPECT_TRUE(contains(problem([&] { read_header(paths[0]); }), "is not a results file"));
    small_study::overwrite(folder / "text.h5", "workless,17\n");
    EXPECT_THROW(read_region(folder / "text.h5"), IoError);
    EXPECT_TRUE(contains(problem([&] { read_region(folder / "none.h5"); }), "no such file"));
}

TEST(Results, cut_short_cannot_be_read) {
    const Folder folder;
    const auto path = merged(folder);
    const std::string whole = small_study::bytes(path);
    for (std::size_t length = 0; length < whole.size(); length += 1009) {
        small_study::overwrite(path, whole.substr(0, length));
        ASSERT_THROW(read_header(path), IoError);
        ASSERT_THROW(computed_fingerprint(path), IoError);
    }
}

TEST(RunRecord, is_a_crate_that_says_what_made_what_and_when) {
    const Folder folder;
    const std::chrono::sys_days day(std::chrono::year(2026) / 1 / 31);
    RunRecord record{"scenarios/café.yaml", "study.h5", "foothold run", "node7", day, day};
    record.finished += std::chrono::hours(9) + std::chrono::seconds(5);
    write_run_record(folder / "run.json", study, record);
    const auto crate = nlohmann::json::parse(small_study::bytes(folder / "run.json"));
    const auto& graph = crate.at("@graph");
    const auto run = std::find_if(graph.begin(), graph.end(), [](const auto& entity) {
        return entity.at("@type") == "CreateAction";
    });
    ASSERT_NE(run, graph.end());
    EXPECT_EQ(run->at("startTime"), "2026-01-31T00:00:00Z");
    EXPECT_EQ(run->at("endTime"), "2026-01-31T09:00:05Z");
    EXPECT_EQ(run->at("result").at(0).at("@id"), "study.h5");
    std::map<std::string, nlohmann::json> by_id;
    for (const auto& entity : graph) {
        by_id[entity.at("@id")] = entity;
    }
    for (const char* role : {"instrument", "location"}) {
        EXPECT_TRUE(by_id.count(run->at(role).at("@id"))) << role;
    }
    EXPECT_EQ(by_id.at("#scenario").at("identifier"), "00c0ffee12345678");
    EXPECT_EQ(by_id.at("#scenario").at("name"), "scenarios/café.yaml");
}

TEST(RunRecord, survives_a_name_that_is_not_utf8) {
    const Folder folder;
    write_run_record(folder / "run.json", study, {"caf\xe9.yaml", "study.h5", "", "", {}, {}});
    EXPECT_TRUE(nlohmann::json::accept(small_study::bytes(folder / "run.json")));
}

}  // namespace
}  // namespace foothold
