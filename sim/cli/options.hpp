#pragma once

#include <CLI/App.hpp>

#include <cstdint>
#include <limits>
#include <string>

namespace foothold {

/// Lets through whole numbers from `least` to `most` only. The parser's own reading of numbers
/// takes 012 for ten and 99999999999999999999 for the largest number there is.
CLI::Validator whole_number(std::uint64_t least,
                            std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

/// What is wrong with the command line, in the manner of all our errors.
std::string usage_problem(const CLI::App* program, const CLI::Error& error);

/// What was typed, so that it can be pasted into a shell.
std::string command_line(int argc, char** argv);

}  // namespace foothold
