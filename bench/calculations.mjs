/** The calculation library beside R, on the same rows. Without R its recorded times are shown, with where they are from. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { against, heading, line, median, timed, timesOf, written } from './timing.mjs'

const aim = 10

/** R 4.2.2 on 2 cores (AMD EPYC, Zen 4), 22 November 2026, seconds: shown where R is not installed. */
const recorded = {}

const durations = makeDurations(334_300)
const series = makeSeries(100)
const sample = makeSample(16_177)
const months = makeMonths(24_000_000)

const dir = mkdtempSync(join(tmpdir(), 'utfall-bench-'))
const peer = timesOfR()
rmSync(dir, { recursive: true, force: true })

heading(`Calculations beside R${peer.measured ? '' : ' (recorded)'}`)
const follow = () => followUpOf({ ...durations, group: allInOne })
const allInOne = { codes: new Int32Array(durations.time.length), labels: ['all'] }
await compare('kaplan-meier', 'Kaplan–Meier, 334 300 rows', () => tablesByGroup(follow()).map(kaplanMeier))
await compare('aalen-johansen', 'Aalen–Johansen, 334 300 rows', () => tablesByGroup(follow()).map(competingExits))
await compare('log-rank', 'log-rank, 334 300 rows', () => logRank(followUpOf(durations), { rho: 0 }))
await compare('theta', 'Theta, 100 series', () => forecastAll('theta'))
await compare('ets', 'ETS, 100 series', () => forecastAll('ets'), 1)
await compare('entropy-balancing', 'entropy balancing, 16 177 rows', () => estimateEffect(sample, 'entropy-balancing'))
await compare('aipw', 'AIPW, 16 177 rows', () => estimateEffect(sample, 'aipw'))
await compare('bootstrap', '300 bootstraps of both', () => bootstrapReplicates(sample, bootstrap(0, 300)), 1)
await compare('spells', 'spells, 24 million household-months', () =>
  spellsOf(months, { allowedGap: 2, firstMonth: 0, untilMonth: 400 }),
)
await inThreads()

async function compare(name, label, work, rounds = 5) {
  if (rounds > 1) work()
  const ms = median(await timesOf(rounds, work))
  const ratio = peer.seconds[name] ? (peer.seconds[name] * 1000) / ms : null
  line(
    label,
    `${written(ms, ms < 100 ? 1 : 0)} ms`,
    ratio && `R ${written(peer.seconds[name] * 1000)} ms`,
    ratio && `${written(ratio, 1)} times as fast`,
    ratio && against(ratio >= aim, `at least ${aim} times R`),
  )
}

/** The same replicates in threads, and how long this thread was held up meanwhile. */
async function inThreads() {
  const threads = startThreads()
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const ranges = [0, 150].map((from) => bootstrap(from, from + 150))
  const { ms } = await timed(() => Promise.all(ranges.map((options) => threads.run('bootstrap', { sample, options }))))
  clearInterval(timer)
  await threads.close()
  line('300 bootstraps in threads', `${written(ms)} ms`, `this thread was held up ${written(longest)} ms at most`)
}

function bootstrap(from, until) {
  return { methods: ['entropy-balancing', 'aipw'], seed: 1, from, until }
}

function forecastAll(method) {
  return series.map((values) => forecastMean(values, { method, horizon: 18, season: 12 }))
}

/** Runs the same on the same rows; what R lacks a package for, or R itself, is taken from the record. */
function timesOfR() {
  if (spawnSync('Rscript', ['--version']).error) return { measured: false, seconds: recorded }
  writeForR()
  const { stdout } = spawnSync('Rscript', [join(import.meta.dirname, 'calculations.R'), dir], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const told = stdout.split('\n').map((each) => each.trim().split(/\s+/))
  const seconds = Object.fromEntries(told.filter(([name]) => name).map(([name, value]) => [name, Number(value)]))
  return { measured: true, seconds: { ...recorded, ...seconds } }
}

function writeForR() {
  const table = (name, head, rows) => writeFileSync(join(dir, name), `${head}\n${rows.join('\n')}\n`)
  const { time, exit, group } = durations
  table(
    'durations.csv',
    'time,event,group',
    Array.from(time, (each, row) => `${each},${exit[row]},${group.codes[row]}`),
  )
  writeFileSync(join(dir, 'series.txt'), series.map((values) => values.join(' ')).join('\n'))
  const names = sample.covariates.map(({ name }) => name)
  const row = (_, at) =>
    [sample.treated[at], sample.outcome[at], ...sample.covariates.map(({ values }) => values[at])].join(',')
  table('effect.csv', ['treated', 'outcome', ...names].join(','), Array.from(sample.outcome, row))
  const few = 2_400_000
  const { household, month, amountOre } = months
  table(
    'months.csv',
    'household,month,amount',
    Array.from({ length: few }, (_, at) => `${household[at]},${month[at]},${amountOre[at]}`),
  )
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
