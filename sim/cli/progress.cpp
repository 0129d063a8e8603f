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
    return line("replicate " + std::to_string(at.replicates_done + 1) + " of "
                    + std::to_string(at.replicates) + ", month " + std::to_string(at.months_done)
                    + " of " + std::to_string(at.months),
                done / all);
}

std::string ProgressLine::line(const std::string& what, double done) const {
    const double elapsed = std::chrono::duration<double>(Clock::now() - started_).count();
    std::ostringstream text;
    text << what << ", " << std::fixed << std::setprecision(0) << 100.0 * done << " % done";
    if (done > 0.0) {
        text << ", " << duration_text(elapsed * (1.0 - done) / done) << " left";
    }
    return text.str();
}

bool ProgressLine::is_time() {
    using namespace std::chrono_literals;
    const auto now = Clock::now();
    if (now - last_ < (terminal_ ? Clock::duration{100ms} : Clock::duration{30s})) {
        return false;
    }
    last_ = now;
    return true;
}

void ProgressLine::print(const std::string& text) {
    if (terminal_) {
        std::cerr << '\r' << text.substr(0, columns_of_terminal() - 1) << "\x1b[K" << std::flush;
        shown_ = true;
    } else {
        std::cerr << text << std::endl;
    }
}

void ProgressLine::show(const StudyProgress& at) {
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
    if (is_time()) {
        print(line(at));
    }
}

void ProgressLine::show(const std::string& what, double done) {
    if (!quiet_ && is_time()) {
        print(line(what, done));
    }
}

void ProgressLine::clear() {
    if (shown_) {
        std::cerr << "\r\x1b[K" << std::flush;
        shown_ = false;
    }
}

}  // namespace foothold
