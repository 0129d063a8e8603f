#pragma once

#include "foothold/ids.hpp"

#include <cassert>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace foothold {

/// One attribute of many things: a vector that is indexed by their Id and by nothing else.
template <class IdT, class T>
class Column {
    static_assert(!std::is_same_v<T, bool>, "packed bits race between threads; use std::uint8_t");

  public:
    T& operator[](IdT id) {
        assert(id.row < values_.size());
        return values_[id.row];
    }

    const T& operator[](IdT id) const {
        assert(id.row < values_.size());
        return values_[id.row];
    }

    std::size_t size() const { return values_.size(); }

    void resize(std::size_t n, T value = {}) { values_.resize(n, value); }

    const std::vector<T>& values() const { return values_; }

    std::vector<T>& values() { return values_; }

    friend bool operator==(const Column&, const Column&) = default;

  private:
    std::vector<T> values_;
};

}  // namespace foothold
