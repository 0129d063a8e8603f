#pragma once

#include "tests/unit/small_intake.hpp"

#include <utility>
#include <vector>

namespace foothold {

/// A small world of inactive people, lived through reaching, supporting and paying only.
struct Lived {
    Scenario scenario;
    MonthRules rules{scenario};
    SmallWorld small{scenario};

    explicit Lived(Scenario from, std::size_t people = 1) : scenario{std::move(from)} {
        small.add_singles(people, inactive);
        small.world.neighbourhoods.workless[{0}] = static_cast<std::int32_t>(people);
        small.start(0);
    }

    void live(Month from, Month to) {
        for (Month month = from; month <= to; ++month) {
            engagement(small.world, rules.in(month));
            advocacy(small.world, rules.in(month));
            accounting(small.world, rules.in(month));
        }
    }

    const std::vector<Case>& cases() const { return small.world.support.cases; }

    const ProgrammeState& state() const { return small.world.support.programmes[0]; }
};

}  // namespace foothold
