"""Opens the small study's results file with every reader we promise and checks what they see.

usage: read_results.py <make_results> <folder of foothold_results.py>
"""

import pathlib
import subprocess
import sys
import tempfile

import h5netcdf
import h5py
import netCDF4
import numpy as np
import xarray as xr

ARMS = ["household", "none", "individual"]
LABELS = ["Whole household", "No programme — business as usual", "One person"]
REPLICATES = [0, 2, 7]
NAMES = ["Ynys Môn", "Tŷ‑croes", "Leeds 001A", "St John’s"]
CODES = ["W01000001", "W01000002", "E01000003", "E01000004"]
MONTHS = np.array(["2018-11", "2018-12", "2019-01", "2019-02", "2019-03"], "datetime64[M]")
DATES = MONTHS.astype("datetime64[D]")
UNITS = {"workless": "person", "benefits": "pence", "hires": "1", "caseload": "person", "spent": "pence"}
PLACE, PROGRAMME = ["workless", "benefits", "hires"], ["caseload", "spent"]
LICENCE = "Open Government Licence v3.0 © Crown"
LINES = ["gross", "deadweight", "household_won", "household_lost", "neighbours_won", "neighbours_lost",
         "elsewhere_won", "elsewhere_lost", "moved_won", "moved_lost"]
PAIRS = LINES + ["differ_supported", "differ_household", "differ_others", "differ_moved", "benefits_supported",
                 "taxes_supported", "incomes_supported", "services_supported"]
SEEN = ["contrast", "replicate", "person", "life", "household", "neighbourhood", "from", "supported",
        "supported_from", "closed", "closing", "further_member", "age", "qualification", "activity", "barriers",
        "ill", "months_out", "household_type", "universal_credit"]
GROUPS = {
    "pairs": (PAIRS, ("contrast", "replicate", "time")),
    "ledger": (LINES, ("contrast", "replicate", "year", "group")),
    "summary": (PLACE, ("scenario", "replicate", "time", "neighbourhood")),
    "region": (PLACE, ("scenario", "replicate", "time")),
    "programme": (PROGRAMME, ("scenario", "replicate", "time")),
    "digest": (["state"], ("scenario", "replicate", "time")),
    "paired": (PLACE + PROGRAMME, ("contrast", "replicate", "time")),
    "parameters": (["value"], ("task", "parameter")),
}


def expected() -> dict[str, dict[str, np.ndarray]]:
    """The numbers of tests/unit/small_study.hpp, computed again."""
    summary = {name: np.zeros((3, 3, 5, 4), "int64") for name in PLACE}
    programme = {name: np.zeros((3, 3, 5), "int64") for name in PROGRAMME}
    state = np.zeros((3, 3, 5), "int64")
    for a in range(3):
        for r, number in enumerate(REPLICATES):
            following = 1000 * number + 100000 * a
            for name in PLACE:
                scale = 10_000_000_000 if UNITS[name] == "pence" else -1
                summary[name][a, r] = np.arange(following, following + 20).reshape(5, 4) * scale
                following += 20
            for name in PROGRAMME:
                programme[name][a, r] = np.arange(following, following + 5)
                following += 5
            state[a, r] = ~np.arange(following, following + 5)
    region = {name: values.sum(axis=3) for name, values in summary.items()}
    both = {**region, **programme}
    paired = {name: values[[0, 2]] - values[1] for name, values in both.items()}
    pairs = {name: np.zeros((2, 3, 5), "int64") for name in PAIRS}
    ledger = {name: np.zeros((2, 3, 1, 2), "int64") for name in LINES}
    for c in range(2):
        for r, number in enumerate(REPLICATES):
            first = 7000 * number + 700000 * c
            for m, name in enumerate(PAIRS):
                pairs[name][c, r] = np.arange(5) + first + 5 * m
            for m, name in enumerate(LINES):
                ledger[name][c, r, 0] = first + 5 * len(PAIRS) + m + np.array([0, len(LINES)])
    value = {"value": np.array([[0.1, 1234.5]])}
    return {"summary": summary, "region": region, "programme": programme, "paired": paired,
            "digest": {"state": state}, "parameters": value, "pairs": pairs, "ledger": ledger}


