"""`foothold compare`: the arms of a study differ by the policy and nothing else."""

import json
import shutil
import unittest

from program import ProgramTest, foothold


class Compare(ProgramTest):
    @classmethod
    def setUpClass(cls):
        case = cls("test_finds_programmes_without_money_to_change_nothing")
        case.setUp()
        cls.addClassCleanup(case.doCleanups)
        case.run_town("out", "-q", "--set", "settings.horizon=14", replicates=3)
        cls.out = case.folder / "out"

    def compared(self, *arguments):
        done = foothold("compare", self.out, "--json", "-q", *arguments)
        self.assertEqual(done.returncode, 0, done.err)
        return json.loads(done.out)

    def test_finds_programmes_without_money_to_change_nothing(self):
        found = self.compared("--arm", "household_30", "--null-months", "6")
        self.assertEqual((found["null_test"]["months"], found["null_test"]["failure"]), (6, ""))
        self.assertGreater(found["null_test"]["compared"], 1000)
        parted = found["arms"]["household_30"]["divergence"]
        self.assertEqual(parted["anything"]["month"], 0)
        self.assertEqual(parted["anything"]["calendar"], "2018-04")
        self.assertGreater(parted["people_differ"] + parted["households_differ"], 0)

    def test_tells_what_pairs_are_worth_from_the_file_alone(self):
        for arm in self.compared("--no-rerun")["arms"].values():
            self.assertIsNone(arm["divergence"])
            luck = arm["shared_luck"]["job-months over the study"]
            self.assertGreater(luck["correlation"], 0.5)
            if luck["worth"] is not None:
                self.assertTrue(luck["worth_low_95"] < luck["worth"] < luck["worth_high_95"])
            units = {words: each["unit"] for words, each in arm["shared_luck"].items()}
            self.assertEqual(units["benefits over the study"], "GBP")
            last = max(row["months"] for row in arm["cascade"] if row["replicates"] == 3)
            self.assertNotIn(last, {1, 3, 6, 12}, "the last month that all replicates live is shown")

    def test_page_says_what_is_not_known_and_whose_results_they_are(self):
        done = foothold("compare", self.out, "--no-rerun")
        self.assertLessEqual(max(map(len, done.out.splitlines())), 80)
        words = " ".join(done.out.split())
        self.assertRegex(words, r"3 pairs are worth \S+ unpaired replicates of each arm \(95 % interval \S+ to \S+\)")
        self.assertIn("Who differs is not displaced", words)
        fingerprint = self.compared("--no-rerun")["fingerprint"]
        self.assertEqual(done.out.splitlines()[-1], "Fingerprint " + fingerprint)

    def test_needs_the_kept_scenario_to_run_again(self):
        lonely = shutil.copy(self.out / "results.h5", self.folder)
        done = foothold("compare", lonely)
        self.assertEqual(done.returncode, 74)
        self.assertIn("--no-rerun", done.err)
        self.assertEqual(foothold("compare", lonely, "--no-rerun").returncode, 0)

    def test_points_at_an_arm_that_is_not_there(self):
        done = foothold("compare", self.out, "--arm", "houshold_30")
        self.assertEqual(done.returncode, 65)
        self.assertIn("did you mean 'household_30'?", done.err)


if __name__ == "__main__":
    unittest.main()
