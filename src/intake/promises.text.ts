import type { Day } from '../values/day.ts'
import { formatNumber } from '../values/format.ts'
import { dayWords, timeWords, workingDays } from './intake.text.ts'

const people = (number: number) => (number === 1 ? 'person' : 'personer')
const times = (number: number) => `${formatNumber(number)} ${number === 1 ? 'tid' : 'tider'}`

export const promiseText = {
  lead: 'Den som hänvisas till coach ska träffa en coach inom sju dagar. Här står löftena tills de är hållna, eller har en orsak till att de bröts.',
  what: 'löftena',
  state: {
    broken: 'Brutet: orsak saknas',
    'will-break': 'Kommer att brytas',
    waiting: 'Ingen tid bokad',
    booked: 'Bokad i tid',
  },
  counts: {
    broken: 'Brutna utan orsak',
    'will-break': 'Kommer att brytas',
    waiting: 'Utan tid',
    booked: 'Bokade i tid',
  },
  filter: 'Visa',
  all: 'Alla',
  table: 'Löften att bevaka',
  person: 'Person',
  nameless: 'Namn saknas',
  household: (key: string) => `Hushåll ${key}`,
  stateHeading: 'Läge',
  contact: 'Kontakt',
  promised: 'Senast',
  booking: 'Bokad tid',
  daysLeft: (days: number, working: number, squeezeDays: number): string => {
    if (days < 0) return `${formatNumber(-days)} ${days === -1 ? 'dag' : 'dagar'} för sent`
    if (days === 0) return 'I dag'
    return `${formatNumber(days)} ${days === 1 ? 'dag' : 'dagar'} (${workingDays(working, squeezeDays)})`
  },
  day: (day: Day, today: Day) => dayWords(day, today),
  meeting: (at: string, coach: string | null) => (coach ? `${timeWords(at)}, ${coach}` : timeWords(at)),
  metLate: (at: string) => `Träffades ${timeWords(at)}`,
  noMeeting: 'Ingen',
  empty: 'Alla löften är hållna eller har en orsak.',
  emptyFiltered: 'Inga löften i det läget.',
  explain: 'Ange orsak',
  explainFor: (name: string) => `Ange orsak till brutet löfte för ${name}`,
  cause: 'Varför bröts löftet?',
  comment: 'Kommentar (valfri)',
  save: 'Spara orsak',
  cancel: 'Avbryt',
  saved: 'Orsaken är sparad',
  refused: 'Orsaken är inte sparad',
  book: 'Boka tid',
  bookFor: (name: string) => `Boka tid åt ${name}`,
  rebook: 'Boka tidigare',
  rebookFor: (name: string) => `Boka tidigare tid åt ${name}`,
  rebookHint: 'Den tid som är bokad nu avbokas samtidigt.',
  noneWithGround:
    'Ingen coach som får veta något om personen har en ledig tid. Registrera samtycke för fler enheter, eller boka senare.',
  notBooked: 'Tiden är inte bokad',

  capacity: 'Räcker tiderna?',
  week: 'Vecka',
  weekLabel: (week: number, monday: Day) => `Vecka ${week}, från ${dayWords(monday)}`,
  free: 'Lediga tider',
  waiting: 'Väntar på tid',
  missing: 'Saknas',
  noCoaches: 'Ingen coach har lagt upp tider, så inga lediga tider kan räknas.',
  enough: 'Tiderna räcker för dem som väntar.',
  short: (missing: number, at: number, week: number): string => {
    const when = at === 0 ? 'den här veckan' : at === 1 ? 'nästa vecka' : `vecka ${week}`
    return `${times(missing)} saknas ${when}.`
  },
  protectedCount: (number: number) =>
    `${formatNumber(number)} ${people(number)} med skyddade uppgifter har ett löfte att bevaka. De visas inte här.`,
} as const
