// Stand-in for parallel.cpp in the tsan preset: ThreadSanitizer cannot see into a packaged libtbb.
#include "sim/core/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace foothold {

struct ThreadLimit::Held {
    std::size_t before;
};

namespace {

constexpr std::size_t usual_crew = 4;
std::atomic<std::size_t> crew_size{usual_crew};

}  // namespace

ThreadLimit::ThreadLimit(std::size_t threads) : held_{std::make_unique<Held>()} {
    held_->before = crew_size.exchange(threads > 0 ? threads : usual_crew);
}

ThreadLimit::~ThreadLimit() {
    crew_size = held_->before;
}

void for_each_piece(std::size_t n,
                    std::size_t piece_size,
                    const std::function<void(std::size_t, std::size_t)>& work) {
    const std::size_t pieces = (n + piece_size - 1) / piece_size;
    std::atomic<std::size_t> next{0};
    const auto worker = [&] {
        for (std::size_t piece = next++; piece < pieces; piece = next++) {
            const std::size_t first = piece * piece_size;
            work(first, std::min(first + piece_size, n));
        }
    };
    const std::size_t helpers = std::min(crew_size.load(), pieces);
    std::vector<std::jthread> crew;
    for (std::size_t i = 1; i < helpers; ++i) {
        crew.emplace_back(worker);
    }
    worker();
}

}  // namespace foothold
