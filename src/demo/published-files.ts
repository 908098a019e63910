import { type MonthIndex, monthFromIndex } from '../values/month.ts'
import { apportion } from './apportion.ts'
import { textFile } from './text-file.ts'

/** What Socialstyrelsen could have published of the municipality: households with assistance and whole thousands of kronor a month. */
export type PublishedMonth = { at: MonthIndex; households: number; kronor: number }

/** Published late corrections apart: in this year recoveries made afterwards are not taken off, and some households came late. */
const yearThatDiffers = '2018'

/** Socialstyrelsen's months as a table, made up after the municipality's own so that the check of the two has something to find. */
export const officialFile = (months: readonly PublishedMonth[]): Uint8Array =>
  textFile(
    ['Region', 'Mått', 'Månad', 'Värde'],
    months.flatMap(({ at, households, kronor }) => {
      const month = monthFromIndex(at)
      const differs = month.startsWith(yearThatDiffers)
      return [
        [
          'Katrineholm',
          'Antal hushåll',
          month,
          String(differs ? households - Math.round(households / 200) : households),
        ],
        [
          ...['Katrineholm', 'Utbetalt ekonomiskt bistånd tkr', month],
          String(Math.round((kronor / 1000) * (differs ? 1.012 : 1))),
        ],
      ]
    }),
    { delimiter: ';', encoding: 'utf-8' },
  )

const years = [2016, 2017, 2018]

/** How the inhabitants of a class of age are spread over its years; the last is the open one. */
const adultWeight = (age: number): number => {
  if (age < 25) return 340
  if (age < 65) return 410
  return age < 80 ? 370 : Math.max(4, 250 - (age - 80) * 13)
}

/** SCB's inhabitants by age and gender as its service answers, made up, with the totals that the made-up Kolada has. */
export function populationFile(scale: number): string {
  const ages = Array.from({ length: 101 }, (_, age) => age)
  const data = years.flatMap((year) => {
    const total = Math.round((34_483 + (year - 2018) * 130) * scale)
    const adults = Math.round((26_983 + (year - 2018) * 95) * scale)
    const children = apportion(total - adults, Array<number>(18).fill(1))
    const older = apportion(adults, ages.slice(18).map(adultWeight))
    return [...children, ...older].flatMap((count, age) =>
      ['1', '2'].map((gender) => ({
        key: ['0483', age === 100 ? '100+' : String(age), gender, String(year)],
        values: [String(gender === '1' ? Math.floor(count / 2) : Math.ceil(count / 2))],
      })),
    )
  })
  const columns = [
    { code: 'Region', text: 'region', type: 'd' },
    { code: 'Alder', text: 'ålder', type: 'd' },
    { code: 'Kon', text: 'kön', type: 'd' },
    { code: 'Tid', text: 'år', type: 't' },
    { code: 'BE0101N1', text: 'Folkmängd', type: 'c' },
  ]
  return `${JSON.stringify({ made_up: true, columns, data })}\n`
}
