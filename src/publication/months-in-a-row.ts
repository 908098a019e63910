import type { SystemBuilder } from './cell-relations.ts'
import { type CellId, idOf } from './count-cell.ts'

/**
 * What two months in a row tell of those who came and those who left in between. A change is no group of anybody: it is those who
 * came less those who left, and these are counts that nobody prints and that must not follow. Ongoing are those with assistance in
 * one of three months, so that those without it are in their first or second month, and leave in the third.
 */
export function monthsInARow({ has, sum, latent, cells }: SystemBuilder) {
  const months = cells.filter(
    ({ definitionId, cellKey, from, until }) =>
      definitionId === 'household-months' &&
      cellKey === '' &&
      until === from + 1 &&
      has(month('household-months', from - 1)),
  )
  for (const { from } of months) {
    const [left, came, stayed, stillOut] = (['left', 'came', 'stayed', 'still-out'] as const).map((each) =>
      latent(month(each, from)),
    )
    sum(month('household-months', from - 1), [stayed!, left!])
    sum(month('household-months', from), [stayed!, came!])
    if (has(month('paused', from))) sum(month('paused', from), [left!, stillOut!])
    const resumed = [latent(month('resumed-after-1', from)), latent(month('resumed-after-2', from))]
    if (has(month('inflow', from))) sum(came!, [month('inflow', from), ...resumed])
  }
  for (const { from } of months) {
    const before = from - 1
    if (!has(month('left', before))) continue
    sum(month('left', before), [month('still-out', from), month('resumed-after-1', from)])
    if (has(month('outflow', from)))
      sum(month('still-out', before), [month('outflow', from), month('resumed-after-2', from)])
  }
}

const month = (definitionId: string, from: number): CellId => idOf({ definitionId, cellKey: '', from, until: from + 1 })

/** Those of a longer period are those of one within it, and the others: a few of them would be a secret. */
export function periodsWithin({ has, sum, latent, cells }: SystemBuilder) {
  for (const { definitionId, cellKey, ...period } of cells)
    if (definitionId === 'households' && period.until === period.from + 1) {
      const same = idOf({ definitionId: 'household-months', cellKey, ...period })
      if (has(same)) sum(idOf({ definitionId, cellKey, ...period }), [same])
    }
  for (const { id, ofMonth } of nested) {
    const longer = cells
      .filter(({ definitionId, cellKey, from, until }) => definitionId === id && cellKey === '' && until > from + 1)
      .sort((one, other) => one.until - one.from - (other.until - other.from))
    const months = cells.filter(
      ({ definitionId, cellKey, from, until }) => definitionId === ofMonth && cellKey === '' && until === from + 1,
    )
    for (const shorter of [...months, ...longer]) {
      const around = longer.find(
        ({ from, until }) =>
          from <= shorter.from && until >= shorter.until && until - from > shorter.until - shorter.from,
      )
      if (around)
        sum(idOf(around), [idOf(shorter), latent(`${idOf(around)}|others-than-${shorter.from}-${shorter.until}`)])
    }
  }
}

/** Quantities of which each is counted once in a period, and the one that has them month by month. */
const nested = [
  { id: 'households', ofMonth: 'household-months' },
  { id: 'persons', ofMonth: 'persons' },
]
