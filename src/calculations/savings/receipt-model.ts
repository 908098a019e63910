import { type ReceiptRecords, bandStarts, elapsedBand, elapsedBands } from './receipt-records.ts'

/**
 * Hazards as products of factors, for households of two types. Nothing in the data says which type a household is of, only
 * how soon households leave and how often they start something.
 *
 * Of leaving: calendar month × months with assistance so far × the household's traits × the windows of interventions ×
 * type. The chance to leave in a month is 1 − exp(−hazard), so factors mean the same in a good month and a bad one.
 * Of starting an intervention: its obstacles × its quarters × type.
 */
export type ReceiptModel = {
  /** One after the other: months, bands of elapsed months, levels of traits, windows. See `factorsOf`. */
  factor: Float64Array
  /** What the hazard of leaving of the second type is of that of the first. */
  second: number
  startByObstacle: Float64Array
  startByQuarter: Float64Array
  /** By intervention: what the second type's hazard of starting is of the first's. */
  startOfSecond: Float64Array
  /** The share of the second type, by `fromStart` and obstacle. */
  share: Float64Array
  /** Of those who left: the hazard to be back after exactly 1, 2, … months without assistance. */
  back: Float64Array
}

/** Where each kind of factor begins in `ReceiptModel.factor`, and how many there are. */
export type Places = { elapsed: number; trait: number; window: number; length: number }

export function placesOf({ monthCount, traitLevels, interventionCount }: ReceiptRecords): Places {
  const elapsed = monthCount
  const trait = elapsed + elapsedBands.length + 1
  const window = trait + traitLevels
  return { elapsed, trait, window, length: window + interventionCount * bandStarts.length }
}

/** Records that have all factors of leaving but the type in common are of one cell. */
export type Cells = {
  length: number
  ofRecord: Int32Array
  /** The factors that every cell has, `width` of them one after the other: month, elapsed months, each trait. */
  fixed: Int32Array
  width: number
  /** And those of its windows, however many. */
  windows: Int32Array[]
  /**
   * By record, where a table with four columns for each cell has what it is about: two for leaving, of each type, and two for
   * staying; -1 in the last month of the data.
   */
  placeOfRecord: Int32Array
  /** By record, its obstacle and quarter in a table with two columns, one for each type; -1 where nothing may start. */
  startOfRecord: Int32Array
}

export function cellsOf(records: ReceiptRecords): Cells {
  const { monthCount, combinations, combination, profile, profiles, month, elapsed, offsets } = records
  const places = placesOf(records)
  const bands = elapsedBands.length + 1
  const ofCombination = combinations.map((own) => Int32Array.from(own, (window) => places.window + window))
  const numbers = new Map<number, number>()
  const ofRecord = new Int32Array(records.length)
  const fixed: number[] = []
  const windows: Int32Array[] = []
  for (let household = 0; household < profile.length; household++) {
    const traits = profiles[profile[household]!]!.map((level) => places.trait + level)
    for (let record = offsets[household]!; record < offsets[household + 1]!; record++) {
      const [at, band, begun] = [month[record]!, elapsedBand(elapsed[record]!), combination[record]!]
      const key = ((profile[household]! * combinations.length + begun) * bands + band) * monthCount + at
      let cell = numbers.get(key)
      if (cell === undefined) {
        cell = windows.length
        numbers.set(key, cell)
        fixed.push(at, places.elapsed + band, ...traits)
        windows.push(ofCombination[begun]!)
      }
      ofRecord[record] = cell
    }
  }
  const length = windows.length
  const placeOfRecord = ofRecord.map((cell, record) => placeOf(cell, records.left[record]!))
  const startOfRecord = startPlaces(records)
  const width = fixed.length / length
  return { length, ofRecord, fixed: Int32Array.from(fixed), width, windows, placeOfRecord, startOfRecord }
}

const placeOf = (cell: number, left: number): number => (left === -1 ? -1 : cell * 4 + (left === 1 ? 0 : 2))

function startPlaces(records: ReceiptRecords): Int32Array {
  const { offsets, month, mayStart, obstacle } = records
  const quarters = quarterCount(records)
  const places = new Int32Array(records.length).fill(-1)
  for (let household = 0; household < obstacle.length; household++)
    for (let record = offsets[household]!; record < offsets[household + 1]!; record++)
      if (mayStart[record] !== 0) places[record] = 2 * (obstacle[household]! * quarters + quarterOf(month[record]!))
  return places
}

/** The hazard of leaving of the first type in a cell. */
export function hazardIn(factor: Float64Array, { fixed, width, windows }: Cells, cell: number): number {
  let product = 1
  for (let at = cell * width; at < (cell + 1) * width; at++) product *= factor[fixed[at]!]!
  const own = windows[cell]!
  for (let at = 0; at < own.length; at++) product *= factor[own[at]!]!
  return product
}

export const quarterOf = (month: number): number => Math.floor(month / 3)
export const quarterCount = ({ monthCount }: ReceiptRecords): number => quarterOf(monthCount - 1) + 1

