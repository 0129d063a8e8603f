#pragma once

#include "foothold/trajectory.hpp"

#include "sim/io/hdf5.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace foothold::results_layout {

using Names = std::vector<std::string>;

/// A group of the results file in the making. To readers each group stands alone, so each has its
/// own coordinates; they come before the variables.
class Group {
  public:
    Group(hdf5::File& file, std::string name);

    std::string path(const std::string& dataset) const { return name_ + "/" + dataset; }

    void text_axis(const std::string& axis, const Names& texts, const std::string& long_name);
    void number_axis(const std::string& axis,
                     const std::vector<std::int32_t>& numbers,
                     const std::string& long_name);

    /// More about the entries of an axis; xarray shows it as a coordinate too.
    void describe_axis(const std::string& axis,
                       const std::string& name,
                       const Names& texts,
                       const std::string& long_name);

    void scenario_axis(const StudyHeader& header);
    void replicate_axis(const std::vector<std::int32_t>& replicates);
    void time_axis(const StudyHeader& header);

    void variable(const MeasureInfo& measure,
                  hdf5::Kind kind,
                  const hdf5::Storage& storage,
                  const Names& axes,
                  const std::string& cell_methods = "");

    /// Names the variables in the study's order; HDF5 lists them by alphabet.
    void list_measures(const std::vector<MeasureInfo>& measures);

  private:
    void attach(const std::string& dataset, const Names& axes);

    hdf5::File& file_;
    std::string name_;
    std::string descriptions_;  // what describes the axes, separated by spaces as CF wants it
};

}  // namespace foothold::results_layout
