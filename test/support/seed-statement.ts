import { sie } from './small-extracts.ts'

/**
 * The statement, investments, volumes and staff figures of a board's report for January–April 2019 (domain reference 8.3),
 * as the files that they would come from. Amounts in the report are thousands of kronor; here they are booked to the krona.
 */
const months = Array.from({ length: 12 }, (_, at) => `2019-${String(at + 1).padStart(2, '0')}`)

/** Thousands of kronor with the signs of the statement: actual and budget for four months, and the year's expected variance. */
export const seedRows = [
  { id: 'revenue', account: '3511', actual: 11_890, budget: 9_558, expected: 2_300 },
  { id: 'assistance', account: '4511', actual: -20_903, budget: -16_653, expected: -8_000 },
  { id: 'placements', account: '4621', actual: -24_054, budget: -12_805, expected: -23_000 },
  { id: 'staff', account: '5011', actual: -29_743, budget: -31_811, expected: 6_700 },
  { id: 'consultants', account: '7431', actual: -4_007, budget: 0, expected: -8_000 },
  { id: 'other-costs', account: '6111', actual: -8_276, budget: -8_492, expected: 0 },
] as const

/** Investments: budget of four months and of the year, and what the year is expected to leave. */
export const seedInvestments = [
  { id: 'digitalisering', account: '1221', label: 'Digitalisering', budget: -133, year: -133, expected: 0 },
  { id: 'mobler', account: '1222', label: 'Möbler', budget: -158, year: -158, expected: 0 },
  { id: 'arbetsmiljo', account: '1223', label: 'Arbetsmiljö', budget: -400, year: -600, expected: 600 },
] as const

/** A fourth of four months, the last taking what is left. */
const monthly = (actual: number, at: number) =>
  at < 3 ? Math.trunc((actual * 1000) / 4) : actual * 1000 - 3 * Math.trunc((actual * 1000) / 4)

/** In the ledger debit is positive. */
export const seedLedger = (): string =>
  sie(
    2019,
    Object.fromEntries(
      seedRows.map(({ account, actual }) => [account, [0, 1, 2, 3].map((at) => -monthly(actual, at))]),
    ),
  )

export const seedBudget = (): string =>
  [
    'Redovisning;Konto;Benämning;Månad;Budget',
    ...seedRows.flatMap(({ account, budget }) =>
      months.map((month, at) => `Drift;${account};Konto ${account};${month};${-monthly(budget, at % 4)}`),
    ),
    ...seedInvestments.flatMap(({ account, label, budget, year }) => [
      `Investering;${account};${label};2019-01;${-budget * 1000}`,
      `Investering;${account};${label};2019-12;${(budget - year) * 1000}`,
    ]),
    '',
  ].join('\r\n')

const kinds = { A: 'Genomsnitt', S: 'Bestånd', F: 'Flöde' } as const

/** Label, kind, January–April 2019, forecast 2019, 2018; null for what was not given. */
export const seedVolumes: [string, keyof typeof kinds, number, number | null, number | null][] = [
  ['Hushåll med ekonomiskt bistånd, genomsnitt per månad', 'A', 602, 550, 599],
  ['Ensamkommande barn och unga', 'S', 45, 35, 49],
  ['Vårddygn familjehem ensamkommande', 'F', 4518, 12_000, 14_944],
  ['Vårddygn stödboende/HVB ensamkommande', 'F', 1065, 4000, 4571],
  ['Vårddygn familjehem barn och unga', 'F', 8684, 22_000, 24_078],
  ['Vårddygn institution barn och unga', 'F', 1878, 7000, 6649],
  ['Vårddygn institution vuxna', 'F', 2567, 7000, 7690],
  ['Vårddygn Vårnäs, öppet intag', 'F', 643, 1300, 1238],
  ['Kontaktfamiljer och kontaktpersoner', 'S', 56, 100, 81],
  ['Ärenden spelmissbruk', 'F', 4, null, null],
  ['Kvinnofridsärenden', 'F', 22, 140, 125],
  ['Sociala kontrakt', 'S', 96, 90, 94],
  ['Stadigvarande serveringstillstånd', 'S', 30, 35, 30],
  ['Inkomna aktualiseringar', 'F', 1575, 5000, 4314],
  ['Startade utredningar', 'F', 620, 2200, 2005],
  ['Avslutade utredningar', 'F', 691, 2000, 1940],
  ['Pågående utredningar', 'S', 1040, 450, 449],
]

export const seedVolumeFile = (): string =>
  [
    'Volymmått;Typ;Från månad;Till månad;Version;Värde',
    ...seedVolumes.flatMap(([label, kind, actual, forecast, before]) => [
      `${label};${kinds[kind]};2019-01;2019-04;Utfall;${actual}`,
      `${label};${kinds[kind]};2019-01;2019-12;Prognos;${forecast ?? ''}`,
      `${label};${kinds[kind]};2018-01;2018-12;Utfall;${before ?? ''}`,
    ]),
    '',
  ].join('\r\n')

export const seedStaffFile = (): string =>
  [
    'Nyckeltal;Från;Till;Grupp;Antal;Av;Enhet',
    ...[2019, 2018].flatMap((year) => {
      const [total, women, men, fullTime, fullTimeWomen, fullTimeMen] =
        year === 2019 ? [137, 109, 28, 130, 105, 25] : [143, 108, 35, 137, 106, 31]
      const on = `${year}-04-30;${year}-04-30`
      return [
        ...Object.entries({ Totalt: total, Kvinnor: women, Män: men }).map(
          ([group, count]) => `Anställda;${on};${group};${count};;personer`,
        ),
        `Heltid;${on};Totalt;${fullTime};${total};personer`,
        `Heltid;${on};Kvinnor;${fullTimeWomen};${women};personer`,
        `Heltid;${on};Män;${fullTimeMen};${men};personer`,
      ]
    }),
    '',
  ].join('\r\n')
