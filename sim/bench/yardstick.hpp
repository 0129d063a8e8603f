#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace foothold {

/// THE YARDSTICK IS NOT THE MODEL. It is a deliberately small simulation of work and barriers,
/// written the plain way: a class for a person, a vector of them, one std::mt19937_64, one thread.
/// Its numbers are made up and say nothing about anybody. `foothold bench` runs it beside the
/// model, in the same process and on as many people and months, so that the model's speed can be
/// given as a ratio that other machines and other days can be compared by. docs/performance.md
/// describes its month; changing it makes every ratio that was kept worthless.

/// One sequence of random numbers that everybody draws from in turn.
class YardstickLuck {
  public:
    explicit YardstickLuck(std::uint64_t seed) : engine_{seed} {}

    /// Uniform on [0, 1). Not a distribution of the library, whose bits libraries choose.
    double uniform() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }

    bool happens(double probability) { return uniform() < probability; }

    /// One of 0 to n - 1.
    std::size_t below(std::size_t n) { return engine_() % n; }

  private:
    std::mt19937_64 engine_;
};

class YardstickPerson {
  public:
    YardstickPerson(std::uint32_t household, std::uint16_t neighbourhood, YardstickLuck& luck);

    void change_barriers(YardstickLuck& luck);
    bool may_be_offered_help() const;

    void join_programme() { months_helped_ = 1; }

    /// A month on the programme passes; true if it was the last.
    bool leaves_programme();

    bool applies(YardstickLuck& luck) const;
    void start_work();

    /// A job may end, or a month without one passes.
    void spend_month(YardstickLuck& luck);

    bool is_employed() const { return employed_; }

    bool is_helped() const { return months_helped_ > 0; }

    std::uint32_t household() const { return household_; }

    std::uint16_t neighbourhood() const { return neighbourhood_; }

    std::uint8_t barriers() const { return barriers_; }

    std::int32_t months_out() const { return months_out_; }

    int barrier_count() const;

  private:
    bool employed_;
    std::uint8_t barriers_ = 0;       // a bit for each of eight
    std::uint8_t months_helped_ = 0;  // [month] on the programme; 0 = not on it
    std::uint16_t neighbourhood_;
    std::int32_t months_out_ = 0;  // [month] out of work
    std::uint32_t household_;
    float trust_;  // [1] carried as the model carries it; the month does not ask for it
};

/// What is recorded of a neighbourhood every month.
struct YardstickRecord {
    std::int64_t people = 0;
    std::int64_t workless = 0;
    std::int64_t helped = 0;
    std::int64_t barriers = 0;  // of all of them together
};

class Yardstick {
  public:
    Yardstick(std::size_t people, std::uint64_t seed);

    void live_month();

    /// Of the month lived last; shape [neighbourhood]
    const std::vector<YardstickRecord>& records() const { return records_; }

    double workless_share() const;
    double mean_barriers() const;

    /// A digest of everybody's state.
    std::uint64_t digest() const;

  private:
    struct Range {
        std::size_t first;
        std::size_t last;
    };

    void offer_places(Range neighbourhood);
    void fill_vacancies(Range neighbourhood);
    void record();

    YardstickLuck luck_;
    std::vector<YardstickPerson> people_;
    std::vector<std::uint8_t> helped_in_;  // [person] on the programme; shape [household]
    std::vector<Range> neighbourhoods_;
    std::vector<YardstickRecord> records_;
};

}  // namespace foothold
