import { formatNumber } from '../values/format.ts'
import { addDays, type Day, weekdayOf } from '../values/day.ts'
import { weekNumber } from '../parameters/swedish-calendar.ts'
import { monthInWords, type Month } from '../values/month.ts'

const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']
const monthName = (day: Day) => monthInWords(day.slice(0, 7) as Month).split(' ')[0]!

/** `tisdag 14 maj`. */
export const weekdayText = (day: Day): string => `${weekdays[weekdayOf(day)]} ${Number(day.slice(8))} ${monthName(day)}`
/** `14 maj 2019`. */
export const dayText = (day: Day): string => `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`
/** `tis 14/5`, for the head of a narrow column. */
export const dayShort = (day: Day): string =>
  `${weekdays[weekdayOf(day)]!.slice(0, 3)} ${Number(day.slice(8))}/${Number(day.slice(5, 7))}`
/** The last day of a period that is kept by its first day after. */
export const lastDayText = (until: Day): string => dayText(addDays(until, -1))
/** `09.30`, as clocks are written in Swedish. */
export const clockText = (at: string): string => at.slice(11, 16).replace(':', '.')

export const startOfSentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const days = (count: number) => (count === 1 ? '1 dag' : `${formatNumber(count)} dagar`)
const persons = (count: number) => (count === 1 ? '1 person' : `${formatNumber(count)} personer`)

/** What a person is called: the name, or where no ground opens it, a number to tell rows apart. */
export const personText = ({ name, personId }: { name: string | null; personId: number }): string =>
  name ?? `Person ${personId} (namnet är inte öppet)`

export const coachText = {
  title: 'Min dag',
  day: 'dagen',
  lead: (today: Day) => `${startOfSentence(weekdayText(today))}. Bara det som en grund öppnar för din enhet visas.`,
  managerLead: (today: Day) =>
    `${startOfSentence(weekdayText(today))}. Alla hänvisningar från de hushåll du har behörighet till.`,
  attendance: 'Notera närvaro',
  whose: 'Visa',
  everybody: 'Hela enheten',
  mine: 'Bara mina',
  overview: 'Antal i dag',
  back: 'Till min dag',
  sections: {
    meetings: 'Möten',
    unanswered: 'Hänvisningar att svara på',
    waiting: 'Antagna som väntar på start',
    endings: 'Slutar snart',
    exits: 'Utvärderingssamtal',
    concerns: 'Svar på oro',
    ongoing: 'Pågår',
    voices: 'Vad deltagarna säger',
  },
  counts: {
    meetings: 'Möten i dag',
    unanswered: 'Att svara på',
    waiting: 'Väntar på start',
    attendance: 'Saknar närvaro',
    endings: 'Slutar snart',
    exits: 'Samtal att hålla',
    concerns: 'Svar på oro',
    ongoing: 'Pågår',
  },
  empty: {
    meetings: 'Inga möten i dag eller i morgon.',
    unanswered: 'Alla hänvisningar är besvarade.',
    waiting: 'Ingen väntar på att börja.',
    endings: 'Ingen insats slutar inom 14 dagar.',
    exits: 'Alla utvärderingssamtal är hållna eller avböjda.',
    concerns: 'Inga nya svar från socialsekreterare.',
    ongoing: 'Ingen deltar just nu.',
  },
  when: { late: 'Utan besked', today: 'I dag', tomorrow: 'I morgon' },
  meeting: {
    first: 'Första mötet',
    minutes: (count: number) => `${count} min`,
    with: (coach: string) => `hos ${coach}`,
    state: { booked: 'Bokat', held: 'Hållet', missed: 'Uteblev', cancelled: 'Avbokat' },
    held: 'Hållet',
    missed: 'Uteblev',
    cancel: 'Avboka …',
    cancelNow: 'Avboka mötet',
    cancelReason: 'Varför avbokas mötet?',
  },
  referral: {
    waited: (count: number) => (count === 0 ? 'Kom i dag' : `Väntat ${days(count)}`),
    from: (name: string) => `från ${name}`,
    accept: 'Anta',
    return: 'Återlämna …',
    returnNow: 'Återlämna',
    returnTo: (from: string | null) => `Hänvisningen går tillbaka till ${from ?? 'den som skickade den'}.`,
    returnReason: 'Varför kan ni inte ta emot?',
    returnComment: 'Vad behöver avsändaren veta?',
  },
  start: {
    open: 'Börja …',
    group: 'Grupp',
    noGroup: 'Utan grupp',
    places: (left: number | null) => (left === null ? '' : left === 1 ? ', 1 ledig plats' : `, ${left} lediga platser`),
    on: 'Första dag',
    lastDay: 'Planerad sista dag',
    now: 'Börja insatsen',
  },
  groups: {
    caption: 'Grupper och lediga platser',
    group: 'Grupp',
    starts: 'Börjar',
    ends: 'Sista dag',
    left: 'Lediga platser',
    queue: 'Väntar på insatsen',
  },
  ongoing: {
    caption: 'Pågående deltagare',
    person: 'Deltagare',
    intervention: 'Insats',
    group: 'Grupp',
    since: 'Började',
    until: 'Planerad sista dag',
    week: 'Noterade dagar i veckan',
    weekOf: (noted: number, missing: number) => `${noted} av ${noted + missing}`,
    none: '–',
    search: 'Sök deltagare',
    searchHint: 'Namn, insats eller grupp. Genväg: /',
    found: (count: number) => (count === 0 ? 'Ingen deltagare passar sökningen.' : `${persons(count)} visas.`),
  },
  ends: (until: Day, today: Day) =>
    until <= today ? `Skulle ha slutat ${lastDayText(until)}` : `Sista dag ${lastDayText(until)}`,
  endNow: 'Avsluta …',
  exit: {
    ended: (on: Day) => `Avslutade ${dayText(on)}`,
    toOffer: 'Inte erbjudet än',
    offered: 'Erbjudet',
    offer: 'Erbjudet',
    decline: 'Avböjde',
    hold: 'Håll samtalet …',
    older: (count: number) => `${formatNumber(count)} äldre`,
  },
  concern: {
    yours: (on: Day) => `Er oro ${dayText(on)}:`,
    answer: (on: Day) => `Svar ${dayText(on)}:`,
    waiting: (count: number) =>
      count === 1 ? 'En oro väntar på svar.' : `${formatNumber(count)} meddelanden om oro väntar på svar.`,
  },
} as const

