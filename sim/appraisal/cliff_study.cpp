#include "sim/appraisal/cliff_study.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

constexpr std::string_view length_prefix = "months_";
constexpr const char* relapse_after_cut = "mechanisms.relapse_after_cut";

template <class T>
const T* find(const std::vector<T>& items, const std::string& name) {
    const auto it =
        std::find_if(items.begin(), items.end(), [&](const T& each) { return each.name == name; });
    return it == items.end() ? nullptr : &*it;
}

/// [month] before its end in which a programme may feel that it ends.
std::int32_t felt_before_the_end(const Programme& programme) {
    const Staffing& staffing = programme.staffing;
    const double refilling = 2.0 * staffing.recruitment_lag;  // posts are not filled any more
    const double longest = std::max({staffing.notice_months,
                                     refilling,
                                     static_cast<double>(programme.funding.intake_stops_before_end),
                                     static_cast<double>(programme.funding.taper_months)});
    return static_cast<std::int32_t>(std::ceil(longest)) + 1;
}

std::int32_t length_of(const Programme& programme) {
    return programme.funding.months;
}

/// Adds an arm, and its programme of the same name, to a study.
class Arms {
  public:
    Arms(Scenario& study, const Arm& reference) : study_{study}, reference_{reference} {}

    Arm& add(const std::string& name, const std::string& label, Programme programme) {
        programme.name = name;
        programme.label = label;
        study_.programmes.items.push_back(std::move(programme));
        Arm arm = reference_;
        arm.name = name;
        arm.label = label;
        arm.programmes.push_back(name);
        study_.arms.items.push_back(std::move(arm));
        return study_.arms.items.back();
    }

  private:
    Scenario& study_;
    Arm reference_;
};

void without_relapse_after_cut(Changes& changes) {
    const auto at = std::find(changes.paths.begin(), changes.paths.end(), relapse_after_cut);
    if (at != changes.paths.end()) {
        changes.values[static_cast<std::size_t>(at - changes.paths.begin())] = "false";
        return;
    }
    changes.paths.emplace_back(relapse_after_cut);
    changes.values.emplace_back("false");
}

/// From funding that goes on to one that ends, each arm changing one thing.
void add_anatomy(Arms& arms, const Programme& ends, std::int32_t window) {
    Programme goes_on = ends;
    goes_on.funding.months += window + felt_before_the_end(ends);
    arms.add(goes_on_arm, "Funding goes on beyond the window", goes_on);
    Programme run_off = ends;
    run_off.funding.exit = Exit::run_off;
    Programme no_notice = run_off;
    no_notice.staffing.notice_attrition = 1.0;
    arms.add(run_off_arm, "Nobody new; advocates stay until their cases close", no_notice);
    arms.add(run_off_notice_arm, "The same, and advocates leave on notice", run_off);
    Arm& cut = arms.add(cut_no_relapse_arm,
                        "Open cases are dropped; what was resolved in them does not come back more "
                        "easily",
                        ends);
    without_relapse_after_cut(cut.parameters);
}

std::string label_of(std::int32_t months) {
    return std::to_string(months) + (months == 1 ? " month" : " months") + " of funding";
}

}  // namespace

std::vector<std::int32_t> lengths_of(const CliffQuestion& asked, std::int32_t anatomy) {
    std::vector<std::int32_t> lengths{anatomy};
    for (std::int32_t months = asked.from; months <= asked.to; months += asked.every) {
        lengths.push_back(months);
    }
    std::sort(lengths.begin(), lengths.end());
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
    return lengths;
}

std::int32_t begins(const Scenario& scenario, const Programme& programme) {
    return programme.funding.from.index() - scenario.settings.start.index();
}

std::string arm_of_length(std::int32_t months) {
    return std::string{length_prefix} + std::to_string(months);
}

Programme at_length(const Programme& programme, std::int32_t months, bool same_total) {
    Programme it = programme;
    it.funding.months = months;
    if (same_total) {
        const double ratio = static_cast<double>(length_of(programme)) / months;
        const auto scaled = [&](std::int32_t posts) {
            return static_cast<std::int32_t>(std::llround(posts * ratio));
        };
        it.funding.per_month *= ratio;
        it.routes.outreach_hours *= ratio;
        it.staffing.advocates = std::max(1, scaled(programme.staffing.advocates));
        it.staffing.senior_advocates = scaled(programme.staffing.senior_advocates);
    }
    return it;
}

Programme renewed_yearly(const Programme& programme) {
    Programme it = programme;
    const std::int32_t months = length_of(programme);
    it.funding.months = std::min(months_per_year, months);
    for (std::int32_t done = months_per_year; done < months; done += months_per_year) {
        it.funding.further_periods.push_back({later(programme.funding.from, done),
                                              std::min(months_per_year, months - done),
                                              programme.funding.per_month});
    }
    return it;
}

Scenario cliff_study(const Scenario& scenario, const CliffQuestion& asked) {
    const Programme& programme = *find(scenario.programmes.items, asked.programme);
    const Arm reference = *find(scenario.arms.items, scenario.reference);
    Scenario study = scenario;
    study.name = scenario.name + "-cliff";
    study.title = "Lengths of funding: " + programme.label;
    study.question = "What does each further month of funding add to " + asked.programme
                     + ", and what is lost when its money ends?";
    study.arms.items = {reference};
    std::erase_if(study.programmes.items, [&](const Programme& each) {
        return std::find(reference.programmes.begin(), reference.programmes.end(), each.name)
               == reference.programmes.end();
    });
    const std::int32_t anatomy = asked.anatomy.value_or(length_of(programme));
    Arms arms{study, reference};
    for (const std::int32_t months : lengths_of(asked, anatomy)) {
        arms.add(arm_of_length(months),
                 label_of(months),
                 at_length(programme, months, asked.same_total));
    }
    const Programme ends = at_length(programme, anatomy, asked.same_total);
    if (length_of(ends) > months_per_year) {
        arms.add(renewed_arm,
                 label_of(length_of(ends)) + ", known for a year at a time",
                 renewed_yearly(ends));
    }
    add_anatomy(arms, ends, asked.window);
    return study;
}

std::optional<CliffDesign> cliff_design(const Scenario& scenario) {
    CliffDesign design;
    double least = 0.0;
    double most = 0.0;
    for (const Programme& each : scenario.programmes.items) {
        if (each.name == arm_of_length(length_of(each))) {
            design.lengths.push_back(length_of(each));
            const double money = each.funding.per_month;
            least = design.lengths.size() == 1 ? money : std::min(least, money);
            most = std::max(most, money);
        }
    }
    const Programme* ends = find(scenario.programmes.items, cut_no_relapse_arm);
    const Programme* goes_on = find(scenario.programmes.items, goes_on_arm);
    if (design.lengths.empty() || ends == nullptr || goes_on == nullptr) {
        return std::nullopt;
    }
    std::sort(design.lengths.begin(), design.lengths.end());
    design.programme = scenario.title;
    design.anatomy = length_of(*ends);
    design.window = length_of(*goes_on) - length_of(*ends) - felt_before_the_end(*ends);
    design.begins = begins(scenario, *ends);
    design.renewed = find(scenario.arms.items, renewed_arm) != nullptr;
    design.same_total = least < most;
    return design;
}

}  // namespace foothold
