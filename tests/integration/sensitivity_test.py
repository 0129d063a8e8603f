"""`foothold sensitivity`: a table, two files of numbers and a picture."""

import csv
import unittest
import xml.etree.ElementTree

from program import ProgramTest, TOWN, contents, foothold

QUICK = ["--set", "settings.burn_in=2", "--set", "settings.horizon=12", "--thin", "6", "--trajectories", "2", "--runs", "20"]
FEW = ["--parameters", "search.give_up", "--parameters", "work.separation*"]


class Sensitivity(ProgramTest):
    def explore(self, name, *arguments):
        done = foothold("sensitivity", TOWN, "-o", self.folder / name, *QUICK, *arguments)
        self.assertEqual(done.returncode, 0, done.err)
        return done

    def rows(self, path):
        with open(self.folder / path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def test_writes_a_table_the_numbers_and_a_picture(self):
        done = self.explore("s", "--outcome", "searching@1", *FEW)
        for line in done.out.splitlines():
            self.assertLessEqual(len(line), 80, line)
        morris = self.rows("s/morris.csv")
        self.assertEqual(sorted(row["parameter"] for row in morris),
                         ["luck", "search.give_up", "work.separation[0]", "work.separation[1]", "work.separation[2]"])
        self.assertEqual(morris, sorted(morris, key=lambda row: (row["parameter"] == "luck", -float(row["mu_star"]))))
        sobol = self.rows("s/sobol.csv")
        self.assertTrue(0 < len(sobol) <= 4)
        for row in sobol:
            self.assertLessEqual(float(row["first"]), float(row["total"]) + 1e-12)
        picture = xml.etree.ElementTree.parse(self.folder / "s/sensitivity.svg")
        texts = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
        self.assertIn("What moves searching in year 1, none", texts)
        self.assertIn("work.separation[0]", texts)

    def test_takes_an_arm_s_difference_from_the_reference(self):
        done = self.explore("s", "--outcome", "spend_staff", "--contrast", "household_30", "--method", "morris", *FEW)
        self.assertIn("Outcome: spend_staff in year 1, household_30 less none.", done.out)
        self.assertNotIn("Sobol", done.out)
        self.assertFalse((self.folder / "s/sobol.csv").exists())

    def test_can_ask_the_model_itself(self):
        done = foothold("sensitivity", TOWN, "-o", self.folder / "s", *QUICK, "--outcome", "employed", "--method", "sobol",
                        "--direct", *FEW)
        self.assert_refused(done, 65, "--runs: error: too few for --direct with 4 numbers; at least 96", 1)
        quick = [*QUICK[:-1], "96"]
        done = foothold("sensitivity", TOWN, "-o", self.folder / "s", *quick, "--outcome", "employed", "--method", "sobol",
                        "--direct", *FEW)
        self.assertEqual(done.returncode, 0, done.err)
        for row in self.rows("s/sobol.csv"):
            self.assertLess(float(row["total_low_95"]), float(row["total_high_95"]))
            self.assertEqual(float(row["predicted"]), 1.0)

    def test_gives_the_same_with_any_number_of_threads_and_from_kept_runs(self):
        one = self.explore("one", "--outcome", "searching", "--threads", "1", *FEW)
        three = self.explore("three", "--outcome", "searching", "--threads", "3", *FEW)
        self.assertEqual(one.out, three.out)
        self.assertEqual(contents(self.folder / "one"), contents(self.folder / "three"))
        again = self.explore("one", "--outcome", "searching", *FEW)
        self.assertEqual(again.out, one.out)

    def test_suggests_the_measure_the_arm_and_the_parameter_that_were_meant(self):
        out = ["-o", self.folder / "s", "--set", "settings.burn_in=2"]
        for arguments, first in [
            (["--outcome", "serching"], "--outcome: error: there is no measure 'serching'; did you mean 'searching'?"),
            (["--outcome", "searching", "--contrast", "household_33"],
             "--contrast: error: there is no arm 'household_33'; did you mean 'household_30'?"),
            (["--outcome", "searching", "--contrast", "none"],
             "--contrast: error: none is the reference; it differs from itself by nothing"),
            (["--outcome", "searching", "--set", "settings.horizon=6"],
             "--outcome: error: the study has no whole year; lengthen it with --set settings.horizon=12"),
            (["--outcome", "searching@11"],
             "--outcome: error: '11' is not a year of the study, which has 10"),
            (["--outcome", "searching", "--parameters", "serch.*"],
             "--parameters: error: no judged number with a range has such a path; `foothold explain parameters` lists them"),
        ]:
            with self.subTest(arguments):
                done = foothold("sensitivity", TOWN, *out, *arguments)
                self.assert_refused(done, 65, first, 1)
        self.assertFalse((self.folder / "s").exists())


if __name__ == "__main__":
    unittest.main()
