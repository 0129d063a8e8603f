#include "sim/io/merge.hpp"
#include "sim/io/sources.hpp"
#include "sim/io/wording.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace foothold {

namespace {

bool same_content(const Doc& a, const Doc& b) {
    if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size()
        || a.entries.size() != b.entries.size()) {
        return false;
    }
    const bool items = std::equal(a.items.begin(), a.items.end(), b.items.begin(), same_content);
    return items && std::all_of(a.entries.begin(), a.entries.end(), [&](const Doc::Entry& entry) {
               const Doc* other = b.find(entry.key);
               return other != nullptr && same_content(entry.value, *other);
           });
}

/// What a value is without its source: the inside of `{value: ...}`, or itself.
const Doc& bare(const Doc& doc) {
    const Doc* value = doc.find("value");
    return value == nullptr ? doc : *value;
}

std::string place_text(const Location& where) {
    return where.file + ":" + std::to_string(where.line) + ":" + std::to_string(where.column);
}

/// The same for one file under whatever name.
std::string identity(const std::string& path) {
    std::error_code trouble;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, trouble);
    return trouble ? path : canonical.string();
}

void drop_header(Doc& doc) {
    std::erase_if(doc.entries, [](const Doc::Entry& entry) { return is_header(entry.key); });
}

/// Reads files and their bases; remembers what it has read and what it is in the middle of.
class Extension {
  public:
    explicit Extension(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// Identities of the files read so far.
    std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& [key, doc] : read_) {
            names.insert(key);
        }
        return names;
    }

    /// Whether something could not be read, so that what is there is only a part.
    bool broken() const { return broken_; }

    /// The file over its bases.
    Doc read(const std::string& path) {
        const std::string key = identity(path);
        if (const auto known = read_.find(key); known != read_.end()) {
            return known->second;
        }
        Doc own = read_yaml_file(path, diagnostics_);
        attach_sources(own, diagnostics_);
        if (!own.is_map() && !own.is_null()) {
            diagnostics_.error(own.where, "", "must hold keys and values, as in 'name: value'");
        }
        broken_ = broken_ || !own.is_map();
        chain_.push_back({path, key});
        Doc whole = merge_patch(bases_of(own, path), own);
        chain_.pop_back();
        read_[key] = whole;
        return whole;
    }

  private:
    struct Link {
        std::string path;
        std::string key;  // the same file under whatever name
    };

    /// All bases of a file merged; takes `extends` out of the file.
    Doc bases_of(Doc& own, const std::string& path) {
        const Doc* extends = own.find("extends");
        if (extends == nullptr) {
            return {};
        }
        const Doc given = *extends;
        std::erase_if(own.entries, [](const Doc::Entry& entry) { return entry.key == "extends"; });
        const std::vector<Doc> names = given.is_list() ? given.items : std::vector<Doc>{given};
        Doc bases;
        for (const Doc& name : names) {
            if (!name.is_scalar() || name.text.empty()) {
                fail(name.where, "must be a file name or a list of them");
                continue;
            }
            const std::filesystem::path folder = std::filesystem::path(path).parent_path();
            const Doc base = read_base((folder / name.text).lexically_normal().string(), name);
            report_conflicts(bases, base, &own, "");
            bases = merge_patch(std::move(bases), base);
        }
        return bases;
    }

    void fail(const Location& where, const std::string& problem) {
        diagnostics_.error(where, "extends", problem);
        broken_ = true;
    }

    Doc read_base(const std::string& path, const Doc& name) {
        const std::string key = identity(path);
        const auto again = std::find_if(
            chain_.begin(), chain_.end(), [&](const Link& link) { return link.key == key; });
        if (again != chain_.end()) {
            std::string circle;
            for (auto link = again; link != chain_.end(); ++link) {
                circle += link->path + " extends ";
            }
            fail(name.where, "a file cannot extend itself (" + circle + path + ")");
            return {};
        }
        try {
            Doc base = read(path);
            drop_header(base);
            return base;
        } catch (const IoError& error) {
            fail(name.where, error.what());
            return {};
        }
    }

    /// Reports values that two bases set differently and the file that extends both does not set.
    void report_conflicts(const Doc& a, const Doc& b, const Doc* own, const std::string& path) {
        const bool groups = a.is_map() && b.is_map() && !is_leaf(a) && !is_leaf(b);
        if (own != nullptr && (!own->is_map() || is_leaf(*own))) {
            return;  // the file decides
        }
        if (groups) {
            for (const Doc::Entry& entry : a.entries) {
                const Doc* other = b.find(entry.key);
                if (other != nullptr && !is_annotation(entry.key)) {
                    report_conflicts(entry.value,
                                     *other,
                                     own == nullptr ? nullptr : own->find(entry.key),
                                     below(path, entry.key));
                }
            }
        } else if (!path.empty() && !same_content(bare(a), bare(b))) {
            diagnostics_.error(bare(b).where,
                               path,
                               "set to " + shown(bare(b)) + " here and to " + shown(bare(a))
                                   + " at " + place_text(bare(a).where)
                                   + "; set it in the file that extends both, to choose");
        }
    }

    Diagnostics& diagnostics_;
    std::vector<Link> chain_;
    std::map<std::string, Doc> read_;
    bool broken_ = false;
};

