"""What a user is told of a scenario that is wrong: everything at once, by file, line and column, and nothing is run."""

import unittest

from program import ProgramTest, TOWN, foothold


class Refusal(ProgramTest):
    def refused(self, scenario, first, *arguments, code=65, problems=1):
        out = self.folder / "out"
        done = foothold("run", scenario, "-o", out, *arguments)
        self.assert_refused(done, code, first, problems)
        self.assertFalse(out.exists(), "something was written")
        return done

    def wrong(self, text, at, problem, problems=1):
        """A study with `text` is refused for what stands at line:column `at`."""
        path = self.study(text)
        self.refused(path, f"{path}:{at}: error: {problem}", problems=problems)


class BadScenario(Refusal):
    def test_points_at_the_misspelt_key_and_suggests_the_right_one(self):
        self.wrong("settings: {horizn: 6}", "6:12", "settings.horizn: unknown key; did you mean 'horizon'?")

    def test_does_not_let_a_second_value_win_or_lose_silently(self):
        self.wrong("settings:\n  horizon: 6\n  horizon: 12", "8:3",
                   "settings.horizon: duplicate key (first on line 7); remove one of them")

    def test_does_not_take_a_word_for_a_number(self):
        self.wrong("settings: {horizon: six}", "6:21", "settings.horizon: 'six' is not a whole number")

    def test_does_not_take_a_list_for_a_number(self):
        self.wrong("settings:\n  horizon: [6]", "7:12", "settings.horizon: must be a whole number, not a list")

    def test_does_not_take_a_number_for_a_group(self):
        self.wrong("settings: 6", "6:11", "settings: must be a group of keys (how the study is run), not 6")

    def test_says_the_range_of_what_is_out_of_range(self):
        self.wrong("settings: {horizon: 601}", "6:21",
                   "settings.horizon: 601 is out of range (months of the study; must lie in 1..600)")

    def test_does_not_read_a_leading_zero_as_octal(self):
        self.wrong("settings: {horizon: 012}", "6:21",
                   "settings.horizon: 012 begins with 0; write 12; YAML would read it as octal")

    def test_does_not_take_nan_for_a_number(self):
        self.wrong("parameters: {barriers: {debt: {recovery: .nan}}}", "6:42",
                   "parameters.barriers.debt.recovery: '.nan' is not a number")

    def test_refuses_a_source_that_is_none(self):
        self.wrong('parameters: {barriers: {debt: {recovery: {value: 0.1, source: "a friend"}}}}', "6:63",
                   "parameters.barriers.debt.recovery.source: a source must be text that begins with cite:, data:, calibrated: "
                   "or assumption:, and say more after it")

    COURSE = ("programmes: {households_into_work: {offer: {training: {starts: 0.2, months: %s, completes: 0.7, barrier: %s, below: 2, "
              "level: %s, cost: 1500, lock_in: 0.5, employer_led: 0}}}}")

    def refused_course(self, key, problem, months=9, barrier="low_skills", level=2):
        path = self.study(self.COURSE % (months, barrier, level))
        done = foothold("check", path)
        self.assertIn(f"programmes.households_into_work.offer.training.{key}: {problem}", done.err)
        self.assertEqual(done.returncode, 65)

    def test_says_what_is_wrong_with_a_course(self):
        self.refused_course("barrier", "there is no barrier called 'low_skils'; did you mean 'low_skills'?", barrier="low_skils")
        self.refused_course("barrier", "'housing' is shared by a household, and a course is one person's; name a barrier of scope "
                            "personal", barrier="housing")
        self.refused_course("level", "5 is out of range", level=5)
        self.refused_course("months", "24 is more than offer.limit, the 12 months of a case, so that nobody could start; shorten the "
                            "course or raise the limit", months=24)

    def test_does_not_take_half_a_course(self):
        path = self.study("programmes: {households_into_work: {offer: {training: {months: 9}}}}")
        self.assertIn("offer.training.lock_in: missing (intensity", foothold("check", path).err)

    def test_says_how_many_households_repairs_may_be_for(self):
        self.wrong("programmes: {households_into_work: {repairs: {households_per_month: -5, cost: 3000}}}", "6:69",
                   "programmes.households_into_work.repairs.households_per_month: -5 is out of range (most households whose housing "
                   "barrier is ended in a funded month; must lie in 0..1e+05)", problems=3)

    def test_says_which_fees_people_in_work_bring(self):
        self.wrong("programmes: {households_into_work: {payment: {fees: {in_work: {job_start: 5}}}}}", "6:64",
                   "programmes.households_into_work.payment.fees.in_work.job_start: unknown key", problems=3)

    def test_reports_what_could_do_nothing(self):
        delivery = "programmes: {households_into_work: {delivery: [{from: %s, months: %d, remote: 1, adapts_after: %d}, " \
                   "{from: 2020-06, months: 6, remote: 0.5, adapts_after: 0}]}}"
        clause = 'parameters: {labour_demand: {shocks: {works: {label: "A works", from: 2019-04, months: 12, fade: 0, ' \
                 'ratio: [1, 1, 1], added: [0, 0, 0], zones: [], local: {share: [0, 0.5, 0], neighbourhoods: [%s], ' \
                 'worst_share: %s, out_of_work: false}}}}}'
        payment = "programmes: {households_into_work: {payment: {model: by_results, engagement_months: 24}}}"
        for change, problem in (
                (delivery % ("2018-03", 6, 0), "delivery[0].from: is before the study starts (2018-04)"),
                (delivery % ("2020-03", 6, 0), "delivery[1].from: is before the period listed before it has ended"),
                (delivery % ("2020-03", 3, 4), "delivery[0].adapts_after: 4 is more than the period's 3 months"),
                (clause % ("", "0"), "local.worst_share: is 0, so that the clause serves nobody first"),
                (clause % ("E99", "1"), "local.neighbourhoods: the place has no neighbourhood 'E99'"),
                (payment, "payment.engagement_months: 24 is more than offer.limit, the 12 months of a case"),
                ("programmes: {households_into_work: {funding: {exit: taper}}}", "funding.taper_months: is 0"),
                ("programmes: {households_into_work: {eligibility: {age_from: 66}}}", "age_from: is above age_to")):
            with self.subTest(problem):
                done = foothold("check", self.study(change))
                self.assertIn(problem, done.err)
                self.assertEqual(done.returncode, 65)

    def test_says_how_programmes_are_paid(self):
        self.wrong("programmes: {households_into_work: {payment: {model: results}}}", "6:54",
                   "programmes.households_into_work.payment.model: 'results' is not one of grant, by_results", problems=3)

    def test_reports_a_programme_before_the_study(self):
        self.wrong("programmes: {households_into_work: {funding: {from: 2018-03}}}", "6:53",
                   "programmes.households_into_work.funding.from: 2018-03 is before the study starts in 2018-04; "
                   "the burn-in has no programmes", problems=3)

    def test_reports_money_that_comes_again_before_it_ended(self):
        self.wrong("programmes: {households_into_work: {funding: {further_periods: [{from: 2020-09, months: 6, per_month: 1}]}}}",
                   "6:72",
                   "programmes.households_into_work.funding.further_periods[0].from: 2020-09 is before 2020-10, the first "
                   "month without the money before; begin then to renew it, or later to leave a gap", problems=3)

    def test_counts_the_tiers_that_one_can_be_promoted_from(self):
        self.wrong("parameters: {work: {promotion: [0.006, 0.006, 0.0]}}", "6:32",
                   "parameters.work.promotion: has 3 values; expected 2, one for each tier but the best")

    def test_names_a_zone_of_a_shock_that_the_place_may_have_meant(self):
        self.wrong('parameters: {labour_demand: {shocks: {works: {label: "A works", from: 2019-04, months: 12, fade: 0, '
                   'ratio: [1, 1, 1],\n  added: [0, 0, 10], zones: [E02001332x]}}}}', "7:29",
                   "parameters.labour_demand.shocks.works.zones: the place has no work zone 'E02001332x'; "
                   "did you mean 'E02001332'?")

    def test_names_an_arm_that_the_reference_may_have_meant(self):
        self.wrong("reference: nonne", "6:12", "reference: there is no arm called 'nonne'; did you mean 'none'?")

    def test_names_a_programme_that_an_arm_may_have_meant(self):
        self.wrong("arms: {none: {programmes: [household_into_work]}}", "6:27",
                   "arms.none.programmes: there is no programme called 'household_into_work'; "
                   "did you mean 'households_into_work'?")

    def test_names_a_barrier_that_another_may_have_meant(self):
        self.wrong("parameters: {barriers: {debt: {raised_by: {housin: 2}}}}", "6:52",
                   "parameters.barriers.debt.raised_by.housin: there is no barrier called 'housin'; did you mean 'housing'?")

    def test_wants_shares_that_add_up(self):
        self.wrong("parameters: {population: {duration_of_searchers: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]}}", "6:50",
                   "parameters.population.duration_of_searchers: adds up to 0.800000; shares must add up to 1")

    def test_wants_an_arm(self):
        path = self.study("arms: {none: null, household_30: null, individual_30: null, household_60: null}")
        self.refused(path, f"{path}: error: arms: there are none; a study compares at least one arm")

    def test_reports_everything_wrong_at_once_in_the_order_of_the_file(self):
        path = self.study("settings: {horizn: 6, seed: -1}\nreference: 7\nparameters: {barriers: {debt: {recovery: 2%}}}\n")
        done = self.refused(path, f"{path}:6:12: error: settings.horizn: unknown key; did you mean 'horizon'?", problems=3)
        self.assertEqual(done.err.splitlines()[1:3], [
            f"{path}:6:29: error: settings.seed: -1 must not be negative",
            f"{path}:8:42: error: parameters.barriers.debt.recovery: '2%' is not a number; write it as a share, as in 0.25",
        ])


