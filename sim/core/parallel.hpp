#pragma once

#include "foothold/ids.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace foothold {

/// Rows in one piece of parallel work. A constant: pieces never depend on the number of threads.
inline constexpr std::size_t rows_per_piece = 4096;

/// Most threads used while it lives; 0 means as many as the machine has.
class ThreadLimit {
  public:
    explicit ThreadLimit(std::size_t threads);
    ~ThreadLimit();
    ThreadLimit(const ThreadLimit&) = delete;
    ThreadLimit& operator=(const ThreadLimit&) = delete;

  private:
    struct Held;
    std::unique_ptr<Held> held_;
};

/// Run `work(first, last)` on pieces covering [0, n), on any thread, in any order.
/// This is the only door to TBB.
void for_each_piece(std::size_t n,
                    std::size_t piece_size,
                    const std::function<void(std::size_t, std::size_t)>& work);

/// MAP. Call `visit(id)` for every row. It may read what nobody writes in this phase and may write
/// row `id`, nothing else.
template <class IdT, class Visit>
void for_each(std::size_t n, Visit visit, std::size_t piece_size = rows_per_piece) {
    for_each_piece(n, piece_size, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            visit(IdT{static_cast<decltype(IdT::row)>(row)});
        }
    });
}

/// FOLD. Sum `value(id)` over all rows, always adding in the same order.
template <class IdT, class T, class Value>
T ordered_sum(std::size_t n, T zero, Value value) {
    std::vector<T> partial((n + rows_per_piece - 1) / rows_per_piece, zero);
    for_each_piece(n, rows_per_piece, [&](std::size_t first, std::size_t last) {
        T sum = zero;
        for (std::size_t row = first; row < last; ++row) {
            sum += value(IdT{static_cast<decltype(IdT::row)>(row)});
        }
        partial[first / rows_per_piece] = sum;
    });
    T total = zero;
    for (const T& sum : partial) {
        total += sum;
    }
    return total;
}

/// FOLD into bins. `add(id, bins)` adds integers to any of `bins`; the sums are exact, so neither
/// the order nor the number of threads can change them. The work is cut in a fixed number of
/// shares.
template <class IdT, class Add>
std::vector<std::int64_t> binned_sum(std::size_t n, std::size_t bins, Add add) {
    constexpr std::size_t shares = 16;
    const std::size_t size = std::max<std::size_t>(1, (n + shares - 1) / shares);
    std::vector<std::vector<std::int64_t>> partial(shares);
    for_each_piece(n, size, [&](std::size_t first, std::size_t last) {
        std::vector<std::int64_t> own(bins, 0);
        for (std::size_t row = first; row < last; ++row) {
            add(IdT{static_cast<decltype(IdT::row)>(row)}, own);
        }
        partial[first / size] = std::move(own);
    });
    std::vector<std::int64_t> total(bins, 0);
    for (const auto& own : partial) {
        for (std::size_t i = 0; i < own.size(); ++i) {
            total[i] += own[i];
        }
    }
    return total;
}

/// COLLECT. Rows for which `keep(id)` returns true, in ascending order whatever the threads do.
template <class IdT, class Keep>
std::vector<IdT> collect(std::size_t n, Keep keep) {
    const std::size_t pieces = (n + rows_per_piece - 1) / rows_per_piece;
    std::vector<std::vector<IdT>> found(pieces);
    for_each_piece(n, rows_per_piece, [&](std::size_t first, std::size_t last) {
        auto& own = found[first / rows_per_piece];
        for (std::size_t row = first; row < last; ++row) {
            const IdT id{static_cast<decltype(IdT::row)>(row)};
            if (keep(id)) {
                own.push_back(id);
            }
        }
    });
    std::vector<IdT> all;
    for (const auto& own : found) {
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

}  // namespace foothold
