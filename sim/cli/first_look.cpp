#include "sim/cli/first_look.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>

namespace foothold {

namespace {

constexpr int pence_per_thousand_pounds = 100'000;

std::int64_t of_programme(const StudyHeader& header,
                          const Trajectory& arm,
                          const std::string& name,
                          std::size_t time) {
    std::int64_t sum = 0;
    for (std::size_t m = 0; m < header.programme_measures.size(); ++m) {
        const std::string& measure = header.programme_measures[m].name;
        sum += measure == name ? arm.programmes[m][time] : 0;
    }
    return sum;
}

std::int64_t of_place(const StudyHeader& header,
                      const Trajectory& arm,
                      const std::string& name,
                      std::size_t time) {
    std::int64_t sum = 0;
    const std::size_t places = header.neighbourhoods.size();
    for (std::size_t m = 0; m < header.place_measures.size(); ++m) {
        for (std::size_t n = 0; n < places && header.place_measures[m].name == name; ++n) {
            sum += arm.places[m][time * places + n];
        }
    }
    return sum;
}

}  // namespace

bool is_reported_time(std::size_t time) {
    constexpr std::size_t years[] = {1, 2, 5};
    return std::any_of(
        std::begin(years), std::end(years), [&](std::size_t year) { return time == year * 12; });
}

void print_first_look(const StudyHeader& header,
                      const Replicate& so_far,
                      std::size_t time,
                      std::ostream& out) {
    const Trajectory& reference = so_far.arms[header.reference];
    out << "--- first look: one replicate after " << time / 12 << (time == 12 ? " year" : " years")
        << "; the luck of one draw, no answer ---\n"
        << std::left << std::setw(24) << "arm" << std::right << std::setw(14) << "helped"
        << std::setw(14) << "barriers" << std::setw(14) << "more in work" << std::setw(14)
        << "GBP 1,000" << '\n';
    for (std::size_t a = 0; a < so_far.arms.size(); ++a) {
        if (a == header.reference) {
            continue;
        }
        const Trajectory& arm = so_far.arms[a];
        const std::int64_t more =
            of_place(header, arm, "employed", time) - of_place(header, reference, "employed", time);
        out << std::left << std::setw(24) << header.arms[a].substr(0, 23) << std::right
            << std::setw(14) << of_programme(header, arm, "helped", time) << std::setw(14)
            << of_programme(header, arm, "barriers_resolved", time) << std::setw(14) << std::showpos
            << more << std::noshowpos << std::setw(14)
            << of_programme(header, arm, "paid", time) / pence_per_thousand_pounds << '\n';
    }
    out << std::endl;
}

}  // namespace foothold
