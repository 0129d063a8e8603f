#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// What a number measures and the values it may take. Every parameter of the model is listed once,
/// in its struct's `describe`; the YAML reader, range check, `explain`, documentation and stored
/// copy all read that one list.
struct Quantity {
    std::string_view unit;
    double least;
    double most;
    bool may_be_left_out = false;  // the member is neutral then

    /// The same quantity, for a member that need not be given.
    constexpr Quantity optional() const { return {unit, least, most, true}; }
};

/// The quantities that parameters are given in.
namespace quantity {

inline constexpr double unbounded = std::numeric_limits<double>::infinity();
inline constexpr Quantity probability{"1", 0.0, 1.0};
inline constexpr Quantity probability_per_month{"1/month", 0.0, 1.0};
inline constexpr Quantity rate_per_month{"1/month", 0.0, 100.0};
inline constexpr Quantity rate_per_year{"1/year", 0.0, 100.0};
inline constexpr Quantity share{"1", 0.0, 1.0};
inline constexpr Quantity hazard_ratio{"1", 0.0, 100.0};
inline constexpr Quantity log_odds{"1", -20.0, 20.0};
inline constexpr Quantity standard_deviations{"standard deviation", -10.0, 10.0};
inline constexpr Quantity correlation{"1", -1.0, 1.0};
inline constexpr Quantity months{"month", 0.0, 1200.0};
inline constexpr Quantity memory{"month", 0.1, 1200.0};  // time in which something fades to a third
inline constexpr Quantity hours_per_month{"hour/month", 0.0, 744.0};
inline constexpr Quantity hours_per_week{"hour/week", 0.0, 168.0};
inline constexpr Quantity pounds{"GBP", 0.0, 1e12};
inline constexpr Quantity pounds_per_month{"GBP/month", 0.0, 1e9};
inline constexpr Quantity pounds_per_week{"GBP/week", 0.0, 1e7};
inline constexpr Quantity pounds_per_year{"GBP/year", 0.0, 1e10};
inline constexpr Quantity pounds_per_hour{"GBP/hour", 0.0, 1e4};
inline constexpr Quantity count{"1", 0.0, 1e9};
inline constexpr Quantity per_kilometre{"1/km", 0.0, 100.0};
inline constexpr Quantity years{"year", 0.0, 120.0};

}  // namespace quantity

/// A number for each of several named things, e.g. a hazard ratio per barrier; absent names mean
/// "none".
struct Factors {
    std::vector<std::string> names;
    std::vector<double> values;

    friend bool operator==(const Factors&, const Factors&) = default;
};

/// Things keyed by their name: a map in YAML, in the order the file gives them. T has `std::string
/// name`.
template <class T>
struct Named {
    std::vector<T> items;

    /// The item called `name`, or null.
    const T* find(std::string_view name) const {
        for (const T& item : items) {
            if (item.name == name) {
                return &item;
            }
        }
        return nullptr;
    }

    friend bool operator==(const Named&, const Named&) = default;
};

/// The words that stand for the enumerators of E in YAML, in their order. Specialise with
/// `static constexpr std::array<std::string_view, N> words`.
template <class E>
struct WordsOf;

// How `describe` is called. A struct with parameters has
//
//     template <class Self, class Field>
//     static void describe(Self& it, Field&& field) {
//         field("relapse", it.relapse, hazard_ratio, "onset right after recovery, against never
//         had");
//     }
//
// and `field` is called in one of these forms, by the type of the member:
//
//     double, std::int32_t, std::uint64_t     field(name, member, Quantity, meaning)
//     std::vector<double>                     field(name, member, Quantity, meaning)   list of
//     numbers std::vector<std::vector<double>>        field(name, member, Quantity, meaning) matrix
//     Changes                                 field(name, member, meaning)   map of parameter to
//     value; may be left out
//     Factors                                 field(name, member, Quantity, meaning)   map of name
//     to number std::string, bool, CalendarMonth, enum  field(name, member, meaning)
//     std::vector<std::string>                field(name, member, meaning)
//     a struct with describe                  field(name, member, meaning)             group
//     std::vector<struct>                     field(name, member, meaning)             list of
//     groups Named<struct>                           field(name, member, meaning)             map
//     of groups; `name` is the key
//
// Every member must be given a value by the YAML; C++ holds no defaults of the model. Excepted are
// effects that a scenario may do without: a Quantity that is `optional()`, and structs (or lists of
// them) with `static constexpr bool may_be_left_out = true`. Left out, they do nothing.

}  // namespace foothold
