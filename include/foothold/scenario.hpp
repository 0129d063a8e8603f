#pragma once

#include "foothold/changes.hpp"
#include "foothold/parameters.hpp"
#include "foothold/programme.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// One course of policy in a study: the programmes that run, and what else is different.
struct Arm {
    std::string name;
    std::string label;
    std::vector<std::string> programmes;
    Changes parameters{};

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("label", it.label, "what it is, in plain words");
        field("programmes",
              it.programmes,
              "names of the programmes that run; none is the world without");
        field("parameters",
              it.parameters,
              "parameters that differ in this arm from the study's first month on");
    }

    friend bool operator==(const Arm&, const Arm&) = default;
};

/// How a study is run.
struct Settings {
    std::string place;
    CalendarMonth start;
    std::int32_t burn_in = 0;
    std::int32_t horizon = 0;
    std::int32_t replicates = 0;
    std::uint64_t seed = 0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("place", it.place, "folder of the place, relative to the file that names it");
        field("start", it.start, "first month of the study");
        field("burn_in",
              it.burn_in,
              Quantity{"month", 0, 600},
              "months simulated before the study, without programmes");
        field("horizon", it.horizon, Quantity{"month", 1, 600}, "months of the study");
        field("replicates",
              it.replicates,
              Quantity{"1", 1, 65535},
              "worlds simulated, each with its own luck");
        field("seed",
              it.seed,
              Quantity{"1", 0, 18446744073709551615.0},
              "number all luck is drawn from");
    }

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// A study: a question, the arms that answer it, and every number of the model.
struct Scenario {
    std::int32_t schema_version = 0;
    std::string name;
    std::string title;
    std::string question;
    Settings settings;
    std::string reference;
    Named<Arm> arms;
    Named<Programme> programmes;
    Named<ParameterSet> ensemble;
    Parameters parameters;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field(
            "schema_version", it.schema_version, Quantity{"1", 1, 1}, "version of this format; 1");
        field("name", it.name, "short name, used for files");
        field("title", it.title, "one line");
        field("question", it.question, "what the study asks, in plain words");
        field("settings", it.settings, "how the study is run");
        field("reference", it.reference, "arm the others are compared with");
        field("arms", it.arms, "courses of policy to compare");
        field("programmes", it.programmes, "programmes that arms may run");
        field("ensemble",
              it.ensemble,
              "sets of parameters that replicates take in turn; none means the same in all");
        field("parameters", it.parameters, "every number of the model");
    }

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

}  // namespace foothold
