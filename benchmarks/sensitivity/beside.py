"""Sobol' indices of SALib beside ours: the same outcomes, resamples as many, in one run; differences and times.

usage: python3 benchmarks/sensitivity/beside.py SALIB_SRC OURS
OURS: a command that reads outcomes (one a line) and prints 'seconds S' and then first and total indices, one a line.
"""
import subprocess
import sys
import time

sys.path.insert(0, sys.argv[1])
import numpy as np  # noqa: E402
from SALib.analyze import sobol  # noqa: E402
from SALib.sample import sobol as saltelli  # noqa: E402
from SALib.test_functions import Sobol_G  # noqa: E402

K, N, B = 8, 1024, 100
problem = {"num_vars": K, "names": [f"x{j}" for j in range(K)], "bounds": [[0, 1]] * K}
y = Sobol_G.evaluate(saltelli.sample(problem, N, calc_second_order=True, scramble=False, skip_values=N))
seconds = float("inf")
for _ in range(5):
    begin = time.perf_counter()
    theirs = sobol.analyze(problem, y, calc_second_order=True, num_resamples=B, seed=1)
    seconds = min(seconds, time.perf_counter() - begin)
ran = subprocess.run(sys.argv[2:] + [str(K), str(B)], input="\n".join(repr(float(v)) for v in y), text=True, capture_output=True, check=True)
lines = ran.stdout.split("\n")
ours = float(lines[0].split()[1])
values = np.array([float(v) for v in lines[1:] if v])
apart = np.abs(values - np.concatenate([theirs["S1"], theirs["ST"]])).max()
print(f"| Sobol', k {K}, N {N}, second order, {B} resamples | {seconds:.3f} s | {ours:.3f} s | {seconds / ours:.1f} | {apart:.1e} |")
