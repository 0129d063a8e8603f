"""What a user is told of a place that is wrong, of files that cannot be read or written, and of wrong use."""

import resource
import shutil
import subprocess
import unittest

from program import AS_USER, PROGRAM, SHORT, TOWN, TOWN_PLACE, ProgramTest, contents, foothold


class BadPlace(ProgramTest):
    def refused(self, place, first, *arguments, code=65, problems=1):
        out = self.folder / "out"
        done = foothold("run", TOWN, "--set", f"settings.place={place}", "-o", out, *arguments)
        self.assert_refused(done, code, first, problems)
        self.assertFalse(out.exists(), "something was written")
        return done

    def change(self, file, row, column, value):
        """Puts another value into a table of a copied place; returns the copy and file:line:column of the value."""
        place = self.copy_place()
        lines = (place / file).read_text().splitlines()
        fields = lines[row].split(",")
        at = lines[0].split(",").index(column)
        where = f"{place / file}:{row + 1}:{len(','.join(fields[:at])) + (2 if at else 1)}"
        fields[at] = value
        lines[row] = ",".join(fields)
        (place / file).write_text("\n".join(lines) + "\n")
        return place, where

    def test_cannot_hold_a_neighbourhood_without_households(self):
        place = self.copy_place()
        lines = (place / "neighbourhoods.csv").read_text().splitlines()
        names = lines[0].split(",")
        fields = [["0", value][not name.startswith("households_")]
                  for name, value in zip(names, lines[1].split(","))]
        lines[1] = ",".join(fields)
        (place / "neighbourhoods.csv").write_text("\n".join(lines) + "\n")
        at = len(",".join(fields[:names.index("households_single")])) + 2
        self.refused(place, f"{place}/neighbourhoods.csv:2:{at}: error: households_single: "
                     "there is no household here; leave it out")

    def test_cannot_be_without_neighbourhoods(self):
        place = self.copy_place()
        table = place / "neighbourhoods.csv"
        table.write_text(table.read_text().splitlines()[0] + "\n")
        settings = (place / "place.yaml").read_text().replace("neighbourhoods: 13", "neighbourhoods: 0", 1)
        (place / "place.yaml").write_text(settings)
        self.refused(place, f"{table}:1:1: error: there is no neighbourhood")

    def test_that_was_cut_in_the_middle_of_a_line_is_noticed(self):
        place = self.copy_place()
        table = place / "neighbourhoods.csv"
        lines = table.read_text().splitlines(keepends=True)
        table.write_text("".join(lines[:6]) + lines[6][:65])
        at = lines[6][:65].rfind(",") + 2
        self.refused(place, f"{table}:7:{at}: error: the file ends in the middle of a row; it was cut short, fetch it again",
                     problems=2)

    def test_that_was_cut_at_the_end_of_a_line_is_noticed(self):
        place = self.copy_place()
        table = place / "neighbourhoods.csv"
        table.write_text("".join(table.read_text().splitlines(keepends=True)[:6]))
        self.refused(place, f"{place}/place.yaml:7:19: error: rows.neighbourhoods: {table} has 5 rows, not 13; "
                     "it was cut short or changed")

    def test_names_the_code_that_joins_to_nothing(self):
        place, where = self.change("neighbourhoods.csv", 3, "zone", "E02999999")
        self.refused(place, f"{where}: error: zone: zones.csv has no zone 'E02999999'")

    def test_names_the_authority_without_rates(self):
        place, where = self.change("neighbourhoods.csv", 3, "authority", "E08999999")
        self.refused(place, f"{where}: error: authority: authorities.csv has no rates for 'E08999999'")

    def test_names_the_share_that_is_none(self):
        place, where = self.change("neighbourhoods.csv", 13, "employed", "1.5")
        self.refused(place, f"{where}: error: employed: '1.5' is not a share (must lie in 0..1)")

    def test_names_the_file_that_is_missing(self):
        for file in ["place.yaml", "neighbourhoods.csv", "zones.csv", "authorities.csv"]:
            with self.subTest(file):
                place = self.copy_place()
                (place / file).unlink()
                self.refused(place, f"error: {place / file}: cannot be read; check that it exists and may be read", code=74)
                shutil.rmtree(place)

    def test_must_know_the_year_in_which_the_study_starts(self):
        self.refused(TOWN_PLACE, "--set settings.start: error: settings.start: the place has no employment rate of "
                     "authority E08000011 in 1990; start in a year that authorities.csv covers",
                     "--set", "settings.start=1990-04")

    def test_must_hold_the_areas_that_a_programme_names(self):
        path = "programmes.households_into_work.area.authorities"
        self.refused(TOWN_PLACE, f"--set {path}: error: {path}: the place has no local authority 'E09000001'; did you mean 'E08000011'?",
                     "--set", f"{path}=[E09000001]")

    def test_is_found_wrong_by_check_and_by_a_dry_run_too(self):
        for command in (["check", TOWN], ["run", TOWN, "--dry-run"]):
            done = foothold(*command, "--set", "settings.start=1990-04")
            self.assertEqual(done.returncode, 65)


