import type {
  FigureTable,
  Figures,
  FigureUnit,
  FigureValue,
  IndicatorFigure,
  SplitBy,
  TableCell,
} from '../../src/analysis/figures.ts'
import { addMonths, month, type Month } from '../../src/values/month.ts'
import { monthsOf, periodOf } from '../../src/values/period.ts'

/**
 * Made-up figures with every state a page must show: values, comparisons, splits, gaps, too few, no data.
 * The levels are those of the published reports; nothing here is computed by the product.
 */
export function mockFigures(query: URLSearchParams): Figures {
  const from = month(query.get('from') ?? '2019-01')
  const to = month(query.get('to') ?? '2019-04')
  const period: Span = { from, to, months: monthsOf(periodOf(from, to) ?? { from, until: addMonths(from, 1) }) }
  const splits = (query.get('split') ?? '').split(',').filter(isSplit)
  const indicators = facts.map((fact) => indicatorOf(fact, period, splits))
  const tables = fixedTables
  return { ...head(query, from, to), indicators, tables }
}

/** A municipality that has not imported anything yet. */
export const mockEmptyFigures = (query: URLSearchParams): Figures => ({
  ...head(query, month(query.get('from') ?? '2026-01'), month(query.get('to') ?? '2026-10')),
  dataFrom: null,
  dataTo: null,
  indicators: facts.map((fact) => ({ ...definitionOf(fact), ...none('no-data') })),
  tables: [],
})

type Span = { from: Month; to: Month; months: Month[] }

const head = (query: URLSearchParams, from: Month, to: Month) => ({
  municipality: { code: '0483', name: 'Katrineholm' },
  from,
  to,
  knownAt: query.get('knownAt'),
  dataFrom: month('2017-01'),
  dataTo: month('2019-04'),
})

type Fact = {
  id: string
  name: string
  unit: FigureUnit
  definition: string
  value: number | null
  before?: number | null
  denominator?: number
  /** How far the monthly series swings; without it the figure has no series. */
  swing?: number
}

const facts: Fact[] = [
  {
    id: 'children',
    name: 'Barn i hushåll med ekonomiskt bistånd',
    unit: 'persons',
    definition: 'Antal barn under 18 år som under perioden någon månad ingick i ett hushåll med ekonomiskt bistånd.',
    value: 842,
    before: 871,
    swing: 12,
  },
  {
    id: 'share-of-children',
    name: 'Andel av kommunens barn',
    unit: 'share',
    definition: 'Barn i hushåll med ekonomiskt bistånd som andel av alla barn 0–17 år i kommunen.',
    value: 0.1122,
    before: 0.1161,
    denominator: 7500,
  },
  {
    id: 'children-long-term',
    name: 'Barn i hushåll med långvarigt bistånd',
    unit: 'persons',
    definition: 'Antal barn i hushåll som haft bistånd minst tio av de senaste tolv månaderna.',
    value: 388,
    before: 361,
  },
  {
    id: 'households-per-month',
    name: 'Hushåll per månad, genomsnitt',
    unit: 'households',
    definition: 'Antal hushåll som beviljats bistånd, i genomsnitt per månad under perioden.',
    value: 602,
    before: 599,
    swing: 14,
  },
  {
    id: 'households',
    name: 'Hushåll under perioden',
    unit: 'households',
    definition: 'Antal olika hushåll som fått bistånd minst en månad under perioden.',
    value: 811,
    before: 804,
  },
  {
    id: 'persons',
    name: 'Personer',
    unit: 'persons',
    definition: 'Antal personer i hushåll som fått bistånd minst en månad under perioden.',
    value: 1744,
    before: 1731,
  },
  {
    id: 'adults',
    name: 'Vuxna',
    unit: 'persons',
    definition: 'Antal vuxna i hushåll som fått bistånd minst en månad under perioden.',
    value: 902,
    before: 860,
  },
  {
    id: 'long-term-calendar-year',
    name: 'Långvarigt bistånd, kalenderår',
    unit: 'share',
    definition: 'Andel vuxna med bistånd minst tio månader under kalenderåret.',
    value: 0.345,
    before: 0.331,
    denominator: 902,
  },
  {
    id: 'long-term-very-long',
    name: 'Mycket långvarigt bistånd',
    unit: 'share',
    definition: 'Andel vuxna med bistånd minst 27 månader under tre år, uppehåll högst två månader i rad.',
    value: 0.212,
    before: 0.208,
    denominator: 902,
  },
  {
    id: 'long-term-rolling-12',
    name: 'Långvarigt bistånd, rullande tolv månader',
    unit: 'share',
    definition: 'Andel vuxna med bistånd minst tio av de tolv månader som slutar med periodens sista månad.',
    value: 0.358,
    before: 0.34,
    denominator: 902,
  },
  {
    id: 'cost-per-household-month',
    name: 'Kostnad per hushåll och månad',
    unit: 'ore',
    definition: 'Utbetalt bistånd minus återkrav, delat med antalet hushållsmånader i perioden.',
    value: 868_000,
    before: 834_000,
    denominator: 2408,
    swing: 42_000,
  },
  {
    id: 'top-share-of-cost',
    name: 'De 100 dyraste hushållens andel av kostnaden',
    unit: 'share',
    definition:
      'De hundra hushåll som fått mest under perioden, deras andel av all utbetalning. Basen är periodens hushåll.',
    value: 0.281,
    before: 0.274,
    denominator: 2_090_300_000,
  },
  {
    id: 'top-share-of-households',
    name: 'De 100 dyraste hushållens andel av hushållen',
    unit: 'share',
    definition: 'Hundra hushåll som andel av periodens olika hushåll.',
    value: 0.1233,
    before: 0.1244,
    denominator: 811,
  },
  {
    id: 'inflow',
    name: 'Inflöde',
    unit: 'households',
    definition: 'Hushåll som börjar få ekonomiskt bistånd under perioden.',
    value: 97,
    before: 104,
    swing: 6,
  },
  {
    id: 'outflow',
    name: 'Utflöde',
    unit: 'households',
    definition: 'Hushåll som lämnar ekonomiskt bistånd under perioden.',
    value: 91,
    before: 99,
    swing: 5,
  },
  {
    id: 'applications',
    name: 'Ansökningar',
    unit: 'applications',
    definition: 'Antal inkomna ansökningar under perioden, efter ansökningsdatum.',
    value: 2744,
    before: 2802,
    swing: 80,
  },
  {
    id: 'rejection-share',
    name: 'Avslag',
    unit: 'share',
    definition: 'Andel avslag av fattade beslut under perioden.',
    value: 0.094,
    before: 0.088,
    denominator: 2611,
  },
  {
    id: 'return-within-12',
    name: 'Återkommer inom 12 månader',
    unit: 'share',
    definition: 'Andel av avslutade hushåll som fått bistånd igen inom tolv månader. Kräver tolv månaders uppföljning.',
    value: null,
    before: 0.261,
  },
]

