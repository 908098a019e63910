import { expect, test } from 'vitest'
import { testApp } from '../../test/support/test-app.ts'
import { writeDemo } from '../demo/demo.ts'
import { indexFromNumber } from '../values/month.ts'
import { FiguresService } from './load-figures.ts'

const app = await testApp()
const figures = new FiguresService(app.database.reader)
const money = () => figures.money(app.municipality, null)

test('a register where nothing has been imported has no payments and no participations', async () => {
  expect(await money()).toMatchObject({ payments: { length: 0 }, participations: { length: 0 } })
})

test('payments and participations are those of the files, on the households of the panel', async () => {
  const demo = writeDemo({ households: 40, months: 14 })
  for (const { fileName, bytes } of demo.files) await app.importText(fileName, bytes)
  const { panel, payments, participations } = await money()

  // The panel's month of a household is the sum of its payments for that month.
  const { householdMonths } = panel
  const sums = new Map<string, number>()
  for (let row = 0; row < payments.length; row++) {
    const key = `${payments.household[row]} ${payments.concernedMonth[row]}`
    sums.set(key, (sums.get(key) ?? 0) + payments.amountOre[row]!)
  }
  const rows = Array.from({ length: householdMonths.length }, (_, row) => row)
  expect(rows.length).toBeGreaterThan(400)
  for (const row of rows)
    expect(sums.get(`${householdMonths.household[row]} ${householdMonths.month[row]}`)).toBe(
      householdMonths.amountOre[row],
    )

  expect(payments.purposes).toContain('Försörjningsstöd')
  expect(payments.purposes[payments.purpose.find((purpose) => purpose >= 0)!]).toBeTruthy()
  expect(new Set(payments.knownMonth)).toEqual(new Set([indexFromNumber(201905)]))
  expect(Math.max(...payments.payMonth)).toBeLessThanOrEqual(indexFromNumber(201904))

  expect(participations.interventions).toContain('Jobbtorg')
  expect(participations.length).toBeGreaterThan(10)
  for (let row = 0; row < participations.length; row++) {
    const until = participations.until[row]!
    expect(until === -1 || until > participations.start[row]!).toBe(true)
  }
})

test('what is asked for twice is read once, and anew after an import', async () => {
  const first = await money()
  expect(await money()).toBe(first)
  await app.importText(
    'utbetalningar.csv',
    'Utbetalningsnr;Hushållsnr;Avser månad;Belopp;Kommunkod\r\nny-1;100;2019-04;5000;0483\r\n',
  )
  expect((await money()).payments.length).toBe(first.payments.length + 1)
})
