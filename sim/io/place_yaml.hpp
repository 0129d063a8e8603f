#pragma once

#include "foothold/diagnostics.hpp"

#include "sim/io/yaml.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// Reads one map of a YAML file. Every reader says what is missing or wrong, at its place in the
/// file, and then returns something empty, so that all problems are found at once.
class MapReader {
  public:
    /// `path` is the map's own key, for messages.
    MapReader(const Doc* map, std::string path, Diagnostics& found);

    /// False if there is no map here; then everything is empty and silent.
    bool is_there() const { return map_ != nullptr; }

    const std::string& path() const { return path_; }

    Location where() const { return is_there() ? map_->where : Location{}; }

    /// Reports every key that is not one of these.
    void only(const std::vector<std::string>& keys) const;

    std::vector<std::string> keys() const;

    std::string text(std::string_view key) const;
    double number(std::string_view key, double least, double most) const;
    std::int64_t count(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    std::vector<MapReader> maps(std::string_view key) const;  // a list of maps
    MapReader map(std::string_view key) const;

    void wrong(std::string_view key, std::string problem) const;

  private:
    const Doc* need(std::string_view key, Doc::Kind kind, const char* expected) const;

    const Doc* map_;
    std::string path_;
    Diagnostics* found_;
};

}  // namespace foothold
