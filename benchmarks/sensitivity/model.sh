#!/bin/sh
# The outcomes of the model that the tests compare with SALib: runs model.yaml and keeps its points in model.csv.
# usage: benchmarks/sensitivity/model.sh (after dotnet build -c Release), then references.py
set -e
cd "$(dirname "$0")"
out=$(mktemp -d)
dotnet ../../artifacts/bin/InstallSim.Cli/release/InstallSim.Cli.dll sensitivity model.yaml --out "$out/model" --quiet
cp "$out/model/points.csv" model.csv
rm -r "$out"
