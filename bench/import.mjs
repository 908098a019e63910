/**
 * 600 000 payments through the whole import (validation, two times, log, list), beside the bare COPY of the same rows.
 *
 * Each import has a process of its own, so that its memory is its own.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pgCopy from 'pg-copy-streams'
import { importExtract } from '../dist/imports/import-extract.js'
import {
  against,
  heading,
  line,
  median,
  memoryAbove,
  spread,
  timed,
  withRegister,
  withRegisterIn,
  written,
} from './timing.mjs'
import { writePayments } from './payment-file.mjs'

const size = { households: 10_000, months: 60 }
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const mostMemoryMb = 300
const leastShareOfCopy = 1 / 3
const texts = { first: 'first import', same: 'the same file again', corrected: 'a corrected file, 1 % changed' }

if (process.argv[2] === 'one') await importOne(process.argv[3], process.argv[4])
else await compare()

async function importOne(dir, path) {
  const outcome = await withRegisterIn(dir, ({ needs }) =>
    memoryAbove(() => timed(() => importExtract(needs, { path, fileName: 'utbetalningar.csv' }))),
  )
  const { accepted, superseded, unchanged, rejectedRows, totalRow } = outcome.value.value
  const counts = { accepted, superseded, unchanged, rejectedRows, agrees: totalRow?.agrees }
  console.log(JSON.stringify({ ms: outcome.value.ms, mb: outcome.mb, counts }))
}

async function compare() {
  const copies = []
  const imports = { first: [], same: [], corrected: [] }
  let rows = 0
  for (let round = 0; round < rounds; round++) {
    await withRegister(async ({ dir, register }) => {
      const files = { plain: join(dir, 'plain.csv'), corrected: join(dir, 'corrected.csv') }
      rows = await writePayments(files.plain, size)
      await writePayments(files.corrected, { ...size, changed: true })
      imports.first.push(inOwnProcess(dir, files.plain, { accepted: rows, superseded: 0, unchanged: 0 }))
      copies.push(await bareCopy(register, rows))
      imports.same.push(inOwnProcess(dir, files.plain, { accepted: 0, superseded: 0, unchanged: rows }))
      const changed = Math.floor(rows / 100)
      imports.corrected.push(
        inOwnProcess(dir, files.corrected, { accepted: 0, superseded: changed, unchanged: rows - changed }),
      )
    })
  }
  report(rows, copies, imports)
}

function inOwnProcess(dir, path, expected) {
  const child = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, 'one', dir, path], {
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(child.stderr)
  const outcome = JSON.parse(child.stdout)
  const wanted = { ...expected, rejectedRows: 0, agrees: true }
  if (JSON.stringify(outcome.counts) !== JSON.stringify(wanted)) throw new Error(`${path}: ${child.stdout}`)
  return outcome
}

/** The rows as they lie in the table, all columns ready made, into a table with its key and index but no foreign key. */
async function bareCopy(register, expected) {
  const client = await register.owner.connect()
  try {
    await client.query('set statement_timeout to 0')
    await client.query('set row_security to off')
    const chunks = []
    for await (const chunk of client.query(pgCopy.to('copy payment to stdout'))) chunks.push(chunk)
    await client.query('create table bare_payment (like payment including all)')
    const { ms } = await timed(() => pipeline(chunks, client.query(pgCopy.from('copy bare_payment from stdin'))))
    const { rows } = await client.query('select count(*)::int as count from bare_payment')
    if (rows[0].count !== expected) throw new Error(`COPY wrote ${rows[0].count} of ${expected} rows`)
    await client.query('drop table bare_payment')
    return ms
  } finally {
    client.release()
  }
}

function report(rows, copies, imports) {
  heading(`Import of ${written(rows)} payments (CSV, Windows-1252), ${rounds} rounds: median (least–greatest)`)
  const perSecond = (times) => times.map((ms) => rows / (ms / 1000))
  const copied = perSecond(copies)
  line('bare COPY, no foreign key', `${spread(copied)} rows/s`)
  for (const [label, outcome] of Object.entries(imports)) {
    const speeds = perSecond(outcome.map(({ ms }) => ms))
    const shares = speeds.map((speed, round) => speed / copied[round])
    const memory = outcome.map(({ mb }) => mb)
    line(
      texts[label],
      `${spread(speeds)} rows/s`,
      `${spread(shares, 2)} of COPY`,
      `${spread(memory)} MB above the start`,
    )
    const reached = median(shares) >= leastShareOfCopy && Math.max(...memory) <= mostMemoryMb
    line('', against(reached, `at least 1/3 of COPY in at most ${mostMemoryMb} MB`))
  }
}
