import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { Enrolment, Outcome } from '../interventions/enrolments.ts'
import { type Count, type Days, type Reading, record, type Summary, summarise } from '../interventions/summary.ts'

/** What came of those whose participation ended in a period: columns as the statement of 2011 counts them (document 003-6…9). */
export type InterventionResult = {
  /** Null for all of the chosen together. */
  key: string | null
  name: string
  ended: number
  outcomes: Record<ResultOutcome, number>
  /** Another known outcome, or none. */
  other: number
  unknown: number
  /** The same outcomes read in three ways. */
  readings: Record<Reading, number>
}

export const resultOutcomes = [
  'work',
  'studies',
  'self-support-programme',
  'internship-employment-service',
  'next-intervention',
] as const satisfies readonly Outcome[]
export type ResultOutcome = (typeof resultOutcomes)[number]

export type ResultChoice = { key: string; name: string; isChosen: boolean }

type Catalogue = readonly CatalogueEntry<'intervention'>[]

/** Units that work with people until they have work are what is compared, unless somebody chooses others. */
const comparedKinds: readonly string[] = ['job-unit', 'work-training']

/** Interventions that may be compared, by name; those asked for are chosen. */
export const resultChoices = (catalogue: Catalogue, asked: readonly string[]): ResultChoice[] =>
  catalogue
    .map(({ key, body }) => ({
      key,
      name: body.name,
      isChosen: asked.length > 0 ? asked.includes(key) : comparedKinds.includes(body.kind),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))

/** One row an intervention that somebody ended in the period, and their sum. */
export function interventionResults(
  enrolments: readonly Enrolment[],
  choices: readonly ResultChoice[],
  period: Days,
): { rows: InterventionResult[]; sum: InterventionResult } {
  const chosen = choices.filter(({ isChosen }) => isChosen)
  const of = (key: string) => enrolments.filter(({ intervention }) => intervention === key)
  const rows = chosen
    .map(({ key, name }) => resultOf(key, name, summarise(of(key), period)))
    .filter(({ ended }) => ended > 0)
  const keys = new Set(chosen.map(({ key }) => key))
  const all = enrolments.filter(({ intervention }) => keys.has(intervention))
  return { rows, sum: resultOf(null, '', summarise(all, period)) }
}

function resultOf(key: string | null, name: string, { ended, outcomes, readings }: Summary): InterventionResult {
  const counts = record(resultOutcomes, (code) => outcomes[code].all)
  const told = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const unknown = outcomes.unknown.all
  return {
    ...{ key, name, ended: ended.all, outcomes: counts, unknown },
    other: ended.all - told - unknown,
    readings: { strict: allOf(readings.strict), claimed: allOf(readings.claimed), broad: allOf(readings.broad) },
  }
}

const allOf = ({ all }: Count) => all
