import { createRandom } from './random.ts'

/** Those that RKA's group for Katrineholm held in 2023, and the country. Their names and codes are real, every value is made up. */
const places = [
  ['0483', 'Katrineholm', 1],
  ['0191', 'Sigtuna', 0.72],
  ['1231', 'Burlöv', 0.94],
  ['1260', 'Bjuv', 1.08],
  ['1283', 'Helsingborg', 0.85],
  ['1863', 'Hällefors', 1.12],
  ['2081', 'Borlänge', 0.98],
  ['2181', 'Sandviken', 0.91],
  ['0000', 'Riket', 0.48],
] as const

/** Others to choose from, without values. */
const neighbours = [
  { id: '0480', title: 'Nyköping', type: 'K' },
  { id: '0482', title: 'Flen', type: 'K' },
  { id: '0484', title: 'Eskilstuna', type: 'K' },
  { id: '0486', title: 'Strängnäs', type: 'K' },
]

/** Id, the municipality's value of 2018, its change a year, and the women's share of the value where there are such. */
const series: readonly (readonly [id: string, value: number, yearly: number, women?: number])[] = [
  ['N31807', 8.7, 0.6],
  ['U31803', 17.4, 1.1],
  ['U31804', 11.2, -0.4, 1.04],
  ['N31814', 22.4, 0.3, 0.97],
  ['N31816', 1.4, 0.02, 0.97],
  ['U31801', 12.9, 0.3],
  ['U31001', 1768, 75],
  ['N31849', 43_700, 600],
  ['N31002', 1430, 18],
  ['N31003', 470, 11],
  ['N31008', 1862, 26],
  ['U31004', 1748, 19],
  ['N31858', 46.2, -0.9],
  ['N31860', 11.8, 0.2],
  ['N31863', 17.1, 0.5],
  ['U31402', 13, -0.4, 0.99],
  ['U40455', 38, 0.8, 0.93],
]

const inClasses = (first: number, values: readonly number[]) =>
  values.map((value, at) => [`N${first + at}`, value] as const)

/** Shares of a whole that are much the same everywhere. */
const distributions: readonly (readonly [id: string, value: number])[] = [
  ...inClasses(31870, [43.5, 2, 7, 7.1, 6.6, 6.3, 5.9, 5.5, 5, 4.1, 3.4, 3.6]),
  ...inClasses(31886, [25.5, 6.6, 10.3, 28.5, 4.9, 24.2]),
  ['N31882', 1.4],
  ...[['U40806', 12] as const, ['U40808', 5] as const, ['U40809', 74] as const, ['U40810', 9] as const],
  ...[['U40811', 24] as const, ['U40812', 76] as const],
  ...[['U40820', 31] as const, ['U40821', 22] as const, ['U40822', 36] as const, ['U40823', 11] as const],
]

/** Numbers of people and amounts of the municipality alone, in proportion to the demo's size. */
const sizes: readonly (readonly [id: string, value: number, yearly: number])[] = [
  ['N31910', 1395, 80],
  ['N31848', 3000, 200],
  ['N31824', 1695, 110],
  ['N31857', 60_960, 2700],
  ['N01951', 34_483, 130],
  ['N02104', 26_983, 95],
  ...inClasses(31836, [1305, 60, 209, 214, 199, 190, 178, 164, 149, 123, 100, 109]).map(
    ([id, value]) => [id, value, Math.round(value / 15)] as const,
  ),
  ...inClasses(31911, [320, 205, 60, 516, 212, 82]).map(([id, value]) => [id, value, Math.round(value / 17)] as const),
  ...inClasses(31851, [15_530, 4030, 6262, 17_352, 3008, 14_766]).map(
    ([id, value]) => [id, value, Math.round(value / 22)] as const,
  ),
]

const years = [2014, 2015, 2016, 2017, 2018]
const group = 'Liknande kommuner ekonomiskt bistånd, Katrineholm, 2018'

/** Kolada's answer about the demo municipality, made up, with a mark that says so. One decimal under a hundred, none above. */
export function koladaFile(scale: number, seed: number): string {
  const random = createRandom(seed, 'kolada')
  const rounded = (value: number) => (value < 100 ? Math.round(value * 10) / 10 : Math.round(value))
  const datum = (kpi: string, municipality: string, period: number, values: object[]) => ({
    ...{ kpi, municipality, period, values },
  })
  const given = (gender: string, value: number) => ({
    ...{ gender, count: 1, status: '', value: rounded(value), isdeleted: false },
  })
  const compared = series.flatMap(([id, latest, yearly, women]) =>
    places.flatMap(([area, , level]) =>
      years.map((year) => {
        const noise = area === '0483' || area === '0000' ? 1 : 0.96 + random.next() * 0.08
        const value = (latest + (year - 2018) * yearly) * level * noise
        const genders = women === undefined ? [] : [given('K', value * women), given('M', value * (2 - women))]
        return datum(id, area, year, [given('T', value), ...genders])
      }),
    ),
  )
  const distributed = distributions.flatMap(([id, latest]) =>
    places.flatMap(([area]) =>
      years.map((year) => datum(id, area, year, [given('T', latest * (0.97 + random.next() * 0.06))])),
    ),
  )
  const counted = sizes.flatMap(([id, latest, yearly]) =>
    years.map((year) => datum(id, '0483', year, [given('T', Math.round((latest + (year - 2018) * yearly) * scale))])),
  )
  const members = places.slice(1, -1).map(([id, title]) => ({ id, title }))
  const areas = places.map(([id, title]) => ({ id, title, type: id === '0000' ? 'L' : 'K' }))
  const values = [
    ...areas,
    ...neighbours,
    { id: 'G999999', title: group, members },
    ...compared,
    ...distributed,
    ...counted,
  ]
  return `${JSON.stringify({ made_up: true, count: values.length, next_url: null, previous_url: null, values })}\n`
}
