import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import type { Kind } from './kind.ts'
import { decisions } from './kinds/decisions.ts'
import { households } from './kinds/households.ts'
import { interventions } from './kinds/interventions.ts'
import { kindNamed } from './kinds/kinds.ts'
import { obstacles } from './kinds/obstacles.ts'
import { payments } from './kinds/payments.ts'
import { suggestMapping, targetsFrom } from './mapping.ts'
import { createValidator, type ValidatorOptions } from './validate.ts'

const options: ValidatorOptions = {
  today: '2026-11-22' as Day,
  municipality: { code: '0483', name: 'Katrineholm' },
  identityKey: (number) => `hash-${number.birthDate}`,
}

function validatorOf(kind: Kind, header: string, more: Partial<ValidatorOptions> = {}) {
  const columns = header.split(';')
  const targets = targetsFrom(suggestMapping(kind, columns, []))
  return createValidator(kind, { columns, targets }, { ...options, ...more })
}

const validate = (kind: Kind, header: string, lines: string[], more: Partial<ValidatorOptions> = {}) =>
  validatorOf(kind, header, more).validate(
    lines.map((line) => line.split(';')),
    2,
  )

const paymentHeader = 'Utbetalningsnr;Hushållsnr;Avser månad;Utbetalningsdatum;Belopp;Ändamål'

test('accepts a payment with its values in our order, in öre', () => {
  const { accepted, rejected } = validate(payments, 'Belopp;Avser månad;Hushållsnr;Utbetalningsnr', [
    '1 234,50;apr-19;H7;U1',
  ])
  expect(rejected).toEqual([])
  expect(accepted).toEqual([{ row: 2, key: 'U1', values: ['U1', 'H7', '2019-04', null, 123450, null] }])
})

const amounts: [found: string, ore: number | null][] = [
  ['0', 0],
  ['-0,00', 0],
  ['4120', 412000],
  ['4120,5', 412050],
  ['4120.50', 412050],
  ['4 120,50', 412050],
  ['4\u00a0120,50', 412050],
  ['4\u202f120,50', 412050],
  ['−850,00', -85000],
  ['-850', -85000],
  ['850-', -85000],
  ['(850,00)', -85000],
  ['1 200 kr', 120000],
  ['1200:-', 120000],
  ['kr 1 200', 120000],
  ["1'200,50", 120050],
  ['123,456', null],
  ['1.234,50', null],
  ['1,2,3', null],
  ['tolv', null],
  ['1E+05', null],
  ['--', null],
]

test.each(amounts)('reads the amount %j as %j öre', (found, ore) => {
  const { accepted, rejected } = validate(payments, paymentHeader, [`U1;H7;2019-04;;${found};`])
  if (ore === null) expect(rejected).toEqual([{ row: 2, column: 'Belopp', problem: 'not-an-amount', found }])
  else expect(accepted[0]?.values[4]).toBe(ore)
})

const units: [heading: string, found: string, ore: number][] = [
  ['Budget', '4125', 412_500],
  ['Budget kr', '4125', 412_500],
  ['Budget tkr', '4125,5', 412_550_000],
  ['Budget (Tkr)', '1,125', 112_500],
  ['Budget mnkr', '1,1', 110_000_000],
]

test.each(units)('reads under the heading %j the amount %j as %j öre', (heading, found, ore) => {
  const budget = kindNamed('budget')!
  const header = `Redovisning;Benämning;Månad;${heading}`
  expect(validate(budget, header, [`Drift;Bistånd;2019-01;${found}`]).accepted[0]?.values[4]).toBe(ore)
})

test('takes a budget without a column for it as the operating statement, by account of income or cost only', () => {
  const lines = ['4511;Bistånd;2019-01;100', '1220;Möbler;2019-01;5']
  const { accepted, rejected } = validate(kindNamed('budget')!, 'Konto;Benämning;Månad;Budget', lines)
  expect(accepted.map(({ values }) => values[0])).toEqual(['operating'])
  expect(rejected).toEqual([{ row: 3, column: 'Konto', problem: 'unknown-code', found: '1220' }])
})

