/**
 * Rows for the staff file: label, from, until (both included), group, count, of, unit; of the committee's staff, T1 2019 and 2018.
 * Shares are given as the counts behind them. Where only the share was published it is the share itself, of 100.
 */
export const staffRows = (): string[][] =>
  keyFigures.flatMap(({ label, unit, days, values }) =>
    [2019, 2018].flatMap((year, yearAt) =>
      groups.flatMap((group, groupAt) => {
        const value = values[yearAt * groups.length + groupAt]
        if (value === undefined || value === null) return []
        const [count, of] = typeof value === 'number' ? [value, ''] : value
        return [[label, ...days(year), group, decimalComma(count), String(of), unit]]
      }),
    ),
  )

const groups = ['Totalt', 'Kvinnor', 'Män']

type Value = number | [count: number, of: number] | null

type KeyFigure = {
  label: string
  unit: string
  days: (year: number) => [string, string]
  /** Total, women, men of 2019, and then of 2018. */
  values: Value[]
}

const onApril30 = (year: number): [string, string] => [`${year}-04-30`, `${year}-04-30`]
const winter = (year: number): [string, string] => [`${year - 1}-12-01`, `${year}-02-28`]
const tertial = (year: number): [string, string] => [`${year}-01-01`, `${year}-04-30`]
const percent = (...shares: (number | null)[]): Value[] => shares.map((share) => (share === null ? null : [share, 100]))
const onlyTotal = (share2019: number, share2018: number): Value[] =>
  percent(share2019, null, null, share2018, null, null)

const keyFigures: KeyFigure[] = [
  { label: 'Månadsanställda', unit: 'personer', days: onApril30, values: [137, 109, 28, 143, 108, 35] },
  {
    label: 'Månadsanställda som arbetar heltid',
    unit: 'personer',
    days: onApril30,
    values: [
      [130, 137],
      [105, 109],
      [25, 28],
      [137, 143],
      [106, 108],
      [31, 35],
    ],
  },
  {
    label: 'Genomsnittlig sysselsättningsgrad, deltidsanställda',
    unit: 'procent',
    days: onApril30,
    values: percent(77.1, 81.3, 71.7, 68.3, 82.5, 61.3),
  },
  { label: 'Total sjukfrånvaro', unit: 'procent', days: winter, values: percent(5.2, 5.0, 5.8, 7.0, 6.9, 7.5) },
  { label: 'Sjukfrånvaro månadsanställda', unit: 'procent', days: winter, values: onlyTotal(5.3, 7.3) },
  { label: 'Sjukfrånvaro månadsanställda, under 15 dagar', unit: 'procent', days: winter, values: onlyTotal(2.8, 3.3) },
  { label: 'Sjukfrånvaro månadsanställda, 15–90 dagar', unit: 'procent', days: winter, values: onlyTotal(0.8, 2.0) },
  { label: 'Sjukfrånvaro månadsanställda, över 90 dagar', unit: 'procent', days: winter, values: onlyTotal(1.6, 2.0) },
  { label: 'Sjuklönekostnad av total lönekostnad', unit: 'procent', days: tertial, values: onlyTotal(2.0, 1.8) },
  {
    label: 'Kostnad för övertid och mertid av total lönekostnad',
    unit: 'procent',
    days: tertial,
    values: onlyTotal(0.4, 0.3),
  },
]

const decimalComma = (value: number): string => String(value).replace('.', ',')
