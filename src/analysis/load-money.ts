import type { Participations, Payments } from '../calculations/money-columns.ts'
import type { Panel } from '../calculations/panel.ts'
import type { Tx } from '../database/transaction.ts'
import { indexFromNumber } from '../values/month.ts'
import { readColumns } from '../database/read-columns.ts'

/**
 * Every payment of a municipality as known at a moment (null: now), of the households of the panel.
 * Runs as the reader role, which sees no names and no identity numbers.
 */
export async function loadPayments(
  tx: Tx,
  municipalityId: number,
  knownAt: Date | null,
  panel: Panel,
): Promise<Payments> {
  const known = knownCondition(municipalityId, knownAt)
  const purposes = await dictionaryOf(tx, `select distinct purpose from payment where ${known} and purpose is not null`)
  const columns = await readColumns(
    tx,
    `with entry as materialized (select purpose, row_number() over (order by purpose collate "C") - 1 as position
                                 from (select distinct purpose from payment where ${known} and purpose is not null) used)
     select household_id, concerned_month, ${monthOf('paid_on')}, ${monthOf('known_from')}, amount_ore, coalesce(position, -1)
     from payment left join entry using (purpose) where ${known} order by 1, 2, 3, 4, 5, 6`,
    6,
  )
  const [household, concerned, paid, seen, amountOre, purpose] = ofPanel(columns, panel)
  return {
    length: household!.length,
    household: Int32Array.from(household!),
    concernedMonth: indicesOf(concerned!),
    payMonth: indicesOf(paid!),
    knownMonth: indicesOf(seen!),
    amountOre: amountOre!,
    purpose: Int16Array.from(purpose!),
    purposes,
  }
}

/** Every participation of a household that the panel knows, as known at a moment (null: now). */
export async function loadParticipations(
  tx: Tx,
  municipalityId: number,
  knownAt: Date | null,
  panel: Panel,
): Promise<Participations> {
  const known = `${knownCondition(municipalityId, knownAt)} and household_id is not null`
  const interventions = await dictionaryOf(tx, `select distinct intervention from participation where ${known}`)
  const columns = await readColumns(
    tx,
    `with entry as materialized (select intervention, row_number() over (order by intervention collate "C") - 1 as position
                                 from (select distinct intervention from participation where ${known}) used)
     select household_id, position, ${monthOf('from_day')}, ${monthOf('(until_day - 1)')}
     from participation join entry using (intervention) where ${known} order by 1, 3, source_key`,
    4,
  )
  const [household, intervention, start, last] = ofPanel(columns, panel)
  return {
    length: household!.length,
    household: Int32Array.from(household!),
    intervention: Int16Array.from(intervention!),
    interventions,
    start: indicesOf(start!),
    until: indicesOf(last!).map((month) => (month < 0 ? -1 : month + 1)),
  }
}

/**
 * The rows of the panel's own households, with their positions in place of their ids. Others have nothing to be compared with:
 * those who took part and were never paid, and those of an import that came after the panel was read.
 */
function ofPanel([ids, ...rest]: Float64Array[], panel: Panel): Float64Array[] {
  const places = new Map<number, number>()
  panel.householdIds.forEach((id, position) => places.set(id, position))
  const kept = new Int32Array(ids!.length)
  const positions = new Float64Array(ids!.length)
  let length = 0
  for (let row = 0; row < ids!.length; row++) {
    const position = places.get(ids![row]!)
    if (position === undefined) continue
    positions[length] = position
    kept[length++] = row
  }
  const ofKept = (column: Float64Array) => {
    const values = new Float64Array(length)
    for (let at = 0; at < length; at++) values[at] = column[kept[at]!]!
    return values
  }
  return [positions.slice(0, length), ...rest.map(length === ids!.length ? (column) => column : ofKept)]
}

const knownCondition = (municipalityId: number, knownAt: Date | null): string => {
  const tenant = `municipality_id = ${Math.trunc(municipalityId)}`
  const moment = knownAt && `'${knownAt.toISOString()}'::timestamptz`
  return moment
    ? `${tenant} and known_from <= ${moment} and known_until > ${moment}`
    : `${tenant} and known_until = 'infinity'`
}

/** A month as a number, 201904; 0 for none. */
const monthOf = (day: string): string =>
  `coalesce(extract(year from ${day})::integer * 100 + extract(month from ${day})::integer, 0)`

/** Written as a loop: `from` with a function takes ten times as long. */
function indicesOf(numbers: Float64Array): Int32Array {
  const indices = new Int32Array(numbers.length)
  for (let row = 0; row < numbers.length; row++) indices[row] = numbers[row] === 0 ? -1 : indexFromNumber(numbers[row]!)
  return indices
}

/** In the order of their bytes, as the query numbers them. */
async function dictionaryOf(tx: Tx, select: string): Promise<string[]> {
  const result = await tx.client.query<[string]>({
    text: `select text from (${select}) used (text) order by text collate "C"`,
    rowMode: 'array',
  })
  return result.rows.map(([text]) => text)
}
