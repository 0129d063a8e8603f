#include "sim/appraisal/displacement.hpp"

#include "foothold/money.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
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
        std::vector<double> held;
        std::vector<double> others;
        for (const Parts& parts : parts_) {
            held.push_back(parts.held);
            others.push_back(parts.others);
        }
        return {estimate(held), estimate(others), zero_multiple(held, others)};
    }

  private:
    std::vector<Parts> parts_;
};

/// Half the width of the interval of a mean, squared: proportional to its variance.
double squared_width(const std::vector<double>& values) {
    const Interval it = estimate(values).interval.value_or(Interval{});
    return 0.25 * (it.high - it.low) * (it.high - it.low);
}

std::string with_number(const char* format, double number) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, number);
    return text.data();
}

}  // namespace

std::optional<Estimate> zero_multiple(const std::vector<double>& held,
                                      const std::vector<double>& others) {
    const Estimate h = estimate(held);
    const Estimate o = estimate(others);
    if (h.mean * o.mean >= 0.0) {
        return std::nullopt;
    }
    Estimate zero{-h.mean / o.mean, std::nullopt};
    std::vector<double> sums;
    for (std::size_t r = 0; r < held.size(); ++r) {
        sums.push_back(held[r] + others[r]);
    }
    const double of_held = squared_width(held);
    const double of_others = squared_width(others);
    const double of_both = 0.5 * (squared_width(sums) - of_held - of_others);
    // (h + m o)^2 = of_held + 2 m of_both + m^2 of_others, as a m^2 + 2 b m + c = 0
    const double a = o.mean * o.mean - of_others;
    const double b = h.mean * o.mean - of_both;
    const double c = h.mean * h.mean - of_held;
    if (o.interval && a > 0.0) {
        const double root = std::sqrt(std::max(0.0, b * b - a * c));
        zero.interval = Interval{std::max(0.0, (-b - root) / a), (-b + root) / a};
    }
    return zero;
}

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
