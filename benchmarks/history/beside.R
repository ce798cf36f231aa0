# History matching of the function of HistoryTimings by hmer: a line a seed, as InstallSim prints it.
# usage: Rscript beside.R POINTS.csv SEEDS
suppressMessages(library(hmer))
arguments <- commandArgs(trailingOnly = TRUE)
looked <- read.csv(arguments[1], header = FALSE)
names(looked) <- c("a", "b", "c", "d", "real")
truth <- data.frame(a = 0.35, b = 0.7, c = 0.2, d = 0.5)
outputs <- function(x) data.frame(
  t0 = x$a + 0.5 * x$b, t1 = x$b^2 - 0.6 * x$c, t2 = x$c + x$a * x$b + 0.3 * sin(3 * x$a))
targets <- lapply(as.list(outputs(truth)), function(value) list(val = value, sigma = 0.04))
ranges <- list(a = c(0, 1), b = c(0, 1), c = c(0, 1), d = c(0, 1))
for (seed in seq_len(as.integer(arguments[2]))) {
  set.seed(seed)
  start <- proc.time()
  emulators <- list()
  points <- as.data.frame(lhs::maximinLHS(40, 4))
  names(points) <- names(ranges)
  for (wave in 1:3) {
    emulators <- c(emulator_from_data(cbind(points, outputs(points)), names(targets), ranges, verbose = FALSE), emulators)
    if (wave < 3) points <- generate_new_design(emulators, 40, targets, verbose = FALSE)
  }
  taken <- proc.time() - start
  inside <- function(at) nth_implausible(emulators, at, targets, n = 1) <= 3
  kept <- inside(looked[names(ranges)])
  real <- looked$real == 1
  cat(sprintf("hmer,%d,%.2f,%.4f,%.4f,%.3f,%s\n", seed, taken[["user.self"]] + taken[["sys.self"]], mean(kept), mean(real),
    sum(kept & real) / sum(real), inside(truth)))
}
