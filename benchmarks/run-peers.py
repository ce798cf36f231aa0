#!/usr/bin/env python3
"""choice-feedback-1 by InstallSim and by every peer that runs here, each a whole process, in turn; a table in Markdown.

usage: benchmarks/run-peers.py PEERS [ROUNDS], after dotnet build -c Release; gcc, numpy, numba, mesa, choicemodels where they can be had.
PYTHONPATH may name folders that hold mesa and choicemodels.
PEERS is the folder of the peers' sources: make_files.py and peer_c.c, peer_eet.c, peer_numpy.py, peer_numba.py, peer_mesa.py,
peer_choicemodels.py.
Processor time is that of the process and its children: on a machine that does other work too it says more than wall time.
"""
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

LONG = 60  # processor seconds from which once is enough
FLAGS = "-O3 -march=native -ffast-math -fopenmp -mprefer-vector-width=512".split()
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OURS = os.path.join(ROOT, "artifacts/bin/InstallSim.Benchmarks/release/InstallSim.Benchmarks.dll")


def candidates(folder):
    """Name, command, environment of each, ours first."""
    ours = ["dotnet", OURS, "choice-feedback", "once", "inputs.bin"]
    yield "InstallSim, named error terms", ours + ["1"], {}
    yield "the same, AVX2", ours + ["1"], {"INSTALLSIM_VECTOR": "256"}
    yield "the same, scalar", ours + ["1"], {"INSTALLSIM_VECTOR": "scalar"}
    yield "the same, 2 threads", ours + ["2"], {}
    one = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}
    for name, source, flags, call in [
            ("C, keyed error terms", "peer_eet.c", [], []),
            ("C, inverse CDF, double", "peer_c.c", [], ["--draws", "draws.bin"]),
            ("C, inverse CDF, single", "peer_c.c", ["-DREAL=float", "-DSINGLE"], ["--draws", "draws.bin"])]:
        binary = os.path.join(folder, "peer" + str(abs(hash(name))))
        if shutil.which("gcc") and subprocess.run(["gcc", *FLAGS, *flags, source, "-o", binary, "-lm"], cwd=folder).returncode == 0:
            yield name, [binary, *call], one
    for name, call in [
            ("Numba, inverse CDF", ["peer_numba.py"]), ("NumPy, inverse CDF, tuned", ["peer_numpy.py", "--method", "tuned"]),
            ("NumPy, inverse CDF", ["peer_numpy.py", "--method", "cdf"]), ("NumPy, Gumbel", ["peer_numpy.py", "--method", "gumbel"]),
            ("Mesa, NumPy in the agent", ["peer_mesa.py"]), ("choicemodels, all alternatives", ["peer_choicemodels.py"])]:
        yield name, ["/usr/bin/python3", *call], one


def run(command, environment, folder):
    """Wall seconds, processor seconds, peak MB; None where it does not run."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, usage.ru_maxrss / 1024


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as folder:
        for file in os.listdir(sys.argv[1]):
            if os.path.isfile(os.path.join(sys.argv[1], file)):
                shutil.copy(os.path.join(sys.argv[1], file), folder)
        subprocess.run(["/usr/bin/python3", "make_files.py", "."], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        rows = [(name, command, environment, []) for name, command, environment in candidates(folder)]
        for _ in range(rounds):
            for name, command, environment, seen in rows:
                if None not in seen and not any(cpu > LONG for _, cpu, _ in seen):
                    seen.append(run(command, environment, folder))
                    print(name, seen[-1], file=sys.stderr)
        own = min(cpu for _, cpu, _ in rows[0][3])
        print("| whole process, least of %d in turn | processor time | wall time | peak memory | processor time, ours = 1 |" % rounds)
        print("|---|---|---|---|---|")
        for name, _, _, seen in rows:
            if None in seen:
                print("| %s | not to be had here | | | |" % name)
            else:
                cpu = min(cpu for _, cpu, _ in seen)
                print("| %s | %.2f s | %.2f s | %.0f MB | %.1f |"
                      % (name, cpu, min(wall for wall, _, _ in seen), min(peak for _, _, peak in seen), cpu / own))


main()
