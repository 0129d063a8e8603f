#include "sim/io/yaml_words.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace foothold {

namespace {

constexpr const char* no_directives = "lines that begin with % are not supported; remove the line";
constexpr const char* bad_escape =
    "an escape after \\ that YAML does not know; use single quotes for text with backslashes";

}  // namespace

std::string in_our_words(const std::string& parser_words) {
    using Words = std::pair<std::string_view, const char*>;
    static const std::array words{
        Words{"end of map flow not found",
              "a '{' is not closed before this; add the '}' or a comma"},
        Words{"end of sequence flow not found",
              "a '[' is not closed before this; add the ']' or a comma"},
        Words{"end of map not found",
              "does not line up with the keys above it; check the indentation"},
        Words{"end of sequence not found",
              "does not line up with the list above it; check the indentation"},
        Words{"illegal flow end", "a ']' or '}' that closes nothing; remove it"},
        Words{"illegal block entry", "a '-' where no list can begin; put it on a line of its own"},
        Words{"illegal map key", "a '?' where no key can begin; quote the text"},
        Words{"illegal map value",
              "a ':' where no key can stand; check the indentation, or quote the text"},
        Words{"illegal EOF in scalar", "a quote above is never closed; add the closing quote"},
        Words{"illegal document indicator in scalar",
              "a quote above is never closed; add the closing quote"},
        Words{"illegal tab when looking for indentation", "a tab in the indentation; use spaces"},
        Words{"unknown token", "a character that cannot begin a value; quote the text"},
        Words{"bad character found while scanning hex number", bad_escape},
        Words{"unexpected character in block scalar",
              "text after | or > must begin on the next line"},
        Words{"cannot set zero indentation for a block scalar",
              "text after | or > must be indented"},
        Words{"the referenced anchor is not defined", no_anchors},
        Words{"alias not found after *", no_anchors},
        Words{"anchor not found after &", no_anchors},
        Words{"illegal character found while scanning alias", no_anchors},
        Words{"illegal character found while scanning anchor", no_anchors},
        Words{"cannot assign multiple anchors to the same node", no_anchors},
        Words{"aliases can't have any content, *including* tags", no_anchors},
        Words{"cannot assign multiple tags to the same node", no_tags},
        Words{"illegal character found while scanning tag handle", no_tags},
        Words{"tag handle with no suffix", no_tags},
        Words{"end of verbatim tag not found", no_tags},
        Words{"YAML directives must have exactly one argument", no_directives},
        Words{"bad YAML version: ", no_directives},
        Words{"YAML major version too large", no_directives},
        Words{"repeated YAML directive", no_directives},
        Words{"TAG directives must have exactly two arguments", no_directives},
        Words{"repeated TAG directive", no_directives},
        Words{"invalid unicode: ", bad_escape},
        Words{"unknown escape character: ", bad_escape},
    };
    for (const auto& [theirs, ours] : words) {
        if (parser_words.compare(0, theirs.size(), theirs) == 0) {
            return ours;
        }
    }
    return "cannot be read as YAML; check the indentation, colons, brackets and quotes here";
}

}  // namespace foothold
