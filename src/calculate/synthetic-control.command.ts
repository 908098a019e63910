import { Command } from 'commander'
import { CannotCalculate } from '../calculations/refusal.ts'
import { seriesByUnit } from '../calculations/synthetic-control/series-by-unit.ts'
import {
  evenControl,
  syntheticControl,
  type Comparison,
  type SyntheticPanel,
} from '../calculations/synthetic-control/synthetic-control.ts'
import type { Print } from './print.ts'
import { calculateText } from './calculate.text.ts'
import { countOption } from './number-options.ts'
import { readColumns } from './read-columns.ts'
import { syntheticControlText as text } from './synthetic-control.text.ts'
import { timeScaleOf, timesOf } from './time-column.ts'
import { unitsOf } from './unit-column.ts'

type Options = {
  file: string
  unit: string
  time: string
  outcome: string
  treatedUnit: string
  start: string
  donors?: string
  basePeriods: number
}

/** `utfall calculate synthetic-control`: one unit against a weighted mix of others, with placebo in space. */
export const syntheticControlCommand = (print: Print): Command =>
  new Command('synthetic-control')
    .description(text.description)
    .requiredOption('--file <fil>', calculateText.file)
    .requiredOption('--unit <kolumn>', text.unit)
    .requiredOption('--time <kolumn>', text.time)
    .requiredOption('--outcome <kolumn>', text.outcome)
    .requiredOption('--treated-unit <enhet>', text.treatedUnit)
    .requiredOption('--start <period>', text.start)
    .option('--donors <enheter>', text.donors)
    .option('--base-periods <antal>', text.basePeriods, countOption('--base-periods', 1000), 3)
    .action(async (options: Options) => print(await compareUnit(options)))

async function compareUnit(options: Options) {
  const file = await readColumns(options.file)
  if (file.length === 0) throw new CannotCalculate('no-rows')
  const units = unitsOf(file, options.unit)
  const scale = timeScaleOf(file.texts(options.time))
  const { times, series } = seriesByUnit(units.codes, timesOf(file, options.time, scale), file.numbers(options.outcome))
  const treated = codeOf('--treated-unit', options.treatedUnit, units.labels)
  const pool = poolOf(options, units.labels).filter((code) => code !== treated)
  const donors = pool.filter((code) => series[code]!.every((value) => value > 0))
  const panel: SyntheticPanel = {
    treated: series[treated]!,
    donors: donors.map((code) => series[code]!),
    start: placeOf(options.start, scale.parse(options.start), times),
    basePeriods: options.basePeriods,
  }
  const nameOf = (donor: number) => units.labels[donors[donor]!]!
  const { effect, weights, gap, fitBefore, ratio, placebo } = syntheticControl(panel)
  const even = evenControl(panel)
  return {
    effect,
    relativeEffect: Math.expm1(effect),
    weights: weightsByName(weights, nameOf),
    placebo: placeboByName(placebo, nameOf),
    fitBefore,
    ratio,
    gap: Array.from(gap, (value, period) => ({ time: scale.write(times[period]!), gap: value })),
    differenceInDifferences: {
      effect: even.effect,
      relativeEffect: Math.expm1(even.effect),
      placebo: placeboByName(even.placebo, nameOf),
    },
    leftOut: pool.filter((code) => !donors.includes(code)).map((code) => units.labels[code]!),
  }
}

const weightsByName = (weights: Float64Array, nameOf: (donor: number) => string) =>
  Array.from(weights, (weight, donor) => ({ unit: nameOf(donor), weight }))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight)

const placeboByName = ({ effects, ...rest }: Comparison['placebo'], nameOf: (donor: number) => string) => ({
  ...rest,
  effects: Array.from(effects, (effect, donor) => ({ unit: nameOf(donor), effect })),
})

const poolOf = ({ donors }: Options, labels: string[]): number[] =>
  donors === undefined
    ? labels.map((_, code) => code)
    : [...new Set(donors.split(',').map((name) => codeOf('--donors', name.trim(), labels)))]

function codeOf(option: string, found: string, labels: string[]): number {
  const code = labels.indexOf(found)
  if (code < 0) throw new CannotCalculate('bad-option', { option, found, expected: 'en enhet som finns i filen' })
  return code
}

function placeOf(found: string, start: number | null, times: Float64Array): number {
  const place = start === null ? -1 : times.indexOf(start)
  if (place < 0)
    throw new CannotCalculate('bad-option', { option: '--start', found, expected: 'en period som finns i filen' })
  return place
}
