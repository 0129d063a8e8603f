#include "foothold/diagnostics.hpp"

#include "sim/io/merge.hpp"
#include "sim/io/sources.hpp"
#include "sim/io/yaml.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace foothold {
namespace {

/// One line per value: "a.b: 1".
void list_values(const Doc& doc, const std::string& path, std::string& text) {
    if (doc.is_scalar() || doc.is_null()) {
        text += path + ": " + (doc.is_null() ? "null" : doc.text) + "\n";
    }
    for (const Doc::Entry& entry : doc.entries) {
        list_values(entry.value, below(path, entry.key), text);
    }
    for (std::size_t i = 0; i < doc.items.size(); ++i) {
        list_values(doc.items[i], below(path, i), text);
    }
}

std::string values_of(const Doc& doc) {
    std::string text;
    list_values(doc, "", text);
    return text;
}

std::string texts_of(const Diagnostics& found) {
    std::string lines;
    for (const Diagnostic& one : found.all()) {
        lines += (lines.empty() ? "" : "\n") + one.text();
    }
    return lines;
}

Doc tree_of(const std::string& text, const std::string& file = "t.yaml") {
    Diagnostics found;
    Doc doc = read_yaml_text(text, file, found);
    EXPECT_EQ(texts_of(found), "");
    return doc;
}

std::string patched(const std::string& base, const std::string& patch) {
    Doc doc = merge_patch(tree_of(base), tree_of(patch));
    remove_deleted(doc);
    return values_of(doc);
}

TEST(MergePatch, merges_groups_replaces_values_and_lists_and_deletes_nulls) {
    EXPECT_EQ(patched("a: 1\nb: {c: 2, d: 3}\ne: [1, 2]\n", "b: {c: 9}\ne: [3]\nf: 4\n"),
              "a: 1\nb.c: 9\nb.d: 3\ne[0]: 3\nf: 4\n");
    EXPECT_EQ(patched("a: 1\nb: {c: 2, d: 3}\n", "a: null\nb: {d:}\n"), "b.c: 2\n");
    EXPECT_EQ(patched("a: 1\n", "a: {b: 2}\n"), "a.b: 2\n");
    EXPECT_EQ(patched("a: {b: 2}\n", "a: 1\n"), "a: 1\n");
}

TEST(MergePatch, keeps_a_null_that_deletes_nothing_so_that_it_can_be_reported) {
    EXPECT_EQ(patched("a: 1\n", "b:\n"), "a: 1\nb: null\n");
}

TEST(MergePatch, gives_the_same_in_any_grouping) {
    const Doc a = tree_of("x: {y: 1, z: 2}\n");
    const Doc b = tree_of("x: {y: null}\n");
    const Doc c = tree_of("x: {w: 3}\n");
    Doc left = merge_patch(merge_patch(a, b), c);
    Doc right = merge_patch(a, merge_patch(b, c));
    remove_deleted(left);
    remove_deleted(right);
    EXPECT_EQ(values_of(left), "x.z: 2\nx.w: 3\n");
    EXPECT_EQ(values_of(right), values_of(left));
}

TEST(MergePatch, never_lets_a_source_outlive_its_number) {
    const std::string base = "a: {value: 1, source: 'cite: B', range: [0, 2]}\n";
    EXPECT_EQ(patched(base, "a: 5\n"), "a: 5\n");
    EXPECT_EQ(patched(base, "a: {value: 5}\n"), "a.value: 5\n");
    EXPECT_EQ(patched(base, "a: {range: [0, 9]}\n"),
              "a.value: 1\na.source: cite: B\na.range[0]: 0\na.range[1]: 9\n");
    EXPECT_EQ(patched("a: 1\n", "a: {range: [0, 9]}\n"),
              "a.value: 1\na.range[0]: 0\na.range[1]: 9\n");
}

TEST(MergePatch, remembers_which_file_each_value_is_from) {
    const Doc doc =
        merge_patch(tree_of("a: 1\nb: 2\n", "base.yaml"), tree_of("b: 3\n", "top.yaml"));
    EXPECT_EQ(doc.find("a")->where, (Location{"base.yaml", 1, 4}));
    EXPECT_EQ(doc.find("b")->where, (Location{"top.yaml", 1, 4}));
    EXPECT_EQ(doc.where.file, "top.yaml");
}

/// A folder of files that goes away with the test.
class Extends : public testing::Test {
  protected:
    Extends() {
        const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = std::filesystem::path(testing::TempDir()) / ("merge_test_" + name);
        std::filesystem::create_directories(folder_ / "evidence");
    }

    ~Extends() override { std::filesystem::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& text) {
        const std::string path = (folder_ / name).string();
        std::ofstream(path) << text;
        return path;
    }

    /// What the messages say, with the folder cut out.
    std::string messages() const {
        std::string text = texts_of(found_);
        const std::string prefix = (folder_ / "").string();
        for (std::size_t i = text.find(prefix); i != std::string::npos; i = text.find(prefix)) {
            text.erase(i, prefix.size());
        }
        return text;
    }

    Diagnostics found_;

