"""`foothold cliff`: a curve of lengths, the value of further months, and the end taken apart."""

import csv
import io
import json
import signal
import time
import unittest

from program import ProgramTest, TOWN, contents, digest, foothold, started

QUICK = ["--set", "settings.burn_in=2", "--set", "settings.horizon=20", "--programme", "households_into_work",
         "--from", "6", "--to", "12", "--every", "6", "--anatomy", "13", "--window", "6"]


class Cliff(ProgramTest):
    def cliff(self, name, *arguments):
        done = foothold("cliff", TOWN, *QUICK, "-o", self.folder / name, *arguments)
        self.assertEqual(done.returncode, 0, done.err)
        return done

    def test_reads_the_same_from_the_results_alone_and_runs_nothing_again(self):
        first = self.cliff("one", "--replicates", "3")
        for line in first.out.splitlines():
            self.assertLessEqual(len(line), 80, line)
        segments = {path: text for path, text in contents(self.folder / "one").items() if "segments" in path}
        self.assertEqual(len(segments), 3)
        (self.folder / "alone").mkdir()
        (self.folder / "alone" / "results.h5").write_bytes((self.folder / "one" / "results.h5").read_bytes())
        self.assertEqual(foothold("cliff", self.folder / "alone").out, first.out)
        again = self.cliff("one", "--replicates", "3")
        self.assertEqual(again.out, first.out)
        self.assertNotIn("month", again.err)

    def test_goes_on_after_a_stop_with_the_same_result(self):
        whole = self.cliff("whole", "--replicates", "2")
        self.cliff("broken", "--replicates", "1")
        (self.folder / "broken" / "results.h5").unlink()
        resumed = self.cliff("broken", "--replicates", "2")
        self.assertEqual(resumed.out, whole.out)

    def test_loses_nothing_when_it_is_killed(self):
        replicates = 8
        whole = self.cliff("whole", "--replicates", replicates)
        out = self.folder / "killed"
        for after in (0, 1, 3):  # segments
            with started("cliff", TOWN, *QUICK, "-o", out, "--replicates", replicates) as process:
                while process.poll() is None and len(list(out.glob("segments/replicate-*.h5"))) <= after:
                    time.sleep(0.005)
                process.kill()
                process.communicate()
            self.assertEqual(process.returncode, -signal.SIGKILL, "it was done before it could be killed")
        self.assertEqual(self.cliff("killed", "--replicates", replicates).out, whole.out)
        self.assertEqual(digest(out / "results.h5"), digest(self.folder / "whole" / "results.h5"))

    def test_gives_json_whose_causes_add_up_and_a_table(self):
        self.cliff("one", "--replicates", "3")
        found = json.loads(foothold("cliff", self.folder / "one", "--json").out)
        self.assertEqual([each["months"] for each in found["lengths"]], [6, 12, 13])
        self.assertEqual([(each["from"], each["to"]) for each in found["further_months"]], [(6, 12), (12, 13)])
        self.assertEqual(found["renewal"]["months"], 13)
        causes = [each["by_replicate"] for each in found["drop"]["causes"]]
        self.assertEqual([sum(each) for each in zip(*causes)], found["drop"]["by_replicate"])
        rows = list(csv.DictReader(io.StringIO(foothold("cliff", self.folder / "one", "--csv").out)))
        self.assertEqual([row["what"] for row in rows],
                         ["length"] * 3 + ["further_month"] * 2 + ["renewed_yearly", "committed_less_renewed",
                          "drop_referrals", "drop_notice", "drop_dropped", "drop_relapse", "drop"])
        self.assertAlmostEqual(float(rows[0]["job_months"]), found["lengths"][0]["net_job_months"]["mean"])

    def test_of_a_finished_study_ignores_no_option_in_silence(self):
        self.cliff("one", "--replicates", "2")
        done = foothold("cliff", self.folder / "one", "--from", "7", "--window", "6", "--set", "settings.horizon=40")
        self.assert_refused(done, 65, f"{self.folder / 'one'}: error: is a study that has been run, and cannot be asked for "
                            "--set, --from; leave them out to read it, or name the scenario, with --programme NAME and -o "
                            "and another folder, to run a study that has what you ask for", 1)
        plain = foothold("cliff", self.folder / "one")
        self.assertEqual((plain.returncode, plain.err), (0, ""))
        same = foothold("cliff", self.folder / "one", "--from", "6", "--to", "12", "--window", "6", "--replicates", "2", "-q")
        self.assertEqual((same.returncode, same.out), (0, plain.out))
        self.assertEqual(" ".join(same.err.split()), "note: the study has been run and is read as it is, so nothing came of "
                         "--from, --to, --window, --replicates")

    def test_says_that_a_further_month_is_a_mean_and_where_there_is_no_interval(self):
        self.cliff("one", "--replicates", "2")
        found = json.loads(foothold("cliff", self.folder / "one", "--json").out)
        self.assertEqual([each["averaged_over_months"] for each in found["further_months"]], [6, 1])
        net = found["lengths"][0]["net_job_months"]
        self.assertEqual((net["low_95"], net["high_95"]), (None, None))
        self.assertIn("the mean over the months from one length", foothold("cliff", self.folder / "one").out)

    def test_refuses_what_cannot_be(self):
        for arguments, first in [
            (["--programme", "households_into_wrk"],
             "--programme: error: there is no programme 'households_into_wrk'; did you mean 'households_into_work'?"),
            (["--programme", "households_into_work", "--from", "60", "--to", "12"],
             "--from: error: 60 is more than --to 12; give the shorter length first"),
            ([], "--programme: error: is missing; a scenario is run with --programme NAME and -o DIR, a folder that was "
             "run is read without them"),
        ]:
            with self.subTest(arguments):
                done = foothold("cliff", TOWN, "-o", self.folder / "no", *arguments)
                self.assert_refused(done, 65, first, 1)
        self.assertFalse((self.folder / "no").exists())
        self.run_town("plain")
        done = foothold("cliff", self.folder / "plain")
        self.assert_refused(done, 65, f"{self.folder / 'plain' / 'results.h5'}: error: holds no lengths of funding; "
                            "`foothold cliff SCENARIO --programme NAME -o DIR` makes a study that does", 1)


if __name__ == "__main__":
    unittest.main()
