#include "tests/unit/small_world.hpp"

#include "sim/policy/payment_rules.hpp"
#include "sim/policy/support_rules.hpp"
#include "sim/state/barrier_hazards.hpp"

namespace foothold {

namespace {

constexpr std::size_t places = 2;

std::shared_ptr<Geography> small_geography() {
    auto it = std::make_shared<Geography>();
    it->neighbourhoods = places;
    it->zones = SmallWorld::zones;
    it->reach = {1.0, 0.0, 1.0, 0.0};
    it->travel = {1.0, 0.0, 1.0, 0.0};
    it->authority = {0, 0};
    it->score.resize(places);
    it->qualification_upto = {{0.0, 0.0, 1.0, 1.0, 1.0}, {0.0, 0.0, 1.0, 1.0, 1.0}};
    it->by_employment_deprivation = {0, 1};
    it->anchored_employment = {0.5, 0.5};
    it->tier_share = {0.25, 0.25, 0.5};
    return it;
}

/// Nobody new has a barrier, nothing depends on the place.
std::shared_ptr<Reference> small_reference(const Parameters& parameters) {
    const std::size_t kinds = parameters.barriers.items.size();
    constexpr std::size_t years_of_working_age = 50;
    auto it = std::make_shared<Reference>();
    it->counted = static_cast<BarrierSet>((1U << kinds) - 1U);
    it->ill_health = health_barriers(parameters);
    it->cholesky.assign(kinds * kinds, 0.0);
    for (std::size_t k = 0; k < kinds; ++k) {
        it->cholesky[k * kinds + k] = 1.0;
    }
    it->threshold.assign(kinds, quantity::unbounded);
    it->onset.assign(kinds, 0.0);
    it->onset_place.assign(places * kinds, 1.0);
    it->onset_person.assign(kinds * qualification_names.size() * years_of_working_age, 1.0);
    it->intercept.assign(places, 0.0);
    it->mix.assign(places, {0.25, 0.25, 0.25, 0.25});
    it->tier_log_odds = {-1.0, 0.0, quantity::unbounded};
    it->people = 2;
    it->employed = 1;
    return it;
}

void resize_jobs(Jobs& jobs) {
    constexpr std::size_t rows = SmallWorld::zones * tiers;
    jobs.opening.assign(rows, 0);
    jobs.base.assign(rows, 0.0);
    jobs.wanted.assign(rows, 0.0);
    jobs.cut.assign(rows, 0.0);
    jobs.filled.assign(rows, 0);
    jobs.vacancies.assign(rows, 0);
    jobs.hires.assign(rows, 0);
}

Recoveries no_recovery() {
    Recoveries it;
    it.fill(never);
    return it;
}

void settle(People& people, PersonId p, const Resident& as) {
    constexpr int school_ends = age_band_starts[0] * 12;
    const bool works = as.activity == Activity::employed;
    const bool had_a_job = as.age * 12 - as.months > school_ends;
    people.birth[p] = static_cast<Month>(-12 * as.age);
    people.opening_age[p] = static_cast<std::int16_t>(12 * as.age);
    people.qualification[p] = as.qualification;
    people.activity[p] = as.activity;
    people.since[p] = static_cast<Month>(-as.months);
    people.last_job_end[p] =
        works || !had_a_job || as.activity == Activity::child ? never : people.since[p];
    people.out_since[p] = works ? never : people.since[p];
    people.barriers[p] = as.barriers;
    people.recovered[p] = no_recovery();
    people.job_zone[p] = works ? ZoneId{0} : ZoneId{};
    people.job_tier[p] = as.tier;
    people.job_since[p] = works ? people.since[p] : never;
    people.apprentice_until[p] = never;
    people.confidence[p] = 0.5F;
    people.own_confidence[p] = 0.5F;
    people.met[p] = never;
    people.trust[p] = 0.5F;
}

}  // namespace

SmallWorld::SmallWorld(const Scenario& scenario)
    : geography{small_geography()}, reference{small_reference(scenario.parameters)} {
    world.geography = geography;
    world.reference = reference;
    Neighbourhoods::for_each_column(world.neighbourhoods,
                                    [](const char*, auto& column) { column.resize(places); });
    for (std::uint16_t n = 0; n < places; ++n) {
        world.neighbourhoods.capital[{n}] = scenario.parameters.engagement.capital_start;
    }
    resize_jobs(world.jobs);
}

HouseholdId SmallWorld::add(std::uint16_t neighbourhood,
                            const std::vector<Resident>& members,
                            BarrierSet shared) {
    auto& households = world.households;
    auto& people = world.people;
    const HouseholdId h{static_cast<std::uint32_t>(households.size())};
    const std::size_t first = people.size();
    Households::for_each_column(households,
                                [&](const char*, auto& column) { column.resize(h.row + 1); });
    People::for_each_column(
        people, [&](const char*, auto& column) { column.resize(first + members.size()); });
    households.first[h] = {static_cast<std::uint32_t>(first)};
    households.members[h] = static_cast<std::uint8_t>(members.size());
    households.neighbourhood[h] = {neighbourhood};
    households.tenure[h] = Tenure::social;
    households.dwelling_quality[h] = 0.5F;
    households.arrived[h] = never;
    households.arrived_in[h] = {neighbourhood};
    households.barriers[h] = shared;
    households.recovered[h] = no_recovery();
    for (std::size_t i = 0; i < members.size(); ++i) {
        const PersonId p{static_cast<std::uint32_t>(first + i)};
        people.household[p] = h;
        settle(people, p, members[i]);
    }
    return h;
}

PersonId
SmallWorld::add_singles(std::size_t count, const Resident& each, std::uint16_t neighbourhood) {
    const PersonId first{static_cast<std::uint32_t>(world.people.size())};
    for (std::size_t i = 0; i < count; ++i) {
        add(neighbourhood, {each});
    }
    return first;
}

ProgrammeState& SmallWorld::start(std::uint16_t index) {
    ProgrammeState state;
    state.programme = index;
    state.area.assign(places, 1);
    world.support.programmes.push_back(std::move(state));
    return world.support.programmes.back();
}

CaseId SmallWorld::support(PersonId p, Month opened, float alliance) {
    ProgrammeState& state = world.support.programmes.front();
    if (state.advocates.empty()) {
        state.advocates.push_back({-120, never, 0, 0});
    }
    const HouseholdId h = world.people.household[p];
    Case it;
    it.person = p;
    it.life = world.people.life[p];
    it.programme = state.programme;
    it.advocate = {0};
    it.opened = opened;
    it.opening_job = job_step(world.people, p);
    it.band = band_of(world, p, opened);
    it.further_member = world.households.helped[h];
    it.alliance = alliance;
    const CaseId id{static_cast<std::uint32_t>(world.support.cases.size())};
    world.support.cases.push_back(it);
    world.people.open_case[p] = id;
    if (!world.households.first_case[h]) {
        world.households.first_case[h] = id;
    }
    state.households += it.further_member == 0;
    world.households.helped[h] = 1;
    ++state.advocates[0].cases;
    return id;
}

}  // namespace foothold
