#include "sim/appraisal/cliff_study.hpp"

#include <algorithm>

namespace foothold {

namespace {

void expect_in_horizon(const Scenario& scenario,
                       std::int32_t last,
                       const std::string& option,
                       const std::string& what,
                       Diagnostics& wrong) {
    if (last > scenario.settings.horizon) {
        wrong.error({option, 0, 0},
                    "",
                    what + " in month " + std::to_string(last) + " of the study, which has "
                        + std::to_string(scenario.settings.horizon)
                        + "; lengthen it with --set settings.horizon=" + std::to_string(last));
    }
}

void check_lengths(const CliffQuestion& asked, Diagnostics& wrong) {
    if (asked.from < 1) {
        wrong.error({"--from", 0, 0}, "", "must be a month or more");
    }
    if (asked.every < 1) {
        wrong.error({"--every", 0, 0}, "", "must be a month or more");
    }
    if (asked.from > asked.to) {
        wrong.error({"--from", 0, 0},
                    "",
                    std::to_string(asked.from) + " is more than --to " + std::to_string(asked.to)
                        + "; give the shorter length first");
    }
    constexpr std::int32_t most = 200;  // arms that somebody would wait for
    if (asked.every > 0 && (asked.to - asked.from) / asked.every >= most) {
        wrong.error({"--every", 0, 0}, "", "makes more than 200 lengths; take larger steps");
    }
}

/// The programme asked for, if a cliff study can be made of it.
const Programme*
programme_to_vary(const Scenario& scenario, const CliffQuestion& asked, Diagnostics& wrong) {
    const Location option{"--programme", 0, 0};
    const Programme* programme = scenario.programmes.find(asked.programme);
    if (programme == nullptr) {
        std::vector<std::string> known;
        for (const Programme& each : scenario.programmes.items) {
            known.push_back(each.name);
        }
        const std::string near = nearest(asked.programme, known);
        wrong.error(option,
                    "",
                    "there is no programme '" + asked.programme + "'"
                        + (near.empty() ? "" : "; did you mean '" + near + "'?"));
        return nullptr;
    }
    const auto& always = scenario.arms.find(scenario.reference)->programmes;
    if (std::find(always.begin(), always.end(), asked.programme) != always.end()) {
        wrong.error(option,
                    "",
                    asked.programme
                        + " runs in the reference, so nothing can be less it; choose "
                          "another reference with --set reference=ARM");
    }
    if (!programme->funding.further_periods.empty() || programme->funding.months == 0) {
        wrong.error(option,
                    "",
                    asked.programme
                        + " is not funded in one period; choose one that is, or give it "
                          "one with --set");
    }
    return programme;
}

}  // namespace

void check(const Scenario& scenario, const CliffQuestion& asked, Diagnostics& wrong) {
    check_lengths(asked, wrong);
    const Programme* programme = programme_to_vary(scenario, asked, wrong);
    if (programme == nullptr) {
        return;
    }
    if (asked.window < 1) {
        wrong.error({"--window", 0, 0}, "", "must be a month or more");
    }
    const std::int32_t anatomy = asked.anatomy.value_or(programme->funding.months);
    if (anatomy < 1) {
        wrong.error({"--anatomy", 0, 0}, "", "must be a month or more");
        return;
    }
    const std::int32_t first = begins(scenario, *programme);
    expect_in_horizon(scenario, first + asked.to, "--to", "the longest funding ends", wrong);
    expect_in_horizon(scenario,
                      first + anatomy + asked.window,
                      "--window",
                      "the window after the end closes",
                      wrong);
}

}  // namespace foothold
