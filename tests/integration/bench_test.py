"""`foothold bench`: how fast the model is, beside a yardstick. Nothing here depends on how fast that is."""

import copy
import json
import re
import unittest

from program import TOWN, ProgramTest, foothold

QUICK = ["--repeat", "1", "-q", "--set", "settings.burn_in=0"]
TINY = [*QUICK, "--people", "1k", "--months", "1"]
ONE = [*TINY, "--threads", "1"]


class Bench(ProgramTest):
    @classmethod
    def setUpClass(cls):
        done = foothold("bench", *TINY, "--threads", "1,2", "--json")
        assert done.returncode == 0, done.err
        cls.found = json.loads(done.out)

    def older(self, times):
        """A report that found the yardstick slower by this: the model's ratios are higher by as much."""
        report = copy.deepcopy(self.found)
        report["yardstick"]["nanoseconds"] *= times
        return self.write("old.json", json.dumps(report))

    def refused(self, problem, *arguments, code=2):
        done = foothold("bench", *arguments)
        self.assertEqual((done.returncode, done.out), (code, ""))
        self.assertEqual(done.err.splitlines()[0], problem)


class Report(Bench):
    def test_is_of_the_town_if_nothing_else_is_named(self):
        self.assertEqual((self.found["scenario"], self.found["arms"], self.found["months"]), ("demonstration-town", 4, 1))
        self.assertLess(self.found["people"], 2000)

    def test_gives_times_by_part_that_add_up_to_the_month(self):
        schedule = foothold("explain", "schedule").out
        for run in self.found["runs"]:
            self.assertAlmostEqual(sum(part["nanoseconds"] for part in run["parts"]), run["nanoseconds"], places=3)
            self.assertAlmostEqual(run["person_months_per_second"] * run["nanoseconds"], 1e9, places=0)
            lived = self.found["people"] * self.found["arms"] * self.found["months"]
            self.assertAlmostEqual(run["seconds"], lived / run["person_months_per_second"])
            self.assertAlmostEqual(run["ratio"], self.found["yardstick"]["nanoseconds"] / run["nanoseconds"])
            for part in run["parts"][:-3]:
                self.assertRegex(schedule, rf"\b{part['part']}\b")
        self.assertEqual([run["threads"] for run in self.found["runs"]], [1, 2])

    def test_as_json_has_the_documented_keys(self):
        with open("docs/performance.md", encoding="utf-8") as file:
            documented = set(re.findall("`([a-z_]+)`", file.read()))

        def keys(it):
            if isinstance(it, dict):
                return set(it).union(*map(keys, it.values()))
            return set().union(*map(keys, it)) if isinstance(it, list) else set()

        compared = json.loads(foothold("bench", *ONE, "--json", "--compare", self.older(1e6)).out)
        self.assertEqual(keys(compared) - documented, set())
        self.assertEqual(set(compared) - set(self.found), {"compared"})

    def test_as_text_fits_the_page_and_has_a_line_for_each_part(self):
        done = foothold("bench", TOWN, *TINY, "--threads", "1,2,3,4", cwd=self.folder)
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertLessEqual(max(map(len, done.out.splitlines())), 80)
        for part in self.found["runs"][0]["parts"]:
            self.assertRegex(done.out, rf"\n{part['part']}( +[\d.]+){{4}} +([\d.]+|n/a) +([\d.]+|n/a)\n")
        self.assertRegex(done.out, r"\nwhole month +[\d.]+")
        self.assertIn("4 arms of 1 month; medians of 1 run.", " ".join(done.out.split()))
        self.assertEqual(list(self.folder.iterdir()), [], "nothing is written")

    def test_can_be_of_another_study(self):
        path = self.study("reference: none\n")
        done = foothold("bench", path, *ONE, "--json")
        self.assertEqual(json.loads(done.out)["scenario"], "study")

    def test_of_a_larger_place_repeats_its_neighbourhoods(self):
        done = foothold("bench", *QUICK, "--people", "50k", "--months", "1", "--threads", "1", "--json")
        self.assertEqual(json.loads(done.out)["neighbourhoods"], 39)


class Comparison(Bench):
    def test_ends_well_if_nothing_was_lost(self):
        done = foothold("bench", *ONE, "--compare", self.older(1e-6))
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertIn("\nNothing lost more than 20 %.\n", done.out)
        self.assertRegex(done.out, r"\n  1 thread: [\d.]+, was [\d.]+ \([\d,]+ % more\)\n")
        self.assertNotIn("2 threads", done.out)

    def test_ends_with_one_and_names_what_lost(self):
        done = foothold("bench", *ONE, "--compare", self.older(1e6))
        self.assertEqual((done.returncode, done.err), (1, ""))
        self.assertRegex(done.out, r"\n  slower: whole month with 1 thread: ")
        self.assertRegex(done.out, r"\n  slower: barriers with 1 thread: [\d.]+, was [\d.]+ \(100 % less\)\n")
        self.assertTrue(done.out.endswith("\nEach of these lost more than 20 %.\n"))
        self.assertLessEqual(max(map(len, done.out.replace(str(self.folder), "").splitlines())), 80)

    def test_stands_in_the_json_too(self):
        done = foothold("bench", *ONE, "--json", "--compare", self.older(1e6))
        self.assertEqual(done.returncode, 1)
        slower = json.loads(done.out)["compared"]["slower"]
        self.assertIn("income", [each["part"] for each in slower])
        self.assertTrue(all(each["ratio_now"] < 0.8 * each["ratio_before"] for each in slower))

    def test_of_different_things_is_refused_before_anything_runs(self):
        old = self.older(1)
        self.refused(f"--compare: error: {old} measured something else (demonstration-town, {self.found['people']} people, "
                     f"4 arms of 1 months; here demonstration-town, {self.found['people']} people, 4 arms of 2 months)",
                     *QUICK, "--people", "1k", "--months", "2", "--threads", "1", "--compare", old, code=65)
        self.refused(f"--compare: error: {old} has none of these numbers of threads",
                     *TINY, "--threads", "3", "--compare", old, code=65)

    def test_with_what_is_no_report_is_refused(self):
        for text in ("", "not JSON", "[]", "{}", '{"scenario": 1}', json.dumps({**self.found, "runs": []}),
                     json.dumps({**self.found, "yardstick": {"nanoseconds": "fast"}})):
            path = self.write("old.json", text)
            self.refused(f"--compare: error: {path} is not what `foothold bench --json` prints", *ONE, "--compare", path, code=65)
        self.refused(f"error: {self.folder}/none.json: cannot be read (No such file or directory)",
                     *ONE, "--compare", self.folder / "none.json", code=74)


class WrongUse(Bench):
    def test_of_numbers_is_told(self):
        for option, wrong in (("--threads", "0"), ("--threads", "two"), ("--months", "0"), ("--repeat", "0")):
            self.assertRegex(foothold("bench", option, wrong).err,
                             rf"^error: {option}: '{wrong}' is not a whole number from 1 to \d+\n")
        for wrong in ("many", "0", "-5", "10K", "1.5M", "21M", "99999999999999999999", "20000000k"):
            self.refused(f"error: --people: '{wrong}' is not a number of people like 5000, 10k or 1M, and 20M at most",
                         "--people=" + wrong)

    def test_of_more_threads_than_the_page_has_columns_is_told(self):
        self.refused("error: --threads: At Most 4 required but received 5", "--threads", "1,2,3,4,5")


if __name__ == "__main__":
    unittest.main()
