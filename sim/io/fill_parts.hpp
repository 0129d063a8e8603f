#pragma once

#include "foothold/changes.hpp"
#include "foothold/describe.hpp"
#include "foothold/diagnostics.hpp"
#include "foothold/month.hpp"

#include "sim/io/sources.hpp"
#include "sim/io/yaml.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

// What `fill` (sim/io/fill.hpp) does that does not depend on the type of the struct.

/// What `describe` says of a member.
struct Member {
    std::string path;
    std::string_view meaning;
    std::optional<Quantity> quantity = {};  // none for words, text, flags, months and groups
};

/// A value as given: bare, or `{value:, source:, range:, note:}`.
struct Leaf {
    const Doc* value = nullptr;  // null when there is none
    const Doc* source = nullptr;
    const Doc* range = nullptr;
};

/// The numbers of a value; one for a number, several for a list or matrix, none for words.
using Numbers = std::vector<double>;

/// Reads values, checks them and notes their sources. `read` sets the result and returns true, or
/// reports and returns false.
class Filling {
  public:
    Filling(Diagnostics& diagnostics, SourceMap& sources)
        : diagnostics_(diagnostics), sources_(sources) {}

    /// Takes a leaf apart, reporting keys that do not belong there.
    Leaf open(const Doc& doc, const Member& about);

    /// Checks a value against its own range and rules of evidence, and notes its source.
    void close(const Leaf& leaf, const Member& about, const Numbers& numbers);

    bool read(double& result, const Doc& doc, const Member& about, Numbers& numbers);
    bool read(std::int64_t& result, const Doc& doc, const Member& about, Numbers& numbers);
    bool read(std::uint64_t& result, const Doc& doc, const Member& about, Numbers& numbers);
    bool read(std::vector<double>& result, const Doc& doc, const Member& about, Numbers& numbers);
    bool read(std::vector<std::vector<double>>& result,
              const Doc& doc,
              const Member& about,
              Numbers& numbers);
    bool read(bool& result, const Doc& doc, const Member& about, Numbers& numbers);
    bool read(CalendarMonth& result, const Doc& doc, const Member& about, Numbers& numbers);
    bool read(std::string& result, const Doc& doc, const Member& about, Numbers& numbers);
    bool
    read(std::vector<std::string>& result, const Doc& doc, const Member& about, Numbers& numbers);
    bool read(std::size_t& word,
              const Doc& doc,
              std::span<const std::string_view> words,
              const Member& about);

    void fill_factors(Factors& factors, const Doc& doc, const Member& about);

    /// Adds the values of a map, nested or dotted, by their paths, which begin with `prefix`.
    /// Whether there are such parameters is for the engine to say.
    void
    fill_changes(Changes& changes, const Doc& doc, const Member& about, const std::string& prefix);

    /// Whether it is what its type asks for; reports when it is not.
    bool is_group(const Doc& doc, const Member& about);
    bool is_list(const Doc& doc, const Member& about);
    bool fits(bool in_type, const Doc& doc, const Member& about);

    /// The entries of a map whose keys are names that the user chose.
    std::vector<const Doc::Entry*> named_entries(const Doc& doc, const Member& about);

    void error(const Location& where, const std::string& path, const std::string& problem) {
        diagnostics_.error(where, path, problem);
    }

  private:
    bool accept(const Doc& doc, const Member& about, const std::string& problem);
    bool accept_number(
        double value, const Doc& doc, const Member& about, std::string problem, Numbers& numbers);
    void check_range(const Leaf& leaf, const Member& about, const Numbers& numbers, Sourced& entry);
    void check_evidence(const Leaf& leaf, const Member& about, const Sourced& entry);

    Diagnostics& diagnostics_;
    SourceMap& sources_;
};

/// One group's keys: which members have had theirs, which are missing, which nobody knows.
class GroupReader {
  public:
    GroupReader(Filling& filling, const Doc& doc, std::string path)
        : filling_(filling), doc_(doc), path_(std::move(path)) {}

    std::string path_of(std::string_view name) const { return below(path_, name); }

    /// What the group gives for a member; null if nothing, which is noted.
    const Doc* take(std::string_view name, const Member& about);

    /// The same for a member that may be left out.
    const Doc* take_if_given(std::string_view name);

    /// Reports unknown keys and missing members, once all members have been taken.
    void finish();

  private:
    struct Missing {
        std::string name;
        Member about;
    };

    bool is_expected(const std::string& key) const;

    Filling& filling_;
    const Doc& doc_;
    std::string path_;
    std::vector<std::string> known_;
    std::vector<Missing> missing_;
};

}  // namespace foothold
