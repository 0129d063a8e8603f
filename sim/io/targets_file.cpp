#include "sim/io/targets_file.hpp"

#include "sim/engine/dials.hpp"
#include "sim/io/fill.hpp"
#include "sim/io/knobs.hpp"
#include "sim/io/wording.hpp"

#include <algorithm>
#include <array>

namespace foothold {

namespace {

/// Reads the parts of the file; everything wrong goes to `wrong`.
class TargetsReader {
  public:
    TargetsReader(const LoadedScenario& loaded,
                  const std::vector<std::string>& statistics,
                  Diagnostics& wrong)
        : loaded_{loaded}, statistics_{statistics}, wrong_{wrong} {
        Parameters parameters = loaded.scenario.parameters;
        for (const Dial& dial : dials_of(parameters)) {
            dials_.push_back(dial.path);
        }
    }

    CalibrationFile read(const Doc& file) {
        CalibrationFile all;
        expect_keys(file, "", {"kind", "note", "targets", "parameters"});
        const Doc* kind = file.find("kind");
        if (kind == nullptr || kind->text != "targets") {
            wrong_.error(kind == nullptr ? file.where : kind->where, "kind", "must be targets");
        }
        for (const Doc::Entry* entry : entries(file, "targets")) {
            all.targets.push_back(target(*entry));
        }
        for (const Doc::Entry* entry : entries(file, "parameters")) {
            all.knobs.push_back(knob(*entry));
        }
        if (wrong_.empty()
            && std::none_of(all.targets.begin(), all.targets.end(), [](const Target& each) {
                   return each.fit;
               })) {
            wrong_.error(file.find("targets")->where, "targets", "none has use: fit");
        }
        return all;
    }

  private:
    void
    expect_keys(const Doc& group, const std::string& path, const std::vector<std::string>& known) {
        for (const Doc::Entry& entry : group.entries) {
            if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
                wrong_.error(
                    entry.where, below(path, entry.key), "unknown key" + meant(entry.key, known));
            }
        }
    }

    static std::string meant(const std::string& word, const std::vector<std::string>& known) {
        const std::string near = nearest(word, known);
        return near.empty() ? "" : "; did you mean '" + near + "'?";
    }

    std::vector<const Doc::Entry*> entries(const Doc& file, const std::string& key) {
        std::vector<const Doc::Entry*> all;
        const Doc* group = file.find(key);
        if (group == nullptr || !group->is_map() || group->entries.empty()) {
            wrong_.error(group == nullptr ? file.where : group->where,
                         key,
                         "must be a group with an entry for each of the " + key);
            return all;
        }
        for (const Doc::Entry& entry : group->entries) {
            all.push_back(&entry);
        }
        return all;
    }

    template <class T>
    bool take(const Doc& group, const std::string& path, const std::string& key, T& value) {
        const Doc* doc = group.find(key);
        const std::string problem = doc == nullptr ? "is missing" : convert(*doc, value);
        if (!problem.empty()) {
            wrong_.error(doc == nullptr ? group.where : doc->where, below(path, key), problem);
        }
        return problem.empty();
    }

    Target target(const Doc::Entry& entry) {
        const std::string path = below("targets", entry.key);
        Target target;
        target.name = entry.key;
        if (std::find(statistics_.begin(), statistics_.end(), entry.key) == statistics_.end()) {
            wrong_.error(
                entry.where, path, "there is no such statistic" + meant(entry.key, statistics_));
        }
        if (!entry.value.is_map()) {
            wrong_.error(entry.value.where,
                         path,
                         "must be {value: ..., tolerance: ..., use: fit or test, source: ...}");
            return target;
        }
        expect_keys(entry.value, path, {"value", "tolerance", "use", "source", "note"});
        take(entry.value, path, "value", target.value);
        if (take(entry.value, path, "tolerance", target.tolerance) && !(target.tolerance > 0.0)) {
            wrong_.error(entry.value.find("tolerance")->where,
                         below(path, "tolerance"),
                         "must be greater than 0: no measurement and no model is exact");
        }
        std::string use;
        if (take(entry.value, path, "use", use) && use != "fit" && use != "test") {
            wrong_.error(entry.value.find("use")->where,
                         below(path, "use"),
                         "must be fit or test, not " + use);
        }
        target.fit = use == "fit";
        take(entry.value, path, "source", target.source);
        return target;
    }

    Knob knob(const Doc::Entry& entry) {
        const std::string path = below("parameters", entry.key);
        Knob knob{entry.key, 0.0, 1.0};
        if (std::find(dials_.begin(), dials_.end(), entry.key) == dials_.end()) {
            wrong_.error(
                entry.where, path, "there is no such parameter" + meant(entry.key, dials_));
            return knob;
        }
        const Sourced* known = source_of(loaded_, entry.key);
        if (known == nullptr || !known->low || !known->high) {
            wrong_.error(entry.where,
                         path,
                         "has no range in the scenario's evidence"
                             + (known == nullptr ? std::string{} : " (" + place_of(*known) + ")")
                             + "; give one there: a prior needs its ends");
            return knob;
        }
        knob.low = *known->low;
        knob.high = *known->high;
        if (entry.value.is_map()) {
            narrow(entry.value, path, *known, knob);
        } else if (entry.value.text != "evidence") {
            wrong_.error(entry.value.where,
                         path,
                         "must be `evidence` (the range given there) or {between: [low, high], "
                         "source: ...}");
        }
        return knob;
    }

    void narrow(const Doc& group, const std::string& path, const Sourced& known, Knob& knob) {
        expect_keys(group, path, {"between", "source", "note"});
        std::string source;
        take(group, path, "source", source);
        const Doc* between = group.find("between");
        std::array<double, 2> ends{};
        if (between == nullptr || !between->is_list() || between->items.size() != 2
            || !convert(between->items[0], ends[0]).empty()
            || !convert(between->items[1], ends[1]).empty() || ends[0] >= ends[1]) {
            wrong_.error(between == nullptr ? group.where : between->where,
                         below(path, "between"),
                         "must be [low, high], the smaller number first");
            return;
        }
        if (ends[0] < knob.low || ends[1] > knob.high) {
            wrong_.error(between->where,
                         below(path, "between"),
                         "goes beyond what the evidence allows (" + number_text(knob.low) + " to "
                             + number_text(knob.high) + ", " + place_of(known) + ")");
        }
        knob.low = ends[0];
        knob.high = ends[1];
    }

    static std::string place_of(const Sourced& known) {
        return known.where.file + ":" + std::to_string(known.where.line);
    }

    const LoadedScenario& loaded_;
    const std::vector<std::string>& statistics_;
    Diagnostics& wrong_;
    std::vector<std::string> dials_;
};

}  // namespace

CalibrationFile read_targets(const std::string& path,
                             const LoadedScenario& loaded,
                             const std::vector<std::string>& statistics) {
    Diagnostics wrong;
    const Doc file = read_yaml_file(path, wrong);
    wrong.stop_if_any();
    CalibrationFile all = TargetsReader{loaded, statistics, wrong}.read(file);
    wrong.stop_if_any();
    return all;
}

}  // namespace foothold
