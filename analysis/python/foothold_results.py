"""Read Foothold results files with h5py and numpy alone.

    import foothold_results
    study = foothold_results.open("study.h5")
    study.region["employed"]                         # (scenario, replicate, time)
    study.paired("household", "none")["employed"]    # (replicate, time)

The file itself is described in docs/formats/results.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import h5py
import numpy as np

SCHEMA_VERSION = 1


class Table(Mapping[str, np.ndarray]):
    """The measures of one group, read from the file when asked for.

    A mapping from a measure's name to its array; ``dims`` names the array's axes, outermost first,
    and ``coords`` holds what each axis counts.
    """

    def __init__(self, group: h5py.Group) -> None:
        self._group = group
        self._names: list[str] = group.attrs["measures"].split()
        self.dims: tuple[str, ...] = ()
        if self._names:
            axes = group[self._names[0]].dims
            self.dims = tuple(axis[0].name.rsplit("/", 1)[-1] for axis in axes)
        self.coords: dict[str, np.ndarray] = {dim: _values(group[dim]) for dim in self.dims}
        if "time" in self.coords:
            self.coords["time"] = _dates(group["time"])

    def __getitem__(self, measure: str) -> np.ndarray:
        if measure not in self._names:
            raise KeyError(f"{measure!r} is not one of {', '.join(self._names)}")
        return self._group[measure][...]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def units(self, measure: str) -> str:
        """The unit of a measure, e.g. "person" or "pence"."""
        return self._group[measure].attrs["units"]

    def meaning(self, measure: str) -> str:
        """What a measure counts, in words."""
        return self._group[measure].attrs["long_name"]


class Results:
    """An open results file; use it in a ``with`` statement or close it."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._file = h5py.File(path, "r")
        version = self._file.attrs.get("schema_version")
        if version != SCHEMA_VERSION:
            self.close()
            raise ValueError(
                f"{os.fspath(path)}: not a Foothold results file of schema version {SCHEMA_VERSION}"
                f" (found {version})"
            )

    def __enter__(self) -> Results:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Arrays already read stay valid."""
        self._file.close()

    @property
    def attributes(self) -> dict[str, Any]:
        """Title, licence, seed, fingerprint, resolved scenario and so on."""
        return dict(self._file.attrs)

    @property
    def licence(self) -> str:
        """To be printed with anything made from the results."""
        return self._file.attrs["licence"]

    @property
    def scenarios(self) -> list[str]:
        """The arms of the study, in its order."""
        return list(_values(self._file["region/scenario"]))

    @property
    def reference(self) -> str:
        """The arm the others are compared with."""
        return self._file["provenance"].attrs["reference"]

    @property
    def parameters(self) -> dict[str, float]:
        """Every numeric parameter of the scenario, by dotted path."""
        if "parameters" not in self._file:
            return {}
        group = self._file["parameters"]
        return dict(zip(_values(group["parameter"]), group["value"][0].tolist()))

    @property
    def region(self) -> Table:
        """Place measures summed over neighbourhoods: (scenario, replicate, time)."""
        return Table(self._file["region"])

    @property
    def programme(self) -> Table:
        """Programme measures: (scenario, replicate, time)."""
        return Table(self._file["programme"])

    @property
    def summary(self) -> Table:
        """Place measures: (scenario, replicate, time, neighbourhood)."""
        return Table(self._file["summary"])

    def paired(self, base: str, alt: str) -> dict[str, np.ndarray]:
        """``alt`` minus ``base`` in every replicate: (replicate, time) for every measure.

        The same replicate is the same people with the same luck in every arm, so the differences
        have far less noise than either arm.
        """
        first, second = self._arm(base), self._arm(alt)
        return {
            measure: values[second] - values[first]
            for table in (self.region, self.programme)
            for measure, values in table.items()
        }

    def tidy(self, group: str = "region") -> dict[str, np.ndarray]:
        """A group in long form: equally long columns, one row per combination of coordinates.

        ``pandas.DataFrame(results.tidy())`` makes a data frame of it.
        """
        table: Table = {
            "region": self.region,
            "programme": self.programme,
            "summary": self.summary,
        }[group]
        axes = [table.coords[dim] for dim in table.dims]
        grids = np.meshgrid(*axes, indexing="ij") if axes else []
        columns = {dim: grid.ravel() for dim, grid in zip(table.dims, grids)}
        columns.update({measure: values.ravel() for measure, values in table.items()})
        return columns

    def _arm(self, name: str) -> int:
        if name not in self.scenarios:
            raise KeyError(f"{name!r} is not one of the arms {', '.join(self.scenarios)}")
        return self.scenarios.index(name)


def open(path: str | os.PathLike[str]) -> Results:  # noqa: A001 - reads well: foothold_results.open
    """Open a results file for reading."""
    return Results(path)


def _values(dataset: h5py.Dataset) -> np.ndarray:
    """A coordinate as numbers or as str."""
    if h5py.check_string_dtype(dataset.dtype):
        return dataset.asstr()[...]
    return dataset[...]


def _dates(dataset: h5py.Dataset) -> np.ndarray:
    """Days since a date as numpy dates."""
    start = np.datetime64(dataset.attrs["units"].removeprefix("days since "), "D")
    return start + dataset[...].astype("timedelta64[D]")