function indicatorOf(fact: Fact, period: Span, splits: SplitBy[]): IndicatorFigure {
  const compared = { from: addMonths(period.from, -12), to: addMonths(period.to, -12) }
  return {
    ...definitionOf(fact),
    ...(fact.value === null ? none('follow-up-too-short') : valued(fact.value, fact.denominator)),
    ...(fact.before === undefined ? {} : { comparison: { ...valued(fact.before, fact.denominator), ...compared } }),
    ...(fact.swing === undefined ? {} : { series: seriesOf(fact, fact.swing, period) }),
    ...(splits.length === 0 || fact.value === null ? {} : { splits: splits.flatMap((by) => splitOf(fact, by)) }),
  }
}

const definitionOf = (fact: Fact) => ({
  id: fact.id,
  name: fact.name,
  definition: fact.definition,
  unit: fact.unit,
  source: 'Utfalls register: hushåll, beslut och utbetalningar',
  definitionVersion: 1,
  numeratorText: 'Det som räknas enligt definitionen',
  denominatorText: fact.denominator ? 'Basen enligt definitionen' : 'Ingen: ett antal',
})

const valued = (value: number | null, denominator = 1): FigureValue => ({
  value,
  numerator: value === null ? null : Math.round(value * denominator),
  denominator,
})

const none = (withheld: NonNullable<FigureValue['withheld']>): FigureValue => ({
  value: null,
  numerator: null,
  denominator: null,
  withheld,
})

/** One month is a gap. */
const seriesOf = (fact: Fact, swing: number, period: Span) =>
  period.months.map((each) => ({ month: each, value: each === '2018-11' ? null : swung(fact.value ?? 0, swing, each) }))

const swung = (value: number, swing: number, at: Month) =>
  Math.round(value + swing * Math.sin(Number(at.slice(2, 4)) + Number(at.slice(5)) * 1.7))

const categories: Record<SplitBy, [string, string, number | null][]> = {
  gender: [
    ['women', 'Kvinnor', 0.52],
    ['men', 'Män', 0.48],
  ],
  age: [
    ['18-24', '18–24 år', 0.17],
    ['25-34', '25–34 år', 0.28],
    ['35-49', '35–49 år', 0.33],
    ['50-64', '50–64 år', 0.22],
    ['65+', '65 år och äldre', null],
  ],
  householdType: [
    ['single-man', 'Ensamstående man', 0.34],
    ['single-woman', 'Ensamstående kvinna', 0.21],
    ['single-parent', 'Ensamstående med barn', 0.19],
    ['couple', 'Par utan barn', 0.07],
    ['couple-children', 'Par med barn', 0.19],
  ],
  children: [
    ['with', 'Med barn', 0.38],
    ['without', 'Utan barn', 0.62],
  ],
  unit: [
    ['mottagning', 'Mottagning', 0.3],
    ['vuxen', 'Vuxen', 0.42],
    ['unga', 'Unga vuxna', 0.28],
  ],
}

