#!/usr/bin/env python3
"""Runs what is in force on all communes of metropolitan France, once, and prints time, memory and a hash of the tables.

    benchmarks/run-communes.py TABLE [UNTIL [PROGRAM…]]

TABLE has one row a commune with the columns commune_code, commune_name, lat, lon, population_2023, dep_code, reg_code, area_type,
epci_zone_code and gp_2024; students are trained in the largest commune of the territory where they are; a commune without lat is left out.
TABLE is not part of the project. An empty gp_2024 is taken for 0 and an empty area_type for periurban, which is noted; an unknown
area_type, and what is no number where one is expected, is refused (exit code 2).
UNTIL is the last year, 2045 when not given; PROGRAM what is run, what is built here when not given. The line printed: what was run, wall
time and processor time of the program, its peak memory, a hash of its tables (not their result_hash).
"""
import csv
import hashlib
import math
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

AREAS = {"urban_pole": "urban", "urban_centre": "urban", "secondary_pole": "urban", "periurban": "periurban", "rural_outside": "rural"}
TERRITORIES = """\
table: communes.csv
columns: { code: code, name: name, latitude: latitude, longitude: longitude, population: population, departement: departement,
  region: region, area-type: area_type, physicians: { column: physicians, knowledge: real, vintage: 2024 } }
travel-times: { detour: 1.3, speed-kmh: { urban: 30, periurban: 45, rural: 60 } }
"""
COLUMNS = ["commune_code", "commune_name", "lat", "lon", "population_2023", "dep_code", "reg_code", "area_type", "gp_2024"]
NUMBERS = {"lat": (-90, 90), "lon": (-180, 180), "population_2023": (0, math.inf), "gp_2024": (0, math.inf)}
EMPTY = {"area_type": "periurban", "gp_2024": "0"}
NAMES = ["code", "name", "latitude", "longitude", "population", "departement", "region", "area_type", "physicians"]


def faults(row):
    """What is wrong in a row: column, value, what is allowed."""
    if row["area_type"] not in AREAS:
        yield "area_type", row["area_type"], f"one of {', '.join(AREAS)}"
    for column, (least, most) in NUMBERS.items():
        try:
            is_right = least <= float(row[column] or "") <= most and math.isfinite(float(row[column]))
        except ValueError:
            is_right = False
        if not is_right:
            yield column, row[column], f"a number from {least} to {most}" if most < math.inf else f"a number of at least {least}"


def read(table):
    """Its rows with a place, empty cells filled where that is allowed; ends the program where they are not right."""
    kept, wrong, filled = [], [], dict.fromkeys(EMPTY, 0)
    with open(table, newline="") as source:
        rows = csv.DictReader(source)
        for row in rows:
            if row["lat"]:
                empty = [column for column in EMPTY if not row[column]]
                for column in empty:
                    row[column], filled[column] = EMPTY[column], filled[column] + 1
                kept.append(row)
                wrong += [f"{table}({rows.line_num}): error: '{column}': expected {allowed}, found '{value or ''}'"
                          for column, value, allowed in faults(row)]
    for column, count in filled.items():
        if count:
            print(f"{table}: note: '{column}': empty cells taken for {EMPTY[column]}: {count}", file=sys.stderr)
    if wrong:
        more = [f"… and {len(wrong) - 20} more"] if len(wrong) > 20 else []
        print(*wrong[:20], *more, sep="\n", file=sys.stderr)
        sys.exit(2)
    return kept


def main(table, until="2045", *program):
    communes = read(table)
    root = pathlib.Path(__file__).resolve().parent.parent
    program = list(program) or [str(root / "artifacts/bin/InstallSim.Cli/release/InstallSim.Cli")]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "scenarios"
        shutil.copytree(root / "scenarios", folder)
        place, largest = folder / "france", {}
        (place / "territories.yaml").write_text(TERRITORIES)
        with open(place / "communes.csv", "w", newline="") as target:
            rows = csv.writer(target)
            rows.writerow(NAMES)
            for row in communes:
                largest[row["epci_zone_code"]] = max(largest.get(row["epci_zone_code"], (0, "")),
                                                     (float(row["population_2023"]), row["commune_code"]))
                rows.writerow(AREAS[row[c]] if c == "area_type" else row[c] for c in COLUMNS)
        training = place / "training-places.csv"
        header, *lines = training.read_text().splitlines()
        moved = [line.split(",", 1) for line in lines]
        training.write_text("\n".join([header, *(f"{largest[code][1]},{rest}" for code, rest in moved)]) + "\n")
        out, began = pathlib.Path(scratch) / "out", time.monotonic()
        subprocess.run([*program, "run", str(place / "baseline.yaml"), "--replications", "1", "--set", f"years=2025..{until}",
                        "--quiet", "--out", str(out)], check=True)
        took, used = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        digest = hashlib.sha256()
        for path in sorted(out.glob("*.csv")):
            digest.update(path.read_bytes())
        print(f"| {len(communes)} communes, 2025–{until} | {took:.1f} s | {used.ru_utime + used.ru_stime:.1f} s "
              f"| {used.ru_maxrss / 1024:.0f} MB | {digest.hexdigest()[:16]} |")


if len(sys.argv) < 2 or not pathlib.Path(sys.argv[1]).is_file():
    sys.exit(__doc__ if len(sys.argv) < 2 else f"{sys.argv[1]}: there is no such table")
main(*sys.argv[1:])
