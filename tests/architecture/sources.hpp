#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace foothold::architecture {

/// A word, number, string or piece of punctuation of C++; comments and directives are left out.
struct Token {
    enum class Kind { word, number, text, punctuation };

    Kind kind;
    std::string text;
    int line;  // counted from 1
};

/// A line `#include <name>` or `#include "name"`.
struct Include {
    std::string name;
    bool quoted;
    int line;
};

/// One C++ file of the house, read just far enough to judge it.
struct Source {
    std::string path;  // from the root, e.g. sim/core/text.cpp
    int lines;
    std::vector<Include> includes;
    std::vector<Token> tokens;
};

/// Every .hpp and .cpp below the named folders of `root`, in the order of their paths.
std::vector<Source> read_sources(const std::filesystem::path& root,
                                 const std::vector<std::string>& folders);

/// The text of one file as a Source.
Source read_source(std::string path, const std::string& text);

}  // namespace foothold::architecture