test('calls a household by a keyed hash when the case is numbered by its applicant', () => {
  const lines = ['19900102-2384;2019-01;100', '9001022384;2019-02;100', '2019-123;2019-01;100']
  const { accepted } = validate(payments, 'Akt;Period;Belopp', lines)
  expect(accepted.map(({ values }) => values[1])).toEqual([
    'national-hash-1990-01-02',
    'national-hash-1990-01-02',
    '2019-123',
  ])
  expect(JSON.stringify(accepted)).not.toContain('2384')
})

test('tells every problem of a row, and takes no zero for a missing amount', () => {
  const { accepted, rejected } = validate(payments, paymentHeader, [';;2019-13;31/2;;', 'U2;H7;2019-04;;100;'])
  expect(accepted.map(({ row }) => row)).toEqual([3])
  expect(rejected.map(({ column, problem }) => [column, problem])).toEqual([
    ['Hushållsnr', 'missing-value'],
    ['Avser månad', 'not-a-month'],
    ['Utbetalningsdatum', 'not-a-day'],
    ['Belopp', 'missing-value'],
  ])
})

test('refuses a row that is wider than the table', () => {
  const { rejected } = validate(payments, paymentHeader, ['U1;H7;2019-04;;100;El;mer'])
  expect(rejected).toEqual([{ row: 2, column: 'Kolumn 7', problem: 'too-many-columns', found: 'mer' }])
})

test('never takes an unknown code for another, but follows the codes of the profile', () => {
  const header = 'Personnummer;Månad;Försörjningshinder'
  const lines = ['189001059808;2019-04;Språkhinder', '189001079806;2019-04;19']
  expect(validate(obstacles, header, lines).rejected.map(({ problem, found }) => [problem, found])).toEqual([
    ['unknown-code', 'Språkhinder'],
    ['unknown-code', '19'],
  ])
  const codes = { obstacle: { Språkhinder: 'unemployed_noBenefit', '19': 'partTime_insufficient' } }
  const { accepted, rejected } = validate(obstacles, header, lines, { codes })
  expect(rejected).toEqual([])
  expect(accepted.map(({ values }) => values.slice(3, 5))).toEqual([
    ['unemployed_noBenefit', 'Språkhinder'],
    ['partTime_insufficient', '19'],
  ])
})

const outcomes: [text: string, code: string | null][] = [
  ['Bifall', 'granted'],
  ['BEVILJAT', 'granted'],
  ['Delvis bifall', 'partiallyGranted'],
  ['EK Ekonomiskt bistånd 12 kap 1, 7 §§ SoL, avslag', 'rejected'],
  ['Bifall 12 kap 1 § SoL', 'granted'],
  ['Avslag enl. 4 kap 1 § SoL', 'rejected'],
  ['Ekonomiskt bistånd - bifall', 'granted'],
  ['Försörjningsstöd, delvis bifall, 12:1 SoL', 'partiallyGranted'],
  ['Avslag (överskott)', 'rejected'],
  ['Bifall, avslag', null],
  ['Avslag/bifall', null],
  ['Omprövning av avslag', null],
  ['Ej bifall', null],
  ['Avslag (ändrat)', null],
  ['Överklagat, avslag', null],
  ['Avvisning', null],
  ['EK Återkrav', null],
]

test.each(outcomes)('reads the decision %j as %j', (text, code) => {
  const { accepted } = validate(decisions, 'Hushållsnr;Beslutsdatum;Beslut', [`H1;2019-01-02;${text}`])
  expect(accepted[0]?.values[4] ?? null).toBe(code)
})

test('refuses a code in a month when it did not yet hold', () => {
  const header = 'Personnummer;Månad;Försörjningshinder'
  const lines = [
    '189001059808;2010-11;Etableringsersättning otillräcklig',
    '189001079806;2010-12;Etableringsersättning otillräcklig',
  ]
  const { accepted, rejected } = validate(obstacles, header, lines)
  expect(rejected.map(({ row, problem }) => [row, problem])).toEqual([[2, 'code-not-valid-then']])
  expect(accepted).toHaveLength(1)
})

