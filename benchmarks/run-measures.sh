#!/usr/bin/env bash
# All measures of scenarios/measures on metropolitan France beside what is in force, as a table in Markdown on standard output.
# Numbers that a measure counts for Centre-Val de Loire are multiplied by 25, as France has 25 times its people.
#   benchmarks/run-measures.sh [REPLICATIONS] [TERRITORIES.yaml] > table.md
set -euo pipefail
cd "$(dirname "$0")/.."
replications=${1:-20} territories=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/measures"
cp -r scenarios/defaults.yaml scenarios/france "$work"
for file in scenarios/measures/*.yaml; do
  [ "$(basename "$file")" = chateauroux-centre.yaml ] && continue
  awk '{ sub(/^extends: \.\.\/centre-val-de-loire\//, "extends: ../france/") }
    /^ +(per-year|holders-per-year|entries-per-year|centres|trainers|least-accessible): [0-9]+$/ { $0 = scaled($0, 25) }
    match($0, /least-accessible: [0-9]+/) { at = RSTART; n = RLENGTH
      $0 = substr($0, 1, at - 1) scaled(substr($0, at, n), 25) substr($0, at + n) }
    match($0, /\{ keur-per-year: [0-9]+/) { at = RSTART; n = RLENGTH
      $0 = substr($0, 1, at - 1) scaled(substr($0, at, n), 25) substr($0, at + n) }
    { print }
    function scaled(text, times) { match(text, /[0-9]+$/); return substr(text, 1, RSTART - 1) substr(text, RSTART) * times }' \
    "$file" >"$work/measures/$(basename "$file")"
done

dotnet artifacts/bin/InstallSim.Cli/release/InstallSim.Cli.dll compare "$work/france/baseline.yaml" "$work"/measures/*.yaml \
  --replications "$replications" ${territories:+--territories "$territories"} --out "$work/out" --quiet >&2

awk -F, '
  FNR == 1 { table++; next }
  table == 1 && $3 == 2045 { mean[$1, $4] = $5; low[$1, $4] = $7; high[$1, $4] = $8; seen[$1] = 1 }
  table == 2 { cost[$1] = cost[$1] sprintf("%s%s %s", cost[$1] == "" ? "" : "; ", $2, $7 == "" ? "–" : sprintf("%.0f", $7)) }
  END {
    print "| measure | GPs in under-dense territories, 2045 | in covered territories | elsewhere | displaced | deadweight | cost, M€ | k€ a GP-year, by payer |"
    print "|---|---|---|---|---|---|---|---|"
    for (s in seen) {
      printf "%012.1f\t| %s | %+.0f [%+.0f, %+.0f] | %s | %s | %s | %s | %.0f | %s |\n", 1e6 - mean[s, "stock-under-dense"], s,
        mean[s, "stock-under-dense"], low[s, "stock-under-dense"], high[s, "stock-under-dense"], signed(s, "gps-in-covered"),
        signed(s, "gps-elsewhere"), share(s, "displacement-share"), share(s, "deadweight-share"),
        mean[s, "policy-cost-cumulative"] / 1000, cost[s] | "sort | cut -f2-"
    }
  }
  function signed(s, k) { return mean[s, k] == "" ? "–" : sprintf("%+.0f", mean[s, k]) }
  function share(s, k) { return mean[s, k] == "" ? "–" : sprintf("%.0f %%", 100 * mean[s, k]) }' \
  "$work/out/comparison.csv" "$work/out/payers.csv"
