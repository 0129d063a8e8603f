#include "sim/bench/machine.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/core/parallel.hpp"
#include "sim/io/text_file.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <vector>

namespace foothold {

namespace {

/// What stands after "key   : ", in the first line that begins so; empty if none does.
std::string stated(const std::string& text, const std::string& key) {
    std::size_t line = 0;
    while (line < text.size()) {
        const std::size_t end = std::min(text.find('\n', line), text.size());
        const std::size_t colon = text.find(':', line);
        if (text.compare(line, key.size(), key) == 0 && colon < end) {
            const std::size_t value = text.find_first_not_of(" \t", colon + 1);
            return value < end ? text.substr(value, end - value) : std::string{};
        }
        line = end + 1;
    }
    return {};
}

std::optional<double> number_in(const std::string& text) {
    double value = 0.0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && stop != text.data() && value > 0.0 ? std::optional{value}
                                                                      : std::nullopt;
}

std::string system_text(const char* path) {
    constexpr std::size_t most = 1U << 22U;
    try {
        return read_text_file(path, most);
    } catch (const IoError&) {
        return {};
    }
}

/// [byte] of a line like "VmRSS:   1234 kB".
std::optional<double> memory(const char* key) {
    constexpr double kilobyte = 1024.0;
    const std::optional<double> stated_kb =
        number_in(stated(system_text("/proc/self/status"), key));
    return stated_kb ? std::optional{*stated_kb * kilobyte} : std::nullopt;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Machine machine_in(const std::string& cpuinfo) {
    constexpr double megahertz = 1e-3;  // [GHz]
    const std::optional<double> clock = number_in(stated(cpuinfo, "cpu MHz"));
    return {stated(cpuinfo, "model name"),
            clock ? std::optional{*clock * megahertz} : std::nullopt};
}

Machine this_machine() {
    return machine_in(system_text("/proc/cpuinfo"));
}

MemoryGrowth::MemoryGrowth() {
    std::ofstream{"/proc/self/clear_refs"} << "5\n";  // the peak begins anew; where the system
                                                      // does not do that, it began with the process
    before_ = memory("VmRSS");
}

std::optional<double> MemoryGrowth::bytes() const {
    const std::optional<double> peak = memory("VmHWM");
    return before_ && peak ? std::optional{std::max(0.0, *peak - *before_)} : std::nullopt;
}

double copy_speed() {
    constexpr std::size_t words = std::size_t{1} << 24U;  // 128 MB in each array
    constexpr std::size_t piece = std::size_t{1} << 17U;  // 1 MB
    constexpr int times = 5;
    const std::vector<std::uint64_t> from(words, 1);
    std::vector<std::uint64_t> to(words, 0);
    double best = 0.0;
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        for_each_piece(words, piece, [&](std::size_t first, std::size_t last) {
            std::memcpy(&to[first], &from[first], (last - first) * sizeof(std::uint64_t));
        });
        best = std::max(best, 2.0 * words * sizeof(std::uint64_t) / seconds_since(start));
    }
    return best;
}

}  // namespace foothold
