#!/bin/sh
# History matching beside hmer's on one function, seed by seed, in one run: processor seconds of the waves without those of the function,
# share of the space left, share that the function itself leaves, how much of that is kept, and whether the truth is.
# usage: R_LIBS=FOLDER_WITH_HMER benchmarks/run-history.sh [SEEDS]   (after dotnet build -c Release)
set -e
cd "$(dirname "$0")/.."
points=$(mktemp)
trap 'rm -f "$points"' EXIT
echo "program,seed,seconds,left,left_by_function,of_it_kept,truth_kept"
dotnet artifacts/bin/InstallSim.Benchmarks/release/InstallSim.Benchmarks.dll history "$points" "${1:-5}"
Rscript benchmarks/history/beside.R "$points" "${1:-5}"
