"""What the program prints, and where: results on standard output, progress and errors on standard error."""

import errno
import json
import os
import pty
import re
import unittest

import h5py
import numpy

from program import SCENARIOS, SHORT, TOWN, ProgramTest, foothold, started

COMMANDS = ["", "run", "check", "explain", "explain schedule", "explain parameters", "explain scenario", "explain measures",
            "place", "place build", "place check", "calibrate", "sensitivity", "bench", "schema", "validate", "verify"]
WIDTH = 80


class Output(ProgramTest):
    def assert_fits(self, text):
        for line in text.splitlines():
            self.assertLessEqual(len(line), WIDTH, line)


class Help(Output):
    def test_of_every_command_teaches_by_example(self):
        for command in COMMANDS:
            with self.subTest(command):
                done = foothold(*command.split(), "--help")
                self.assertEqual((done.returncode, done.err), (0, ""))
                self.assertRegex(done.out, r"\n  +foothold \w+|gives as examples")
                self.assert_fits(done.out)

    def test_of_the_version_names_commit_and_compiler(self):
        self.assertRegex(foothold("--version").out, r"^foothold \d+\.\d+\.\d+ \(([0-9a-f]{12}(-dirty)?|unknown), (gcc|clang) .+\)$")


class Answer(Output):
    LONG = ["--set", "settings.horizon=24", "--set", "settings.burn_in=3"]

    def run_long(self, *arguments):
        done = foothold("run", *arguments, "-o", self.folder / "out")
        self.assertEqual(done.returncode, 0, done.err)
        return done

    def test_of_a_dry_run_is_the_plan_and_nothing_is_written(self):
        done = self.run_long(TOWN, *SHORT, "--replicates", 2, "--dry-run")
        self.assertEqual((done.err, list(self.folder.iterdir())), ("", []))
        self.assertEqual(done.out.splitlines()[0], "Two advocates in a small town")
        self.assertIn("  to simulate  54 months of the whole place\n", done.out)
        self.assert_fits(done.out)

    def test_fits_eighty_columns_and_no_two_numbers_touch(self):
        done = self.run_long(TOWN, *self.LONG, "--replicates", 2)
        self.assert_fits(done.out)
        table = re.findall(r"^(?:[A-Za-z]| {4}95 %).{31}(.*)$", done.out, re.MULTILINE)
        self.assertGreater(len([row for row in table if len(row.split()) == 3]), 20)
        self.assertIn("\n" + " " * 36 + "household_30   individual_30    household_60\n", done.out)

    def test_of_many_arms_is_several_tables(self):
        arms = "".join(f'  more_advocates_{i}: {{label: "Arm {i}", programmes: [households_into_work]}}\n' for i in range(4))
        done = self.run_long(self.study("arms:\n" + arms), *SHORT, "--replicates", 1)
        self.assertEqual(done.out.count("\npeople helped "), 3)
        self.assertIn("household_60\n", done.out)
        self.assertIn("more_advocat..  more_advocat..  more_advocat..\n", done.out)
        self.assertIn("  more_advocates_3 (Arm 3): ", done.out)
        self.assert_fits(done.out)

    def test_of_one_arm_says_that_there_is_nothing_to_compare(self):
        gone = "arms: {household_30: null, individual_30: null, household_60: null}\n"
        done = self.run_long(self.study(gone), *SHORT, "--replicates", 1)
        self.assertIn("\nThe study has one arm, so there is nothing to compare it with.\n", done.out)

    def test_comes_early_and_gets_better(self):
        done = self.run_long(TOWN, *SHORT, "--replicates", 3)
        self.assertEqual(re.findall("^---.*", done.out, re.MULTILINE),
                         ["--- first answer, from 1 of 3 replicates; it gets better ---",
                          "--- answer so far, from 2 of 3 replicates; it gets better ---"])
        result = self.folder / "out/results.h5"
        self.assertEqual(done.err.splitlines(), [
            f"Results so far: {result} (1 of 3 replicates)", f"Results so far: {result} (2 of 3 replicates)",
            f"Results: {result} (HDF5), scenario as run: {self.folder}/out/scenario.yaml"])

    def test_is_all_that_a_quiet_run_prints(self):
        done = self.run_long(TOWN, *SHORT, "--replicates", 3, "--quiet")
        self.assertEqual((done.err, done.out.count("Fingerprint")), ("", 1))

    def test_as_json_has_the_documented_keys(self):
        done = self.run_long(TOWN, *self.LONG, "--replicates", 3, "--json")
        answer = json.loads(done.out)
        self.assertTrue(done.err.endswith(f"scenario as run: {self.folder}/out/scenario.yaml\n"))
        self.assertEqual(list(answer), ["question", "reference", "months", "replicates", "fingerprint", "arms", "contrasts"])
        self.assertEqual(answer["reference"]["name"], "none")
        self.assertEqual((answer["months"], answer["replicates"]), (24, 3))
        self.assertEqual(list(answer["arms"]), ["household_30", "individual_30", "household_60"])
        arm = answer["arms"]["household_30"]
        with open("docs/formats/results.md", encoding="utf-8") as file:
            documented = re.findall("`([a-z_0-9]+)`", file.read().partition("## The answer as JSON")[2].partition("\n## ")[0])
        self.assertEqual([key for key in arm if key not in documented], [])
        self.assertEqual({"helped", "employed_year_2", "job_years", "cost", "cost_per_job_year"} - arm.keys(), set())
        for row in list(arm.values())[1:]:
            self.assertEqual(list(row), ["unit", "mean", "low_95", "high_95"])
            if row["mean"] is not None:
                self.assertLessEqual(row["low_95"], row["mean"])
                self.assertLessEqual(row["mean"], row["high_95"])

    def test_gives_the_price_of_a_gain_only_where_there_is_one(self):
        done = self.run_long(TOWN, "--set", "settings.horizon=48", "--set", "settings.burn_in=3", "--replicates", 6, "--json")
        for arm in json.loads(done.out)["arms"].values():
            price, cost, gain = arm["cost_per_job_year"], arm["cost"], arm["job_years"]
            if gain["low_95"] > 0:
                self.assertAlmostEqual(price["mean"], cost["mean"] / gain["mean"])
                self.assertAlmostEqual(price["low_95"], cost["mean"] / gain["high_95"])
                self.assertAlmostEqual(price["high_95"], cost["mean"] / gain["low_95"])
            else:
                self.assertEqual((price["mean"], price["low_95"], price["high_95"]), (None, None, None))


    def test_adds_up_what_the_public_purse_pays(self):
        done = self.run_long(TOWN, *self.LONG, "--replicates", 2, "--json")
        stated = json.loads(done.out)["arms"]["household_30"]["net_public_cost"]["mean"]
        with h5py.File(f"{self.folder}/out/results.h5") as file:
            arms = [name.decode() for name in file["region/scenario"]]
            arm, none = arms.index("household_30"), arms.index("none")
            gap = lambda name: file[name][arm].astype(float) - file[name][none]
            bill = gap("region/benefits") - gap("region/taxes")
            for line in ("staff", "on_costs", "management", "premises", "personal_budgets"):
                bill[:, 1:] += numpy.diff(gap(f"programme/spend_{line}"))
            services = gap("region/services")
            stored = dict(zip((name.decode() for name in file["parameters/parameter"]), file["parameters/value"][0]))
        months = numpy.arange(bill.shape[1])
        price = [stored[f"parameters.accounting.deflators.{year}.index"] for year in range(8)]
        deflator = numpy.array([price[0] / price[min(max(month - 1, 0) // 12, 7)] for month in months])  # from April 2018 on
        pence = ((bill * deflator + services) / 1.035 ** (months / 12))[:, 1:].sum(axis=1).mean()  # 3.5 % a year
        self.assertLess(deflator[-1], 1, "a study too short to tell prices apart")
        self.assertAlmostEqual(stated, pence / 100, delta=len(months) * 0.02)  # each month in whole pence


class Progress(Output):
    def test_in_a_log_is_plain_text(self):
        done = self.run_town("out", replicates=2)
        self.assertNotRegex(done.out + done.err, "[\x00-\x09\x0b-\x1f\x7f]")

    def test_on_a_terminal_is_one_line_rewritten_and_taken_away_at_the_end(self):
        screen, terminal = pty.openpty()
        with started("run", TOWN, "--set", "settings.burn_in=60", "--set", "settings.horizon=1", "--replicates", "2",
                     "-o", self.folder / "out", stderr=terminal) as process:
            os.close(terminal)
            out, _ = process.stdout.read(), process.wait()
            shown = self.read_all(screen)
        self.assertEqual(process.returncode, 0, shown)
        self.assertNotIn(b"\r", out)
        lines = re.findall(r"\r([^\r\n]*)\x1b\[K", shown)
        self.assertRegex(lines[0], r"^replicate [12] of 2, month \d+ of 64, \d+ % done, \d+ s left$")
        self.assert_fits("\n".join(lines))
        self.assertRegex(shown, r"\r\x1b\[KResults: [^\r]*\r\n$")

    def read_all(self, screen):
        """All that a terminal has been sent; it fails with EIO where a file would end."""
        shown = b""
        with open(screen, "rb", buffering=0) as file:
            try:
                while part := file.read(65536):
                    shown += part
            except OSError as error:
                self.assertEqual(error.errno, errno.EIO)
        return shown.decode()


class Explaining(Output):
    def between(self, path, mark):
        """The part of a document that the program wrote."""
        if not os.path.exists(path):
            self.skipTest(f"{path} is not there")
        with open(path, encoding="utf-8") as file:
            return re.search(f"<!-- {mark} -->\n(.*?)\n?<!-- /{mark} -->", file.read(), re.DOTALL).group(1).strip() + "\n"

    def test_the_schedule_gives_what_the_odd_says(self):
        self.assertEqual(self.between("docs/ODD.md", "schedule"), foothold("explain", "schedule").out)

    def test_the_measures_gives_what_their_list_says(self):
        done = foothold("explain", "measures", SCENARIOS / "households-into-work.yaml")
        self.assertEqual(self.between("docs/measures.md", "measures"), done.out)

    def test_the_parameters_gives_what_their_table_says(self):
        done = foothold("explain", "parameters", "scenarios/households-into-work.yaml", "--table")
        with open("docs/parameters.md", encoding="utf-8") as file:
            text = file.read()
        self.assertEqual(text[text.index("| parameter |"):], done.out)
        self.assertNotIn(os.getcwd(), text)

    def test_a_parameter_gives_its_unit_range_source_and_place(self):
        done = foothold("explain", "parameters", "scenarios/demonstration-town.yaml", "barriers.debt.recovery")
        self.assertRegex(done.out, r"^parameters.barriers.debt.recovery = [\d.]+ 1/month\n    .+\n    known to lie in .+ to .+\n"
                         r"    \w+: .+\n    scenarios/evidence/barriers.yaml:\d+\n$")

    def test_a_scenario_gives_one_that_means_the_same(self):
        resolved = foothold("explain", "scenario", TOWN).out
        path = self.write("resolved.yaml", resolved)
        self.assertEqual(foothold("explain", "scenario", path).out, resolved)

    def test_the_schema_gives_one_that_shipped_scenarios_follow(self):
        schema = json.loads(foothold("schema").out)
        self.assertEqual(schema["title"], "Foothold scenario")
        try:
            import jsonschema
            import yaml
        except ImportError as missing:
            self.skipTest(f"{missing.name} is not installed")
        for path in [*SCENARIOS.glob("*.yaml"), *SCENARIOS.glob("evidence/*.yaml"), *SCENARIOS.glob("programmes/*.yaml")]:
            with self.subTest(path.name), open(path, encoding="utf-8") as file:
                jsonschema.validate(yaml.safe_load(file), schema)


if __name__ == "__main__":
    unittest.main()
