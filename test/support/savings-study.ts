import type { Panel } from '../../src/calculations/panel.ts'
import type { Participations } from '../../src/calculations/money-columns.ts'
import { quantile, sum } from '../../src/calculations/sample-statistics.ts'
import { realisedSavings } from '../../src/calculations/savings/realised.ts'
import { studyReceipt } from '../../src/calculations/savings/receipt-study.ts'
import { writeDemo } from '../../src/demo/demo.ts'
import { demoColumns } from './demo-columns.ts'

/** What a programme of one demo truly saved, and what was found, in kronor and before its own cost. */
export type Found = {
  intervention: string
  treated: number
  truth: number
  estimate: number
  lower: number
  upper: number
  /** As if nobody had left without the programme and all had left at once with it: persons × kronor × months. */
  naive: number
  /** Those who started against others with equal histories, with no thought of who is chosen. */
  byHistory: number
}

export const isInside = ({ truth, lower, upper }: Found): boolean => lower <= truth && truth <= upper

/** The programmes of one seed, and last their sum, whose interval is of the draws added together. */
export function savingsOfSeed(seed: number, draws = 200): Found[] {
  const { panel, participations, savings } = demoOf(seed)
  const study = studyReceipt(panel, participations, { seed, draws })
  const window = { from: panel.firstMonth, until: panel.untilMonth }
  const together = new Float64Array(draws)
  const found = savings.map(({ intervention, savedKronor }): Found => {
    const realised = realisedSavings({ panel, participations, intervention, window }, study)
    realised.drawsOre.forEach((ore, draw) => (together[draw]! += ore / 100))
    return {
      intervention,
      treated: realised.treated,
      truth: savedKronor,
      estimate: realised.grossOre / 100,
      lower: realised.lowerOre / 100,
      upper: realised.upperOre / 100,
      ...simpleAnswers(panel, participations, intervention),
    }
  })
  const all = (column: 'treated' | 'truth' | 'estimate' | 'naive' | 'byHistory') =>
    sum(found.map((each) => each[column]))
  return [
    ...found,
    {
      intervention: 'Alla',
      treated: all('treated'),
      truth: all('truth'),
      estimate: all('estimate'),
      lower: quantile(together, 0.025),
      upper: quantile(together, 0.975),
      naive: all('naive'),
      byHistory: all('byHistory'),
    },
  ]
}

function demoOf(seed: number) {
  const demo = writeDemo({ seed })
  return { ...demoColumns(demo), savings: demo.truth.savings }
}

/** The two numbers that are told without a model. A comparison is with equal obstacle, months so far and quarter. */
function simpleAnswers(panel: Panel, participations: Participations, intervention: string) {
  const { household, month, amountOre } = panel.householdMonths
  const isStart = startsOf(participations, intervention)
  const strata = new Map<string, { started: number[]; others: number[] }>()
  let [naive, after] = [0, 0]
  for (let row = amountOre.length - 1; row >= 0; row--) {
    after = household[row + 1] === household[row] ? after + amountOre[row + 1]! / 100 : 0
    const starts = isStart(household[row]!, month[row]!)
    if (starts) naive += (amountOre[row]! / 100) * (panel.untilMonth - 1 - month[row]!)
    const band = [0, 3, 6, 12, 24].findLast((from) => from <= monthsBefore(panel, row))
    const key = `${Math.floor(month[row]! / 3)} ${panel.personMonths.obstacle[row]} ${band}`
    const stratum = strata.get(key) ?? { started: [], others: [] }
    strata.set(key, stratum)
    stratum[starts ? 'started' : 'others'].push(after)
  }
  const compared = [...strata.values()].filter(({ others }) => others.length > 0)
  const byHistory = compared.map(({ started, others }) => (started.length * sum(others)) / others.length - sum(started))
  return { naive, byHistory: sum(byHistory) }
}

function startsOf({ household, start, ...rows }: Participations, intervention: string) {
  const position = rows.interventions.indexOf(intervention)
  const keys = Array.from(household, (each, row) => `${each} ${start[row]}`)
  const starts = new Set(keys.filter((_, row) => rows.intervention[row] === position))
  return (each: number, month: number) => starts.has(`${each} ${month}`)
}

/** Unbroken months with assistance before that of the row. */
function monthsBefore({ householdMonths: { household, month } }: Panel, row: number): number {
  let first = row
  while (first > 0 && household[first - 1] === household[row] && month[first - 1] === month[first]! - 1) first--
  return row - first
}
