#include "sim/appraisal/cascade.hpp"

#include "sim/appraisal/lookup.hpp"

#include <algorithm>

namespace foothold {

namespace {

using Rows = std::array<std::size_t, cascade_measures.size()>;

/// First time at which somebody differs; all times if nobody ever does.
std::size_t
first_time(const Courses& pairs, const Rows& rows, std::size_t arm, std::size_t replicate) {
    for (std::size_t t = 0; t < pairs.times; ++t) {
        for (const std::size_t row : rows) {
            if (pairs.at(row, arm, replicate, t) != 0) {
                return t;
            }
        }
    }
    return pairs.times;
}

Rows rows_of(const Courses& pairs) {
    Rows rows{};
    for (std::size_t m = 0; m < rows.size(); ++m) {
        rows[m] = row_of(pairs, cascade_measures[m]);
    }
    return rows;
}

}  // namespace

std::size_t months_reached(const Courses& pairs, std::size_t arm) {
    const Rows rows = rows_of(pairs);
    std::size_t latest = 0;
    bool any = false;
    for (std::size_t r = 0; r < pairs.replicates.size(); ++r) {
        const std::size_t first = first_time(pairs, rows, arm, r);
        if (first < pairs.times) {
            latest = std::max(latest, first);
            any = true;
        }
    }
    return any ? pairs.times - 1 - latest : 0;
}

std::vector<CascadeRow>
cascade(const Courses& pairs, std::size_t arm, const std::vector<std::size_t>& months) {
    const Rows rows = rows_of(pairs);
    std::vector<CascadeRow> found;
    for (const std::size_t after : months) {
        CascadeRow row{after, 0, {}};
        for (std::size_t r = 0; r < pairs.replicates.size(); ++r) {
            const std::size_t time = first_time(pairs, rows, arm, r) + after;
            if (time >= pairs.times) {
                continue;
            }
            ++row.replicates;
            for (std::size_t m = 0; m < rows.size(); ++m) {
                row.people[m] += static_cast<double>(pairs.at(rows[m], arm, r, time));
            }
        }
        for (double& people : row.people) {
            people /= static_cast<double>(row.replicates);
        }
        if (row.replicates > 0) {
            found.push_back(row);
        }
    }
    return found;
}

}  // namespace foothold
