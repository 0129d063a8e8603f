#include "sim/io/merge.hpp"
#include "sim/io/sources.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <system_error>
#include <utility>

namespace foothold {

namespace {

/// One step of a path: a key, or the number of an item.
struct Step {
    std::string key;
    std::optional<std::size_t> item;
};

/// "a.b[2].c" as steps, or nothing if it is no path.
std::vector<Step> steps_of(const std::string& path) {
    std::vector<Step> steps;
    for (std::size_t i = 0; i < path.size();) {
        if (path[i] == '[') {
            std::size_t item = 0;
            const char* const begin = path.data() + i + 1;
            const char* const end = path.data() + path.size();
            const auto [stop, error] = std::from_chars(begin, end, item);
            if (error != std::errc() || stop == end || *stop != ']') {
                return {};
            }
            steps.push_back({"", item});
            i = static_cast<std::size_t>(stop - path.data()) + 1;
            continue;
        }
        if (path[i] == '.' && i > 0) {
            ++i;
        }
        const std::size_t end = std::min(path.find_first_of(".[", i), path.size());
        if (end == i) {
            return {};
        }
        steps.push_back({path.substr(i, end - i), {}});
        i = end;
    }
    return steps;
}

std::string listed(const std::vector<std::string>& keys) {
    std::string text;
    for (const std::string& key : keys) {
        text += (text.empty() ? "" : ", ") + key;
    }
    return text;
}

void place(Doc& doc, const Location& where) {
    doc.where = where;
    for (Doc& item : doc.items) {
        place(item, where);
    }
}

/// Whether a path leads into what an arm or a set of an ensemble changes: a map that holds only
/// what differs, so that keys may be new. The engine says whether there are such parameters.
bool is_change(const std::string& path) {
    const std::size_t owner = path.find('.');
    const std::size_t part = owner == std::string::npos ? owner : path.find('.', owner + 1);
    const std::string first = path.substr(0, owner);
    constexpr std::string_view changes = ".parameters";
    return (first == "arms" || first == "ensemble") && part != std::string::npos
           && path.compare(part, changes.size(), changes) == 0;
}

class Setting {
  public:
    Setting(std::string path, Diagnostics& diagnostics)
        : path_(std::move(path)), where_{"--set " + path_, 0, 0}, diagnostics_(diagnostics) {}

    void apply(Doc& root, const std::string& text) {
        const std::optional<Doc> value = value_of(text);
        if (!value) {
            return;
        }
        const std::vector<Step> steps = steps_of(path_);
        if (steps.empty()) {
            error(path_, "not a path; write it as in a.b[0].c=value");
            return;
        }
        Doc* target = &root;
        std::string here;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (const auto dotted = dotted_key_of(*target, steps, i)) {
                target = target->find(*dotted);
                here = below(here, *dotted);
                i += static_cast<std::size_t>(std::count(dotted->begin(), dotted->end(), '.'));
                continue;
            }
            const Step& step = steps[i];
            target =
                step.item ? item_of(*target, *step.item, here) : key_of(*target, step.key, here);
            if (target == nullptr) {
                return;
            }
        }
        if (value->is_null()) {
            take_out(*target, steps.back());
            return;
        }
        if (target->is_map() && !is_leaf(*target) && !target->entries.empty()) {
            error(path_, "a group, not a value; set one of its keys: " + listed(target->keys()));
            return;
        }
        *target = *value;
    }

  private:
    /// What stands after the "=".
    std::optional<Doc> value_of(const std::string& text) {
        if (text.find_first_not_of(" \t\n") == std::string::npos) {
            error(path_, "no value after '='");
            return {};
        }
        const std::size_t before = diagnostics_.size();
        Doc value = read_yaml_text(text, where_.file, diagnostics_);
        if (diagnostics_.size() != before) {
            return {};
        }
        if (value.is_map()) {
            error(path_, "the value must be a number, a word, a text, a [list] or null");
            return {};
        }
        place(value, where_);
        return value;
    }

    /// Marks what a path leads to as deleted.
    void take_out(Doc& target, const Step& last) {
        if (last.item) {
            error(path_, "one item of a list cannot be taken out; give the whole list");
            return;
        }
        target = Doc{};
        target.where = where_;
        target.deletes = true;
    }

    /// The longest key of several steps from the i-th on, written with dots as in
    /// `search.distance`, that the map has.
    static std::optional<std::string>
    dotted_key_of(Doc& parent, const std::vector<Step>& steps, std::size_t i) {
        std::optional<std::string> found;
        std::string key = steps[i].key;
        for (std::size_t next = i + 1; next < steps.size() && !steps[next].item; ++next) {
            key += "." + steps[next].key;
            if (parent.is_map() && !is_leaf(parent) && parent.find(key) != nullptr) {
                found = key;
            }
        }
        return steps[i].item ? std::nullopt : found;
    }

    Doc* key_of(Doc& parent, const std::string& key, std::string& here) {
        const std::string path = below(here, key);
        Doc* found = parent.is_map() && !is_leaf(parent) ? parent.find(key) : nullptr;
        here = path;
        if (found != nullptr) {
            return found;
        }
        if (!parent.is_map() || is_leaf(parent)) {
            error(path, "unknown: what stands before it has no keys of its own");
            return nullptr;
        }
        if (is_change(path)) {
            Doc fresh;
            fresh.kind = Doc::Kind::map;
            parent.entries.push_back({key, where_, std::move(fresh)});
            return &parent.entries.back().value;
        }
        const std::vector<std::string> keys = parent.keys();
        const std::string meant = nearest(key, keys);
        error(path,
              meant.empty() ? "unknown key; known here: " + listed(keys)
                            : "unknown key; did you mean '" + meant + "'?");
        return nullptr;
    }

    Doc* item_of(Doc& parent, std::size_t item, std::string& here) {
        if (Doc* value = parent.find("value")) {
            // A list of which one number changes no longer is what its source says.
            Doc list = std::move(*value);
            parent = std::move(list);
        }
        const std::string path = below(here, item);
        here = path;
        if (!parent.is_list()) {
            error(path, "unknown: what stands before it is not a list");
            return nullptr;
        }
        if (item >= parent.items.size()) {
            error(path,
                  "the list has " + std::to_string(parent.items.size()) + " items, counted from 0");
            return nullptr;
        }
        parent.cited.clear();
        parent.evidence = false;
        parent.where = where_;
        return &parent.items[item];
    }

    void error(const std::string& path, const std::string& problem) {
        diagnostics_.error(where_, path, problem);
    }

    std::string path_;
    Location where_;
    Diagnostics& diagnostics_;
};

}  // namespace

void apply_settings(Doc& root, const std::vector<std::string>& settings, Diagnostics& diagnostics) {
    for (const std::string& setting : settings) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos) {
            diagnostics.error({"--set " + setting, 0, 0}, "", "must have the form path=value");
            continue;
        }
        Setting(setting.substr(0, equals), diagnostics).apply(root, setting.substr(equals + 1));
    }
    remove_deleted(root);
}

}  // namespace foothold
