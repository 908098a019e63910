import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import { formatKronor, formatNumber, formatShare } from '../values/format.ts'
import type { CostReceipt } from './cost.ts'
import type { ShownCount } from './disclosed-summary.ts'
import type { TrackGroup, TrackStep } from './physician-track.ts'
import type { Bucket, Reading } from './summary.ts'

export const interventionsText = {
  title: 'Insatser',
  lead: 'Kommunens insatser: kö, deltagare, resultat och kostnad. Siffrorna räknas fram ur hänvisningar och inlästa filer.',
  what: 'insatserna',
  one: 'insatsen',
  add: 'Ny insats',
  employers: 'Arbetsgivare',
  filters: 'Urval',
  search: 'Sök insats',
  searchPlaceholder: 'Namn eller utförare',
  kind: 'Slag',
  allKinds: 'Alla slag',
  unit: 'Enhet',
  allUnits: 'Alla enheter',
  status: 'Läge',
  allStatuses: 'Alla lägen',
  order: 'Ordning',
  orders: { priority: 'Prioritet', name: 'Namn', waiting: 'Längst kö', ongoing: 'Flest pågående' },
  statuses: { running: 'Pågår', coming: 'Startar senare', ended: 'Avslutad' },
  found: (count: number) => (count === 1 ? '1 insats' : `${formatNumber(count)} insatser`),
  foundNone: 'Ingen insats passar urvalet',
  clear: 'Rensa urvalet',
  caption: 'Insatser med siffror för perioden',
  columns: {
    intervention: 'Insats',
    kind: 'Slag',
    provider: 'Enhet och utförare',
    places: 'Platser',
    waiting: 'Kö',
    ongoing: 'Pågår',
    started: 'Påbörjade',
    women: 'Kvinnor',
    men: 'Män',
    ended: 'Avslutade',
    selfSupport: 'Till egen försörjning',
    price: 'Pris',
  },
  womenMenNote: 'Kvinnor och män avser dem som påbörjade insatsen i perioden. Kö och pågår avser periodens sista dag.',
  whole: 'Alla insatser',
  wholeNote: (persons: number | null) =>
    persons === null ? '' : `${formatNumber(persons)} olika personer bland de avslutade`,
  onlyInFiles: 'Finns bara i inlästa filer',
  empty: 'Det finns inga insatser i katalogen än.',
  addFirst: 'Lägg till den första insatsen, eller läs in en fil med deltagare.',
  tooFew: 'för få',
  notExact:
    'Antal under fem visas som ”för få”, eftersom din roll eller enhet inte omfattar alla personer bakom siffrorna.',
  protected: (count: number) =>
    `${formatNumber(count)} hushåll i registret har skyddade uppgifter och ingår inte i siffrorna.`,
  back: 'Alla insatser',
  updated: (period: string) => `Siffrorna gäller ${period}`,
  noLimit: 'Ingen gräns',
} as const

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

export const priceText = {
  'per-place-month': 'Per plats och månad',
  'per-hour': 'Per timme',
  fixed: 'Fast pris per grupp eller år',
  free: 'Utan kostnad',
} as const satisfies Record<CostReceipt['model'], string>

export const priceInWords = ({ model, ore }: CatalogueBody<'intervention'>['price']): string =>
  ({
    'per-place-month': `${formatKronor(ore)} per plats och månad`,
    'per-hour': `${formatKronor(ore)} per timme`,
    fixed: `${formatKronor(ore)}, fast`,
    free: priceText.free,
  })[model]

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

export const participantsText = {
  what: 'deltagarna',
  caption: 'Kö och deltagare',
  filter: 'Visa',
  all: 'Alla',
  person: 'Person',
  hiddenName: 'Namnet är inte delat med din enhet',
  state: 'Läge',
  referredOn: 'Hänvisad',
  startedOn: 'Började',
  ends: 'Slut',
  planned: (day: string) => `planerat ${day}`,
  outcome: 'Resultat',
  gender: { woman: 'Kvinna', man: 'Man' },
  genderColumn: 'Kön',
  fromFile: 'inläst fil',
  concern: 'Obesvarad oro',
  empty: 'Ingen väntar eller deltar som du får se.',
  note: 'Här visas de personer som din roll och enhet omfattar. Det kan vara färre än i siffrorna på översikten.',
  noRight: 'Din roll omfattar inte personuppgifter. På översikten finns antalen.',
  found: (count: number) => (count === 1 ? '1 person' : `${formatNumber(count)} personer`),
} as const

