import type { Figures, FigureTable, FigureUnit, IndicatorFigure, Withheld } from '../../src/analysis/figures.ts'
import { operatingStatement } from '../../src/economy/statement.ts'
import { addMonths, type Month, month } from '../../src/values/month.ts'

/** Figures of an invented period for the tests of the report and its formats. The municipality is made up. */
export function sampleFigures(): Figures {
  return {
    municipality: { code: '0483', name: 'Exempelköpings kommun' },
    from: month('2019-01'),
    to: april,
    knownAt: null,
    dataFrom: month('2017-01'),
    dataTo: april,
    indicators: [
      indicator('households-per-month', 'Hushåll, genomsnitt per månad', 'households', 602, 599, [331, 271]),
      indicator('children', 'Barn i hushåll med bistånd', 'persons', 842, 861),
      indicator('share-of-population', 'Andel av befolkningen', 'share', 0.0412, 0.0431, [0.0404, 0.042]),
      indicator('months-per-household', 'Månader med bistånd per hushåll', 'months', 3.14, 3.02),
      indicator('rejection-share', 'Andel avslag', 'share', 0.123, null),
      indicator('inflow', 'Nya hushåll', 'households', 97, 104, [51, 46]),
      indicator('outflow', 'Avslutade hushåll', 'households', 88, 90, [
        withheld('too-few'),
        withheld('reveals-another'),
      ]),
      indicator('long-term-calendar-year', 'Långvarigt, minst 10 månader under kalenderåret', 'persons', null, 231),
      indicator(
        'long-term-rolling-12',
        'Långvarigt, minst 10 av de senaste 12 månaderna',
        'persons',
        377,
        421,
        [190, 187],
      ),
      indicator('share-of-children', 'Andel av barnen', 'share', 0.112, 0.115),
      indicator('cost-per-household-month', 'Kostnad per hushåll och månad', 'ore', 868_064, 834_000),
    ],
    tables: [volumes, obstacles, snapshot, sampleStatement()],
  }
}

/** The statement of January–April 2019 of the domain reference, a krona or two off so that rounding shows. */
export const sampleStatement = (): FigureTable =>
  operatingStatement({
    ledger: [
      booked('3511', 11_890_400),
      booked('4511', -20_903_300),
      booked('4621', -24_054_400),
      booked('5011', -29_743_400),
      booked('7431', -4_007_400),
      booked('6111', -8_276_400),
    ],
    budget: [
      budgeted('3511', 9_558_000),
      budgeted('4511', -16_653_000),
      budgeted('4621', -12_805_000),
      budgeted('5011', -31_811_000),
      budgeted('6111', -8_492_000),
    ],
    period: { from: month('2019-01'), until: month('2019-05') },
  })

const april = month('2019-04')

const booked = (account: string, kronor: number) => ({ account, month: april, amountOre: -kronor * 100 })

const budgeted = (account: string, kronor: number) => ({
  ...booked(account, kronor),
  statement: 'operating' as const,
  label: account,
})

type Value = number | { withheld: Withheld }

const withheld = (reason: Withheld): Value => ({ withheld: reason })

const value = (given: Value) =>
  typeof given === 'number'
    ? { value: given, numerator: given, denominator: 1 }
    : { value: null, numerator: null, denominator: null, withheld: given.withheld }

function indicator(
  id: string,
  name: string,
  unit: FigureUnit,
  now: number | null,
  before: number | null,
  genders?: [Value, Value],
): IndicatorFigure {
  return {
    id,
    name,
    unit,
    definition: `${name} under perioden. Ett hushåll räknas för den månad som biståndet avser.`,
    source: 'Utbetalningar ur verksamhetssystemet',
    definitionVersion: 1,
    numeratorText: name,
    denominatorText: unit === 'share' ? 'Befolkningen den 31 december' : '1',
    ...(now === null ? value(withheld('follow-up-too-short')) : value(now)),
    ...(before !== null && { comparison: { ...value(before), from: month('2018-01'), to: month('2018-04') } }),
    ...(unit === 'households' && now !== null && { series: monthly(now) }),
    ...(genders && {
      splits: [
        { by: 'gender', category: 'women', label: 'Kvinnor', ...value(genders[0]) },
        { by: 'gender', category: 'men', label: 'Män', ...value(genders[1]) },
      ],
    }),
  }
}

const monthly = (level: number): { month: Month; value: number | null }[] =>
  Array.from({ length: 16 }, (_, index) => ({
    month: addMonths(month('2018-01'), index),
    value: index === 9 ? null : Math.round(level * (1 + 0.03 * Math.sin(index))),
  }))

function table(
  id: string,
  name: string,
  columns: string[],
  rows: [string, (Value | null)[]][],
  sentence: string,
): FigureTable {
  return {
    id,
    name,
    definition: `${name} enligt kommunens register.`,
    source: 'Kommunens register',
    definitionVersion: 2,
    columns: columns.map((label) => ({ id: /Förändring/.test(label) ? 'change' : label.toLowerCase(), label })),
    rows: rows.map(([label, cells]) => ({
      id: label.toLowerCase(),
      label,
      cells: cells.map((cell, index) => ({
        ...(cell === null ? { value: null, numerator: null, denominator: null } : value(cell)),
        unit: columns[index] === 'Förändring, %' ? ('share' as const) : ('persons' as const),
      })),
    })),
    sentence,
  }
}

const volumes = table(
  'volumes',
  'Volymtabell',
  ['Utfall jan–apr 2019', 'Prognos 2019', 'Utfall 2018'],
  [
    ['Hushåll med ekonomiskt bistånd, snitt per månad', [602, 550, 599]],
    ['Kvinnofridsärenden', [22, 140, 125]],
    ['Ärenden om spelmissbruk (nytt mått)', [withheld('too-few'), null, withheld('no-data')]],
    ['=Inkomna aktualiseringar <b>', [1575, 5000, 4314]],
  ],
  'Volymerna följer i stort prognosen för året.',
)

const obstacles = table(
  'obstacles',
  'Försörjningshinder i januari',
  ['Januari 2018', 'Januari 2019', 'Förändring', 'Förändring, %'],
  [
    ['Arbetslös, otillräcklig ersättning', [327, 255, -72, -0.22]],
    ['Språkhinder, SFI utan annan ersättning', [59, 105, 46, 0.78]],
    ['Arbetshinder, sociala skäl', [141, 165, 24, 0.17]],
    ['Otillräcklig pension', [37, 58, 21, 0.57]],
  ],
  'Antalet vuxna som är arbetslösa minskade med 72 medan övriga hinder ökade.',
)

const snapshot = table(
  'snapshot',
  'Pågående ärenden i april 2019 efter längd',
  ['Hushåll'],
  [
    ['Högst 3 månader', [121]],
    ['4–12 månader', [188]],
    ['1–3 år', [164]],
    ['Mer än 3 år', [129]],
  ],
  'Av 602 pågående ärenden har 129 pågått i mer än tre år.',
)
