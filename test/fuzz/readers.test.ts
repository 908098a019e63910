import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { encodeCp437 } from '../../src/imports/read/cp437.ts'
import { openDelimited } from '../../src/imports/read/open-delimited.ts'
import { readSie } from '../../src/imports/read/read-sie.ts'
import { readTable } from '../../src/imports/read/read-table.ts'
import { monthlyAmounts } from '../../src/imports/read/sie/monthly-amounts.ts'
import { UnreadableFile } from '../../src/imports/read/unreadable-file.ts'
import { buildWorkbook, bytesOf, workbookParts } from './build-workbook.ts'
import { mutate, randomFrom } from './mutate.ts'

const fileCount = 10_000
const mostMegabytes = 400
const mostMillisecondsEach = 2000

const payments = ['Nr;Hushåll;Månad;Belopp;Ändamål']
  .concat(
    Array.from({ length: 60 }, (_, index) => `U${index};H${index % 7};2019-0${1 + (index % 9)};${index},50;"Hyra; el"`),
  )
  .concat('Totalt;;;1800,00;')
  .join('\r\n')

const ledger = `#FLAGGA 0\n#FORMAT PC8\n#SIETYP 4\n#RAR 0 20190101 20191231\n#KONTO 4511 "Bistånd"\n#DIM 1 "Ansvar"\n#IB 0 1930 10.00\n${Array.from(
  { length: 20 },
  (_, index) =>
    `#PSALDO 0 201901 4511 {} ${index}.50\n#VER A ${index} 20190430 "text"\n{\n#TRANS 4511 {1 "0123"} ${index}.00\n#RTRANS 1930 {} -${index}.00\n#TRANS 1930 {} -${index}.00\n}\n`,
).join('')}`

const page = `<html><table><tr><th rowspan="2">Region</th><th colspan="2">2017</th></tr><tr><th>jan</th><th>feb</th></tr>${'<tr><td>&Aring;re</td><td>1&nbsp;234</td><td>X</td></tr>'.repeat(30)}</table></html>`

const sheet = {
  rows: [
    ['Budget'],
    [],
    ['Konto', 'Datum', 'Belopp'],
    ...Array.from({ length: 30 }, (_, index) => [String(index), { date: 43585 + index }, index / 3]),
  ],
  merges: ['A1:C1', 'A5:A9'],
}

const generated: Uint8Array[] = [
  Buffer.from(payments),
  Buffer.from(payments, 'latin1'),
  Buffer.from(`\uFEFF${payments}`, 'utf16le'),
  encodeCp437(payments.replaceAll(';', '\t')),
  encodeCp437(ledger),
  Buffer.from(ledger),
  Buffer.from(page),
  buildWorkbook(sheet),
]

const folders = ['sie', 'municipal', 'pnr']
  .map((name) => join(import.meta.dirname, '../../../shared/data', name))
  .filter(existsSync)
if (folders.length === 0) console.log('The fuzz runs on generated files alone: ../shared/data is not there.')

const given = folders
  .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  .filter((file) => statSync(file).isFile() && statSync(file).size < 50_000)
  .map((file): Uint8Array => readFileSync(file))

/** A workbook whose parts are damaged inside, since damage to the packed bytes rarely gets past the unpacking. */
function damagedInside(random: () => number): Uint8Array {
  const parts = bytesOf(workbookParts(sheet))
  const names = Object.keys(parts)
  const name = names[Math.floor(random() * names.length)]!
  return zipSync({ ...parts, [name]: mutate(parts[name]!, random) }, { level: 1 })
}

function nextFile(index: number, random: () => number): Uint8Array {
  if (index % 8 === 7) return damagedInside(random)
  const sources = index % 10 === 0 && given.length > 0 ? given : generated
  return mutate(sources[Math.floor(random() * sources.length)]!, random)
}

async function readEveryWay(bytes: Uint8Array, index: number): Promise<void> {
  await onlyUnreadable(() => void readTable(bytes, 'fil'))
  await onlyUnreadable(() => void monthlyAmounts(readSie(bytes)))
  if (index % 4 > 0) return
  await onlyUnreadable(async () => {
    for await (const batch of (await openDelimited(bytes)).batches()) expect(batch.rows.length).toBeGreaterThan(0)
  })
}

let readCount = 0
let refusedCount = 0

async function onlyUnreadable(read: () => void | Promise<void>): Promise<void> {
  try {
    await read()
    readCount++
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    refusedCount++
    expect(error.text).toMatch(/^[A-ZÅÄÖ].*\.$/s)
  }
}

test(`${fileCount} damaged files are read or refused, in bounded time and memory`, { timeout: 180_000 }, async () => {
  const random = randomFrom(20260101)
  const before = process.memoryUsage().rss
  let mostMemory = 0
  for (let index = 0; index < fileCount; index++) {
    const bytes = nextFile(index, random)
    const started = process.cpuUsage()
    await readEveryWay(bytes, index).catch((error: unknown) => {
      throw new Error(`File ${index} of the sequence is neither read nor refused.`, { cause: error })
    })
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1000, `milliseconds of work for file ${index}`).toBeLessThan(mostMillisecondsEach)
    if (index % 50 === 0) mostMemory = Math.max(mostMemory, process.memoryUsage().rss - before)
  }
  expect(Math.min(readCount, refusedCount), 'enough of both read and refused').toBeGreaterThan(fileCount / 4)
  expect(mostMemory / 2 ** 20, 'megabytes above the start').toBeLessThan(mostMegabytes)
})
