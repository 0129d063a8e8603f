"""The library of studies: what `foothold scenarios` lists, and that each study is explained in the documentation."""

import json
import pathlib
import re
import unittest

from program import SCENARIOS, TOWN, ProgramTest, foothold

PAGES = pathlib.Path("docs/scenarios")


def listed(folder=SCENARIOS):
    done = foothold("scenarios", folder, "--json")
    assert done.returncode == 0, done.err
    return {pathlib.Path(each["file"]).stem: each for each in json.loads(done.out)}


class List(ProgramTest):
    def test_shows_name_title_question_and_command_within_80_columns(self):
        done = foothold("scenarios", "scenarios")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("demonstration-town\n    Two advocates in a small town\n    In one small town", done.out)
        self.assertIn("\n    foothold run scenarios/demonstration-town.yaml -o results/demonstration-town\n", done.out)
        self.assertLessEqual(max(map(len, done.out.splitlines())), 80)

    def test_takes_the_folder_scenarios_if_none_is_named(self):
        self.assertEqual(foothold("scenarios").out, foothold("scenarios", "scenarios").out)

    def test_leaves_out_parts_evidence_and_the_experiments_of_validate(self):
        found = listed()
        self.assertIn("households-into-work", found)
        for other in ["base", "mechanisms", "support", "labour-market", "targets", "programmes", "place"]:
            self.assertNotIn(other, found)
        self.assertFalse([each["file"] for each in found.values() if "validation/" in each["file"]])

    def test_lists_a_broken_study_with_its_first_error_and_goes_on(self):
        self.study("settings: {horizn: 6}", "broken.yaml")
        self.study("", "deeper/fine.yaml")
        self.write("torn.yaml", "question: [\n")
        found = listed(self.folder)
        self.assertEqual(list(found), ["broken", "fine", "torn"])
        self.assertIn("broken.yaml:6:12: error: settings.horizn: unknown key", found["broken"]["problem"])
        self.assertIsNone(found["broken"]["command"])
        self.assertIsNone(found["fine"]["problem"])
        self.assertIn("torn.yaml:", found["torn"]["problem"])

    def test_gives_a_command_that_a_shell_takes(self):
        path = self.study("", "my study.yaml")
        self.assertEqual(listed(self.folder)["my study"]["command"],
                         f"foothold run '{path}' -o 'results/my study'")

    def test_says_what_to_do_if_there_is_no_such_folder(self):
        done = foothold("scenarios", self.folder / "none")
        self.assertEqual(done.returncode, 74)
        self.assertEqual(done.out, "")
        self.assertIn("name the folder that holds the studies", done.err)


class Library(unittest.TestCase):
    def test_has_a_question_a_page_and_a_line_in_the_index_for_every_study(self):
        index = (PAGES / "README.md").read_text()
        for stem, study in listed().items():
            with self.subTest(study=stem):
                self.assertIsNone(study["problem"])
                self.assertTrue(study["question"].endswith("?"), study["question"])
                page = "households-into-work" if stem == TOWN.stem else stem
                self.assertTrue((PAGES / f"{page}.md").is_file(), f"docs/scenarios/{page}.md is missing")
                self.assertIn(f"]({page}.md)", index)
                self.assertIn(f"scenarios/{stem}.yaml", (PAGES / f"{page}.md").read_text())

    def test_has_pages_in_one_order_that_name_every_arm(self):
        headings = ["What it asks", "What is compared", "What it assumes", "How to run it"]
        for stem in listed():
            with self.subTest(study=stem):
                page = (PAGES / f"{'households-into-work' if stem == TOWN.stem else stem}.md").read_text()
                found = re.findall(r"^## (.+)$", page, re.M)
                self.assertEqual([each for each in found if each in headings], headings)
                plan = foothold("run", SCENARIOS / f"{stem}.yaml", "--dry-run").out
                arms = re.findall(r"^  arm +(\w+)", plan, re.M)
                self.assertGreater(len(arms), 1)
                self.assertEqual([arm for arm in arms if not re.search(rf"`[^`]*\b{arm}\b[^`]*`", page)], [])


class Benefits(unittest.TestCase):
    """Its arms choose tax years by their place in the list; these are the years that they mean."""

    def setUp(self):
        table = foothold("explain", "parameters", "scenarios/benefits.yaml", "--table").out
        self.values = dict(re.findall(r"^\| `([^`]+)` \| ([^|]*?) \|", table, re.M))

    def rates(self, arm):
        """First month and taper of each set of rates as an arm has them."""
        changed = f"arms.{arm}.parameters.tax_benefit.rates"
        law = "parameters.tax_benefit.rates"
        count = sum(re.fullmatch(rf"{re.escape(law)}\[\d+\]\.from", key) is not None for key in self.values)
        return [(self.values[f"{law}[{i}].from"],
                 float(self.values.get(f"{changed}[{i}].taper", self.values[f"{law}[{i}].taper"])))
                for i in range(count)]

    def test_law_has_63_pence_until_november_2021_and_then_55(self):
        rates = self.rates("law")
        self.assertGreater(len(rates), 10)
        self.assertEqual(rates, sorted(rates))
        for month, taper in rates:
            self.assertEqual(taper, 0.63 if month < "2021-11" else 0.55, month)

    def test_other_arms_have_one_taper_all_the_time(self):
        for arm, taper in {"taper_63": 0.63, "taper_55": 0.55}.items():
            self.assertEqual({each for _, each in self.rates(arm)}, {taper}, arm)
            self.assertEqual([month for month, _ in self.rates(arm)], [month for month, _ in self.rates("law")])

    def test_no_arm_changes_a_rate_that_had_its_taper_anyway(self):
        law = dict(enumerate(taper for _, taper in self.rates("law")))
        for key, value in self.values.items():
            found = re.fullmatch(r"arms\.(taper_\d+)\.parameters\.tax_benefit\.rates\[(\d+)\]\.taper", key)
            if found:
                self.assertNotEqual(law[int(found[2])], float(value), key)


class Zones(ProgramTest):
    def test_of_a_programme_must_be_in_the_place(self):
        path = self.study("programmes: {households_into_work: {area: {zones: [E02999999]}}}")
        done = foothold("check", path)
        self.assertEqual(done.returncode, 65)
        self.assertIn(f"{path}:6:51: error: programmes.households_into_work.area.zones", done.err)
        self.assertIn("the place has no work zone 'E02999999'", done.err)


if __name__ == "__main__":
    unittest.main()