/** Where a household's share of the second type stands in `ReceiptModel.share`. */
export const sharePlace = ({ fromStart, obstacle, obstacleCount }: ReceiptRecords, household: number): number =>
  fromStart[household]! * obstacleCount + obstacle[household]!

/** The hazards that anything starts, in two columns, one for each type, by obstacle and quarter. */
function startHazards(model: ReceiptModel, records: ReceiptRecords): Float64Array {
  const quarters = quarterCount(records)
  const { obstacleCount, interventionCount } = records
  const hazards = new Float64Array(2 * obstacleCount * quarters)
  for (let intervention = 0; intervention < interventionCount; intervention++)
    for (let at = 0; at < obstacleCount * quarters; at++) {
      const hazard = startHazard(model, records, intervention, Math.floor(at / quarters), at % quarters)
      hazards[2 * at]! += hazard
      hazards[2 * at + 1]! += hazard * model.startOfSecond[intervention]!
    }
  return hazards
}

/** Of the first type. */
export function startHazard(
  { startByObstacle, startByQuarter }: ReceiptModel,
  records: ReceiptRecords,
  intervention: number,
  obstacle: number,
  quarter: number,
): number {
  const byObstacle = startByObstacle[intervention * records.obstacleCount + obstacle]!
  return byObstacle * startByQuarter[intervention * quarterCount(records) + quarter]!
}

/** What a model says of households: how likely each is to be of the second type, and how likely all of it is. */
export type Posterior = { ofSecond: Float64Array; logLikelihood: number }

/** In the light of all that the data hold of each household; of all households, or of those asked for. */
export function posteriorOf(
  model: ReceiptModel,
  records: ReceiptRecords,
  cells: Cells,
  asked?: ArrayLike<number>,
): Posterior {
  const households = asked ?? records.households.map((_, household) => household)
  const chances = chancesOf(model, records, cells, households)
  const ofSecond = new Float64Array(households.length)
  let logLikelihood = 0
  for (let at = 0; at < households.length; at++) {
    const [first, second] = [chances.first[at]!, chances.second[at]!]
    const top = Math.max(first, second)
    const total = Math.exp(first - top) + Math.exp(second - top)
    ofSecond[at] = Math.exp(second - top) / total
    logLikelihood += top + Math.log(total)
  }
  return { ofSecond, logLikelihood }
}

/**
 * The logarithms of how likely what happened to some households is under each type, but for a constant that is the same for both.
 * What a record adds is looked up by its cell: their logarithms are what takes the time.
 */
function chancesOf(model: ReceiptModel, records: ReceiptRecords, cells: Cells, households: ArrayLike<number>) {
  const starting = startHazards(model, records)
  const { offsets, starts } = records
  const { placeOfRecord, startOfRecord } = cells
  const isAll = households.length === records.households.length
  const chance = cellChances(model, cells, isAll ? null : cellsAmong(records, cells, households))
  const [first, second] = [new Float64Array(households.length), new Float64Array(households.length)]
  for (let at = 0; at < households.length; at++) {
    const household = households[at]!
    const share = model.share[sharePlace(records, household)]!
    let one = Math.log(1 - share)
    let other = Math.log(share)
    for (let record = offsets[household]!; record < offsets[household + 1]!; record++) {
      const place = placeOfRecord[record]!
      if (place >= 0) {
        one += chance[place]!
        other += chance[place + 1]!
      }
      const start = startOfRecord[record]!
      if (start < 0) continue
      one -= starting[start]!
      other -= starting[start + 1]!
    }
    for (let start = starts.offsets[household]!; start < starts.offsets[household + 1]!; start++)
      other += Math.log(model.startOfSecond[starts.intervention[start]!]!)
    first[at] = one
    second[at] = other
  }
  return { first, second }
}

/** The logarithms of the chances to leave and to stay, in the columns of `placeOfRecord`; of all cells, or of those that are marked. */
function cellChances({ factor, second }: ReceiptModel, cells: Cells, among: Uint8Array | null): Float64Array {
  const chance = new Float64Array(4 * cells.length)
  for (let cell = 0; cell < cells.length; cell++) {
    if (among && among[cell] === 0) continue
    const hazard = hazardIn(factor, cells, cell)
    chance[4 * cell] = Math.log(-Math.expm1(-hazard))
    chance[4 * cell + 1] = Math.log(-Math.expm1(-hazard * second))
    chance[4 * cell + 2] = -hazard
    chance[4 * cell + 3] = -hazard * second
  }
  return chance
}

/** Of a few households most cells are never met. */
function cellsAmong(
  { offsets }: ReceiptRecords,
  { length, ofRecord }: Cells,
  households: ArrayLike<number>,
): Uint8Array {
  const among = new Uint8Array(length)
  for (let at = 0; at < households.length; at++)
    for (let record = offsets[households[at]!]!; record < offsets[households[at]! + 1]!; record++)
      among[ofRecord[record]!] = 1
  return among
}
