import { type LinearSystem, relationsBuilder } from '../calculations/disclosure/linear-system.ts'
import { additiveSums } from './additive-sums.ts'
import { type CellId, cellOf, type CountCell, idOf, type Months, wholeOf } from './count-cell.ts'
import { monthsInARow, periodsWithin } from './months-in-a-row.ts'
import { groupedBy, otherUnits, unprintedCells } from './unprinted-cells.ts'

/** Cells with what a reader knows of them, and the sums that hold between them. */
export type CellSystem = LinearSystem & {
  ids: CellId[]
  at: ReadonlyMap<CellId, number>
}

/** Gathers cells and sums. A cell that nobody has printed is made when a sum needs it. */
export type SystemBuilder = {
  has: (id: CellId) => boolean
  /** Of the printed cells. */
  cells: CountCell[]
  /** total = Σ parts. */
  sum: (total: CellId, parts: readonly CellId[]) => void
  /** Whether the count is printed, or one of the same group in months that overlap it. */
  toldOf: (cell: CountCell) => 'printed' | 'tied' | null
  /** A count that nobody has printed. */
  latent: (id: CellId) => CellId
}

/**
 * The sums that a reader can use, whatever publication the numbers stand in.
 *
 * Not here: amounts in kronor, medians and other things that are not counts, shares whose base is not told, how often one household
 * counts in several groups, that a part of a year has no more households than the year, and what is typed by hand.
 */
export function systemOf(known: ReadonlyMap<CellId, number | null>): CellSystem {
  const ids = [...known.keys()]
  const at = new Map(ids.map((id, index) => [id, index]))
  const printed = ids.length
  const relations = relationsBuilder()
  const summed = new Set<string>()
  const index = (id: CellId) => at.get(id)!
  const cells = ids.map(cellOf)
  const byGroup = groupedBy(cells, groupOf)
  const builder: SystemBuilder = {
    has: (id) => at.has(id),
    cells,
    toldOf: (cell) => {
      if (known.has(idOf(cell))) return 'printed'
      return byGroup.get(groupOf(cell))?.some((each) => overlap(each, cell)) ? 'tied' : null
    },
    latent: (id) => {
      if (!at.has(id)) at.set(id, ids.push(id) - 1)
      return id
    },
    sum: (total, parts) => {
      const numbers = [total, ...parts].map(index)
      if (summed.has(numbers.join())) return
      summed.add(numbers.join())
      relations.add(numbers[0]!, numbers.slice(1))
    },
  }
  // What lies between two reports is a count of its own, also where unprinted ones divide it.
  additiveSums(builder)
  for (const id of unprintedCells(cells)) builder.latent(id)
  additiveSums({ ...builder, cells: ids.map(cellOf) })
  groupSums({ ...builder, cells: ids.map(cellOf) })
  const all = { ...builder, cells: ids.filter(isCell).map(cellOf) }
  flowSums(all)
  partSums(all)
  sameCounts(all)
  periodsWithin(all)
  monthsInARow({ ...all, cells: ids.filter(isCell).map(cellOf) })
  return {
    ids,
    at,
    values: Float64Array.from(ids, (id) => known.get(id) ?? Number.NaN),
    published: Uint8Array.from(ids, (_, cell) => (cell < printed ? 1 : 0)),
    relations: relations.done(),
  }
}

const groupOf = ({ definitionId, cellKey }: CountCell): string => `${definitionId}|${cellKey}`
const overlap = (one: Months, other: Months): boolean => one.from < other.until && other.from < one.until

/** What holds a sum together only has a longer name than a cell. */
const isCell = (id: CellId): boolean => id.split('|').length === 4

/** Tables whose groups also add up the other way: rows and columns. */
const crossed = new Set(['throughput', 'recipient-partition', 'never-referred'])

/** Quantities of persons, of whom each has one gender; a household can have both. */
const ofPersons = /^(persons|adults|children|long-term-.*-persons|recipient-partition|never-referred)$/

