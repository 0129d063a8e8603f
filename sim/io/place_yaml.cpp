#include "sim/io/place_yaml.hpp"

#include "sim/io/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <system_error>
#include <utility>

namespace foothold {

namespace {

std::string printed(double value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

template <class Number>
bool parsed(const std::string& text, Number& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

MapReader::MapReader(const Doc* map, std::string path, Diagnostics& found)
    : map_(map != nullptr && map->is_map() ? map : nullptr), path_(std::move(path)),
      found_(&found) {}

void MapReader::only(const std::vector<std::string>& keys) const {
    if (!is_there()) {
        return;
    }
    for (const Doc::Entry& entry : map_->entries) {
        if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) {
            const std::string near = nearest(entry.key, keys);
            report(*found_,
                   entry.where,
                   below(path_, entry.key),
                   "unknown key" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
        }
    }
}

std::vector<std::string> MapReader::keys() const {
    return is_there() ? map_->keys() : std::vector<std::string>{};
}

const Doc* MapReader::need(std::string_view key, Doc::Kind kind, const char* expected) const {
    if (!is_there()) {
        return nullptr;
    }
    const Doc* value = map_->find(key);
    if (value == nullptr) {
        report(*found_, map_->where, below(path_, key), "the key is missing");
        return nullptr;
    }
    if (value->kind != kind) {
        report(*found_, value->where, below(path_, key), std::string("must be ") + expected);
        return nullptr;
    }
    return value;
}

std::string MapReader::text(std::string_view key) const {
    const Doc* value = need(key, Doc::Kind::scalar, "a text");
    if (value != nullptr && value->text.empty()) {
        wrong(key, "must not be empty");
    }
    return value == nullptr ? std::string{} : value->text;
}

double MapReader::number(std::string_view key, double least, double most) const {
    const Doc* value = need(key, Doc::Kind::scalar, "a number");
    if (value == nullptr) {
        return least;
    }
    double number = 0.0;
    if (!parsed(value->text, number) || !std::isfinite(number) || number < least || number > most) {
        wrong(key,
              value->text + " is not a number from " + printed(least) + " to " + printed(most));
        return least;
    }
    return number;
}

std::int64_t MapReader::count(std::string_view key) const {
    const Doc* value = need(key, Doc::Kind::scalar, "a whole number");
    std::int64_t number = 0;
    if (value != nullptr && (!parsed(value->text, number) || number < 0)) {
        wrong(key, value->text + " is not a whole number of at least 0");
        return 0;
    }
    return number;
}

std::vector<std::string> MapReader::texts(std::string_view key) const {
    std::vector<std::string> out;
    const Doc* value = need(key, Doc::Kind::list, "a list of texts");
    for (std::size_t k = 0; value != nullptr && k < value->items.size(); ++k) {
        if (!value->items[k].is_scalar()) {
            const std::string item = below(below(path_, key), k);
            report(*found_, value->items[k].where, item, "must be a text");
        }
        out.push_back(value->items[k].text);
    }
    return out;
}

std::vector<MapReader> MapReader::maps(std::string_view key) const {
    std::vector<MapReader> out;
    const Doc* value = need(key, Doc::Kind::list, "a list of maps");
    for (std::size_t k = 0; value != nullptr && k < value->items.size(); ++k) {
        const std::string item = below(below(path_, key), k);
        if (value->items[k].is_map()) {
            out.emplace_back(&value->items[k], item, *found_);
        } else {
            report(*found_, value->items[k].where, item, "must be a map of keys and values");
        }
    }
    return out;
}

MapReader MapReader::map(std::string_view key) const {
    return {need(key, Doc::Kind::map, "a map of keys and values"), below(path_, key), *found_};
}

void MapReader::wrong(std::string_view key, std::string problem) const {
    if (!is_there()) {
        return;
    }
    const Doc* value = map_->find(key);
    report(*found_,
           value == nullptr ? map_->where : value->where,
           below(path_, key),
           std::move(problem));
}

}  // namespace foothold
