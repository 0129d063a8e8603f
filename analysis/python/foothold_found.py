"""Write the table of a study's page: what each arm adds, and at what cost.

    python3 analysis/python/foothold_found.py results/stop-start --years 10 20 --less continuous three_pieces

Asks `foothold ledger` and `foothold value` of results that were run, and runs nothing itself. Prints Markdown: one row for
every arm and number of years, then, for each pair of arms named with --less, the difference of one from the other. Years in work
are job-months divided by 12; intervals are 95 %, over replicates (Student's t), and hold luck alone. "Others at home" are members
of supported households who are not supported themselves; "elsewhere" is everybody in other households. A minus among the displaced
says that they won. Net is what is additional, and what others and people here in one world only won less what they lost. Costs are
present values of what the programmes cost.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
from typing import Any

MONTHS = 12
HEADINGS = ["arm", "after", "participants' years in work", "of them deadweight", "additional", "won by others at home, of these",
            "displaced elsewhere, of these", "here in one world only", "net, everybody", "cost per additional year [GBP]",
            "cost per net year [GBP]", "society gains [GBP 1,000]"]
LINES = {"additional": "additional years", "net": "net"}

# 97.5 % quantiles of Student's t by degrees of freedom; beyond the last the normal law is near enough.
T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
     2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042]


def asked(program: str, command: str, results: str, years: int) -> dict[str, Any]:
    """What a command says of results as JSON."""
    done = subprocess.run([program, command, results, "--years", str(years), "--json"], check=True, capture_output=True)
    return json.loads(done.stdout)


def number(value: float) -> str:
    """A whole number with commas; never a minus before nothing."""
    return f"{round(value) or 0:,}"


def interval(it: dict[str, Any] | None, scale: float, unit: str = "") -> str:
    """A mean with its interval: "506 (476 to 536)"; without one of fewer than three replicates; n/a of nothing."""
    if it is None:
        return "n/a"
    mean = number(it["mean"] * scale) + unit
    if it.get("low_95") is None:
        return mean
    return f"{mean} ({number(it['low_95'] * scale)} to {number(it['high_95'] * scale)})"


def difference(one: list[float], other: list[float]) -> dict[str, Any]:
    """Mean of paired differences with its interval."""
    each = [a - b for a, b in zip(one, other, strict=True)]
    n = len(each)
    mean = sum(each) / n
    if n < 3:
        return {"mean": mean}
    spread = math.sqrt(sum((value - mean) ** 2 for value in each) / (n - 1) / n)
    half = spread * T[min(n - 1, len(T)) - 1]
    return {"mean": mean, "low_95": mean - half, "high_95": mean + half}


def share(parts: list[float], wholes: list[float]) -> dict[str, Any] | None:
    """The sum of parts over that of wholes, with the interval of a ratio of two means (Cochran 1977, section 6.4)."""
    whole = sum(wholes)
    if whole <= 0.0:
        return None
    ratio = sum(parts) / whole
    left = [(part - ratio * each) * len(wholes) / whole for part, each in zip(parts, wholes, strict=True)]
    return {key: value + ratio for key, value in difference(left, [0.0] * len(left)).items()}


def balance(total: dict[str, Any], groups: list[str]) -> list[float]:
    """Months won less months lost by some groups together, replicate by replicate."""
    each = [total[f"{group}_{way}"]["by_replicate"] for group in groups for way in ("won", "lost")]
    return [sum(months[0::2]) - sum(months[1::2]) for months in zip(*each, strict=True)]


def cost_of_year(programme: dict[str, Any], months: dict[str, Any]) -> str:
    """Present value of what the programmes cost, over the years in work that they bring; to two figures.

    The interval is that of the months alone, whose luck is many times that of the cost.
    """
    if months["mean"] <= 0.0 or (months.get("low_95") or 0.0) <= 0.0:
        return "n/a"
    costs = [-programme["mean"] * MONTHS / months[key] for key in ("mean", "high_95", "low_95")]
    mean, low, high = (number(round(cost, 1 - math.floor(math.log10(cost))) if cost > 0.0 else 0.0) for cost in costs)
    return f"{mean} ({low} to {high})"


def rows(program: str, results: str, years: int) -> list[str]:
    """A row of the table for every arm."""
    ledger = asked(program, "ledger", results, years)["arms"]
    value = asked(program, "value", results, years)["arms"]
    table = []
    for arm, it in ledger.items():
        total = it["total"]
        lines = value[arm]["lines"]
        additional = total["additional"]["by_replicate"]
        at_home = balance(total, ["household"])
        displaced = [-months for months in balance(total, ["neighbours", "elsewhere"])]
        cells = [f"`{arm}`", f"{years} years", interval(total["gross"], 1 / MONTHS),
                 interval(total["deadweight_share"], 100, " %"), interval(total["additional"], 1 / MONTHS),
                 interval(share(at_home, additional), 100, " %"), interval(share(displaced, additional), 100, " %"),
                 interval(total["moved"], 1 / MONTHS), interval(total["net"], 1 / MONTHS),
                 cost_of_year(lines["programme"]["total"], total["additional"]),
                 cost_of_year(lines["programme"]["total"], total["net"]),
                 interval(lines["society"]["total"], 1e-3)]
        table.append("| " + " | ".join(cells) + " |")
    return table


def differences(program: str, results: str, years: int, one: str, other: str) -> str:
    """One arm less another, in words."""
    ledger = asked(program, "ledger", results, years)["arms"]
    found = []
    for line, words in LINES.items():
        each = [ledger[arm]["total"][line]["by_replicate"] for arm in (one, other)]
        found.append(f"{words} {interval(difference(*each), 1 / MONTHS)}")
    return f"- `{one}` less `{other}` after {years} years: " + "; ".join(found) + "."


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", help="folder of a run")
    parser.add_argument("--years", type=int, nargs="+", default=[10], help="counted from the study's start; 10")
    parser.add_argument("--less", nargs=2, action="append", default=[], metavar="ARM", help="one arm less another")
    parser.add_argument("--program", default="build/release/foothold", help="build/release/foothold")
    given = parser.parse_args()
    print("| " + " | ".join(HEADINGS) + " |")
    print("|---" * len(HEADINGS) + "|")
    for years in given.years:
        print("\n".join(rows(given.program, given.results, years)))
    print()
    for one, other in given.less:
        for years in given.years:
            print(differences(given.program, given.results, years, one, other))


if __name__ == "__main__":
    main()
