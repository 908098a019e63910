import { formatNumber } from '../values/format.ts'

export const employersText = {
  title: 'Arbetsgivare',
  lead: 'Arbetsgivare som kommunen har kontakt med, platser de erbjuder, och anställningar som kommit till.',
  what: 'arbetsgivarna',
  back: 'Insatser',
  period: 'Period',
  updated: (period: string) => `Siffrorna gäller ${period}`,
  figures: 'Anställningar som började i perioden',
  employment: 'Anställning',
  subsidised: 'Subventionerad',
  unsubsidised: 'Utan subvention',
  municipal: 'kommunal arbetsgivare',
  external: 'extern arbetsgivare',
  all: 'Alla',
  women: 'Kvinnor',
  men: 'Män',
  sum: 'Alla anställningar',
  contacted: (count: number) =>
    count === 1 ? '1 arbetsgivare kontaktad i perioden' : `${formatNumber(count)} arbetsgivare kontaktade i perioden`,
  contactedDefinition: {
    name: 'Kontaktade arbetsgivare',
    definition:
      'Olika arbetsgivare med minst en kontakt i perioden. Flera kontakter med samma arbetsgivare räknas en gång.',
    source: 'Registret över arbetsgivare',
    version: 1,
  },
  offered: (count: number) => `${formatNumber(count)} erbjudna platser i dag`,
  regular: (count: string) => `Övergångar från subventionerad till vanlig anställning i perioden: ${count}`,
  introductions: 'Introduktion',
  introductionsCaption: 'Vem som betalar introduktionen, för anställningar som började i perioden',
  payer: 'Betalas av',
  jobs: 'Anställningar',
  watch: 'Subventionerade anställningar som tar slut',
  watchWhat: 'anställningar som tar slut',
  watchLead:
    'Slutar inom 60 dagar, eller skulle redan ha slutat, och inget nästa steg finns. Öppna hushållet och planera: vanlig anställning, ny insats eller annat.',
  watchEmpty: 'Ingen subventionerad anställning slutar inom 60 dagar utan nästa steg.',
  person: 'Person',
  hiddenName: 'Namnet är inte delat med din enhet',
  ends: 'Sista dag',
  daysLeft: (days: number) => {
    if (days === 0) return 'i dag'
    const count = Math.abs(days) === 1 ? '1 dag' : `${formatNumber(Math.abs(days))} dagar`
    return days < 0 ? `passerad med ${count}` : `om ${count}`
  },
  employerColumn: 'Arbetsgivare',
  fromFile: 'inläst fil',
  register: 'Register',
  found: (count: number, shown: number) => {
    if (count === 0) return 'Ingen arbetsgivare passar'
    const all = count === 1 ? '1 arbetsgivare' : `${formatNumber(count)} arbetsgivare`
    return shown < count ? `De första ${formatNumber(shown)} av ${all}` : all
  },
  showAll: (count: number) => `Visa alla ${formatNumber(count)}`,
  empty: 'Inga arbetsgivare är registrerade än.',
  search: 'Sök arbetsgivare',
  kind: 'Slag',
  allKinds: 'Alla slag',
  industry: 'Bransch',
  lastContact: 'Senaste kontakt',
  places: 'Erbjudna platser',
  placed: 'Placerade i perioden',
  never: 'Ingen',
  add: 'Ny arbetsgivare',
  tooFew: 'för få',
} as const

export const employerFormText = {
  name: 'Namn',
  kind: 'Slag',
  industry: 'Bransch',
  contacts: 'Kontakter',
  noContacts: 'Ingen kontakt är noterad.',
  newContact: 'Ny kontakt',
  contactOn: 'Dag',
  contactBy: 'Vem tog kontakt',
  contactText: 'Vad det gällde',
  offers: 'Erbjudna platser',
  noOffers: 'Inga platser är erbjudna.',
  newOffer: 'Nya platser (frivilligt)',
  offerKind: 'Slag',
  offerPlaces: 'Antal platser',
  offerFrom: 'Från',
  offerLast: 'Sista dag (frivilligt)',
  offerLine: (places: number, kind: string, from: string, last: string | null) =>
    `${places === 1 ? '1 plats' : `${formatNumber(places)} platser`}, ${kind.toLowerCase()}, från ${from}${last ? ` till ${last}` : ''}`,
  save: 'Spara',
  saved: 'Arbetsgivaren är sparad',
  close: 'Stäng',
  keys: 'Ctrl + Enter sparar',
  needed: 'Fyll i fältet.',
  notADay: 'Skriv en dag som ÅÅÅÅ-MM-DD.',
  notANumber: 'Skriv ett heltal.',
  contactIncomplete: 'En kontakt behöver både dag och vem som tog den.',
  day: 'ÅÅÅÅ-MM-DD',
  noPersons: 'Skriv inget om enskilda deltagare här: registret är öppet för alla som arbetar med insatser.',
} as const
