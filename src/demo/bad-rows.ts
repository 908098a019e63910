import { createIdentitySeries } from './identity-series.ts'

/** A row of the demo that the import must refuse: line in the file (the header is line 1), heading, what stands there, and why. */
export type ExpectedRejection = {
  fileName: string
  row: number
  column: string
  found: string
  problem: 'missing-value' | 'not-an-amount' | 'not-a-month' | 'not-a-day' | 'not-an-identity-number' | 'unknown-code'
}

export type BadRow = Pick<ExpectedRejection, 'column' | 'problem'> & { fields: string[] }

/** One bad row after every eleventh good one, or last in a shorter file; says where each ended up. */
export function* withBadRows(
  fileName: string,
  header: readonly string[],
  rows: Iterable<string[]>,
  bad: readonly BadRow[],
  expected: ExpectedRejection[],
): Generator<string[]> {
  const waiting = [...bad]
  let lineNumber = 1
  const next = ({ fields, column, problem }: BadRow): string[] => {
    expected.push({ fileName, row: ++lineNumber, column, found: fields[header.indexOf(column)]!, problem })
    return fields
  }
  for (const row of rows) {
    if (lineNumber % 12 === 0 && waiting.length > 0) yield next(waiting.shift()!)
    lineNumber += 1
    yield row
  }
  for (const row of waiting) yield next(row)
}

/** Nobody in the demo was born then, so these numbers are of the test series and nobody's. */
const series = createIdentitySeries()
const unused = Array.from({ length: 4 }, () => series(1901 * 12, 'woman'))
const withWrongCheckDigit = (number: string): string => number.slice(0, 11) + ((Number(number[11]) + 1) % 10)

const householdRest = ['EBM', 'Sofia Berg', 'Hemlös', '']

export const badHouseholdRows: BadRow[] = [
  {
    column: 'Personnummer',
    problem: 'not-an-identity-number',
    fields: ['990001', withWrongCheckDigit(unused[0]!), 'Eva Öhman', 'Registerledare', '2018-03', '', ...householdRest],
  },
  {
    column: 'Roll',
    problem: 'unknown-code',
    fields: ['990002', unused[1]!, 'Märta Åberg', 'Granne', '2018-04', '', ...householdRest],
  },
  {
    column: 'Från månad',
    problem: 'not-a-month',
    fields: ['990003', unused[2]!, 'Karin Sjöberg', 'Registerledare', '2019-13', '', ...householdRest],
  },
]

/** Their amounts can be read, so that the total at the bottom of the file can be compared with the rows. */
export const badPaymentRows: BadRow[] = [
  {
    column: 'Utbetalningsdatum',
    problem: 'not-a-day',
    fields: ['U9000001', '990004', '2018-05', '2018-04-31', '3600,00', 'Försörjningsstöd'],
  },
  {
    column: 'Avser månad',
    problem: 'not-a-month',
    fields: ['U9000002', '990004', '2019-13', '2019-01-25', '5000,00', 'Försörjningsstöd'],
  },
  {
    column: 'Hushållsnr',
    problem: 'missing-value',
    fields: ['U9000003', '', '2018-06', '2018-05-25', '4200,00', 'Boende'],
  },
]

export const badObstacleRows: BadRow[] = [
  {
    column: 'Försörjningshinder',
    problem: 'unknown-code',
    fields: ['990005', unused[3]!, '2018-02', 'Saknar motivation', '', 'Oklar'],
  },
  {
    column: 'Personnummer',
    problem: 'not-an-identity-number',
    fields: ['990005', withWrongCheckDigit(unused[3]!), '2018-03', 'Utan försörjningshinder', '', 'Full'],
  },
  {
    column: 'Månad',
    problem: 'not-a-month',
    fields: ['990005', unused[3]!, '2019-13', 'Utan försörjningshinder', '', 'Full'],
  },
]

export const badDecisionRows: BadRow[] = [
  {
    column: 'Beslut',
    problem: 'unknown-code',
    fields: ['B9000001', '990004', '2018-04-20', '2018-05', 'Kanske', '', '3100,00'],
  },
  {
    column: 'Belopp',
    problem: 'not-an-amount',
    fields: ['B9000002', '990004', '2019-02-14', '2019-03', 'Bifall', '', '12,3,4'],
  },
  {
    column: 'Hushållsnr',
    problem: 'missing-value',
    fields: ['B9000003', '', '2018-05-14', '2018-06', 'Avslag', 'Inkomst över norm', ''],
  },
]