  private:
    std::filesystem::path folder_;
};

TEST_F(Extends, puts_a_file_over_its_bases_found_beside_it) {
    write("evidence/a.yaml", "kind: evidence\nx: {y: 1, z: 2}\n");
    write("base.yaml", "extends: evidence/a.yaml\nname: base\nx: {y: 3}\n");
    const std::string top = write("top.yaml", "extends: [base.yaml]\nname: top\nw: 5\n");
    EXPECT_EQ(values_of(read_with_bases(top, found_)), "x.y: 3\nx.z: 2\nname: top\nw: 5\n");
    EXPECT_EQ(messages(), "");
}

TEST_F(Extends, does_not_inherit_what_a_file_says_of_itself) {
    write("base.yaml", "kind: evidence\nname: base\ntitle: t\nsource: 'cite: B'\nx: 1\n");
    const std::string top = write("top.yaml", "extends: base.yaml\ny: 2\n");
    const Doc doc = read_with_bases(top, found_);
    EXPECT_EQ(values_of(doc), "x: 1\ny: 2\n");
    EXPECT_EQ(doc.find("x")->cited, "cite: B");
    EXPECT_TRUE(doc.find("x")->evidence);
    EXPECT_EQ(doc.find("y")->cited, "");
    EXPECT_FALSE(doc.find("y")->evidence);
}

TEST_F(Extends, shows_the_circle_when_files_extend_each_other) {
    const std::string a = write("a.yaml", "extends: b.yaml\nx: 1\n");
    write("b.yaml", "y: 2\nextends: [evidence/c.yaml]\n");
    write("evidence/c.yaml", "extends: ../a.yaml\n");
    read_with_bases(a, found_);
    EXPECT_EQ(messages(),
              "evidence/c.yaml:1:10: error: extends: a file cannot extend itself (a.yaml extends "
              "b.yaml extends evidence/c.yaml extends a.yaml)");
}

TEST_F(Extends, points_at_the_name_of_a_file_that_is_not_there) {
    const std::string top = write("top.yaml", "extends: gone.yaml\n");
    read_with_bases(top, found_);
    EXPECT_EQ(messages(),
              "top.yaml:1:10: error: extends: gone.yaml: cannot be read (No such file or "
              "directory)");
    EXPECT_THROW(read_with_bases("gone.yaml", found_), IoError);
}

TEST_F(Extends, gives_nothing_when_a_part_could_not_be_read) {
    EXPECT_TRUE(read_resolved(write("a.yaml", "extends: gone.yaml\nx: 1\n"), {}, found_).is_null());
    write("list.yaml", "- 1\n");
    const std::string top = write("top.yaml", "extends: list.yaml\nx: 1\n");
    EXPECT_TRUE(read_resolved(top, {"x=2"}, found_).is_null());
    EXPECT_EQ(found_.all().back().problem, "must hold keys and values, as in 'name: value'");
}

TEST_F(Extends, refuses_bases_that_are_not_file_names) {
    read_with_bases(write("top.yaml", "extends: [{a: 1}, ~]\n"), found_);
    EXPECT_EQ(messages(),
              "top.yaml:1:11: error: extends: must be a file name or a list of them\n"
              "top.yaml:1:19: error: extends: must be a file name or a list of them");
}

TEST_F(Extends, names_both_places_when_two_bases_disagree) {
    write("a.yaml", "x: {y: 1, z: 2}\n");
    write("b.yaml", "x:\n  y: {value: 3, source: 'cite: B'}\n  z: 2\n");
    read_with_bases(write("top.yaml", "extends: [a.yaml, b.yaml]\n"), found_);
    EXPECT_EQ(messages(),
              "b.yaml:2:14: error: x.y: set to 3 here and to 1 at a.yaml:1:8; set it in the file "
              "that extends both, to choose");
}

TEST_F(Extends, stacks_files_that_know_only_their_common_base) {
    write("base.yaml", "x: {a: 1, b: 1, c: 1}\n");
    const std::string main = write("main.yaml", "extends: base.yaml\nname: main\nx: {a: 2}\n");
    const std::string one = write("one.yaml", "extends: base.yaml\nname: one\nx: {b: 2}\n");
    const std::string two = write("two.yaml", "question: q\ny: 3\nx: {a: 2}\n");
    EXPECT_EQ(values_of(read_stacked(main, {one, two}, {}, found_)),
              "x.a: 2\nx.b: 2\nx.c: 1\nname: main\ny: 3\n");
    EXPECT_EQ(values_of(read_stacked(main, {two, one}, {}, found_)),
              "x.a: 2\nx.b: 2\nx.c: 1\nname: main\ny: 3\n");
    EXPECT_EQ(messages(), "");
}

TEST_F(Extends, never_lets_a_file_given_by_name_be_without_effect) {
    const std::string part = write("part.yaml", "x: {a: 1, b: [1, 1], c: {d: 1}, e: 5}\n");
    const std::string study =
        write("study.yaml", "extends: part.yaml\nx: {a: 2, b: [2, 2], c: null, f: 6}\n");
    const std::string in_order =
        "part.yaml:1:8: error: x.a: set to 1 here and to 2 at study.yaml:2:8";
    read_stacked(study, {part}, {}, found_);
    EXPECT_EQ(found_.all().size(), 3U);
    EXPECT_EQ(messages().substr(0, in_order.size()), in_order);
    read_stacked(part, {study}, {"x.a", "x.b"}, found_);
    ASSERT_EQ(found_.all().size(), 4U) << "in the other order, but for what was settled";
    EXPECT_EQ(found_.all().back().path, "x.c");
}

TEST_F(Extends, stacks_a_part_that_the_study_extends_and_leaves_as_it_is) {
    const std::string part = write("part.yaml", "x: {a: 1, b: [1, 1]}\n");
    const std::string study = write("study.yaml", "extends: part.yaml\nx: {f: 6}\n");
    EXPECT_EQ(values_of(read_stacked(study, {part}, {}, found_)),
              "x.a: 1\nx.b[0]: 1\nx.b[1]: 1\nx.f: 6\n");
    EXPECT_EQ(messages(), "");
}

TEST_F(Extends, lets_a_stacked_scenario_change_the_evidence) {
    write("evidence.yaml", "kind: evidence\nsource: 'cite: B'\nx: {a: 1}\n");
    const std::string main = write("main.yaml", "extends: evidence.yaml\ny: 1\n");
    const std::string one = write("one.yaml", "x: {a: 2}\n");
    EXPECT_EQ(values_of(read_stacked(main, {one}, {}, found_)), "x.a: 2\ny: 1\n");
    EXPECT_EQ(values_of(read_stacked(one, {main}, {}, found_)), "x.a: 2\ny: 1\n");
    EXPECT_EQ(messages(), "");
}

TEST_F(Extends, names_both_places_when_stacked_files_disagree) {
    const std::string main = write("main.yaml", "x: {a: 1}\n");
    const std::string one = write("one.yaml", "x: {b: 2}\n");
    const std::string two = write("two.yaml", "x: {b: 3}\n");
    read_stacked(main, {one, two}, {"x.a"}, found_);
    EXPECT_EQ(messages(),
              "two.yaml:1:8: error: x.b: set to 3 here and to 2 at one.yaml:1:8; leave out one of "
              "the two files, or choose with --set x.b=VALUE");
}

TEST_F(Extends, lets_a_setting_choose_between_stacked_files) {
    const std::string main = write("main.yaml", "x: {a: 1}\n");
    const std::string one = write("one.yaml", "x: {a: 2}\n");
    EXPECT_EQ(values_of(read_resolved(main, {"x.a=5"}, found_, {one})), "x.a: 5\n");
    EXPECT_EQ(messages(), "");
    EXPECT_TRUE(read_resolved(write("bad.yaml", "- 1\n"), {}, found_, {one}).is_null());
    EXPECT_THROW(read_resolved(main, {}, found_, {"gone.yaml"}), IoError);
}

TEST_F(Extends, lets_a_setting_change_what_an_arm_writes_with_dots) {
    const std::string main =
        write("main.yaml", "arms: {a: {parameters: {search.distance: 2, search: {pace: 1}}}}\n");
    EXPECT_EQ(values_of(read_resolved(main,
                                      {"arms.a.parameters.search.distance=3",
                                       "arms.a.parameters.search.pace=4",
                                       "arms.a.parameters.search.new=5"},
                                      found_)),
              "arms.a.parameters.search.distance: 3\narms.a.parameters.search.pace: 4\n"
              "arms.a.parameters.search.new: 5\n");
    EXPECT_EQ(messages(), "");
}

TEST_F(Extends, lets_the_file_settle_what_its_bases_disagree_on) {
    write("a.yaml", "x: {y: 1}\n");
    write("b.yaml", "x: {y: 3}\n");
    const std::string top = write("top.yaml", "extends: [a.yaml, b.yaml]\nx: {y: 4}\n");
    EXPECT_EQ(values_of(read_with_bases(top, found_)), "x.y: 4\n");
    EXPECT_EQ(messages(), "");
}

TEST_F(Extends, accepts_one_value_reached_along_two_ways) {
    write("common.yaml", "x: 1\n");
    write("a.yaml", "extends: common.yaml\na: 1\n");
    write("b.yaml", "extends: common.yaml\nb: 1\n");
    const std::string top = write("top.yaml", "extends: [a.yaml, b.yaml]\n");
    EXPECT_EQ(values_of(read_with_bases(top, found_)), "x: 1\na: 1\nb: 1\n");
    EXPECT_EQ(messages(), "");
}

TEST_F(Extends, does_all_steps_in_order) {
    write("base.yaml", "p: {one: {a: 1, b: 2}}\n");
    const std::string top =
        write("top.yaml", "extends: base.yaml\np: {one: {a: 5}, two: {like: one, b: null}}\n");
    EXPECT_EQ(values_of(read_resolved(top, {"p.two.a=7"}, found_)),
              "p.one.a: 5\np.one.b: 2\np.two.a: 7\n");
    EXPECT_EQ(messages(), "");
}

}  // namespace
}  // namespace foothold
