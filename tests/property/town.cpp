#include "tests/property/town.hpp"

#include "sim/core/hash.hpp"
#include "tests/unit/small_world.hpp"

namespace foothold {

namespace {

void enliven(Barrier& it, double prevalence) {
    it.prevalence = prevalence;
    it.domain_loading = 0.3;
    it.recovery = 0.04;
    it.chronic = 0.2;
    it.relapse = 3.0;
    it.spill_over = 1.2;
    it.long_out_of_work = 1.5;
    it.after_job_loss = 1.8;
    it.after_job_entry = 0.7;
    it.employment = -1.0;
    it.readiness = 0.7;
    it.hiring = 0.3;
    it.separation = 1.5;
    it.acceptance = 0.1;
    it.help = 0.1;
    it.services_cost = {500.0, 250.0, 150.0, 100.0};
}

void enliven(PopulationParameters& it) {
    it.household_sd = 0.4;
    it.person_sd = 0.3;
    it.correlations = {{1.0, 0.3, 0.1}, {0.3, 1.0, 0.2}, {0.1, 0.2, 1.0}};
    it.employment_by_qualification = {-0.6, -0.2, 0.0, 0.2, 0.5};
    it.employment_by_age = {-0.5, 0.0, 0.15, -0.5};
    it.never_worked = 0.5;
    it.tier_by_qualification = 0.3;
    it.sick_with_health_barrier = 5.0;
    it.typical_age = {45.0, 38.0, 52.0, 40.0, 47.0, 23.0};
    it.typical_age_spread = 9.0;
    it.births_for = 5;
    it.between_births = 18;
    it.parent_age = 30.0;
    it.parent_age_spread = 6.0;
    it.qualification_likeness = 0.3;
    it.confidence_mean = 0.7;
    it.confidence_out_of_work = 0.3;
    it.confidence_spread = 0.2;
    it.trust_spread = 0.3;
}

void enliven(SearchParameters& it) {
    it.readiness_base = 1.0;
    it.readiness_per_confidence = 1.5;
    it.start_search = 0.1;
    it.give_up = 0.15;
    it.sick_start = 0.3;
    it.retired_start = 0.1;
    it.local_employment = 0.03;
    it.gain_from_work = 0.15;
    it.applications = 0.6;
    it.inactive_intensity = 0.1;
    it.on_the_job = 0.1;
    it.hiring_per_level = 0.15;
    it.duration_penalty = 0.9;
    it.budget_hiring = 0.2;
    it.budget_distance = 0.8;
    it.tier_standard = {0.0, 0.3, 1.2};
    it.tier_preference = {-0.25, 0.0, 0.35};
}

void enliven(EngagementParameters& it) {
    it.accept_base = -0.5;
    it.accept_per_trust = 2.0;
    it.accept_per_confidence = 1.0;
    it.accept_per_contact_density = 1.0;
    it.fear_of_losing_benefits = 0.3;
    it.second_member = 1.0;
    it.second_member_eroded = 0.6;
    it.waiting_drop_out = 0.08;
    it.reputation_reach = 2.0;
    it.capital_start = 0.3;
    it.capital_growth = 0.04;
    it.capital_decay = 0.02;
}

void enliven(CaseworkParameters& it) {
    it.alliance_growth = 0.45;
    it.alliance_kept = 0.3;
    it.hours_exponent = 0.7;
    it.alliance_floor = 0.25;
    it.capital_floor = 0.4;
    it.inexperience = 0.4;
    it.confidence_growth = 0.04;
    it.drop_out = 0.1;
    it.drop_out_alliance = 2.0;
    it.trust_gain = 0.3;
    it.trust_loss = 0.4;
    it.budget_help = 1.5;
}

Programme lively_programme(const std::string& name, Targeting targeting) {
    Programme it = plain_programme();
    it.name = name;
    it.targeting = targeting;
    it.routes = {0.05, 0.05, 0.05, 10.0, 0.5, 0.3};
    it.staffing.advocates = 2;
    it.staffing.senior_advocates = 1;
    it.staffing.caseload = 6;
    it.staffing.senior_caseload = 3;
    it.staffing.contact_hours = 60.0;
    it.staffing.recruitment_lag = 2.0;
    it.staffing.attrition = 0.05;
    it.staffing.notice_months = 6.0;
    it.staffing.notice_attrition = 3.0;
    it.staffing.salary = 30'000.0;
    it.staffing.senior_salary = 36'000.0;
    it.staffing.on_costs = 0.25;
    it.staffing.management = 0.2;
    it.staffing.premises = 6'000.0;
    it.funding = {{2018, 4}, 18, 20'000.0, 3};
    it.offer = {12, 3, 600.0, 2.0};
    return it;
}

PlaceNeighbourhood any_neighbourhood(Dice& dice, int people) {
    PlaceNeighbourhood it;
    it.authority = "A";
    it.zone = "Z1";
    it.x_km = dice.between(-2.0, 2.0);
    it.y_km = dice.between(-2.0, 2.0);
    const int share = people / 10 + 1 + dice.below(people / 10 + 1);
    it.households = {2 * share, share, share, share, 1 + share / 3};
    const int adults = 7 * share + 3 * it.households[4] + dice.below(share);
    it.people = {adults / 5, adults / 4, adults / 3, 0};
    it.people[3] = adults - it.people[0] - it.people[1] - it.people[2];
    it.children = dice.below(2 * people / 3 + 1);
    it.tenure = {0.4, 0.35, 0.25};
    it.employed = dice.between(0.5, 0.75);
    it.unemployed = dice.between(0.03, 0.08);
    it.student = dice.between(0.02, 0.08);
    it.sick = dice.between(0.03, 0.08);
    it.retired = dice.between(0.0, 0.03);
    it.qualification = {0.2, 0.15, 0.25, 0.15, 0.25};
    for (double& score : it.score) {
        score = dice.between(-1.5, 1.5);
    }
    it.works_elsewhere = dice.between(0.1, 0.4);
    return it;
}

template <class T>
void add(Digest& digest, const std::vector<T>& values) {
    digest.add_bytes(values.data(), values.size() * sizeof(T));
}

template <class Rows>
std::uint64_t digest_of_columns(const Rows& rows) {
    Digest digest;
    Rows::for_each_column(rows,
                          [&](const char*, const auto& column) { add(digest, column.values()); });
    return digest.value();
}

}  // namespace

Parameters lively_parameters() {
    Parameters it = plain_parameters();
    enliven(it.barriers.items[0], 0.2);
    enliven(it.barriers.items[1], 0.15);
    enliven(it.barriers.items[2], 0.1);
    it.barriers.items[0].age_loading = 0.2;
    it.barriers.items[1].qualification_loading = 0.2;
    it.barriers.items[0].raised_by = {{"strain", "debt"}, {1.5, 1.3}};
    it.barriers.items[1].slowed_by = {{"illness", "debt"}, {0.7, 0.8}};
    it.barriers.items[2].material = true;
    enliven(it.population);
    it.barrier_dynamics.chronic_recovery = 0.3;
    it.demography = {0.11, 1.3, 2.0, 6.0, 0.8, 0.15, 0.2, -0.3, -0.4, 0.5, 0.01, 0.03, 0.003, 0.05};
    enliven(it.search);
    it.labour_demand.hiring_pace = 0.6;
    it.labour_demand.elasticity = 0.6;
    it.work.separation = {0.02, 0.01, 0.005};
    it.work.new_job_excess = 8.0;
    it.work.young = 1.5;
    it.work.supported = 0.7;
    it.work.slipping = 0.02;
    it.work.slipping_per_level = 0.5;
    it.work.to_inactivity = 0.4;
    it.work.to_inactivity_ill = 0.7;
    enliven(it.engagement);
    enliven(it.casework);
    return it;
}

Scenario lively_scenario(std::uint64_t seed) {
    Scenario it = plain_scenario();
    it.settings.seed = seed;
    it.parameters = lively_parameters();
    it.programmes.items = {lively_programme("help", Targeting::household),
                           lively_programme("alone", Targeting::individual)};
    it.arms.items.push_back({"help", "Whole households", {"help"}});
    it.arms.items.push_back({"alone", "One at a time", {"alone"}});
    return it;
}

Place any_town(Dice& dice, int people) {
    Place it{"town", "Any town", "Made up.", 0.3, {}, {}, {{"A", "Authority", 2018, 0.68, 0.27}}};
    const int neighbourhoods = 2 + dice.below(3);
    for (int n = 0; n < neighbourhoods; ++n) {
        it.neighbourhoods.push_back(any_neighbourhood(dice, people));
        it.neighbourhoods.back().code = "N" + std::to_string(n);
    }
    it.zones = {{"Z1", "Centre", 0.0, 0.0, {20, 30, 80}}, {"Z2", "Park", 3.0, 1.0, {10, 30, 20}}};
    return it;
}

Tables tables_of(const World& world) {
    Digest jobs;
    add(jobs, world.jobs.opening);
    add(jobs, world.jobs.base);
    add(jobs, world.jobs.wanted);
    add(jobs, world.jobs.filled);
    add(jobs, world.jobs.vacancies);
    add(jobs, world.jobs.hires);
    jobs.add_bytes(&world.jobs.fill, sizeof world.jobs.fill);
    jobs.add_bytes(&world.jobs.fill_reference, sizeof world.jobs.fill_reference);
    return {digest_of_columns(world.people),
            digest_of_columns(world.households),
            digest_of_columns(world.neighbourhoods),
            jobs.value()};
}

void TableKeeper::month_closed(const World& world, std::size_t arm, Month) {
    arms_.resize(std::max(arms_.size(), arm + 1));
    arms_[arm].push_back(tables_of(world));
}

}  // namespace foothold
