/** The calculation library beside R, on the same rows. Without R its recorded times are shown, with where they are from. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { oneGroup } from '../dist/calculations/columns.js'
import { bootstrapReplicates } from '../dist/calculations/effect/bootstrap.js'
import { estimateEffect } from '../dist/calculations/effect/estimate.js'
import { forecastMean } from '../dist/calculations/forecast/forecast-mean.js'
import { seededRandom } from '../dist/calculations/random.js'
import { spellsOf } from '../dist/calculations/spells.js'
import { competingExits } from '../dist/calculations/survival/competing-exits.js'
import { followUpOf } from '../dist/calculations/survival/follow-up.js'
import { kaplanMeier } from '../dist/calculations/survival/kaplan-meier.js'
import { logRank } from '../dist/calculations/survival/log-rank.js'
import { tablesByGroup } from '../dist/calculations/survival/risk-table.js'
import { startThreads } from '../dist/worker/threads.js'
import { against, heading, line, timed, written } from './timing.mjs'

const aim = 10

/**
 * Seconds of processor time of R 4.2.2 (survival 3.5-3, forecast 8.20, reference BLAS) on 2 cores (AMD EPYC, Zen 4),
 * 22 November 2026, the least of two runs while the machine also did other work. Shown where R is not installed.
 */
const recorded = {
  'kaplan-meier': 0.303,
  'kaplan-meier-decimal': 0.578,
  'log-rank': 0.394,
  'log-rank-decimal': 0.566,
  'aalen-johansen': 8.589,
  theta: 0.663,
  ets: 61.517,
  'entropy-balancing': 0.023,
  aipw: 0.049,
  bootstrap: 12.52,
  spells: 2.585,
}

const durations = makeDurations(334_300)
const decimals = { ...durations, time: withParts(durations.time) }
const series = makeSeries(100)
const sample = makeSample(16_177)
const months = makeMonths(24_000_000)
const draws = 30

const dir = mkdtempSync(join(tmpdir(), 'utfall-bench-'))
const peer = timesOfR()
heading(`Calculations beside R${peer.measured ? '' : ' (recorded)'}: processor time, the least of several rounds`)
await compareAll()
rmSync(dir, { recursive: true, force: true })
await inThreads()

async function compareAll() {
  const whole = ({ time, exit, causes }) => followUpOf({ time, exit, causes, group: oneGroup(time.length) })
  const curve = (rows) => kaplanMeier(tablesByGroup(whole(rows))[0])
  const ofCurve = ({ survival, standardError, lower, upper }) => [survival, standardError, lower, upper]
  const test = (rows) => logRank(followUpOf(rows), { rho: 0 })
  const ofTest = ({ chiSquare, expected }) => [[chiSquare], expected]
  compare('kaplan-meier', 'Kaplan–Meier, 334 300 rows', () => curve(durations), ofCurve)
  compare('kaplan-meier-decimal', '  the same, no times alike', () => curve(decimals), ofCurve)
  compare('log-rank', 'log-rank, 334 300 rows', () => test(durations), ofTest)
  compare('log-rank-decimal', '  the same, no times alike', () => test(decimals), ofTest)
  compare(
    'aalen-johansen',
    'Aalen–Johansen, 334 300 rows',
    () => competingExits(tablesByGroup(whole(durations))[0]),
    (found) => found.map(({ incidence }) => incidence),
  )
  const forecastAll = (method) => series.map((values) => forecastMean(values, { method, horizon: 18, season: 12 }))
  compare(
    'theta',
    'Theta, 100 series',
    () => forecastAll('theta'),
    (found) => found,
  )
  compare(
    'ets',
    'ETS, 100 series',
    () => forecastAll('ets'),
    (found) => found,
    1,
  )
  const ofEffect = ({ estimate, standardError, effectiveControls, balance }) => [
    [estimate, standardError, effectiveControls],
    balance.flatMap(({ before, after }) => [before, after]),
  ]
  compare(
    'entropy-balancing',
    'entropy balancing, 16 177 rows',
    () => estimateEffect(sample, 'entropy-balancing'),
    ofEffect,
    30,
  )
  compare('aipw', 'AIPW, 16 177 rows', () => estimateEffect(sample, 'aipw'), ofEffect, 30)
  compare(
    'bootstrap',
    '300 bootstraps of both',
    () => bootstrapReplicates(sample, bootstrap(0, 300)),
    ([balancing, doubly]) => Array.from({ length: draws }, (_, at) => [balancing[at], doubly[at]]),
    2,
  )
  compare(
    'spells',
    'spells, 24 million household-months',
    () => spellsOf(months, { allowedGap: 2, firstMonth: 0, untilMonth: 400 }),
    (found) =>
      ['household', 'start', 'last', 'firstRow', 'lastRow', 'paidMonths', 'netOre', 'resolved', 'leftUnknown'].map(
        (name) => found[name],
      ),
  )
}

