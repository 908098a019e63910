import type { FigureTable, TableCell } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import {
  explainJobDifference,
  type JobCase,
  type JobInput,
  jobInputs,
  type JobResult,
  supportIntoWages,
} from '../calculations/support-into-wages.ts'
import { valueAt } from '../parameters/dated.ts'
import { jobAssumptions } from '../parameters/job-assumptions.ts'
import type { Ore } from '../values/money.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { JobView } from './job-view.ts'
import { inputLabel, type JobField, jobFields, jobText } from './job.text.ts'

export type JobQuestion = Partial<Record<JobField, number>>

/** The case as asked, with what is assumed for what was left out. Throws `CannotCalculate` for what cannot be. */
export async function loadJob(
  figures: FiguresService,
  municipality: Municipality,
  today: Day,
  question: JobQuestion,
): Promise<JobView> {
  const month = today.slice(0, 7) as Month
  const defaults = { ...valueAt(jobAssumptions, month), persons: 1, support: await usualSupport(figures, municipality) }
  const inputs = { ...defaults, ...question }
  const [asked, usual] = [caseOf(inputs), caseOf(defaults)]
  const result = supportIntoWages(asked)
  return {
    inputs: only(inputs),
    defaults: only(defaults),
    source: jobAssumptions.findLast(({ from }) => from <= month)!.source,
    cumulative: result.months.map(({ cumulative }) => cumulative * inputs.persons),
    breakEven: result.breakEven,
    breakEvenSubsidy: result.breakEvenSubsidy === null ? null : result.breakEvenSubsidy * 100,
    net: result.net * inputs.persons,
    tables: [partsTable(result, inputs.persons), ...differencesTable(usual, asked, inputs.persons)],
  }
}

/** The municipality's published mean cost of a household-month, in whole hundreds of kronor; a round figure where there is none. */
async function usualSupport(figures: FiguresService, municipality: Municipality): Promise<number> {
  const latest = await figures.latestTertial(municipality)
  const [cost] = await figures.indicators(municipality, latest, ['cost-per-household-month'])
  const mean = cost?.value ?? null
  return mean === null ? 8500 : Math.round(mean / 10_000) * 100
}

const only = (inputs: Record<JobField, number>): Record<JobField, number> =>
  Object.fromEntries(jobFields.map((field) => [field, inputs[field]])) as Record<JobField, number>

const caseOf = (inputs: Record<JobField, number>): JobCase => ({
  wageOre: ore(inputs.wage),
  feeShare: inputs.fees / 100,
  supervisionOre: ore(inputs.supervision),
  subsidyShare: inputs.subsidy / 100,
  subsidisedWageOre: ore(inputs.ceiling),
  months: inputs.months,
  supportOre: ore(inputs.support),
  exitShare: inputs.exit / 100,
  returnShare: inputs.returning / 100,
  taxShare: inputs.tax / 100,
  untaxedOre: ore(inputs.untaxed),
  horizon: inputs.horizon,
})

const ore = (kronor: number): Ore => Math.round(kronor * 100)

function partsTable(result: JobResult, persons: number): FigureTable {
  const text = jobText.parts
  const row = (id: 'supportSaved' | 'taxBack' | 'cost' | 'net', sign: 1 | -1) => ({
    id,
    label: text[id],
    cells: [cell(sign * result[id] * persons)],
  })
  return {
    ...heading('job-parts', text),
    rows: [row('supportSaved', 1), row('taxBack', 1), row('cost', -1), { ...row('net', 1), kind: 'sum' }],
  }
}

/** None when nothing has been changed. The last öre go to the greatest part, so that the parts sum to the whole. */
function differencesTable(usual: JobCase, asked: JobCase, persons: number): FigureTable[] {
  // The first case's horizon, ceiling and deduction hold for both: the difference is about the others.
  const { horizon, subsidisedWageOre, untaxedOre } = asked
  const base = { ...usual, horizon, subsidisedWageOre, untaxedOre, months: Math.min(usual.months, horizon) }
  const parts = Object.entries(explainJobDifference(base, asked)) as [JobInput, number][]
  if (parts.length === 0) return []
  const total = (supportIntoWages(asked).net - supportIntoWages(base).net) * persons
  const rounded = parts.map(([input, part]) => ({ input, ore: Math.round(part * persons) }))
  rounded.sort((one, other) => Math.abs(other.ore) - Math.abs(one.ore))
  rounded[0]!.ore += total - rounded.reduce((sum, part) => sum + part.ore, 0)
  rounded.sort((one, other) => jobInputs.indexOf(one.input) - jobInputs.indexOf(other.input))
  const text = jobText.differences
  return [
    {
      ...heading('job-differences', text),
      rows: [
        ...rounded.map((part) => ({ id: part.input, label: inputLabel[part.input], cells: [cell(part.ore)] })),
        { id: 'total', label: text.total, kind: 'sum', cells: [cell(total)] },
      ],
    },
  ]
}

const heading = (id: string, text: { name: string; definition: string; column: string }) => ({
  id,
  name: text.name,
  definition: text.definition,
  source: jobText.source,
  definitionVersion: 1,
  columns: [{ id: 'change', label: text.column }],
  sentence: '',
})

const cell = (value: Ore): TableCell => ({ value, numerator: value, denominator: 1, unit: 'ore' })
