#pragma once

#include "sim/io/study.hpp"

#include <chrono>
#include <string>

namespace foothold {

/// Tells how far a study is: one line that is rewritten on a terminal, a plain line every half
/// minute elsewhere (a log), nothing when quiet.
class ProgressLine {
  public:
    explicit ProgressLine(bool quiet);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const StudyProgress& at);

    /// How far something else is: `what`, and the share of it that is done.
    void show(const std::string& what, double done);

    /// Takes the line off the terminal, so that something else can be printed.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    std::string line(const StudyProgress& at) const;
    std::string line(const std::string& what, double done) const;
    bool is_time();
    void print(const std::string& text);

    bool quiet_;
    bool terminal_;
    bool shown_ = false;
    Clock::time_point started_ = Clock::now();
    Clock::time_point last_ = started_;
    std::size_t done_before_ = 0;  // [replicate] that an earlier run had finished
    bool first_ = true;
};

}  // namespace foothold
