#include "sim/phases/barrier_batch.hpp"

#include "foothold/members.hpp"

#include "sim/core/lanes.hpp"
#include "sim/phases/rows_kept.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <vector>

namespace foothold {

namespace {

/// The barriers that have lifted before; never set where there is no barrier.
BarrierSet lifted_before(const Recoveries& recovered) {
    static_assert(std::tuple_size_v<Recoveries> == most_barriers);
    return static_cast<BarrierSet>(others_than(never, recovered.data()));
}

Together barriers_together(const World& world, const BarrierHazards& hazards, HouseholdId h) {
    const BarrierSet shared = world.households.barriers[h];
    Together all{shared, shared, world.households.neighbourhood[h], 0};
    std::size_t load = 0;
    for (const PersonId p : members_of(world, h)) {
        const BarrierSet own = world.people.barriers[p];
        all.any = static_cast<BarrierSet>(all.any | own);
        load += hazards.load_of(own);
    }
    all.load = static_cast<std::uint16_t>(std::min(load, BarrierHazards::most_load));
    return all;
}

}  // namespace

Ratios::Ratios(const World& world, const HazardBounds& bounds) {
    const Reference& reference = *world.reference;
    const std::size_t kinds = reference.threshold.size();
    ByCase hazard = reference.onset_place;
    for (std::size_t i = 0; i < hazard.size(); ++i) {
        hazard[i] *= reference.onset[i % kinds];
    }
    of_place = bounds.laid_out(hazard);
    of_person = bounds.laid_out(reference.onset_person);
}

void BarrierBatch::decide(std::uint32_t first, std::uint32_t last) {
    own_words_.fill(world_, first, last);
    words_ = &own_words_;
    together_.resize(last - first);
    for (std::uint32_t row = first; row < last; ++row) {
        together_[row - first] = barriers_together(world_, now_.hazards, HouseholdId{row});
    }
    people_.clear();
    households_.clear();
    const auto adults =
        rows_kept<PersonId>(own_words_.first_person, own_words_.last_person, [&](PersonId p) {
            return is_working_age(world_.people.activity[p]);
        });
    for (const PersonId p : adults) {
        decide_for(p, together_[world_.people.household[p].row - first]);
    }
    for (std::uint32_t row = first; row < last; ++row) {
        decide_for(HouseholdId{row}, together_[row - first]);
    }
}

void BarrierBatch::decide_as(const BarrierBatch& other, std::uint32_t first, std::uint32_t last) {
    people_ = other.people_;
    households_ = other.households_;
    const Alike alike = like(other.world_, first, last);
    if (alike.all()) {
        return;
    }
    const auto apart = [&](HouseholdId h) { return !alike.is(h); };
    std::erase_if(people_, [&](const auto& it) { return apart(world_.people.household[it.id]); });
    std::erase_if(households_, [&](const auto& it) { return apart(it.id); });
    for (std::uint32_t row = first; row < last; ++row) {
        if (apart({row})) {
            decide_apart({row}, other);
        }
    }
}

void BarrierBatch::make_changes() {
    auto& people = world_.people;
    for (const auto& [p, change] : people_) {
        apply(people.barriers[p], people.chronic[p], people.recovered[p], change, now_.month);
    }
    auto& households = world_.households;
    for (const auto& [h, change] : households_) {
        apply(households.barriers[h],
              households.chronic[h],
              households.recovered[h],
              change,
              now_.month);
    }
}

Alike BarrierBatch::like(const World& other, std::uint32_t first, std::uint32_t last) const {
    Alike alike{other, world_, first, last};
    alike.in(&People::life)
        .in(&People::birth)
        .in(&People::qualification)
        .in(&People::activity)
        .in(&People::since)
        .in(&People::last_job_end)
        .in(&People::out_since)
        .in(&People::barriers)
        .in(&People::chronic)
        .in(&People::recovered)
        .in(&Households::life)
        .in(&Households::neighbourhood)
        .in(&Households::barriers)
        .in(&Households::chronic)
        .in(&Households::recovered);
    return alike;
}

void BarrierBatch::decide_apart(HouseholdId h, const BarrierBatch& other) {
    const World& there = other.world_;
    bool same_lives = world_.households.life[h] == there.households.life[h];
    for (const PersonId p : members_of(world_, h)) {
        same_lives = same_lives && world_.people.life[p] == there.people.life[p];
    }
    words_ = &other.own_words_;
    if (!same_lives) {
        own_words_.fill(world_, h.row, h.row + 1);
        words_ = &own_words_;
    }
    const Together together = barriers_together(world_, now_.hazards, h);
    for (const PersonId p : members_of(world_, h)) {
        if (is_working_age(world_.people.activity[p])) {
            decide_for(p, together);
        }
    }
    decide_for(h, together);
}

void BarrierBatch::decide_for(PersonId p, const Together& at_home) {
    const BarrierSet open = open_to(p, at_home);
    if (open != 0) {
        people_.push_back({p, change_of(p, open)});
    }
}

void BarrierBatch::decide_for(HouseholdId h, const Together& together) {
    const BarrierSet open = open_to(h, together);
    if (open != 0 && has_adults(world_, h)) {
        households_.push_back({h, change_of(h, together, open)});
    }
}

BarrierSet BarrierBatch::open_to(PersonId p, const Together& at_home) const {
    const HazardBounds& bounds = month_.personal;
    const std::size_t place = at_home.place.row;
    return bounds.open(onsets_of(p),
                       recoveries_of(p),
                       {month_.of_people.of_place.data() + place * bounds.width(),
                        month_.of_people.of_person.data() + person_row(p) * bounds.width(),
                        static_cast<BarrierSet>(world_.people.barriers[p] | at_home.shared),
                        lifted_before(world_.people.recovered[p]),
                        at_home.load,
                        now_.hazards.events_of(world_, p, now_.month)});
}

BarrierSet BarrierBatch::open_to(HouseholdId h, const Together& together) const {
    const HazardBounds& bounds = month_.shared;
    const auto& households = world_.households;
    const std::size_t place = together.place.row;
    const std::size_t person = person_row(households.first[h]);
    return bounds.open(onsets_of(h),
                       recoveries_of(h),
                       {month_.of_households.of_place.data() + place * bounds.width(),
                        month_.of_households.of_person.data() + person * bounds.width(),
                        together.any,
                        lifted_before(households.recovered[h]),
                        together.load,
                        BarrierHazards::anything_happened});
}

Change BarrierBatch::change_of(PersonId p, BarrierSet open) const {
    const auto& people = world_.people;
    const Reference& reference = *world_.reference;
    const Subject<PersonId> it{p,
                               open,
                               people.barriers[p],
                               world_.barriers(p),
                               people.chronic[p],
                               people.recovered[p],
                               reference.place_ratios(world_.neighbourhood(p).row),
                               reference.person_ratios(person_row(p))};
    return changed(world_, now_, it, month_.personal, onsets_of(p), recoveries_of(p));
}

Change BarrierBatch::change_of(HouseholdId h, const Together& together, BarrierSet open) const {
    const auto& households = world_.households;
    const Reference& reference = *world_.reference;
    const Subject<HouseholdId> it{h,
                                  open,
                                  households.barriers[h],
                                  together.any,
                                  households.chronic[h],
                                  households.recovered[h],
                                  reference.place_ratios(households.neighbourhood[h].row),
                                  reference.person_ratios(person_row(households.first[h]))};
    return changed(world_, now_, it, month_.shared, onsets_of(h), recoveries_of(h));
}

}  // namespace foothold
