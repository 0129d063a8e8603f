#include "sim/io/fill_parts.hpp"

#include "sim/io/scalar.hpp"
#include "sim/io/wording.hpp"

#include <algorithm>
#include <utility>

namespace foothold {

namespace {

std::string meant(const std::string& key, const std::vector<std::string>& keys) {
    const std::string near = nearest(key, keys);
    return near.empty() ? "unknown key" : "unknown key; did you mean '" + near + "'?";
}

}  // namespace

bool Filling::accept(const Doc& doc, const Member& about, const std::string& problem) {
    if (!problem.empty()) {
        error(doc.where, about.path, problem);
    }
    return problem.empty();
}

bool Filling::accept_number(
    double value, const Doc& doc, const Member& about, std::string problem, Numbers& numbers) {
    if (problem.empty() && about.quantity) {
        problem = out_of_range(value, doc.text, *about.quantity, about.meaning);
    }
    numbers.push_back(value);
    return accept(doc, about, problem);
}

bool Filling::read(double& result, const Doc& doc, const Member& about, Numbers& numbers) {
    double value = 0.0;
    const std::string problem = convert(doc, value);
    const bool good = accept_number(value, doc, about, problem, numbers);
    result = good ? value : result;
    return good;
}

bool Filling::read(std::int64_t& result, const Doc& doc, const Member& about, Numbers& numbers) {
    std::string problem = convert(doc, result);
    return accept_number(static_cast<double>(result), doc, about, std::move(problem), numbers);
}

bool Filling::read(std::uint64_t& result, const Doc& doc, const Member& about, Numbers& numbers) {
    std::string problem = convert(doc, result);
    return accept_number(static_cast<double>(result), doc, about, std::move(problem), numbers);
}

bool Filling::read(std::vector<double>& result,
                   const Doc& doc,
                   const Member& about,
                   Numbers& numbers) {
    if (!is_list(doc, about)) {
        return false;
    }
    std::vector<double> values(doc.items.size());
    bool good = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Member item{below(about.path, i), about.meaning, about.quantity};
        good = read(values[i], doc.items[i], item, numbers) && good;
    }
    result = good ? values : result;
    return good;
}

bool Filling::read(std::vector<std::vector<double>>& result,
                   const Doc& doc,
                   const Member& about,
                   Numbers& numbers) {
    if (!is_list(doc, about)) {
        return false;
    }
    std::vector<std::vector<double>> rows(doc.items.size());
    bool good = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Member row{below(about.path, i), about.meaning, about.quantity};
        good = read(rows[i], doc.items[i], row, numbers) && good;
    }
    result = good ? rows : result;
    return good;
}

bool Filling::read(bool& result, const Doc& doc, const Member& about, Numbers& /*none*/) {
    return accept(doc, about, convert(doc, result));
}

bool Filling::read(CalendarMonth& result, const Doc& doc, const Member& about, Numbers& /*none*/) {
    return accept(doc, about, convert(doc, result));
}

bool Filling::read(std::string& result, const Doc& doc, const Member& about, Numbers& /*none*/) {
    return accept(doc, about, convert(doc, result));
}

bool Filling::read(std::vector<std::string>& result,
                   const Doc& doc,
                   const Member& about,
                   Numbers& numbers) {
    if (!is_list(doc, about)) {
        return false;
    }
    std::vector<std::string> texts(doc.items.size());
    bool good = true;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Member item{below(about.path, i), about.meaning};
        good = read(texts[i], doc.items[i], item, numbers) && good;
    }
    result = good ? texts : result;
    return good;
}

bool Filling::read(std::size_t& word,
                   const Doc& doc,
                   std::span<const std::string_view> words,
                   const Member& about) {
    return accept(doc, about, convert(doc, words, word));
}

bool Filling::fits(bool in_type, const Doc& doc, const Member& about) {
    return accept(doc, about, in_type ? "" : doc.text + " is too large");
}

bool Filling::is_group(const Doc& doc, const Member& about) {
    const std::string wanted = "a group of keys (" + std::string(about.meaning) + ")";
    return accept(doc,
                  about,
                  doc.is_map()    ? ""
                  : doc.is_null() ? "has no value; it must be " + wanted
                                  : "must be " + wanted + ", not " + shown(doc));
}