const isSplit = (text: string): text is SplitBy => text in categories

const splitOf = (fact: Fact, by: SplitBy) =>
  categories[by].map(([category, label, share]) => ({
    by,
    category,
    label,
    ...(share === null ? none('too-few') : valued(partOf(fact, share), fact.denominator)),
  }))

/** A share or an average is about as large in each part; a count is divided between them. */
const partOf = (fact: Fact, share: number) =>
  fact.denominator ? (fact.value ?? 0) * (0.8 + share * 0.5) : Math.round((fact.value ?? 0) * share)

const cell = (value: number | null, unit: FigureUnit): TableCell =>
  value === null ? { ...none('too-few'), unit } : { ...valued(value), unit }

const tableHead = (id: string, name: string, definition: string) => ({
  id,
  name,
  definition,
  source: 'Utfalls register',
  definitionVersion: 1,
})

const columnsOf = (...columns: [string, string][]) => columns.map(([id, label]) => ({ id, label }))

const obstacleRows: [string, string, number, number | null][] = [
  ['unemployed', 'Arbetslös, ingen ersättning', 327, 255],
  ['language', 'Språkhinder, sfi utan annan ersättning', 59, 105],
  ['social', 'Arbetshinder, sociala skäl', 141, 165],
  ['pension', 'Otillräcklig pension', 37, 58],
  ['sick', 'Sjukskriven med läkarintyg, ingen sjukpenning', 96, 88],
  ['parental-leave', 'Föräldraledig, otillräcklig föräldrapenning', 12, null],
]

const statementRows: [string, string, number, number, number, 'sum' | 'of-which' | undefined][] = [
  ['revenue', 'Intäkter', 11_890, 9_558, 2_300, undefined],
  ['costs', 'Kostnader', -86_983, -69_761, -32_300, undefined],
  ['assistance', 'ekonomiskt bistånd', -20_903, -16_653, -8_000, 'of-which'],
  ['placements', 'placeringar', -24_054, -12_805, -23_000, 'of-which'],
  ['staff', 'personal inkl. ers. familjehem', -29_743, -31_811, 6_700, 'of-which'],
  ['consultants', 'utredningskonsulter', -4_007, 0, -8_000, 'of-which'],
  ['other-costs', 'övriga kostnader', -8_276, -8_492, 0, 'of-which'],
  ['total', 'Summa', -75_093, -60_203, -30_000, 'sum'],
]

const classes: [string, number, number, number, number][] = [
  ['1–3 månader', 202, 215, 131, 88],
  ['4–6 månader', 141, 137, 64, 71],
  ['7–9 månader', 98, 90, 31, 63],
  ['10–12 månader', 161, 157, 22, 380],
]

