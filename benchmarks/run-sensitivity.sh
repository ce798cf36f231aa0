#!/bin/sh
# Sobol' indices beside SALib's on the same outcomes, the fastest of five of each, in one run.
# usage: benchmarks/run-sensitivity.sh SALIB_SRC (after dotnet build -c Release; python3 with numpy, scipy, pandas, multiprocess);
# the line that it prints is kept in benchmarks/results/sensitivity.md
set -e
cd "$(dirname "$0")/.."
python3 benchmarks/sensitivity/beside.py "$1" dotnet artifacts/bin/InstallSim.Benchmarks/release/InstallSim.Benchmarks.dll sensitivity