bool Filling::is_list(const Doc& doc, const Member& about) {
    const std::string wanted = "a list (" + std::string(about.meaning) + "), as in [1, 2]";
    return accept(doc,
                  about,
                  doc.is_list()   ? ""
                  : doc.is_null() ? "has no value; it must be " + wanted
                                  : "must be " + wanted + ", not " + shown(doc));
}

std::vector<const Doc::Entry*> Filling::named_entries(const Doc& doc, const Member& about) {
    std::vector<const Doc::Entry*> entries;
    if (!is_group(doc, about)) {
        return entries;
    }
    for (const Doc::Entry& entry : doc.entries) {
        const std::string path = below(about.path, entry.key);
        const bool reserved = entry.key == "value" || entry.key == "range" || entry.key == "like";
        if (is_annotation(entry.key)) {
            continue;
        }
        if (reserved) {
            error(entry.where,
                  path,
                  "'" + entry.key + "' has a meaning of its own and cannot be a name");
        } else if (!is_name(entry.key)) {
            error(entry.where,
                  path,
                  "a name must be small letters, digits and _, beginning with a letter");
        } else if (entry.value.is_null()) {
            error(entry.value.where, path, "has no value, and nothing is inherited here to delete");
        } else {
            entries.push_back(&entry);
        }
    }
    return entries;
}

void Filling::fill_factors(Factors& factors, const Doc& doc, const Member& about) {
    factors = {};
    for (const Doc::Entry* entry : named_entries(doc, about)) {
        const Member item{below(about.path, entry->key), about.meaning, about.quantity};
        const Leaf leaf = open(entry->value, item);
        Numbers numbers;
        double value = 0.0;
        if (leaf.value != nullptr && read(value, *leaf.value, item, numbers)) {
            close(leaf, item, numbers);
            factors.names.push_back(entry->key);
            factors.values.push_back(value);
        }
    }
}

void Filling::fill_changes(Changes& changes,
                           const Doc& doc,
                           const Member& about,
                           const std::string& prefix) {
    if (!is_group(doc, about)) {
        return;
    }
    for (const Doc::Entry& entry : doc.entries) {
        if (is_annotation(entry.key)) {
            continue;
        }
        const std::string path = below(prefix, entry.key);
        const Member item{below(about.path, entry.key), "a parameter's value"};
        if (entry.value.is_map() && !is_leaf(entry.value)) {
            fill_changes(changes, entry.value, item, path);
            continue;
        }
        const Leaf leaf = open(entry.value, item);
        if (leaf.value == nullptr) {
            continue;
        }
        if (!leaf.value->is_scalar()) {
            error(leaf.value->where, item.path, "must be one number, true, false or a word");
            continue;
        }
        close(leaf, item, {});
        changes.paths.push_back(path);
        changes.values.push_back(leaf.value->text);
    }
}

const Doc* GroupReader::take_if_given(std::string_view name) {
    known_.emplace_back(name);
    return doc_.find(name);
}

const Doc* GroupReader::take(std::string_view name, const Member& about) {
    known_.emplace_back(name);
    const Doc* doc = doc_.find(name);
    if (doc == nullptr) {
        missing_.push_back({std::string(name), about});
    }
    return doc;
}

bool GroupReader::is_expected(const std::string& key) const {
    // What a file says of itself; see is_header and attach_sources.
    const bool header = path_.empty() && (key == "kind" || key == "description");
    return header || is_annotation(key)
           || std::find(known_.begin(), known_.end(), key) != known_.end();
}

void GroupReader::finish() {
    std::vector<std::string> absent;
    for (const Missing& missing : missing_) {
        absent.push_back(missing.name);
    }
    for (const Doc::Entry& entry : doc_.entries) {
        if (is_expected(entry.key)) {
            continue;
        }
        // A key that is missing is likelier to be meant than one that is there.
        const std::string misspelt = nearest(entry.key, absent);
        std::erase_if(missing_, [&](const Missing& one) { return one.name == misspelt; });
        filling_.error(entry.where,
                       path_of(entry.key),
                       misspelt.empty() ? meant(entry.key, known_)
                                        : "unknown key; did you mean '" + misspelt + "'?");
    }
    for (const Missing& missing : missing_) {
        const bool unit = missing.about.quantity && missing.about.quantity->unit != "1";
        filling_.error(doc_.where,
                       missing.about.path,
                       "missing (" + std::string(missing.about.meaning)
                           + (unit ? ", in " + std::string(missing.about.quantity->unit) : "")
                           + "); give it here, or extend a file that does; see docs/parameters.md");
    }
}

}  // namespace foothold