const fixedTables: FigureTable[] = [
  {
    ...tableHead('obstacles', 'Försörjningshinder', 'Vuxna efter huvudsakligt försörjningshinder, samma månad två år.'),
    columns: columnsOf(
      ['before', 'Januari 2018'],
      ['period', 'Januari 2019'],
      ['change', 'Förändring'],
      ['change-share', 'Förändring, %'],
    ),
    rows: obstacleRows.map(([id, label, before, after]) => ({
      id,
      label,
      cells: [
        cell(before, 'persons'),
        cell(after, 'persons'),
        cell(after === null ? null : after - before, 'persons'),
        cell(after === null ? null : after / before - 1, 'share'),
      ],
    })),
    sentence: 'Arbetslösa minskade med 72 personer; sfi utan annan ersättning ökade med 46.',
  },
  {
    ...tableHead('households-by-year', 'Hushåll per månad, år för år', 'Genomsnitt per månad för varje kalenderår.'),
    columns: columnsOf(['average', 'Hushåll per månad'], ['months', 'Månader']),
    rows: [
      ['2016', 688, 12],
      ['2017', 641, 12],
      ['2018', 599, 12],
      ['2019 (4 månader)', 602, 4],
    ].map(([label, average, months]) => ({
      id: String(label),
      label: String(label),
      cells: [cell(Number(average), 'households'), cell(Number(months), 'months')],
    })),
    sentence: '2019 hade i genomsnitt 602 hushåll ekonomiskt bistånd per månad.',
  },
  {
    ...tableHead(
      'flow',
      'Pågående, inflöde och utflöde',
      'Pågående före perioden plus inflöde minus utflöde är pågående efter.',
    ),
    columns: columnsOf(['period', 'Januari–april 2019'], ['before', 'Januari–april 2018']),
    rows: [
      ['stock-before', 'Pågående före perioden', 596, 594],
      ['inflow', 'Inflöde', 97, 104],
      ['outflow', 'Utflöde', 91, 99],
      ['stock-at-end', 'Pågående vid periodens slut', 602, 599],
    ].map(([id, label, now, before]) => ({
      id: String(id),
      label: String(label),
      ...(id === 'stock-at-end' ? { kind: 'sum' as const } : {}),
      cells: [cell(Number(now), 'households'), cell(Number(before), 'households')],
    })),
    sentence:
      'Före perioden pågick bistånd för 596 hushåll, 97 kom in och 91 lämnade, så att 602 pågick vid periodens slut.',
  },
  {
    ...tableHead(
      'throughput',
      'Genomströmning: hur länge de som kom in hade bistånd',
      'De som började året före perioden.',
    ),
    columns: [...classes.map(([label], index) => ({ id: `class-${index}`, label })), { id: 'all', label: 'Alla' }],
    rows: ['Arbetslös', 'Alla'].map((label, row) => ({
      id: label,
      label,
      ...(row === 1 ? { kind: 'sum' as const } : {}),
      cells: [...classes.map(([, , , closed]) => closed), 248].map((value) =>
        cell(row === 1 ? value : Math.round(value / 2), 'households'),
      ),
    })),
    sentence: 'Av 248 biståndsperioder som började lämnade 131 inom tre månader.',
  },
  {
    ...tableHead(
      'snapshot',
      'Ögonblicksbild: hur länge pågående bistånd har varat',
      'Pågående hushåll periodens sista månad.',
    ),
    columns: columnsOf(['count', 'Hushåll'], ['share', 'Andel']),
    rows: classes.map(([label, , , , ongoing]) => ({
      id: label,
      label,
      cells: [cell(ongoing, 'households'), cell(ongoing / 602, 'share')],
    })),
    sentence: 'Av 602 pågående hushåll har 380 haft bistånd i tio månader eller mer.',
  },
  {
    ...tableHead(
      'duration-classes',
      'Hushåll efter månader med bistånd',
      'Hushåll efter antal månader av de tolv senaste.',
    ),
    columns: columnsOf(['before', 'april 2018'], ['period', 'april 2019']),
    rows: classes.map(([label, period, before]) => ({
      id: label,
      label,
      cells: [cell(before, 'households'), cell(period, 'households')],
    })),
    sentence: 'I april 2019 hade 161 hushåll haft bistånd 10–12 av de tolv senaste månaderna.',
  },
  {
    ...tableHead(
      'operating-statement',
      'Driftredovisning',
      'Utfall och budget för perioden; intäkter plus, kostnader minus.',
    ),
    columns: columnsOf(
      ['actual', 'Utfall'],
      ['budget', 'Budget'],
      ['variance', 'Avvikelse'],
      ['forecast', 'Prognos helår'],
    ),
    rows: statementRows.map(([id, label, actual, budget, forecast, kind]) => ({
      id,
      label,
      ...(kind ? { kind } : {}),
      cells: [actual, budget, actual - budget, forecast].map((thousands) => cell(thousands * 100_000, 'ore')),
      ...(id === 'consultants' ? { note: 'Fem konsulter slutar under våren, tre under hösten.' } : {}),
    })),
    sentence: 'Nettokostnaden är 14 890 tkr högre än budget; ekonomiskt bistånd står för 4 250 tkr av det.',
  },
  {
    ...tableHead(
      'volumes',
      'Volymer',
      'Volymmått med utfall, prognos och föregående år. Genomsnitt, bestånd och flöden räknas olika.',
    ),
    columns: columnsOf(['actual', 'Utfall'], ['forecast', 'Prognos'], ['year-before', 'Föregående år']),
    rows: [
      ['households', 'Hushåll som beviljats bistånd, genomsnitt per månad', 602, 550, 599],
      ['care-days', 'Vårddygn familjehem barn och unga', 8_684, 22_000, 24_078],
      ['gambling', 'Ärenden spelmissbruk', 4, null, null],
    ].map(([id, label, ...values]) => ({
      id: String(id),
      label: String(label),
      cells: values.map((value): TableCell =>
        typeof value === 'number' ? cell(value, 'count') : { ...none('no-data'), unit: 'count' },
      ),
    })),
    sentence: 'För att nå prognosen 550 hushåll behöver resten av året ha i genomsnitt 524 hushåll i månaden.',
  },
]
