#include "sim/bench/yardstick.hpp"

#include "sim/core/hash.hpp"
#include "sim/core/mathematics.hpp"

#include <bit>
#include <utility>

namespace foothold {

namespace {

constexpr std::size_t neighbourhoods = 100;
constexpr unsigned kinds_of_barrier = 8;
constexpr std::uint32_t smallest_household = 2;
constexpr std::uint32_t sizes_of_household = 3;
constexpr int longest_help = 12;          // [month]
constexpr double places_share = 0.01;     // [1] of a neighbourhood's people
constexpr double vacancy_share = 0.02;    // [1] of a neighbourhood's people
constexpr double duration_memory = 24.0;  // [month]

std::size_t share_of(double share, std::size_t people) {
    return static_cast<std::size_t>(share * static_cast<double>(people));
}

}  // namespace

YardstickPerson::YardstickPerson(std::uint32_t household,
                                 std::uint16_t neighbourhood,
                                 YardstickLuck& luck)
    : employed_{luck.happens(0.73)}, neighbourhood_{neighbourhood},
      household_{household}, trust_{static_cast<float>(luck.uniform())} {
    for (unsigned k = 0; k < kinds_of_barrier; ++k) {
        if (luck.happens(employed_ ? 0.08 : 0.35)) {
            barriers_ = static_cast<std::uint8_t>(barriers_ | (1U << k));
        }
    }
}

int YardstickPerson::barrier_count() const {
    return std::popcount(barriers_);
}

void YardstickPerson::change_barriers(YardstickLuck& luck) {
    const double resolves = is_helped() ? 0.06 : 0.01;
    for (unsigned k = 0; k < kinds_of_barrier; ++k) {
        const bool present = (barriers_ & (1U << k)) != 0;
        if (luck.happens(present ? resolves : 0.004)) {
            barriers_ = static_cast<std::uint8_t>(barriers_ ^ (1U << k));
        }
    }
}

bool YardstickPerson::may_be_offered_help() const {
    return !employed_ && barriers_ != 0 && !is_helped();
}

bool YardstickPerson::leaves_programme() {
    if (++months_helped_ <= longest_help) {
        return false;
    }
    months_helped_ = 0;
    return true;
}

bool YardstickPerson::applies(YardstickLuck& luck) const {
    const double by_barriers = exponential(-0.5 * barrier_count());
    const double by_duration = 0.5 + 0.5 * exponential(-months_out_ / duration_memory);
    return luck.happens(0.25 * by_barriers * by_duration);
}

void YardstickPerson::start_work() {
    employed_ = true;
    months_out_ = 0;
}

void YardstickPerson::spend_month(YardstickLuck& luck) {
    if (!employed_) {
        ++months_out_;
    } else if (luck.happens(0.01 * (1.0 + 0.3 * barrier_count()))) {
        employed_ = false;
    }
}

Yardstick::Yardstick(std::size_t people, std::uint64_t seed)
    : luck_{seed}, records_(neighbourhoods) {
    people_.reserve(people);
    for (std::size_t n = 0; n < neighbourhoods; ++n) {
        neighbourhoods_.push_back({n * people / neighbourhoods, (n + 1) * people / neighbourhoods});
    }
    std::uint32_t household = 0;
    std::uint32_t members = 0;
    for (std::uint16_t n = 0; n < neighbourhoods; ++n) {
        while (people_.size() < neighbourhoods_[n].last) {
            people_.emplace_back(household, n, luck_);
            if (++members == smallest_household + household % sizes_of_household) {
                ++household;
                members = 0;
            }
        }
    }
    helped_in_.resize(household + 1);
}

void Yardstick::live_month() {
    for (YardstickPerson& person : people_) {
        person.change_barriers(luck_);
    }
    for (const Range& neighbourhood : neighbourhoods_) {
        offer_places(neighbourhood);
        fill_vacancies(neighbourhood);
    }
    for (YardstickPerson& person : people_) {
        person.spend_month(luck_);
    }
    record();
}

void Yardstick::offer_places(Range neighbourhood) {
    std::size_t places = share_of(places_share, neighbourhood.last - neighbourhood.first);
    for (std::size_t i = neighbourhood.first; i < neighbourhood.last; ++i) {
        YardstickPerson& person = people_[i];
        if (person.is_helped()) {
            if (person.leaves_programme()) {
                --helped_in_[person.household()];
            } else {
                --places;
            }
        }
    }
    for (std::size_t i = neighbourhood.first; i < neighbourhood.last && places > 0; ++i) {
        YardstickPerson& person = people_[i];
        if (person.may_be_offered_help()
            && luck_.happens(helped_in_[person.household()] > 0 ? 0.5 : 0.3)) {
            person.join_programme();
            ++helped_in_[person.household()];
            --places;
        }
    }
}

void Yardstick::fill_vacancies(Range neighbourhood) {
    const std::size_t vacancies = share_of(vacancy_share, neighbourhood.last - neighbourhood.first);
    std::vector<YardstickPerson*> applicants;
    for (std::size_t i = neighbourhood.first; i < neighbourhood.last; ++i) {
        if (!people_[i].is_employed() && people_[i].applies(luck_)) {
            applicants.push_back(&people_[i]);
        }
    }
    for (std::size_t i = 0; i < applicants.size() && i < vacancies; ++i) {
        if (applicants.size() > vacancies) {
            std::swap(applicants[i], applicants[i + luck_.below(applicants.size() - i)]);
        }
        applicants[i]->start_work();
    }
}

void Yardstick::record() {
    records_.assign(neighbourhoods, {});
    for (const YardstickPerson& person : people_) {
        YardstickRecord& it = records_[person.neighbourhood()];
        ++it.people;
        it.workless += person.is_employed() ? 0 : 1;
        it.helped += person.is_helped() ? 1 : 0;
        it.barriers += person.barrier_count();
    }
}

double Yardstick::workless_share() const {
    std::int64_t workless = 0;
    for (const YardstickRecord& each : records_) {
        workless += each.workless;
    }
    return static_cast<double>(workless) / static_cast<double>(people_.size());
}

double Yardstick::mean_barriers() const {
    std::int64_t barriers = 0;
    for (const YardstickRecord& each : records_) {
        barriers += each.barriers;
    }
    return static_cast<double>(barriers) / static_cast<double>(people_.size());
}

std::uint64_t Yardstick::digest() const {
    Digest digest;
    for (const YardstickPerson& person : people_) {
        digest.add((std::uint64_t{person.is_employed()} << 1U) | std::uint64_t{person.is_helped()});
        digest.add(person.barriers());
        digest.add(static_cast<std::uint64_t>(person.months_out()));
    }
    return digest.value();
}

}  // namespace foothold
