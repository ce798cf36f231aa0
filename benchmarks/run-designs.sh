#!/bin/sh
# Designs: D-error and time of the physicians' study with each balance, of a Bayesian design, and of one whose profiles cannot be listed.
# usage: benchmarks/run-designs.sh (after dotnet build -c Release); the table that it prints is kept in benchmarks/results/designs.md
set -e
cd "$(dirname "$0")/.."
out=$(mktemp -d)
program="dotnet artifacts/bin/InstallSim.Cli/release/InstallSim.Cli.dll"
run() {
    name=$1
    shift
    /usr/bin/env bash -c 'TIMEFORMAT="%R s wall, %U s of processors"; time "$@"' - $program design "$@" --out "$out/$name.csv" > "$out/$name.txt" 2>&1
    error=$(grep 'draws of the priors' "$out/$name.txt" || grep '^D-error' "$out/$name.txt" | head -1)
    echo "| $name | $(echo "$error" | cut -d' ' -f2 | tr -d ,) | $(tail -1 "$out/$name.txt") |"
}
echo '| design | D-error | time |'
echo '|---|---|---|'
run physician-true scenarios/studies/physician-dce.yaml
run physician-near scenarios/studies/physician-dce.yaml --set design.balance=near
run physician-false scenarios/studies/physician-dce.yaml --set design.balance=false
run bayesian-false benchmarks/designs/bayesian.yaml
run bayesian-true benchmarks/designs/bayesian.yaml --set design.balance=true
run large benchmarks/designs/large.yaml
rm -r "$out"
