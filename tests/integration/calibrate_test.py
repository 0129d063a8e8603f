"""`foothold calibrate`: an ensemble that a study can take up, the same whenever and however it is made."""

import pathlib
import re
import shutil
import signal
import time
import unittest

import yaml

from program import PROGRAM, ProgramTest, TOWN, contents, foothold, started

QUICK = ["--runs", "24", "--sets", "3", "--months", "13", "--thin", "5", "--set", "settings.burn_in=3"]
TARGETS = """kind: targets
targets:
  unemployed_to_employed: {value: 0.26, tolerance: 0.03, use: fit, source: "cite: somebody"}
  employed_to_inactive: {value: 0.02, tolerance: 0.005, use: fit, source: "cite: somebody"}
  always_inactive: {value: 0.86, tolerance: 0.03, use: test, source: "cite: somebody"}
parameters:
  search.give_up: evidence
  work.to_inactivity: evidence
"""


class Calibrate(ProgramTest):
    def setUp(self):
        super().setUp()
        self.targets = self.write("targets.yaml", TARGETS)

    def calibrate(self, name, *arguments, **options):
        done = foothold("calibrate", TOWN, "-o", self.folder / name, "--targets", self.targets, *QUICK, *arguments, **options)
        self.assertEqual(done.returncode, 0, done.err)
        return done

    def test_writes_an_ensemble_that_a_study_can_extend_and_run(self):
        done = self.calibrate("ensemble.yaml")
        for line in done.out.splitlines():
            self.assertLessEqual(len(line), 80, line)
        text = (self.folder / "ensemble.yaml").read_text()
        written = yaml.safe_load(text)
        self.assertEqual(list(written["ensemble"]), ["set_001", "set_002", "set_003"])
        for path in ("search.give_up", "work.to_inactivity"):
            known = foothold("explain", "parameters", TOWN, "parameters." + path).out
            low, high = map(float, re.search(r"known to lie in (\S+) to (\S+)", known).groups())
            for one in written["ensemble"].values():
                self.assertTrue(low <= one["parameters"][path] <= high)
        self.assertRegex(written["source"], "^calibrated: 3 sets .* targets.yaml, 24 runs in 2 waves, seed 20180401, ")
        self.assertIn("# unemployed_to_employed ", text)
        study = self.write("study.yaml", f"extends: [{TOWN}, ensemble.yaml]\nschema_version: 1\nname: s\ntitle: \"T\"\n"
                           "question: \"Q?\"\n")
        self.assertEqual(foothold("check", study).returncode, 0)
        ran = foothold("run", study, "--set", "settings.burn_in=2", "--set", "settings.horizon=2", "--replicates", 4,
                       "-o", self.folder / "results")
        self.assertEqual(ran.returncode, 0, ran.err)

    def test_says_which_targets_were_fitted_and_which_kept_to_test(self):
        out = self.calibrate("ensemble.yaml").out
        self.assertIn("fitted to 2 targets, 1 kept to test.", out)
        self.assertLess(out.index("employed_to_inactive"), out.index("kept to test:\n"))
        self.assertLess(out.index("kept to test:\n"), out.index("always_inactive"))
        self.assertRegex(out, r"\nalways_inactive .*( hit|MISS)\n")

    def test_gives_the_same_bytes_with_any_number_of_threads(self):
        self.calibrate("one.yaml", "--threads", "1")
        self.calibrate("three.yaml", "--threads", "3")
        one, three = ((self.folder / name).read_text() for name in ("one.yaml", "three.yaml"))
        self.assertEqual(one.replace("name: one", "name: three"), three)

    def test_draws_other_sets_with_another_seed(self):
        self.calibrate("one.yaml")
        self.calibrate("other.yaml", "--seed", "5")
        one, other = (yaml.safe_load((self.folder / name).read_text())["ensemble"] for name in ("one.yaml", "other.yaml"))
        self.assertNotEqual(one, other)

    def test_goes_on_where_it_was_stopped(self):
        self.calibrate("whole.yaml")
        arguments = ["calibrate", TOWN, "-o", self.folder / "again.yaml", "--targets", self.targets, *QUICK]
        with started(*arguments) as process:
            runs = self.folder / "again.runs"
            while len(list(runs.glob("run-*"))) < 5:
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(), 75)
            self.assertIn(b"the same command goes on from there", process.stderr.read())
        self.assertFalse((self.folder / "again.yaml").exists())
        kept = contents(runs)
        self.assertGreaterEqual(len(kept), 6)
        self.assertLess(len(kept), 28)
        self.calibrate("again.yaml")
        now = contents(runs)
        self.assertEqual({name: now[name] for name in kept}, kept)
        self.assertEqual((self.folder / "again.yaml").read_text().replace("name: again", "name: whole"),
                         (self.folder / "whole.yaml").read_text())

    def test_does_not_mix_runs_of_two_studies(self):
        self.calibrate("ensemble.yaml")
        done = foothold("calibrate", TOWN, "-o", self.folder / "ensemble.yaml", "--targets", self.targets, *QUICK,
                        "--seed", "6")
        self.assert_refused(done, 74, f"error: {self.folder}/ensemble.runs: holds runs of another model, scenario or place; "
                            "remove it, or choose another place with -o")

    def test_points_at_what_is_wrong_with_the_targets(self):
        self.targets.write_text(TARGETS.replace("search.give_up", "search.give_upp"))
        done = foothold("calibrate", TOWN, "-o", self.folder / "ensemble.yaml", "--targets", self.targets, *QUICK)
        self.assert_refused(done, 65, f"{self.targets}:7:3: error: parameters.search.give_upp: there is no such parameter; "
                            "did you mean 'search.give_up'?", 1)
        self.assertFalse((self.folder / "ensemble.runs").exists())

    def test_says_what_to_install_where_the_library_of_statistics_is_missing(self):
        alone = shutil.copy(PROGRAM, self.folder / "foothold")
        done = foothold("calibrate", TOWN, "-o", self.folder / "ensemble.yaml", "--targets", self.targets, program=alone)
        self.assertEqual(done.returncode, 74)
        self.assertIn("apt-get install libopenturns-dev", done.err)
        self.assertEqual(pathlib.Path(PROGRAM).parent.joinpath("libfoothold_openturns.so").exists(), True)


if __name__ == "__main__":
    unittest.main()
