import { formatNumber, formatShare } from '../values/format.ts'
import type { Bucket, Reading } from './summary.ts'

export const interventionText = {
  tabs: {
    overview: 'Översikt',
    participants: 'Kö och deltagare',
    groups: 'Grupper',
    track: 'Socialläkarspåret',
    edit: 'Redigera',
    versions: 'Versioner',
  },
  tabsLabel: 'Insatsens delar',
  period: 'Period',
  purpose: 'Syfte',
  targetGroup: 'Målgrupp',
  provider: 'Utförare',
  unit: 'Enhet som svarar på hänvisningar',
  projectUnit: 'Ansvarig enhet',
  length: 'Längd',
  weeks: (weeks: number | null) => (weeks === null ? 'Ingen bestämd längd' : `${formatNumber(weeks)} veckor`),
  goals: 'Mätbara mål',
  priority: 'Prioritet',
  results: 'Resultat i perioden',
  figure: 'Mått',
  all: 'Alla',
  women: 'Kvinnor',
  men: 'Män',
  share: 'Andel av avslutade',
  selfSupport: (selfSupport: number | null, ended: number | null) =>
    selfSupport === null || ended === null
      ? 'Hur många av de avslutade som gick till egen försörjning kan inte visas: antalen är för små.'
      : `${formatNumber(selfSupport)} av ${formatNumber(ended)} avslutade gick till egen försörjning: ${formatShare(selfSupport / ended)}.`,
  waitingTime: (days: number | null, known: number) =>
    days === null
      ? 'Väntetiden är inte känd för någon som började i perioden.'
      : `Väntetid från hänvisning till start: ${formatNumber(days, days % 1 ? 1 : 0)} dagar i median, av ${formatNumber(known)} med känd hänvisningsdag.`,
  outcomes: 'Resultat av avslutade',
  outcomesSentence: (ended: number | null, unknown: number | null) =>
    ended === null || unknown === null
      ? 'Antalen är för små för att visas var för sig.'
      : `${formatNumber(ended)} avslutade i perioden; för ${formatNumber(unknown)} är resultatet okänt.`,
  outcome: 'Resultat',
  people: 'deltagare',
  classes: 'Nationella resultatklasser',
  classesCaption: 'Avslutade efter nationell resultatklass',
  whereNow: 'Var de hänvisade är nu',
  whereNowLead: 'Var och en som hänvisades i perioden räknas på exakt en rad, efter läget i dag.',
  households: 'Hushåll i projektet',
  householdsNow: (now: number | null, places: number | null) => {
    if (now === null) return 'Hur många hushåll som deltar nu kan inte visas: antalet är för litet.'
    const of = places === null ? '' : `, av ${formatNumber(places)} platser`
    return `${formatNumber(now)} hushåll deltar i dag${of}.`
  },
  householdsEver: (ever: number | null) => (ever === null ? '' : `${formatNumber(ever)} har deltagit sedan starten.`),
  householdsNote:
    'Hushåll går med i ett projekt och lämnar det från sin egen sida eller i mottagningen. Ingen hänvisas dit. Ett hushåll är med i ett projekt i taget, och deltagandet upphör när ärendet avslutas.',
  sum: 'Hänvisade',
  noneYet: 'Ingen har hänvisats i perioden. Välj en annan period, eller hänvisa från hushållets sida.',
  group: 'Grupp',
} as const

/** Names and definitions of the figures: what each counts, one press away. */
export const figureText = {
  referred: {
    name: 'Hänvisade',
    definition: 'Hänvisningar med dag i perioden. Saknas hänvisningsdag i filen räknas startdagen.',
  },
  started: { name: 'Påbörjade', definition: 'Deltaganden som började i perioden.' },
  waiting: {
    name: 'Väntar',
    definition: 'Hänvisade som inte hade börjat, avslutats eller återlämnats vid periodens slut.',
  },
  ongoing: { name: 'Pågår', definition: 'Påbörjade som inte hade avslutats vid periodens slut.' },
  ended: { name: 'Avslutade', definition: 'Påbörjade deltaganden som avslutades i perioden.' },
  completed: {
    name: 'Fullföljda',
    definition: 'Avslutade med orsaken fullföljd, eller i förtid till egen försörjning.',
  },
  strict: {
    name: 'Egen försörjning',
    definition:
      'Avslutade till arbete, studier, program där personen försörjer sig själv, eller annan ersättning än ekonomiskt bistånd. Den strikta läsningen.',
  },
  claimed: {
    name: 'Egen försörjning eller praktik',
    definition: 'Egen försörjning i strikt mening, eller praktik via Arbetsförmedlingen.',
  },
  broad: {
    name: 'Egen försörjning eller vidare',
    definition:
      'Egen försörjning eller praktik, eller vidare till annan insats eller till Arbetsförmedlingens förfogande. Den breda läsningen: den som går vidare är inte självförsörjande.',
  },
  unknown: { name: 'Okänt resultat', definition: 'Avslutade utan känt resultat. De räknas inte som något annat.' },
  persons: {
    name: 'Olika personer',
    definition: 'Personer bland de avslutade. Den som deltog flera gånger räknas en gång.',
  },
} as const satisfies Record<
  Reading | 'referred' | 'started' | 'waiting' | 'ongoing' | 'ended' | 'completed' | 'unknown' | 'persons',
  { name: string; definition: string }
>

export const figureSource = 'Hänvisningar i Utfall och inlästa filer med deltagare'

export const bucketText = {
  waiting: 'Väntar',
  ongoing: 'Pågår',
  returned: 'Återlämnad eller återremitterad',
  withdrawn: 'Återtagen',
  'self-support': 'Avslutad till egen försörjning',
  'moved-on': 'Avslutad och vidare',
  'no-result': 'Avslutad utan resultat',
  unknown: 'Avslutad, okänt resultat',
} as const satisfies Record<Bucket, string>

export const costText = {
  title: 'Kostnad i perioden',
  receipt: 'Så räknas kostnaden',
  factor: 'Steg',
  value: 'Värde',
  places: 'Platser som betalas',
  rate: {
    'per-place-month': 'Pris per plats och månad',
    'per-hour': 'Pris per timme',
    fixed: 'Fast pris',
    free: 'Pris',
  },
  months: 'Månader i perioden som insatsen pågår',
  groups: 'Grupper som började i perioden',
  formulaPerGroup: 'fast pris × grupper som började',
  total: 'Kostnad i perioden',
  formula: {
    'per-place-month': 'platser × pris × månader',
    'per-hour': 'timmar registreras inte, så kostnaden kan inte räknas fram',
    fixed: 'fast pris för ett år × månader / 12',
    free: 'insatsen har ingen egen kostnad',
  },
  perPlace: 'Kostnad per plats',
  perPlaceFormula: 'kostnad / platser',
  outcomes: 'Avslutade till egen försörjning',
  perOutcome: 'Kostnad per resultat',
  perOutcomeFormula: 'kostnad / avslutade till egen försörjning',
  perOutcomeNote:
    'Kostnad per resultat säger inte vad insatsen åstadkom: en del hade försörjt sig själva även utan den.',
  notKnown: 'Kan inte räknas',
} as const satisfies Record<string, unknown>
