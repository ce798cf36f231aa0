"""Reference values of SALib for the tests: samples, outcomes, indices, half-widths and the resamples that they rest on.

usage: python3 benchmarks/sensitivity/references.py SALIB_SRC > tests/InstallSim.Tests/Influence/salib.json
SALIB_SRC: folder that holds SALib/ (its repository's src). Needs numpy, scipy, pandas, multiprocess.
The outcomes of the model stand in benchmarks/sensitivity/model.csv; model.sh makes them.
"""
import csv
import json
import os
import sys

sys.path.insert(0, sys.argv[1])
import numpy as np  # noqa: E402
from SALib.analyze import morris, pawn, sobol  # noqa: E402
from SALib.sample import latin  # noqa: E402
from SALib.sample import morris as trajectories  # noqa: E402
from SALib.sample import sobol as saltelli  # noqa: E402
from SALib.test_functions import Ishigami, Sobol_G  # noqa: E402

RESAMPLES = 12
SEED = 7
FUNCTIONS = {
    "ishigami": (3, lambda u: Ishigami.evaluate(np.pi * (2 * u - 1))),
    "sobol-g": (8, Sobol_G.evaluate),
}


def problem(k):
    return {"num_vars": k, "names": [f"x{j}" for j in range(k)], "bounds": [[0, 1]] * k}


def listed(values):
    return [None if v is None or np.isnan(v) else float(v) for v in np.ravel(values)]


def of_sobol(k, n, second, x, y):
    si = sobol.analyze(problem(k), y, calc_second_order=second, num_resamples=RESAMPLES, seed=SEED)
    rows = np.random.default_rng(SEED).integers(n, size=(n, RESAMPLES)).T
    result = {"method": "sobol", "numbers": k, "second": second, "y": listed(y), "resamples": rows.tolist(),
              "first": listed(si["S1"]), "first_half": listed(si["S1_conf"]),
              "total": listed(si["ST"]), "total_half": listed(si["ST_conf"])}
    if x is not None:
        result["x"] = x.tolist()
    if second:
        above = np.triu_indices(k, 1)
        result |= {"both": listed(si["S2"][above]), "both_half": listed(si["S2_conf"][above])}
    return result


def of_morris(k, x, y, levels):
    si = morris.analyze(problem(k), x, y, num_resamples=RESAMPLES, num_levels=levels, seed=SEED)
    count = len(y) // (k + 1)
    rng = np.random.default_rng(SEED)
    rows = [rng.integers(count, size=(RESAMPLES, count)).tolist() for _ in range(k)]
    return {"method": "morris", "numbers": k, "levels": levels, "x": x.tolist(), "y": listed(y), "resamples_of_numbers": rows,
            "mu": listed(si["mu"]), "mu_star": listed(si["mu_star"]), "sigma": listed(si["sigma"]), "half": listed(si["mu_star_conf"])}


def of_pawn(k, x, y, slices):
    si = pawn.analyze(problem(k), x, y, S=slices)
    return {"method": "pawn", "numbers": k, "slices": slices, "x": x.tolist(), "y": listed(y),
            "minimum": listed(si["minimum"]), "mean": listed(si["mean"]), "median": listed(si["median"]),
            "maximum": listed(si["maximum"]), "variation": listed(si["CV"])}


cases = {}
for name, (k, function) in FUNCTIONS.items():
    n = 16 if k < 5 else 8
    for second in (True, False):
        x = saltelli.sample(problem(k), n, calc_second_order=second, scramble=False, skip_values=n)
        cases[f"{name}, sobol{', second order' if second else ''}"] = of_sobol(k, n, second, x, function(x))
    x = trajectories.sample(problem(k), 6, num_levels=6, seed=SEED)
    cases[f"{name}, morris"] = of_morris(k, x, function(x), 6)
    x = latin.sample(problem(k), 83, seed=SEED)
    cases[f"{name}, pawn"] = of_pawn(k, x, function(x), 10)

model = os.path.join(os.path.dirname(__file__), "model.csv")
if os.path.exists(model):
    rows = list(csv.DictReader(open(model)))
    columns = list(rows[0])
    numbers, outcome = columns[2:-1], columns[-1]
    x = np.array([[float(r[c]) for c in numbers] for r in rows])
    y = np.array([float(r[outcome]) for r in rows])
    k = len(numbers)
    cases["model, sobol, second order"] = of_sobol(k, len(y) // (2 * k + 2), True, None, y)
    cases["model, pawn"] = of_pawn(k, x, y, 4)
text = json.dumps({"cases": cases}, separators=(",", ":"))
print(text.replace('],"', '],\n"').replace('},"', '},\n"'))
