import { noteKinds, promiseKinds } from '../catalogue/report-kinds.text.ts'
import { addMonths, type Month } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import type { PromiseState } from './promise.ts'

const days = (count: number) => (count === 1 ? 'en dag' : `${count} dagar`)

/** The words of the list and of one promise. */
export const promisesText = {
  title: 'Vad vi har lovat',
  lead: 'Mål, uppdrag, åtgärder och utfästelser: vad som lovades, hur det syns, när det ska rapporteras och vad det blev av det.',
  what: 'löftena',
  one: 'löftet',
  back: 'Vad vi har lovat',
  add: 'Nytt löfte',
  places: 'Delar av Vad vi har lovat',
  promises: 'Löften',
  notes: 'Anteckningar',
  found: (count: number) => (count === 1 ? 'Ett löfte' : `${count} löften`),
  filters: 'Urval',
  search: 'Sök',
  searchHelp: 'Rubrik, diarienummer',
  kind: 'Slag',
  state: 'Läge',
  owner: 'Ansvarig',
  committee: 'Nämnd',
  heading: 'Rubrik i rapporten',
  all: 'Alla',
  clear: 'Visa alla',
  none: 'Inget löfte motsvarar urvalet.',
  emptyTitle: 'Inget löfte är inskrivet ännu',
  empty:
    'Här följs mål, uppdrag, åtgärder och utfästelser från beslut till svar. Det första skrivs in av en chef eller verksamhetscontroller.',
  kinds: promiseKinds,
  states: {
    overdue: 'Rapporten är försenad',
    due: 'Ska rapporteras snart',
    'without-figure': 'Saknar tal',
    'on-its-way': 'Pågår',
    'not-kept': 'Inte uppfyllt',
    'partly-kept': 'Delvis uppfyllt',
    kept: 'Uppfyllt',
    withdrawn: 'Återtaget',
  } satisfies Record<PromiseState, string>,
  noReporting: 'Ingen rapportering återstår.',
  closedOn: (on: string) => `Avslutat ${on}.`,
  reporting: (on: string, to: string) => `${on} ${to}`,
  daysLate: (count: number) => `${days(count)} för sent`,
  daysLeft: (count: number) => (count === 0 ? 'i dag' : `om ${days(count)}`),
  noFigure: 'Inget tal är valt',
  lostFigure: 'Talet finns inte i uppgifterna',
  progress: {
    baseline: 'Utgångsläge',
    now: 'Nu',
    target: 'Mål',
    'at-least': 'minst',
    'at-most': 'högst',
    reached: 'Målet är nått',
    notReached: 'Målet är inte nått',
    unknown: 'Det går inte att säga om målet är nått',
    noBaseline: 'saknas',
  },
  /** The months once, where a column of a table names them already. */
  named: (name: string, from: Month, to: Month) => {
    const period = periodInWords({ from, until: addMonths(to, 1) })
    return name.includes(period) ? name : `${name}, ${period}`
  },
  asKnownNow: (from: Month, to: Month) =>
    `Talet gäller ${periodInWords({ from, until: addMonths(to, 1) })} och visas som det är känt i dag.`,
} as const

export const promiseText = {
  sentence: 'Vad som lovades',
  decided: 'Beslut',
  decidedBy: (by: string, on: string, paragraph: string | null) =>
    [by, on, paragraph?.replace('§ ', '§\u00a0')].filter(Boolean).join(' '),
  diaryNumbers: 'Diarienummer',
  committees: 'Nämnder',
  owner: 'Ansvarig',
  heading: 'Rubrik i rapporten',
  success: 'Hur det syns',
  noSuccess: 'Ingen har sagt vilket tal som visar om löftet hålls. Utan ett tal kan löftet följas men inte avslutas.',
  reportings: 'Rapportering',
  noReportings: 'Ingen dag för rapportering är bestämd.',
  on: 'Dag',
  to: 'Till',
  reported: 'Rapporterat',
  notReported: 'Nej',
  late: 'Försenad',
  markReported: 'Rapporterat i dag',
  markReportedFor: (to: string, on: string) => `Rapporterat i dag: ${to} ${on}`,
  statuses: 'Lägesrapporter',
  noStatuses: 'Ingen lägesrapport är skriven.',
  closing: 'Vad det blev',
  closedOn: (on: string) => `Avslutat ${on}.`,
  figure: 'Tal',
  versions: {
    title: 'Versioner',
    fields: {
      kind: 'slag',
      title: 'rubrik',
      heading: 'rubrik i rapporten',
      sentence: 'vad som lovades',
      decided: 'beslut',
      diaryNumbers: 'diarienummer',
      owner: 'ansvarig',
      committees: 'nämnder',
      success: 'hur det syns',
      reportings: 'rapportering',
      statuses: 'lägesrapporter',
      closed: 'avslut',
    },
  },
} as const

export const notesText = {
  title: 'Anteckningar vid talen',
  lead: 'Utvecklingsområden, omvärldsfaktorer och förklaringar, med dag. De visas vid de diagram de gäller, utan påstående om att det ena beror på det andra.',
  what: 'anteckningarna',
  add: 'Ny anteckning',
  kinds: noteKinds,
  found: (count: number) => (count === 1 ? 'En anteckning' : `${count} anteckningar`),
  emptyTitle: 'Ingen anteckning är skriven ännu',
  empty: 'Här står vad som har hänt som den som läser talen behöver veta. Det visas sedan vid diagrammen, med sin dag.',
  none: 'Ingen anteckning motsvarar urvalet.',
  search: 'Sök',
  kind: 'Slag',
  all: 'Alla',
  shownAt: 'Visas vid',
  source: (source: string) => `Källa: ${source}`,
  everywhere: 'Visas vid alla diagram',
  since: (on: string) => `Sedan ${on}`,
  span: (on: string, last: string) => (on === last ? on : `${on} till ${last}`),
  edit: 'Ändra',
  editOf: (title: string) => `Ändra ${title}`,
  unknownFigure: (id: string) => `Tal som inte finns: ${id}`,
} as const

/** On the manager's page: what should have been reported, and what is to be. */
export const dueText = {
  title: 'Väntar på besked',
  all: 'Visa alla löften',
  questions: (count: number) =>
    count === 1 ? 'En fråga från nämnden väntar på svar' : `${count} frågor från nämnden väntar på svar`,
} as const
