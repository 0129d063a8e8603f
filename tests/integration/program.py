"""What the tests of the finished program share: where it is, how it is started, and a study that takes a moment.

The program is the one in the environment variable FOOTHOLD_PROGRAM; tests run in the checkout.
"""

import contextlib
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.path.abspath(os.environ.get("FOOTHOLD_PROGRAM", "build/release/foothold"))
SCENARIOS = pathlib.Path("scenarios").resolve()
TOWN = SCENARIOS / "demonstration-town.yaml"
TOWN_PLACE = SCENARIOS / "places" / "demonstration-town"
SHORT = ["--set", "settings.horizon=6", "--set", "settings.burn_in=3"]

# Root may read and write everything; this takes that right away.
AS_USER = ["setpriv", "--bounding-set=-dac_override,-dac_read_search",
           "--inh-caps=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def foothold(*arguments, **options):
    """Runs the program to its end; `out` and `err` of the answer are its text."""
    before = options.pop("before", [])
    program = options.pop("program", PROGRAM)
    done = subprocess.run([*before, program, *map(str, arguments)], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=200, check=False, **options)
    done.out = done.stdout.decode()
    done.err = done.stderr.decode()
    return done


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def contents(folder):
    """Every file below a folder, with its bytes."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class ProgramTest(unittest.TestCase):
    """Each test has an empty folder of its own."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="foothold-")))

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def study(self, text, name="study.yaml"):
        """A scenario like the town's with `text`, whose first line is line 6 of the file."""
        return self.write(name, f'extends: {TOWN}\nschema_version: 1\nname: study\ntitle: "Study"\nquestion: "What?"\n'
                          + text)

    def run_town(self, out, *arguments, replicates=1, **options):
        """A run of the short town that must succeed."""
        done = foothold("run", TOWN, *SHORT, "--replicates", replicates, "-o", self.folder / out, *arguments, **options)
        self.assertEqual(done.returncode, 0, done.err)
        return done

    def copy_place(self):
        return pathlib.Path(shutil.copytree(TOWN_PLACE, self.folder / "place"))

    def copy_scenarios(self):
        return pathlib.Path(shutil.copytree(SCENARIOS, self.folder / "scenarios",
                                            ignore=shutil.ignore_patterns("liverpool-city-region")))

    def assert_refused(self, done, code, first, problems=None):
        """Ended with `code`, said `first` in its first line, and gave no result."""
        lines = done.err.splitlines()
        self.assertEqual(lines[0] if lines else "", first)
        self.assertEqual(done.returncode, code)
        self.assertEqual(done.out, "")
        if code == 65:
            number = len(lines) - 1 if problems is None else problems
            self.assertEqual(lines[-1], f"{number} error{'' if number == 1 else 's'}; nothing was run.")
            self.assertEqual(len(lines), number + 1)


@contextlib.contextmanager
def started(*arguments, **options):
    """The program while it runs; it is killed if the test leaves it running."""
    with subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          **{"stderr": subprocess.PIPE, **options}) as process:
        try:
            yield process
        finally:
            process.kill()
