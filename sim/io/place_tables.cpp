#include "sim/io/place_tables.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <system_error>

namespace foothold {

bool fits(std::string_view name, std::string_view pattern) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) {
        return name == pattern;
    }
    const std::string_view head = pattern.substr(0, star);
    const std::string_view tail = pattern.substr(star + 1);
    return name.size() >= head.size() + tail.size() && name.substr(0, head.size()) == head
           && name.substr(name.size() - tail.size()) == tail;
}

SourceRows
open_source(const SourceTable& source, const std::filesystem::path& folder, Diagnostics& found) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (fits(entry.path().filename().string(), source.file)) {
            files.push_back(entry.path());
        }
    }
    if (error) {
        throw IoError(folder.string(), "cannot be listed; check that the folder exists");
    }
    std::sort(files.begin(), files.end());
    SourceRows rows{&source, {}, source.file};
    for (const std::filesystem::path& file : files) {
        rows.files.push_back(read_csv(file, found));
    }
    if (files.empty()) {
        report(found,
               source.where,
               "tables." + source.name + ".file",
               "no file in " + folder.string() + " fits '" + source.file + "'");
    } else if (files.size() == 1) {
        rows.name = files.front().filename().string();
    }
    return rows;
}

std::vector<double> split_whole(double total, const std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> parts(weights.size(), 0.0);
    std::vector<double> remainder(weights.size(), 0.0);
    double given = 0.0;
    for (std::size_t k = 0; k < weights.size() && sum > 0.0; ++k) {
        const double exact = total * weights[k] / sum;
        parts[k] = std::floor(exact);
        remainder[k] = exact - parts[k];
        given += parts[k];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return remainder[a] > remainder[b];
    });
    for (std::size_t k = 0; k < order.size() && given < total && sum > 0.0; ++k) {
        parts[order[k]] += 1.0;
        given += 1.0;
    }
    return parts;
}

}  // namespace foothold
