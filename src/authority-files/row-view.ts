import type { DeliveryValue } from '../catalogue/layout-bodies.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { type CheckedMonth, type Finding, isStop } from './check-month.ts'
import { type DeliveredRow, fieldText } from './delivered-row.ts'
import { positionsOf } from './layout-schema.ts'
import { ownValueText } from './layout.text.ts'
import type { Layout, LayoutField } from './layouts/monthly-layouts.ts'
import type { RowView, SampleField } from './monthly-view.ts'

/** More are not read by anybody in one sitting; the rest is counted. */
const mostRows = 200

/** What is wrong with each row, those that are not sent first. Households with protected data are only counted. */
export function rowsWithFaults(findings: readonly Finding[]): { rows: RowView[]; more: number; protectedRows: number } {
  const byHousehold = new Map<Finding['household'], Finding[]>()
  for (const each of findings) byHousehold.set(each.household, [...(byHousehold.get(each.household) ?? []), each])
  const open = [...byHousehold].filter(([{ isProtected }]) => !isProtected)
  const rows = open
    .map(([{ key }, those]) => ({
      household: key,
      stops: those.some(isStop),
      faults: those.map(({ kind, field }) => ({ kind, field, stops: isStop({ kind }) })),
    }))
    .toSorted((one, other) => Number(other.stops) - Number(one.stops) || (one.household < other.household ? -1 : 1))
  return {
    rows: rows.slice(0, mostRows),
    more: Math.max(0, rows.length - mostRows),
    protectedRows: byHousehold.size - open.length,
  }
}

/** The first row that is sent and is nobody's with protected data, field by field. Identity numbers are stars. */
export function sampleOf(layout: Layout, { rows }: CheckedMonth): SampleField[] | null {
  const found = rows.find(({ household }) => !household.isProtected)
  if (!found) return null
  const positions = positionsOf(layout.fields)
  return layout.fields.map((field, at) => {
    const value = found.row[field.value]
    return { name: field.name, value: field.value, ...positions[at]!, ...shownText(field, value) }
  })
}

/** As it is written, and without a code of the layout's in words: the register's own word says nothing to a reader. */
function shownText(field: LayoutField, value: DeliveredRow[DeliveryValue]): { text: string } {
  if (value instanceof IdentityNumber) return { text: '*'.repeat(field.width) }
  const written = fieldText(field, value)
  if (!('text' in written)) return { text: '' }
  return { text: field.codes ? written.text : ownValueText(field.value, written.text) }
}
