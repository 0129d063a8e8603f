#include "foothold/diagnostics.hpp"

#include "sim/io/hdf5.hpp"
#include "tests/unit/full_disk.hpp"
#include "tests/unit/small_study.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <thread>

namespace foothold::hdf5 {
namespace {

using small_study::Folder;

/// Writes a file by `fill` and keeps it.
template <class Fill>
std::filesystem::path written(const std::filesystem::path& path, const Fill& fill) {
    PartFile part(path);
    File file = File::create(part);
    fill(file);
    file.close();
    part.keep();
    return path;
}

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

template <class T>
std::vector<T> extremes() {
    return {std::numeric_limits<T>::lowest(), T{0}, T{1}, std::numeric_limits<T>::max()};
}

TEST(Hdf5, brings_every_kind_of_number_back_unchanged) {
    const Folder folder;
    const File file = File::open(written(folder / "a.h5", [](File& out) {
        out.write_all("/tiny", extremes<std::int8_t>(), {4});
        out.write_all("/small", extremes<std::int32_t>(), {2, 2});
        out.write_all("/large", extremes<std::int64_t>(), {4, 1});
        out.write_all("/real", extremes<double>(), {1, 2, 2});
    }));
    EXPECT_EQ(file.read_all<std::int8_t>("/tiny"), extremes<std::int8_t>());
    EXPECT_EQ(file.read_all<std::int32_t>("/small"), extremes<std::int32_t>());
    EXPECT_EQ(file.read_all<std::int64_t>("/large"), extremes<std::int64_t>());
    EXPECT_EQ(file.read_all<double>("/real"), extremes<double>());
    EXPECT_EQ(file.shape("/real"), (Shape{1, 2, 2}));
}

TEST(Hdf5, writes_and_reads_blocks_of_a_chunked_dataset) {
    const Folder folder;
    std::vector<std::int64_t> numbers(60);
    std::iota(numbers.begin(), numbers.end(), -30);
    const File file = File::open(written(folder / "a.h5", [&](File& out) {
        out.create_group("/g");
        out.create("/g/x", Kind::int32, {{3, 4, 5}, {1, 3, 5}});
        for (std::uint64_t i = 0; i < 3; ++i) {
            const auto from = numbers.begin() + static_cast<std::ptrdiff_t>(i) * 20;
            const std::vector<std::int64_t> slab(from, from + 20);
            out.write("/g/x", slab, {{i, 0, 0}, {1, 4, 5}});
        }
    }));
    EXPECT_EQ(file.read_all<std::int64_t>("/g/x"), numbers);
    const auto column = file.read<std::int32_t>("/g/x", {{1, 0, 2}, {1, 4, 1}});
    EXPECT_EQ(column, (std::vector<std::int32_t>{-8, -3, 2, 7}));
}

TEST(Hdf5, keeps_text_of_any_length_and_script) {
    const Folder folder;
    const std::vector<std::string> names = {"Ynys Môn", "", "Tŷ‑croes", std::string(100'000, 'x')};
    const File file = File::open(written(folder / "a.h5", [&](File& out) {
        out.write_texts("/names", names);
        out.write_texts("/none", {});
        out.set_text("/names", "long_name", "naïve — café");
        out.set_text("/", "empty", "");
        out.set_number("/", "number", -7);
    }));
    EXPECT_EQ(file.read_texts("/names"), names);
    EXPECT_TRUE(file.read_texts("/none").empty());
    EXPECT_EQ(file.text("/names", "long_name"), "naïve — café");
    EXPECT_EQ(file.text("/", "empty"), "");
    EXPECT_EQ(file.number("/", "number"), -7);
}

TEST(Hdf5, knows_what_is_there) {
    const Folder folder;
    const File file = File::open(written(folder / "a.h5", [](File& out) {
        out.create_group("/g");
        out.write_all("/g/x", std::vector<double>{1}, {1});
    }));
    EXPECT_TRUE(file.has("/g"));
    EXPECT_TRUE(file.has("/g/x"));
    EXPECT_FALSE(file.has("/g/y"));
    EXPECT_FALSE(file.has("/h/x"));
}

TEST(Hdf5, writes_equal_content_as_equal_bytes) {
    const Folder folder;
    const auto fill = [](File& out) {
        out.create_group("/g");
        out.write_texts("/g/names", {"a", "bc"});
        out.make_scale("/g/names");
        out.create("/g/x", Kind::int32, {{2, 100}, {1, 64}});
        out.attach_scales("/g/x", {"/g/names"});
        out.write("/g/x", std::vector<std::int32_t>(200, 5), all_of({2, 100}));
    };
    EXPECT_EQ(small_study::bytes(written(folder / "a.h5", fill)),
              small_study::bytes(written(folder / "b.h5", fill)));
}

TEST(Hdf5, says_which_file_and_what_is_missing) {
    const Folder folder;
    const auto path = written(folder / "a.h5", [](File& out) { out.create_group("/g"); });
    const File file = File::open(path);
    const std::string found = problem([&] { file.read_all<double>("/g/x"); });
    EXPECT_EQ(found.find(path.string() + ": cannot read /g/x: "), 0U) << found;
    EXPECT_TRUE(
        contains(problem([&] { file.text("/g", "title"); }), "has no attribute title on /g"));
    EXPECT_TRUE(contains(problem([&] { File::open(folder / "b.h5"); }),
                         "cannot open as HDF5: No such file or directory"));
}

TEST(Hdf5, refuses_to_read_what_is_not_of_the_kind_or_shape) {
    const Folder folder;
    const File file = File::open(written(folder / "a.h5", [](File& out) {
        out.write_all("/x", std::vector<double>{1, 2}, {2});
        out.set_number("/x", "n", 1);
        out.write_texts("/names", {"a"});
    }));
    EXPECT_TRUE(contains(problem([&] { file.read_texts("/x"); }), "it is not text"));
    EXPECT_TRUE(contains(problem([&] { file.text("/x", "n"); }), "it is not one text"));
    EXPECT_THROW(file.read_all<double>("/names"), IoError);
    EXPECT_TRUE(contains(problem([&] { file.read<double>("/x", {{1}, {2}}); }), "shape"));
    EXPECT_TRUE(contains(problem([&] { file.read<double>("/x", {{0, 0}, {1, 1}}); }), "shape"));
}

TEST(Hdf5, refuses_values_that_do_not_fill_the_block) {
    const Folder folder;
    PartFile part(folder / "a.h5");
    File file = File::create(part);
    file.create("/x", Kind::int32, {{4}});
    const std::vector<std::int32_t> three(3);
    EXPECT_TRUE(contains(problem([&] { file.write("/x", three, all_of({4})); }), "do not fit"));
}

TEST(Hdf5, leaves_no_file_that_was_not_kept) {
    const Folder folder;
    {
        PartFile part(folder / "a.h5");
        File file = File::create(part);
        file.create_group("/g");
        EXPECT_EQ(folder.size(), 1U);
    }
    EXPECT_EQ(folder.size(), 0U);
}

TEST(Hdf5, survives_a_full_disk_and_says_so) {
    const Folder folder;
    const std::vector<double> numbers(100'000, 0.1);
    for (const rlim_t bytes : {rlim_t{0}, rlim_t{100'000}, rlim_t{700'000}}) {
        const FullDisk disk(bytes);
        const std::string found = problem([&] {
            written(folder / "a.h5", [&](File& out) {
                for (const char* name : {"/a", "/b", "/c"}) {
                    out.write_all(name, numbers, {numbers.size()});
                }
            });
        });
        EXPECT_TRUE(contains(found, "a.h5: cannot be written: File too large")) << found;
        EXPECT_EQ(folder.size(), 0U);
    }
}

TEST(Hdf5, takes_turns_when_threads_write_at_once) {
    const Folder folder;
    const auto write = [&](const std::string& name) {
        written(folder / name,
                [](File& out) { out.write_all("/x", std::vector<double>(1000, 1.5), {1000}); });
    };
    {
        std::vector<std::jthread> threads;
        for (const char* name : {"a.h5", "b.h5", "c.h5", "d.h5"}) {
            threads.emplace_back(write, name);
        }
    }
    EXPECT_EQ(folder.size(), 4U);
    EXPECT_EQ(small_study::bytes(folder / "a.h5"), small_study::bytes(folder / "d.h5"));
}

TEST(PartFile, lets_only_one_of_two_writers_name_the_file) {
    const Folder folder;
    PartFile first(folder / "a.txt");
    first.write_at(0, "first", 5);
    PartFile second(folder / "a.txt");
    second.write_at(0, "second", 6);
    EXPECT_TRUE(contains(problem([&] { first.keep(); }), "another process is writing this file"));
    second.keep();
    EXPECT_EQ(small_study::bytes(folder / "a.txt"), "second");
}

TEST(PartFile, does_not_replace_what_is_not_a_file) {
    const Folder folder;
    std::filesystem::create_directory(folder / "a.h5");
    EXPECT_TRUE(contains(problem([&] { PartFile part(folder / "a.h5"); }), "and not a file"));
    EXPECT_TRUE(contains(problem([] { PartFile part("/dev/null"); }), "and not a file"));
}

}  // namespace
}  // namespace foothold::hdf5
