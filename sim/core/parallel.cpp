#include "sim/core/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <optional>

namespace foothold {

/// An arena of its own, so that more threads than the machine has processors can be asked for too.
struct ThreadLimit::Held {
    std::optional<tbb::global_control> control;
    std::optional<tbb::task_arena> arena;
    tbb::task_arena* before = nullptr;
};

namespace {

tbb::task_arena* chosen_arena = nullptr;  // none: the library's usual one

}  // namespace

ThreadLimit::ThreadLimit(std::size_t threads) : held_{std::make_unique<Held>()} {
    held_->before = chosen_arena;
    if (threads > 0) {
        held_->control.emplace(tbb::global_control::max_allowed_parallelism, threads);
        held_->arena.emplace(static_cast<int>(threads));
        chosen_arena = &*held_->arena;
    }
}

ThreadLimit::~ThreadLimit() {
    chosen_arena = held_->before;
}

void for_each_piece(std::size_t n,
                    std::size_t piece_size,
                    const std::function<void(std::size_t, std::size_t)>& work) {
    const std::size_t pieces = (n + piece_size - 1) / piece_size;
    const auto in_pieces = [&] {
        tbb::parallel_for(std::size_t{0}, pieces, [&](std::size_t piece) {
            const std::size_t first = piece * piece_size;
            work(first, std::min(first + piece_size, n));
        });
    };
    if (chosen_arena != nullptr) {
        chosen_arena->execute(in_pieces);
    } else {
        in_pieces();
    }
}

}  // namespace foothold
