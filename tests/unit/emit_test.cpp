#include "foothold/diagnostics.hpp"

#include "sim/io/emit.hpp"
#include "sim/io/fill.hpp"
#include "sim/io/sources.hpp"
#include "sim/io/yaml.hpp"
#include "tests/unit/sample.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <random>
#include <string>

namespace foothold {
namespace {

Sample read_back(const std::string& text, SourceMap& sources) {
    Diagnostics found;
    Sample sample;
    Doc doc = read_yaml_text(text, "t.yaml", found);
    attach_sources(doc, found);
    fill(sample, doc, found, sources);
    for (const Diagnostic& one : found.all()) {
        ADD_FAILURE() << one.text();
    }
    return sample;
}

Sample read_back(const std::string& text) {
    SourceMap sources;
    return read_back(text, sources);
}

TEST(Emit, writes_every_value_in_the_order_of_declaration) {
    EXPECT_EQ(emit_yaml(read_back(sample_text)), R"(title: "A town"
codes: ["E01", "E02"]
tiers: [0.2, 0.5, 0.3]
moves: [[0.9, 0.1], [0.4, 0.6]]
balance: -1500
barriers:
  debt:
    onset: 0.004
    relief: 0.02
    raised_by:
      illness: 1.5
  illness:
    onset: 0.01
    relief: 0.05
    raised_by: {}
funding:
  months: 30
  seed: 18446744073709551615
  known: true
  order: by_need
rules:
  -
    from: 2018-04
    amount: 317.82
  -
    from: 2019-04
    amount: 320
)");
}

TEST(Emit, writes_nothing_as_nothing) {
    EXPECT_EQ(emit_yaml(SampleBarrier{}), "onset: 0\nrelief: 0\nraised_by: {}\n");
    const Sample empty = read_back(emit_yaml(Sample{}));
    EXPECT_EQ(empty, Sample{});
}

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    std::uint64_t below(std::uint64_t n) { return engine_() % n; }

    double between(double least, double most) {
        const double u = static_cast<double>(engine_() >> 11U) * 0x1p-53;
        return std::ldexp(least + u * (most - least), -static_cast<int>(below(3) * below(40)));
    }

    /// Any finite number there is.
    double any() {
        const double number = std::bit_cast<double>(engine_());
        return std::isnormal(number) ? number : 0.0;
    }

    std::string text() {
        const std::vector<std::string> parts{"a",
                                             " ",
                                             "\"",
                                             "\\",
                                             ": ",
                                             "#",
                                             "\n",
                                             "\t",
                                             "é",
                                             "'",
                                             "- ",
                                             "{",
                                             "0x1",
                                             "~",
                                             "null",
                                             "%",
                                             "\xE2\x80\xA8",
                                             "\xC2\x85",
                                             "\xEF\xBB\xBF",
                                             "...",
                                             "---"};
        std::string text;
        for (std::uint64_t i = below(8); i > 0; --i) {
            text += parts[below(parts.size())];
        }
        return text;
    }

    template <class Make>
    auto list(std::uint64_t longest, Make make) {
        std::vector<decltype(make())> items;
        for (std::uint64_t i = below(longest); i > 0; --i) {
            items.push_back(make());
        }
        return items;
    }

  private:
    std::mt19937_64 engine_;
};

Sample random_sample(std::uint64_t seed) {
    Dice dice(seed);
    const auto share = [&] { return dice.between(0.0, 1.0); };
    Sample it;
    it.title = dice.text();
    it.codes = dice.list(4, [&] { return dice.text(); });
    it.tiers = dice.list(5, share);
    it.moves = dice.list(3, [&] { return dice.list(3, share); });
    it.balance = dice.any();
    for (std::uint64_t i = dice.below(4); i > 0; --i) {
        SampleBarrier barrier{"b" + std::to_string(i), share(), share(), {}};
        for (std::uint64_t k = dice.below(3); k > 0; --k) {
            barrier.raised_by.names.push_back("r_" + std::to_string(k));
            barrier.raised_by.values.push_back(dice.between(0.0, 100.0));
        }
        it.barriers.items.push_back(barrier);
    }
    it.funding = {static_cast<std::int32_t>(dice.below(601)),
                  dice.below(~std::uint64_t{0}),
                  dice.below(2) == 0,
                  static_cast<SampleOrder>(dice.below(2))};
    it.rules = dice.list(4, [&] {
        return SampleRule{{static_cast<std::int32_t>(dice.below(10000)),
                           static_cast<std::int32_t>(1 + dice.below(12))},
                          dice.between(0.0, 1e9)};
    });
    return it;
}

TEST(Emit, writes_what_reads_back_as_the_same) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const Sample sample = random_sample(seed);
        const std::string text = emit_yaml(sample);
        const Sample again = read_back(text);
        ASSERT_EQ(again, sample) << "seed " << seed << "\n" << text;
        ASSERT_EQ(emit_yaml(again), text) << "seed " << seed;
    }
}

TEST(Emit, tabulates_each_value_with_its_source) {
    SourceMap sources;
    const Sample sample = read_back(sample_text, sources);
    const std::string table = markdown_table(sample, sources);
    EXPECT_EQ(table.find("| parameter | value | unit | range allowed | range given | meaning | "
                         "source |\n| --- | --- | --- | --- | --- | --- | --- |\n"),
              0U);
    for (const std::string line :
         {"| `barriers.debt.onset` | 0.004 | 1/month | 0..1 | 0.002..0.008 | chance of acquiring "
          "it | cite: A survey (2020), table 3 |\n",
          "| `barriers.debt.raised_by.illness` | 1.5 | 1 | 0..100 | | onset ratio beside another | "
          "scenario: t.yaml:10 |\n",
          "| `funding.order` | by_need | | first_come, by_need | | who is served first | scenario: "
          "t.yaml:19 |\n",
          "| `rules[1].amount` | 320 | GBP/month | 0..1e+09 | | amount paid | scenario: t.yaml:22 "
          "|\n"}) {
        EXPECT_NE(table.find(line), std::string::npos) << line << "\n" << table;
    }
}

TEST(Emit, describes_the_format_for_editors) {
    const nlohmann::json schema = nlohmann::json::parse(json_schema<Sample>("A sample"));
    EXPECT_EQ(schema["title"], "A sample");
    EXPECT_EQ(schema["additionalProperties"], false);
    const auto& keys = schema["properties"];
    EXPECT_TRUE(keys.contains("extends") && keys.contains("kind") && keys.contains("source"));
    const auto& barrier = keys["barriers"]["patternProperties"]["^[a-z][a-z0-9_]*$"]["anyOf"][0];
    EXPECT_TRUE(barrier["properties"].contains("like"));
    const auto& onset = barrier["properties"]["onset"];
    EXPECT_EQ(onset["description"], "chance of acquiring it [1/month]");
    EXPECT_EQ(onset["anyOf"][0]["maximum"], 1.0);
    EXPECT_TRUE(onset["anyOf"][1]["properties"].contains("range"));
    const auto& funding = keys["funding"]["properties"];
    EXPECT_EQ(funding["order"]["anyOf"][0]["enum"],
              (nlohmann::json::array({"first_come", "by_need"})));
    EXPECT_EQ(funding["months"]["anyOf"][0]["type"], "integer");
    EXPECT_EQ(keys["rules"]["items"]["properties"]["from"]["anyOf"][0]["pattern"],
              "^[0-9]{4}-(0[1-9]|1[0-2])$");
    EXPECT_EQ(keys["moves"]["anyOf"][0]["items"]["items"]["type"], "number");
}

}  // namespace
}  // namespace foothold
