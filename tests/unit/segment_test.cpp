#include "foothold/diagnostics.hpp"

#include "sim/io/hdf5.hpp"
#include "sim/io/segment.hpp"
#include "tests/unit/full_disk.hpp"
#include "tests/unit/small_study.hpp"

#include <gtest/gtest.h>

/// HDF5 itself loses memory over damaged files; the leak sanitizer asks here what to overlook.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() {
    return "leak:libhdf5";
}

namespace foothold {
namespace {

const StudyHeader study = small_study::header();
const Replicate third = small_study::replicate(study, 3);

/// The message of the IoError that `action` throws; empty if it does not.
template <class Action>
std::string problem(const Action& action) {
    try {
        action();
    } catch (const IoError& error) {
        return error.what();
    }
    return {};
}

std::string reading_problem(const std::filesystem::path& path) {
    return problem([&] { read_segment(path, study); });
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Segment, comes_back_as_it_was_written) {
    const small_study::Folder folder;
    write_segment(folder / "3.h5", study, third);
    EXPECT_EQ(read_segment(folder / "3.h5", study), third);
    EXPECT_EQ(replicate_in_segment(folder / "3.h5", study), 3U);
}

TEST(Segment, of_a_study_without_programmes_comes_back_too) {
    const small_study::Folder folder;
    StudyHeader plain = study;
    plain.programme_measures.clear();
    const Replicate first = small_study::replicate(plain, 0);
    write_segment(folder / "0.h5", plain, first);
    EXPECT_EQ(read_segment(folder / "0.h5", plain), first);
}

TEST(Segment, leaves_nothing_but_itself) {
    const small_study::Folder folder;
    small_study::overwrite(folder / "3.h5.part", "left by a run that was killed");
    write_segment(folder / "3.h5", study, third);
    write_segment(folder / "3.h5", study, third);
    EXPECT_EQ(folder.size(), 1U);
}

TEST(Segment, is_the_same_file_byte_for_byte_when_written_again) {
    const small_study::Folder folder;
    write_segment(folder / "a.h5", study, third);
    write_segment(folder / "b.h5", study, third);
    EXPECT_EQ(small_study::bytes(folder / "a.h5"), small_study::bytes(folder / "b.h5"));
}

TEST(Segment, cut_short_anywhere_is_refused_with_name_and_remedy) {
    const small_study::Folder folder;
    const auto path = folder / "3.h5";
    write_segment(path, study, third);
    const std::string whole = small_study::bytes(path);
    for (std::size_t length = 0; length < whole.size(); length += 97) {
        small_study::overwrite(path, whole.substr(0, length));
        const std::string found = reading_problem(path);
        ASSERT_EQ(found.find(path.string() + ": "), 0U) << length << " " << found;
        ASSERT_TRUE(contains(found, "; delete it and run again")) << found;
    }
}

TEST(Segment, with_a_flipped_bit_is_refused_or_reads_the_same) {
    const small_study::Folder folder;
    const auto path = folder / "3.h5";
    write_segment(path, study, third);
    const std::string whole = small_study::bytes(path);
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 4);
        small_study::overwrite(path, damaged);
        Replicate read = third;
        problem([&] { read = read_segment(path, study); });
        ASSERT_EQ(read, third) << "byte " << at;
    }
}

TEST(Segment, that_is_no_hdf5_is_refused) {
    const small_study::Folder folder;
    small_study::overwrite(folder / "3.h5", "replicate,workless\n3,17\n");
    EXPECT_TRUE(contains(reading_problem(folder / "3.h5"), "delete it and run again"));
}

TEST(Segment, that_is_another_kind_of_hdf5_is_refused) {
    const small_study::Folder folder;
    PartFile part(folder / "3.h5");
    hdf5::File file = hdf5::File::create(part);
    file.write_texts("/photographs", {"Whitby", "Filey"});
    file.close();
    part.keep();
    EXPECT_TRUE(contains(reading_problem(folder / "3.h5"), "is not a segment"));
}

TEST(Segment, that_is_missing_is_to_be_run_again_not_deleted) {
    const small_study::Folder folder;
    const std::string found = reading_problem(folder / "3.h5");
    EXPECT_TRUE(contains(found, "No such file or directory; run again")) << found;
}

TEST(Segment, of_another_study_is_refused) {
    const small_study::Folder folder;
    StudyHeader other = study;
    other.scenario_hash += 1;
    write_segment(folder / "3.h5", other, third);
    const std::string found = reading_problem(folder / "3.h5");
    EXPECT_TRUE(contains(found, "belongs to another study")) << found;
    EXPECT_TRUE(contains(found, "00c0ffee12345679, expected 00c0ffee12345678")) << found;
}

TEST(Segment, of_a_later_format_is_refused) {
    const small_study::Folder folder;
    PartFile part(folder / "3.h5");
    hdf5::File file = hdf5::File::create(part);
    file.write_all("/identity", std::vector<std::int64_t>{0x666f6f74686f6c64, 3, 0, 0}, {4});
    file.close();
    part.keep();
    const std::string found = reading_problem(folder / "3.h5");
    EXPECT_TRUE(contains(found, "is a segment of format version 3, and this program reads"))
        << found;
}

TEST(Segment, does_not_take_a_replicate_that_lacks_a_measure) {
    const small_study::Folder folder;
    Replicate short_of_one = third;
    short_of_one.arms[1].places.pop_back();
    const auto write = [&] { write_segment(folder / "3.h5", study, short_of_one); };
    EXPECT_TRUE(contains(problem(write), "replicate 3 has not the study's arms"));
    EXPECT_EQ(folder.size(), 0U);
}

TEST(Segment, cannot_be_written_where_there_is_no_folder) {
    const small_study::Folder folder;
    small_study::overwrite(folder / "file", "");
    const auto write = [&] { write_segment(folder / "file" / "3.h5", study, third); };
    EXPECT_TRUE(contains(problem(write), "3.h5: cannot be written: Not a directory"))
        << problem(write);
}

TEST(Segment, leaves_nothing_on_a_full_disk_and_says_so) {
    const small_study::Folder folder;
    write_segment(folder / "3.h5", study, third);
    const std::uintmax_t whole = std::filesystem::file_size(folder / "3.h5");
    std::filesystem::remove(folder / "3.h5");
    for (rlim_t bytes = 0; bytes < whole; bytes += 97) {
        std::string found;
        {
            const FullDisk disk(bytes);
            found = problem([&] { write_segment(folder / "3.h5", study, third); });
        }
        ASSERT_TRUE(contains(found, "3.h5: cannot be written: File too large")) << bytes << found;
        ASSERT_EQ(folder.size(), 0U);
    }
    write_segment(folder / "3.h5", study, third);  // and the next attempt succeeds
    EXPECT_EQ(read_segment(folder / "3.h5", study), third);
}

TEST(Segment, that_was_there_survives_a_failed_attempt_to_replace_it) {
    const small_study::Folder folder;
    write_segment(folder / "3.h5", study, third);
    {
        const FullDisk disk(1000);
        EXPECT_THROW(write_segment(folder / "3.h5", study, third), IoError);
    }
    EXPECT_EQ(folder.size(), 1U);
    EXPECT_EQ(read_segment(folder / "3.h5", study), third);
}

}  // namespace
}  // namespace foothold
