import { formatNumber } from '../values/format.ts'
import type { ShownCount } from './disclosed-summary.ts'
import type { TrackGroup, TrackStep } from './physician-track.ts'

export const participantsText = {
  what: 'deltagarna',
  caption: 'Kö och deltagare',
  filter: 'Visa',
  now: 'Väntar eller deltar nu',
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
  empty: 'Ingen hänvisad som du får se.',
  note: 'Här visas de personer som din roll och enhet omfattar. Det kan vara färre än i siffrorna på översikten.',
  noRight: 'Din roll omfattar inte personuppgifter. På översikten finns antalen.',
  found: (count: number, shown: number) => {
    if (shown < count) return `De första ${formatNumber(shown)} av ${formatNumber(count)} personer`
    return count === 1 ? '1 person' : `${formatNumber(count)} personer`
  },
  showAll: (count: number) => `Visa alla ${formatNumber(count)}`,
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
