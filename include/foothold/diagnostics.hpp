#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foothold {

/// Where in a user's file something stands. Lines and columns count from 1; 0 means "not known".
struct Location {
    std::string file;
    int line = 0;
    int column = 0;

    friend auto operator<=>(const Location&, const Location&) = default;
};

/// One thing that is wrong with what the user gave us, in the house grammar
/// `file:line:column: error: path: problem (rule); remedy`.
struct Diagnostic {
    Location where;
    std::string path;  // dotted key, e.g. barriers[1].onset; may be empty
    std::string
        problem;  // what is wrong, with the rule that was broken and, if there is one, the remedy

    std::string text() const;

    friend auto operator<=>(const Diagnostic&, const Diagnostic&) = default;
};

/// Collects every problem of a file so that all are reported at once.
class Diagnostics {
  public:
    void error(Location where, std::string path, std::string problem);

    bool empty() const { return found_.empty(); }

    std::size_t size() const { return found_.size(); }

    const std::vector<Diagnostic>& all() const { return found_; }

    /// Throws ScenarioError with everything collected, sorted by place in the file; returns if
    /// nothing was.
    void stop_if_any() const;

  private:
    std::vector<Diagnostic> found_;
};

/// The user's scenario, place or data is wrong. Exit code 65.
class ScenarioError : public std::runtime_error {
  public:
    explicit ScenarioError(std::vector<Diagnostic> all);

    const std::vector<Diagnostic>& all() const { return all_; }

  private:
    std::vector<Diagnostic> all_;
};

/// A file could not be read or written. Exit code 74.
class IoError : public std::runtime_error {
  public:
    IoError(std::string path, std::string_view problem);

    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// The candidate most like `word` for "did you mean", or empty when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace foothold
