import { expect, test } from 'vitest'
import { payments } from './kinds/payments.ts'
import { households } from './kinds/households.ts'
import { obstacles } from './kinds/obstacles.ts'
import { missingTargets, suggestMapping, targetsFrom } from './mapping.ts'

const suggest = (kind: typeof payments, header: string, rows: string[] = []) =>
  suggestMapping(
    kind,
    header.split(';'),
    rows.map((row) => row.split(';')),
  )

const targets = (kind: typeof payments, header: string, rows: string[] = []) => targetsFrom(suggest(kind, header, rows))

test('gives each suggestion a reason from heading and values', () => {
  const [month] = suggest(payments, 'Avser månad', ['2019-01', '201902', 'mars'])
  expect(month).toMatchObject({
    target: 'concernedMonth',
    reason: 'Rubriken är ”Avser månad” och 67 % av värdena är månader.',
  })
})

test('gives a column to one target only, the likeliest', () => {
  expect(targets(payments, 'Belopp;Bruttobelopp;Nettobelopp;Hushållsnr;Ärendenr', ['1;2;3;4;5'])).toEqual({
    Belopp: 'amount',
    Bruttobelopp: null,
    Nettobelopp: null,
    Hushållsnr: 'household',
    Ärendenr: null,
  })
})

test('tells the pay day from the month it concerns', () => {
  expect(targets(payments, 'Datum;Period', ['2019-01-25;201901'])).toEqual({
    Datum: 'paidOn',
    Period: 'concernedMonth',
  })
})

test('proposes our own heading even when no value can be read, so that the rows say why', () => {
  const [column] = suggest(obstacles, 'Försörjningshinder', ['19', '20'])
  expect(column).toMatchObject({ target: 'obstacle', confidence: 0.75 })
  expect(column?.reason).toBe('Rubriken är ”Försörjningshinder” och 0 % av värdena är kända koder.')
})

test('distrusts another heading that its values contradict', () => {
  const [column] = suggest(payments, 'Summa', ['Bankgiro', 'Plusgiro', 'Konto'])
  expect(column).toMatchObject({ target: null, confidence: 0 })
})

test('knows an identity number and known codes under any heading', () => {
  expect(targets(households, 'F1;F2', ['189001059808;Registerledare', '189001079806;Medsökande'])).toEqual({
    F1: 'identityNumber',
    F2: 'role',
  })
})

test('does not take a number of households for a household', () => {
  expect(targets(payments, 'Antal hushåll', ['3914'])).toEqual({ 'Antal hushåll': null })
})

test('reads year and month in two columns as one month', () => {
  const suggestions = suggest(payments, 'År;Månad;Belopp', ['2019;1;100', '2019;februari;200'])
  expect(suggestions.map(({ target }) => target)).toEqual(['concernedMonth', 'concernedMonth', 'amount'])
  expect(suggestions[0]?.reason).toBe('Året läses ihop med ”Månad”.')
})

test('names the required columns that are missing', () => {
  const names = missingTargets(payments, { Hushållsnr: 'household', X: null }).map(({ name }) => name)
  expect(names).toEqual(['concernedMonth', 'amount'])
})

test('offers the municipality as a column to check in any extract of its own', () => {
  expect(targets(obstacles, 'Kommunkod', ['0483'])).toEqual({ Kommunkod: 'municipality' })
})
