#include "tests/unit/small_world.hpp"

namespace foothold {

namespace {

Barrier plain_barrier(const std::string& name, Scope scope, std::int32_t stream) {
    Barrier it;
    it.name = name;
    it.scope = scope;
    it.stream = stream;
    it.spill_over = 1.0;
    it.long_out_of_work = 1.0;
    it.after_job_loss = 1.0;
    it.after_job_entry = 1.0;
    it.separation = 1.0;
    it.stage = 1;
    return it;
}

PopulationParameters plain_population() {
    PopulationParameters it;
    it.correlation_order = {"illness", "strain", "debt"};
    it.correlations = {{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}};
    it.employment_by_qualification = {0.0, 0.0, 0.0, 0.0, 0.0};
    it.employment_by_age = {0.0, 0.0, 0.0, 0.0};
    it.duration_upto = {12.0, 60.0};
    it.duration_of_searchers = {0.75, 0.25};
    it.duration_of_inactive = {0.25, 0.75};
    it.mean_job_tenure = 60.0;
    it.entry_before = {0.0, 0.0, 0.0};
    it.sick_with_health_barrier = 1.0;
    it.health_barriers = {"illness"};
    it.housing_barrier = "debt";
    it.caring_barrier = "debt";
    it.typical_age = {40.0, 40.0, 40.0, 40.0, 40.0, 25.0};
    it.typical_age_spread = 5.0;
    it.births_for = 5;
    it.between_births = 18;
    it.parent_age = 30.0;
    it.parent_age_spread = 6.0;
    it.study_age_spread = 1.0;
    it.confidence_mean = 0.5;
    it.trust_mean = 0.5;
    return it;
}

SearchParameters plain_search() {
    SearchParameters it;
    it.sick_start = 1.0;
    it.retired_start = 1.0;
    it.duration_memory = 6.0;
    it.budget_distance = 1.0;
    it.caring_distance = 1.0;
    it.discouragement_memory = 24.0;
    it.becomes_sick = 1.0;
    it.tier_standard = {0.0, 0.0, 0.0};
    it.tier_preference = {0.0, 0.0, 0.0};
    return it;
}

LabourDemand plain_demand() {
    LabourDemand it;
    it.vacancies_per_unemployed = 0.5;
    it.hiring_pace = 1.0;
    it.lag = 6.0;
    it.fill_memory = 3.0;
    it.cycle_months = 96.0;
    return it;
}

WorkParameters plain_work() {
    WorkParameters it;
    it.separation = {0.0, 0.0, 0.0};
    it.new_job_memory = 4.0;
    it.supported = 1.0;
    it.young = 1.0;
    it.promotion = {0.0, 0.0};
    it.promotion_supported = 1.0;
    return it;
}

CaseworkParameters plain_casework() {
    CaseworkParameters it;
    it.alliance_kept = 1.0;
    it.most_hours = 10.0;
    it.hours_exponent = 1.0;
    it.alliance_floor = 1.0;
    it.capital_floor = 1.0;
    it.experience_memory = 9.0;
    it.budget_help = 1.0;
    it.confidence_memory = 1200.0;
    it.remote_help = 1.0;
    it.remote_alliance = 1.0;
    it.remote_ill = 1.0;
    it.remote_excluded = 1.0;
    it.digital_barrier = "strain";
    return it;
}

}  // namespace

TaxBenefitRates rates_of_april_2018() {
    return {{2018, 4}, 251.77, 317.82, 395.20, 498.89, 277.08, 231.67, 328.32,  156.45,  198.0,
            409.0,     0.63,   7.83,   25.0,   7.38,   5.90,   4.20,   20.70,   13.70,   11850.0,
            0.20,      162.0,  0.12,   162.0,  0.138,  3.70,   72.16,  13400.0, 20000.0, 542.0};
}

TaxBenefitRates rates_of_december_2021() {
    return {{2021, 12}, 257.33, 324.84, 403.93, 509.91, 282.50, 237.08, 343.63,  163.73,  335.0,
            557.0,      0.55,   8.91,   23.0,   8.36,   6.56,   4.62,   21.15,   14.00,   12570.0,
            0.20,       184.0,  0.12,   170.0,  0.138,  4.30,   75.53,  13400.0, 20000.0, 617.0};
}

TaxBenefitRates rates_of_april_2024() {
    return {{2024, 4}, 311.68, 393.45, 489.23, 617.60, 333.33, 287.92, 416.19,  198.31,  404.0,
            673.0,     0.55,   11.44,  21.0,   11.44,  8.60,   6.40,   25.60,   16.95,   12570.0,
            0.20,      241.73, 0.08,   175.0,  0.138,  6.40,   91.47,  14753.0, 22020.0, 793.0};
}

Parameters plain_parameters() {
    Parameters it;
    it.barriers.items = {plain_barrier("illness", Scope::personal, 0),
                         plain_barrier("strain", Scope::personal, 1),
                         plain_barrier("debt", Scope::household, 2)};
    it.barrier_dynamics = {12.0, 12.0, 1.0};
    it.population = plain_population();
    it.demography.moves_after_job_entry = 1.0;
    it.demography.moves_social = 1.0;
    it.demography.moves_private = 1.0;
    it.search = plain_search();
    it.labour_demand = plain_demand();
    it.work = plain_work();
    it.engagement.reputation_memory = 24.0;
    it.engagement.contact_memory = 24.0;
    it.engagement.remote_outreach = 1.0;
    it.engagement.remote_word_of_mouth = 1.0;
    it.casework = plain_casework();
    it.tax_benefit.rates = {rates_of_april_2018(), rates_of_december_2021(), rates_of_april_2024()};
    it.tax_benefit.weekly_hours = {20.0, 30.0, 36.0};
    it.tax_benefit.wage_over_minimum = {1.0, 1.0, 1.5};
    it.tax_benefit.rent = {0.0, 400.0, 500.0};
    it.tax_benefit.child_limit = {{2017, 4}, {2026, 4}, 2, {2017, 4}};
    it.tax_benefit.generation_gap = 15.0;
    it.tax_benefit.apprentice_hours = 30.0;
    it.tax_benefit.apprenticeship_months = 18;
    return it;
}

Scenario plain_scenario() {
    Scenario it;
    it.schema_version = 1;
    it.name = "small";
    it.title = "A small world";
    it.question = "What happens?";
    it.settings = {"nowhere", {2018, 4}, 6, 24, 1, 1};
    it.reference = "none";
    it.arms.items = {{"none", "Nothing runs", {}}};
    it.parameters = plain_parameters();
    return it;
}

Programme plain_programme() {
    Programme it;
    it.name = "help";
    it.label = "One advocate";
    it.family = "help";
    it.area.worst_share = 1.0;
    it.eligibility.age_from = 16.0;
    it.eligibility.age_to = 65.0;
    it.staffing.advocates = 1;
    it.staffing.caseload = 2;
    it.staffing.contact_hours = 10.0;
    it.staffing.notice_attrition = 1.0;
    it.staffing.new_cases = 1000;
    it.funding = {{2018, 4}, 12, 10'000.0, 0};
    it.offer = {6, 2, 0.0, 0.0};
    return it;
}

}  // namespace foothold
