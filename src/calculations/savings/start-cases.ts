import type { MonthIndex } from '../../values/month.ts'
import { seededRandom } from '../random.ts'
import { type ReceiptModel, placesOf, posteriorOf } from './receipt-model.ts'
import { type ReceiptRecords, type Window, effectMonths, elapsedBand, windowOf } from './receipt-records.ts'
import type { ReceiptStudy } from './receipt-study.ts'
import { backShares, savedChances } from './saved-chances.ts'

/** A start of an intervention by a household with assistance that month, and what it is followed by. */
export type StartCase = {
  record: number
  household: number
  intervention: number
  /** From the first month of the data. */
  month: number
  /** Band of months with assistance, by month since the start, for one who stays on. */
  elapsed: Uint8Array
  /** Interventions that the household began earlier: their windows, by month since this start. */
  earlier: Window[][]
  /** Expected öre with assistance, by month since the start and to the end of the data. */
  ore: Float64Array
}

/** The starts of an intervention within the months, in the order of the records. */
export function startCases(
  { records, oreOf }: ReceiptStudy,
  intervention: number,
  { from, until }: { from: MonthIndex; until: MonthIndex },
): StartCase[] {
  const { starts, month, firstMonth, monthCount } = records
  const rows = [...starts.record.keys()].filter((row) => {
    const at = firstMonth + month[starts.record[row]!]!
    return starts.intervention[row] === intervention && at >= from && at < until
  })
  return rows.map((row) => {
    const [record, household] = [starts.record[row]!, starts.household[row]!]
    const at = month[record]!
    const amount = oreOf(household, at)
    const before = Array.from({ length: row - starts.offsets[household]! }, (_, back) => row - 1 - back)
    const windowAt = (other: number, since: number) => {
      const passed = at + since - month[starts.record[other]!]!
      return passed < effectMonths ? [windowOf(starts.intervention[other]!, passed)] : []
    }
    return {
      record,
      household,
      intervention,
      month: at,
      elapsed: Uint8Array.from({ length: monthCount - at }, (_, since) =>
        elapsedBand(longer(records.elapsed[record]!, since)),
      ),
      earlier: Array.from({ length: effectMonths }, (_, since) => before.flatMap((other) => windowAt(other, since))),
      ore: Float64Array.from({ length: monthCount - at }, (_, since) => amount(at + since)),
    }
  })
}

const longer = (months: number, since: number): number => (months < 0 ? months : months + since)

/** By case and month since its start: how much less likely assistance is because of the intervention. */
export type Saved = Float64Array[]

/** The expected answer, with every household partly of each type. */
export function expectedSaved(study: ReceiptStudy, cases: readonly StartCase[]): Saved {
  const { model } = study.fitted
  const ofSecond = typesOf(study, model, cases)
  return savedUnder(study, model, cases, (at) => ofSecond[at]!)
}

/** The answer of one draw, in which every household is of one type; of the same one whatever intervention is asked for. */
export function drawnSaved(study: ReceiptStudy, draw: number, cases: readonly StartCase[]): Saved {
  const model = study.draws[draw]!
  const ofSecond = typesOf(study, model, cases)
  const chance = (household: number) => seededRandom(Math.imul(draw + 1, 0x9e3779b1) ^ household).next()
  return savedUnder(study, model, cases, (at) => Number(chance(cases[at]!.household) < ofSecond[at]!))
}

const typesOf = ({ records, fitted }: ReceiptStudy, model: ReceiptModel, cases: readonly StartCase[]): Float64Array =>
  posteriorOf(
    model,
    records,
    fitted.cells,
    cases.map(({ household }) => household),
  ).ofSecond

function savedUnder(
  { records }: ReceiptStudy,
  model: ReceiptModel,
  cases: readonly StartCase[],
  second: (at: number) => number,
): Saved {
  const back = backShares(model.back)
  const hazardOf = hazardsWithout(records, model)
  const { window } = placesOf(records)
  return cases.map((each, at) => {
    const first = window + windowOf(each.intervention, 0)
    const ratio = bandOf.map((band) => model.factor[first + band]!)
    const hazard = hazardOf(each)
    const share = second(at)
    const ofSecond = () => savedChances({ hazard: timesAll(hazard, model.second), ratio }, back)
    if (share === 1) return ofSecond()
    const ofFirst = savedChances({ hazard, ratio }, back)
    if (share === 0) return ofFirst
    const other = ofSecond()
    return ofFirst.map((value, since) => (1 - share) * value + share * other[since]!)
  })
}

/** As `map` of the typed array, which is several times slower. */
function timesAll(values: Float64Array, factor: number): Float64Array {
  const product = new Float64Array(values.length)
  for (let at = 0; at < values.length; at++) product[at] = values[at]! * factor
  return product
}

/** The band of each month since the start in which an effect is looked for. */
const bandOf = Float64Array.from({ length: effectMonths }, (_, since) => windowOf(0, since))

/** The hazard of leaving without the intervention, month by month since the start, for a household of the first type. */
function hazardsWithout(records: ReceiptRecords, { factor }: ReceiptModel) {
  const places = placesOf(records)
  return ({ household, month, elapsed, earlier, ore }: StartCase): Float64Array => {
    let traits = 1
    for (const level of records.profiles[records.profile[household]!]!) traits *= factor[places.trait + level]!
    const hazard = new Float64Array(ore.length)
    for (let since = 0; since < hazard.length; since++)
      hazard[since] = traits * factor[month + since]! * factor[places.elapsed + elapsed[since]!]!
    for (let since = 0; since < Math.min(hazard.length, effectMonths); since++)
      for (const window of earlier[since]!) hazard[since]! *= factor[places.window + window]!
    return hazard
  }
}