/** A whole is the sum of its groups: by type, age, unit, obstacle, class. */
function groupSums(builder: SystemBuilder) {
  for (const [whole, { by, parts }] of familiesOf(builder.cells)) {
    if (!builder.has(whole)) continue
    if (by !== 'gender') builder.sum(whole, [...parts.map(idOf), ...restOf(builder, whole, by, parts)])
    else if (ofPersons.test(parts[0]!.definitionId)) genderOfPersons(builder, whole, parts)
    else genderOfHouseholds(builder, whole, parts)
  }
}

/**
 * A single unit may publish its own: then the rest is those of other units, and those other than the units that tell of themselves,
 * now or of other months, are a group too. A split by unit has all units and those of none in it.
 */
function restOf(
  { latent, sum, toldOf }: SystemBuilder,
  whole: CellId,
  by: string,
  parts: readonly CountCell[],
): CellId[] {
  if (by !== 'unit' || parts.some(({ cellKey }) => cellKey.endsWith('unit=unknown'))) return []
  const { cellKey, ...quantity } = cellOf(whole)
  const ofUnit = (unit: string) => latent(idOf({ ...quantity, cellKey: `${cellKey && `${cellKey}&`}${unit}` }))
  for (const hows of [['printed'], ['printed', 'tied']]) {
    const told = parts.filter((part) => hows.includes(toldOf(part) ?? ''))
    const names = told.map((part) => lastOf(part.cellKey).slice('unit='.length))
    if (told.length > 0 && told.length < parts.length)
      sum(whole, [...told.map(idOf), ofUnit(`unit=others-than-${names.join()}`)])
  }
  return [ofUnit(otherUnits)]
}

const lastOf = (cellKey: string): string => cellKey.slice(cellKey.lastIndexOf('&') + 1)

type Family = { by: string; parts: CountCell[] }

function familiesOf(cells: readonly CountCell[]): [CellId, Family][] {
  const families = new Map<string, { whole: CellId } & Family>()
  const put = (cell: CountCell, wholeKey: string, by: string) => {
    const whole = idOf({ ...cell, cellKey: wholeKey })
    const family = families.get(`${whole} ${by}`) ?? { whole, by, parts: [] }
    families.set(`${whole} ${by}`, family)
    family.parts.push(cell)
  }
  for (const cell of cells) {
    const within = wholeOf(cell.cellKey)
    if (!within) continue
    put(cell, within.cellKey, within.by)
    const other = wholeOf(within.cellKey)
    if (!other || !crossed.has(cell.definitionId)) continue
    const last = cell.cellKey.slice(within.cellKey.length + 1)
    put(cell, other.cellKey === '' ? last : `${other.cellKey}&${last}`, other.by)
  }
  return [...families.values()].map(({ whole, ...family }) => [whole, family])
}

/** Those whose gender is not known are the rest, where they are not shown by themselves. */
function genderOfPersons({ sum, latent }: SystemBuilder, whole: CellId, parts: CountCell[]) {
  const rest = parts.length < 3 ? [latent(`${whole}|rest`)] : []
  sum(whole, [...parts.map(idOf), ...rest])
}

/** A household of a woman and a man counts among both. */
function genderOfHouseholds({ sum, latent, has }: SystemBuilder, whole: CellId, parts: CountCell[]) {
  const at = (category: string) => parts.map(idOf).find((id) => cellOf(id).cellKey.endsWith(`gender=${category}`))
  const [woman, man, unknown] = [at('woman'), at('man'), at('unknown')]
  if (!woman || !man || !unknown || !has(whole)) return
  const [only, both, onlyMan] = ['woman', 'both', 'man'].map((each) => latent(`${whole}|only-${each}`))
  sum(woman, [only!, both!])
  sum(man, [onlyMan!, both!])
  sum(whole, [only!, both!, onlyMan!, unknown])
}

