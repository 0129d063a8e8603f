"""A barrier without effect, added to the shipped town, changes nothing but the count of those who have it; and the
published margins of the shipped places are met by the people drawn from them."""

import json
import unittest

import h5py
import numpy
import yaml

from program import SCENARIOS, TOWN, ProgramTest, foothold

NEUTRAL = """parameters:
  barriers:
    nothing: {{scope: {scope}, stream: 40, counts: false, prevalence: 0.2, domain: income, domain_loading: 0.2,
              age_loading: 0.1, qualification_loading: 0, recovery: 0.03, chronic: 0, relapse: 1, spill_over: 1, long_out_of_work: 1,
              after_job_loss: 1, after_job_entry: 1, raised_by: {{}}, slowed_by: {{}}, employment: 0, readiness: 0,
              hiring: 0, separation: 1, acceptance: 0, stage: 9, help: 0, material: false,
              services_cost: {{health: 0, justice: 0, housing: 0, other: 0}}}}
  population:
    correlation_order: [{order}]
    correlations: {matrix}
"""


def value(entry):
    return entry["value"] if isinstance(entry, dict) else entry


class NeutralBarrier(ProgramTest):
    def measures(self, scenario, out):
        done = foothold("run", scenario, "-o", self.folder / out, "-q", "--replicates", 1,
                        "--set", "settings.horizon=24", "--set", "settings.burn_in=6")
        self.assertEqual(done.returncode, 0, done.err)
        with h5py.File(self.folder / out / "results.h5") as file:
            return {f"{group}/{name}": data[...] for group in ("region", "programme") for name, data in file[group].items()
                    if data.ndim == 3}

    def test_changes_nothing_else(self):
        population = yaml.safe_load((SCENARIOS / "evidence" / "population.yaml").read_text(encoding="utf-8"))
        population = population["parameters"]["population"]
        order, matrix = value(population["correlation_order"]), value(population["correlations"])
        matrix = [row + [0] for row in matrix] + [[0] * len(order) + [1]]
        before = self.measures(TOWN, "before")
        for scope in ("personal", "household"):
            text = NEUTRAL.format(scope=scope, order=", ".join(order + ["nothing"]), matrix=matrix)
            after = self.measures(self.study(text, f"{scope}.yaml"), scope)
            self.assertGreater(after.pop("region/with_nothing").sum(), 0)
            self.assertEqual([name for name in before if not numpy.array_equal(before[name], after[name])], [])


class Margins(ProgramTest):
    def margins(self, place):
        done = foothold("place", "check", SCENARIOS / "places" / place, "--scenario", TOWN, "--json",
                        "--set", "settings.burn_in=1")
        self.assertEqual(done.returncode, 0, done.err)
        return json.loads(done.out)

    def test_of_the_region_are_met(self):
        margins = {row["name"]: row for row in self.margins("liverpool-city-region")}
        people, work = margins["people aged 16 to 65"], margins["employment"]
        self.assertLess(abs(people["opening"] - people["published"]), 0.005 * people["published"])
        self.assertLess(abs(work["opening"] - work["published"]), 0.3)
        self.assertLess(margins["neighbourhoods outside their 95 % range"]["opening"], 8)
        for where in ("households", "worst tenth"):
            for dimensions in range(5):
                row = margins[f"{where}, deprived in {dimensions}"]
                self.assertLess(abs(row["opening"] - row["published"]), 2, row)

    def test_of_the_town_are_met(self):
        self.assertTrue(all(row["passes"] for row in self.margins("demonstration-town")))


if __name__ == "__main__":
    unittest.main()