/// Puts files on each other that know nothing of each other, or only their common bases.
class Stack {
  public:
    Stack(const std::vector<std::string>& settled, Diagnostics& diagnostics)
        : settled_(settled), diagnostics_(diagnostics) {}

    /// False if the file, or one that it extends, could not be read.
    bool add(const std::string& path) {
        Extension extension(diagnostics_);
        Doc next = extension.read(path);
        if (extension.broken()) {
            return false;
        }
        const std::set<std::string> files = extension.files();
        named_.insert(identity(path));
        if (files_.empty()) {
            whole_ = std::move(next);
        } else {
            drop_header(next);
            put(whole_, next, files, "");
        }
        files_.insert(files.begin(), files.end());
        return true;
    }

    const Doc& whole() const { return whole_; }

  private:
    void
    put(Doc& on, const Doc& next, const std::set<std::string>& files, const std::string& path) {
        if (!on.is_map() || !next.is_map() || is_leaf(on) || is_leaf(next)) {
            choose(on, next, files, path);
            return;
        }
        for (const Doc::Entry& entry : next.entries) {
            if (Doc* same = on.find(entry.key)) {
                put(*same, entry.value, files, below(path, entry.key));
            } else {
                on.entries.push_back(entry);
            }
        }
    }

    /// Whether a value is from a file that others of these extend and nobody named: what the user
    /// stacked by name is never silently without effect.
    bool is_base(const Doc& value, const std::set<std::string>& files) const {
        const std::string file = identity(value.where.file);
        return files.count(file) != 0 && named_.count(file) == 0;
    }

    void
    choose(Doc& on, const Doc& next, const std::set<std::string>& files, const std::string& path) {
        const Doc& mine = bare(on);
        const Doc& other = bare(next);
        if (same_content(mine, other) || is_base(other, files_)
            || (next.evidence && !on.evidence)) {
            return;
        }
        const bool known = is_base(mine, files) || (on.evidence && !next.evidence);
        if (!known && std::find(settled_.begin(), settled_.end(), path) == settled_.end()) {
            diagnostics_.error(other.where,
                               path,
                               "set to " + shown(other) + " here and to " + shown(mine) + " at "
                                   + place_text(mine.where)
                                   + "; leave out one of the two files, or choose with --set "
                                   + path + "=VALUE");
        }
        on = next;
    }

    const std::vector<std::string>& settled_;
    Diagnostics& diagnostics_;
    Doc whole_;
    std::set<std::string> files_;
    std::set<std::string> named_;  // files given by name, not through `extends`
};

}  // namespace

bool is_header(std::string_view key) {
    constexpr std::array<std::string_view, 8> keys{
        "schema_version", "kind", "name", "title", "question", "description", "note", "source"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

Doc read_with_bases(const std::string& path, Diagnostics& diagnostics) {
    Extension extension(diagnostics);
    Doc whole = extension.read(path);
    return extension.broken() ? Doc{} : whole;
}

Doc read_stacked(const std::string& path,
                 const std::vector<std::string>& with,
                 const std::vector<std::string>& settled,
                 Diagnostics& diagnostics) {
    Stack stack(settled, diagnostics);
    bool whole = stack.add(path);
    for (const std::string& each : with) {
        whole = stack.add(each) && whole;
    }
    return whole ? stack.whole() : Doc{};
}

}  // namespace foothold
