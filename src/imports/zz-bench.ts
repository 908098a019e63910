import { createValidator } from './validate.ts'
import { payments } from './kinds/payments.ts'
import type { Day } from '../values/day.ts'

const columns = ['Utbetalningsnr', 'Hushållsnr', 'Avser månad', 'Utbetalningsdatum', 'Belopp', 'Ändamål']
const targets = {
  Utbetalningsnr: process.argv[2] === 'natural' ? null : 'paymentKey',
  Hushållsnr: 'household',
  'Avser månad': 'concernedMonth',
  Utbetalningsdatum: 'paidOn',
  Belopp: 'amount',
  Ändamål: 'purpose',
}
const n = 600_000
const batches: string[][][] = []
for (let i = 0; i < n; i += 5000) {
  const rows: string[][] = []
  for (let j = i; j < i + 5000; j++) {
    const m = String(1 + (j % 12)).padStart(2, '0')
    rows.push([
      `U${1000000 + j}`,
      `H${j % 12000}`,
      `20${10 + (j % 9)}-${m}`,
      `2018-${m}-${String(1 + (j % 28)).padStart(2, '0')}`,
      j % 3
        ? `${j % 9000},${String(j % 100).padStart(2, '0')}`
        : `${(j % 9) + 1} ${String(j % 1000).padStart(3, '0')},50`,
      ['Försörjningsstöd', 'Boende', 'El'][j % 3]!,
    ])
  }
  batches.push(rows)
}
for (let round = 0; round < 3; round++) {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const validator = createValidator(
    payments,
    { columns, targets },
    { today: '2026-11-22' as Day, municipality: { code: '0483', name: null }, identityKey: () => '' },
  )
  const cpu = process.cpuUsage()
  let accepted = 0,
    line = 2
  for (const rows of batches) {
    accepted += validator.validate(rows, line).accepted.length
    line += rows.length
  }
  const s = process.cpuUsage(cpu).user / 1e6
  globalThis.gc?.()
  console.log(
    accepted,
    `${Math.round(n / s / 1000)}k rows/s`,
    `${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB kept`,
    validator.refusal(),
  )
}
