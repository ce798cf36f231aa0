#!/usr/bin/env bash
# Whole fits, standard errors included, one process a case; beside them xlogit and logitr on the same tables where they are given.
# usage: [ONLY="CASE …"] [LOGITR=RLIB] run-estimation.sh FOLDER [XLOGIT PEERS]
#   FOLDER  long tables as the peers' prepare_data.py and make_synthetic.py make them
#   XLOGIT  a checkout of xlogit (needs python3, or $PYTHON, with numpy, scipy, pandas); PEERS the folder with bench_xlogit.py
#   LOGITR  an R library that holds logitr and what it needs; run by PEERS/bench_logitr.R on two threads. Draws of the same number, the same
#           for everybody, so that its log-likelihood is another. A dash where there is none
#   ONLY    cases to run, by key; all when not given
set -euo pipefail
folder=$(realpath "$1")
xlogit=${2:-} peers=${3:-}
cd "$(dirname "$0")/.."
dotnet build -c Release -v q -nologo benchmarks/InstallSim.Benchmarks >/dev/null
program=artifacts/bin/InstallSim.Benchmarks/release/InstallSim.Benchmarks

printf '| case | first fit, s | first, CPU s | best fit, s | CPU s | MiB | log-likelihood | xlogit, s | times faster | logitr, s | logitr, CPU s |\n|---|---|---|---|---|---|---|---|---|---|---|\n'
while read -r key case draws; do
  case " ${ONLY:-$key} " in *" $key "*) ;; *) continue ;; esac
  IFS=';' read -r title first firstcpu _ _ best cpu loglik _ _ _ _ memory _ < <("$program" estimation "$folder" 0 "$key" | sed -n 2p)
  peer=– ratio=–
  if [ -n "$xlogit" ] && [ "$case" != - ]; then
    script=$peers/bench_xlogit.py
    case $case in artificial | swissmetro) script=benchmarks/cross-section-xlogit.py ;; esac
    peer=$(XLOGIT=$xlogit BENCH=$folder ${PYTHON:-python3} "$script" "$case" $draws | sed 's/.*"fit_s": \([0-9.e-]*\).*/\1/')
    ratio=$(awk "BEGIN { printf \"%.0f\", $peer / $best }")
    peer=$(printf '%.3f' "$peer")
  fi
  other=– othercpu=–
  if [ -n "${LOGITR:-}" ] && [[ $case == m*l_* ]]; then
    read -r other othercpu < <(PEERS_RLIB=$LOGITR BENCH=$folder Rscript "$peers/bench_logitr.R" "$case" "$draws" 2 halton 2>/dev/null |
      sed -n 's/.*"fit_s":\([0-9.]*\),"fit_cpu_s":\([0-9.]*\).*/\1 \2/p') || true
  fi
  printf '| %s |%s |%s |%s |%s |%s |%s | %s | %s | %s | %s |\n' "$title" "$first" "$firstcpu" "$best" "$cpu" "$memory" "$loglik" "$peer" \
    "$ratio" "${other:-–}" "${othercpu:-–}"
done <<'CASES'
swissmetro mnl_swissmetro 0
electricity-600 mxl_electricity 600
electricity-2000 mxl_electricity 2000
electricity-correlated - 0
electricity-classes - 0
synthetic mxl_synthetic 500
artificial artificial 1500
swissmetro-mixed swissmetro 2000
windmills - 0
CASES
