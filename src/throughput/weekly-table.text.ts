import { type CodeOf, meetingParties } from '../parameters/code-lists/casework.ts'
import { eventText } from '../pathway/pathway.text.ts'
import type { Day } from '../values/day.ts'
import { daysBetween } from '../values/day.ts'
import { type Month, monthInWords } from '../values/month.ts'
import type { AgendaGroup, AgendaReason } from './agenda.ts'
import type { AgendaRow } from './weekly-table-view.ts'

/** `14 maj 2019`. */
export const dayInWords = (day: Day): string => `${Number(day.slice(8))} ${monthInWords(day.slice(0, 7) as Month)}`

const count = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`

export const weeklyTableText = {
  title: 'Veckobord',
  lead: 'Mötet mellan ekonomiskt bistånd, Arbetsmarknadsenheten och Arbetsförmedlingen. Dagordningen bygger på det som hänt, är försenat eller är lovat.',
  what: 'veckobordet',
  party: 'Visa som',
  partyNote: {
    assistance: 'Du ser allt, eftersom hushållen hör till din nämnd.',
    'job-unit':
      'Så här ser Arbetsmarknadsenheten dagordningen: bara det som ett samtycke eller annan laglig grund öppnar. Beslut skrivs i ekonomiskt bistånds vy.',
    'employment-service':
      'Så här ser Arbetsförmedlingen dagordningen: bara det som ett samtycke eller annan laglig grund öppnar. Beslut skrivs i ekonomiskt bistånds vy.',
  } satisfies Record<CodeOf<typeof meetingParties>, string>,
  coachNote:
    'Du ser det som ett samtycke eller annan laglig grund öppnar för din enhet. Beslut som du skriver sparas hos ekonomiskt bistånd, som lämnar ut protokollet.',
  since: (day: Day | null) =>
    day
      ? `Nytt sedan förra mötet ${dayInWords(day)}.`
      : 'Inget tidigare möte är känt. Nytt räknas från en vecka tillbaka.',
  counts: (rows: number, decided: number) =>
    `${count(rows, 'hushåll', 'hushåll')} på dagordningen, ${decided} med beslut i dag.`,
  hidden: (number: number) =>
    `${count(number, 'hushåll', 'hushåll')} med skyddade uppgifter står inte på dagordningen.`,
  keys: 'j och k: nästa och föregående hushåll. Enter: skriv beslut. Ctrl + Enter: spara och gå till nästa. Esc: stäng.',
  empty: 'Inget hushåll står på dagordningen.',
  groups: {
    overdue: 'Försenat',
    promised: 'Lovat till i dag',
    new: 'Nytt',
    changed: 'Ändrat',
  } satisfies Record<AgendaGroup, string>,
  nameClosed: 'Namnet är inte öppet för er',
  household: (key: string) => `Hushåll ${key}`,
  referral: (intervention: string, state: keyof typeof states) => `${intervention}: ${states[state]}`,
  latest: (day: Day, decision: string, party: string) => `Beslut ${dayInWords(day)}: ${decision} (${party})`,
  decidedToday: 'Beslut i dag',
  decide: 'Skriv beslut',
  decideAnother: 'Nytt beslut',
  form: {
    title: (who: string) => `Beslut om ${who}`,
    decision: 'Beslut',
    help: 'En mening som alla parter kan läsa. Skriv inget om hälsa eller annat känsligt.',
    responsible: 'Ansvarig part',
    due: 'Klart senast',
    save: 'Spara och gå till nästa',
    cancel: 'Avbryt',
    empty: 'Skriv vad ni beslutade.',
    done: 'Beslutet är sparat',
  },
  minutes: {
    heading: 'Protokoll',
    title: (day: Day) => `Protokoll från veckobordet ${dayInWords(day)}`,
    forParty: (party: string) => `Till: ${party}`,
    columns: {
      key: 'Hushåll',
      name: 'Namn',
      decision: 'Beslut',
      responsible: 'Ansvarig',
      due: 'Klart senast',
    },
    nameClosed: 'Namnet är inte öppet',
    empty: 'Inga beslut i dag.',
    withheld: (number: number) =>
      `${count(number, 'beslut', 'beslut')} om hushåll utan samtycke eller annan laglig grund är inte med.`,
    print: 'Skriv ut',
    text: 'Spara som text',
    csv: 'Spara som CSV',
  },
} as const

const states = {
  sent: 'väntar på svar',
  returned: 'återlämnad',
  withdrawn: 'återtagen',
  accepted: 'antagen, inte påbörjad',
  started: 'pågår',
  ended: 'avslutad',
} satisfies Record<AgendaRow['referrals'][number]['state'], string>

/** Why a household is on the agenda, in a few words. */
export function reasonText(reason: AgendaReason, today: Day): string {
  const days = count(daysBetween(reason.on, today), 'dag', 'dagar')
  switch (reason.kind) {
    case 'follow-up-late':
      return `Uppföljningen är ${days} försenad`
    case 'promise-late':
      return `Löftet om coach bröts för ${days} sedan`
    case 'referral-unanswered':
      return `Hänvisningen är obesvarad sedan ${days}`
    case 'decision-due':
      return `Lovat till ${dayInWords(reason.on)}: ${reason.decision.decision} (${meetingParties[reason.decision.responsible]})`
    case 'new-contact':
      return `Ny kontakt ${dayInWords(reason.on)}, till coach`
    case 'new-referral':
      return `Ny hänvisning ${dayInWords(reason.on)}`
    case 'changed':
      return `${eventText[reason.event]} ${dayInWords(reason.on)}`
  }
}
