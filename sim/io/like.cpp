#include "sim/io/merge.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace foothold {

namespace {

std::size_t size_of(const Doc& doc) {
    std::size_t size = 1;
    for (const Doc::Entry& entry : doc.entries) {
        size += size_of(entry.value);
    }
    for (const Doc& item : doc.items) {
        size += size_of(item);
    }
    return size;
}

class Likes {
  public:
    explicit Likes(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// Resolves a map's entries against each other, drops those in error, then looks inside each.
    void walk(Doc& doc, const std::string& path) {
        failed_.assign(doc.entries.size(), false);
        for (std::size_t i = 0; i < doc.entries.size(); ++i) {
            std::vector<std::size_t> chain;
            resolve(doc, i, path, chain);
        }
        std::vector<Doc::Entry> kept;
        for (std::size_t i = 0; i < doc.entries.size(); ++i) {
            if (!failed_[i]) {
                kept.push_back(std::move(doc.entries[i]));
            }
        }
        doc.entries = std::move(kept);
        for (Doc::Entry& entry : doc.entries) {
            walk(entry.value, below(path, entry.key));
        }
        for (std::size_t i = 0; i < doc.items.size(); ++i) {
            walk(doc.items[i], below(path, i));
        }
    }

  private:
    void
    resolve(Doc& map, std::size_t i, const std::string& path, std::vector<std::size_t>& chain) {
        Doc& entry = map.entries[i].value;
        const Doc* found = entry.is_map() ? entry.find("like") : nullptr;
        if (found == nullptr) {
            return;
        }
        const Doc like = *found;
        const std::string here = below(path, map.entries[i].key);
        chain.push_back(i);
        const std::size_t other = sibling(map, like, here, chain);
        if (other < map.entries.size()) {
            resolve(map, other, path, chain);
        }
        chain.pop_back();
        // By now the sibling is whole, or in error; either way this entry's `like` has been served.
        std::erase_if(entry.entries, [](const Doc::Entry& part) { return part.key == "like"; });
        failed_[i] = other == map.entries.size() || failed_[other]
                     || !affordable(map.entries[other].value, like, here);
        if (!failed_[i]) {
            entry = merge_patch(map.entries[other].value, entry);
        }
    }

    /// The entry that is meant, or the number of entries after a report.
    std::size_t sibling(const Doc& map,
                        const Doc& like,
                        const std::string& here,
                        const std::vector<std::size_t>& chain) {
        const std::size_t none = map.entries.size();
        std::size_t i = 0;
        while (i < none && (map.entries[i].key != like.text || !map.entries[i].value.is_map())) {
            ++i;
        }
        std::string problem;
        if (i == none) {
            problem = unknown(map, like.text, map.entries[chain.back()].key);
        } else if (std::find(chain.begin(), chain.end(), i) != chain.end()) {
            problem = circle(map, chain, i);
        } else if (chain.size() > longest_chain) {
            problem = "one 'like' leads to the next too often";
        } else {
            return i;
        }
        diagnostics_.error(like.where, below(here, "like"), problem);
        return none;
    }

    static std::string unknown(const Doc& map, const std::string& name, const std::string& own) {
        std::vector<std::string> names = map.keys();
        std::erase(names, own);
        const std::string meant = nearest(name, names);
        return "there is no '" + name + "' beside it"
               + (meant.empty() ? "" : "; did you mean '" + meant + "'?");
    }

    static std::string
    circle(const Doc& map, const std::vector<std::size_t>& chain, std::size_t again) {
        std::string names;
        for (auto i = std::find(chain.begin(), chain.end(), again); i != chain.end(); ++i) {
            names += map.entries[*i].key + " like ";
        }
        return "nothing can be like itself (" + names + map.entries[again].key + ")";
    }

    /// Copies of copies grow fast: a few lines could fill the memory.
    bool affordable(const Doc& copied, const Doc& like, const std::string& here) {
        if (exhausted_) {
            return false;
        }
        copied_ += size_of(copied);
        if (copied_ > yaml_nodes_limit) {
            exhausted_ = true;
            diagnostics_.error(
                like.where, below(here, "like"), "copies of copies make the scenario too large");
        }
        return !exhausted_;
    }

    static constexpr std::size_t longest_chain = 64;

    Diagnostics& diagnostics_;
    std::vector<bool> failed_;  // entries of the map at hand: reported, or like one that was
    std::size_t copied_ = 0;
    bool exhausted_ = false;
};

}  // namespace

void resolve_likes(Doc& root, Diagnostics& diagnostics) {
    Likes(diagnostics).walk(root, "");
}

}  // namespace foothold