export const weekText = {
  title: 'Närvaro',
  week: 'veckans närvaro',
  lead: 'Gå med pilarna och tryck 1–4. Varje notering sparas direkt. 0 eller Delete tar tillbaka den.',
  heading: (monday: Day, last: Day) =>
    `Vecka ${weekNumber(monday)}: ${weekdayText(monday)} – ${weekdayText(last)} ${last.slice(0, 4)}`,
  previous: 'Föregående vecka',
  next: 'Nästa vecka',
  thisWeek: 'Den här veckan',
  whose: 'Visa',
  everybody: 'Alla deltagare',
  mine: 'Mina deltagare',
  group: (name: string) => `Gruppen ${name}`,
  weekend: 'Visa lördag och söndag',
  grid: 'Närvaro, en rad per person och en kolumn per dag',
  person: 'Deltagare',
  short: {
    present: 'Närvarande',
    partly: 'Delvis',
    'valid-absence': 'Giltig frånvaro',
    'invalid-absence': 'Ogiltig frånvaro',
  },
  dash: '–',
  notNoted: 'inte noterad',
  notOpen: 'går inte att notera',
  cell: (name: string, day: Day) => `${name}, ${weekdayText(day)}`,
  choose: 'Välj en ruta i veckan för att notera.',
  done: 'Vad gjordes? (frivilligt)',
  saveDone: 'Spara texten',
  take: 'Ta tillbaka',
  saving: 'Sparar …',
  saved: (time: string, what: string) => `Sparat ${time}: ${what}`,
  taken: (time: string, what: string) => `Taget tillbaka ${time}: ${what}`,
  notSaved: (where: string, why: string) => `Sparades inte, ${where}: ${why}`,
  empty: 'Ingen deltog i en insats den här veckan.',
} as const

export const voicesText = {
  what: 'utvärderingssamtalen',
  lead: 'Alla svar räknas, bra som dåliga. Det går inte att välja bort några. Hur många samtal som är erbjudna och hållna visas alltid. Svar som färre än fem har gett visas inte. Citat visas först när minst fem samtal om samma insats är hållna, och bara med personens samtycke.',
  open: 'Räknar dem som en grund öppnar för enheten i dag.',
  empty: 'Ingen insats är avslutad än.',
  counts: 'Erbjudna och hållna samtal',
  intervention: 'Insats',
  ended: 'Avslutade',
  notOffered: 'Inte erbjudna',
  waiting: 'Väntar på svar',
  declined: 'Avböjda',
  held: 'Hållna',
  hidden: '< 5',
  overallCaption: (name: string) => `${name}: hur det blev på det hela taget`,
  overall: ['Mycket sämre', 'Sämre', 'Som förut', 'Bättre', 'Mycket bättre'],
  interviews: 'Samtal',
  answer: 'Svar',
  changesCaption: (name: string) => `${name}: vad som blev bättre och sämre`,
  change: 'Område',
  better: 'Bättre',
  worse: 'Sämre',
  quotes: 'Citat',
  'too-few': 'Inga citat: färre än fem samtal om insatsen är hållna.',
  'no-consent': 'Inga citat: ingen har samtyckt till att bli citerad.',
  fewHeld: 'Färre än fem samtal är hållna. Svaren visas när de är fler.',
} as const

export const fieldText = { ctrlEnter: 'Ctrl + Enter' } as const
