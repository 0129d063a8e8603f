#include "sim/phases/barrier_batch.hpp"
#include "sim/phases/side_by_side.hpp"

#include <span>
#include <vector>

namespace foothold {

namespace {

/// Whether two arms have the same rules of barriers, and so the same hazards.
bool same_rules(const Side& one, const Side& other) {
    const Parameters& a = one.now.parameters;
    const Parameters& b = other.now.parameters;
    return one.world.reference == other.world.reference && a.barriers == b.barriers
           && a.barrier_dynamics == b.barrier_dynamics && a.mechanisms == b.mechanisms;
}

}  // namespace

/// Barriers appear, lift by themselves, and come back: each by its own hazard, which other barriers
/// of the person and the household, time out of work and jobs lost or found raise or slow. Some
/// turn out chronic when they appear and then lift slowly.
///
/// Reads   people.{barriers, chronic, activity, recovered, last_job_end, since, birth},
///         households.{barriers, chronic, recovered}
/// Writes  people.{barriers, chronic, recovered}, households.{barriers, chronic, recovered}
/// Draws   barrier_onset, barrier_recovery: one per person and barrier;
///         shared_onset, shared_recovery: one per household and barrier
void barriers(World& world, const MonthContext& now) {
    const Side alone{world, now};
    barriers_side_by_side({&alone, 1});
}

void barriers_side_by_side(std::span<const Side> arms) {
    const Side& leader = arms.front();
    const BarrierMonth month{leader.world, leader.now.hazards};
    const std::vector<Side> followers = followers_of(arms, same_rules, barriers);
    for_each_piece(
        leader.world.households.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
            BarrierBatch first_arm{leader.world, leader.now, month};
            std::vector<BarrierBatch> others;
            for (const Side& arm : followers) {
                others.emplace_back(arm.world, arm.now, month);
            }
            for_each_batch(first, last, [&](std::uint32_t from, std::uint32_t to) {
                first_arm.decide(from, to);
                for (BarrierBatch& other : others) {
                    other.decide_as(first_arm, from, to);
                    other.make_changes();
                }
                first_arm.make_changes();
            });
        });
}

}  // namespace foothold
