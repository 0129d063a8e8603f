#include "sim/appraisal/displacement.hpp"

#include "foothold/money.hpp"

#include <array>
#include <cstdio>
#include <functional>
#include <numeric>
#include <optional>
#include <string>

namespace foothold {

namespace {

/// Present values of one account in one replicate. [GBP]
struct Parts {
    double held = 0.0;    // programme, supported households, and the NHS's saving by work
    double gained = 0.0;  // of `held`, what supported households' own months bring
    double others = 0.0;  // everybody else
    double uncounted_health = 0.0;
};

using Balance = std::int64_t (MoneyFlow::*)() const;

double worth_of(const std::vector<MoneyMonth>& course,
                double rate,
                std::int64_t (*of)(const MoneyMonth&, Balance),
                Balance balance) {
    double sum = 0.0;
    for (std::size_t month = 0; month < course.size(); ++month) {
        sum += present_value(static_cast<double>(of(course[month], balance)), rate, month + 1);
    }
    return sum / pence_per_pound;
}

Parts parts_of(const std::vector<MoneyMonth>& course, double rate, Balance balance) {
    const auto worth = [&](std::int64_t (*of)(const MoneyMonth&, Balance)) {
        return worth_of(course, rate, of, balance);
    };
    Parts parts;
    parts.held = worth([](const MoneyMonth& it, Balance of) { return (it.supported.*of)(); });
    parts.others = worth([](const MoneyMonth& it, Balance of) { return (it.others().*of)(); });
    parts.gained = worth([](const MoneyMonth& it, Balance of) {
        MoneyFlow own = it.supported;
        own.programme = 0;
        own.health = 0;
        return (own.*of)();
    });
    parts.uncounted_health = worth(
        [](const MoneyMonth& it, Balance) { return it.health_in_full - it.everybody.health; });
    return parts;
}

/// One account in every replicate.
class Account {
  public:
    Account(const ArmCourses& courses, double rate, Balance balance) {
        for (const auto& course : courses) {
            parts_.push_back(parts_of(course, rate, balance));
        }
    }

    Estimate worth(const std::function<double(const Parts&)>& of) const {
        std::vector<double> values;
        for (const Parts& parts : parts_) {
            values.push_back(of(parts));
        }
        return estimate(values);
    }

    SplitBalance split() const {
        SplitBalance split{worth([](const Parts& it) { return it.held; }),
                           worth([](const Parts& it) { return it.others; }),
                           std::nullopt};
        if (split.held.mean * split.others.mean < 0.0) {
            split.zero_at = -split.held.mean / split.others.mean;
        }
        return split;
    }

  private:
    std::vector<Parts> parts_;
};

std::string with_number(const char* format, double number) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, number);
    return text.data();
}

}  // namespace

void test_displacement(
    ArmValue& value, const ArmCourses& courses, double rate, double skills, double regeneration) {
    constexpr std::array multiples{0.0, 0.5, 1.0, 1.5, 2.0};
    const Account exchequer{courses, rate, &MoneyFlow::exchequer};
    const Account society{courses, rate, &MoneyFlow::society};
    const auto add = [&](const std::string& key,
                         const std::string& label,
                         const std::function<double(const Parts&)>& of) {
        value.tests.push_back({key, label, exchequer.worth(of), society.worth(of)});
    };
    for (const double multiple : multiples) {
        add(with_number("others_times_%g", multiple),
            multiple == 1.0 ? "as modelled" : with_number("on others x %g", multiple),
            [=](const Parts& it) { return it.held + multiple * it.others; });
    }
    for (const double share : {skills, regeneration}) {
        add(with_number("others_lose_%g", share),
            with_number("others lose %.3g %%", 100.0 * share),
            [=](const Parts& it) { return it.held - share * it.gained; });
    }
    add("health_in_full", "NHS saving by work in full", [](const Parts& it) {
        return it.held + it.others + it.uncounted_health;
    });
    value.exchequer_split = exchequer.split();
    value.society_split = society.split();
}

}  // namespace foothold