class BadFile(ProgramTest):
    def test_that_may_not_be_read_is_named(self):
        path = self.study("")
        path.chmod(0)
        done = foothold("check", path, before=AS_USER)
        self.assert_refused(done, 74, f"error: {path}: cannot be read (Permission denied)")

    def test_below_which_the_results_should_go_is_named(self):
        file = self.write("file", "mine")
        done = foothold("run", TOWN, *SHORT, "-o", file / "out")
        self.assert_refused(done, 74, f"error: {file}/out: cannot be made: Not a directory; choose another folder with -o")
        self.assertEqual(file.read_text(), "mine")

    def test_folder_that_may_not_be_written_is_named(self):
        shut = self.folder / "shut"
        shut.mkdir(mode=0o555)
        done = foothold("run", TOWN, *SHORT, "-o", shut / "out", before=AS_USER)
        self.assert_refused(done, 74, f"error: {shut}/out: cannot be made: Permission denied; choose another folder with -o")

    def test_of_somebodys_own_is_not_replaced_by_the_results(self):
        mine = self.study("# my own words\n", "scenario.yaml")
        done = foothold("run", mine, *SHORT, "-o", self.folder)
        self.assert_refused(done, 74, f"error: {mine}: would be replaced by the results; choose another folder with -o")
        self.assertIn("# my own words", mine.read_text())

    def test_that_was_there_stays_when_the_disk_is_full(self):
        self.run_town("out")
        before = contents(self.folder / "out")
        largest = max(len(data) for name, data in before.items() if name.startswith("segments"))
        for limit in (0, 1000, 30000, largest - 1, largest + 1000):
            def full():
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            done = subprocess.run([PROGRAM, "run", TOWN, *SHORT, "--replicates", "2", "-o", self.folder / "out", "-q"],
                                  capture_output=True, text=True, check=False, preexec_fn=full)
            self.assertEqual((done.returncode, done.stdout), (74, ""), done.stderr)
            self.assertRegex(done.stderr, r"^error: .*/out/.*: cannot be written: File too large\n$")
            after = contents(self.folder / "out")
            self.assertEqual([name for name in after if ".part" in name], [])
            renewed = before["scenario.yaml"].replace(b"replicates: 1\n", b"replicates: 2\n")
            self.assertIn(after.pop("scenario.yaml"), (before["scenario.yaml"], renewed))
            for name in before.keys() - {"scenario.yaml"}:
                self.assertEqual(after[name], before[name], name)
        self.run_town("out", replicates=2)
        self.run_town("new", replicates=2)
        self.assertEqual((self.folder / "out/results.h5").read_bytes(), (self.folder / "new/results.h5").read_bytes())

    def test_of_standard_output_that_is_full_is_an_error(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "explain", "schedule"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual((done.returncode, done.stderr),
                         (74, b"error: standard output: cannot be written; is the disk full?\n"))


class WrongUse(ProgramTest):
    def refused(self, problem, command, *arguments):
        done = foothold(*command.split(), *arguments)
        self.assert_refused(done, 2, f"error: {problem}")
        name = " ".join(["foothold", *command.split()[:1]]) if command.split()[:1] in (["run"], ["explain"]) else "foothold"
        self.assertEqual(done.err.splitlines()[1:], [f"{name} --help says how to use it."])

    def test_is_told_which_commands_there_are(self):
        self.refused("a command is missing; one of run, scenarios, check, explain, compare, ledger, value, "
                     "evaluate, cliff, place, calibrate, sensitivity, bench, schema, validate, verify", "")
        self.refused("rnu: unknown command; did you mean 'run'?", "rnu")
        self.refused("scheduel: unknown command; did you mean 'schedule'?", "explain scheduel")

    def test_is_told_which_option_may_have_been_meant(self):
        self.refused("--replicats: unknown option; did you mean '--replicates'?", "run", TOWN, "--replicats", "3")

    def test_is_told_what_is_missing_or_too_much(self):
        self.refused("-o DIR is required", "run", TOWN)
        self.refused("scenario is required", "run", "-o", self.folder / "out")
        self.refused("more.yaml: one argument too many", "run", TOWN, "more.yaml", "--dry-run")

    def test_is_told_which_numbers_may_be_given(self):
        for option, value, most in (("--threads", "-1", 4096), ("--threads", "many", 4096), ("--seed", "012", 2**64 - 1),
                                    ("--seed", "18446744073709551616", 2**64 - 1), ("--replicates", "0", 100000)):
            least = 1 if option == "--replicates" else 0
            self.refused(f"{option}: '{value}' is not a whole number from {least} to {most}", "run", TOWN, option, value)


if __name__ == "__main__":
    unittest.main()
