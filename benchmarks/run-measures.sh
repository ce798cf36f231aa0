#!/usr/bin/env bash
# All measures of scenarios/measures on metropolitan France beside what is in force, or beside nothing at all where they are in force, as
# a table in Markdown on standard output. Numbers that a measure counts for Centre-Val de Loire are multiplied by 25, as France has 25
# times its people.
#   benchmarks/run-measures.sh [REPLICATIONS] [TERRITORIES.yaml] > table.md
set -euo pipefail
cd "$(dirname "$0")/.."
replications=${1:-20} territories=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{baseline,nothing-at-all}
cp -r scenarios/defaults.yaml scenarios/france "$work"
for file in scenarios/measures/*.yaml; do
  [ "$(basename "$file")" = chateauroux-centre.yaml ] && continue
  beside=$(sed -n 's,^extends: \.\./centre-val-de-loire/\(.*\)\.yaml,\1,p' "$file")
  awk '{ sub(/^extends: \.\.\/centre-val-de-loire\//, "extends: ../france/") }
    /^ +(per-year|holders-per-year|entries-per-year|centres|trainers): [0-9]+$/ { $0 = scaled($0, 25) }
    match($0, /least-accessible: [0-9]+/) { within(25) }
    match($0, /\{ keur-per-year: [0-9]+/) { within(25) }
    { print }
    function within(n) { $0 = substr($0, 1, RSTART - 1) scaled(substr($0, RSTART, RLENGTH), n) substr($0, RSTART + RLENGTH) }
    function scaled(text, n,  from, number) {
      number = text; sub(/^.* /, "", number); from = length(text) - length(number)
      return substr(text, 1, from) number * n
    }' "$file" >"$work/$beside/$(basename "$file")"
done

for beside in baseline nothing-at-all; do
  dotnet artifacts/bin/InstallSim.Cli/release/InstallSim.Cli.dll compare "$work/france/$beside.yaml" "$work/$beside"/*.yaml \
    --baseline "$beside" --replications "$replications" ${territories:+--territories "$territories"} --out "$work/out-$beside" --quiet >&2
  printf '\nBeside `%s`:\n\n' "$beside"
  awk -F, '
    FNR == 1 { table++; next }
    table == 1 && $3 == 2045 { mean[$1, $4] = $5; low[$1, $4] = $7; high[$1, $4] = $8; seen[$1] = 1 }
    table == 2 { payers[$1] = payers[$1] sprintf("%s%s %s", payers[$1] == "" ? "" : "; ", $2, $7 == "" ? "–" : plain($7)) }
    END {
      print "| measure | GPs in under-dense territories | in covered territories | elsewhere | displaced | deadweight | cost, M€ |" \
        " k€ a GP-year | of it by payer |"
      print "|---|---|---|---|---|---|---|---|---|"
      for (s in seen) {
        printf "%012.1f\t| %s | %s [%s, %s] | %s | %s | %s | %s | %s | %s | %s |\n", 1e6 - mean[s, "stock-under-dense"], s,
          change(mean[s, "stock-under-dense"]), change(low[s, "stock-under-dense"]), change(high[s, "stock-under-dense"]),
          signed(s, "gps-in-covered"), signed(s, "gps-elsewhere"), share(s, "displacement-share"), share(s, "deadweight-share"),
          plain(mean[s, "policy-cost-cumulative"] / 1000), each(s, "cost-per-gp-year"), split_by(s) | "sort | cut -f2-"
      }
    }
    function signed(s, k) { return mean[s, k] == "" ? "–" : change(mean[s, k]) }
    function share(s, k) { return mean[s, k] == "" ? "–" : sprintf("%.0f %%", 100 * mean[s, k]) }
    # Where the report says "not determined", cost-per-gp-year has a mean and no interval.
    function known(s) { return low[s, "cost-per-gp-year"] != "" && high[s, "cost-per-gp-year"] != "" }
    function split_by(s) { return known(s) && payers[s] != "" ? payers[s] : "–" }
    function each(s, k) {
      if (mean[s, k] == "") return "–"
      return known(s) ? plain(mean[s, k]) " [" plain(low[s, k]) ", " plain(high[s, k]) "]" : "not determined"
    }
    function change(number) { return (number < 0 ? "−" : "+") plain(number < 0 ? -number : number) }
    function plain(number,  text) {
      text = sprintf("%.0f", number < 0 ? -number : number)
      while (match(text, /^[0-9]+[0-9][0-9][0-9](,|$)/)) sub(/[0-9][0-9][0-9](,|$)/, ",&", text)
      return (number < 0 ? "−" : "") text
    }' "$work/out-$beside/comparison.csv" "$work/out-$beside/payers.csv"
done
