#pragma once

#include "foothold/diagnostics.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace foothold {

/// Everything in a file, up to one byte more than `limit`. Throws IoError.
std::string read_text_file(const std::string& path, std::size_t limit);

/// Reports what no text file of ours may hold: bytes that are not UTF-8, control characters, tabs
/// in the indentation, carriage returns without line feeds. At most one report of each kind.
void check_text(const std::string& text, const std::string& file, Diagnostics& diagnostics);

/// Turns a line and a byte within it, both from 0, into a place in a file as a person counts:
/// lines and characters from 1. The text must outlive the map.
class LineMap {
  public:
    LineMap(const std::string& text, std::string file);

    /// Quick when the places asked for move forward.
    Location at(int line, int byte);

    /// The byte that stands there, or 0.
    char character(int line, int byte) const;

  private:
    const std::string& text_;
    std::string file_;
    std::vector<std::size_t> begins_{0};  // of each line, in bytes
    // Where counting stopped the last time.
    std::size_t counted_ = 0;
    int line_ = 0;
    int column_ = 1;
};

}  // namespace foothold
