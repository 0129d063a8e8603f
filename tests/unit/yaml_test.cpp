#include "foothold/diagnostics.hpp"

#include "sim/io/yaml.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace foothold {
namespace {

std::string errors_of(const std::string& text) {
    Diagnostics found;
    read_yaml_text(text, "t.yaml", found);
    std::string lines;
    for (const Diagnostic& one : found.all()) {
        lines += (lines.empty() ? "" : "\n") + one.text();
    }
    return lines;
}

Doc tree_of(const std::string& text) {
    Diagnostics found;
    Doc doc = read_yaml_text(text, "t.yaml", found);
    EXPECT_TRUE(found.empty()) << found.all().front().text();
    return doc;
}

TEST(Yaml, knows_where_every_key_and_value_stands) {
    const Doc doc = tree_of("a: 1\nb:\n  c: \"x\"\n  d: [1, {e: 2}]\n");
    ASSERT_TRUE(doc.is_map());
    EXPECT_EQ(doc.keys(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(doc.find("a")->where, (Location{"t.yaml", 1, 4}));
    EXPECT_EQ(doc.entries[1].where, (Location{"t.yaml", 2, 1}));
    const Doc& inner = *doc.find("b");
    EXPECT_EQ(inner.where, (Location{"t.yaml", 3, 3}));
    EXPECT_TRUE(inner.find("c")->quoted);
    EXPECT_FALSE(doc.find("a")->quoted);
    ASSERT_EQ(inner.find("d")->items.size(), 2U);
    EXPECT_EQ(inner.find("d")->items[1].find("e")->where, (Location{"t.yaml", 4, 14}));
    EXPECT_EQ(doc.find("nothing"), nullptr);
}

TEST(Yaml, keeps_the_text_as_it_was_written) {
    const Doc doc =
        tree_of("a: 012\nb: yes\nc: 1_000\nd: .nan\ne: 'it''s'\nf: |\n  two\n  lines\n");
    EXPECT_EQ(doc.find("a")->text, "012");
    EXPECT_EQ(doc.find("b")->text, "yes");
    EXPECT_EQ(doc.find("c")->text, "1_000");
    EXPECT_EQ(doc.find("d")->text, ".nan");
    EXPECT_EQ(doc.find("e")->text, "it's");
    EXPECT_EQ(doc.find("f")->text, "two\nlines\n");
    EXPECT_TRUE(doc.find("f")->quoted);
}

TEST(Yaml, places_an_empty_value_at_its_key) {
    const Doc doc = tree_of("a:\n\nb: ~\nc: null\n");
    EXPECT_TRUE(doc.find("a")->is_null());
    EXPECT_EQ(doc.find("a")->where, (Location{"t.yaml", 1, 1}));
    EXPECT_TRUE(doc.find("b")->is_null());
    EXPECT_TRUE(doc.find("c")->is_null());
}

TEST(Yaml, counts_columns_in_characters_not_bytes) {
    EXPECT_EQ(tree_of("x: [ü, é, 3]\n").find("x")->items[2].where, (Location{"t.yaml", 1, 11}));
    EXPECT_EQ(tree_of("\xEF\xBB\xBFx: 1\n").find("x")->where, (Location{"t.yaml", 1, 4}));
    EXPECT_EQ(tree_of("x: 1\r\ny: 2\r\n").find("y")->where, (Location{"t.yaml", 2, 4}));
}

TEST(Yaml, reports_duplicate_keys_where_they_are_repeated) {
    EXPECT_EQ(errors_of("a: 1\nb: {c: 1, c: 2}\na: 3\n"),
              "t.yaml:2:11: error: b.c: duplicate key (first on line 2); remove one of them\n"
              "t.yaml:3:1: error: a: duplicate key (first on line 1); remove one of them");
}

TEST(Yaml, refuses_anchors_aliases_tags_and_merge_keys) {
    EXPECT_EQ(errors_of("a: &x 1\nb: *x\n"),
              "t.yaml:1:4: error: a: anchors and aliases (& and *) are not supported; write the "
              "value again, or use 'like'\n"
              "t.yaml:2:4: error: b: anchors and aliases (& and *) are not supported; write the "
              "value again, or use 'like'");
    EXPECT_EQ(errors_of("a: *gone\n"),
              "t.yaml:1:4: error: anchors and aliases (& and *) are not supported; write the value "
              "again, or use 'like'");
    EXPECT_EQ(
        errors_of("a: !!str 5\nb: ! 5\n"),
        "t.yaml:1:4: error: a: tags (!) are not supported; remove the tag, or quote the text\n"
        "t.yaml:2:4: error: b: tags (!) are not supported; remove the tag, or quote the text");
    EXPECT_EQ(errors_of("<<: {a: 1}\n"),
              "t.yaml:1:1: error: '<<' is not supported; use 'extends' or 'like'");
    EXPECT_EQ(errors_of("%YAML 3.1\n---\na: 1\n"),
              "t.yaml:1:1: error: lines that begin with % are not supported; remove the line");
}

TEST(Yaml, refuses_a_second_document_and_an_empty_one) {
    EXPECT_EQ(errors_of("a: 1\n---\nb: 2\n"),
              "t.yaml:2:1: error: a second document begins here; keep one per file");
    EXPECT_EQ(errors_of("# nothing\n"), "t.yaml:1:1: error: the file is empty");
    EXPECT_EQ(errors_of(""), "t.yaml:1:1: error: the file is empty");
}

TEST(Yaml, explains_syntax_errors_in_its_own_words) {
    EXPECT_EQ(errors_of("a: [1, 2\nb: 3\n"),
              "t.yaml:2:2: error: a '[' is not closed before this; add the ']' or a comma");
    EXPECT_EQ(errors_of("a: \"x\nb: 3\n"),
              "t.yaml:3:2: error: a quote above is never closed; add the closing quote");
    EXPECT_EQ(errors_of("a: 'x\nb: 3"),
              "t.yaml:3:2: error: a quote above is never closed; add the closing quote");
    EXPECT_EQ(errors_of("a: b: c\n"),
              "t.yaml:1:5: error: a ':' where no key can stand; check the indentation, or quote "
              "the text");
    EXPECT_EQ(errors_of("a:\n   b: 1\n  c: 2\n"),
              "t.yaml:3:3: error: does not line up with the keys above it; check the indentation");
    EXPECT_EQ(errors_of("a: @x\n"),
              "t.yaml:1:4: error: a character that cannot begin a value; quote the text");
    EXPECT_EQ(errors_of("[a]: 1\n"),
              "t.yaml:1:1: error: a key must be a word, as in 'name: value'");
}

TEST(Yaml, refuses_what_no_text_file_should_hold) {
    EXPECT_EQ(errors_of("a:\n\tb: 1\n"), "t.yaml:2:1: error: a tab in the indentation; use spaces");
    EXPECT_EQ(errors_of("a: \xff\n"),
              "t.yaml:1:4: error: not UTF-8 text; save the file with the encoding UTF-8");
    EXPECT_EQ(errors_of("a: \x04\n"), "t.yaml:1:4: error: a control character; remove it");
    EXPECT_EQ(errors_of(std::string("a: \0\n", 5)),
              "t.yaml:1:4: error: a control character; remove it");
    EXPECT_EQ(errors_of("a: 1\rb: 2\n"),
              "t.yaml:1:5: error: a line ending that is not understood (a carriage return alone); "
              "save the file with Unix or Windows line endings");
}

TEST(Yaml, survives_nesting_without_end) {
    EXPECT_NE(errors_of(std::string(100000, '[')), "");
    EXPECT_EQ(errors_of(std::string(1000, '[') + std::string(1000, ']')),
              "t.yaml:1:65: error: nested too deeply (at most 64 levels)");
    std::string stairs;
    for (int depth = 0; depth < 1000; ++depth) {
        stairs += std::string(static_cast<std::size_t>(depth), ' ') + "a:\n";
    }
    EXPECT_EQ(errors_of(stairs), "t.yaml:65:65: error: nested too deeply (at most 64 levels)");
}

TEST(Yaml, reads_a_file_under_its_own_name) {
    const std::string path = testing::TempDir() + "yaml_test_reads.yaml";
    std::ofstream(path) << "a: 1\n";
    Diagnostics found;
    EXPECT_EQ(read_yaml_file(path, found).find("a")->where, (Location{path, 1, 4}));
    EXPECT_TRUE(found.empty());
    std::remove(path.c_str());
}

TEST(Yaml, says_which_file_cannot_be_read) {
    Diagnostics found;
    try {
        read_yaml_file("no/such/file.yaml", found);
        FAIL() << "read it";
    } catch (const IoError& error) {
        EXPECT_STREQ(error.what(), "no/such/file.yaml: cannot be read (No such file or directory)");
    }
    EXPECT_THROW(read_yaml_file(testing::TempDir(), found), IoError);
}

}  // namespace
}  // namespace foothold
