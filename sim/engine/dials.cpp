#include "sim/engine/dials.hpp"

#include "foothold/described.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>

namespace foothold {

namespace {

constexpr Quantity on_or_off{"1", 0.0, 1.0};

/// Walks what `describe` lists and makes a dial of everything that has one value.
class DialMaker {
  public:
    DialMaker(std::vector<Dial>& dials, std::string prefix)
        : dials_{dials}, prefix_{std::move(prefix)} {}

    template <class M>
    void operator()(std::string_view name,
                    M& member,
                    const Quantity& quantity,
                    std::string_view meaning) {
        add(path_of(name), member, quantity, meaning);
    }

    template <class M>
    void operator()(std::string_view name, M& member, std::string_view meaning) {
        add(path_of(name), member, on_or_off, meaning);
    }

  private:
    std::string path_of(std::string_view name) const {
        return (prefix_.empty() ? std::string{} : prefix_ + ".") + std::string{name};
    }

    template <class M>
    void
    add(const std::string& path, M& member, const Quantity& quantity, std::string_view meaning) {
        if constexpr (Described<M>) {
            M::describe(member, DialMaker{dials_, path});
        } else if constexpr (NamedGroups<M>) {
            for (auto& item : member.items) {
                add(path + "." + item.name, item, quantity, meaning);
            }
        } else if constexpr (ListOfGroups<M>) {
            for (std::size_t i = 0; i < member.size(); ++i) {
                add(path + "[" + std::to_string(i) + "]", member[i], quantity, meaning);
            }
        } else if constexpr (Word<M>) {
            const auto& words = WordsOf<M>::words;
            const Quantity of_words{"1", 0.0, static_cast<double>(words.size() - 1)};
            push(path, member, of_words, meaning, true);
            dials_.back().words.assign(words.begin(), words.end());
        } else if constexpr (std::is_same_v<M, double> || std::is_same_v<M, bool>) {
            push(path, member, quantity, meaning, std::is_same_v<M, bool>);
        } else if constexpr (WholeNumber<M>) {
            push(path, member, quantity, meaning, true);
        } else {
            add_list(path, member, quantity, meaning);
        }
    }

    void add_list(const std::string& path,
                  std::vector<double>& list,
                  const Quantity& quantity,
                  std::string_view meaning) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            push(path + "[" + std::to_string(i) + "]", list[i], quantity, meaning, false);
        }
    }

    void add_list(const std::string& path,
                  Factors& factors,
                  const Quantity& quantity,
                  std::string_view meaning) {
        for (std::size_t i = 0; i < factors.names.size(); ++i) {
            push(path + "." + factors.names[i], factors.values[i], quantity, meaning, false);
        }
    }

    /// Texts, dates and matrices have no single number.
    template <class Other>
    void add_list(const std::string&, Other&, const Quantity&, std::string_view) {}

    template <class M>
    void push(const std::string& path,
              M& member,
              const Quantity& quantity,
              std::string_view meaning,
              bool whole) {
        Dial dial{path, quantity, std::string{meaning}, {}, whole, {}, {}};
        dial.get = [&member] { return static_cast<double>(member); };
        dial.set = [&member](double value) { member = static_cast<M>(value); };
        dials_.push_back(std::move(dial));
    }

    std::vector<Dial>& dials_;
    std::string prefix_;
};

const Dial& at(const std::vector<Dial>& dials, std::string_view path) {
    const auto found = std::find_if(
        dials.begin(), dials.end(), [&](const Dial& dial) { return dial.path == path; });
    if (found == dials.end()) {
        throw std::out_of_range("there is no parameter '" + std::string{path} + "'");
    }
    return *found;
}

std::optional<double> value_of(const Dial& dial, const std::string& text) {
    const auto word = std::find(dial.words.begin(), dial.words.end(), text);
    if (word != dial.words.end()) {
        return static_cast<double>(word - dial.words.begin());
    }
    if (text == "true" || text == "false") {
        return text == "true" ? 1.0 : 0.0;
    }
    double value = 0.0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    const bool is_number = read.ec == std::errc{} && read.ptr == end && dial.words.empty();
    return is_number ? std::optional{value} : std::nullopt;
}

/// Why a value cannot be, or nothing.
std::string problem_with(const Dial& dial, const std::optional<double>& value) {
    if (!value) {
        std::string known;
        for (const std::string_view word : dial.words) {
            known += (known.empty() ? "" : ", ") + std::string{word};
        }
        return "is not " + (known.empty() ? "a number" : "one of " + known);
    }
    if (*value < dial.quantity.least || *value > dial.quantity.most) {
        return "lies outside the range allowed for it";
    }
    return dial.whole && *value != std::floor(*value) ? "must be a whole number" : "";
}

std::string suggestion(std::string_view path, const std::vector<Dial>& dials) {
    std::vector<std::string> known;
    for (const Dial& dial : dials) {
        known.push_back(dial.path);
    }
    const std::string near = nearest(std::string{path}, known);
    return near.empty() ? "; `foothold explain parameters` lists them"
                        : "; did you mean '" + near + "'?";
}

void must_make(Parameters& parameters, const Changes& changes) {
    Diagnostics wrong;
    make(parameters, changes, "", wrong);
    wrong.stop_if_any();
}

}  // namespace

std::vector<Dial> dials_of(Parameters& parameters) {
    std::vector<Dial> dials;
    Parameters::describe(parameters, DialMaker{dials, ""});
    return dials;
}

double number_at(const Parameters& parameters, std::string_view path) {
    Parameters copy = parameters;
    return at(dials_of(copy), path).get();
}

void set_number(Parameters& parameters, std::string_view path, double value) {
    at(dials_of(parameters), path).set(value);
}

void make(Parameters& parameters,
          const Changes& changes,
          const std::string& at,
          Diagnostics& wrong) {
    const std::vector<Dial> dials = dials_of(parameters);
    for (std::size_t i = 0; i < changes.paths.size(); ++i) {
        const std::string& path = changes.paths[i];
        const auto dial = std::find_if(
            dials.begin(), dials.end(), [&](const Dial& each) { return each.path == path; });
        const std::string where = (at.empty() ? "" : at + ".") + path;
        if (dial == dials.end()) {
            wrong.error({}, where, "there is no such parameter" + suggestion(path, dials));
            continue;
        }
        const std::optional<double> value = value_of(*dial, changes.values[i]);
        const std::string problem = problem_with(*dial, value);
        if (!problem.empty()) {
            wrong.error({}, where, changes.values[i] + " " + problem);
            continue;
        }
        dial->set(*value);
    }
}

Parameters parameters_of(const Scenario& scenario, std::uint32_t replicate) {
    Parameters parameters = scenario.parameters;
    const auto& sets = scenario.ensemble.items;
    if (!sets.empty()) {
        must_make(parameters, sets[replicate % sets.size()].parameters);
    }
    return parameters;
}

Parameters parameters_of(const Scenario& scenario, std::uint32_t replicate, const Arm& arm) {
    Parameters parameters = parameters_of(scenario, replicate);
    must_make(parameters, arm.parameters);
    return parameters;
}

}  // namespace foothold
