#include "sim/cli/stop.hpp"

#include <csignal>

namespace foothold {

namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

extern "C" void ask_to_stop(int) {
    asked_to_stop = 1;
}

}  // namespace

void listen_for_stop() {
    std::signal(SIGINT, ask_to_stop);
    std::signal(SIGTERM, ask_to_stop);
}

bool stop_is_asked() {
    return asked_to_stop != 0;
}

}  // namespace foothold
