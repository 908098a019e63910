import type { StatementRow } from '../economy/statement-rows.ts'
import { economyText } from './economy.text.ts'

const text = economyText.rows.editor

/** A row while it is edited: accounts and objects as they are written. */
export type EditedRow = { id: string; label: string; side: StatementRow['side']; accounts: string; objects: string }

export const editedRow = ({ id, label, side, accounts, objects }: StatementRow): EditedRow => ({
  ...{ id, label, side },
  accounts: writtenAccounts(accounts),
  objects: objects.join(', '),
})

export const writtenAccounts = (accounts: StatementRow['accounts']): string =>
  accounts.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(', ')

/** A row without accounts, with an id that no other has. */
export function emptyRow(others: readonly EditedRow[]): EditedRow {
  const numbers = others.map(({ id }) => Number(/^rad-(\d+)$/.exec(id)?.[1] ?? 0))
  return { id: `rad-${Math.max(0, ...numbers) + 1}`, label: '', side: 'cost', accounts: '', objects: '' }
}

/** As it is sent. Null when the accounts or objects cannot be read. */
export function rowFrom({ id, label, side, accounts, objects }: EditedRow): StatementRow | null {
  const ranges = parts(accounts).map((part) => /^(\d{1,10})(?:\s*[-–—]\s*(\d{1,10}))?$/.exec(part))
  const tied = parts(objects)
  if (ranges.some((range) => !range) || tied.some((each) => !/^\d{1,4}:.{1,40}$/.test(each))) return null
  return {
    ...{ id, label: label.trim(), side },
    accounts: ranges.map((range) => ({ from: range![1]!, to: range![2] ?? range![1]! })),
    objects: tied,
  }
}

/** The first thing that is wrong, in words; null when nothing is. */
export function faultIn(rows: readonly EditedRow[]): string | null {
  for (const [at, row] of rows.entries()) {
    if (!row.label.trim()) return text.labelMissing(at + 1)
    if (!rowFrom({ ...row, objects: '' })) return text.accountsWrong(at + 1)
    if (!rowFrom(row)) return text.objectsWrong(at + 1)
  }
  return null
}

const parts = (written: string): string[] =>
  written
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
