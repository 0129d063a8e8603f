#pragma once

#include "foothold/describe.hpp"

#include "sim/experiments/estimate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// How a simulated value is judged, fixed before it is known.
enum class Expect : std::uint8_t {
    within,       // from low - tolerance to high + tolerance
    above,        // more than low + tolerance
    below,        // less than high - tolerance
    information,  // not judged
};

template <>
struct WordsOf<Expect> {
    static constexpr std::array<std::string_view, 4> words{
        "within", "above", "below", "information"};
};

/// How much a pattern can tell.
enum class Given : std::uint8_t {
    free,          // it can only come out of the mechanisms
    partly_given,  // an input was chosen with it in mind, or holds part of it in place
    given,         // an input by another name
};

template <>
struct WordsOf<Given> {
    static constexpr std::array<std::string_view, 3> words{"free", "partly_given", "given"};
};

/// What an experiment counts.
enum class Design : std::uint8_t {
    labour_market,  // surveys of a world without programmes
    persistence,    // neighbourhoods and people over ten to fifteen years
    programmes,     // every arm with programmes against the one without and with the same changes
};

template <>
struct WordsOf<Design> {
    static constexpr std::array<std::string_view, 3> words{
        "labour_market", "persistence", "programmes"};
};

/// A study whose findings patterns are read from.
struct Experiment {
    std::string name;
    Design design = Design::labour_market;
    std::string scenario;
    std::int32_t thin = 1;
    std::int32_t replicates = 0;
    double most_deprived = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("design", it.design, "what is counted");
        field("scenario", it.scenario, "file of its arms and programmes, beside this one");
        field("thin",
              it.thin,
              Quantity{"1", 1, 1000},
              "every how many-th neighbourhood of the place is simulated");
        field("replicates", it.replicates, Quantity{"1", 1, 1000}, "worlds simulated");
        field("most_deprived",
              it.most_deprived,
              quantity::share,
              "share of the place's neighbourhoods looked at on their own, the most deprived of "
              "them; 0 where the design does not ask");
    }

    friend bool operator==(const Experiment&, const Experiment&) = default;
};

/// One row of the validation table: a published figure and the simulated one that must match it.
struct Pattern {
    std::string name;
    std::string pattern;
    std::string says;
    std::string definition;
    std::string experiment;
    std::string finding;
    std::string minus;
    std::string unit;
    std::string published;
    std::string population;
    std::string reference;
    std::string confidence;
    Expect expect = Expect::information;
    double low = 0.0;
    double high = 0.0;
    double tolerance = 0.0;
    std::string because;
    Given kind = Given::free;
    bool fitted = false;
    std::string tried;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        constexpr Quantity any{"", -1e9, 1e9};
        field("pattern", it.pattern, "P1 to P13, or the name of another group of rows");
        field("says", it.says, "what must be seen, in plain words");
        field("definition", it.definition, "how the simulated value is counted");
        field("experiment", it.experiment, "whose findings it is read from");
        field("finding", it.finding, "which of them");
        field("minus", it.minus, "a finding to take away from it; empty for none");
        field("unit", it.unit, "% for a share or a difference of shares, 1 for anything else");
        field("published", it.published, "the published value as it is printed");
        field("population", it.population, "of whom, where and when");
        field("reference", it.reference, "where it is published");
        field("confidence",
              it.confidence,
              "A read at the source, B second-hand, C computed, M from memory, none");
        field("expect", it.expect, "how the simulated value is judged");
        field("low", it.low, any, "lower end of what is published, in the unit");
        field("high", it.high, any, "upper end");
        field("tolerance", it.tolerance, any, "how far beyond these still passes, in the unit");
        field("because", it.because, "why so far");
        field("kind", it.kind, "how much the row can tell");
        field("fitted", it.fitted, "whether parameters were set to meet it: then it is no test");
        field("tried", it.tried, "where it fails: what was tried, and what seems to be the cause");
    }

    friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// The file of patterns.
struct PatternBook {
    Named<Experiment> experiments;
    Named<Pattern> patterns;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("experiments", it.experiments, "studies that patterns are read from");
        field("patterns", it.patterns, "rows of the validation table");
    }

    friend bool operator==(const PatternBook&, const PatternBook&) = default;
};

enum class Verdict : std::uint8_t { shown, not_shown, cannot_tell, not_judged };

inline constexpr std::array verdict_words{"shown", "not shown", "cannot tell", "not judged"};

/// Shown if the whole interval passes, not shown if none of it does; in between, or without an
/// interval, nobody can tell.
Verdict judge(const Pattern& pattern, const std::optional<Estimate>& value);

/// What is wrong with a book: rows of unknown experiments, ends of ranges the wrong way round,
/// tolerances without a reason. Sentences for the user.
std::vector<std::string> faults_of(const PatternBook& book);

}  // namespace foothold
