#include "sim/phases/head_counts.hpp"

#include "sim/core/parallel.hpp"

namespace foothold {

HeadCounts::HeadCounts(const World& world, Month last) : places_{world.neighbourhoods.size()} {
    const People& people = world.people;
    const std::size_t first_job = bin_of(places_, {});
    const std::size_t no_job = first_job + world.jobs.filled.size();
    // One bin for what somebody does and one for the job, or for having none: with nothing to
    // guess, the processor does not guess wrong.
    bins_ = binned_sum<PersonId>(
        people.size(), no_job + 1, [&](PersonId p, std::vector<std::int64_t>& own) {
            const Activity activity = people.activity[p];
            const std::size_t job =
                first_job + people.job_zone[p].row * tiers + std::size_t{people.job_tier[p]};
            ++own[bin_of(world.neighbourhood(p).row, activity)
                  + (people.since[p] == last ? 1U : 0U)];
            ++own[activity == Activity::employed ? job : no_job];
        });
}

}  // namespace foothold
