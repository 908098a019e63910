import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'

const readCsv = (text: string) => readTable(Buffer.from(text), 'fil.csv')

test('notes below a table of two columns are no rows of it', () => {
  const table = readCsv('Kommun;Antal\nAle;12\nFlen;10\n\nKälla: Socialstyrelsen\n1) Preliminärt\n')
  expect([table.rows.length, table.warnings.length]).toEqual([2, 2])
})

describe('a total row at the bottom', () => {
  test.each([
    ...['Totalt 2019', 'Summa april 2019', 'Summa 2019-04', 'Summa (2 rader)', 'Tot.', 'SUM', 'Delsumma', 'S:a', ''],
  ])('is known as %j', (label) => {
    const table = readCsv(`Nr;Månad;Belopp\n1;2019-04;10\n2;2019-04;20\n${label};;30\n`)
    expect(table.rows).toHaveLength(2)
    expect(table.totalRow).toMatchObject({ row: 4, label, agrees: true })
  })

  test.each(['Summan AB', 'Totalkvist', 'Sum 41 Gatan'])('is not known as %j', (label) =>
    expect(readCsv(`Nr;Belopp\n1;10\n${label};20\n`).rows).toHaveLength(2),
  )

  test('without a label is data when it is not the sum', () =>
    expect(readCsv('Nr;Månad;Belopp\n1;2019-04;10\n2;2019-04;20\n;;31\n')).toMatchObject({
      rows: { length: 3 },
      totalRow: null,
    }))

  test('is not compared with the sums further up', () => {
    const rows = ['1;10', 'Summa januari;10', '2;20', 'Summa februari;20', 'Totalt;30']
    expect(readCsv(`Nr;Belopp\n${rows.join('\n')}\n`)).toMatchObject({
      rows: { length: 4 },
      totalRow: { agrees: true },
    })
  })

  test('is kept out of the rows and agrees with them', () => {
    const table = readCsv(
      'Nr;Månad;Belopp;Andel\n1;2019-04;1 000,50;50,0\n2;2019-04;-0,50;49,0\nTotalt;;1 000,00;100\n',
    )
    expect(table.rows).toHaveLength(2)
    expect(table.totalRow).toEqual({
      row: 4,
      label: 'Totalt',
      sums: [{ column: 'Belopp', printed: 1000, computed: 1000 }],
      agrees: true,
    })
  })

  test('that does not agree is said, with both numbers', () => {
    const table = readCsv('Nr;Belopp\n1;10\n2;20\nSumma;31\n')
    expect(table.totalRow?.agrees).toBe(false)
    expect(table.warnings).toEqual(['Summaraden (rad 4) anger 31 för ”Belopp” men raderna ger 30.'])
  })

  test('cannot be compared when a count is kept secret', () =>
    expect(readCsv('Kommun;Antal\nAle;X\nFlen;5\nTotalt;7\n').totalRow?.agrees).toBeNull())

  test('may be followed by notes, which are said', () => {
    const table = readCsv('Nr;a;b\n1;10;1\nSumma;10;1\nKälla: Treserva\n')
    expect([table.rows.length, table.totalRow?.row, table.warnings]).toEqual([
      1,
      3,
      ['Rad 4 lästes som en not: Källa: Treserva'],
    ])
  })

  test('a row about everyone in the middle is data', () =>
    expect(readCsv('Kön;Antal\nTotalt;3\nKvinnor;1\nMän;2\n').rows).toHaveLength(3))
})
