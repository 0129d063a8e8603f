// Stand-in for parallel.cpp where there are no threads: a build without third parties, a browser.
#include "sim/core/parallel.hpp"

#include <algorithm>

namespace foothold {

struct ThreadLimit::Held {};

ThreadLimit::ThreadLimit(std::size_t) {}

ThreadLimit::~ThreadLimit() = default;

void for_each_piece(std::size_t n,
                    std::size_t piece_size,
                    const std::function<void(std::size_t, std::size_t)>& work) {
    for (std::size_t first = 0; first < n; first += piece_size) {
        work(first, std::min(first + piece_size, n));
    }
}

}  // namespace foothold