def check_values(group, read, dims_of):
    """``read`` gives a variable's numbers, ``dims_of`` the names of its axes."""
    for name, values in expected()[group].items():
        assert tuple(dims_of(name)) == GROUPS[group][1], (group, name, dims_of(name))
        found = np.asarray(read(name))
        assert found.dtype.kind == values.dtype.kind, (group, name, found.dtype)
        np.testing.assert_array_equal(found, values, f"{group}/{name}")


def unit_of(group, name):
    if group == "ledger":
        return "person month"
    if group == "pairs":
        return "pence" if name in PAIRS[-4:] else "person"
    return UNITS.get(name, "1")


def check_xarray(path, engine):
    for group, (names, _) in GROUPS.items():
        with xr.open_dataset(path, group=group, engine=engine) as data:
            assert sorted(data.data_vars) == sorted(names), (group, list(data.data_vars))
            check_values(group, lambda n: data[n].values, lambda n: data[n].dims)
            for name in names:
                assert data[name].attrs["long_name"]
                assert data[name].attrs["units"] == unit_of(group, name), (group, name)
            if "time" in data.dims:
                assert (data.time.values == DATES).all(), data.time.values
                assert data.month.values.tolist() == [0, 1, 2, 3, 4]
                assert data.replicate.values.tolist() == REPLICATES
                assert data.replicate.attrs["standard_name"] == "realization"
            if "year" in data.dims:
                assert data.year.values.tolist() == [1]
                assert data.group.values.tolist() == ["single", "came_later"]
                assert data.dimension.values.tolist() == ["household_type"] * 2
            if "scenario" in data.dims:
                assert data.scenario.values.tolist() == ARMS, data.scenario.values
                assert data.scenario_label.values.tolist() == LABELS
    with xr.open_dataset(path, group="summary", engine=engine) as data:
        assert data.neighbourhood.values.tolist() == CODES
        assert data.neighbourhood_name.values.tolist() == NAMES
        chosen = data.sel(scenario="household", time="2019-01-01").mean("replicate")
        assert chosen.workless.sel(neighbourhood="E01000003").item() == -3010, chosen.workless
        assert data.workless.dtype == "int32" and data.benefits.dtype == "int64"
    with xr.open_dataset(path, group="region", engine=engine) as data:
        assert data.workless.attrs["cell_methods"] == "neighbourhood: sum"
    with xr.open_dataset(path, group="paired", engine=engine) as data:
        assert data.contrast.values.tolist() == ["household - none", "individual - none"]
        assert data.arm.values.tolist() == ["household", "individual"]
        assert data.reference.values.tolist() == ["none", "none"]
    with xr.open_dataset(path, group="parameters", engine=engine) as data:
        assert data.value.sel(task=0, parameter="programmes.household.cost").item() == 1234.5
    with xr.open_dataset(path, engine=engine) as root:
        check_root(root.attrs)


def check_followed(path):
    """Nine people: two of replicate 2, seven of replicate 7, all of the first contrast."""
    with xr.open_dataset(path, group="followed", engine="h5netcdf") as data:
        assert sorted(data.data_vars) == sorted(SEEN + ["in_work", "in_work_without"]), list(data.data_vars)
        assert data.replicate.values.tolist() == [2] * 2 + [7] * 7
        assert data["from"].values.tolist() == [0, 1] + [0, 1, 2, 3, 0, 1, 2]
        assert data.in_work.dims == ("row", "time") and data.in_work.dtype == "int8"
        assert data.in_work.values[3].tolist() == [-1, -1, 1, 1, 1]
        assert data.in_work_without.values[3].tolist() == [-1, -1, 0, -1, -1]
        assert data.person.values[:3].tolist() == [200, 201, 700] and data.months_out.values.tolist() == [240] * 9


def check_root(attributes):
    assert attributes["Conventions"] == "CF-style attributes; not CF-compliant"
    assert attributes["title"] == "A small study — for tests"
    assert attributes["licence"] == LICENCE
    assert attributes["schema_version"] == 1
    assert attributes["seed"] == "18446744073709551615"
    assert attributes["scenario_yaml"] == "name: small\nlabel: Llanfair‑pwll\n"
    assert attributes["source"] == "foothold 0.1.0 (0123abc)"


