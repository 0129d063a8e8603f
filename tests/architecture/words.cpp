#include "tests/architecture/rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace foothold::architecture {
namespace {

using Words = std::vector<std::string_view>;

/// A family of names that part of the house must not use, and what to use instead.
struct Ban {
    Words words;         // "*_distribution" matches every word with that ending
    bool only_with_std;  // std::log is banned, the house's own log is not
    Words free;          // where it is allowed: starts of paths
    std::string_view instead;
};

const Words outside_model{"include/foothold/", "sim/io/", "sim/bench/", "sim/cli/"};
const Words executors{"include/foothold/", "sim/io/", "sim/cli/", "sim/core/parallel"};

const std::array bans{
    Ban{{"shuffle",
         "sample",
         "*_distribution",
         "mt19937",
         "mt19937_64",
         "random_device",
         "rand",
         "default_random_engine"},
        true,
        outside_model,
        "draw by address (foothold/draws.hpp); its results would differ between libraries"},
    Ban{{"exp",  "exp2",  "expm1", "log",   "log2", "log10", "log1p",  "pow",
         "sin",  "cos",   "tan",   "sinh",  "cosh", "tanh",  "asin",   "acos",
         "atan", "atan2", "cbrt",  "hypot", "erf",  "erfc",  "lgamma", "tgamma"},
        true,
        outside_model,
        "use the house's own functions in sim/core; its last bit differs between platforms"},
    Ban{{"reduce", "transform_reduce", "inclusive_scan", "exclusive_scan", "execution"},
        true,
        outside_model,
        "sum in integers or with ordered_sum"},
    Ban{{"unordered_map", "unordered_set", "unordered_multimap", "unordered_multiset"},
        true,
        outside_model,
        "its order of iteration is an accident; use a sorted vector or std::map"},
    Ban{{"atomic",
         "atomic_ref",
         "thread",
         "jthread",
         "mutex",
         "shared_mutex",
         "async",
         "condition_variable",
         "call_once"},
        true,
        executors,
        "go through the three verbs of sim/core/parallel.hpp"},
    Ban{{"cout", "cerr", "clog"}, true, {"sim/cli/"}, "only the command line prints"},
    Ban{{"printf", "fprintf", "vprintf", "vfprintf", "puts", "fputs", "putchar", "perror"},
        false,
        {"sim/cli/"},
        "only the command line prints"},
    Ban{{"exit", "_exit", "_Exit", "quick_exit", "terminate"},
        false,
        {"sim/cli/"},
        "only the command line exits; throw a ScenarioError or IoError"},
};

const Words banned_headers{"random", "unordered_map", "unordered_set", "execution", "iostream"};

bool starts_with_any(std::string_view path, const Words& starts) {
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
        return path.substr(0, start.size()) == start;
    });
}

bool matches(std::string_view word, std::string_view pattern) {
    if (pattern.front() != '*') {
        return word == pattern;
    }
    pattern.remove_prefix(1);
    return word.size() > pattern.size() && word.substr(word.size() - pattern.size()) == pattern;
}

bool is_banned(const Ban& ban, const std::vector<Token>& tokens, std::size_t i) {
    const std::string& word = tokens[i].text;
    if (std::none_of(ban.words.begin(), ban.words.end(), [&](std::string_view pattern) {
            return matches(word, pattern);
        })) {
        return false;
    }
    const bool qualified = i >= 2 && tokens[i - 1].text == "::";
    if (qualified) {
        return tokens[i - 2].text == "std";
    }
    const bool member = i >= 1 && (tokens[i - 1].text == "." || tokens[i - 1].text == ">");
    const bool called = i + 1 < tokens.size() && tokens[i + 1].text == "(";
    return !ban.only_with_std && !member && called;
}

}  // namespace

Faults word_faults(const std::vector<Source>& sources) {
    Faults faults;
    const auto report = [&](const Source& source, int line, const std::string& problem) {
        faults.push_back(source.path + ":" + std::to_string(line) + ": " + problem);
    };
    for (const Source& source : sources) {
        for (const Include& include : source.includes) {
            if (!starts_with_any(source.path, outside_model)
                && std::find(banned_headers.begin(), banned_headers.end(), include.name)
                       != banned_headers.end()) {
                report(source, include.line, "the model must not include <" + include.name + ">");
            }
        }
        for (std::size_t i = 0; i < source.tokens.size(); ++i) {
            for (const Ban& ban : bans) {
                if (source.tokens[i].kind == Token::Kind::word
                    && !starts_with_any(source.path, ban.free)
                    && is_banned(ban, source.tokens, i)) {
                    report(source,
                           source.tokens[i].line,
                           source.tokens[i].text + ": " + std::string{ban.instead});
                }
            }
        }
    }
    return faults;
}

}  // namespace foothold::architecture
