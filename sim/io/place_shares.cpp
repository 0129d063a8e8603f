#include "sim/io/place_figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

/// Counts as shares of their sum; all zero if there are none.
template <std::size_t N>
std::array<double, N> shares_of(const std::array<double, N>& counts) {
    const double sum = std::accumulate(counts.begin(), counts.end(), 0.0);
    std::array<double, N> shares{};
    for (std::size_t k = 0; k < N && sum > 0.0; ++k) {
        shares[k] = counts[k] / sum;
    }
    return shares;
}

/// Shares of people of working age from counts of people aged 16 and over: those over 65 are taken
/// off by what is assumed of them, and Census day is brought to the people of the age table.
void fill_work(const NeighbourhoodInput& area,
               const PlaceAssumptions& assume,
               PlaceNeighbourhood& out) {
    const double people = area.ages.of_working_age();
    if (people <= 0.0 || area.aged_16_and_over <= 0.0) {
        return;
    }
    const double older = area.ages.older;
    const double scale = (people + older) / area.aged_16_and_over;
    const auto share = [&](double number) { return std::clamp(number / people, 0.0, 1.0); };

    const double employed = area.employed_share * area.aged_16_and_over;
    const double studying = area.students * scale - area.ages.pupils;
    const double working_students = std::max(0.0, employed - (area.active - area.unemployed));
    out.employed = share(employed * scale - assume.older_employed * older);
    out.unemployed = share(area.unemployed * scale);
    out.student = share(studying - working_students * scale);
    out.sick = share(area.sick * scale - assume.older_sick * older);
    out.retired = share(area.retired * scale - assume.older_retired * older);
}

}  // namespace

double fill_shares(const NeighbourhoodInput& area,
                   const PlaceAssumptions& assumptions,
                   PlaceNeighbourhood& out) {
    out.tenure = shares_of(area.tenure);
    out.qualification = shares_of(area.qualification);
    out.deprived = shares_of(area.deprived);
    fill_work(area, assumptions, out);
    double excess = out.employed + out.unemployed + out.student + out.sick + out.retired - 1.0;
    const double cut = std::max(0.0, excess);
    for (double* share : {&out.student, &out.retired, &out.sick, &out.unemployed, &out.employed}) {
        const double less = std::clamp(excess, 0.0, *share);
        *share -= less;
        excess -= less;
    }
    return cut;
}

void standardise_scores(const std::vector<NeighbourhoodInput>& areas,
                        std::vector<PlaceNeighbourhood>& out) {
    for (std::size_t domain = 0; domain < domain_names.size(); ++domain) {
        double people = 0.0;
        double sum = 0.0;
        for (const NeighbourhoodInput& area : areas) {
            people += area.residents;
            sum += area.residents * area.score[domain];
        }
        const double mean = people > 0.0 ? sum / people : 0.0;
        double squares = 0.0;
        for (const NeighbourhoodInput& area : areas) {
            squares += area.residents * (area.score[domain] - mean) * (area.score[domain] - mean);
        }
        const double deviation = people > 0.0 ? std::sqrt(squares / people) : 0.0;
        for (std::size_t k = 0; k < areas.size(); ++k) {
            out[k].score[domain] =
                deviation > 0.0 ? (areas[k].score[domain] - mean) / deviation : 0.0;
        }
    }
}

}  // namespace foothold
