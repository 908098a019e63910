import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encodeCp437 } from './cp437.ts'
import { readSie } from './read-sie.ts'
import { readTable } from './read-table.ts'
import { accountsThatDisagree, monthlyAmounts, monthlyBudgets } from './sie/monthly-amounts.ts'
import { UnreadableFile } from './unreadable-file.ts'

const read = (text: string) => readSie(encodeCp437(text))
const start = (type: number) => `#FLAGGA 0\n#FORMAT PC8\n#SIETYP ${type}\n#RAR 0 20190101 20191231\n`

function refusal(bytes: Uint8Array): UnreadableFile | null {
  try {
    readSie(bytes)
    return null
  } catch (error) {
    if (error instanceof UnreadableFile) return error
    throw error
  }
}

test('a file of type 4 in full', () => {
  const file = read(`#FLAGGA 1
#FORMAT PC8
#SIETYP 4
#PROGRAM "Ekonomi \\"Plus\\"" 1.0
#GEN 20190502 AB
#FNAMN "Katrineholms kommun"
#ORGNR 212000-0340
#RAR 0 20190101 20191231
#RAR -1 20180101 20181231
#KONTO 4511 "Försörjningsstöd"
#KTYP 4511 K
#DIM 1 "Ansvar"
#UNDERDIM 21 "Enhet" 1
#OBJEKT 1 "0123" "Vuxen"
#IB 0 1930 100.00
#UB 0 1930 -25.5
#OIB 0 1930 {1 "0123"} 1
#RES 0 4511 125.50
#VER A 1 20190430 "Namn Namnsson" 20190502 AB
{
#TRANS 4511 {1"0123"} 125.50 "" "Namn Namnsson"
#TRANS 1930 {} -125.50
}
#OKÄND 1 2 3
`)
  expect(file).toEqual({
    flagga: 1,
    sieType: 4,
    company: {
      name: 'Katrineholms kommun',
      organisationNumber: '212000-0340',
      program: 'Ekonomi "Plus"',
      generatedOn: '2019-05-02',
    },
    years: [
      { year: 0, from: '2019-01-01', to: '2019-12-31' },
      { year: -1, from: '2018-01-01', to: '2018-12-31' },
    ],
    accounts: [{ account: '4511', name: 'Försörjningsstöd', type: 'K' }],
    dimensions: [
      { dimension: '1', name: 'Ansvar', parent: null },
      { dimension: '21', name: 'Enhet', parent: '1' },
    ],
    objects: [{ dimension: '1', object: '0123', name: 'Vuxen' }],
    openingBalances: [{ year: 0, account: '1930', amountOre: 10_000 }],
    closingBalances: [{ year: 0, account: '1930', amountOre: -2550 }],
    objectOpeningBalances: [
      { year: 0, account: '1930', amountOre: 100, objects: [{ dimension: '1', object: '0123' }] },
    ],
    objectClosingBalances: [],
    results: [{ year: 0, account: '4511', amountOre: 12_550 }],
    periodBalances: [],
    periodBudgets: [],
    vouchers: [
      {
        series: 'A',
        number: '1',
        date: '2019-04-30',
        rows: [
          { account: '4511', objects: [{ dimension: '1', object: '0123' }], amountOre: 12_550, date: null },
          { account: '1930', objects: [], amountOre: -12_550, date: null },
        ],
        addedRows: 0,
        removedRows: 0,
        differenceOre: 0,
      },
    ],
    encoding: 'cp437',
    warnings: [],
  })
  expect(JSON.stringify(file)).not.toContain('Namnsson')
})

