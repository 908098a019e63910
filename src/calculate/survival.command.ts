import { Command } from 'commander'
import { competingExits } from '../calculations/survival/competing-exits.ts'
import { type FollowUp, followUpOf } from '../calculations/survival/follow-up.ts'
import { grayTest } from '../calculations/survival/gray-test.ts'
import { kaplanMeier, type SurvivalCurve } from '../calculations/survival/kaplan-meier.ts'
import { logRank } from '../calculations/survival/log-rank.ts'
import { restrictedMean } from '../calculations/survival/restricted-mean.ts'
import { type RiskTable, tablesByGroup } from '../calculations/survival/risk-table.ts'
import { survivalQuantile } from '../calculations/survival/survival-quantile.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { sum } from '../calculations/sample-statistics.ts'
import type { Print } from './print.ts'
import { calculateText } from './calculate.text.ts'
import { readColumns } from './read-columns.ts'
import { type ReadSample, readSample, type SampleColumns } from './survival-columns.ts'
import { survivalText as text } from './survival.text.ts'

type Options = SampleColumns & { file: string; rho: number; horizon?: number }

/** `utfall calculate survival`: curves per group, their medians and means, and whether the groups differ. */
export const survivalCommand = (print: Print): Command =>
  new Command('survival')
    .description(text.description)
    .requiredOption('--file <fil>', calculateText.file)
    .requiredOption('--time <kolumn>', text.time)
    .requiredOption('--event <kolumn>', text.event)
    .option('--entry <kolumn>', text.entry)
    .option('--group <kolumn>', text.group)
    .option('--strata <kolumn>', text.strata)
    .option('--rho <tal>', text.rho, parseRho, 0)
    .option('--horizon <tid>', text.horizon, parseHorizon)
    .option('--competing', text.competing)
    .action(async (options: Options) => print(await survival(options)))

async function survival({ file, rho, horizon, ...columns }: Options) {
  const { sample, causes, leftOut } = readSample(await readColumns(file), columns)
  const followUp = followUpOf(sample)
  const tables = tablesByGroup(followUp)
  const until = horizon ?? followUp.times.at(-1)!
  return {
    groups: tables.map((table, group) => ({ group: sample.group.labels[group]!, ...groupAnswer(table, until) })),
    logRank: logRankAnswer(followUp, rho),
    ...(columns.competing && competingAnswer(followUp, tables, causes, rho)),
    horizon: until,
    leftOut,
  }
}

function groupAnswer(table: RiskTable, horizon: number) {
  const curve = kaplanMeier(table)
  const median = survivalQuantile(curve, 0.5)
  const { mean, standardError } = restrictedMean(curve, horizon)
  return {
    n: sum(curve.events) + sum(curve.censored),
    events: sum(curve.events),
    median: median.estimate,
    medianLower: median.lower,
    medianUpper: median.upper,
    quantiles: [0.25, 0.5, 0.75].map((share) => ({ share, ...survivalQuantile(curve, share) })),
    restrictedMean: mean,
    restrictedMeanStandardError: standardError,
    curve: curveRows(curve),
  }
}

const curveRows = (curve: SurvivalCurve) =>
  Array.from(curve.time, (time, at) => ({
    time,
    atRisk: curve.atRisk[at]!,
    events: curve.events[at]!,
    censored: curve.censored[at]!,
    survival: curve.survival[at]!,
    standardError: orNull(curve.standardError[at]!),
    lower: orNull(curve.lower[at]!),
    upper: orNull(curve.upper[at]!),
  }))

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

function logRankAnswer(followUp: FollowUp, rho: number) {
  const test = logRank(followUp, { rho })
  if (!test) return null
  const { observed, expected, ...answer } = test
  const { labels } = followUp.sample.group
  return {
    ...answer,
    groups: labels.map((group, at) => ({ group, observed: observed[at]!, expected: expected[at]! })),
  }
}

function competingAnswer(followUp: FollowUp, tables: RiskTable[], causes: ReadSample['causes'], rho: number) {
  const { labels } = followUp.sample.group
  return {
    incidence: tables.flatMap((table, group) =>
      competingExits(table).map(({ time, incidence, variance }, cause) => ({
        group: labels[group]!,
        cause: causes[cause]!,
        curve: Array.from(time, (each, at) => ({ time: each, incidence: incidence[at]!, variance: variance[at]! })),
      })),
    ),
    gray: causes.flatMap((cause, index) => {
      const test = grayTest(followUp, index + 1, { rho })
      return test ? [{ cause, ...test }] : []
    }),
  }
}

function parseRho(found: string): number {
  const rho = Number(found)
  if (found.trim() !== '' && Number.isFinite(rho) && rho >= 0) return rho
  throw new CannotCalculate('bad-option', { option: '--rho', found, expected: 'ett tal som är 0 eller mer' })
}

function parseHorizon(found: string): number {
  const horizon = Number(found)
  if (Number.isFinite(horizon) && horizon > 0) return horizon
  throw new CannotCalculate('bad-option', { option: '--horizon', found, expected: 'ett tal över 0' })
}
