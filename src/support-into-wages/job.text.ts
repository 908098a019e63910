import type { JobInput } from '../calculations/support-into-wages.ts'

export const jobText = {
  title: 'Växla försörjningsstöd mot lön',
  lead: 'Vad en subventionerad anställning i kommunen kostar och ger tillbaka, mot att hushållet får försörjningsstöd. Ändra antagandena och se vad de betyder.',
  above: 'Ekonomi',
  what: 'kalkylen',
  outcome: 'Resultat',
  inputs: 'Antaganden',
  reset: 'Återställ antagandena',
  notNumber: 'Skriv ett tal, till exempel 22 000 eller 2,5.',
  chart: 'Kommunens samlade resultat sedan anställningen började',
  month: 'Månad',
  thousands: 'tkr',
  series: 'Samlat resultat',
  definition:
    'Uteblivet försörjningsstöd och kommunalskatt minus lön, avgifter och handledning efter statens stöd, samlat månad för månad. Vad arbetet i sig är värt räknas inte, inte heller vad staten och hushållet vinner.',
  source: 'Antagandena på sidan.',
  result: (persons: number, net: string, horizon: number) =>
    `${persons === 1 ? 'En anställning' : `${persons} anställningar`} ${net.startsWith('−') ? 'kostar' : 'ger'} kommunen ${net.replace('−', '')} tkr netto på ${horizon} månader.`,
  breakEven: (month: number | null) =>
    month === null
      ? 'Pengarna kommer inte tillbaka inom den tid som räknas.'
      : month === 1
        ? 'Kommunen går inte back någon månad.'
        : `Pengarna är tillbaka efter månad ${month}.`,
  breakEvenSubsidy: (percent: string | null) =>
    percent === null
      ? 'Inget statligt stöd mellan 0 och 100 procent ger precis noll.'
      : `Det går jämnt ut när staten betalar ${percent} procent av lön och avgifter upp till taket.`,
  refusal: 'Något av antagandena går inte att räkna med. Anställningen får inte vara längre än den tid som räknas.',
  parts: {
    name: 'Kostnad och återbäring',
    definition:
      'Summan för alla personer över hela tiden som räknas. Nettot är uteblivet stöd och skatt minus kostnad.',
    column: 'Hela tiden',
    supportSaved: 'Uteblivet försörjningsstöd',
    taxBack: 'Kommunalskatt på lönen',
    cost: 'Lön, avgifter och handledning efter statens stöd',
    net: 'Netto för kommunen',
  },
  differences: {
    name: 'Vad dina ändringar betyder',
    definition:
      'Skillnaden i netto mot utgångsläget, uppdelad på varje antagande som har ändrats: medelvärdet över alla ordningar de kan ändras i (Shapley), så att delarna blir hela skillnaden.',
    column: 'Ändrat netto',
    total: 'Hela skillnaden',
  },
} as const

/** What is asked of a job: kronor a month, per cent, months, and how many persons it is about. */
export const fieldText = {
  persons: { label: 'Personer', unit: 'antal' },
  wage: { label: 'Månadslön', unit: 'kr' },
  fees: { label: 'Avgifter och försäkringar på lönen', unit: 'procent' },
  supervision: { label: 'Handledning, lokaler och verktyg', unit: 'kr per månad' },
  subsidy: { label: 'Statens del av lön och avgifter', unit: 'procent' },
  ceiling: { label: 'Högsta lön som staten ersätter', unit: 'kr per månad' },
  months: { label: 'Anställningens längd', unit: 'månader' },
  support: { label: 'Försörjningsstöd som annars betalas', unit: 'kr per månad' },
  exit: { label: 'Skulle ha lämnat ändå, varje månad', unit: 'procent' },
  returning: { label: 'Kommer tillbaka efter anställningen', unit: 'procent' },
  tax: { label: 'Kommunalskatt', unit: 'procent' },
  untaxed: { label: 'Grundavdrag', unit: 'kr per månad' },
  horizon: { label: 'Tid som räknas', unit: 'månader' },
} as const

export type JobField = keyof typeof fieldText
export const jobFields = Object.keys(fieldText) as JobField[]

export const inputLabel: Record<JobInput, string> = {
  wageOre: fieldText.wage.label,
  feeShare: fieldText.fees.label,
  supervisionOre: fieldText.supervision.label,
  subsidyShare: fieldText.subsidy.label,
  months: fieldText.months.label,
  supportOre: fieldText.support.label,
  exitShare: fieldText.exit.label,
  returnShare: fieldText.returning.label,
  taxShare: fieldText.tax.label,
}
