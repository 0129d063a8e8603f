#pragma once

#include "foothold/describe.hpp"

#include <cstdint>

namespace foothold {

/// How employers take people on from those who applied in time.
enum class HiringRule : std::uint8_t {
    queue_first,   // whoever's application landed first; standing speeds it on its way
    skills_first,  // whoever stands best with employers; time only breaks ties
};

template <>
struct WordsOf<HiringRule> {
    static constexpr std::array<std::string_view, 2> words{"queue_first", "skills_first"};
};

/// Explanations of entrenched worklessness that compete with one another, each to be turned off in
/// one line. What a study concludes should survive turning any of them; if not, it must say so.
struct Mechanisms {
    bool relapse = true;
    bool relapse_after_cut = true;
    bool spill_over = true;
    bool norms = true;
    bool networks = true;
    bool mobility = true;
    HiringRule hiring = HiringRule::queue_first;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("relapse", it.relapse, "whether a barrier that has lifted comes back more easily");
        field("relapse_after_cut",
              it.relapse_after_cut,
              "whether that is so of barriers lifted with help in a case that the end of the money "
              "cut off");
        field("spill_over",
              it.spill_over,
              "whether one member's barriers bring barriers to others of the household");
        field("norms", it.norms, "whether how many around have work changes who looks for work");
        field(
            "networks", it.networks, "whether employed neighbours help applications on their way");
        field("mobility", it.mobility, "whether households move");
        field("hiring",
              it.hiring,
              "who gets the vacancy of those in time: queue_first or skills_first");
    }

    friend bool operator==(const Mechanisms&, const Mechanisms&) = default;
};

}  // namespace foothold
