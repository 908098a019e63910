import { inTransaction } from '../../src/database/transaction.ts'
import type { DemoFile } from '../../src/demo/demo.ts'
import { type Month, monthIndex, parseMonth } from '../../src/values/month.ts'
import type { TestApp } from './test-app.ts'

/** Where a file says when something was, and when it ended if it has. All of it must have happened. */
const when: Partial<Record<string, { began: number[]; ended?: number; delimiter?: string }>> = {
  'hushall.csv': { began: [4], ended: 5 },
  'ansokningar.csv': { began: [2, 3] },
  'beslut.csv': { began: [2, 3] },
  'utbetalningar.csv': { began: [2, 3] },
  'utbetalningar_rattade.csv': { began: [2, 3] },
  'forsorjningshinder.csv': { began: [2], delimiter: '\t' },
  'insatser.csv': { began: [3], ended: 4 },
}

/**
 * The files of a demo as the systems would have written them at the end of an earlier month.
 * A demo of fewer months is another municipality; this is the same one, earlier.
 */
export const filesUntil = (files: readonly DemoFile[], last: Month): DemoFile[] =>
  files
    .filter(({ fileName }) => !(yearOf(fileName) > last.slice(0, 4)))
    .map(({ fileName, bytes }) => ({ fileName, bytes: write(cut(fileName, read(bytes), last)) }))

/** One of the files, with only what has come since the end of a month. */
export function rowsSince(files: readonly DemoFile[], fileName: string, last: Month): DemoFile {
  const [header = '', ...rows] = fileOf(files, fileName)
  const known = new Set(fileOf(filesUntil(files, last), fileName))
  return { fileName, bytes: write([header, ...rows.filter((row) => row === '' || !known.has(row))]) }
}

/** Imports files as anybody's, and lets the database see what came: until then it plans for empty tables. */
export async function importAll(app: TestApp, files: readonly DemoFile[]): Promise<void> {
  for (const { fileName, bytes } of files) await app.importText(fileName, bytes)
  await inTransaction(app.database.owner, (tx) => tx.query('analyze'))
}

const fileOf = (files: readonly DemoFile[], fileName: string): string[] =>
  read(files.find((each) => each.fileName === fileName)!.bytes)

// Each byte a character: the delimiters and the days are ASCII in every encoding of the demo.
const read = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString('latin1').split('\r\n')
const write = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'), 'latin1')

const yearOf = (fileName: string): string => /\d{4}/.exec(fileName)?.[0] ?? ''

function cut(fileName: string, lines: string[], last: Month): string[] {
  if (fileName.endsWith('.se')) return vouchersUntil(lines, last)
  const place = when[fileName]
  if (!place) return lines
  const { began, ended, delimiter = ';' } = place
  const [header = '', ...rows] = lines
  const isLater = (field: string | undefined) => isAfter(field ?? '', last)
  const kept = rows
    .map((row) => row.split(delimiter))
    .filter((fields) => fields[0] !== 'Totalt' && !began.some((at) => isLater(fields[at])))
    .map((fields) => (ended !== undefined && isLater(fields[ended]) ? fields.with(ended, '') : fields))
  return [header, ...kept.map((fields) => fields.join(delimiter))]
}

/** A month or a day; what is neither is wrong on purpose, and stays. */
function isAfter(field: string, last: Month): boolean {
  const found = parseMonth(field.slice(0, 7))
  return found !== null && monthIndex(found) > monthIndex(last)
}

/** Vouchers until the end of the month. The balances of the year are left out: they are of another day. */
function vouchersUntil(lines: readonly string[], last: Month): string[] {
  const until = last.replace('-', '')
  let isKept = true
  return lines.filter((line) => {
    const day = /^#VER \S+ \S+ (\d{6})/.exec(line)?.[1]
    if (day) isKept = day <= until
    return isKept && !/^#(RES|UB) /.test(line)
  })
}
