#include "sim/cli/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <iomanip>
#include <iostream>
#include <sstream>

namespace foothold {

namespace {

std::string duration_text(double seconds) {
    constexpr double minute = 60.0;
    constexpr double hour = 3600.0;
    std::ostringstream text;
    text << std::fixed << std::setprecision(0);
    if (seconds < 2.0 * minute) {
        text << seconds << " s";
    } else if (seconds < 2.0 * hour) {
        text << seconds / minute << " min";
    } else {
        text << std::setprecision(1) << seconds / hour << " h";
    }
    return text.str();
}

/// A line that the terminal breaks could not be rewritten.
std::size_t columns_of_terminal() {
    constexpr std::size_t usual = 80;
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : usual;
}

}  // namespace

ProgressLine::ProgressLine(bool quiet) : quiet_{quiet}, terminal_{isatty(STDERR_FILENO) == 1} {}

ProgressLine::~ProgressLine() {
    clear();
}

std::string ProgressLine::line(const StudyProgress& at) const {
    const double per_replicate = static_cast<double>(at.months);
    const double all = static_cast<double>(at.replicates - done_before_) * per_replicate;
    const double done = static_cast<double>(at.replicates_done - done_before_) * per_replicate
                        + static_cast<double>(at.months_done);
    const double elapsed = std::chrono::duration<double>(Clock::now() - started_).count();
    std::ostringstream text;
    text << "replicate " << at.replicates_done + 1 << " of " << at.replicates << ", month "
         << at.months_done << " of " << at.months << ", " << std::fixed << std::setprecision(0)
         << 100.0 * done / all << " % done";
    if (done > 0.0) {
        text << ", " << duration_text(elapsed * (all - done) / done) << " left";
    }
    return text.str();
}

void ProgressLine::show(const StudyProgress& at) {
    using namespace std::chrono_literals;
    if (quiet_) {
        return;
    }
    if (first_) {
        done_before_ = at.replicates_done;
        first_ = false;
        if (done_before_ > 0) {
            std::cerr << "Going on after " << done_before_ << " of " << at.replicates
                      << " replicates, which were finished before.\n";
        }
    }
    const auto now = Clock::now();
    if (now - last_ < (terminal_ ? Clock::duration{100ms} : Clock::duration{30s})) {
        return;
    }
    last_ = now;
    if (terminal_) {
        std::cerr << '\r' << line(at).substr(0, columns_of_terminal() - 1) << "\x1b[K"
                  << std::flush;
        shown_ = true;
    } else {
        std::cerr << line(at) << std::endl;
    }
}

void ProgressLine::clear() {
    if (shown_) {
        std::cerr << "\r\x1b[K" << std::flush;
        shown_ = false;
    }
}

}  // namespace foothold
