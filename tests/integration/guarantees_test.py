"""What the program promises: the same bytes whatever the threads, or who kills it when."""

import random
import re
import signal
import time
import unittest

from program import SHORT, TOWN, ProgramTest, contents, digest, foothold, started

KILLS = 10


class SameBytes(ProgramTest):
    def result(self, out, *arguments, **options):
        self.run_town(out, *arguments, **options)
        return digest(self.folder / out / "results.h5")

    def test_come_with_any_number_of_threads_and_from_a_second_run(self):
        first = self.result("first", "--threads", 1)
        for threads in (2, 7, 1):
            self.assertEqual(self.result(f"on-{threads}", "--threads", threads), first, f"{threads} threads")

    def test_come_when_replicates_are_added_later(self):
        self.run_town("grown")
        segment = digest(self.folder / "grown/segments/replicate-00000.h5")
        grown = self.result("grown", replicates=3)
        self.assertEqual(digest(self.folder / "grown/segments/replicate-00000.h5"), segment)
        self.assertEqual(grown, self.result("at-once", replicates=3))
        self.assertEqual(self.result("grown", replicates=1), self.result("one", replicates=1))

    def test_come_however_often_the_program_is_killed(self):
        start = time.monotonic()
        undisturbed = self.result("undisturbed", replicates=3)
        whole = time.monotonic() - start
        instants = random.Random(20180401)
        for kill in range(KILLS):
            out = self.folder / f"killed-{kill % 3}"  # so that some are killed again and again
            with started("run", TOWN, *SHORT, "--replicates", 3, "-o", out) as process:
                time.sleep(instants.uniform(0, whole))
                process.kill()
                process.communicate()
        for folder in range(3):
            self.assertEqual(self.result(f"killed-{folder}", replicates=3), undisturbed)
            self.assertEqual([name for name in contents(self.folder / f"killed-{folder}") if ".part" in name], [])


class Stopping(ProgramTest):
    def test_keeps_what_is_finished_and_the_same_command_goes_on(self):
        out = self.folder / "out"
        replicates = 50
        with started("run", TOWN, *SHORT, "--replicates", replicates, "-o", out) as process:
            while not (out / "segments/replicate-00000.h5").exists() and process.poll() is None:
                time.sleep(0.005)
            process.send_signal(signal.SIGTERM)
            error = process.communicate(timeout=100)[1].decode()
        self.assertEqual(process.returncode, 75, error)
        kept = len(list((out / "segments").iterdir()))
        self.assertIn(kept, range(1, replicates))
        number = "1 finished replicate is" if kept == 1 else f"{kept} finished replicates are"
        self.assertEqual(error.splitlines()[-1], f"stopped; {number} kept; the same command goes on from there")
        done = self.run_town("out", replicates=kept + 1)
        self.assertIn(f"Going on after {kept} of {kept + 1} replicates, which were finished before.\n", done.err)
        self.run_town("undisturbed", replicates=kept + 1)
        self.assertEqual(digest(out / "results.h5"), digest(self.folder / "undisturbed/results.h5"))


class Segment(ProgramTest):
    def setUp(self):
        super().setUp()
        self.run_town("out", "-q")
        self.out = self.folder / "out"
        self.segment = self.out / "segments/replicate-00000.h5"

    def refused(self, *arguments):
        before = contents(self.out)
        done = foothold("run", TOWN, *SHORT, "--replicates", 1, "-o", self.out, *arguments)
        self.assertEqual((done.returncode, done.out), (74, ""))
        self.assertEqual(contents(self.out), before)
        return done.err.rstrip("\n")

    def test_of_another_study_is_refused_and_kept(self):
        for change in (["--seed", "7"], ["--set", "settings.horizon=7"], ["--set", f"settings.place={self.other_place()}"]):
            error = re.sub("[0-9a-f]{16}", "HASH", self.refused(*change))
            self.assertEqual(error, f"error: {self.segment}: belongs to another study, place or version of the program "
                             "(scenario hash HASH, expected HASH); choose another folder with -o, or delete "
                             f"{self.segment.parent}")

    def other_place(self):
        """Only the work zone of one neighbourhood differs, but that is enough to be another place."""
        place = self.copy_place()
        table = place / "neighbourhoods.csv"
        lines = table.read_text().splitlines()
        zones = [line.split(",")[3] for line in lines]
        at = next(i for i in range(2, len(zones)) if zones[i] != zones[1])
        lines[at] = lines[at].replace(zones[at], zones[1], 1)
        table.write_text("\n".join(lines) + "\n")
        return place

    def test_that_is_cut_short_is_refused_with_the_remedy(self):
        whole = self.segment.read_bytes()
        for length in (0, 100, len(whole) // 2, len(whole) - 1):
            self.segment.write_bytes(whole[:length])
            self.assertRegex(self.refused(), f"^error: {re.escape(str(self.segment))}: .*; delete it and run again$")
        self.segment.unlink()
        self.run_town("out")

    def test_of_a_place_kept_elsewhere_is_one_of_the_same_study(self):
        before = digest(self.out / "results.h5")
        self.copy_place().rename(self.folder / "demonstration-town")
        self.run_town("out", "--set", f"settings.place={self.folder}/demonstration-town")
        self.assertEqual(digest(self.out / "results.h5"), before)


if __name__ == "__main__":
    unittest.main()
