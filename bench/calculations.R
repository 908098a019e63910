# What R takes for the same work on the same rows. Called by calculations.mjs with the folder of the files.
# Prints a line per task: name, seconds of processor time, the least of its rounds. What it found goes to <name>.bin as
# doubles, for comparison. A package that is missing gives no line.
folder <- commandArgs(TRUE)[1]
path <- function(name) file.path(folder, name)
column <- function(name, what, bytes) readBin(path(paste0(name, ".bin")), what, file.size(path(paste0(name, ".bin"))) / bytes)
integers <- function(name) column(name, integer(), 4)
doubles <- function(name) column(name, double(), 8)
task <- function(name, work, rounds = 5, times = 1) {
  seconds <- Inf
  for (round in seq_len(rounds)) {
    took <- system.time(found <- work())
    seconds <- min(seconds, took[["user.self"]] + took[["sys.self"]])
  }
  writeBin(as.double(unlist(found, use.names = FALSE)), path(paste0(name, ".found.bin")))
  cat(name, format(seconds * times, digits = 6), "\n")
}
has <- function(package) suppressMessages(requireNamespace(package, quietly = TRUE))

if (has("survival")) {
  library(survival)
  durations <- data.frame(time = doubles("time"), exit = integers("exit"), group = integers("group"))
  durations$decimal <- doubles("decimal")
  durations$cause <- factor(durations$exit)
  curve <- function(fit) list(fit$surv, fit$surv * fit$std.err, fit$lower, fit$upper)
  task("kaplan-meier", function() curve(survfit(Surv(time, exit > 0) ~ 1, durations, conf.type = "log-log")))
  task("log-rank", function() survdiff(Surv(time, exit > 0) ~ group, durations)[c("chisq", "exp")])
  task("kaplan-meier-decimal", function() curve(survfit(Surv(decimal, exit > 0) ~ 1, durations, conf.type = "log-log")))
  task("log-rank-decimal", function() survdiff(Surv(decimal, exit > 0) ~ group, durations)[c("chisq", "exp")])
  # The variances are left out: survfit has the infinitesimal jackknife's, ours are those of cmprsk.
  task("aalen-johansen", function() survfit(Surv(time, cause) ~ 1, durations)$pstate[, -1], rounds = 1)
}

if (has("forecast")) {
  suppressMessages(library(forecast))
  lines <- strsplit(readLines(path("series.txt")), " ")
  series <- lapply(lines, function(values) ts(as.numeric(values), frequency = 12))
  points <- function(method) function() lapply(series, function(each) method(each)$mean)
  task("theta", points(function(each) thetaf(each, h = 18)), rounds = 3)
  task("ets", points(function(each) forecast(ets(each), h = 18)), rounds = 1)
}

treated <- integers("treated") == 1
outcome <- doubles("outcome")
covariates <- matrix(doubles("covariates"), nrow = length(outcome))

# (Mean of the treated - weighted mean of the controls) / standard deviation of the treated, before and after.
balance_table <- function(d, x, w) {
  cases <- x[d, ]
  controls <- x[!d, ]
  spread <- apply(cases, 2, sd)
  cbind(colMeans(cases) - colMeans(controls), colMeans(cases) - colSums(w * controls) / sum(w)) / spread
}