/** `columns` gives what was found, in the order of calculations.R. */
function compare(name, label, work, columns, rounds = 7) {
  let [least, found] = [Infinity, null]
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage()
    found = work()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  const seconds = peer.seconds[name]
  const ratio = seconds ? (seconds * 1000) / least : null
  line(
    label,
    `${written(least, least < 100 ? 1 : 0)} ms`,
    ratio && `R ${written(seconds * 1000)} ms`,
    ratio && `${written(ratio, 1)} times as fast`,
    ratio && against(ratio >= aim, `at least ${aim} times R`),
    peer.measured && agreement(name, columns(found)),
  )
}

/** The greatest distance between a number of R's and ours, as a part of the larger of it and 1. */
function agreement(name, columns) {
  const file = join(dir, `${name}.found.bin`)
  if (!existsSync(file)) return null
  const theirs = new Float64Array(new Uint8Array(readFileSync(file)).buffer)
  let [at, most] = [0, 0]
  for (const column of columns)
    for (const value of column) {
      const expected = theirs[at++]
      const apart = Math.abs(value - expected) / Math.max(1, Math.abs(expected))
      if (apart > most || (Number.isNaN(apart) && !(Number.isNaN(value) && Number.isNaN(expected)))) most = apart
    }
  return at === theirs.length ? `apart ${most.toExponential(0)} at most` : `${at} numbers against ${theirs.length} of R`
}

/** The same replicates in threads, and how long this thread was held up meanwhile, beside the same time at rest. */
async function inThreads() {
  const threads = startThreads()
  const ranges = [0, 150].map((from) => bootstrap(from, from + 150))
  const busy = await heldUp(() => Promise.all(ranges.map((options) => threads.run('bootstrap', { sample, options }))))
  await threads.close()
  const rest = await heldUp(() => new Promise((done) => setTimeout(done, busy.ms)))
  line(
    '300 bootstraps in threads',
    `${written(busy.ms)} ms`,
    `this thread was held up ${written(busy.longest)} ms at most`,
    `at rest as long ${written(rest.longest)} ms`,
  )
}

/** How long a timer of one millisecond was late at most while `work` ran. */
async function heldUp(work) {
  let [longest, last] = [0, performance.now()]
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 1)
    last = performance.now()
  }, 1)
  const { ms } = await timed(work)
  clearInterval(timer)
  return { ms, longest }
}

function bootstrap(from, until) {
  return { methods: ['entropy-balancing', 'aipw'], seed: 1, from, until }
}

