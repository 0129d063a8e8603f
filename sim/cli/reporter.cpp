#include "sim/cli/reporter.hpp"

#include "sim/cli/answer.hpp"
#include "sim/cli/first_look.hpp"

#include <iostream>

namespace foothold {

namespace {

void print_so_far(const Answer& answer, const StudyProgress& at) {
    std::cout << (at.replicates_done == 1 ? "--- first answer, from " : "--- answer so far, from ")
              << at.replicates_done << " of " << at.replicates
              << " replicates; it gets better ---\n";
    print_answer(answer, std::cout);
    std::cout << std::endl;
}

}  // namespace

StudyWatcher Reporter::watcher() const {
    StudyWatcher watcher;
    watcher.first_look = [this](const auto& header, const auto& so_far, std::size_t time) {
        look(header, so_far, time);
    };
    watcher.progress = [this](const StudyProgress& at) { line.show(at); };
    watcher.answer = [this](const StudyProgress& at) { answer(at); };
    return watcher;
}

void Reporter::look(const StudyHeader& header, const Replicate& so_far, std::size_t time) const {
    if (is_reported_time(time) && !quiet && !json) {
        line.clear();
        print_first_look(header, so_far, time, std::cout);
    }
}

void Reporter::answer(const StudyProgress& at) const {
    line.clear();
    const bool last = at.replicates_done == at.replicates;
    if (last || !(json || quiet)) {
        const Answer found = answer_from(files.results(), question);
        if (!last) {
            print_so_far(found, at);
        } else if (json) {
            std::cout << json_of(found) << std::endl;
        } else {
            print_answer(found, std::cout);
            std::cout << std::flush;
        }
    }
    if (!last && !quiet) {
        std::cerr << "Results so far: " << files.results().string() << " (" << at.replicates_done
                  << " of " << at.replicates << " replicates)\n";
    }
}

}  // namespace foothold
