// The inner pieces that a month spends most of its time in, each alone and with its data at hand.
// Says whether a piece became faster, not whether the model did: that is what `foothold bench` is
// for.
#include "sim/core/mathematics.hpp"
#include "sim/core/philox_rows.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/policy/universal_credit.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {
namespace {

constexpr std::size_t rows = 4096;  // a piece of parallel work

const Parameters& parameters() {
    static const Parameters read =
        load_scenario("scenarios/demonstration-town.yaml", {}).scenario.parameters;
    return read;
}

/// `columns` random words for each of many rows, as a phase draws them.
std::vector<std::uint32_t> random_words(std::size_t columns, std::uint32_t purpose) {
    const std::vector<std::uint16_t> lives(rows, 0);
    std::vector<std::uint32_t> words(columns * rows);
    for (std::uint32_t block = 0; 4 * block < columns; ++block) {
        std::uint32_t* first = &words[4 * block];
        philox_rows({0,
                     lives.data(),
                     rows,
                     {0, block, purpose, 0},
                     {20180401, 0},
                     {first, first + 1, first + 2, first + 3},
                     columns});
    }
    return words;
}

void count_items(benchmark::State& state, std::size_t each) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(each));
}

void philox_rows_to_columns(benchmark::State& state) {
    const std::vector<std::uint16_t> lives(rows, 0);
    std::vector<std::uint32_t> words(4 * rows);
    for (auto _ : state) {
        std::uint32_t* first = words.data();
        philox_rows({0,
                     lives.data(),
                     rows,
                     {0, 0, 1, 0},
                     {20180401, 0},
                     {first, first + rows, first + 2 * rows, first + 3 * rows},
                     1});
        benchmark::DoNotOptimize(first);
        benchmark::ClobberMemory();
    }
    count_items(state, rows);
}

BENCHMARK(philox_rows_to_columns);

void philox_rows_side_by_side(benchmark::State& state) {
    for (auto _ : state) {
        const auto words = random_words(4, 1);
        benchmark::DoNotOptimize(words.data());
    }
    count_items(state, rows);
}

BENCHMARK(philox_rows_side_by_side);

/// Somebody without barriers, as most are.
void hazard_bounds_open(benchmark::State& state) {
    const BarrierHazards hazards{parameters()};
    const HazardBounds& bounds = hazards.personal();
    constexpr double monthly = 0.003;  // [1/month] about what onsets are
    const std::vector<float> place = bounds.laid_out(ByCase(hazards.kinds(), monthly));
    const std::vector<float> person = bounds.laid_out(ByCase(hazards.kinds(), 1.0));
    const HazardBounds::Cases it{place.data(), person.data(), 0, 0, 0, 0};
    const auto onset = random_words(bounds.width(), 1);
    const auto recovery = random_words(bounds.width(), 2);
    for (auto _ : state) {
        unsigned open = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t at = row * bounds.width();
            open += bounds.open(&onset[at], &recovery[at], it);
        }
        benchmark::DoNotOptimize(open);
    }
    count_items(state, rows);
}

BENCHMARK(hazard_bounds_open);

std::vector<double> exponents() {
    std::vector<double> values;
    for (std::size_t i = 0; i < rows; ++i) {
        values.push_back(-8.0 * static_cast<double>(i) / rows);
    }
    return values;
}

template <double (*function)(double)>
void of_exponents(benchmark::State& state) {
    const std::vector<double> values = exponents();
    for (auto _ : state) {
        double sum = 0.0;
        for (const double x : values) {
            sum += function(x);
        }
        benchmark::DoNotOptimize(sum);
    }
    count_items(state, rows);
}

BENCHMARK_TEMPLATE(of_exponents, exponential);
BENCHMARK_TEMPLATE(of_exponents, exponential_above);

void universal_credit_of_families(benchmark::State& state) {
    const TaxBenefitRates& rates = parameters().tax_benefit.rates.front();
    std::vector<BenefitUnit> units;
    for (int i = 0; i < 64; ++i) {
        BenefitUnit unit;
        unit.adults = 1 + i % 2;
        unit.children = i % 4;
        unit.limited_capability = i % 5 == 0 ? 1 : 0;
        unit.rent = 100.0 * (i % 7);
        units.push_back(unit);
    }
    for (auto _ : state) {
        double sum = 0.0;
        for (const BenefitUnit& unit : units) {
            sum += universal_credit(rates, 2, unit, 2.5 * unit.rent);
        }
        benchmark::DoNotOptimize(sum);
    }
    count_items(state, units.size());
}

BENCHMARK(universal_credit_of_families);

}  // namespace
}  // namespace foothold