/** Runs the same on the same rows; what R lacks a package for, or R itself, is taken from the record. */
function timesOfR() {
  if (spawnSync('Rscript', ['--version']).error) return { measured: false, seconds: recorded }
  writeForR()
  const { stdout } = spawnSync('Rscript', [join(import.meta.dirname, 'calculations.R'), dir], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told = stdout.split('\n').map((each) => each.trim().split(/\s+/))
  const seconds = Object.fromEntries(told.filter(([name]) => name).map(([name, value]) => [name, Number(value)]))
  return { measured: true, seconds: { ...recorded, ...seconds } }
}

/** The columns as they are, so that reading them takes no time worth counting. */
function writeForR() {
  const columns = {
    time: durations.time,
    decimal: decimals.time,
    exit: durations.exit,
    group: durations.group.codes,
    treated: Int32Array.from(sample.treated),
    outcome: sample.outcome,
    covariates: Float64Array.from(sample.covariates.flatMap(({ values }) => Array.from(values))),
    draws: drawnRows(),
    household: months.household,
    month: months.month,
    amount: months.amountOre,
  }
  for (const [name, values] of Object.entries(columns)) writeFileSync(join(dir, `${name}.bin`), values)
  writeFileSync(join(dir, 'series.txt'), series.map((values) => `${values.join(' ')}\n`).join(''))
}

/** The rows of the first replicates, drawn as `bootstrapReplicates` draws them. */
function drawnRows() {
  const length = sample.outcome.length
  const rows = new Int32Array(length * draws)
  for (let replicate = 0; replicate < draws; replicate++) {
    const random = seededRandom((Math.imul(bootstrap().seed, 0x85ebca6b) + replicate) | 0)
    for (let draw = 0; draw < length; draw++) rows[replicate * length + draw] = random.integer(length)
  }
  return rows
}

/** Durations in days, ended by one of three causes or censored. */
function makeDurations(length) {
  const random = seededRandom(1)
  const time = new Float64Array(length)
  const exit = new Int32Array(length)
  for (let row = 0; row < length; row++) {
    time[row] = Math.min(840, 1 + Math.floor(-250 * Math.log(1 - random.next())))
    exit[row] = Math.max(0, random.integer(5) - 1)
  }
  return { time, exit, causes: 3, group: { codes: Int32Array.from(time, (_, row) => row % 2), labels: ['a', 'b'] } }
}

/** Times with a part of a day, so that hardly any are alike. */
function withParts(time) {
  const random = seededRandom(5)
  return time.map((value) => value + random.next())
}

/** Monthly series with level, trend and season. */
function makeSeries(count) {
  const random = seededRandom(2)
  return Array.from({ length: count }, () => {
    const season = Array.from({ length: 12 }, () => random.normal() * 0.1)
    const trend = random.normal() * 3
    let level = 500 + random.next() * 8500
    return Float64Array.from({ length: 50 + random.integer(77) }, (_, at) => {
      level += trend + level * 0.01 * random.normal()
      return Math.max(1, Math.round(10 * level * (1 + season[at % 12]) * (1 + 0.03 * random.normal())) / 10)
    })
  })
}

/** A few hundred treated among many, with ten covariates that decide both treatment and outcome. */
function makeSample(length) {
  const random = seededRandom(3)
  const covariates = Array.from({ length: 10 }, (_, at) => ({
    name: `x${at}`,
    values: Float64Array.from({ length }, () => (at < 5 ? random.normal() : Number(random.next() < 0.4))),
  }))
  const sumAt = (row, scale) => covariates.reduce((total, { values }, at) => total + values[row] * scale(at), 0)
  const treated = Uint8Array.from({ length }, (_, row) => {
    const odds = sumAt(row, (at) => (at < 5 ? 0.5 : 0.3)) - 5
    return Number(random.next() < 1 / (1 + Math.exp(-odds)))
  })
  const outcome = Float64Array.from(
    treated,
    (each, row) => 1000 * (sumAt(row, () => 1) + each) + 3000 * random.normal(),
  )
  return { treated, outcome, covariates }
}

/** Households one after another, each with months in order and a gap now and then. */
function makeMonths(length) {
  const random = seededRandom(4)
  const rows = {
    length,
    household: new Int32Array(length),
    month: new Int32Array(length),
    amountOre: new Float64Array(length),
  }
  for (let row = 0, household = 0; row < length; household++) {
    let month = random.integer(30)
    for (let left = 1 + random.integer(40); left > 0 && row < length; left--, row++) {
      rows.household[row] = household
      rows.month[row] = month
      rows.amountOre[row] = 100_000 + random.integer(1_400_000)
      month += random.next() < 0.1 ? 2 + random.integer(5) : 1
    }
  }
  return rows
}
