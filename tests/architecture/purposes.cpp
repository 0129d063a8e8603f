#include "tests/architecture/rules.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace foothold::architecture {
namespace {

constexpr auto vocabulary = "include/foothold/draws.hpp";

struct Enumerator {
    std::string name;
    std::string number;  // empty when it has none of its own
    int line;
};

bool is(const std::vector<Token>& tokens, std::size_t i, const char* text) {
    return i < tokens.size() && tokens[i].text == text;
}

/// What stands between the braces of `enum class Purpose`.
std::vector<Enumerator> enumerators(const std::vector<Token>& tokens) {
    std::size_t i = 0;
    while (
        i < tokens.size()
        && !(is(tokens, i, "enum") && is(tokens, i + 1, "class") && is(tokens, i + 2, "Purpose"))) {
        ++i;
    }
    while (i < tokens.size() && !is(tokens, i, "{")) {
        ++i;
    }
    std::vector<Enumerator> found;
    for (++i; i < tokens.size() && !is(tokens, i, "}"); ++i) {
        const bool numbered = is(tokens, i + 1, "=") && i + 2 < tokens.size();
        found.push_back({tokens[i].text, numbered ? tokens[i + 2].text : "", tokens[i].line});
        while (i < tokens.size() && !is(tokens, i, ",") && !is(tokens, i + 1, "}")) {
            ++i;
        }
    }
    return found;
}

/// For each enumerator, the files of sim/ that say Purpose::name.
std::map<std::string, std::set<std::string>> users(const std::vector<Source>& sources) {
    std::map<std::string, std::set<std::string>> found;
    for (const Source& source : sources) {
        for (std::size_t i = 2; i < source.tokens.size(); ++i) {
            if (is(source.tokens, i - 2, "Purpose") && is(source.tokens, i - 1, "::")
                && source.path.rfind("sim/", 0) == 0) {
                found[source.tokens[i].text].insert(source.path);
            }
        }
    }
    return found;
}

std::string number_fault(const Enumerator& purpose, const std::string& earlier) {
    if (purpose.number.empty()) {
        return "has no number of its own";
    }
    return earlier.empty() ? "" : "has the number of " + earlier;
}

std::string use_fault(const std::set<std::string>& files) {
    if (files.size() == 1) {
        return {};
    }
    std::string list;
    for (const std::string& file : files) {
        list += (list.empty() ? "" : ", ") + file;
    }
    return files.empty() ? "is drawn for nowhere" : "is drawn for in more than one file: " + list;
}

}  // namespace

Faults purpose_faults(const std::vector<Source>& sources) {
    const auto header = std::find_if(sources.begin(), sources.end(), [](const Source& source) {
        return source.path == vocabulary;
    });
    if (header == sources.end()) {
        return {std::string{vocabulary} + ":1: not found"};
    }
    Faults faults;
    const std::vector<Enumerator> all = enumerators(header->tokens);
    if (all.empty()) {
        faults.push_back(std::string{vocabulary} + ":1: no enum class Purpose");
    }
    auto used = users(sources);
    std::map<std::string, std::string> name_of;
    for (const Enumerator& purpose : all) {
        for (const std::string& fault :
             {number_fault(purpose, name_of[purpose.number]), use_fault(used[purpose.name])}) {
            if (!fault.empty()) {
                faults.push_back(std::string{vocabulary} + ":" + std::to_string(purpose.line)
                                 + ": Purpose::" + purpose.name + " " + fault);
            }
        }
        name_of[purpose.number] = purpose.name;
    }
    return faults;
}

}  // namespace foothold::architecture
