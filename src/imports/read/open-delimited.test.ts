import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { type Batch, type Delimited, openDelimited } from './open-delimited.ts'
import { readTable } from './read-table.ts'
import { UnreadableFile } from './unreadable-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'delimited-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function all(opened: Delimited): Promise<Batch[]> {
  const batches: Batch[] = []
  for await (const batch of opened.batches()) batches.push(batch)
  return batches
}

/** As a case system writes them: Windows-1252 with a total row. 600 000 of them are 40 MB. */
function payments(count: number): Buffer {
  const rows = ['Utbetalningsnr;Hushållsnr;Avser månad;Belopp;Ändamål']
  for (let index = 0; index < count; index++)
    rows.push(`U${index};H${index % 997};2019-0${1 + (index % 9)};${index % 7},50;Försörjningsstöd – hyra`)
  const total = rows.slice(1).reduce((sum, _, index) => sum + (index % 7) + 0.5, 0)
  return Buffer.from(
    rows
      .concat(`Totalt;;;${total.toFixed(2).replace('.', ',')};`)
      .join('\r\n')
      .replaceAll('–', '\x96'),
    'latin1',
  )
}

test('a file is read by path and as bytes alike, its total row apart', async () => {
  const path = join(folder, 'utbetalningar.csv')
  writeFileSync(path, payments(20_000))
  const opened = await openDelimited(path)
  const batches = await all(opened)
  expect(opened).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerRow: 1 })
  expect(opened.columns).toEqual(['Utbetalningsnr', 'Hushållsnr', 'Avser månad', 'Belopp', 'Ändamål'])
  expect(batches.reduce((sum, batch) => sum + batch.rows.length, 0)).toBe(20_000)
  expect(batches[0]?.rows[0]).toEqual(['U0', 'H0', '2019-01', '0,50', 'Försörjningsstöd – hyra'])
  expect(opened.totalRow()).toMatchObject({ row: 20_002, agrees: true })
  expect(await all(await openDelimited(payments(20_000)))).toEqual(batches)
})

test('every row keeps its number, over blank rows too', async () => {
  const batches = await all(await openDelimited(Buffer.from('Titel\n\nNr;Antal\na;1\nb;2\n\nc;3\n')))
  expect(batches).toEqual([
    {
      firstRow: 4,
      rows: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
    { firstRow: 7, rows: [['c', '3']] },
  ])
})

test('the whole file in memory and the stream give the same rows', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(fc.constantFrom('a', '1,5', '"x;y"', 'å"', '', '"rad\nrad"', '2019-04'), {
          minLength: 2,
          maxLength: 4,
        }),
        { minLength: 1, maxLength: 40 },
      ),
      async (cells) => {
        const bytes = Buffer.from(['Nr;Text', ...cells.map((row) => row.join(';')), ''].join('\n'))
        const table = readTable(bytes, 'fil.csv')
        const batches = await all(await openDelimited(bytes))
        expect(batches.flatMap((batch) => batch.rows)).toEqual(table.rows)
        expect(batches.flatMap((batch) => batch.rows.map((_, index) => batch.firstRow + index))).toEqual(
          table.rowNumbers,
        )
      },
    ),
    { seed: 1, numRuns: 60 },
  ))

describe('a file of no end', () => {
  test('a line of 128 MB is refused before it fills the memory', async () => {
    const path = join(folder, 'rad.csv')
    writeFileSync(path, 'Nr;Antal\n')
    const megabyte = Buffer.alloc(1 << 20, 'a')
    for (let count = 0; count < 128; count++) appendFileSync(path, megabyte)
    const before = process.memoryUsage().rss
    const opened = await openDelimited(path)
    await expect(all(opened)).rejects.toThrow(UnreadableFile)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20)
  })

  test.each([
    ['empty', ''],
    ['a workbook', 'PK\x03\x04'],
    ['a picture', '\x89PNG'],
  ])('%s is refused', async (_, text) =>
    expect(openDelimited(Buffer.from(text, 'latin1'))).rejects.toThrow(UnreadableFile),
  )
})
