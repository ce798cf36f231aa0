#!/usr/bin/env bash
# Wall and processor time and peak memory of whole runs, as a user starts them; prints a table. Needs GNU time (Debian: time).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release -v q -nologo src/InstallSim.Cli >/dev/null
program=artifacts/bin/InstallSim.Cli/release/InstallSim.Cli
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

measure() { # title, arguments…
  local title=$1 best="" cpu="" memory=""
  shift
  for _ in 1 2 3; do
    /usr/bin/time -f '%e %U %M' -o "$out/time" "$program" "$@" --quiet --out "$out/results"
    read -r seconds user kilobytes <"$out/time"
    if [ -z "$best" ] || awk "BEGIN { exit !($seconds < $best) }"; then best=$seconds cpu=$user memory=$kilobytes; fi
  done
  printf '| %s | %.1f s | %.1f s | %d MB |\n' "$title" "$best" "$cpu" $((memory / 1024))
}

printf '| whole command, best of three | wall time | processor time | peak memory |\n|---|---|---|---|\n'
measure "\`compare scenarios/centre-val-de-loire\` (8 scenarios × 100 replications × 20 years)" compare scenarios/centre-val-de-loire
measure "\`run scenarios/france/baseline.yaml --replications 1\` (1,247 territories, 20 years)" run scenarios/france/baseline.yaml --replications 1
measure "\`compare scenarios/france --replications 4\` (8 scenarios)" compare scenarios/france --replications 4
