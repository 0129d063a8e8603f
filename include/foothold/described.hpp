#pragma once

#include "foothold/describe.hpp"

#include <concepts>
#include <type_traits>
#include <vector>

namespace foothold {

/// A field that does nothing, to ask whether a type has `describe`.
struct IgnoreField {
    template <class... Parts>
    void operator()(Parts&&...) const {}
};

/// A struct of parameters: see foothold/describe.hpp.
template <class T>
concept Described = requires(T& it, IgnoreField field) {
    T::describe(it, field);
};

template <class T>
struct NamedItem {};

template <class T>
struct NamedItem<Named<T>> {
    using Type = T;
};

template <class T>
concept NamedGroups = requires {
    typename NamedItem<T>::Type;
};

template <class T>
struct ListItem {};

template <class T>
struct ListItem<std::vector<T>> {
    using Type = T;
};

template <class T>
concept ListOfGroups = requires {
    requires Described<typename ListItem<T>::Type>;
};

/// A group, or list of groups, that a file need not give: without it, nothing of the kind happens.
template <class T>
concept MayBeLeftOut = requires {
    requires T::may_be_left_out;
}

|| requires {
    requires ListItem<T>::Type::may_be_left_out;
};

template <class T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool>;

template <class T>
concept Word = std::is_enum_v<T>;

}  // namespace foothold
