/** A chapter of the report: the indicators of its table, in order, the one drawn as a chart, and its tables. */
export type Chapter = {
  id: string
  heading: string
  indicators: string[]
  /** Caption of the table of indicators. */
  caption: string
  chart?: string
  tables: string[]
  /** Tables that there is one of for each action or group, by how their ids begin; after the others, in the order they come. */
  tablesOfEach?: string
  readingNote?: string
}

/** The follow-up, chapter by chapter. The children stand first wherever they are counted. */
export const chapters: Chapter[] = [
  { id: 'volumes', heading: 'Volymer', indicators: [], caption: 'Volymer', tables: ['volumes'] },
  {
    id: 'households',
    heading: 'Hushåll och personer',
    indicators: [
      'children',
      'share-of-children',
      'households-per-month',
      'households',
      'persons',
      'adults',
      'share-of-population',
      'months-per-household',
    ],
    caption: 'Barn, hushåll och personer med ekonomiskt bistånd',
    chart: 'households-per-month',
    tables: ['households-by-year', 'household-types'],
  },
  {
    id: 'decisions',
    heading: 'Ansökningar och beslut',
    indicators: ['applications', 'decisions', 'rejection-share'],
    caption: 'Ansökningar och beslut',
    tables: [],
  },
  {
    id: 'obstacles',
    heading: 'Försörjningshinder',
    indicators: [],
    caption: 'Försörjningshinder',
    tables: ['obstacles'],
  },
  {
    id: 'flow',
    heading: 'Genomströmning (flöde)',
    indicators: ['inflow', 'outflow', 'stock-at-end', 'return-within-6', 'return-within-12'],
    caption: 'Inflöde, utflöde och pågående',
    chart: 'inflow',
    tables: ['flow', 'throughput'],
    readingNote:
      'Genomströmningen är ett flöde: den följer de hushåll som började få bistånd under en period. De flesta av dem slutar snart, så flödet visar kortare tider än ögonblicksbilden.',
  },
  {
    id: 'snapshot',
    heading: 'Ögonblicksbild (bestånd)',
    indicators: [],
    caption: 'Pågående ärenden',
    tables: ['snapshot'],
    readingNote:
      'Ögonblicksbilden är ett bestånd: den visar de ärenden som pågår en viss månad. Långa ärenden finns med under många månader och väger därför tyngre än i genomströmningen. De två bilderna ska inte jämföras rakt av.',
  },
  {
    id: 'long-term',
    heading: 'Långvarigt bistånd',
    indicators: [
      'long-term-calendar-year',
      'long-term-calendar-year-persons',
      'long-term-very-long',
      'long-term-very-long-persons',
      'long-term-rolling-12',
      'long-term-rolling-12-persons',
    ],
    caption: 'Långvarigt bistånd enligt tre metoder',
    tables: ['long-term', 'duration-classes'],
    readingNote:
      'Långvarigt bistånd räknas på tre sätt som ger olika tal: under ett kalenderår, under flera år i följd och under de senaste tolv månaderna. Tal enligt olika metoder ska inte jämföras med varandra.',
  },
  {
    id: 'economy',
    heading: 'Ekonomi',
    indicators: ['paid', 'cost-per-household-month', 'top-share-of-cost', 'top-share-of-households'],
    caption: 'Utbetalt ekonomiskt bistånd',
    chart: 'paid',
    tables: ['operating-statement', 'statement-by-month', 'investment-statement', 'ledger-reconciliation'],
  },
  {
    ...{ id: 'savings', heading: 'Åtgärder och besparingar', indicators: [], caption: 'Åtgärder och besparingar' },
    tables: ['savings-actions', 'savings-net', 'savings-change'],
    tablesOfEach: 'savings-months-',
    readingNote:
      'Åtgärderna redovisas till och med den sista månad som utbetalningarna är kända för, också när rapporten avser en tidigare period. Förändringen och månaderna avser rapportens period.',
  },
  {
    ...{ id: 'target-groups', heading: 'Målgrupper', indicators: [], caption: 'Målgrupper', tables: [] },
    tablesOfEach: 'target-group-',
    readingNote:
      'Målgrupperna följs från den månad då de gjordes till och med den sista månad som utbetalningarna är kända för, oavsett rapportens period.',
  },
  {
    ...{
      id: 'payment-cases',
      heading: 'Kontroll av utbetalningar',
      indicators: [],
      caption: 'Kontroll av utbetalningar',
    },
    tables: ['payment-signals', 'payment-case-steps', 'payment-cases', 'recovery-tie'],
  },
  {
    ...{ id: 'ways', heading: 'Vägen till egen försörjning', indicators: [], caption: 'Vägen till egen försörjning' },
    tables: ['recipient-partition', 'never-referred', 'exit-conversations', 'exit-changes'],
    readingNote:
      'Varje vuxen räknas en gång, på den rad där personen har kommit längst. Läget är det som är känt i dag, också när rapporten avser en tidigare period.',
  },
  { id: 'staff', heading: 'Personal', indicators: [], caption: 'Personal', tables: ['staff'] },
]

/** What a committee asks for first; each is a sentence of the summary. */
export const summaryIndicators = [
  'children',
  'households-per-month',
  'persons',
  'inflow',
  'outflow',
  'long-term-calendar-year',
  'long-term-rolling-12',
  'paid',
  'cost-per-household-month',
]

export const summaryTables = ['obstacles', 'operating-statement', 'investment-statement', 'savings-actions']

/** Whether a table is one of those that the chapter has for each action or group. */
export const isOfEach = ({ tablesOfEach }: Pick<Chapter, 'tablesOfEach'>, id: string): boolean =>
  tablesOfEach !== undefined && id.startsWith(tablesOfEach)

/** A last chapter for what no other names, so that a new figure is never left out of the report. */
export function remainingChapter(indicators: string[], tables: string[]): Chapter {
  const isNew = (list: 'indicators' | 'tables') => (id: string) =>
    !chapters.some((chapter) => chapter[list].includes(id) || (list === 'tables' && isOfEach(chapter, id)))
  return {
    id: 'other',
    heading: 'Övriga nyckeltal',
    indicators: indicators.filter(isNew('indicators')),
    caption: 'Övriga nyckeltal',
    tables: tables.filter(isNew('tables')),
  }
}
