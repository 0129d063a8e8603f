#pragma once

#include <string>

namespace foothold {

inline constexpr const char* no_anchors =
    "anchors and aliases (& and *) are not supported; write the value again, or use 'like'";
inline constexpr const char* no_tags =
    "tags (!) are not supported; remove the tag, or quote the text";

/// What the YAML parser means by an error, for somebody who does not know YAML.
std::string in_our_words(const std::string& parser_words);

}  // namespace foothold