export const trackText = {
  caption: 'Socialläkarspåret: antal som nått varje steg',
  lead: 'De som hänvisades i perioden, efter det steg de har nått. Varje steg räknas en gång per person.',
  step: 'Steg',
  referred: 'Hänvisad',
  none: 'Grupp saknas',
  group: (group: TrackGroup) => (group === 'none' ? 'Grupp saknas' : `Grupp ${group}`),
  all: 'Alla',
  days: 'Dagar från steget före (median)',
  womenMen: ({ women, men }: ShownCount) =>
    women === null || men === null
      ? ''
      : `${women === 1 ? '1 kvinna' : `${formatNumber(women)} kvinnor`}, ${men === 1 ? '1 man' : `${formatNumber(men)} män`}`,
  groupsTitle: 'Grupperna',
  from: {
    seen: 'från hänvisning',
    certificate: 'från besöket',
    application: 'från besöket',
    'granted-full': 'från ansökan',
    'granted-part': 'från ansökan',
    denied: 'från ansökan',
    exit: 'från ansökan',
  } as Partial<Record<TrackStep, string>>,
} as const

export const groupsText = {
  caption: 'Grupper och kurser som börjar tillsammans',
  name: 'Grupp',
  start: 'Start',
  end: 'Sista dag',
  places: 'Platser',
  started: 'Påbörjade',
  left: 'Kvar',
  fill: 'Fyllda',
  waiting: (count: number | null) =>
    count === null ? 'Kön är för liten för att visas.' : `${formatNumber(count)} väntar på att få börja.`,
  empty: 'Insatsen har inga grupper.',
  add: 'Lägg till grupp',
  edit: 'Ändra',
  editOf: (name: string) => `Ändra ${name}`,
  save: 'Spara gruppen',
  saved: 'Gruppen är sparad',
  cancel: 'Avbryt',
  full: 'Full',
  day: 'ÅÅÅÅ-MM-DD',
  lastBeforeFirst: 'Sista dagen ligger före den första.',
} as const

export const formText = {
  newTitle: 'Ny insats',
  name: 'Namn',
  purpose: 'Syfte',
  targetGroup: 'Målgrupp',
  kind: 'Slag',
  provider: 'Utförare',
  unit: 'Enhet som svarar på hänvisningar',
  chooseUnit: 'Välj enhet',
  places: 'Platser',
  placesHelp: 'Lämna tomt om det inte finns någon gräns.',
  weeks: 'Längd i veckor',
  weeksHelp: 'Lämna tomt om längden inte är bestämd.',
  priceModel: 'Prismodell',
  fixedHelp: 'Ett fast pris gäller varje grupp som börjar, eller ett år om insatsen inte har grupper.',
  price: 'Pris i kronor',
  goals: 'Mål, ett per rad',
  goalsHelp: 'Vad deltagaren ska ha nått, så att det går att svara ja eller nej.',
  priority: 'Prioritet (1–9)',
  priorityHelp: '1 prövas först: anställning med betald introduktion före praktik före arbetsträning.',
  from: 'Gäller från',
  until: 'Sista dag',
  untilHelp: 'Lämna tomt om den gäller tills vidare.',
  save: 'Spara ny version',
  saved: 'Insatsen är sparad',
  undone: 'Den förra versionen gäller igen',
  keys: 'Ctrl + Enter sparar',
  needed: 'Fyll i fältet.',
  notANumber: 'Skriv ett heltal.',
  notAnAmount: 'Skriv ett belopp i kronor.',
  notADay: 'Skriv en dag som ÅÅÅÅ-MM-DD.',
  notAPriority: 'Skriv ett tal från 1 till 9.',
  yearFormula: (places: number, price: string) => `${formatNumber(places)} platser × ${price} × 12 månader`,
  yearCost: (formula: string, yearOre: number) => `Ett år: ${formula} = ${formatKronor(yearOre)}`,
  readOnly: 'Bara chef och systemförvaltare ändrar insatser.',
  day: 'ÅÅÅÅ-MM-DD',
} as const

export const versionsText = {
  what: 'versionerna',
  caption: 'Sparade versioner, den senaste först',
  version: 'Version',
  savedAt: 'Sparad',
  savedBy: 'Av',
  changes: 'Ändrat',
  program: 'Med programmet',
  first: 'Första versionen',
  nothing: 'Ingen ändring',
  fields: {
    name: 'Namn',
    purpose: 'Syfte',
    targetGroup: 'Målgrupp',
    kind: 'Slag',
    provider: 'Utförare',
    unit: 'Enhet',
    places: 'Platser',
    weeks: 'Längd',
    price: 'Pris',
    goals: 'Mål',
    priority: 'Prioritet',
    from: 'Gäller från',
    until: 'Gäller till',
  } as Record<keyof CatalogueBody<'intervention'>, string>,
} as const

export const shareText = (share: number | null): string =>
  share === null ? interventionsText.tooFew : formatShare(share)
