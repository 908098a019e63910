# What R takes for the same work on the same files. Called by calculations.mjs with the folder of the files.
# Prints one line per task: name, seconds. A package that is missing gives no line.
folder <- commandArgs(TRUE)[1]
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")))
seconds <- function(work, rounds = 5) {
  work()
  median(replicate(rounds, system.time(work())[["elapsed"]]))
}
tell <- function(name, value) cat(name, format(value, digits = 6), "\n")
has <- function(package) suppressMessages(requireNamespace(package, quietly = TRUE))

if (has("survival")) {
  library(survival)
  durations <- read("durations")
  durations$cause <- factor(durations$event)
  tell("kaplan-meier", seconds(function() survfit(Surv(time, event > 0) ~ 1, durations)))
  tell("log-rank", seconds(function() survdiff(Surv(time, event > 0) ~ group, durations)))
  tell("aalen-johansen", seconds(function() survfit(Surv(time, cause) ~ 1, durations), rounds = 1))
}

if (has("forecast")) {
  suppressMessages(library(forecast))
  lines <- strsplit(readLines(file.path(folder, "series.txt")), " ")
  series <- lapply(lines, function(values) ts(as.numeric(values), frequency = 12))
  tell("ets", system.time(for (each in series) forecast(ets(each), h = 18))[["elapsed"]])
  tell("theta", system.time(for (each in series) thetaf(each, h = 18))[["elapsed"]])
}

effect <- read("effect")
treated <- effect$treated == 1
covariates <- as.matrix(effect[, setdiff(names(effect), c("treated", "outcome"))])

# The weights of entropy balancing, by Newton's method on the dual as in the package ebal.
balance <- function(x, target) {
  x <- cbind(1, x)
  target <- c(1, target)
  lambda <- rep(0, ncol(x))
  value <- function(lambda) sum(exp(x %*% lambda)) - sum(lambda * target)
  for (step in 1:200) {
    w <- as.vector(exp(x %*% lambda))
    gradient <- colSums(w * x) - target
    if (max(abs(gradient)) < 1e-8) break
    direction <- solve(crossprod(x, w * x), gradient)
    size <- 1
    while (!is.finite(value(lambda - size * direction)) || value(lambda - size * direction) > value(lambda) && size > 1e-8)
      size <- size / 2
    lambda <- lambda - size * direction
  }
  w / sum(w)
}
entropy <- function(rows) {
  d <- treated[rows]
  x <- scale(covariates[rows, ])
  w <- balance(x[!d, ], colMeans(x[d, ]))
  mean(effect$outcome[rows][d]) - sum(w * effect$outcome[rows][!d])
}
doubly <- function(rows) {
  d <- treated[rows]
  x <- cbind(1, covariates[rows, ])
  y <- effect$outcome[rows]
  e <- suppressWarnings(glm.fit(x, as.numeric(d), family = binomial()))$fitted.values
  m <- as.vector(x %*% lm.fit(x[!d, ], y[!d])$coefficients)
  mean((d - (1 - d) * e / (1 - e)) * (y - m)) / mean(d)
}
everyone <- seq_len(nrow(effect))
tell("entropy-balancing", seconds(function() entropy(everyone)))
tell("aipw", seconds(function() doubly(everyone)))
set.seed(1)
draw <- function() c(sample(which(treated), replace = TRUE), sample(which(!treated), replace = TRUE))
few <- 10
tell("bootstrap", system.time(for (each in 1:few) { rows <- draw(); entropy(rows); doubly(rows) })[["elapsed"]] * 300 / few)

# Spells by whole vectors, the fastest way in R without compiled code: a sample of 2.4 million months, times ten.
months <- read("months")
spells <- function() {
  starts <- c(TRUE, diff(months$household) != 0 | diff(months$month) > 3)
  first <- which(starts)
  last <- c(first[-1] - 1, nrow(months))
  total <- cumsum(as.numeric(months$amount))
  list(months$household[first], months$month[first], months$month[last], diff(c(0, total[last])))
}
tell("spells", seconds(spells, rounds = 3) * 10)
