#pragma once

#include "sim/experiments/model.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// Runs of an experiment on disk, one small file each, written once and whole: an experiment that
/// was killed has lost no more than the runs in hand.
class RunStore {
  public:
    /// `key` is the same for runs that may stand side by side: of one model, scenario, place and
    /// list of statistics. Throws IoError if the folder holds runs of another.
    RunStore(std::filesystem::path folder, const std::string& key);

    /// What a run said, if it was kept.
    std::optional<std::vector<double>> find(const Point& point, std::uint32_t luck) const;

    void keep(const Point& point, std::uint32_t luck, const std::vector<double>& values) const;

  private:
    std::filesystem::path path_of(const Point& point, std::uint32_t luck) const;

    std::filesystem::path folder_;
};

}  // namespace foothold
