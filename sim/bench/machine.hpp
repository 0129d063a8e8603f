#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace foothold {

/// The machine as it states itself; a system without /proc states nothing.
struct Machine {
    std::string processor;            // its name; empty if not stated
    std::optional<double> gigahertz;  // [cycle/ns] of its first processor, at this moment
};

Machine this_machine();

/// The same from the text of /proc/cpuinfo.
Machine machine_in(const std::string& cpuinfo);

/// How much more memory this process holds at most, from where this is made on.
class MemoryGrowth {
  public:
    MemoryGrowth();

    /// [byte] at the most so far, less what was held at the beginning; none if not stated.
    std::optional<double> bytes() const;

  private:
    std::optional<double> before_;
};

/// [byte/s] read and written, together, by a plain copy of memory far larger than any cache, with
/// as many threads as are allowed. The best of several, as it is meant to be the machine's limit.
double copy_speed();

}  // namespace foothold