describe('the lexer', () => {
  test.each([
    ['{}', []],
    ['{ }', []],
    [
      '{1 "456" "7" "47"}',
      [
        ['1', '456'],
        ['7', '47'],
      ],
    ],
    ['{1"0123"}', [['1', '0123']]],
    ['{"1" "{a}"}', [['1', '{a}']]],
    ['{1 C:\\temp}', [['1', 'C:\\temp']]],
  ])('reads the object list %s, with and without blanks around', (list, pairs) => {
    const objects = pairs.map(([dimension, object]) => ({ dimension, object }))
    for (const around of ['', ' ', '\t']) {
      const file = read(`${start(3)}#PSALDO 0 201901 4511${around}${list}${around}12.5`)
      expect(file.periodBalances).toEqual([{ year: 0, month: '2019-01', account: '4511', objects, amountOre: 1250 }])
    }
  })

  test('a backslash is itself except before a quote', () =>
    expect(read(`${start(1)}#KONTO 1 "C:\\temp \\"x\\""\n`).accounts[0]?.name).toBe('C:\\temp "x"'))

  test('labels in small letters, carriage returns, tabs and leading blanks are read', () =>
    expect(read(`${start(1)}\r\n  #konto\t1930 Bank\r\n\r\n`).accounts).toEqual([
      { account: '1930', name: 'Bank', type: null },
    ]))
})

test.each([
  ['carriage returns alone between the lines', (text: string) => text.replaceAll('\n', '\r')],
  ['the end-of-file mark of DOS', (text: string) => `${text}\x1A`],
  ['no line end after the last row', (text: string) => text.trimEnd()],
])('a file with %s is read whole', (_, saved) => {
  const file = read(saved(`${start(4)}#VER A 1 20190430\n{\n#TRANS 4511 {} 5.00\n#TRANS 1930 {} -5.00\n}\n`))
  expect([file.vouchers[0]?.rows.length, file.warnings]).toEqual([2, []])
})

test('an empty type is type 1, as a missing one is', () =>
  expect(read('#FLAGGA 0\n#SIETYP\n#RAR 0 20190101 20191231\n').sieType).toBe(1))

test('years of one number and months outside their year are told', () => {
  const rows = '#RAR 0 20200101 20201231\n#PSALDO 0 202002 4511 {} 1\n'
  expect(read(`${start(2)}${rows}`).warnings).toEqual([
    'Räkenskapsår 0 anges två gånger: från 2019-01-01 och från 2020-01-01.',
    '1 månadsbelopp ligger utanför sitt räkenskapsår, det första i 2020-02.',
  ])
})

describe('amounts', () => {
  test('an amount written as SIE forbids, but beyond doubt, is read and said', () => {
    const file = read(`${start(1)}#RES 0 4511 1234,5\n#RES 0 4512 +1.005\n`)
    expect(file.results.map((result) => result.amountOre)).toEqual([123_450, 101])
    expect(file.warnings).toHaveLength(2)
  })

  test.each(['1 000.00', 'X', '', '1.2.3', '99999999999999999999'])(
    '%s is no amount: the row is left out and named',
    (amount) => {
      const file = read(`${start(1)}#RES 0 4511 "${amount}"\n#RES 0 4512 1\n`)
      expect(file.results.map((result) => result.account)).toEqual(['4512'])
      expect(file.warnings).toEqual([
        'Rad 5, #RES: fältet belopp ska vara ett belopp, till exempel -1234.50. Raden lästes inte.',
      ])
    },
  )
})

test.each(['1 000.00', '-12 345 678,90', '1\u00a0000.00'])(
  '%s without quotes is not read as its first part',
  (amount) => {
    const withQuantities = '#IB 0 1940 500.00 120.50\n#IB 0 1950 500 12\n'
    const file = readSie(Buffer.from(`${start(1)}#IB 0 1930 ${amount}\n${withQuantities}`))
    expect(file.openingBalances.map(({ account, amountOre }) => [account, amountOre])).toEqual([
      ['1940', 50_000],
      ['1950', 50_000],
    ])
  },
)