test('turns inclusive ends into ends that are not included', () => {
  const members = validate(households, 'Hushållsnr;Personnummer;Roll;Från månad;Till månad', [
    'H1;189001059808;Barn;2019-01;2019-12',
  ])
  expect(members.accepted[0]?.values.slice(3, 6)).toEqual(['child', '2019-01', '2020-01'])
  const part = validate(interventions, 'Personnummer;Insats;Startdatum;Slutdatum', [
    '189001059808;Praktik;2019-02-01;2019-02-28',
  ])
  expect(part.accepted[0]?.values.slice(3, 5)).toEqual(['2019-02-01', '2019-03-01'])
})

test('refuses an end before its start, but not the same month twice', () => {
  const header = 'Hushållsnr;Personnummer;Roll;Från månad;Till månad'
  const { accepted, rejected } = validate(households, header, [
    'H1;189001059808;Barn;2019-03;2019-02',
    'H1;189001079806;Barn;2019-03;2019-03',
  ])
  expect(rejected).toEqual([{ row: 2, column: 'Till månad', problem: 'end-before-start', found: '2019-02' }])
  expect(accepted).toHaveLength(1)
})

test('shows no identity number that cannot be read, wherever it stands', () => {
  const { rejected } = validate(households, 'Hushållsnr;Personnummer;Namn;Roll;Från månad', [
    `H1;189001059809;${'Test '.repeat(60)};189001059809;2019-01`,
  ])
  expect(rejected.map(({ column, problem, found }) => [column, problem, found])).toEqual([
    ['Personnummer', 'not-an-identity-number', '1890********'],
    ['Namn', 'too-long', `Test${'*'.repeat(76)}`],
    ['Roll', 'unknown-code', '1890********'],
  ])
})

test('keeps an identity number hidden in its value and out of the key', () => {
  const { accepted } = validate(households, 'Hushållsnr;Personnummer;Roll;Från månad', ['H|1;189001059808;RL;2019-01'])
  expect(accepted[0]?.values[1]).toBeInstanceOf(IdentityNumber)
  expect(accepted[0]?.key).toBe('~H||1|hash-1890-01-05|2019-01|')
})

test('keeps an identity number that stands in free text as stars, and other digits as they are', () => {
  const header = 'Hushållsnr;Avser månad;Belopp;Ändamål'
  const purposes = validate(payments, header, [
    'H1;2019-01;100;Hyra för 189001059808',
    'H1;2019-01;100;Avser 900105-9808 och barn',
    'H1;2019-01;100;Faktura 2019012345678, avtal 189001059807',
  ]).accepted.map(({ values }) => values.at(-1))
  expect(purposes).toEqual([
    'Hyra för ********-****',
    'Avser ********-**** och barn',
    'Faktura 2019012345678, avtal 189001059807',
  ])
})

test('leaves protection and other optional columns empty rather than "none"', () => {
  const { accepted } = validate(households, 'Hushållsnr;Personnummer;Roll;Från månad;Skyddade uppgifter', [
    'H1;189001059808;RL;2019-01;',
  ])
  expect(accepted[0]?.values.at(-1)).toBeNull()
})

test('keeps a corrected amount under the same key, and numbers payments that are alike', () => {
  const header = 'Hushållsnr;Avser månad;Belopp'
  const [first, second, third] = validate(payments, header, [
    'H1;2019-01;100',
    'H1;2019-01;100',
    'H2;2019-01;5',
  ]).accepted
  const corrected = validate(payments, header, ['H1;2019-01;90']).accepted[0]
  expect([first?.key, second?.key, third?.key]).toEqual(['~H1|2019-01|||', '~H1|2019-01|||#2', '~H2|2019-01|||'])
  expect(corrected?.key).toBe(first?.key)
})

test("refuses the source's own key twice in a file, and two obstacles in a month", () => {
  const own = validate(payments, paymentHeader, ['U1;H1;2019-01;;1;', 'U1;H1;2019-02;;2;'])
  expect(own.rejected).toEqual([{ row: 3, column: 'Utbetalningsnr', problem: 'duplicate-key', found: 'U1' }])
  const header = 'Personnummer;Månad;Försörjningshinder'
  const two = validate(obstacles, header, [
    '189001059808;2019-04;Saknar barnomsorg',
    '189001059808;201904;Uppgift saknas',
  ])
  expect(two.rejected).toEqual([{ row: 3, column: 'Personnummer', problem: 'duplicate-key', found: '1890********' }])
})

