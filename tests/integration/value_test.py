"""Costs and benefits of a study's programmes, from its results alone."""

import csv
import io
import json
import re
import tempfile
import unittest

import h5py

from program import SCENARIOS, TOWN, ProgramTest, foothold

PAYERS = ("health", "justice", "housing", "other")


class Value(ProgramTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kept = tempfile.TemporaryDirectory(prefix="foothold-")
        cls.out = cls.kept.name + "/town"
        cls.ran = foothold("run", TOWN, "-o", cls.out, "-q", "--json", "--replicates", 3,
                           "--set", "settings.horizon=18", "--set", "settings.burn_in=6")

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()
        super().tearDownClass()

    def value(self, *more):
        done = foothold("value", self.out, *more)
        self.assertEqual(done.returncode, 0, done.err)
        return done.out

    def test_services_by_payer_add_up_to_services(self):
        with h5py.File(f"{self.out}/results.h5") as file:
            parts = sum(file[f"region/services_{payer}"][...] for payer in PAYERS)
            self.assertTrue((parts == file["region/services"][...]).all())
            self.assertTrue((parts > 0).all())

    def test_is_the_net_public_cost_that_the_run_printed(self):
        stated = json.loads(self.ran.out)["arms"]
        for name, arm in json.loads(self.value("--json"))["arms"].items():
            self.assertAlmostEqual(arm["lines"]["exchequer"]["total"]["mean"],
                                   -stated[name]["net_public_cost"]["mean"], places=4)

    def test_has_a_deflator_for_every_year_of_the_dated_rates(self):
        rates = re.findall(r"- from: (\d+)-(\d+)", (SCENARIOS / "evidence/tax_benefit.yaml").read_text())
        deflators = re.findall(r"\{year: (\d+), index:", (SCENARIOS / "evidence/accounting.yaml").read_text())
        years = {int(year) - (int(month) < 4) for year, month in rates}
        self.assertEqual([int(year) for year in deflators], list(range(min(years), max(years) + 1)))

    def test_says_whose_prices_it_is_in(self):
        self.assertIn("in the prices of 2018/19", " ".join(self.value().split()))
        self.assertEqual(json.loads(self.value("--json"))["price_year"], 2018)

    def test_accounts_add_up_in_every_year(self):
        for arm in json.loads(self.value("--json"))["arms"].values():
            lines = {key: [year["mean"] for year in line["by_year"]] for key, line in arm["lines"].items()}
            for year in range(2):
                self.assertAlmostEqual(lines["exchequer"][year] + lines["households"][year], lines["society"][year], places=4)
                self.assertAlmostEqual(lines["supported"][year] + lines["others"][year], lines["households"][year], places=4)

    def test_page_is_80_columns_and_says_how_long_the_study_lived(self):
        text = self.value()
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertIn("1 year and 6 months", text)

    def test_page_ends_with_the_fingerprint_of_the_results(self):
        fingerprint = json.loads(self.ran.out)["fingerprint"]
        self.assertEqual(self.value().splitlines()[-1], "Fingerprint " + fingerprint)
        self.assertEqual(json.loads(self.value("--json"))["fingerprint"], fingerprint)

    def test_page_of_one_replicate_claims_nothing_for_sure(self):
        self.assertIn(" % of replicates", " ".join(self.value().split()))
        self.run_town("one", "-q")
        done = foothold("value", self.folder / "one")
        words = " ".join(done.out.split())
        self.assertLessEqual(max(map(len, done.out.splitlines())), 80)
        self.assertIn(", in one replicate: society", words)
        self.assertIn("Fewer than three replicates cannot say how much of that is luck.", words)
        for claim in ("of replicates it has", "Each pound of the programme returns", "cannot be told from nothing"):
            self.assertNotIn(claim, words)

    def test_takes_several_arms(self):
        asked = ["--arm", "household_60", "--arm", "household_30"]
        self.assertEqual(list(json.loads(self.value(*asked, "--json"))["arms"]), ["household_60", "household_30"])

    def test_csv_has_a_row_for_each_line_and_year(self):
        rows = list(csv.DictReader(io.StringIO(self.value("--arm", "household_30", "--csv"))))
        self.assertEqual({row["year"] for row in rows}, {"1", "2", "all"})
        self.assertEqual({row["arm"] for row in rows}, {"household_30"})

    def test_says_nothing_of_years_the_study_did_not_live(self):
        done = foothold("value", self.out, "--years", 5)
        self.assertEqual((done.returncode, done.out), (65, ""))
        self.assertIn("the study lived 18 months", done.err)


if __name__ == "__main__":
    unittest.main()