describe('vouchers', () => {
  const voucher = (rows: string) => read(`${start(4)}#VER A 7 20190430\n{\n${rows}\n}\n`)

  test('one that does not balance is kept and named', () => {
    const file = voucher('#TRANS 4511 {} 10.00\n#TRANS 1930 {} -9.50')
    expect(file.vouchers[0]?.differenceOre).toBe(50)
    expect(file.warnings).toEqual(['Verifikat A 7 (2019-04-30) balanserar inte: raderna summerar till 0.50.'])
  })

  test('a row whose own day cannot be read keeps its amount', () => {
    const file = voucher('#TRANS 4511 {} 10.00 20190230\n#TRANS 4511 {} 5 2019-04-29\n#TRANS 1930 {} -15 "text"')
    expect(file.vouchers[0]?.rows.map(({ amountOre, date }) => [amountOre, date])).toEqual([
      [1000, null],
      [500, '2019-04-29'],
      [-1500, null],
    ])
    expect(file.warnings).toHaveLength(2)
  })

  test('an added row counts once, a removed one not at all', () => {
    const file = voucher('#RTRANS 4511 {} 10.00\n#TRANS 4511 {} 10.00\n#BTRANS 4511 {} 99\n#TRANS 1930 {} -10.00')
    expect(file.vouchers[0]).toMatchObject({ rows: { length: 2 }, addedRows: 1, removedRows: 1, differenceOre: 0 })
  })

  test('an added row that is not repeated is counted, and said', () => {
    const file = voucher('#RTRANS 4511 {} 10.00\n#TRANS 1930 {} -10.00')
    expect(file.vouchers[0]).toMatchObject({ rows: { length: 2 }, differenceOre: 0 })
    expect(file.warnings).toHaveLength(1)
  })
})

describe('month amounts', () => {
  const amounts = (file: string) =>
    monthlyAmounts(read(file)).map(({ account, month, objects, amountOre }) => [
      account,
      month,
      objects.map((each) => each.object).join(),
      amountOre,
    ])

  test('the total row counts, not the same krona again per object', () =>
    expect(
      amounts(
        `${start(3)}#PSALDO 0 201901 4511 {} 100\n#PSALDO 0 201901 4511 {1 a} 60\n#PSALDO 0 201901 4511 {1 b} 40\n#PSALDO 0 201902 4511 {} 5\n`,
      ),
    ).toEqual([
      ['4511', '2019-01', '', 10_000],
      ['4511', '2019-02', '', 500],
    ]))

  test('without a total row one dimension is taken, not each', () =>
    expect(
      amounts(
        `${start(3)}#PSALDO 0 201901 4511 {1 a} 60\n#PSALDO 0 201901 4511 {1 b} 40\n#PSALDO 0 201901 4511 {6 x} 100\n#PSALDO 0 201901 4511 {1 a 6 x} 60\n`,
      ),
    ).toEqual([
      ['4511', '2019-01', 'a', 6000],
      ['4511', '2019-01', 'b', 4000],
    ]))

  test('type 2 has totals only', () =>
    expect(amounts(`${start(2)}#PSALDO 0 201901 4511 {1 a} 60\n#PSALDO 0 201901 4512 {} 0\n`)).toEqual([
      ['4512', '2019-01', '', 0],
    ]))

  test('type 4 goes by the day of the row, or else of the voucher', () =>
    expect(
      amounts(
        `${start(4)}#VER A 1 20190131\n{\n#TRANS 4511 {1 a} 10\n#TRANS 4511 {1 a} 5 20190201\n#TRANS 1930 {} -15\n}\n`,
      ),
    ).toEqual([
      ['1930', '2019-01', '', -1500],
      ['4511', '2019-01', 'a', 1000],
      ['4511', '2019-02', 'a', 500],
    ]))

  test('the budget is held to the same rule', () =>
    expect(
      monthlyBudgets(read(`${start(3)}#PBUDGET 0 201901 4511 {} 7\n#PBUDGET 0 201901 4511 {1 a} 7\n`)),
    ).toHaveLength(1))

  test('months that do not come to the year are named', () => {
    const file = read(`${start(2)}#RES 0 4511 10\n#RES 0 4512 3\n#PSALDO 0 201901 4511 {} 9\n`)
    expect(accountsThatDisagree(file)).toEqual(['4511'])
    expect(file.warnings).toEqual(['Årets månader summerar inte till årets resultat (#RES) på 1 konton: 4511.'])
  })
})

describe('the check sum', () => {
  const guarded = (sum: string) => `#FLAGGA 0\n#KSUMMA\n#SIETYP 1\n#KONTO 4511 "Bistånd \\"x\\""\n${sum}`
  // CRC-32 of "#SIETYP1#KONTO4511Bistånd "x"" with å as 86, computed apart from this code.
  test('that holds is accepted', () => expect(read(guarded('#KSUMMA 2523165980\n')).accounts).toHaveLength(1))
  test('that does not hold is refused', () =>
    expect(refusal(encodeCp437(guarded('#KSUMMA 1\n')))).toMatchObject({
      problem: 'wrong-check-sum',
      row: 5,
      found: '1',
    }))
  test('that is opened and not closed means a file cut short', () =>
    expect(refusal(encodeCp437(guarded('')))?.problem).toBe('truncated'))
})

