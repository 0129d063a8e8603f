"""What `foothold validate` does: it lives experiments, judges rows by the rules of a book, and says so."""

import json
import unittest

from program import SCENARIOS, ProgramTest, foothold

TOWN = SCENARIOS / "demonstration-town.yaml"

STUDY = """extends: [{base}]
schema_version: 1
name: small
title: "Small"
question: "What?"
settings: {{place: {place}, start: 2018-04, burn_in: 3, horizon: 6, replicates: 1, seed: 1}}
reference: none
programmes: {{}}
arms:
  none: {{label: "Nothing", programmes: []}}
"""

ROW = """  {name}:
    pattern: "{pattern}"
    says: "what must be seen"
    definition: "how it is counted"
    experiment: "flows"
    finding: "{finding}"
    minus: ""
    unit: "%"
    published: "{low}"
    population: "somewhere"
    reference: "somebody"
    confidence: "A"
    expect: within
    low: {low}
    high: {high}
    tolerance: 0
    because: "a test"
    kind: free
    fitted: false
    tried: "{tried}"
"""


class Validating(ProgramTest):
    def book(self, rows, experiment="flows"):
        self.write("study.yaml", STUDY.format(base=SCENARIOS / "base.yaml", place=SCENARIOS / "places/demonstration-town"))
        text = (f"experiments:\n  {experiment}: {{design: labour_market, scenario: study.yaml, thin: 4, replicates: 3, most_deprived: 0.3}}\n"
                "patterns:\n" + "".join(rows))
        return self.write("book.yaml", text)

    def row(self, name="good", pattern="P3", finding="employed_to_unemployed", low=0, high=100, tried=""):
        return ROW.format(name=name, pattern=pattern, finding=finding, low=low, high=high, tried=tried)

    def validate(self, book, *arguments):
        return foothold("validate", TOWN, "--patterns", book, "--set", "settings.burn_in=3", *arguments)

    def test_shows_what_passes_and_fails_what_was_planted_to_fail(self):
        book = self.book([self.row(), self.row("planted", low=99, high=100, tried="nothing helped")])
        done = self.validate(book, "-q")
        self.assertEqual((done.returncode, done.err), (1, ""))
        self.assertRegex(done.out, r"\n  good, % .* shown\n")
        self.assertRegex(done.out, r"\n  planted, % .* not shown\n")
        self.assertIn("planted: nothing helped", done.out)
        for line in done.out.splitlines():
            self.assertLessEqual(len(line), 80, line)

    def test_succeeds_when_nothing_judged_fails(self):
        done = self.validate(self.book([self.row()]))
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("flows: 100 % done", done.err)

    def test_refuses_a_shock_of_the_name_of_one_of_its_own(self):
        shock = ('parameters: {labour_demand: {shocks: {market: {label: "x", from: 2018-04, months: 6, fade: 0, '
                 'ratio: [1, 1, 1], added: [0, 0, 0], zones: []}}}}\n')
        book = self.book([self.row()])
        self.write("study.yaml", (self.folder / "study.yaml").read_text() + shock)
        town = self.study(shock, "town.yaml")
        done = foothold("validate", town, "--patterns", book, "-q")
        self.assertEqual((done.returncode, done.out), (65, ""))
        self.assertIn("parameters.labour_demand.shocks.market: ", done.err)
        self.assertIn("validation has a shock of this name", done.err)
        self.assertEqual(self.validate(book, "-q").returncode, 0, "the town itself has none")

    def test_cannot_tell_without_an_interval_or_a_finding(self):
        book = self.book([self.row(), self.row("unknown", finding="moon_phase")])
        answer = json.loads(self.validate(book, "--json", "--replicates", 1).out)
        self.assertEqual([row["verdict"] for row in answer["rows"]], ["cannot tell", "cannot tell"])
        self.assertIsNotNone(answer["rows"][0]["simulated"])
        self.assertIsNone(answer["rows"][1]["simulated"])

    def test_gives_the_documented_json_with_any_number_of_threads(self):
        book = self.book([self.row()])
        one, two = (json.loads(self.validate(book, "--json", "--threads", threads).out) for threads in (1, 2))
        self.assertEqual(one["rows"], two["rows"])
        self.assertEqual(list(one), ["schema_version", "scenario", "place", "version", "seed", "rows", "experiments", "verdicts"])
        self.assertEqual(list(one["rows"][0]), [
            "id", "pattern", "says", "definition", "unit", "published", "population", "source", "confidence", "expect", "low",
            "high", "tolerance", "because", "kind", "fitted", "simulated", "low_95", "high_95", "verdict", "tried",
            "experiment", "command"])
        self.assertEqual(one["verdicts"], {"shown": 1, "not shown": 0, "cannot tell": 0, "not judged": 0})
        row = one["rows"][0]
        self.assertLess(row["low_95"], row["simulated"])
        self.assertGreater(row["high_95"], row["simulated"])

    def test_runs_only_what_is_asked_for(self):
        book = self.book([self.row(), self.row("other", pattern="P4")])
        answer = json.loads(self.validate(book, "--json", "--only", "P4").out)
        self.assertEqual([row["id"] for row in answer["rows"]], ["other"])
        self.assertIn("--only P4", answer["rows"][0]["command"])
        done = self.validate(book, "--only", "othr")
        self.assertEqual(done.returncode, 65)
        self.assertIn("there is no pattern 'othr'; did you mean 'other'?", done.err)

    def test_writes_the_page(self):
        page = self.folder / "validation.md"
        book = self.book([self.row(), self.row("planted", low=99, high=100, tried="nothing helped")])
        self.validate(book, "-q", "--write", page)
        text = page.read_text()
        self.assertIn("| P3 | what must be seen | 99 % | 99.0 to 100.0 % |", text)
        self.assertIn("**not shown**", text)
        self.assertIn("nothing helped", text)

    def test_refuses_a_book_that_cannot_be_judged(self):
        done = self.validate(self.book([self.row(low=5, high=4)], experiment="flow"))
        self.assertEqual(done.returncode, 65)
        self.assertIn("patterns.good: there is no experiment 'flows'", done.err)
        self.assertIn("patterns.good: low is above high", done.err)

    def test_has_a_shipped_book_that_the_program_reads(self):
        done = foothold("validate", "--only", "no_such_row")
        self.assertEqual(done.returncode, 65)
        self.assertIn("there is no pattern 'no_such_row'", done.err)


if __name__ == "__main__":
    unittest.main()
