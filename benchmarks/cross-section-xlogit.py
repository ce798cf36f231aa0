#!/usr/bin/env python3
"""One fit of a cross-section mixed logit by xlogit in a process of its own; prints its seconds, CPU seconds, peak MiB and log-likelihood.
usage: XLOGIT=CHECKOUT BENCH=FOLDER cross-section-xlogit.py artificial|swissmetro DRAWS"""
import os, resource, sys, time
sys.path.insert(0, os.environ["XLOGIT"])
import pandas as pd
from xlogit import MixedLogit
case, draws = sys.argv[1], int(sys.argv[2])
df = pd.read_csv(f"{os.environ['BENCH']}/{case}_long.csv")
if case == "artificial":
    names = ["price", "time", "conven", "comfort", "meals", "petfr", "emipp", "nonsig1", "nonsig2", "nonsig3"]
    more = dict(ids=df["id"], randvars={"meals": "n", "petfr": "n", "emipp": "n"})
else:
    names = ["asc_train", "asc_car", "time", "cost"]
    more = dict(ids=df["chid"], avail=df["av"], randvars={"time": "n"})
wall, cpu = time.perf_counter(), time.process_time()
model = MixedLogit()
model.fit(X=df[names], y=df["choice"], varnames=names, alts=df["alt"], n_draws=draws, verbose=0, **more)
print('"fit_s": %.3f, "cpu_s": %.2f, "MiB": %d, "loglik": %.6f' % (time.perf_counter() - wall, time.process_time() - cpu,
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, model.loglikelihood))
