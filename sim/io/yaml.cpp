#include "sim/io/yaml.hpp"

#include "sim/io/text_file.hpp"
#include "sim/io/yaml_words.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <cstddef>
#include <map>
#include <sstream>
#include <utility>

namespace foothold {

namespace {

/// Thrown to leave the parser once an error makes the rest useless.
struct Stop {};

/// Builds the tree from the parser's events.
class Builder : public YAML::EventHandler {
  public:
    Builder(LineMap& lines, Diagnostics& diagnostics) : lines_(lines), diagnostics_(diagnostics) {}

    Doc root;
    std::size_t documents = 0;

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents > 1) {
            diagnostics_.error(at(mark), "", "a second document begins here; keep one per file");
            throw Stop{};
        }
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        finish(begin(mark, "", anchor, Doc::Kind::null));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        finish(begin(mark, "", anchor, Doc::Kind::null));
    }

    void OnScalar(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t anchor,
                  const std::string& value) override {
        Doc doc = begin(mark, tag, anchor, Doc::Kind::scalar);
        doc.quoted = tag == "!";
        doc.text = value;
        finish(std::move(doc));
    }

    void OnSequenceStart(const YAML::Mark& mark,
                         const std::string& tag,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(begin(mark, tag, anchor, Doc::Kind::list));
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark,
                    const std::string& tag,
                    YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(begin(mark, tag, anchor, Doc::Kind::map));
    }

    void OnMapEnd() override { close(); }

  private:
    Location at(const YAML::Mark& mark) { return lines_.at(mark.line, mark.column); }

    /// A list or map that is not complete.
    struct Open {
        Doc doc;
        std::map<std::string, int> first_lines;  // of a map: where each key was first given
        Doc::Entry next;                         // of a map: the key whose value comes
        bool has_key = false;                    // whether `next` is set
        bool key_is_bad = false;                 // the value will be dropped
    };

    Doc
    begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Doc::Kind kind) {
        Doc doc;
        doc.kind = kind;
        doc.where = at(mark);
        if (++nodes_ > yaml_nodes_limit) {
            diagnostics_.error(doc.where, "", "the file holds more values than can be read");
            throw Stop{};
        }
        if (anchor != 0) {
            diagnostics_.error(doc.where, path(), no_anchors);
        }
        // The parser gives "!" to quoted text and "?" or nothing to what has no tag.
        const bool untagged = tag.empty() || tag == "?"
                              || (tag == "!" && lines_.character(mark.line, mark.column) != '!');
        if (!untagged) {
            diagnostics_.error(doc.where, path(), no_tags);
        }
        return doc;
    }

    void open(Doc doc) {
        if (open_.size() >= yaml_depth_limit) {
            diagnostics_.error(doc.where,
                               "",
                               "nested too deeply (at most " + std::to_string(yaml_depth_limit)
                                   + " levels)");
            throw Stop{};
        }
        open_.emplace_back();
        open_.back().doc = std::move(doc);
    }

    void close() {
        Doc doc = std::move(open_.back().doc);
        open_.pop_back();
        finish(std::move(doc));
    }

    void finish(Doc doc) {
        if (open_.empty()) {
            root = std::move(doc);
            return;
        }
        Open& parent = open_.back();
        if (parent.doc.is_list()) {
            parent.doc.items.push_back(std::move(doc));
        } else if (!parent.has_key) {
            take_key(parent, std::move(doc));
        } else {
            parent.has_key = false;
            if (!parent.key_is_bad) {
                if (doc.is_null()) {
                    doc.where = parent.next.where;
                }
                parent.next.value = std::move(doc);
                parent.doc.entries.push_back(std::move(parent.next));
            }
            parent.next = {};
        }
    }

    void take_key(Open& map, Doc key);
    std::string path() const;

    LineMap& lines_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;
    std::size_t nodes_ = 0;
};

void Builder::take_key(Open& map, Doc key) {
    const std::string here = path();
    map.has_key = true;
    map.key_is_bad = true;
    map.next = {key.text, key.where, {}};
    if (!key.is_scalar() || key.text.empty()) {
        diagnostics_.error(key.where, here, "a key must be a word, as in 'name: value'");
    } else if (key.text == "<<") {
        diagnostics_.error(key.where, here, "'<<' is not supported; use 'extends' or 'like'");
    } else if (!map.first_lines.emplace(key.text, key.where.line).second) {
        const int first = map.first_lines[key.text];
        diagnostics_.error(key.where,
                           below(here, key.text),
                           "duplicate key (first on line " + std::to_string(first)
                               + "); remove one of them");
    } else {
        map.key_is_bad = false;
    }
}

std::string Builder::path() const {
    std::string path;
    for (const Open& open : open_) {
        if (open.doc.is_list()) {
            path = below(path, open.doc.items.size());
        } else if (open.has_key) {
            path = below(path, open.next.key);
        }
    }
    return path;
}

/// Runs the parser over a text that check_text found sound.
Doc parsed(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
    // The parser overlooks a quote that is still open where the file ends with a new line, and
    // would swallow what follows it. With a comment as the last line it does not.
    const bool ended = !text.empty() && text.back() == '\n';
    const std::string commented = text + (ended ? "#" : "\n#");
    LineMap lines(commented, file);
    Builder builder(lines, diagnostics);
    try {
        std::istringstream stream(commented);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        if (builder.documents == 0) {
            diagnostics.error({file, 1, 1}, "", "the file is empty");
        }
        return std::move(builder.root);
    } catch (const Stop&) {
        return {};  // reported where it was thrown
    } catch (const YAML::Exception& error) {
        diagnostics.error(
            lines.at(error.mark.line, error.mark.column), "", in_our_words(error.msg));
        return {};
    }
}

}  // namespace

Doc read_yaml_file(const std::string& path, Diagnostics& diagnostics) {
    return read_yaml_text(read_text_file(path, yaml_bytes_limit), path, diagnostics);
}

Doc read_yaml_text(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.size();
    Doc doc;
    doc.where = {file, 1, 1};
    if (text.size() > yaml_bytes_limit) {
        diagnostics.error({file, 0, 0}, "", "the file is larger than can be read (64 MiB)");
        return doc;
    }
    check_text(text, file, diagnostics);
    if (diagnostics.size() != before) {
        return doc;
    }
    // A byte order mark is no text: it would push the first line's columns to the right.
    const bool marked = text.compare(0, 3, "\xEF\xBB\xBF") == 0;
    Doc read = parsed(marked ? text.substr(3) : text, file, diagnostics);
    return read.where.file.empty() ? doc : read;
}

}  // namespace foothold