/** Ongoing before + those who came = ongoing at the end + those who left. */
function flowSums({ has, sum, latent, cells }: SystemBuilder) {
  for (const { definitionId, cellKey, from, until } of cells) {
    if (definitionId !== 'inflow' || cellKey !== '') continue
    const all = (id: string, months: Months) => idOf({ definitionId: id, cellKey: '', ...months })
    const [before, after] = [
      all('stock-at-end', { from: from - 1, until: from }),
      all('stock-at-end', { from: until - 1, until }),
    ]
    const [came, left] = [all('inflow', { from, until }), all('outflow', { from, until })]
    if (![before, after, left].every(has)) continue
    const through = latent(`${came}|through`)
    sum(through, [before, came])
    sum(through, [after, left])
  }
}

type Split = { whole: string; parts: string[]; rest: string | null }

/** Quantities that are the parts of another. `rest` is those that are left. */
const splits: Split[] = [
  { whole: 'persons', parts: ['adults', 'children'], rest: null },
  { whole: 'decisions', parts: ['rejections'], rest: 'not-rejected' },
  { whole: 'ended-6', parts: ['returned-6'], rest: 'not-returned-6' },
  { whole: 'ended-12', parts: ['returned-12'], rest: 'not-returned-12' },
  { whole: 'stock-at-end', parts: ['household-months'], rest: 'paused' },
  { whole: 'household-months', parts: ['long-term-rolling-12'], rest: 'not-long-term' },
  { whole: 'adults', parts: ['long-term-rolling-12-persons'], rest: 'not-long-term-persons' },
  { whole: 'households', parts: ['long-term-calendar-year'], rest: 'not-long-term-year' },
  { whole: 'adults', parts: ['long-term-calendar-year-persons'], rest: 'not-long-term-year-persons' },
]

/** Of the others, a household may be in one group as part and in another as whole: they are by different months. */
const alikeInGroups = new Set(['persons', 'decisions', 'ended-6', 'ended-12', 'stock-at-end'])

function partSums({ has, sum, latent, cells }: SystemBuilder) {
  for (const { whole, parts, rest } of splits)
    for (const cell of cells) {
      if (cell.definitionId !== whole || (cell.cellKey !== '' && !alikeInGroups.has(whole))) continue
      const own = parts.map((part) => idOf({ ...cell, definitionId: part }))
      if (own.every(has)) sum(idOf(cell), [...own, ...(rest ? [latent(idOf({ ...cell, definitionId: rest }))] : [])])
    }
}

/** Counts that stand under two names: those who came in a year and what became of them, those never referred and why. */
function sameCounts({ has, sum, cells }: SystemBuilder) {
  for (const cell of cells) {
    const other = otherName(cell)
    if (other && has(other)) sum(idOf(cell), [other])
  }
  const classes = cells.filter(
    ({ definitionId, cellKey }) => definitionId === 'assisted-of-12' && !cellKey.includes('&'),
  )
  for (const month of new Set(classes.map(({ from }) => from))) {
    const whole = { definitionId: 'household-months', cellKey: '', from: month, until: month + 1 }
    const last = idOf({ ...whole, definitionId: 'long-term-rolling-12' })
    if (has(last) && has(idOf(whole)))
      sum(idOf(whole), [...classes.filter(({ from }) => from === month).map(idOf), last])
  }
}

function otherName(cell: CountCell): CellId | null {
  if (cell.definitionId === 'throughput' && cell.cellKey === '')
    return idOf({ ...cell, definitionId: 'inflow', until: cell.from + 12 })
  if (cell.definitionId !== 'never-referred') return null
  if (cell.cellKey !== '' && !/^gender=\w+$/.test(cell.cellKey)) return null
  const cellKey = `bucket=not-referred${cell.cellKey && '&'}${cell.cellKey}`
  return idOf({ ...cell, definitionId: 'recipient-partition', cellKey })
}