test('refuses the whole file when a row names another municipality, by code or by name', () => {
  const header = `${paymentHeader};Kommun`
  for (const own of [
    '0483',
    '483',
    'Katrineholm',
    'Katrineholms kommun',
    '0483 Katrineholm',
    'Katrineholm (0483)',
    '',
  ]) {
    const validator = validatorOf(payments, header)
    expect(validator.validate([`U1;H1;2019-01;;1;;${own}`.split(';')], 2).accepted).toHaveLength(1)
    expect(validator.refusal()).toBeNull()
  }
  for (const other of ['0486', 'Strängnäs', '0486 Strängnäs']) {
    const validator = validatorOf(payments, header)
    const rows = [`U1;H1;2019-01;;1;;0483`, `U2;H1;2019-01;;1;;${other}`].map((line) => line.split(';'))
    const refusal = { row: 3, column: 'Kommun', problem: 'wrong-municipality', found: other }
    expect(validator.validate(rows, 2)).toEqual({ accepted: [], rejected: [refusal] })
    expect(validator.refusal()).toEqual(refusal)
  }
})

test('accepts every kind with only its required columns, and names every one that is missing', () => {
  const kind = kindNamed('volumes')!
  const { accepted, rejected } = validate(kind, 'Volymmått;Typ;Från månad;Till månad;Version;Värde', [
    'Aktualiseringar;Flöde;2019-01;2019-04;Utfall;',
    ';;;;;1',
  ])
  expect(accepted[0]?.values).toEqual(['Aktualiseringar', 'flow', '2019-01', '2019-05', 'actual', null])
  expect(rejected.map(({ column }) => column)).toEqual(['Volymmått', 'Typ', 'Från månad', 'Till månad', 'Version'])
})

const cell = (good: string[], bad: string[]) => fc.constantFrom(...good, ...good, ...bad)
const paymentRow = fc.tuple(
  cell(['U1', 'U2', 'U3', ''], []),
  cell(['H1', ' H2 '], ['']),
  cell(['2019-01', 'feb-19', '201903'], ['2019-13', '']),
  cell(['2019-01-25', '20190125', ''], ['igår']),
  cell(['100', '1 234,50', '-80'], ['', 'x']),
  cell(['El', 'Boende', ''], ['x'.repeat(300)]),
)

test('gives the same rows whatever the order of the columns', () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })
  fc.assert(
    fc.property(fc.array(paymentRow, { maxLength: 12 }), order, (rows, at) => {
      const header = paymentHeader.split(';')
      const plain = validatorOf(payments, paymentHeader).validate(rows, 2)
      const shuffled = at.map((position) => header[position]).join(';')
      const other = validatorOf(payments, shuffled).validate(
        rows.map((row) => at.map((position) => row[position]!)),
        2,
      )
      expect(other).toEqual(plain)
    }),
    { seed: 2019, numRuns: 200 },
  )
})

test('gives the same in batches as at once', () => {
  fc.assert(
    fc.property(fc.array(paymentRow, { maxLength: 20 }), fc.nat(20), (rows, cut) => {
      const whole = validatorOf(payments, paymentHeader).validate(rows, 2)
      const validator = validatorOf(payments, paymentHeader)
      const first = validator.validate(rows.slice(0, cut), 2)
      const second = validator.validate(rows.slice(cut), 2 + Math.min(cut, rows.length))
      expect([...first.accepted, ...second.accepted]).toEqual(whole.accepted)
      expect([...first.rejected, ...second.rejected]).toEqual(whole.rejected)
    }),
    { seed: 2019, numRuns: 200 },
  )
})

test('accepts or rejects every row, never both and never neither', () => {
  fc.assert(
    fc.property(fc.array(paymentRow, { maxLength: 20 }), (rows) => {
      const { accepted, rejected } = validatorOf(payments, paymentHeader).validate(rows, 2)
      const lines = [...accepted.map(({ row }) => row), ...new Set(rejected.map(({ row }) => row))].sort(
        (a, b) => a - b,
      )
      expect(lines).toEqual(rows.map((_, at) => at + 2))
    }),
    { seed: 2019, numRuns: 200 },
  )
})
