"""What a run leaves in its folder: results that say what they are, and all that is needed to make them again."""

import json
import os
import shutil
import socket
import unittest

import h5py
import yaml

from program import TOWN, TOWN_PLACE, ProgramTest, contents, digest, foothold


class KeptFiles(ProgramTest):
    @classmethod
    def setUpClass(cls):
        case = cls("test_are_these")
        case.setUp()
        cls.addClassCleanup(case.doCleanups)
        cls.run_error = case.run_town("out", "--json").err
        cls.out = case.folder / "out"

    def attributes(self, path=None):
        with h5py.File(path or self.out / "results.h5", "r") as file:
            return dict(file.attrs)

    def test_are_these(self):
        self.assertEqual(sorted(contents(self.out)), sorted([
            "results.h5", "run.json", "scenario.yaml", "segments/replicate-00000.h5",
            *(f"places/demonstration-town/{name}" for name in contents(TOWN_PLACE))]))

    def test_are_named_at_the_end_whatever_the_output(self):
        self.assertEqual(self.run_error.splitlines()[-1],
                         f"Results: {self.out}/results.h5 (HDF5), scenario as run: {self.out}/scenario.yaml")

    def test_of_results_carry_title_licence_version_and_scenario(self):
        attributes = self.attributes()
        self.assertEqual(attributes["title"], "Two advocates in a small town")
        self.assertIn("Open Government Licence v3.0", attributes["licence"])
        self.assertIn(attributes["source"].split("(")[1].rstrip(")"), foothold("--version").out)
        self.assertEqual(attributes["scenario_yaml"], (self.out / "scenario.yaml").read_text())
        self.assertEqual(yaml.safe_load(attributes["scenario_yaml"])["settings"]["horizon"], 6)

    def test_of_the_record_are_linked_data_with_the_name_of_the_results(self):
        record = json.loads((self.out / "run.json").read_text())
        self.assertEqual(record["@context"], "https://w3id.org/ro/crate/1.1/context")
        things = {thing["@id"]: thing for thing in record["@graph"]}
        run = things["#run"]
        self.assertEqual(run["@type"], "CreateAction")
        self.assertEqual(run["result"], [{"@id": "results.h5"}])
        self.assertEqual(things["results.h5"]["license"], self.attributes()["licence"])
        self.assertEqual(things[run["object"][0]["@id"]]["text"], self.attributes()["scenario_yaml"])
        self.assertEqual(things[run["location"]["@id"]]["name"], socket.gethostname())
        self.assertLessEqual(run["startTime"], run["endTime"])
        self.assertEqual(run["description"],
                         f"foothold run {TOWN} --set settings.horizon=6 --set settings.burn_in=3 --replicates 1 "
                         f"-o {self.out} --json")

    def test_hold_no_path_of_this_machine_but_in_the_record(self):
        for name, data in contents(self.out).items():
            for path in (str(self.out), os.getcwd(), os.path.expanduser("~") + "/"):
                if name != "run.json":
                    self.assertNotIn(path.encode(), data, name)

    def test_are_enough_to_run_the_study_again_anywhere(self):
        moved = self.folder / "archive"
        shutil.copytree(self.out, moved)
        check = foothold("check", moved / "scenario.yaml")
        self.assertEqual((check.returncode, check.err), (0, ""))
        again = foothold("run", moved / "scenario.yaml", "-o", self.folder / "again")
        self.assertEqual(again.returncode, 0, again.err)
        self.assertEqual(digest(self.folder / "again/results.h5"), digest(self.out / "results.h5"))
        same = foothold("run", moved / "scenario.yaml", "-o", moved)  # and in its own folder it goes on
        self.assertEqual(same.returncode, 0, same.err)
        self.assertEqual(digest(moved / "results.h5"), digest(self.out / "results.h5"))

    def test_of_results_give_back_the_scenario_when_nothing_else_is_left(self):
        self.write("found.yaml", self.attributes()["scenario_yaml"])
        done = foothold("run", self.folder / "found.yaml", "-o", self.folder / "again",
                        "--set", f"settings.place={TOWN_PLACE}")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual(self.attributes(self.folder / "again/results.h5")["fingerprint"], self.attributes()["fingerprint"])

    def test_can_be_verified(self):
        good = foothold("verify", self.out / "results.h5")
        self.assertEqual(good.out, f"{self.out}/results.h5: fingerprint {self.attributes()['fingerprint']}, "
                         "as computed from its numbers\n")
        changed = shutil.copy(self.out / "results.h5", self.folder)
        with h5py.File(changed, "r+") as file:
            file["summary/employed"][0, 0, 3, 2] += 1
        bad = foothold("verify", changed)
        self.assertEqual(bad.returncode, 1)
        self.assertRegex(bad.err, "^error: the numbers now give [0-9a-f]{16}; the file was changed or damaged\n$")


if __name__ == "__main__":
    unittest.main()
