"""What programmes add, and what evaluations would find of it, from the results of a study alone."""

import csv
import io
import json
import math
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import h5py
import numpy as np

from program import PROGRAM, TOWN, ProgramTest, foothold

ARMS = ["household_30", "individual_30", "household_60"]
COUNTED = {"gross": 1, "deadweight": -1, "household_won": 1, "household_lost": -1, "neighbours_won": 1,
           "neighbours_lost": -1, "elsewhere_won": 1, "elsewhere_lost": -1, "moved_won": 1, "moved_lost": -1}


class Added(ProgramTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kept = tempfile.TemporaryDirectory(prefix="foothold-")
        cls.out = pathlib.Path(cls.kept.name) / "town"
        foothold("run", TOWN, "-o", cls.out, "-q", "--replicates", 4,
                 "--set", "settings.horizon=40", "--set", "settings.burn_in=6")

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()
        super().tearDownClass()

    def told(self, command, *more):
        done = foothold(command, self.out, *more)
        self.assertEqual(done.returncode, 0, done.err)
        return done.out

    def refused(self, command, problem, *more, results=None, code=65):
        done = foothold(command, results or self.out, *more)
        self.assertIn(problem, done.err)
        self.assertEqual((done.returncode, done.out), (code, ""))

    def test_ledger_adds_up_with_households_that_move(self):
        with h5py.File(self.out / "results.h5") as file:
            net = sum(sign * file[f"pairs/{line}"][...] for line, sign in COUNTED.items())
            self.assertTrue((net == file["paired/employed"][...]).all())
            self.assertTrue((file["pairs/moved_won"][...] > 0).any(), "nobody moved, so little was tested")
            dimension = file["ledger/dimension"].asstr()[...]
            for line in COUNTED:
                months = file[f"pairs/{line}"][...].sum(axis=-1)
                for each in set(dimension):
                    of_groups = file[f"ledger/{line}"][:, :, -1, dimension == each].sum(axis=-1)
                    np.testing.assert_array_equal(of_groups, months, f"{line} by {each}")

    def test_ledger_says_the_same_as_text_json_and_csv(self):
        arms = json.loads(self.told("ledger", "--json"))["arms"]
        self.assertEqual(list(arms), ARMS)
        rows = {(row["arm"], row["line"]): float(row["mean"])
                for row in csv.DictReader(io.StringIO(self.told("ledger", "--csv"))) if not row["dimension"]}
        text = self.told("ledger", "--arm", "household_30")
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        for line in ("gross", "additional", "displaced", "spill_over", "others", "moved", "net"):
            self.assertEqual(rows["household_30", line], arms["household_30"]["total"][line]["mean"])
        net = arms["household_30"]["total"]["net"]["mean"]
        rounded = math.copysign(math.floor(abs(net) + 0.5), net)  # a half goes away from zero
        self.assertRegex(text, rf"= net +{rounded:,.0f} ")

    def groups_in(self, text):
        """Every row of the tables of groups: its numbers, gross to net, by the name of the group."""
        tables = re.findall(r"^By \w+, in job-months\n.*? net.*\n((?:\S+(?: +-?[\d,]+)+\n)+)", text, re.MULTILINE)
        rows = [line.split() for table in tables for line in table.splitlines()]
        return {row[0]: [int(number.replace(",", "")) for number in row[1:8]] for row in rows}

    def test_ledger_prints_columns_of_every_group_that_add_up_to_its_net(self):
        asked = ["--arm", "household_30"]
        for dimension in ("household_type", "barriers", "out_of_work", "neighbourhood"):
            asked += ["--by", dimension]
        for more, rounding in (["--replicate", 1], 0), ([], 3):
            text = self.told("ledger", *asked, *more)
            self.assertLessEqual(max(map(len, text.splitlines())), 80)
            groups = self.groups_in(text)
            self.assertGreater(len(groups), 20)
            self.assertTrue(any(row[5] != 0 for row in groups.values()), "nobody moved, so little was tested")
            for name, (_, *parts, net) in groups.items():
                self.assertLessEqual(abs(sum(parts) - net), rounding, name)

    def test_ledger_says_no_share_of_churn_and_gives_the_shares_of_the_text(self):
        total = json.loads(self.told("ledger", "--json"))["arms"]["household_30"]["total"]
        rows = {row["line"]: row for row in csv.DictReader(io.StringIO(self.told("ledger", "--csv")))
                if not row["dimension"] and row["arm"] == "household_30"}
        for line, row in rows.items():
            if line in ("displaced", "spill_over") or line.endswith(("_won", "_lost")):
                self.assertEqual(row["share_of_gross"], "", line)
        for line in ("deadweight_share", "displaced_share", "moved_share"):
            for end in ("mean", "low_95", "high_95"):
                self.assertEqual(rows[line][end], "" if total[line] is None else str(total[line][end]), line)
        self.assertIn(f"Deadweight is {100 * float(rows['deadweight_share']['mean']):.0f} %",
                      " ".join(self.told("ledger", "--arm", "household_30").split()))

    def test_ledger_gives_the_integers_of_one_replicate(self):
        one = json.loads(self.told("ledger", "--json", "--replicate", 2))["arms"]["household_60"]["total"]
        with h5py.File(self.out / "results.h5") as file:
            self.assertEqual(one["gross"], int(file["pairs/gross"][2, 2].sum()))
            self.assertEqual(one["net"], int(file["paired/employed"][2, 2].sum()))

    def test_ledger_finds_an_account_that_does_not_add_up(self):
        copy = self.folder / "results.h5"
        shutil.copy(self.out / "results.h5", copy)
        with h5py.File(copy, "r+") as file:
            file["ledger/gross"][0, 1, -1, 0] += 1
        done = foothold("ledger", copy)
        self.assertEqual((done.returncode, done.out), (1, ""))
        self.assertIn("arm household_30, replicate 1, to the close of year 4", done.err)

    def test_evaluations_are_the_same_for_a_seed_and_know_the_truth(self):
        asked = ("--design", "rct", "-n", 200, "--follow-up", 12, "--evaluations", 300, "--json")
        once, again = (json.loads(self.told("evaluate", *asked)) for _ in range(2))
        self.assertEqual(once, again)
        self.assertNotEqual(once, json.loads(self.told("evaluate", *asked, "--seed", 7)))
        with h5py.File(self.out / "results.h5") as file:
            people = file["followed"]
            rows = (people["contrast"][...] == 0) & (people["supported"][...] == 1)
            at = people["from"][...][rows] + 1 + 12
            known = at < people["in_work"].shape[1]
            lives = [people[name][...][rows][np.flatnonzero(known), at[known]] for name in ("in_work", "in_work_without")]
            there = (lives[0] >= 0) & (lives[1] >= 0)
            truth = (lives[0][there].astype(int) - lives[1][there]).mean()
        self.assertAlmostEqual(once["arms"]["household_30"]["evaluations"][0]["true_effect"], truth, places=12)

    def test_evaluations_take_the_usual_follow_ups_that_fit(self):
        found = json.loads(self.told("evaluate", "--design", "before_after", "-n", 50, "--evaluations", 100, "--json"))
        follow_ups = {each["follow_up_months"] for each in found["arms"]["household_30"]["evaluations"]}
        self.assertEqual(follow_ups, {6, 12, 24, 36})
        self.assertEqual(found["follow_up_months_beyond_the_study"], [60])
        text = self.told("evaluate", "-n", 50, "--evaluations", 100)
        self.assertIn("True effect on participants so many months after support began", text)
        early = json.loads(self.told("evaluate", "--years", 1, "-n", 50, "--evaluations", 100, "--json"))
        years = {name: each["arms"]["household_30"]["net_job_years"]["mean"] for name, each in (("1", early), ("all", found))}
        with h5py.File(self.out / "results.h5") as file:
            self.assertAlmostEqual(years["1"], file["paired/employed"][0, :, 1:13].sum(axis=1).mean() / 12, places=9)
            self.assertAlmostEqual(years["all"], file["paired/employed"][0, :, 1:].sum(axis=1).mean() / 12, places=9)
        self.assertIn("60 months: the study is too short", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)

    def test_evaluations_say_by_which_plan_and_what_was_not_made(self):
        plan = ("--design", "matched", "-n", 50, "--follow-up", "6,39", "--evaluations", 100, "--drop-later")
        found = json.loads(self.told("evaluate", *plan, "--json"))
        self.assertEqual((found["drop_later"], found["power"], found["evaluations_planned"]), (True, 0.8, 100))
        self.assertEqual((found["designs"], found["follow_up_months"]), (["matched"], [6, 39]))
        for arm in found["arms"].values():
            made = [each["follow_up_months"] for each in arm["evaluations"]]
            missing = {each["follow_up_months"]: each["why"] for each in arm["missing"]}
            self.assertEqual(sorted([*made, *missing]), [6, 39])
            self.assertEqual(missing[39], "nobody was followed for so long before the study ended")
            for each in arm["evaluations"]:
                self.assertLessEqual(each["evaluations"], each["evaluations_planned"])
        self.assertIn("matched, 39 months: nobody was followed", self.told("evaluate", *plan))

    def test_table_of_a_page_says_what_the_ledger_says(self):
        script = pathlib.Path("analysis/python/foothold_found.py").resolve()
        done = subprocess.run([sys.executable, script, self.out, "--years", "1", "3", "--less", "household_60", "household_30",
                               "--program", PROGRAM], check=True, capture_output=True, text=True)
        rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines() if line.startswith("| `")]
        self.assertEqual([row[:2] for row in rows], [[f"`{arm}`", f"{years} years"] for years in (1, 3) for arm in ARMS])
        told = json.loads(self.told("ledger", "--years", 3, "--json"))["arms"]
        for row, arm in zip(rows[3:], ARMS, strict=True):
            total = told[arm]["total"]
            for cell, line, scale in ((2, "gross", 1 / 12), (3, "deadweight_share", 100), (4, "additional", 1 / 12),
                                      (7, "moved", 1 / 12), (8, "net", 1 / 12)):
                it = total[line]
                expected = "n/a" if it is None else f"{round(it['mean'] * scale):,}"
                self.assertEqual(re.match(r"-?[\d,]+|n/a", row[cell])[0], expected, f"{arm} {line}")
            won = {who: total[f"{who}_won"]["mean"] - total[f"{who}_lost"]["mean"]
                   for who in ("household", "neighbours", "elsewhere")}
            for cell, months in ((5, won["household"]), (6, -won["neighbours"] - won["elsewhere"])):
                share = 100 * months / total["additional"]["mean"]
                self.assertEqual(re.match(r"-?[\d,]+|n/a", row[cell])[0], f"{round(share) or 0:,}", f"{arm}, cell {cell}")
        net = [np.array(told[arm]["total"]["net"]["by_replicate"]) for arm in ("household_60", "household_30")]
        self.assertIn(f"net {round((net[0] - net[1]).mean() / 12):,} (", done.stdout.splitlines()[-1])

    def test_evaluations_name_the_results_they_are_of(self):
        with h5py.File(self.out / "results.h5") as file:
            fingerprint = file.attrs["fingerprint"]
        fingerprint = fingerprint.decode() if isinstance(fingerprint, bytes) else fingerprint
        plan = ("--design", "before_after", "-n", 50, "--evaluations", 100)
        self.assertIn(f"Fingerprint {fingerprint}", self.told("evaluate", *plan).splitlines())
        self.assertEqual(json.loads(self.told("evaluate", *plan, "--json"))["fingerprint"], fingerprint)

    def cut_short(self):
        cut = self.folder / "cut.h5"
        whole = (self.out / "results.h5").read_bytes()
        cut.write_bytes(whole[:len(whole) // 2])
        return cut

    def test_says_what_is_wrong_with_what_was_asked(self):
        for command in ("ledger", "evaluate", "compare", "value"):
            self.refused(command, "'none' is the reference", "--arm", "none")
            self.refused(command, "there is no arm 'household_31'; did you mean 'household_30'?", "--arm", "household_31")
            self.refused(command, "holds no results.h5", results=self.folder, code=74)
            self.refused(command, "no such file; run the same", results=self.folder / "nowhere.h5", code=74)
            self.refused(command, "is cut short, or no HDF5 file; run the same", results=self.cut_short(), code=74)
        self.refused("ledger", "choose from household_type, barriers, out_of_work, neighbourhood", "--by", "nothing")
        self.refused("ledger", "the study has 4 years; choose fewer", "--years", 9)
        self.refused("evaluate", "60 months: the study has 40", "--follow-up", 60)
        self.refused("evaluate", "9: the study has 3 whole years", "--years", 9)
        self.refused("evaluate", "there is no outcome 'in_wrok'; did you mean 'in_work'?", "--outcome", "in_wrok")

    def test_an_arm_that_supports_nobody_has_no_deadweight_displacement_or_evaluation(self):
        study = self.study("arms: {individual_30: null, household_60: null,\n  nobody: {label: The young lose jobs sooner, "
                           "programmes: [], parameters: {work: {young: 3.0}}}}\n")
        out = self.folder / "nobody"
        done = foothold("run", study, "-o", out, "-q", "--replicates", 3, "--set", "settings.horizon=12",
                        "--set", "settings.burn_in=3")
        self.assertEqual(done.returncode, 0, done.err)
        value = json.loads(foothold("value", out, "--json").out)["arms"]
        self.assertEqual((value["nobody"]["supports_anybody"], value["nobody"]["displacement"]), (False, None))
        self.assertEqual(value["household_30"]["supports_anybody"], True)
        self.assertIn("none of that is displacement", " ".join(foothold("value", out, "--arm", "nobody").out.split()))
        self.assertNotIn("If displacement were", foothold("value", out, "--arm", "nobody").out)
        self.assertIn("If displacement were", foothold("value", out, "--arm", "household_30").out)
        self.assertIn("Nobody is supported in this arm.", foothold("ledger", out, "--arm", "nobody").out)
        told = foothold("evaluate", out, "--arm", "nobody", "--follow-up", 6, "-n", 50, "--evaluations", 100)
        self.assertIn("Nobody takes part in a programme in this arm", told.out, told.err)
        self.assertNotIn("pays", told.out)

    def test_says_so_if_the_study_was_stopped_early(self):
        out = self.folder / "stopped"
        shutil.copytree(self.out, out)
        with h5py.File(out / "results.h5", "r+") as file:
            names = file["parameters/parameter"].asstr()[...].tolist()
            file["parameters/value"][0, names.index("settings.replicates")] = 12
        for command in ("ledger", "value", "evaluate"):
            more = ("-n", 50, "--evaluations", 100) if command == "evaluate" else ()
            self.assertIn("Of 4 replicates of 12 so far", foothold(command, out, *more).out)
            self.assertNotIn("so far: the study was stopped", self.told(command, *more))
            self.assertEqual(json.loads(foothold(command, out, "--json", *more).out)["replicates_planned"], 12)

    def test_a_study_of_one_arm_has_nothing_to_compare(self):
        alone = self.study("arms: {household_30: null, individual_30: null, household_60: null}\n")
        foothold("run", alone, "-o", self.folder / "alone", "-q", "--replicates", 1, "--set", "settings.horizon=6",
                 "--set", "settings.burn_in=3")
        for command in ("ledger", "evaluate", "compare", "value"):
            done = foothold(command, self.folder / "alone")
            self.assertNotEqual(done.returncode, 0)
            self.assertRegex(done.err, "one arm", command)


if __name__ == "__main__":
    unittest.main()