class BadFile(Refusal):
    def test_wants_a_source_for_every_number_of_an_evidence_file(self):
        scenarios = self.copy_scenarios()
        evidence = scenarios / "evidence" / "barriers.yaml"
        lines = evidence.read_text().splitlines()
        at = next(i for i, line in enumerate(lines) if line.strip().startswith("stream: {value: 0, source:"))
        lines[at] = "      stream: {value: 0}"
        evidence.write_text("\n".join(lines) + "\n")
        self.refused(scenarios / TOWN.name, f"{evidence}:{at + 1}:23: error: parameters.barriers.mental_health.stream: "
                     "has no source; files of evidence must say where each number comes from: add source: "
                     '"cite: ...", "data: ...", "calibrated: ..." or "assumption: ..."')

    def test_names_the_circle_of_files_that_extend_each_other(self):
        a = self.write("a.yaml", "extends: b.yaml\n")
        b = self.write("b.yaml", "extends: a.yaml\n")
        self.refused(a, f"{b}:1:10: error: extends: a file cannot extend itself ({a} extends {b} extends {a})")

    def test_points_at_the_name_of_a_missing_base(self):
        path = self.write("a.yaml", "extends:\n  - bass.yaml\n")
        missing = self.folder / "bass.yaml"
        self.refused(path, f"{path}:2:5: error: extends: {missing}: cannot be read (No such file or directory)")

    def test_says_that_an_empty_file_is_empty(self):
        path = self.write("empty.yaml", "")
        self.refused(path, f"{path}:1:1: error: the file is empty")

    def test_does_not_choke_on_rubbish(self):
        path = self.write("rubbish.yaml", bytes(range(256)) * 100)
        self.refused(path, f"{path}:1:1: error: a control character; remove it", problems=None)

    def test_says_that_a_file_is_missing_or_a_folder(self):
        path = self.folder / "nothing.yaml"
        self.refused(path, f"error: {path}: cannot be read (No such file or directory)", code=74)
        self.refused(self.folder, f"error: {self.folder}: cannot be read (Is a directory)", code=74)

    def matrix(self, change):
        """The town's correlations with entries (row, column): value."""
        done = foothold("explain", "scenario", TOWN)
        text = next(line for line in done.out.splitlines() if line.startswith("    correlations: "))
        rows = [row.split(", ") for row in text[len("    correlations: [["):-2].split("], [")]
        for (i, j), value in change.items():
            rows[i][j] = value
        return "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]"

    def test_wants_correlations_that_are_symmetric(self):
        path = self.study(f"parameters: {{population: {{correlations: {self.matrix({(1, 0): '0.123'})}}}}}\n")
        self.refused(path, f"{path}:6:41: error: parameters.population.correlations: "
                     "is not symmetric at row 2, column 1")

    def test_wants_correlations_that_a_population_can_have(self):
        odd = self.matrix({(0, 1): "0.95", (1, 0): "0.95", (0, 2): "0.95", (2, 0): "0.95", (1, 2): "-0.9", (2, 1): "-0.9"})
        path = self.study(f"parameters: {{population: {{correlations: {odd}}}}}\n")
        self.refused(path, f"{path}:6:41: error: parameters.population.correlations: is not positive definite, so no "
                     "population can have these correlations; bring the largest ones nearer to 0")


class BadSetting(Refusal):
    def wrong_setting(self, setting, problem, arguments=()):
        self.refused(TOWN, f"--set {setting.partition('=')[0]}: error: {problem}", "--set", setting, *arguments)

    def test_suggests_the_path_that_may_have_been_meant(self):
        self.wrong_setting("settings.horizn=6", "settings.horizn: unknown key; did you mean 'horizon'?")

    def test_has_a_value(self):
        self.wrong_setting("settings.horizon=", "settings.horizon: no value after '='")
        self.wrong_setting("settings.horizon", "must have the form path=value")

    def test_is_not_a_group(self):
        self.wrong_setting("settings=6", "settings: a group, not a value; set one of its keys: "
                           "place, start, burn_in, horizon, replicates, seed")


if __name__ == "__main__":
    unittest.main()