def check_netcdf4(path):
    with netCDF4.Dataset(path) as file:
        check_root({name: file.getncattr(name) for name in file.ncattrs()})
        assert file["provenance"].reference == "none"
        for group in GROUPS:
            data = file[group]
            check_values(group, lambda n: data[n][...], lambda n: data[n].dimensions)
        time = file["region/time"]
        dates = netCDF4.num2date(time[:], time.units, time.calendar)
        assert [date.strftime("%Y-%m-%d") for date in dates] == DATES.astype(str).tolist()
        assert file["summary/neighbourhood_name"][:].tolist() == NAMES


def check_h5netcdf(path):
    with h5netcdf.File(path) as file:
        check_root(file.attrs)
        for group in GROUPS:
            data = file[group]
            check_values(group, lambda n: data[n][...], lambda n: data[n].dimensions)


def check_h5py(path):
    with h5py.File(path) as file:
        check_root(file.attrs)
        for group in GROUPS:
            data = file[group]
            check_values(group, lambda n: data[n][...],
                         lambda n: [axis[0].name.split("/")[-1] for axis in data[n].dims])
            for name, dataset in data.items():
                for axis in dataset.dims:
                    assert len(axis) == 1 or h5py.h5ds.is_scale(dataset.id), f"{group}/{name} has a bare axis"
        assert file.attrs["fingerprint"] == fingerprint(file)


def fingerprint(file):
    """FNV-1a as docs/formats/results.md describes it."""
    result = 0xCBF29CE484222325
    for r, number in enumerate(file["summary/replicate"][...].tolist()):
        numbers = [number]
        for a in range(file["summary/scenario"].size):
            for group in ("summary", "programme"):
                for name in file[group].attrs["measures"].split():
                    numbers += file[group][name][a, r].ravel().tolist()
            numbers += file["digest/state"][a, r].tolist()
        for byte in b"".join((n % 2**64).to_bytes(8, "little") for n in numbers):
            result = (result ^ byte) * 0x100000001B3 % 2**64
    return f"{result:016x}"


def check_our_reader(path):
    import foothold_results

    with foothold_results.open(path) as study:
        for group in ("summary", "region", "programme"):
            table = getattr(study, group)
            assert list(table) == GROUPS[group][0] and table.dims == GROUPS[group][1]
            check_values(group, table.__getitem__, lambda n: table.dims)
            assert [table.units(name) for name in table] == [UNITS[name] for name in table]
        assert study.region.coords["time"].tolist() == DATES.tolist()
        assert study.region.meaning("workless") == "people of working age without a job"
        assert study.summary.coords["neighbourhood"].tolist() == CODES
        assert study.scenarios == ARMS and study.reference == "none"
        assert study.licence == LICENCE
        assert study.parameters == {"barriers[0].onset": 0.1, "programmes.household.cost": 1234.5}
        check_root(study.attributes)
        paired = study.paired("none", "individual")
        for name, values in expected()["paired"].items():
            np.testing.assert_array_equal(paired[name], values[1])
        tidy = study.tidy("summary")
        assert {len(column) for column in tidy.values()} == {3 * 3 * 5 * 4}
        row = 3 * 5 * 4 + 5 * 4 + 2 * 4 + 3  # scenario 1, replicate 1, time 2, neighbourhood 3
        assert (tidy["scenario"][row], tidy["replicate"][row]) == ("none", 2)
        assert (tidy["time"][row], tidy["neighbourhood"][row]) == (DATES[2], CODES[3])
        assert tidy["workless"][row] == expected()["summary"]["workless"][1, 1, 2, 3]
        for wrong in (lambda: study.paired("none", "nobody"), lambda: study.region["wages"]):
            try:
                wrong()
            except KeyError as error:
                assert "is not one of" in str(error)
            else:
                raise AssertionError("an unknown name was accepted")


def main(make_results, reader_folder):
    sys.path.insert(0, reader_folder)
    sys.dont_write_bytecode = True
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "small.h5")
        subprocess.run([make_results, path], check=True)
        check_h5py(path)
        check_h5netcdf(path)
        check_netcdf4(path)
        for engine in ("h5netcdf", "netcdf4"):
            check_xarray(path, engine)
        check_followed(path)
        check_our_reader(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