# The weights of the controls by Newton's method on the dual, as in the package ebal (not in Debian).
balancing <- function(x, target, lambda) {
  x <- cbind(1, x)
  target <- c(1, target)
  value <- function(lambda) sum(exp(x %*% lambda)) - sum(lambda * target)
  for (step in 1:200) {
    w <- as.vector(exp(x %*% lambda))
    gradient <- as.vector(crossprod(x, w)) - target
    if (max(abs(gradient)) < 1e-8) break
    direction <- solve(crossprod(x, w * x), gradient)
    size <- 1
    now <- sum(w) - sum(lambda * target)
    while (size > 1e-8 && !isTRUE(value(lambda - size * direction) <= now)) size <- size / 2
    lambda <- lambda - size * direction
  }
  list(w = w / sum(w), lambda = lambda)
}
entropy <- function(d, y, x, lambda = c(-log(sum(!d)), rep(0, ncol(x)))) {
  found <- balancing(x[!d, ], colMeans(x[d, ]), lambda)
  list(estimate = mean(y[d]) - sum(found$w * y[!d]), w = found$w, lambda = found$lambda)
}
entropy_balancing <- function() {
  x <- scale(covariates)
  fit <- entropy(treated, outcome, x)
  w <- replace(as.numeric(treated) / sum(treated), !treated, fit$w)
  line <- lm.wfit(cbind(1, treated), outcome, w)
  bread <- chol2inv(line$qr$qr)
  meat <- crossprod(cbind(1, treated) * w * line$residuals)
  hc1 <- (bread %*% meat %*% bread)[2, 2] * length(w) / (length(w) - 2)
  list(fit$estimate, sqrt(hc1), 1 / sum(fit$w^2), t(balance_table(treated, covariates, fit$w)))
}

# `start` and `epsilon` as ours: in one sample from the beginning to the last digit, in a bootstrap from a near answer.
doubly <- function(d, y, x, start = NULL, epsilon = 1e-12) {
  logit <- glm.fit(x, as.numeric(d), family = binomial(), start = start, control = list(epsilon = epsilon))
  e <- logit$fitted.values
  m <- as.vector(x %*% lm.fit(x[!d, ], y[!d])$coefficients)
  psi <- ifelse(d, 1, -e / (1 - e)) * (y - m) / mean(d)
  list(estimate = mean(psi), psi = psi, odds = (e / (1 - e))[!d], coefficients = logit$coefficients)
}
aipw <- function() {
  fit <- doubly(treated, outcome, cbind(1, scale(covariates)))
  share <- mean(treated)
  error <- sqrt(mean((fit$psi - treated * fit$estimate / share)^2) / length(treated))
  table <- t(balance_table(treated, covariates, fit$odds))
  list(fit$estimate, error, sum(fit$odds)^2 / sum(fit$odds^2), table)
}
task("entropy-balancing", entropy_balancing, rounds = 9)
task("aipw", aipw, rounds = 9)

# The rows of each draw stand in draws.bin, so that both draw the same. A tenth of them, times ten.
draws <- matrix(integers("draws") + 1L, nrow = length(outcome))
task("bootstrap", function() {
  x <- scale(covariates)
  design <- cbind(1, x)
  lambda <- entropy(treated, outcome, x)$lambda
  start <- doubly(treated, outcome, design)$coefficients
  apply(draws, 2, function(rows) {
    d <- treated[rows]
    y <- outcome[rows]
    c(entropy(d, y, x[rows, ], lambda)$estimate, doubly(d, y, design[rows, ], start, 1e-8)$estimate)
  })
}, rounds = 2, times = 300 / ncol(draws))

# Spells by whole vectors, the fastest way in R without compiled code.
household <- integers("household")
month <- integers("month")
amount <- doubles("amount")
spells <- function(gap, first, until) {
  kept <- which(month >= first & month < until & amount > 0)
  h <- household[kept]
  m <- month[kept]
  begins <- which(c(TRUE, diff(h) != 0L | diff(m) > gap + 1L))
  ends <- c(begins[-1] - 1L, length(kept))
  net <- diff(c(0, cumsum(amount[kept])[ends]))
  list(
    household = h[begins], start = m[begins], last = m[ends], firstRow = kept[begins] - 1L, lastRow = kept[ends] - 1L,
    paidMonths = ends - begins + 1L, netOre = net,
    resolved = until - 1L - m[ends] > gap, leftUnknown = m[begins] - first <= gap
  )
}
task("spells", function() spells(2L, 0L, 400L), rounds = 3)
