#include "sim/io/emit.hpp"

#include <cstddef>

namespace foothold {

namespace {

using Kind = Outline::Kind;

bool has_children(const Outline& outline) {
    return outline.kind == Kind::group || outline.kind == Kind::groups
           || outline.kind == Kind::named || outline.kind == Kind::factors
           || outline.kind == Kind::changes;
}

/// A group's members, one a line; `indent` stands before each.
void write_members(const Outline& group, const std::string& indent, std::string& text);

/// What follows "name:" or "-".
void write_value(const Outline& outline, const std::string& indent, std::string& text) {
    if (!has_children(outline)) {
        text += " " + outline.value + "\n";
    } else if (outline.children.empty()) {
        text += outline.kind == Kind::groups ? " []\n" : " {}\n";
    } else {
        text += "\n";
        write_members(outline, indent + "  ", text);
    }
}

void write_members(const Outline& group, const std::string& indent, std::string& text) {
    for (const Outline& child : group.children) {
        text += indent + (group.kind == Kind::groups ? "-" : child.name + ":");
        write_value(child, indent, text);
    }
}

/// Text that a cell of a Markdown table can hold.
std::string cell(std::string_view text) {
    std::string result;
    for (const char c : text) {
        result += c == '|' ? "\\|" : c == '\n' ? " " : std::string(1, c);
    }
    return result;
}

std::string row(const Outline& leaf, const std::string& path, const SourceMap& sources) {
    const auto found = sources.find(path);
    std::string given;
    std::string source;
    if (found != sources.end()) {
        const Sourced& entry = found->second;
        given = entry.low && entry.high ? number_text(*entry.low) + ".." + number_text(*entry.high)
                                        : "";
        source = entry.source;
    }
    const std::string unit(leaf.measured ? leaf.quantity.unit : "");
    const std::string allowed = leaf.measured ? allowed_range(leaf.quantity) : "";
    std::string words;
    for (const std::string_view word : leaf.words) {
        words += (words.empty() ? "" : ", ") + std::string(word);
    }
    std::string line = "|";
    for (const std::string& text : {"`" + path + "`",
                                    leaf.value,
                                    unit,
                                    leaf.words.empty() ? allowed : words,
                                    given,
                                    leaf.meaning,
                                    source}) {
        line += text.empty() ? " |" : " " + cell(text) + " |";
    }
    return line + "\n";
}

void write_rows(const Outline& outline,
                const std::string& path,
                const SourceMap& sources,
                std::string& text) {
    if (!has_children(outline)) {
        text += row(outline, path, sources);
        return;
    }
    for (std::size_t i = 0; i < outline.children.size(); ++i) {
        const Outline& child = outline.children[i];
        const std::string child_path =
            outline.kind == Kind::groups ? below(path, i) : below(path, child.name);
        write_rows(child, child_path, sources, text);
    }
}

}  // namespace

std::string yaml_text(const Outline& outline) {
    std::string text;
    write_members(outline, "", text);
    return text.empty() ? "{}\n" : text;
}

std::string table_text(const Outline& outline, const SourceMap& sources) {
    std::string text =
        "| parameter | value | unit | range allowed | range given | meaning | source |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n";
    write_rows(outline, "", sources, text);
    return text;
}

}  // namespace foothold
