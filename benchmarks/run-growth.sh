#!/usr/bin/env bash
# How the time of a whole run grows with replications, threads and shards; writes benchmarks/results/run-growth.csv. Needs GNU time.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release -v q -nologo src/InstallSim.Cli >/dev/null
program=$PWD/artifacts/bin/InstallSim.Cli/release/InstallSim.Cli
scenario=$PWD/scenarios/centre-val-de-loire/baseline.yaml
file=$PWD/benchmarks/results/run-growth.csv
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cd "$out"

measure() { # factor, times, command…: least wall time of three, with its processor time
  local factor=$1 times=$2 wall="" cpu=""
  shift 2
  for _ in 1 2 3; do
    rm -rf "$out"/out "$out"/results
    /usr/bin/time -f '%e %U %S' -o "$out/time" "$@" >/dev/null
    read -r seconds user system <"$out/time"
    if [ -z "$wall" ] || awk "BEGIN { exit !($seconds < $wall) }"; then wall=$seconds cpu=$(awk "BEGIN { print $user + $system }"); fi
  done
  echo "$factor,$times,$wall,$cpu" | tee -a "$file"
}

shards() { # how many
  for i in $(seq "$1"); do "$program" run "$scenario" --replications 20 --threads 2 --quiet --shard "$i/$1"; done
  "$program" merge out/*-shard-*-of-"$1" --quiet
}
export -f shards
export program scenario

echo "factor,times,wall_s,processor_s" >"$file"
for times in 1 2 4 8; do
  measure replications "$times" "$program" run "$scenario" --replications $((20 * times)) --threads 2 --quiet --out results
done
for threads in 1 2; do
  measure threads "$threads" "$program" run "$scenario" --replications 160 --threads "$threads" --quiet --out results
done
for parts in 1 2 4 8; do
  measure shards "$parts" bash -c "shards $parts"
done
