#!/usr/bin/env bash
# The textbook's eight models of wind farms side by side, standard errors included: 'installsim table' of benchmarks/windmills.
# usage: benchmarks/run-windmills.sh FOLDER [OUT] (after dotnet build -c Release); FOLDER has windmills_wide.csv; tables go to OUT
set -euo pipefail
data=${1:?usage: benchmarks/run-windmills.sh FOLDER [OUT]}/windmills_wide.csv
if [ ! -f "$data" ]; then
    echo "skipped: no $data" >&2
    exit 0
fi
data=$(realpath "$data")
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
out=$(realpath -m "${2:-$work/models}")
cd "$(dirname "$0")"
cp windmills/*.yaml "$work"
ln -s "$data" "$work/windmills_wide.csv"
models=(mnl.yaml mnl-socdem.yaml mixed.yaml correlated.yaml wtp-space.yaml classes-2.yaml classes-3.yaml classes-4.yaml)
TIMEFORMAT='%R s wall, %U s of processors'
time dotnet ../artifacts/bin/InstallSim.Cli/release/InstallSim.Cli.dll table "${models[@]/#/$work/}" --out "$out" || echo "exit code $?"