test.each([
  ['SIE 5', '<?xml version="1.0"?><Sie xmlns="http://www.sie.se/sie5"></Sie>', 'wrong-format'],
  ['an error page with the name of a SIE file', '<!DOCTYPE HTML><html><h1>Not Found</h1></html>', 'wrong-format'],
  ['another text file', 'Konto;Belopp\n4511;10\n', 'wrong-format'],
  ['an unknown type', '#FLAGGA 0\n#SIETYP 7\n', 'wrong-format'],
  ['a workbook', 'PK\x03\x04', 'wrong-format'],
  ['a file that ends inside a voucher', `${start(4)}#VER A 1 20190430\n{\n#TRANS 4511 {} 10\n`, 'truncated'],
  ['a file that ends inside a row', `${start(2)}#PSALDO 0 201901 4511 {} 10\n#PSALDO 0 2019`, 'truncated'],
  ['nothing', '', 'empty'],
])('%s is refused with its reason', (_, text, problem) => expect(refusal(Buffer.from(text))?.problem).toBe(problem))

test('a person behind the organisation number is not kept', () =>
  expect(read(`${start(1)}#ORGNR 19900102-2384\n`).company.organisationNumber).toBeNull())

const folder = join(import.meta.dirname, '../../../../shared/data/sie')
const given = existsSync(folder)
if (!given) process.stdout.write('Skips the SIE files of real programs: ../shared/data/sie is not there.\n')

describe.skipIf(!given)('the SIE files of real programs', () => {
  const bytesOf = (file: string) => readFileSync(join(folder, file))
  const catalogue = () => {
    const { columns, rows } = readTable(bytesOf('catalogue.csv'), 'catalogue.csv')
    return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])))
  }

  test('agree with the catalogue in every count', () => {
    for (const entry of catalogue().filter((each) => each['encoding'] !== 'xml')) {
      const file = readSie(bytesOf(entry['file']!))
      const rows = file.vouchers.flatMap((voucher) => voucher.rows).length
      const added = file.vouchers.reduce((sum, voucher) => sum + voucher.addedRows, 0)
      const removed = file.vouchers.reduce((sum, voucher) => sum + voucher.removedRows, 0)
      const unbalanced = file.vouchers.filter((voucher) => voucher.differenceOre !== 0).length
      const counts = [
        file.accounts,
        file.openingBalances,
        file.closingBalances,
        file.results,
        file.periodBalances,
        file.objectOpeningBalances,
        file.vouchers,
      ]
      expect([
        entry['file'],
        file.encoding,
        file.sieType,
        ...counts.map((each) => each.length),
        rows,
        added,
        removed,
        unbalanced,
      ]).toEqual([
        entry['file'],
        entry['encoding'],
        ...[
          'sietyp',
          'konto',
          'ib',
          'ub',
          'res',
          'psaldo',
          'oib',
          'ver',
          'trans',
          'rtrans',
          'btrans',
          'unbalanced_ver',
        ].map((column) => Number(entry[column])),
      ])
      expect(file.warnings.filter((warning) => warning.startsWith('Rad'))).toEqual([])
    }
  })

  test('in another encoding say the same', () => {
    const original = readSie(bytesOf('jsisie__20c655__Sie4.si'))
    for (const file of readdirSync(folder).filter((name) => name.startsWith('derived__'))) {
      const { encoding, warnings, ...recoded } = readSie(bytesOf(file))
      expect({ ...recoded, encoding: original.encoding, warnings: original.warnings }).toEqual(original)
      expect(file).toContain(encoding === 'utf-8' ? 'utf8' : 'latin1')
      expect(warnings).toHaveLength(1)
    }
  })

  test('that are not SIE 1–4 are refused', () => {
    for (const entry of catalogue().filter((each) => each['encoding'] === 'xml')) {
      expect([entry['file'], refusal(bytesOf(entry['file']!))?.problem]).toEqual([entry['file'], 'wrong-format'])
    }
  })
})
