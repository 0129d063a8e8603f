#include "sim/core/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>

namespace foothold {

struct ThreadLimit::Held {
    std::optional<tbb::global_control> control;
};

ThreadLimit::ThreadLimit(std::size_t threads) : held_{std::make_unique<Held>()} {
    if (threads > 0) {
        held_->control.emplace(tbb::global_control::max_allowed_parallelism, threads);
    }
}

ThreadLimit::~ThreadLimit() = default;

void for_each_piece(std::size_t n,
                    std::size_t piece_size,
                    const std::function<void(std::size_t, std::size_t)>& work) {
    const std::size_t pieces = (n + piece_size - 1) / piece_size;
    tbb::parallel_for(std::size_t{0}, pieces, [&](std::size_t piece) {
        const std::size_t first = piece * piece_size;
        work(first, std::min(first + piece_size, n));
    });
}

}  // namespace foothold
