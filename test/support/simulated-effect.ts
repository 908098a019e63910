import type { VerdictQuestion } from '../../src/calculations/effect/verdict.ts'
import { seededRandom } from '../../src/calculations/random.ts'

export type SimulatedEffect = {
  rows: number
  /** The true effect, in the outcome's unit; the outcome's standard deviation is about 1.3. */
  effect: number
  /** How much a trait that is not in the data moves the outcome in every period, and the choice of intervention. */
  hiddenOnOutcome?: number
  hiddenOnChoice?: number
  seed?: number
}

/** A question whose answer is known: two covariates, and the outcome in two earlier periods. */
export function simulatedEffect(options: SimulatedEffect): VerdictQuestion {
  const { rows, effect, hiddenOnOutcome = 0, hiddenOnChoice = 0, seed = 1 } = options
  const random = seededRandom(seed)
  const column = (value: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => value(row))
  const [age, parent, hidden, usual] = [
    column(() => random.normal()),
    column(() => (random.next() < 0.4 ? 1 : 0)),
    column(() => random.normal()),
    column(() => 0.7 * random.normal()),
  ]
  const period = () =>
    column(
      (row) =>
        3 + 0.6 * age[row]! + 0.5 * parent[row]! + hiddenOnOutcome * hidden[row]! + usual[row]! + 0.7 * random.normal(),
    )
  const [earliest, latest, untreated] = [period(), period(), period()]
  const chance = (row: number) =>
    1 / (1 + Math.exp(1.3 - 0.4 * age[row]! - 0.3 * parent[row]! - hiddenOnChoice * hidden[row]!))
  const treated = Uint8Array.from(age, (_, row) => (random.next() < chance(row) ? 1 : 0))
  const periods = [
    { name: 'latest', values: latest },
    { name: 'earliest', values: earliest },
  ]
  const covariates = [{ name: 'age', values: age }, { name: 'parent', values: parent }, ...periods]
  const outcome = untreated.map((value, row) => value + effect * treated[row]!)
  return { sample: { treated, outcome, covariates }, missingOutcome: { treated: 0, controls: 0 }, placebos: periods }
}
